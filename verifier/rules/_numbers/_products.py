"""So many at so much each, and so much a month or a year: a sum that one multiplication settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.english import arithmetic, units
from verifier.reading import Analysis, matching
from verifier.reading.quantities import bounds
from verifier.rules._numbers._added import is_total
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum
from verifier.rules._numbers._written import written

_ROOM = Decimal("0.04")
"""How far off a product may be that was rounded for the reader."""
_TO_THE_PRICE, _TO_THE_SUM = 9, 7
_SKIPPED = frozenset([",", "-", "–", "—", "--", "("])
_MORE = arithmetic.AND_MORE | {"and"}
_OPENS = ([","], ["("], ["-"], ["–"], ["—"], ["--"])
_NOUGHTS = frozenset(Decimal(n) for n in ("0.01", "0.1", "10", "100"))
"""A nought too many, or one too few."""
_NEAR = 4
"""A sum this many times off is of something else."""


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """Every price of one sentence that a count, or a longer period, is beside."""
    for number, price, total in zip(sentence, sentence[1:], sentence[2:], strict=False):
        yield from _each(analysis, number, price, total)
        yield from _made_of(analysis, number, price, total)
        yield from _each_of(analysis, number, price, total)
    for one, two in pairwise(sentence):
        yield from _by_period(analysis, one, two)


def _each(analysis: Analysis, number: Figure, price: Figure, total: Figure) -> Iterator[Sum]:
    """ "200 tickets at $15 each, raising $3,000", "24 rooms for 30 children each, 720 places in all"."""
    lows = analysis.words.lows
    money = price.dimension == total.dimension and price.dimension.startswith("money")
    counted = price.dimension == total.dimension == "count" and is_total(lows, total)
    far = price.first - number.last > _TO_THE_PRICE
    if not (money or counted) or number.dimension != "count" or not number.noun or far:
        return
    end = price.last + 1
    end += counted and bool(price.noun) and _key(lows, end) == price.noun
    each = lows[end : end + 1] and (
        lows[end] in arithmetic.EACH or (lows[end] in units.PER and _key(lows, end + 1) == number.noun)
    )
    between = lows[end + 1 : total.first]
    told = [low for low in between if low not in _SKIPPED]
    makes = (counted and between[:1] in _OPENS) or (told != [] and told[0] in arithmetic.MAKES)
    if not each or len(between) > _TO_THE_SUM or not makes or not _MORE.isdisjoint(told):
        return
    low, high = (a * b for a, b in zip(bounds(number.quantity), bounds(price.quantity), strict=True))
    if _off(low, high, total):
        made = written(analysis, total, number.quantity.value * price.quantity.value)
        yield Sum(total, (number, price), f"they come to {made}", "Which of the three figures is off?")


def _made_of(analysis: Analysis, total: Figure, number: Figure, price: Figure) -> Iterator[Sum]:
    """ "£135, or three fines of £45 each": a sum, told again as what it is made of."""
    lows = analysis.words.lows
    money = price.dimension == total.dimension and price.dimension.startswith("money")
    again = lows[total.last + 1 : number.first] in ([",", "or"], ["("])
    of = lows[number.last + 1 : price.first]
    each = lows[price.last + 1 : price.last + 2] and lows[price.last + 1] in arithmetic.EACH
    each = each and lows[price.last + 2 : price.last + 3] in ([","], ["."], [")"], [";"])  # nor "each and a fee"
    if (
        not money
        or number.dimension != "count"
        or not again
        or not each
        or of[-1:] not in (["of"], ["at"])
        or len(of) > 3
    ):
        return
    low, high = (a * b for a, b in zip(bounds(number.quantity), bounds(price.quantity), strict=True))
    if _off(low, high, total):
        made = written(analysis, total, number.quantity.value * price.quantity.value)
        yield Sum(total, (number, price), f"they come to {made}", "Which of the three figures is off?")


def _each_of(analysis: Analysis, number: Figure, price: Figure, total: Figure) -> Iterator[Sum]:
    """ "Each of the 200 members pays $30 a year, which brings the club $6,000"."""
    lows = analysis.words.lows
    money = price.dimension == total.dimension and price.dimension.startswith("money")
    opened = lows[max(number.first - 3, 0) : number.first] == ["each", "of", "the"]
    if not money or not opened or number.dimension != "count" or price.first - number.last > _TO_THE_PRICE:
        return
    between = lows[price.last + 1 : total.first]
    told = [low for low in between[between.index(",") + 1 :] if low != "which"] if "," in between else []
    if not told or told[0] not in arithmetic.MAKES or len(told) > _TO_THE_SUM:
        return
    low, high = (a * b for a, b in zip(bounds(number.quantity), bounds(price.quantity), strict=True))
    if _off(low, high, total):
        made = written(analysis, total, number.quantity.value * price.quantity.value)
        yield Sum(total, (number, price), f"they come to {made}", "Which of the three figures is off?")


def _by_period(analysis: Analysis, one: Figure, two: Figure) -> Iterator[Sum]:
    """ "$900 a month, or $10,800 a year"."""
    lows = analysis.words.lows
    short, long = _period(lows, one), _period(lows, two)
    times = arithmetic.IN_A.get((short, long)) or arithmetic.IN_A.get((long, short))
    between = lows[one.last + 3 : two.first]
    again = between[-1:] in (["("], ["or"]) or [w for w in between if w not in units.ABOUT][-1:] == ["or"]
    behind = lows[two.last + 1 : two.last + 6]
    if not arithmetic.AND_MORE.isdisjoint(behind):
        return
    if not times or not again or len(between) > 4 or one.dimension != two.dimension or one.noun != two.noun:
        return
    less, more = (one, two) if (short, long) in arithmetic.IN_A else (two, one)
    low, high = (b * n for b, n in zip(bounds(less.quantity), times, strict=True))
    if _off(low, high, more):
        made = written(analysis, more, less.quantity.value * times[0])
        note = f"that makes {made} a {long if more is two else short}"
        yield Sum(two, (one,), note, "Which of the two figures is off?")


def _period(lows: Sequence[str], figure: Figure) -> str:
    """The period behind "a" or "per", right behind a figure."""
    end = figure.last + 1
    return lows[end + 1] if end + 1 < len(lows) and lows[end] in units.PER else ""


def _off(low: Decimal, high: Decimal, told: Figure) -> bool:
    """Whether a product misses what it is told to be, and may still be meant by it."""
    least, most = bounds(told.quantity)
    misses = low * (1 - _ROOM) > most or high * (1 + _ROOM) < least
    nought = told.quantity.value and (low + high) / 2 / told.quantity.value in _NOUGHTS
    return misses and (bool(nought) or (low < most * _NEAR and least < high * _NEAR))


def _key(lows: Sequence[str], at: int) -> str:
    return matching.key(lows[at]) if at < len(lows) else ""
