"""By how much a value changed: the percentage, or how many times, that is told beside the two values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.english import changes, hedges
from verifier.english.units import CARDINALS
from verifier.reading import Analysis
from verifier.rules._numbers._exactly import limits
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._fractions import worded
from verifier.rules._numbers._sums import Sum

_TIMES = Decimal("1.12")
"""How far off "doubled" may be."""
_MOVED = frozenset(["rais", "fall"])
_BEFORE = 3
_BEHIND = 8
"""Tokens from the second of two values to the word that says how many times it is the first."""


def check(analysis: Analysis, start: Figure, end: Figure, verb: int, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """A change from ``start`` to ``end`` that the word at token ``verb`` tells."""
    (low, high), (least, most) = limits(analysis, (start, end))
    if low <= 0 or high.is_infinite() or most.is_infinite():
        return
    yield from _multiple(analysis, start, end, verb, (least / high, most / low))
    yield from _fold(analysis, start, end, (least / high, most / low))
    if start.dimension != "%":
        yield from _percentage(analysis, start, end, sentence, (least / high, most / low))
        yield from _fraction(analysis, start, end, verb, (least / high, most / low))


def _multiple(
    analysis: Analysis, start: Figure, end: Figure, verb: int, ratio: tuple[Decimal, Decimal]
) -> Iterator[Sum]:
    """ "doubled, from 40 cents to 60 cents"."""
    lows = analysis.words.lows
    times = changes.MULTIPLES.get(lows[verb])
    if times is None:
        return
    least, most = times / _TIMES, times * _TIMES
    before = lows[max(verb - _BEFORE, 0) : verb]
    if "than" in before:
        least, most = (times * Decimal("0.98"), times * 2) if "more" in before else (Decimal(0), times)
    elif not changes.NOT_QUITE.isdisjoint(before):
        least, most = sorted((times * Decimal("0.8"), times * Decimal("1.2")))
    if ratio[1] < least or ratio[0] > most:
        real = end.quantity.value / start.quantity.value
        note = f"said to have {lows[verb]}, and the one is {real:.2g} times the other"
        yield Sum(end, (start,), note, "Is one of the two wrong, or the word?")


def _fold(analysis: Analysis, start: Figure, end: Figure, ratio: tuple[Decimal, Decimal]) -> Iterator[Sum]:
    """ "from $500 to $1,500, a fivefold increase": the one value may be so many times the other, or that much more."""
    words, first = analysis.words, max(start.last, end.last) + 1
    at = next((i for i in range(first, min(first + _BEHIND, len(words))) if words.lows[i].endswith("fold")), None)
    told = CARDINALS.get(words.lows[at].removesuffix("fold").removesuffix("-")) if at is not None else None
    if at is None or told is None or not changes.NEW_CLAUSE.isdisjoint(words.lows[first:at]):
        return
    if analysis.keys[at + 1 : at + 2][:1] not in [[moved] for moved in _MOVED]:
        return  # "a twofold problem"
    if at + 2 < len(words) and words.forms[at + 2][0].isalnum():
        return  # "a fivefold increase since 2010" may be one from another value
    up = end.quantity.value >= start.quantity.value
    least, most = ratio if up else (1 / ratio[1], 1 / ratio[0])
    if most < told / _TIMES or least > (told + 1) * _TIMES:
        note = f"said to be {words.lows[at]}, and the one is {(least + most) / 2:.2g} times the other"
        yield Sum(end, (start,), note, "Is one of the two wrong, or the word?")


def _percentage(
    analysis: Analysis, start: Figure, end: Figure, sentence: Sequence[Figure], ratio: tuple[Decimal, Decimal]
) -> Iterator[Sum]:
    """The one percentage of the sentence against the two values of a change."""
    shares = [f for f in sentence if f.dimension == "%"]
    values = [f for f in sentence if f.dimension == start.dimension and f.noun in {start.noun, end.noun, ""}]
    if len(shares) != 1 or len(values) != 2 or not is_of(analysis, shares[0], start, end):
        return
    share = shares[0]
    least, most = sorted(abs(r - 1) * 100 for r in ratio)
    room = Decimal(1) + most / 20
    if share.quantity.high < least - room or share.quantity.low > most + room:
        real = abs(end.quantity.value / start.quantity.value - 1) * 100
        note = f"from the one value to the other is {real:.0f} percent"
        yield Sum(share, (start, end), note, "Which of the three figures is off?")


def _fraction(
    analysis: Analysis, start: Figure, end: Figure, verb: int, ratio: tuple[Decimal, Decimal]
) -> Iterator[Sum]:
    """ "fell by a third last year, from 12 million bottles to 9 million"."""
    lows, first = analysis.words.lows, min(start.first, end.first)
    told = worded(lows, verb + 2) if lows[verb + 1 : verb + 2] == ["by"] and verb + 2 < first else None
    if told is None or told.last >= first or not changes.NEW_CLAUSE.isdisjoint(lows[told.last + 1 : first]):
        return
    least, most = sorted(abs(r - 1) * 100 for r in ratio)
    if most < told.low or least > told.high:
        note = f"from the one value to the other is {(least + most) / 2:.0f} percent"
        yield Sum(end, (start,), note, "Is one of the two wrong, or the fraction?")


def is_of(analysis: Analysis, share: Figure, start: Figure, end: Figure) -> bool:
    """Whether a share is told of this change: "rose 20 percent, from ... to ...", "..., an increase of 20 percent",
    "..., up 20 percent"."""
    lows, keys = analysis.words.lows, analysis.keys
    first, last = min(start.first, end.first), max(start.last, end.last)
    at = share.first - 1
    while at > 0 and lows[at] in hedges.OF_FIGURES:
        at -= 1
    if share.last < first:
        between = lows[share.last + 1 : first]
        verb = at - 1 if lows[at] == "by" else at
        return (keys[verb] in _MOVED or lows[verb] in changes.PARTICLES) and changes.NEW_CLAUSE.isdisjoint(between)
    if share.first < last:
        return changes.NEW_CLAUSE.isdisjoint(lows[first:last])
    named = lows[at] == "of" and keys[at - 1] in _MOVED
    named = (
        named
        or lows[at] in changes.OF_A_SHARE
        or (lows[at] in {"a", "an"} and not _MOVED.isdisjoint(keys[share.last + 1 : share.last + 2]))
    )
    return named and changes.NEW_CLAUSE.isdisjoint(lows[last + 1 : share.first])
