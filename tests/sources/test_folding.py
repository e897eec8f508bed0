"""Folded words are alike where two ways of writing one utterance are, and know where they came from."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from verifier.article import Span
from verifier.sources._folding import fold

TEXT = st.text(st.sampled_from("aAbtN '’-.,:$€%0123 \n[]()—İß\xadmé"), max_size=80) | st.text(max_size=60)


@given(TEXT)
@example("İstanbul isn't five")
@example("twenty-one hundred thousand and")
@example("$")
@example("N’t")
def test_every_word_knows_a_stretch_of_the_text_and_they_are_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.words) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert folded.starts == sorted(folded.starts)
    assert all(word and " " not in word for word in folded.words)
    assert all(0 <= at <= len(folded) and 0 <= span.start < span.end <= len(text) for at, span in folded.fillers)


@given(TEXT, st.integers(0, 80), st.integers(0, 80))
def test_no_word_comes_from_what_is_hidden(text: str, start: int, end: int) -> None:
    hidden = Span(min(start, end), max(start, end))
    folded = fold(text, [hidden])
    assert all(not hidden.overlaps(Span(a, b)) for a, b in zip(folded.starts, folded.ends, strict=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It costs $5 million.", "it costs five million dollars"),
        ("1.2m passengers and £3bn", "1.2 million passengers and three billion pounds"),
        ("25% of us", "twenty-five percent of us"),
        ("25 per cent of us", "25 percent of us"),
        ("We don’t know", "we do not know"),
        ("They can't, we won't", "They cannot we will not"),
        ("I'm gonna go", "I am going to go"),
        ("in nineteen ninety-five", "in 1995"),
        ("two thousand and four", "2,004"),
        ("the twenty-first day", "the 21st day"),
        ("three point five billion", "3.5 billion"),
        ("a hundred and twenty loaves", "120 loaves"),
        ("well-known", "well known"),
        ("It, um, rained, you know, a lot", "It rained a lot"),
    ],
)
def test_two_ways_of_writing_one_utterance_are_alike(one: str, other: str) -> None:
    assert fold(one).words == fold(other).words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Do you know him?", "Do him?"),
        ("two three", "23"),
        ("five million", "five billion"),
        ("a pole 3 m long", "a pole 3 million long"),
        ("the mayor's plan", "the mayor is plan"),
    ],
)
def test_what_is_another_utterance_stays_another(one: str, other: str) -> None:
    assert fold(one).words != fold(other).words
