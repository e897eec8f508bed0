"""Quotations with somebody else beside them: a relative, a listener, the paper that is rebuffed, who speaks next."""

from __future__ import annotations

import pytest

import verifier

BEFORE = (
    "Storm night in Dornholm\n\nMarta Ruud, who runs the ferry, met Ivo Lasko, a fisher, at the quay on Sunday.\n\n"
)


def speaker(text: str, fragment: str) -> str | None:
    quote = next(q for q in verifier.check(BEFORE + text).quotes if fragment in q.span.text)
    return quote.speaker.name if quote.speaker is not None else None


SAID = [
    # a dateline stands before whom the sentence is about
    ("DORNHOLM, Ohio — Marta Ruud took Ivo Lasko by the arm. “You cut this rope.” Lasko grinned.", "rope"),
    # no table holds the verb
    ("The skipper, Marta Ruud, bent down to Ivo Lasko. “You cut this rope, my friend.” Lasko blinked.", "rope"),
    # the main verb goes on behind what a paper wrote
    ("Ruud dismissed a story in the Herald, which said that she had sold a boat in May, as “pure fancy”.", "fancy"),
    ("Lasko called it “a robbery” while Ruud called it “a gift”.", "gift"),
    ("“It was cold,” Lasko said; Ruud said: “It was a gift to us all.”", "gift"),
    # a line without a verb ends in whoever has the word
    ("Last word to the old skipper, Marta Ruud:\n\n“I leave a leaky roof.”", "leaky"),
    ("And this is how Ruud sees it:\n\n“The owners bit.”", "bit"),
    ("A note from Marta Ruud, who led them for years:\n\n“You were never in tune.”", "in tune"),
    ("One more line, from the old captain of the ferry, Marta Ruud:\n\n“I saw the sun set.”", "sun set"),
    ("Ruud called the report, in which she was said to have wept, “half right”.", "half right"),
    ("Then, from Ruud herself:\n\n“I shall take the bus.”", "bus"),
    ("“I miss my sheep,” said a farmer near Dornholm, Marta Ruud.", "sheep"),
    ("The harbour was once praised by Marta Ruud for “old-fashioned decency”.", "decency"),
    # what is said as a whole sentence is no title, however short
    ("“We sang here,” said Ruud. “It's over.”", "over"),
    # who it comes from, behind what stands between commas
    ("And this, from the skipper, Marta Ruud:\n\n“He ate here every day until the rolls cost more.”", "rolls"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fragment"), SAID)
def test_the_one_who_says_it_is_credited_whoever_stands_beside(text: str, fragment: str) -> None:
    assert speaker(text, fragment) == "Marta Ruud"


def test_a_relative_named_behind_the_next_quotation_ends_what_somebody_said() -> None:
    text = "“It was a zoo from the start.” Marta Ruud sighed.\n\n“I’d do it again.” Her husband, Per Ruud, grinned."
    assert speaker(text, "do it again") in (None, "Per Ruud")


@pytest.mark.parametrize(
    "text",
    [
        "Not one of her deckhands would have said “no”.",
        "Nobody on board would have said “no”.",
        "Few on the quay would call it a “no”.",
        "Anyone who came would have said “no”.",
        "Try asking a fisher for a “no” and he will look at the sky.",
    ],
)
def test_what_nobody_said_has_no_speaker(text: str) -> None:
    assert speaker(text, "no") is None


@pytest.mark.parametrize(
    "named", ["a man known to everyone as “Admiral”", "a man who calls himself “Admiral”", "a man nicknamed “Admiral”"]
)
def test_what_somebody_is_called_is_no_quotation(named: str) -> None:
    report = verifier.check(BEFORE + f"“My knees are shot,” said {named}.")
    assert [(q.span.text, q.speaker and q.speaker.name) for q in report.quotes if q.kind != "scare"] == [
        ("My knees are shot,", "a man")
    ]


@pytest.mark.parametrize(
    "note",
    [
        "a note, pinned to the door on May 3, to sailors",
        "a note pinned to the door",
        "an email, sent on July 2, to the crew",
    ],
)
def test_where_it_was_written_is_no_part_of_it_whatever_was_done_to_that(note: str) -> None:
    report = verifier.check(BEFORE + f"The old bell is gone for good, Ruud wrote in {note}.")
    assert [(c.text, c.speaker and c.speaker.name) for c in report.claims if c.cue] == [
        ("The old bell is gone for good", "Marta Ruud")
    ]


STATED = [
    ("A flare was seen by Marta Ruud, the coastguard said.", "A flare was seen", "the coastguard"),
    ("The boat belongs to Marta Ruud, the captain confirmed.", "belongs to", "the captain"),
    ("A clerk who answers letters said the bell was silent.", "bell was silent", "A clerk who answers letters"),
    (
        "Three drivers who use the road every day said the bell was silent.",
        "bell was",
        "Three drivers who use the road",
    ),
    ("The dog was found by Marta Ruud, rescuers said.", "dog was found", "rescuers"),
    ("The girl who feeds it told the Herald it was only hungry.", "only hungry", "The girl who feeds it"),
    ("It was lost, according to the clerks' union leader, Marta Ruud.", "It was lost", "Marta Ruud"),
    ("One person who was in the hall said the bell was silent.", "bell was", "One person who was in the hall"),
    ("People who live along the route said the bell was silent.", "bell was", "People who live along the route"),
    ("Someone who came by on Friday said the bell was silent.", "bell was silent", "Someone who came by"),
]


@pytest.mark.parametrize(("text", "claim", "who"), STATED)
def test_a_statement_is_whose_it_is_said_to_be_and_of_nobody_named_in_it(text: str, claim: str, who: str) -> None:
    claims = [c for c in verifier.check(BEFORE + text).claims if claim in c.text]
    assert [c.speaker and c.speaker.name for c in claims] == [who]


def test_one_of_several_may_be_named_behind_what_they_are() -> None:
    assert speaker("“I cried,” said one of the welders, Noor Malik.", "cried") == "Noor Malik"


def test_who_has_no_name_may_be_whom_words_come_from() -> None:
    assert speaker("From the captain:\n\n“He never let me pay.”", "let me pay") == "the captain"


def test_on_a_day_somebodys_clerks_do_it() -> None:
    report = verifier.check(BEFORE + "On Monday its clerks were accused by the Harbour Board of “sleeping”.")
    assert [c.text[:10] for c in report.claims if "sleeping" in c.text] == ["Its clerks"]


def test_whom_another_questions_gives_the_answers() -> None:
    turns = "Q: Did you turn back?\n\nA: A boat does not turn back. We landed at four."
    report = verifier.check(f"Inquest\n\nThe coroner, Ivo Lasko, questioned the skipper Marta Ruud.\n\n{turns}")
    assert [c.speaker.name for c in report.claims if "landed" in c.text and c.speaker] == ["skipper Marta Ruud"]


def test_a_question_right_before_its_answer_is_not_who_spoke_last() -> None:
    text = "“What do you need?” Lasko asked. “A new rope,” said Ruud. “And a boat?” “No.”"
    assert speaker(text, "rope") == "Marta Ruud"
    assert speaker(text, "boat") is None


def test_who_writes_that_down_has_not_said_it() -> None:
    text = "“It was a good tap,” Ruud told him. “It never leaked.” Lasko wrote that down."
    assert speaker(text, "never leaked") == "Marta Ruud"


def test_who_thanks_somebody_named_is_somebody_else() -> None:
    text = "The captain thanked two clerks, Jo Poe and Ann Lee, who said it was late. “It was,” the captain said."
    assert speaker(text, "It was") == "the captain"


@pytest.mark.parametrize(
    "lead",
    [
        "A letter from the bank to Marta Ruud:",
        "A poster of Marta Ruud:",
        "A sign beside Marta Ruud:",
        "An open letter to the skipper, Marta Ruud:",
        "A text from a friend of Marta Ruud:",
        "To the old skipper, Marta Ruud:",
        "In memory of Marta Ruud:",
        "This is how the bank greeted Marta Ruud:",
        "This is how Marta Ruud was described:",
        "This was how Marta Ruud learned of it:",
    ],
)
def test_whom_a_line_only_mentions_has_not_said_what_follows(lead: str) -> None:
    assert speaker(f"{lead}\n\n“You are late again.”", "late again") != "Marta Ruud"


def test_a_claim_that_somebody_is_not_said_to_make_is_no_verb() -> None:
    report = verifier.check(BEFORE + "Lasko likes Marta Ruud, but claims that she left early are false.")
    assert [c.text for c in report.claims if c.speaker is not None and "false" in c.text] == []


def test_a_complaint_that_somebody_draws_is_not_hers() -> None:
    report = verifier.check(BEFORE + "Marta Ruud drew the complaint that she was late.")
    assert [c.text for c in report.claims if c.speaker is not None and "late" in c.text] == []


def test_not_one_of_them_is_none_of_them() -> None:
    report = verifier.check(BEFORE + "Not one of the deckhands said the bell was silent.")
    assert [c.text for c in report.claims if c.speaker is not None and "silent" in c.text] == []
