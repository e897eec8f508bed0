"""A difference told beside its two values: "£5.2m, £1.4m more than the £3.6m planned", "from 9,800 to 9,100 people, a
loss of 800", "by half a point to 4.25 percent, from 3.5 percent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.english import arithmetic, changes
from verifier.english.units import FRACTIONS
from verifier.reading import Analysis
from verifier.rules._numbers._exactly import is_hedged, limits
from verifier.rules._numbers._figures import Figure, is_a_rate
from verifier.rules._numbers._sums import Sum
from verifier.rules._numbers._written import written

_APART, _TO_THE_BASE = 2, 4
"""Tokens from a value to its difference from another, and from that to the other."""
_BEHIND = 8
"""Tokens from the second of two values to the difference told behind it."""


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "£5.2m, £1.4m more than the £3.6m planned"."""
    lows = analysis.words.lows
    for value, apart, base in zip(sentence, sentence[1:], sentence[2:], strict=False):
        before, than = lows[value.last + 1 : apart.first], lows[apart.last + 1 : base.first]
        if not _alike(value, apart, base) or not before:
            continue
        beside = len(before) <= _APART and before[0] in {",", "("}
        if not beside and not (before[-1] == "," and _is_all(analysis, sentence, value, apart)):
            continue
        if than[1:2] != ["than"] or len(than) > _TO_THE_BASE or than[0] not in changes.MORE_THAN | changes.LESS_THAN:
            continue
        more = than[0] in changes.MORE_THAN
        start, end = (base, value) if more else (value, base)
        yield from _off(analysis, start, end, apart, value)


def _is_all(analysis: Analysis, sentence: Sequence[Figure], value: Figure, apart: Figure) -> bool:
    """Whether a difference some words behind its value can be of nothing else: three counts stand in the sentence, the
    first alone says of what, and one comma is between: "640 foxes were told to the city last year, 120 more than"."""
    between = analysis.words.lows[value.last + 1 : apart.first]
    nouns = bool(value.noun) and apart.noun in {"", value.noun}
    plain = between.count(",") == 1 and changes.NEW_CLAUSE.isdisjoint(between[:-1])
    return len(sentence) == _THREE and nouns and plain and len(between) <= _TO_THE_DIFFERENCE


_THREE, _TO_THE_DIFFERENCE = 3, 12


def told_behind(analysis: Analysis, start: Figure, end: Figure, up: bool, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """The difference that is told behind a change: "from 9,800 to 9,100 people, a loss of 800"."""
    lows, last = analysis.words.lows, max(start.last, end.last)
    for apart in sentence:
        between = lows[last + 1 : apart.first]
        if apart.first <= last or len(between) > _BEHIND or not _alike(start, end, apart):
            continue
        if between[-4:-2] not in ([",", "a"], [",", "an"]) or between[-1] != "of" or between.count(",") > 1:
            continue
        if between[-2] in arithmetic.DIFFERENCES and not _is_of_a_part(lows, apart, {start.noun, end.noun}):
            low, high = (start, end) if up else (end, start)
            yield from _off(analysis, low, high, apart, apart)
        return


def told_before(analysis: Analysis, start: Figure, end: Figure, up: bool, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """The difference that is told right before a change: "raised by 3p to 57p, from 55p"."""
    lows, first = analysis.words.lows, min(start.first, end.first)
    for apart in sentence:
        beside = apart.last < first and lows[apart.last + 1 : first] in (["to"], ["from"])
        if beside and lows[apart.first - 1] == "by" and _alike(start, end, apart):
            low, high = (start, end) if up else (end, start)
            yield from _off(analysis, low, high, apart, apart)


def _is_of_a_part(lows: Sequence[str], apart: Figure, nouns: set[str]) -> bool:
    """Whether a difference is told by time or of some of what is counted: "a drop of 14 [a week]", "a gain of 25
    [women] and a loss of five men"."""
    return is_a_rate(lows, apart) or apart.noun not in nouns | {""}


def in_points(analysis: Analysis, start: Figure, end: Figure, verb: int) -> Iterator[Sum]:
    """ "raised by half a percentage point to 4.25 percent, from 3.5 percent"."""
    lows, first = analysis.words.lows, min(start.first, end.first)
    stretch = lows[verb + 1 : first]
    at = next((i for i, low in enumerate(stretch) if low in arithmetic.POINTS), None)
    if at is None or "by" not in stretch[:at] or not changes.NEW_CLAUSE.isdisjoint(stretch):
        return
    part = stretch[at].split("-")[:-1]  # "a [quarter]-point"
    told = _worded([*stretch[stretch.index("by") + 1 : at], *part])
    gap = abs(end.quantity.value - start.quantity.value)
    if told is not None and told != gap:
        note = f"that is {gap:g} percentage points"
        yield Sum(end, (start,), note, "Which of the three figures is off?")


def _worded(lows: Sequence[str]) -> Decimal | None:
    """So many points: "half a percentage", "a quarter of a percentage", "0.5 percentage", "a full"."""
    plain = [low for low in lows if low not in arithmetic.BESIDE_POINTS]
    if not plain:
        return Decimal(1) if {"a", "one"} & set(lows) else None
    if len(plain) == 1 and plain[0] in FRACTIONS:
        return FRACTIONS[plain[0]] / 100
    number = plain[0].replace(".", "", 1)
    return Decimal(plain[0]) if len(plain) == 1 and number.isdecimal() and number.isascii() else None


def _alike(*figures: Figure) -> bool:
    """Whether all are sums of one currency or counts of one thing."""
    one = figures[0].dimension
    nouns = {f.noun for f in figures if f.noun}
    return (one == "count" or one.startswith("money")) and len(nouns) < 2 and all(f.dimension == one for f in figures)


def _off(analysis: Analysis, low: Figure, high: Figure, apart: Figure, wrong: Figure) -> Iterator[Sum]:
    """What lies between two values, where it is not what is told; a rough difference is never far off."""
    if is_hedged(analysis, apart):
        return
    (least, most), (bottom, top), (told_low, told_high) = limits(analysis, (low, high, apart), added=True)
    if most.is_infinite() or top.is_infinite() or told_high.is_infinite():
        return
    if told_low > top - least or told_high < bottom - most:
        gap = high.quantity.value - low.quantity.value
        others = tuple(f for f in (low, high, apart) if f is not wrong)
        note = f"between the two values lie {written(analysis, apart, abs(gap))}"
        yield Sum(wrong, others, note, "Which of the three figures is off?")
