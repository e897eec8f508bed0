"""What a suppression does to a report: one code at one place, and nothing vanishes."""

from datetime import date

import pytest

from verifier import Settings, check
from verifier.article import Span
from verifier.report.models import Report
from verifier.suppressions import Wish, apply

TEXT = """Council meets

It met on February 30, 2019, and on April 31, 2019.

It will meet again on February 30, 2019.
"""
TODAY = date(2026, 11, 24)
RAN = frozenset({"D003"})


def found() -> Report:
    return check(TEXT, Settings(select=("D003",)))


def wish(**given: object) -> Wish:
    return Wish(**{"where": "here", "by": "sidecar", "code": "D003", "reason": "why", **given})  # type: ignore[arg-type]


def aside(report: Report) -> list[str]:
    return [f.spans[0].text for f in report.findings if f.suppression]


def state(report: Report) -> list[str]:
    return [one.state for one in report.run.suppressions]


def test_quoted_words_set_one_finding_aside_and_all_stay_in_the_report() -> None:
    before = found()
    after = apply(before, [wish(words="April 31, 2019")], today=TODAY, ran=RAN)
    assert aside(after) == ["April 31, 2019"]
    assert [f.fingerprint for f in after.findings] == [f.fingerprint for f in before.findings]
    assert len(after.findings) == 3
    assert after.findings[1].suppression is not None
    assert (after.findings[1].suppression.reason, after.findings[1].suppression.by) == ("why", "sidecar")
    assert not after.findings[1].counts
    assert state(after) == ["used"]


def test_words_may_be_folded_over_lines_and_may_say_more_than_the_finding() -> None:
    assert aside(apply(found(), [wish(words="meet \n again on February")], today=TODAY, ran=RAN)) == [
        "February 30, 2019"
    ]


def test_words_that_occur_twice_are_refused_until_more_is_quoted() -> None:
    after = apply(found(), [wish(words="February 30, 2019")], today=TODAY, ran=RAN)
    assert (aside(after), state(after)) == ([], ["refused"])
    assert after.run.suppressions[0].problem == "its words occur 2 times; quote more of the sentence"
    assert aside(apply(found(), [wish(words="February 30, 2019, and")], today=TODAY, ran=RAN)) == ["February 30, 2019"]


def test_a_paragraph_is_a_place_and_words_make_it_smaller() -> None:
    paragraph = Span(TEXT.index("It met"), TEXT.index("\n\nIt will"))
    assert aside(apply(found(), [wish(paragraph=paragraph)], today=TODAY, ran=RAN)) == [
        "February 30, 2019",
        "April 31, 2019",
    ]
    narrow = wish(paragraph=paragraph, words="February 30, 2019")
    after = apply(found(), [narrow], today=TODAY, ran=RAN)
    assert [f.suppression is not None for f in after.findings] == [True, False, False]


def test_a_fingerprint_is_one_finding() -> None:
    last = found().findings[2]
    after = apply(found(), [wish(fingerprint=last.fingerprint)], today=TODAY, ran=RAN)
    assert [f.suppression is not None for f in after.findings] == [False, False, True]


def test_another_code_suppresses_nothing() -> None:
    after = apply(found(), [wish(code="D001", words="April 31, 2019")], today=TODAY, ran=RAN | {"D001"})
    assert (aside(after), state(after)) == ([], ["unused"])


@pytest.mark.parametrize(("until", "expected"), [(TODAY, "used"), (date(2026, 11, 23), "expired")])
def test_it_counts_to_the_end_of_its_last_day(until: date, expected: str) -> None:
    after = apply(found(), [wish(words="April 31, 2019", until=until)], today=TODAY, ran=RAN)
    assert state(after) == [expected]
    assert bool(aside(after)) == (expected == "used")


def test_what_suppresses_nothing_is_unused_unless_its_rule_did_not_run() -> None:
    gone = wish(words="no such words")
    assert state(apply(found(), [gone], today=TODAY, ran=RAN)) == ["unused"]
    assert state(apply(found(), [gone], today=TODAY, ran=frozenset())) == ["idle"]


def test_a_refused_wish_never_counts() -> None:
    after = apply(found(), [wish(words="April 31, 2019", problem="it gives no reason")], today=TODAY, ran=RAN)
    assert (aside(after), state(after)) == ([], ["refused"])


def test_an_expired_wish_leaves_the_finding_to_another_that_counts() -> None:
    wishes = [
        wish(words="April 31, 2019", until=date(2020, 1, 1), reason="old"),
        wish(words="on April 31", reason="new"),
    ]
    after = apply(found(), wishes, today=TODAY, ran=RAN)
    assert [f.suppression.reason for f in after.findings if f.suppression] == ["new"]
    assert state(after) == ["expired", "used"]


def test_without_a_wish_the_report_is_the_same() -> None:
    before = found()
    assert apply(before, [], today=TODAY, ran=RAN) is before
