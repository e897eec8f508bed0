"""One person, two ages."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator

from verifier.language import Analysis
from verifier.rules.numbers._figures import Figure


def pairs(analysis: Analysis, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Two ages given right beside the same person's name; and an age that "the 15-year-old" does not share, where only
    one person's age is told."""
    aged: dict[int, list[Figure]] = {}
    nameless = []
    for figure in figures:
        if figure.dimension == "age":
            person = _person(analysis, figure)
            if person is not None:
                aged.setdefault(person, []).append(figure)
            elif _definite(analysis, figure):
                nameless.append(figure)
    for known in aged.values():
        yield from ((a, b) for a, b in itertools.pairwise(known) if a.quantity.value != b.quantity.value)
    if len(aged) == 1:
        ((first, *_),) = aged.values()
        yield from ((first, other) for other in nameless if abs(other.quantity.value - first.quantity.value) > 1)


def _person(analysis: Analysis, figure: Figure) -> int | None:
    """The entity whose name stands right before ("Ana Ruiz, 29,") or right after ("29-year-old Ana Ruiz")."""
    words, mentions = analysis.words, analysis.names.mentions
    at = bisect_left(mentions, figure.quantity.span.start, key=lambda m: m.bare.start)
    before, opens = (mentions[at - 1] if at else None), words.forms[figure.first - 1] if figure.first else ""
    if before and opens in {",", "("} and figure.first > 1 and before.bare.end == words.ends[figure.first - 2]:
        return before.entity if analysis.names.of(before).kind == "person" else None
    after = mentions[at] if at < len(mentions) else None
    if after and figure.last + 1 < len(words) and after.span.start == words.starts[figure.last + 1]:
        return after.entity if analysis.names.of(after).kind == "person" else None
    return None


def _definite(analysis: Analysis, figure: Figure) -> bool:
    """Whether it is "the 15-year-old" who stands for a person known already: no other noun follows."""
    words = analysis.words
    if not figure.first or words.lows[figure.first - 1] != "the" or figure.last + 1 >= len(words):
        return False
    after = words.lows[figure.last + 1]
    return after in _STANDS_FOR or not after[0].isalnum()


_STANDS_FOR = frozenset(
    ["boy", "girl", "man", "woman", "teenager", "student", "who", "was", "is", "had", "has", "said", "told"]
)
