"""Speakers with an office or a relation before the name: the bishop, the mother of somebody, and whom a pronoun means
behind them."""

from __future__ import annotations

import pytest

import verifier

BEFORE = "The ferry at Dornholm carries about 900 people a day, and its future has been open since spring.\n\n"
QUOTED = [
    # whose mother it is does not speak
    (
        "Ms Keane’s mother, Bernadette, told them the family had never moved.\n\n“I leave the light on,” she said.",
        "Bernadette",
    ),
    ("Holm’s aide, Ida Vik, said it was late. “We will wait,” she said.", "Ida Vik"),
    # an office, and a style with "the" before the name
    (
        "The General Synod has backed a plan.\n\nThe Bishop of Selby, the Rt Rev Hannah Crowe, said all were cold. "
        "“We heat empty rooms,” she told members.",
        "Hannah Crowe",
    ),
    ("The Archdeacon of Craven, the Ven James Tuke, said: “It will be sold.”", "James Tuke"),
]


@pytest.mark.parametrize(("text", "speaker"), QUOTED)
def test_the_one_with_the_office_or_the_relation_speaks(text: str, speaker: str) -> None:
    quote = verifier.check(BEFORE + text).quotes[-1]
    assert quote.speaker is not None
    assert quote.speaker.name.endswith(speaker)


STATED = [
    (
        "Lucy Mbek described how her parish in Ayr had shared a hall since 2019 and claimed that 90 came.",
        "90 came",
        "Lucy Mbek",
    ),
    (
        "According to research by the fund Open Door, one in eight halls could close by 2035.",
        "by 2035",
        "research by the fund",
    ),
    ("A reward of €20,000 was offered by Ann Lind.", "A reward of €20,000 was offered", "Ann Lind"),
]


@pytest.mark.parametrize(("text", "claim", "speaker"), STATED)
def test_who_states_it_and_what_of_it(text: str, claim: str, speaker: str) -> None:
    claims = [c for c in verifier.check(BEFORE + text).claims if claim in c.text and c.speaker]
    assert [c.speaker.name for c in claims if c.speaker and c.speaker.name.startswith(speaker)]


def test_whoever_is_asked_to_ring_states_nothing() -> None:
    text = "Anyone who was in the area that night is asked to contact Ayr Police Station on 065 555 0100."
    assert [c.text for c in verifier.check(BEFORE + text).claims if c.cue is not None] == []


def test_millions_may_be_written_with_two_letters() -> None:
    text = (
        "The yard raised $420mn in May. The town was glad of it.\n\nThe $420m that it raised in May will last a year."
    )
    assert [f for f in verifier.check(BEFORE + text).findings if f.code.startswith("N")] == []
    told = [v.value for c in verifier.check(BEFORE + text).claims for v in c.values if v.kind != "date"]
    assert any("420000000" in str(value).replace(",", "") for value in told)
