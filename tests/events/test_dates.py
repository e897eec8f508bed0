"""Two dates of one event: what is taken for one, what is not, and what a finding says of it."""

import pytest

from verifier import Report, Settings, check

DATES = Settings(select=("D001", "D002"))


def read(*paragraphs: str) -> Report:
    return check("\n\n".join(paragraphs), DATES)


def codes(*paragraphs: str) -> list[str]:
    return [f.code for f in read(*paragraphs).findings]


def test_a_finding_says_for_which_reasons_two_dates_are_of_one_event() -> None:
    report = read(
        "A court in Wick ruled Friday on it.", "Many cheered.", "Owners called Monday's ruling in Wick a blow."
    )
    (finding,) = report.findings
    assert finding.severity == "warning"
    assert finding.explanation == (
        "The two are taken for one event because one calls by its day what the other tells; one takes up what the "
        "other tells, and not each has names of its own; they share words."
    )


def test_who_showed_something_held_no_show() -> None:
    report = read("Ada Vale showed great calm on Monday.", "It rained.", "Rivals drew praise at Saturday's debate.")
    assert (report.findings, report.candidates) == ((), ())


def test_a_ruling_is_known_again_by_another_word_for_it() -> None:
    assert codes("A court ruled on the dam Sunday.", "It rained.", "Owners called Saturday's verdict a blow.") == [
        "D002"
    ]


def test_a_vote_told_in_many_words_is_one_vote_whichever_of_its_nouns_tells_it() -> None:
    line = "the long tram line over the river in Wick"
    assert codes(
        f"Ada Vale praised {line} in a vote of the council on Tuesday.",
        "It rained.",
        f"After the vote on Monday on {line}, Vale sang.",
    ) == ["D001"]


@pytest.mark.parametrize("figures", [("", ""), ("12 firms and ", "9 firms and ")])
def test_a_deadline_is_one_whatever_figures_stand_beside_it(figures: tuple[str, str]) -> None:
    ours, theirs = figures
    assert codes(
        f"Among {ours}many others, the mill in Wick must hand in its papers by October 5.",
        "It has some workers.",
        f"With {theirs}many others, the mill in Wick said it would keep the October 6 deadline.",
    ) == ["D002"]


def candidates(*paragraphs: str) -> list[str]:
    return [c.message for c in read(*paragraphs).candidates]


def test_what_a_noun_points_back_at_may_not_come_back() -> None:
    walked_out = "Dockers walked out on Monday."
    strike = "The walkout on Thursday stopped 40 ships."
    assert len(candidates(walked_out, "It rained.", strike)) == 1
    others = "Nurses walked out on Friday.", "It snowed.", "Teachers walked out on Sunday.", "It hailed."
    assert candidates(walked_out, "It rained.", *others, strike) == []


def test_who_is_named_right_after_may_be_whom_the_first_did_not_name() -> None:
    nameless = "On Monday the mayor of Tarrow resigned over the ferry affair."
    named = "On Wednesday Brandt resigned over the ferry affair, in tears."
    assert codes(nameless, "Helen Brandt had led it for ten years.", named) == ["D001"]
    assert codes("Helen Brandt sang.", "It rained.", nameless, "It had been a year.", named) == []


def test_the_day_on_which_it_was_said_is_not_held_against_the_day_on_which_it_is_to_be() -> None:
    left = "Half a million people left their homes on the coast of Tarrow, the relief office said on Friday."
    back = "The 500,000 people who left their homes on the coast of Tarrow may go back on Sunday."
    assert codes(left, "Trains stood still.", back) == []


def test_what_is_told_again_may_have_been_said_again_on_another_day() -> None:
    found = "The body of a man was found in the harbour of Tarrow on Sunday, the sheriff's office said on {}."
    assert codes(found.format("Friday"), "The pubs ran dry.", found.format("Saturday")) == []


def test_the_day_of_a_relative_clause_is_none_of_what_the_sentence_tells() -> None:
    came = "Some 1,250 boats sailed into Tarrow bay on Sunday, the harbour master said."
    left = "The 1,250 boats that sailed into Tarrow bay on Sunday left on Monday."
    assert codes(came, "The pubs ran dry.", left) == []


def test_what_is_told_from_hour_to_hour_is_left_alone() -> None:
    entries = [f"{n}:{n}5 p.m. The council approved the tram line on {day}." for n, day in enumerate(DAYS, 1)]
    assert codes("The tram", *entries) == []


DAYS = ("Monday", "Tuesday", "Friday", "Saturday")
