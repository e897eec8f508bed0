"""Workflow commands, read the way the runner of GitHub Actions reads a line of output."""

import re
from typing import NamedTuple

from tests.report import samples, trouble
from tests.report.test_text import conflict, written
from verifier.report.models import Report


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def commands(*reports: Report) -> list[Command]:
    """Every line must be one command; what is escaped is taken back as the runner does, percent signs last."""
    lines = written(*reports, name="github").split("\n")
    assert lines.pop() == ""
    return [command(line) for line in lines]


def command(line: str) -> Command:
    assert "\r" not in line
    read = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
    assert read, line
    given = (pair.partition("=") for pair in read[2].split(","))
    return Command(read[1], {k: plain(v.replace("%3A", ":").replace("%2C", ",")) for k, _, v in given}, plain(read[3]))


def plain(words: str) -> str:
    return words.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_a_finding_is_an_annotation_at_its_place() -> None:
    [made] = commands(conflict())
    assert made.name == "warning"
    assert made.properties == {
        "file": "desk/story.txt",
        "line": "3",
        "endLine": "3",
        "col": "19",
        "endColumn": "26",
        "title": "D002 conflicting-dates",
    }
    assert made.message == ("March 1 and March 2.\nline 5: “March 2” (the other date)\nAsk the desk which one holds.")


def test_columns_are_left_out_where_a_span_crosses_lines() -> None:
    [made] = commands(trouble.crossing())
    assert (made.properties["line"], made.properties["endLine"]) == ("3", "4")
    assert {"col", "endColumn"}.isdisjoint(made.properties)


def test_a_span_that_ends_with_its_line_does_not_reach_the_next() -> None:
    text = "The gate shut.\nIt rained.\n"
    [made] = commands(samples.report(text, findings=[samples.finding([samples.span(text, "shut.\n")])]))
    assert (made.properties["line"], made.properties["endLine"]) == ("1", "1")


def test_errors_come_first_for_github_shows_ten() -> None:
    text = "One and two and three.\n"
    found = [
        samples.finding([samples.span(text, words)], severity)
        for words, severity in (("One", "info"), ("two", "warning"), ("three", "error"))  # type: ignore[arg-type]
    ]
    assert [c.name for c in commands(samples.report(text, findings=found))] == ["error", "warning", "notice"]


def test_nothing_an_article_says_is_a_command_or_a_property() -> None:
    [made] = commands(trouble.hostile())
    assert set(made.properties) == {"file", "line", "endLine", "title"}
    assert made.properties["file"] == "desk/a,b:c%20d.txt"
    assert "100%25 done" in made.message
    assert "\x1b" not in made.message
    assert "\u202e" not in made.message


def test_suppressed_and_known_findings_are_not_annotated() -> None:
    assert [c.message.splitlines()[0] for c in commands(trouble.several())] == ["At one."]


def test_a_suppression_that_does_nothing_is_a_warning() -> None:
    [made] = commands(trouble.tended())
    assert (made.name, made.properties["title"]) == ("warning", "suppression")
    assert "suppression of D001 unused" in made.message


def test_a_text_taken_out_of_a_file_has_no_line_in_it() -> None:
    [made] = commands(trouble.crossing().model_copy(update={"article": _as("story.pdf")}))
    assert set(made.properties) == {"file", "title"}
    assert made.message.startswith("line 3 of its text: Two places disagree.")


def test_an_unfinished_run_is_an_error() -> None:
    [made] = commands(trouble.unfinished())
    assert (made.name, made.properties["title"]) == ("error", "incomplete")
    assert "no answer" in made.message


def _as(path: str) -> object:
    return trouble.crossing().article.model_copy(update={"path": path})
