"""A source bears out a date only where every part of it that the article gives agrees."""

from datetime import date

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


@pytest.mark.parametrize(("day", "status"), [("Tuesday, March 10", "confirmed"), ("Wednesday, March 10", "differs")])
def test_the_day_of_the_source_itself_confirms_no_other_weekday(day: str, status: str) -> None:
    told = f"The pool may close, Mayor Ann Lee told the town council at its meeting on {day}."
    article = f"Pool closes\n\n{told}\n\nIt is old.\n"
    transcript = source("Town council meeting, Tuesday, March 10, 2026.\n\nLEE: The pool may close.", "minutes.txt")
    report = check(article, Settings(select=("V",)), published=date(2026, 3, 12), sources=[transcript])
    assert of_the_day(report).status == status


@pytest.mark.parametrize(
    ("table", "status"),
    [
        ("Step\tDate in 2027\nStart of work on the bridge\t2 March\nEnd of work\t9 May\n", "confirmed"),
        ("| Step | 2027 |\n| --- | --- |\n| Start of work on the bridge | 2 March |\n", "confirmed"),
        ("Calendar for 2027\n\nStart of work on the bridge\t2 March\n", "confirmed"),
        ("2026\t2027\nStart of work on the bridge\t2 March\n", "confirmed"),
        ("Step\tDate in 2026\nStart of work on the bridge\t2 March\n", "differs"),
        ("Step\t2026 or 2027\nStart of work on the bridge\t2 March\n", "near"),
        ("Start of work on the bridge\t2 March\n", "near"),
    ],
)
def test_the_year_of_a_table_stands_over_it(table: str, status: str) -> None:
    article = "The bridge\n\nThe start of work on the bridge is March 2, 2027.\n"
    report = check(article, Settings(select=("V",)), sources=[source(f"Minutes\n\nThey met.\n\n{table}", "minutes")])
    assert of_the_day(report).status == status
