"""Two who speak in one sentence or one article, and who hears, is told or is only named beside them."""

from __future__ import annotations

import pytest

import verifier

BEFORE = "The ferry at Dornholm carries about 900 people a day, and its future has been open since spring.\n\n"
TURNS = [
    # the second of a sentence is somebody without a name
    ('"I could run," Bo Ek said, while the keeper said: "I could not walk."', ["Bo Ek", "the keeper"]),
    ('"I could run," Bo Ek said, but his aunt said: "I could not walk."', ["Bo Ek", "his aunt"]),
    ('"I could run," Bo Ek said, adding: "I could even swim."', ["Bo Ek", "Bo Ek"]),
    # a first name is that of the one who bears it, whoever of the family spoke last
    (
        'Ida Holm met Eva Holm there. "It was late," Ida Holm said.\n\n"We ran," Eva said.',
        ["Ida Holm", "Eva Holm"],
    ),
    # whom something is said to does not take the gender of a relative
    (
        'The boss, Greta Sund, leaned towards her brother Olle. "You sold my wheel." Olle left.\n\n"I did," he said.',
        ["Greta Sund", "Olle"],
    ),
    # who hears it sighs and does something else
    ('"I could run," Bo Ek said at last. "You could not." Holm sighed and left the room.', ["Bo Ek", "Bo Ek"]),
    ('"I could run," Bo Ek said at last. "You could not." Holm nodded and turned away.', ["Bo Ek", "Bo Ek"]),
    # lead-ins that name a body and its man, or a man and his body
    ('And this from the pilots’ union’s Karin Oster:\n\n"We read every letter of it."', ["Karin Oster"]),
    ('And this from Karin Oster of the union:\n\n"We read every letter of it."', ["Karin Oster"]),
]


@pytest.mark.parametrize(("text", "speakers"), TURNS)
def test_each_keeps_the_words(text: str, speakers: list[str]) -> None:
    quotes = verifier.check(BEFORE + text).quotes
    assert [q.speaker.name if q.speaker else None for q in quotes] == speakers


NOBODY = ['No clerk would say that the vote had been "bought".', 'Had anyone asked, they might have heard "yes".']


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_would_say_has_no_speaker(text: str) -> None:
    report = verifier.check(BEFORE + text)
    assert [q.speaker for q in report.quotes] == [None]
    assert [c.speaker for c in report.claims[1:] if c.speaker] == []


BESIDE = [
    # whom somebody praises, and who tells of it
    ("Bo Ek was praised by Eva Holm, a neighbour said.", "Bo Ek was praised by Eva Holm", "a neighbour"),
    (
        "Some 80 bodies were found, the governor, Esther Namu, told reporters.",
        "Some 80 bodies were found",
        "Esther Namu",
    ),
    ("The lamp was out, Magnus Frid, the keeper, said.", "The lamp was out", "Magnus Frid"),
    ("The lamp was out, the lawyer for the line, Magnus Frid, said.", "The lamp was out", "Magnus Frid"),
]


@pytest.mark.parametrize(("text", "claim", "speaker"), BESIDE)
def test_what_stands_beside_a_name_closes_before_the_verb(text: str, claim: str, speaker: str) -> None:
    told = [(c.text, c.speaker.name) for c in verifier.check(BEFORE + text).claims if c.speaker]
    assert told == [(claim, speaker)]


def test_when_it_was_said_is_not_what_was_said() -> None:
    assert verifier.check(BEFORE + "After the vote, the mayor, Ann Lind, said.").claims[1:] == ()


def test_the_sentence_that_names_who_speaks_next_is_told_whole() -> None:
    text = 'The miller, Greta Sund, leaned over to her brother at noon on May 3. "You sold the wheel of the mill."'
    assert "The miller, Greta Sund, leaned over" in " ".join(c.text for c in verifier.check(BEFORE + text).claims)


NAMED_WHOLE = [
    ("Alistair Begg of the Health and Safety Board said cows should stay out of the field.", "Alistair Begg"),
    ("Mid Wales Fire and Rescue Service said crews were called at noon.", "Mid Wales Fire and Rescue Service"),
    ("A spokesman for the Parks and Gardens Department said the gate would close.", "A spokesman for the Parks"),
    (
        "Leader of the Opposition Rakesh Lal left. Outside, Mr. Lal said the minister was late.",
        "Leader of the Opposition",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), NAMED_WHOLE)
def test_a_body_of_two_fields_takes_no_words_from_its_man_and_an_office_keeps_its_holder(
    text: str, speaker: str
) -> None:
    said = [c.speaker.name for c in verifier.check(BEFORE + text).claims if c.cue is not None and c.speaker]
    assert said
    assert all(name.startswith(speaker) for name in said)


def test_who_is_only_named_in_what_she_says_is_not_who_says_it() -> None:
    text = (
        "Karen Whyte told the court so. The man had been advised by an inspector to move the path, she said, but had "
        "done nothing."
    )
    said = {c.cue.text: c.speaker.name for c in verifier.check(BEFORE + text).claims if c.cue and c.speaker}
    assert said["said"] == "Karen Whyte"


def test_who_wrote_the_article_is_nobody_whom_it_is_about() -> None:
    text = "Farmer fined\n\nBy Morag Sinclair\n\nA farmer was fined on Monday. She said the field was hers."
    assert all(c.speaker is None or "Sinclair" not in c.speaker.name for c in verifier.check(text).claims)


def test_who_blames_somebody_is_who_spoke_before_though_a_thing_stands_nearer() -> None:
    text = "Sunita Lal told the house that 9 tonnes of tar had been supplied since May, and blamed hoarders for it."
    assert [c.speaker.name for c in verifier.check(BEFORE + text).claims if c.speaker] == ["Sunita Lal", "Sunita Lal"]
