"""Where what is stated ends, and words that look like others: a sentence of its own for each kind."""

import pytest

from tests.reading.test_statements import parts


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lee criticised the builders in a letter to the council.", "the builders"),
        ("Lee praised Otto Brandt at the harbour gala.", "Otto Brandt"),
        ("Lee praised the dredging after the storm had passed.", "the dredging"),
        ("Lee attacked the builders by naming their faults.", "the builders"),
        ("Lee criticised the ferry line during the debate.", "the ferry line"),
        ("Lee endorsed Otto Brandt, the head of the ferry line.", "Otto Brandt"),
        ("Lee praised the builders on Monday for their care.", "the builders on Monday for their care"),
        ("Lee described the plan in an interview as a mistake.", "the plan in an interview as a mistake"),
        ("Lee criticised the pier, the quay and the lock.", "the pier, the quay and the lock"),
        ("Lee criticised the pier in the old harbour.", "the pier in the old harbour"),
    ],
)
def test_a_thing_spoken_of_ends_before_when_and_where_it_was_spoken_of(text: str, content: str) -> None:
    assert [said for _, _, said in parts(text)] == [content]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The council has since stressed that the quay is safe.", "The council", "has since stressed"),
        ("Otto Brandt once defended the quay.", "Otto Brandt", "once defended"),
        ("Dora Lane (R), a member of the harbour board, said that the quay is safe.", "Dora Lane", "said"),
        ("Lee called Friday for a new quay.", "Lee", "called Friday for"),
        ("Lee asked Brandt to repaint the quay.", "Lee", "asked"),
        ("Lee has said for weeks that the quay is safe.", "Lee", "has said"),
        ("Lee said Monday during a visit to the old harbour in Ayr, Ohio, that the quay is safe.", "Lee", "said"),
        ("HRB records show the board has paid for the quay.", "HRB records", "show"),
        ("Records from the last vote show he won.", "Records from the last vote", "show"),
        ("The polling shows he leads.", "The polling", "shows"),
        ("While most stayed at home, many said that the quay was safe.", "many", "said"),
        ("Both think that the quay is safe.", "Both", "think"),
        ("The quay is safe, said Grant Green, an engineer.", "Grant Green", "said"),
        ("Lee responded to the critics of the quay.", "Lee", "responded to"),
        ("Lee wrote about the old quay.", "Lee", "wrote"),
    ],
)
def test_the_verb_of_saying_is_seen_whatever_stands_about_it(text: str, source: str, cue: str) -> None:
    assert [(who, how) for who, how, _ in parts(text)] == [(source, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "He found his keys on the quay.",
        "You support the quay.",
    ],
)
def test_who_finds_a_thing_and_whoever_reads_state_nothing(text: str) -> None:
    assert parts(text) == []


def test_a_survey_that_finds_states_what_it_finds() -> None:
    assert parts("The survey found the mayor ahead by two points.") == [
        ("The survey", "found", "the mayor ahead by two points")
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The quay was described as a ruin.", "The quay … as a ruin"),
        ("The builder is accused of hiding the cracks.", "The builder … of hiding the cracks"),
        ("The keeper was asked to lock the gate.", "The keeper … to lock the gate"),
    ],
)
def test_a_passive_without_its_agent_is_told_of_nobody(text: str, content: str) -> None:
    assert [(source, said) for source, _, said in parts(text)] == [(None, content)]
