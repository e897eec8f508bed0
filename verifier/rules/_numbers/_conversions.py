"""One measure given in two units, the second in brackets: "12 miles (19 km)", "10C (50F)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.english import arithmetic
from verifier.english.units import FACTORS
from verifier.reading import Analysis
from verifier.reading._numerals import digits
from verifier.reading.words import Words
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum

_ROOM, _WIDE_ROOM = Decimal("1.02"), Decimal("1.15")
"""How many times the other one may be beside what rounding makes of each, and where two countries have their own."""
_POUND = ("mass", Decimal("0.45359237"))
_DEGREES, _CLOSE = Decimal(4), Decimal(2)
"""Degrees by which two round temperatures may differ, and two of which one is not round."""
_FEW, _TENTH = 10, Decimal("0.1")


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """Each measure of a sentence against the one in the brackets right behind it."""
    for at, (one, two) in enumerate(pairwise(sentence)):
        before = sentence[at - 1] if at else None
        if (before and one.first - before.last <= 2) or not _bracketed(analysis, one, two):
            continue  # "5 feet 6 inches (1.68 metres)" gives the first in two figures
        mine, theirs = _measure(one), _measure(two)
        if mine is None or theirs is None or mine[0] != theirs[0] or one.quantity.unit == two.quantity.unit:
            continue
        (small, less), (large, more) = sorted(
            (f.quantity.value * m[1], _rounded(f) * m[1]) for f, m in ((one, mine), (two, theirs))
        )
        room = _ROOM if arithmetic.OF_TWO_COUNTRIES.isdisjoint((one.quantity.unit, two.quantity.unit)) else _WIDE_ROOM
        if small > 0 and large - more > (small + less) * room:
            real = one.quantity.value * mine[1] / theirs[1]
            yield Sum(two, (one,), f"the one makes {real:.3g} in the other's unit", "Which of the two is right?")
    yield from _degrees(analysis, sentence)


def _bracketed(analysis: Analysis, one: Figure, two: Figure) -> bool:
    lows = analysis.words.lows
    at = _past_a_rate(lows, one.last + 1)
    return lows[at : at + 1] == ["("] and two.first == at + 1 and lows[_past_a_rate(lows, _end(lows, two))] == ")"


def _end(lows: Sequence[str], figure: Figure) -> int:
    """The token behind a figure with its noun, which is "pounds" where money is not meant."""
    at = figure.last + 1
    return at + (figure.noun in arithmetic.POUNDS and lows[at].startswith("pound"))


def _past_a_rate(lows: Sequence[str], at: int) -> int:
    """Past "per hour", "/h" and the noun "pounds"."""
    at += lows[at : at + 1] == ["pounds"]
    if at + 1 < len(lows) and lows[at] in arithmetic.BEFORE_A_RATE and lows[at + 1] in arithmetic.SPEED:
        return at + 2
    return min(at, len(lows) - 1)


def _measure(figure: Figure) -> tuple[str, Decimal] | None:
    """What is measured and by how many of the base unit; times are told in brackets for other reasons."""
    if figure.dimension == "count" and figure.noun in arithmetic.POUNDS:
        return _POUND
    found = arithmetic.PER_HOUR.get(figure.quantity.unit) or FACTORS.get(figure.quantity.unit)
    return found if found and found[0] not in arithmetic.NOT_CONVERTED and figure.dimension != "age" else None


def _rounded(figure: Figure) -> Decimal:
    """How far off a figure may be that was rounded for the reader."""
    value = figure.quantity.value
    if value != value.to_integral_value():
        return _TENTH
    return max(value / 20, Decimal("0.5") if value < _FEW else Decimal(0))


def _degrees(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "10C (50F)", "10 degrees Celsius (50 Fahrenheit)": as a temperature, or as a difference of two."""
    for figure in sentence:
        one = _degree(analysis, figure.first)
        two = _degree(analysis, one[2] + 2) if one and _opens(analysis, one[2] + 1) else None
        if one is None or two is None or one[1] == two[1] or analysis.words.lows[two[2] + 1 : two[2] + 2] != [")"]:
            continue
        celsius, fahrenheit = (one[0], two[0]) if one[1] == "C" else (two[0], one[0])
        point, gap = celsius * 9 / 5 + 32, celsius * 9 / 5
        room = _CLOSE if celsius % 5 or fahrenheit % 5 else _DEGREES
        if min(abs(fahrenheit - point), abs(fahrenheit - gap)) > room:
            yield Sum(figure, (), f"{celsius:g} C is {point:.0f} F", "Which of the two temperatures is right?")


def _opens(analysis: Analysis, at: int) -> bool:
    return analysis.words.lows[at : at + 1] == ["("]


def _degree(analysis: Analysis, at: int) -> tuple[Decimal, str, int] | None:
    """Value, scale and last token of a temperature that begins at a token."""
    words = analysis.words
    lows = words.lows
    below = at < len(lows) and _below_zero(words, at)
    if at < len(lows) and not below and lows[at] in arithmetic.MINUS:
        return _degree(analysis, at + 1)  # "(-9C)"
    ranged = words.lows[at - 1] in arithmetic.BEFORE_A_RANGE_OF_DEGREES and not below
    if at >= len(lows) or not lows[at][0].isdigit() or ranged:
        return None
    found = digits(lows[at])
    last = at + 1
    last += lows[last : last + 1] in (["degrees"], ["°"])
    scale = arithmetic.DEGREES.get(lows[last]) if last < len(lows) and found else None
    if (
        found is None
        or scale is None
        or (last == at + 1 and words.starts[last] != words.ends[at] and len(lows[last]) < 2)
    ):
        return None
    return -found[0] if below else found[0], scale, last


def _below_zero(words: Words, at: int) -> bool:
    """Whether a minus stands before a figure, and no other figure before that: "-10C", not "5-10C"."""
    return words.lows[at - 1] in arithmetic.MINUS and (
        words.lows[at - 1] == "minus"
        or at < 2
        or words.ends[at - 2] < words.starts[at - 1]
        or words.forms[at - 2] == "("
    )
