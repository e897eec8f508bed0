"""Ticks carried over to an author's next version: of facts that are told as before in sentences that were edited."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from verifier.report.models import Report
from verifier.review import steps
from verifier.review.edited import as_asked, told_as_before
from verifier.review.facts import Fact, Sentences
from verifier.review.listing import DESK
from verifier.review.marks import place_of
from verifier.review.passages import folded
from verifier.review.records import Item, Reviewer, Standing


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article, as far as its facts go."""

    report: Report
    facts: Sequence[Fact]

    @property
    def keys(self) -> frozenset[str]:
        """What its facts are known by."""
        return frozenset(f.key for f in self.facts)


def carry(  # noqa: PLR0913 - what is carried from where to where, and as part of what
    db: sqlite3.Connection, article: int, old: Version, new: Version, by: str, part_of: int | None
) -> None:
    """Tick in the new version what was ticked in the old one and is told as before, as part of the step that brought
    the new one. What was ticked stays whose it was."""
    came, went = [f for f in new.facts if f.key not in old.keys], [f for f in old.facts if f.key not in new.keys]
    ticked = {f.key: steps.current(db, Item(article, "fact", f.key)) for f in went}
    sought = [f for f in went if ticked[f.key].ruling.state == "fine"]
    asked = _asked(db, article) if sought else {}
    pairs = [
        (before, after)
        for before in sought
        for after in came
        if _same(old, before, new, after, asked.get(before.sentence, ()))
    ]
    some, others = Counter(a.key for a, _ in pairs), Counter(b.key for _, b in pairs)
    for before, after in pairs:
        if some[before.key] == others[after.key] == 1:
            _tick(db, ticked[before.key], after, by, part_of)


def look_again(  # noqa: PLR0913 - as above
    db: sqlite3.Connection, article: int, old: Report, new: Report, by: str, part_of: int | None
) -> None:
    """The same of what was marked by hand, which is found by its words, whatever is told of them by now: it is open
    again where it is not told as before."""
    rows = db.execute(
        "SELECT m.key, m.words, m.context FROM marks m JOIN decisions d ON d.article = m.article AND d.kind = 'mark'"
        " AND d.key = m.key WHERE m.article = ? AND d.state = 'fine'",
        (article,),
    ).fetchall()
    for key, marked, context in rows:
        before, after = (_around(one, marked, context) for one in (old, new))
        if not before or not after or before == after:
            continue
        now, english = steps.current(db, Item(article, "mark", key)), new.article.language == "en"
        once = before.count(marked) == after.count(marked) == 1
        if once and told_as_before(marked, before, after, 0, english=english):
            made = replace(now, ruling=replace(now.ruling, edited=now.ruling.edited or before))
        else:
            made = replace(now, ruling=replace(now.ruling, state="open", edited=""), reviewer=DESK)
        steps.write(db, now.ruling, replace(made, version=now.version + 1), Reviewer(by, ""), part_of=part_of)


def _around(report: Report, words: str, context: str) -> str:
    span = place_of(report.article.text, words, context)
    return Sentences(report.article).of(span.start, span.end) if span else ""


def _same(old: Version, before: Fact, new: Version, after: Fact, asked: Sequence[tuple[str, str]]) -> bool:
    if before.kind != after.kind or folded(before.span.text) != folded(after.span.text):
        return False
    time = _time(old.facts, before)
    if time != _time(new.facts, after):
        return False
    place = (before.span.text, before.sentence, after.sentence)
    if as_asked(*place, asked):
        return True
    english = new.report.article.language == "en"
    return told_as_before(*place, time, english=english) and _who(old.report, before) == _who(new.report, after)


def _time(facts: Iterable[Fact], fact: Fact) -> int:
    """Which of those that read alike in its sentence a fact is."""
    alike = [f for f in facts if (f.kind, f.sentence, f.span.text) == (fact.kind, fact.sentence, fact.span.text)]
    return alike.index(fact)


def _who(report: Report, fact: Fact) -> list[tuple[str, str]]:
    """Who says what a fact stands in, and how that is put."""
    return sorted(
        (claim.speaker.name, claim.cue.text if claim.cue else "")
        for claim in report.claims
        if claim.speaker and any(s.start < fact.span.end and fact.span.start < s.end for s in claim.spans)
    )


def _asked(db: sqlite3.Connection, article: int) -> dict[str, list[tuple[str, str]]]:
    """What the desk has asked the author for, by the sentence: its words, and how they should read."""
    found: dict[str, list[tuple[str, str]]] = {}
    for standing in _mends(db, article):
        about = standing.passage
        if about and about.words and about.context and standing.ruling.wording:
            found.setdefault(about.context[0], []).append((about.words[0], standing.ruling.wording))
    return found


def _mends(db: sqlite3.Connection, article: int) -> Iterator[Standing]:
    rows = db.execute(
        f"SELECT {steps.STANDING} FROM decisions WHERE article = ? AND state = 'mend'",  # noqa: S608 - our own words
        (article,),
    ).fetchall()
    return map(steps.standing, rows)


def _tick(db: sqlite3.Connection, was: Standing, fact: Fact, by: str, part_of: int | None) -> None:
    item = Item(was.item.article, "fact", fact.key)
    now = steps.current(db, item)
    if now.ruling.state != "open" or (now.version and not _taken_back(db, item)):
        return  # somebody has decided on it in this version already, or opened it again
    sentence = was.passage.context[0] if was.passage and was.passage.context else ""
    ruling = replace(was.ruling, along="", edited=was.ruling.edited or sentence)
    made = replace(was, item=item, ruling=ruling, version=now.version + 1, passage=fact.passage())
    steps.write(db, now.ruling, made, Reviewer(by, ""), part_of=part_of)


def _taken_back(db: sqlite3.Connection, item: Item) -> bool:
    """Whether the last thing done about an item was to take back what had been."""
    place = (item.article, item.kind, item.key)
    last = db.execute(
        "SELECT what FROM events WHERE article = ? AND kind = ? AND key = ? ORDER BY id DESC LIMIT 1", place
    ).fetchone()
    return last is not None and last[0] == "undid"
