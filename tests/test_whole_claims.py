"""Claims are whole sentences that stand alone: nothing cut off, nothing joined that does not belong together."""

from __future__ import annotations

import pytest

import verifier

BEFORE = "The ferry at Dornholm carries about 900 people a day, and its future has been open since spring.\n\n"
CLAIMS = [
    # what is hung on a clause behind who says it keeps the comma, and a demonstrative its place
    (
        "The usual trouble is rust, Lind said, mostly on the older boats.",
        "The usual trouble is rust, mostly on the older",
    ),
    ("That includes tar and old nets, she said.", "That includes tar and old nets"),
    (
        "Some 60 were missing and 142 had been found, Ann Lind said, many of them dead.",
        "had been found, many of them dead",
    ),
    ("Flows have fallen by 18%, Ann Lind said, although the year was dry.", "fallen by 18%, although the year was dry"),
    (
        "In a survey of 2021, Ann Lind said, six in 10 people liked it.",
        "In a survey of 2021, six in 10 people liked it",
    ),
    ("Ann Lind, she said, will leave in May, whatever the board of the yard says.", "Ann Lind will leave in May"),
    # a second thing said needs no second "that"
    ("He said that a warning had gone out but that some crews had not seen it.", "had gone out but some crews"),
    ('Lind told them that the votes were not counted and that "nobody has won".', 'were not counted and "nobody has'),
    # what is no clause is told with who does what with it
    ("Ann Lind admitted nine counts of theft when she appeared in Ayr.", "Ann Lind admitted nine counts of theft"),
    (
        "The Greens claimed victory on Sunday after voters turned on the mayor.",
        "The Greens claimed victory on Sunday after",
    ),
    # what stands before and behind a credit
    (
        "About 3,200 homes are dark, according to North Grid, up from 1,800 at noon.",
        "About 3,200 homes are dark, up from",
    ),
    ("With 91% counted, the Greens had 34%, according to the election board.", "With 91% counted, the Greens had 34%"),
    # what the verbs of one speaker share
    (
        'He said he had "hated every hour" but could see no way to stop.',
        '"hated every hour" but could see no way to stop',
    ),
    ("He said the crew had missed a light but refused to blame the mate.", "The crew had missed a light"),
    (
        "Ann Lind said the crew of the second boat had missed a light on the shore in a heavy fog at Ayr but refused "
        "to blame the mate.",
        "Ann Lind refused to blame the mate",
    ),
    ("The ferry is lost, said an official who asked not to be named.", "The ferry is lost"),
    # what hangs on a noun is told with it
    ("It was a boat that Ann Lind said could have crossed the sea twice.", "It was a boat that Ann Lind said could"),
    ("Ann Lind refused to play until Orr, stuck on a train, arrived.", "until Orr, stuck on a train, arrived"),
    ("It came to light in May when a doctor, Bo Ek, asked why it took so long.", "a doctor, Bo Ek, asked why"),
]


@pytest.mark.parametrize(("sentence", "told"), CLAIMS)
def test_a_claim_is_whole(sentence: str, told: str) -> None:
    claims = [claim.text for claim in verifier.check(BEFORE + sentence).claims[1:]]
    assert [text for text in claims if told in text], claims


NONE = [
    "The board read the scans, some of them showing cracks in the hull of it.",
    "She wasn’t, she tells us.",
    "The clerk, who was not authorised to discuss the case publicly, left.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_what_states_nothing_is_no_claim(sentence: str) -> None:
    assert verifier.check(BEFORE + sentence).claims[1:] == ()


def test_quoted_words_do_not_take_the_verb_that_they_are_the_subject_of() -> None:
    text = 'Lind’s remark that "we will sink before we sell" was cheered by the crews at Hammer on Thursday.'
    assert [c.text for c in verifier.check(BEFORE + text).claims if c.kind == "direct"] == [
        '"we will sink before we sell"'
    ]


def test_whoever_refuses_is_who_spoke_before() -> None:
    text = "Ann Lind said the banks had lost the money but demanded an inquiry into the yard."
    claims = verifier.check(BEFORE + text).claims[1:]
    assert [c.speaker.name for c in claims if c.speaker] == ["Ann Lind", "Ann Lind"]


def test_of_several_sentences_in_one_answer_each_can_be_looked_up() -> None:
    text = "LIND: I like it. The channel at Ayr is 800 feet wide. Who would not?\n\nHOST: Thanks.\n\nLIND: Bye."
    (answer, *_) = [c for c in verifier.check("HOST: Good morning.\n\n" + text).claims if "800" in c.text]
    assert answer.checkable


def test_a_rate_ends_a_sentence_and_so_do_initials_before_a_quotation() -> None:
    text = 'The wind reached 185 km/h. Police shut roads. "It was loud," Ann Lind says in a bar in Troy, N.Y. "We hid."'
    report = verifier.check(BEFORE + text)
    assert [q.span.text for q in report.quotes] == ["It was loud,", "We hid."]
    assert len({q.speaker.name if q.speaker else "" for q in report.quotes}) == 1
    assert any(c.text == "The wind reached 185 km/h." for c in report.claims)


def test_what_is_said_of_a_thing_before_is_told_with_it() -> None:
    text = "Ayr opened a quay on Monday, which it said would create 40 jobs."
    assert [c.text for c in verifier.check(BEFORE + text).claims if "40" in c.text] == [text]


def test_her_tutor_is_not_she() -> None:
    text = "Her tutor, Angus Tait, said it was too far. She went to Hammer with two donkeys."
    assert "She went to Hammer with two donkeys." in [c.text for c in verifier.check(BEFORE + text).claims]
