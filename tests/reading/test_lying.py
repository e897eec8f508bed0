"""What touches a place is found without a walk over everything, and is the same as by such a walk."""

from itertools import product

from verifier.article import Span
from verifier.reading.lying import Lying


def test_what_touches_a_place_is_what_a_walk_over_everything_finds() -> None:
    spans = [Span(at * 5 % 23, at * 5 % 23 + 1 + at * 7 % 9) for at in range(20)]
    lying = Lying((span, number) for number, span in enumerate(spans))
    for start, length in product(range(34), range(1, 6)):
        place = Span(start, start + length)
        walked = [(span, number) for number, span in enumerate(spans) if span.overlaps(place)]
        assert lying.touching(place) == walked


def test_nothing_lies_in_an_empty_text() -> None:
    assert Lying[int](()).touching(Span(0, 5)) == []
