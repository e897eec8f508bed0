"""Decisions and a later report on the article: what still stands, what is told apart, what comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report import samples
from tests.review import DATE, PEOPLE, STORY, open_desk, put, story, words
from verifier.report import models


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return put(tmp_path / "reports", story())


def test_a_later_version_keeps_what_still_stands_and_lists_the_rest(reports: Path) -> None:
    with open_desk(reports) as desk:
        ana = desk.visitor("Ana")
        ana.decide(DATE, "mend", note="No such day.")
        ana.decide(PEOPLE, "fine", note="Fine in a column.")
    put(reports, story(STORY.replace("February 30", "March 2")))
    with open_desk(reports, "--take-newer") as desk:
        ben = desk.visitor("Ben")
        assert "another look: 1" in words(ben.page("/"))
        assert ben.standing(PEOPLE)["state"] == "fine"
        page = words(ben.page("/article/1"))
        assert "1 earlier decision to look at again" in page
        assert "No such day." in page
        assert "1 of 6 done" in page
        ben.decide(DATE, "open", version=1)
        assert "to look at again" not in words(ben.page("/article/1"))


def test_a_passage_that_stands_without_its_finding_is_told_apart(reports: Path) -> None:
    with open_desk(reports) as desk:
        desk.visitor().decide(DATE, "mend")
    put(reports, story(passages=("Some people",)))
    with open_desk(reports, "--take-newer") as desk:
        assert "Its words still stand, but nothing is found" in words(desk.visitor().page("/article/1"))


def test_putting_away_what_a_version_has_no_more_leaves_what_was_decided_along_with_it(reports: Path) -> None:
    with open_desk(reports) as desk:
        ana = desk.visitor("Ana")
        (day,) = [one["key"] for one in ana.decide(DATE, "mend", note="No such day.").json()["along"]]
    newer = story(passages=("Some people",)).model_copy(update={"findings": (other_on_the_day(),)})
    put(reports, newer)
    with open_desk(reports, "--take-newer") as desk:
        ben = desk.visitor("Ben")
        page = words(ben.page("/article/1"))
        assert "Since the last version : 0 mended" in page
        assert "Found in its words now: Another look at the day." in page
        assert "nothing is found in them now" not in page
        assert ben.decide(DATE, "open", version=1).json()["along"] == []
        assert "0 mended" not in words(ben.page("/article/1")), "it is put away"
        assert ben.standing(day)["says"].startswith("To mend by Ana")


def other_on_the_day() -> models.Finding:
    """Another finding on the words of the first."""
    made = samples.finding([samples.span(STORY, "February 30")], message="Another look at the day.")
    return made.model_copy(update={"fingerprint": "another-on-the-day", "code": "D004"})


def test_a_passage_that_comes_back_has_its_decision_still(reports: Path) -> None:
    with open_desk(reports) as desk:
        desk.visitor().decide(DATE, "mend")
    for version in (story(passages=()), story()):
        put(reports, version)
        with open_desk(reports, "--take-newer") as desk:
            kept = desk.visitor().standing(DATE)["state"]
    assert kept == "mend"
