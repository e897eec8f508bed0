"""JUnit XML, as junitparser reads it."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from tests.report import samples, trouble
from tests.report.test_text import conflict
from verifier.report import FORMATS, Look, RuleNote
from verifier.report.models import Report

NOTES = (
    RuleNote("D001", "conflicting-dates", "error", "Two dates.", "One is wrong."),
    RuleNote("D002", "near-miss-dates", "warning", "Two dates, perhaps.", "A reader would take them for one."),
)


def read(*reports: Report, **look: Any) -> JUnitXml:
    written = FORMATS["junit"].open(len(reports), Look(rules=NOTES, **look)).whole(reports)
    return JUnitXml.fromstring(written.encode())


def outcome(report: Report, code: str, **look: Any) -> Any:
    """What the test of one rule came to."""
    [suite] = read(report, **look)
    [case] = [c for c in suite if c.name.startswith(code)]
    return case


def test_an_article_is_a_suite_and_a_rule_a_test() -> None:
    suites = list(read(trouble.crossing(), samples.report("Nothing here.\n", "quiet.txt")))
    assert [s.name for s in suites] == ["desk/story.txt", "quiet.txt"]
    assert [[c.name for c in s] for s in suites] == [["D001 conflicting-dates", "D002 near-miss-dates"]] * 2
    assert [(s.tests, s.failures, s.errors, s.skipped) for s in suites] == [(2, 1, 0, 0), (2, 0, 0, 0)]


def test_a_failure_shows_both_sides_with_their_places() -> None:
    [failure] = outcome(trouble.crossing(), "D001").result
    assert isinstance(failure, Failure)
    assert (failure.message, failure.type) == ("Two places disagree.", "error")
    assert "desk/story.txt:3:13: error Two places disagree." in failure.text
    assert "“leaves at nine,\nthe harbour”" in failure.text
    assert "6:14 “ten” the other hour" in failure.text


def test_what_is_below_fail_on_stands_in_the_output_of_a_passed_test() -> None:
    case = outcome(conflict(), "D002")
    assert case.is_passed
    assert "March 1 and March 2." in case.system_out
    assert isinstance(outcome(conflict(), "D002", fail_on="warning").result[0], Failure)
    assert outcome(trouble.crossing(), "D001", fail_on="never").is_passed


def test_suppressed_and_known_findings_fail_nothing_and_are_told() -> None:
    case = outcome(trouble.several(), "D001")
    assert case.result[0].message == "At one."
    assert "suppressed: the desk knows" in case.system_out
    assert "known to the baseline" in case.system_out
    only = trouble.several()
    case = outcome(only.model_copy(update={"findings": only.findings[1:2]}), "D001")
    assert isinstance(case.result[0], Skipped)
    assert case.result[0].message == "suppressed: the desk knows"
    assert outcome(only.model_copy(update={"findings": only.findings[2:]}), "D001").is_passed


def test_an_unfinished_run_is_an_error() -> None:
    case = outcome(trouble.unfinished(), "complete")
    assert isinstance(case.result[0], Error)
    assert "no answer" in case.result[0].text
    [suite] = read(trouble.unfinished())
    assert suite.errors == 1


def test_hostile_words_stay_words() -> None:
    case = outcome(trouble.hostile(), "D001")
    assert "]]> <script>alert(1)</script>" in case.result[0].text
    assert "␛[31m" in case.result[0].text
    assert "::error::gone" in case.result[0].message


@pytest.mark.parametrize("char", [chr(c) for c in (*range(0x20), 0x7F, 0x85, 0x2028, 0xFFFE, 0xFFFF, 0xD7FF, 0x1F6A2)])
def test_no_character_breaks_the_file(char: str) -> None:
    found = samples.finding([samples.span("gate", "gate")], message=f"a{char}b")
    report = samples.report("The gate shut.\n", findings=[found])
    [failure] = outcome(report, "D001").result
    written = FORMATS["junit"].open(1, Look()).whole([report])
    assert ET.fromstring(written.encode()) is not None  # noqa: S314 - our own
    assert failure.message.startswith("a")
    assert failure.message.endswith("b")
