from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.article._sentences import sentences


def split(text: str, *, continues: bool = False) -> list[str]:
    return [text[a:b] for a, b in sentences(text, continues=continues)]


WHOLE = [
    "“I came. I saw.” he said.",
    '"I came. I saw," she said on Monday.',
    "‘I came. I saw the boys’ club,’ she said.",
    "''This is not reform. It is theft,'' said Douglas Moe.",
    '"Why now? Why here?" Moe asked.',
    '"We did it!" Ms. Moe, a teacher, shouted at the crowd.',
    '"Why now?" Sen. J. K. Moe of Ohio asked, adding that he would go.',
    "The U.S. Senate met at 5 a.m. Tuesday in Washington, D.C.",
    "Sen. Bob Moe met J. K. Loe and George W. Doe at No. 5 St. James Street on Sept. 3.",
    "Apple Inc. Chief Ann Loe waited… and left.",
    "He kept 5.2 percent, vs. Moe.",
]
TWO = [
    ("He left the U.S.", "She stayed."),
    ("It began at 5 p.m.", "The crowd left."),
    ("He works at Apple Inc.", "The firm is large."),
    ('"We did it!"', "She smiled at it."),
    ('"It works."', "He said that it was good."),
    ("It is “a plan that works.”", "She adds, “Nobody knows why.”"),
    ('"Why now?"', "Moe said that nobody knew."),
    ("It was Plan B.", "The end came."),
    ("Moe said “yes.”", "“No,” said Loe."),
    ("(He came. He saw.)", "They left."),
    ("It cost $5.", "“Too much. Far too much,” she said."),
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_whole(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("pair", TWO)
def test_two_sentences_are_told_apart(pair: tuple[str, str]) -> None:
    assert split(" ".join(pair)) == list(pair)


def test_a_mark_without_its_partner_swallows_nothing() -> None:
    assert split('He said "we came. We saw. We left. "Bar," she said.') == [
        'He said "we came.',
        "We saw.",
        "We left.",
        '"Bar," she said.',
    ]


def test_a_quotation_that_the_next_paragraph_goes_on_with_stays_whole() -> None:
    assert split("He said: “We came. We saw.", continues=True) == ["He said: “We came. We saw."]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aB.?! “”\"'‘’\n\xad", max_size=60))
def test_sentences_are_ordered_trimmed_and_apart(text: str) -> None:
    found = sentences(text)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    assert sum(len(text[a:b].split()) for a, b in found) >= len(text.split())
