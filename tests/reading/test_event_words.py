"""Which words can tell the same event."""

import pytest

from verifier.reading.event_words import deed, done_by, events, phrase
from verifier.reading.matching import key


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("perform", "concert"),
        ("arrested", "arrest"),
        ("approved", "vote"),
        ("unveil", "event"),
        ("resigned", "decision"),
    ],
)
def test_a_verb_and_what_reporters_call_it_next_name_one_event(verb: str, noun: str) -> None:
    assert events(key(verb)) & events(key(noun))


@pytest.mark.parametrize(
    ("verb", "noun"),
    [("inspected", "inspection"), ("removed", "removal"), ("tested", "test"), ("appointed", "appointment")],
)
def test_a_verb_and_its_own_noun_tell_one_deed(verb: str, noun: str) -> None:
    assert deed(key(verb)) & deed(key(noun))


def test_a_verb_with_its_small_word_tells_what_the_joined_noun_tells() -> None:
    assert deed(key("handed"), "over") & deed(key("handover"))
    assert not deed(key("handed"), "over") & deed(key("handbag"))
    assert phrase(key("stepped"), "down") & events(key("resignation"))


def test_a_verb_that_can_be_told_of_anything_tells_no_deed() -> None:
    assert not deed(key("made"))
    assert not deed(key("took"))


def test_who_does_it_makes_a_ruling_or_a_vote() -> None:
    assert done_by(key("blocked"), frozenset({key("judge")})) & events(key("ruling"))
    assert done_by(key("banned"), frozenset({key("council")})) & events(key("vote"))
    assert not done_by(key("blocked"), frozenset({key("crowd")}))


def test_a_bear_is_not_born() -> None:
    assert not events(key("bears"))
