"""Which of the old belongs to which of the new."""

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.diff.alignment import align

SENTENCES = st.lists(st.text(st.sampled_from("ab .,"), max_size=12), max_size=8)


def test_equal_wordings_belong_together_wherever_they_stand() -> None:
    matched = align(["The bridge is closed.", "Rain fell"], ["Rain fell.", "the bridge  is closed"])
    assert matched.pairs == ((1, 0), (0, 1))
    assert (matched.gone, matched.added) == ((), ())


def test_the_same_wording_twice_is_paired_in_order() -> None:
    assert align(["x y", "x y", "x y"], ["x y", "x y"]).pairs == ((0, 0), (1, 1))
    assert align(["x y", "x y", "x y"], ["x y", "x y"]).gone == (2,)


def test_the_nearest_wordings_belong_together() -> None:
    old = ["the bridge closes on May 3", "the school closes on May 4"]
    new = ["the school closes on May 5", "the bridge closes on May 6", "the cat slept"]
    matched = align(old, new)
    assert matched.pairs == ((1, 0), (0, 1))
    assert matched.added == (2,)


def test_what_shares_less_than_half_is_another_thing() -> None:
    assert align(["the mayor resigned on Monday"], ["the harbour was cleaned in spring"]).pairs == ()


@given(SENTENCES, SENTENCES)
@settings(max_examples=60)
def test_everything_has_one_partner_or_none(old: list[str], new: list[str]) -> None:
    matched = align(old, new)
    assert sorted([*(i for i, _ in matched.pairs), *matched.gone]) == list(range(len(old)))
    assert sorted([*(j for _, j in matched.pairs), *matched.added]) == list(range(len(new)))
    assert align(old, old).pairs == tuple((i, i) for i in range(len(old)))
