"""A sum told behind what it adds up: "$12,000, $9,000 and $4,000, for a total of $25,000", "65 people in all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.english import arithmetic, closed
from verifier.reading import Analysis
from verifier.rules._numbers._exactly import added
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum
from verifier.rules._numbers._written import written

_BETWEEN = 9
"""Tokens from one of what is added to the next, and from the last to the sum."""
_MARKS = frozenset([",", "-", "–", "—", "--", "("])
_NEAR = Decimal("0.6")
"""A sum that is further off is not of these figures."""


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """The sums of one sentence that are called so."""
    for at, total in enumerate(sentence):
        if at < 2 or not is_total(analysis.words.lows, total):
            continue
        parts = _run(analysis, sentence[:at], total)
        if len(parts) < 2:
            continue
        low, high, (least, most) = added(analysis, parts, total)
        off = low > most or high < least
        if off and low * _NEAR <= most and least * _NEAR <= high:
            value = sum((p.quantity.value for p in parts), Decimal(0))
            note = f"they add up to {written(analysis, total, value)}"
            yield Sum(total, tuple(parts), note, "Is the sum wrong, or one of what it adds up?")


def is_total(lows: Sequence[str], figure: Figure) -> bool:
    """Whether a figure is called a sum: "a total of 70", "70 people in all"."""
    before, after = lows[max(figure.first - 2, 0) : figure.first], lows[figure.last + 1 : figure.last + 5]
    if before[-1:] == ["of"] and before[0] in arithmetic.OF_A_TOTAL:
        return True
    return any(
        tuple(after[at : at + len(told)]) == told for told in arithmetic.TOTAL_BEHIND for at in range(len(after))
    )


def _run(analysis: Analysis, earlier: Sequence[Figure], total: Figure) -> list[Figure]:
    """The figures that are listed right before a sum, the last of them behind "and", with none of their kind before."""
    lows = analysis.words.lows
    kind = [f for f in earlier if f.dimension == total.dimension]
    if len(kind) < 2 or total.first - kind[-1].last > _BETWEEN:
        return []
    behind = lows[kind[-1].last + 1 : total.first]
    marks = [i for i, low in enumerate(behind) if low in _MARKS]
    if not marks or not arithmetic.LEADS_TO_A_TOTAL.issuperset(behind[marks[-1] + 1 :]):
        return []
    for place in range(len(kind) - 1, 0, -1):
        one, two = kind[place - 1], kind[place]
        between = lows[one.last + 1 : two.first]
        joint = between[-1:] == ["and"] if two is kind[-1] else "," in between[:1] + between[-1:]
        if not joint or len(between) > _BETWEEN:
            return []
    stretch = lows[kind[0].first : total.first]
    if total.dimension == "%" and not arithmetic.OF_TIME.isdisjoint(stretch):
        return []  # a rise on a rise is more than the two together
    return kind if closed.OPEN_LIST.isdisjoint(stretch) and closed.NESTED.isdisjoint(stretch) else []
