"""Days that count from the day of writing, held against sources that have a day of their own."""

from datetime import date

import pytest

from verifier import Report, Settings, check, source
from verifier.report.evidence import Evidence
from verifier.sources import Card

RELEASE = """Norring, March 12, 2026. The tram company has decided to raise its fares by 8 percent in May.

The company carried 412,000 passengers last year, and most of them lived beyond the bridge.
"""
STORY = """Tram fares rise

Fares of the Norring tram company will rise by 8 percent in May, the company said in a release on Thursday.

The company carried 412,000 passengers last year.
"""


def held(text: str = STORY, release: str = RELEASE, day: date | None = date(2026, 3, 13), **card: date) -> Report:
    given = [source(release, "release", card=Card(dated=card.get("dated")))]
    return check(text, Settings(select=("V", "S")), published=day, sources=given)


def of(report: Report, words: str) -> Evidence:
    return next(e for e in report.evidence if e.article.text == words)


def test_a_weekday_of_saying_is_the_day_of_the_release() -> None:
    found = of(held(), "Thursday")
    assert (found.status, found.span and found.span.text) == ("confirmed", "March 12, 2026")
    assert of(held(release=RELEASE.partition(". ")[2], dated=date(2026, 3, 12)), "Thursday").status == "confirmed"


@pytest.mark.parametrize("other", ["March 5, 2026", "March 10, 2026", "March 12, 2025"])
def test_a_release_of_another_day_confirms_no_weekday(other: str) -> None:
    assert of(held(release=RELEASE.replace("March 12, 2026", other)), "Thursday").status == "absent"


def test_the_day_of_something_else_is_not_the_day_of_the_release() -> None:
    told = STORY.replace(
        "in May, the company said in a release on Thursday", "on Thursday, the company said in a release"
    )
    assert of(held(told), "Thursday").status == "absent"


def test_last_year_is_the_same_year_where_both_count_from_one_year() -> None:
    assert of(held(), "last year").status == "confirmed"
    assert of(held(release=RELEASE.replace("2026", "2025")), "last year").status == "absent"


def test_the_same_words_of_a_source_without_a_day_are_shown_and_confirm_nothing() -> None:
    found = of(held(release=RELEASE.partition(". ")[2]), "last year")
    assert found.status == "near"
    assert found.span
    assert "passengers last year" in found.span.text
    assert "a day that it does not tell" in found.note


def test_a_figure_that_a_source_on_the_desk_has_is_not_without_a_source() -> None:
    report, bare = held(), check(STORY, Settings(select=("S",)), published=date(2026, 3, 13))
    assert "S002" in [f.code for f in bare.findings]
    assert "412,000" in [s.text for s in bare.coverage.figures.uncovered]
    assert "S002" not in [f.code for f in report.findings]
    assert report.coverage.figures.uncovered == ()
    other = held(release=RELEASE.replace("carried 412,000 passengers", "opened two halls"))
    assert "S002" in [f.code for f in other.findings]
