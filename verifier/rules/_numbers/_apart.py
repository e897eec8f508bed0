"""A share in one sentence, its counts in another: "a third of the bridges need repair", "180 of the 300 bridges do"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from verifier.english import arithmetic, events, negation
from verifier.reading import Analysis, matching, oppositions
from verifier.rules._numbers._figures import WHEN, Figure
from verifier.rules._numbers._sums import Sum

_ROOM = Decimal(7)
"""Percentage points by which a share may be rounded."""
_SHARED = 2
"""Words that both sentences share at least besides what they count."""
_MANY = 20
"""Shares or counts of one thing from which on they are a table."""
_NEAR = 12
"""Sentences between the two at most."""
_OTHER = frozenset(matching.key(w) for w in events.SETS_APART) | {"since"}


class _Counts(NamedTuple):
    """So many of so many: "180 of the 300 bridges"."""

    part: Figure
    whole: Figure

    @property
    def share(self) -> Decimal:
        return self.part.quantity.value * 100 / self.whole.quantity.value


def check(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """Every share of things that are counted once elsewhere."""
    counts = defaultdict[str, list[_Counts]](list)
    for pair in pairwise(figures):
        if _is_counts(analysis, *pair):
            counts[pair[1].noun].append(_Counts(*pair))
    shares = defaultdict[str, list[Figure]](list)
    for figure in figures if counts else ():
        if figure.dimension == "%" and figure.noun in counts and figure.quantity.value < 100:
            shares[figure.noun].append(figure)
    for noun, told in shares.items():
        if len(told) <= _MANY and len(counts[noun]) <= _MANY:
            yield from _compared(analysis, told, counts[noun])


def _compared(analysis: Analysis, shares: Sequence[Figure], counts: Sequence[_Counts]) -> Iterator[Sum]:
    """The shares of one thing against its counts: those with one share and one count for what is told of them."""
    for share in shares:
        alike = [c for c in counts if _alike(analysis, share, c)]
        if len(alike) != 1 or sum(_alike(analysis, s, alike[0]) for s in shares) != 1:
            continue
        real, quantity = alike[0].share, share.quantity
        majority = quantity.low == quantity.value == 50 and real < quantity.low
        if majority or real < quantity.low - _ROOM or real > quantity.high + _ROOM:
            part, whole = alike[0]
            note = f"the counts make {real:.0f} percent"
            yield Sum(share, (part, whole), note, "Is the share wrong, or one of the counts?")


def _is_counts(analysis: Analysis, part: Figure, whole: Figure) -> bool:
    between = analysis.words.lows[part.last + 1 : whole.first]
    of = "of" in between and arithmetic.BEFORE_A_WHOLE.issuperset(between)
    exact = all(f.dimension == "count" and f.quantity.low == f.quantity.high for f in (part, whole))
    return (
        of
        and exact
        and part.noun in {"", whole.noun}
        and bool(whole.noun)
        and 0 < part.quantity.value < whole.quantity.value
    )


def _alike(analysis: Analysis, share: Figure, counts: _Counts) -> bool:
    """Whether a share and a count are of the same: one noun, and two sentences that say the same of it."""
    at, other = share.sentence, counts.part.sentence
    if share.noun != counts.whole.noun or at == other or abs(at - other) > _NEAR:
        return False
    own = {share.noun, *analysis.keys[share.first : share.last + 1]}
    one, two = (analysis.topics.contents[i] - own for i in (at, other))
    apart = ((one ^ two) & (_OTHER | WHEN)) or any(k.isdigit() and len(k) == 4 for k in one ^ two)
    turned = any(not oppositions.rivals(k).isdisjoint(two - one) for k in one - two)
    return len(one & two) >= _SHARED and not apart and not turned and _denies(analysis, at) == _denies(analysis, other)


def _denies(analysis: Analysis, sentence: int) -> bool:
    words = analysis.words
    inside = words.inside(analysis.article.sentences[sentence].span)
    return any(negation.denies(words.lows[i]) for i in inside)
