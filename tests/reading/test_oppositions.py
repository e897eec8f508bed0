"""Words that exclude each other, and words that only look as if they did."""

import pytest

from verifier.reading import oppositions
from verifier.reading.matching import key


@pytest.mark.parametrize(
    ("one", "other"),
    [("bought", "sells"), ("voluntary", "mandatory"), ("imports", "exported"), ("rose", "fell"), ("aunt", "uncles")]
    + [("rifle", "pistols"), ("knife", "gun"), ("maize", "barley")],
)
def test_opposites_and_siblings_exclude_each_other_in_every_form(one: str, other: str) -> None:
    assert key(other) in oppositions.rivals(key(one))
    assert key(one) in oppositions.rivals(key(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("rose", "climbed"), ("killed", "dead"), ("firm", "company"), ("praise", "hail"), ("jail", "detain")]
    + [("rifles", "gun"), ("gun", "pistol"), ("maize", "corn"), ("aluminium", "aluminum"), ("ferry", "boat")],
)
def test_words_that_mean_the_same_are_no_rivals(one: str, other: str) -> None:
    assert key(other) not in oppositions.rivals(key(one))


def test_nothing_excludes_itself() -> None:
    assert all(a not in oppositions.rivals(a) for a in oppositions._table() | oppositions._siblings())
