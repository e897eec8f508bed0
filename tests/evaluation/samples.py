"""An article of our own with a few defects, and a way to hold it against gold that a test writes."""

from pathlib import Path

from verifier import Report, check, rules
from verifier.article import from_text
from verifier.evaluation import GoldFile, read_gold
from verifier.evaluation.scoring import Score, score

STORY = """Ferry line to close for repairs

May 3, 2021

The Brent Island ferry will close on June 1, 2021, harbour chief Ana Ruiz said on Monday.

"We will not run a single boat until the pier is safe," Ruiz told reporters.

Where will they all go?

"Nobody asked the islanders what they need in winter."

The pier opens again on February 30, 2021, Ruiz said.
"""
ALL = {rule.code for rule in rules.catalogue()}


def gold(folder: Path, text: str, *, story: str = STORY) -> GoldFile:
    """Gold with this text, beside the story."""
    (folder / "ferry.txt").write_text(story, encoding="utf-8")
    (folder / "ferry.yaml").write_text(text, encoding="utf-8")
    return read_gold(folder / "ferry.yaml")


def report(story: str = STORY) -> Report:
    """What the rules make of it."""
    return check(from_text(story))


def scored(folder: Path, text: str, *, story: str = STORY) -> Score:
    """The story's report held against this gold."""
    return score(gold(folder, text, story=story).gold, report(story), ALL)


def figures(made: Score, row: str) -> tuple[int, int, int, int]:
    """Gold, found, raised, right."""
    counts = made.counts[row]
    return counts.gold, counts.found, counts.raised, counts.right


def told(made: Score, outcome: str) -> list[str]:
    """The words of everything that came out so."""
    return [entry.words for entry in made.entries if entry.outcome == outcome]
