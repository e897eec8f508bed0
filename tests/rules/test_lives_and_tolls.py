"""Births, deaths and ages of a person with a role before the name; a head's age and date are no toll."""

from __future__ import annotations

import pytest

import verifier

OBITUARY = (
    "{head}\n\nThe film director Una Orr, whose nine films were shown in 40 countries, died on {day}, 2020, at home. "
    "She was {age}.\n\nHer agent confirmed the death.\n\nOrr was born in Ayr on June 1, 1940, the daughter of a baker."
)


def _found(text: str) -> list[str]:
    return [f.code for f in verifier.check(text).findings if f.severity != "info"]


def test_an_age_that_birth_and_death_do_not_give_is_found_past_a_role() -> None:
    assert _found(OBITUARY.format(head="Director Una Orr dies", day="October 3", age=82)) == ["D004"]
    assert _found(OBITUARY.format(head="Director Una Orr dies", day="October 3", age=80)) == []


@pytest.mark.parametrize("head", ["Director Una Orr dies at 80", "Una Orr, film director, dies aged 80"])
def test_the_age_of_one_who_died_and_the_day_are_no_toll(head: str) -> None:
    assert _found(OBITUARY.format(head=head, day="October 3", age=80)) == []


def test_a_toll_of_the_head_is_still_held_against_the_body() -> None:
    text = (
        "Ferry fire kills 12\n\nA fire on a ferry killed 11 people at Ayr on Monday.\n\nIt broke out at noon, it said."
    )
    assert _found(text)


@pytest.mark.parametrize(("when", "codes"), [("in the crash", ["N001"]), ("in April", [])])
def test_who_died_in_another_month_is_of_another_toll(when: str, codes: list[str]) -> None:
    text = (
        "Crash on the quay road\n\nTwo people died in a crash on the quay road on Monday. "
        f"The three who died {when} were from Hov."
    )
    assert [f.code for f in verifier.check(text).findings if f.code == "N001"] == codes
