"""The one judgement of sameness: what it joins, what it parts, and what it does not look at."""

import pytest

from verifier import Settings, check

N001 = Settings(select=("N001",))


def severities(text: str) -> list[str]:
    return [f.severity for f in check(text, N001).findings]


@pytest.mark.parametrize("day", ["Monday", "Tuesday", "March 3", "May 8, 2019"])
def test_a_toll_is_one_whatever_other_dates_the_article_holds(day: str) -> None:
    text = (
        f"Fire on the ferry\n\nA fire on a ferry left 14 dead on Monday.\n\nThe ferry was built in 1987.\n\nOn {day} a "
        "court met.\n\nThe fire on the ferry, which broke out at noon, killed 16 people."
    )
    assert severities(text) == ["error"]


def test_a_slip_of_the_day_in_the_same_sentence_is_no_proof_of_another_event() -> None:
    text = "Mill fire\n\nThe fire left 14 dead on {}.\n\nIt rained.\n\nOn Monday the fire killed 16 people in the mill."
    assert severities(text.format("Monday")) == severities(text.format("Tuesday")) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour jobs\n\nThe port hired 430 dockers in 2012.\n\nIt rained.\n\nThe port hired 450 dockers in 2015.",
        "Harbour jobs\n\nThe harbour hired 430 dockers.\n\nIt rained.\n\nThe harbour hired another 450 dockers.",
        "Harbour march\n\nPolice said that 430 people marched.\n\nIt rained.\n\nUnions said that 450 people marched.",
        "Harbour poll\n\nIn Wick 41 percent are young and 30 percent old.\n\nIt rained.\n\n"
        "In Tain 43 percent are young and 27 percent old.",
        "Cup night\n\nThe Lions beat the Hawks 14-3.\n\nIt rained.\n\nThe Lions beat the Hawks 16-3.",
    ],
    ids=["other years", "another", "two speakers", "two places", "scores"],
)
def test_what_may_rightly_differ_is_no_finding(text: str) -> None:
    assert severities(text) == []


def test_a_log_kept_from_hour_to_hour_is_left_alone() -> None:
    entries = [f"{n}:{n}5 p.m. The count stands at {n}40 votes for the seat of Wick." for n in range(1, 6)]
    report = check("The count\n\n" + "\n\n".join(entries), N001)
    assert (report.findings, report.candidates) == ((), ())


def test_what_is_only_likely_is_a_candidate_and_says_why() -> None:
    text = (
        "Harbour jobs\n\nThe port will hire 430 dockers by May, the mayor said.\n\nIt rained.\n\nMany came.\n\n"
        "Ada Vale, who leads the union at the port, expects 450 dockers."
    )
    report = check(text, N001)
    assert report.findings == ()
    (candidate,) = report.candidates
    assert {candidate.spans[0].text, candidate.related[0].span.text} == {"430", "450"}
    assert "two values" in candidate.explanation
