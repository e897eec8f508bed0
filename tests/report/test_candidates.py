"""What is only likely: apart from the findings, shown where it was asked for, and counted nowhere."""

import json

import pytest

from tests.report import samples
from tests.report.test_html import Page
from tests.report.test_text import written
from verifier.report._tally import Tally
from verifier.report.models import Report
from verifier.report.reading import report as read_report

TEXT = "Talks end soon\n\nThe truce ends on March 1, they said.\n\nA tariff comes on March 2, he said.\n"
EVIL = "<img src=x onerror=alert(1)>"


def likely(message: str = "March 1 and March 2 may be one day.") -> Report:
    sides = [(samples.span(TEXT, "March 2"), "the other date")]
    return samples.report(TEXT, candidates=[samples.candidate([samples.span(TEXT, "March 1")], message, sides)])


@pytest.mark.parametrize("format_name", ["text", "markdown", "html"])
def test_they_are_shown_only_where_that_was_asked_for(format_name: str) -> None:
    assert "may be one day" not in written(likely(), name=format_name)
    assert "may be one day" in written(likely(), name=format_name, candidates=True)


@pytest.mark.parametrize("format_name", ["concise", "sarif", "junit", "github", "gitlab", "csv", "annotations"])
def test_what_reports_to_machines_of_a_ci_never_holds_them(format_name: str) -> None:
    assert "may be one day" not in written(likely(), name=format_name, candidates=True)


def test_the_terminal_says_that_they_count_nowhere() -> None:
    out = written(likely(), candidates=True)
    assert "1 candidate: what may disagree, counted nowhere" in out
    assert "3:19  candidate  D002 near-miss-dates" in out
    assert "------- the other date" in out
    assert "no findings" in out


def test_quiet_shows_them_where_they_were_asked_for() -> None:
    assert written(likely(), quiet=True) == ""
    assert "may be one day" in written(likely(), quiet=True, candidates=True)


def test_the_page_leads_to_both_places_and_no_words_of_an_article_are_markup() -> None:
    page = Page(written(likely(f"Two days: {EVIL}"), name="html", candidates=True))
    assert "img" not in page.tags
    assert {"#n34-0", "#n34-1"} <= set(page.links)
    assert {"n34-0", "n34-1"} <= set(page.ids)


def test_they_do_not_count() -> None:
    assert Tally.of(likely()).findings == 0


def test_a_report_of_the_version_before_is_still_read() -> None:
    older = json.loads(likely().model_dump_json())
    del older["candidates"]
    older["schema_version"] = "1.0"
    assert read_report("older.json", json.dumps(older).encode()).candidates == ()


def test_a_candidate_that_points_nowhere_is_refused() -> None:
    broken = json.loads(likely().model_dump_json())
    broken["candidates"][0]["spans"][0]["start"] += 1
    with pytest.raises(Exception, match="n34 points at"):
        read_report("broken.json", json.dumps(broken).encode())
