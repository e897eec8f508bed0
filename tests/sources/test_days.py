"""A source bears out a date only where every part of it that the article gives agrees."""

import pytest

from verifier import Report, Settings, check, source
from verifier.report.evidence import Evidence


def held(day: str, theirs: str) -> Report:
    told = "to decide about the Weston pool"
    article = f"Pool closes\n\nThe pool on the river is old. The council met on {day} {told} in the town.\n"
    text = f"The council met on {theirs} {told} and its future."
    return check(article, Settings(select=("V",)), sources=[source(text, "minutes")])


def of_the_day(report: Report) -> Evidence:
    (evidence,) = [e for e in report.evidence if e.fact == "date"]
    return evidence


@pytest.mark.parametrize(
    ("day", "theirs"),
    [
        ("May 14", "May 14, 2024"),
        ("Tuesday, May 14", "May 14, 2024"),
        ("May 14", "Tuesday, May 14"),
        ("May 14, 2024", "Tuesday, 14 May 2024"),
    ],
)
def test_a_date_is_confirmed_where_all_of_it_agrees(day: str, theirs: str) -> None:
    report = held(day, theirs)
    assert (of_the_day(report).status, report.findings) == ("confirmed", ())


def test_a_weekday_that_the_source_s_date_has_not_is_no_confirmation() -> None:
    report = held("Monday, May 14", "May 14, 2024")
    (finding,) = report.findings
    assert of_the_day(report).status == "differs"
    assert finding.message.startswith("The article has “Monday, May 14”, the source “May 14, 2024”, a Tuesday")


@pytest.mark.parametrize(
    ("day", "theirs", "part"), [("Monday, May 14", "May 14", "weekday"), ("May 14, 2024", "May 14", "year")]
)
def test_a_part_that_the_source_does_not_give_is_neither_confirmed_nor_called_wrong(
    day: str, theirs: str, part: str
) -> None:
    report = held(day, theirs)
    evidence = of_the_day(report)
    assert (evidence.status, evidence.note) == ("near", f"which has the date without the {part}")
    assert report.findings == ()
