"""How exact figures are beside each other: what the most precise of them shows, unless a word says "about"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from verifier.reading import Analysis, _hedges, _numerals
from verifier.reading._numerals import Numeral
from verifier.reading.quantities import bounds
from verifier.rules._numbers._figures import Figure

Limits = tuple[Decimal, Decimal]

_ROUND = Decimal("0.02")
"""Noughts at the end of a plain number make it rounded by so much of it at most."""
_EXACT = 1000
"""Below it a plain count is what was counted."""
_HALF, _QUARTER = Decimal("0.5"), Decimal("0.25")


def limits(analysis: Analysis, figures: Sequence[Figure], *, added: bool = False) -> list[Limits]:
    """The least and most of each figure: all are as precise as the most precise of them, so that 1,000 beside 1,250
    is no rounded 950. Hedged ones keep what their hedge allows.

    ``added`` are such as a reader adds up as they stand: only decimals and shares are rounded there.
    """
    numerals = [_numeral(analysis, f) for f in figures]
    steps = [_step(n) for n in numerals if n is not None]
    rounded = not added or any(
        f.dimension == "%" or (n is not None and "." in analysis.words.lows[n.first])
        for f, n in zip(figures, numerals, strict=True)
    )
    half = min(steps, default=Decimal(0)) * (_HALF if rounded else _QUARTER)
    found = []
    for figure, numeral in zip(figures, numerals, strict=True):
        value = figure.quantity.value
        if numeral is None or _hedged(figure, numeral):
            found.append(bounds(figure.quantity))
        else:
            factor = bounds(figure.quantity)[1] / figure.quantity.high if figure.quantity.high else Decimal(1)
            found.append(((value - half) * factor, (value + half) * factor))
    return found


def added(analysis: Analysis, parts: Sequence[Figure], total: Figure) -> tuple[Decimal, Decimal, Limits]:
    """The least and most that the parts can add up to, and the least and most of their sum as it is told.

    One digit of the last place is all that rounding makes of a sum, however many are added.
    """
    *told, (least, most) = limits(analysis, (*parts, total), added=True)
    low = high = sum((p.quantity.value for p in parts), Decimal(0))
    for part, (one, other) in zip(parts, told, strict=True):
        value = part.quantity.value
        if one < value - (most - least) or other > value + (most - least):  # hedged
            low, high = low - value + one, high - value + other
    half = (most - least) / 2
    return low - half, high + half, (least, most)


def is_hedged(analysis: Analysis, figure: Figure) -> bool:
    """Whether a word before the figure tells that it is rough, however little: "about £2 more"."""
    numeral, quantity = _numeral(analysis, figure), figure.quantity
    half = _hedges.last_place(numeral, quantity.kind) if numeral is not None else Decimal(0)
    return (quantity.low, quantity.high) != (quantity.value - half, quantity.value + half)


def _numeral(analysis: Analysis, figure: Figure) -> Numeral | None:
    for at in range(figure.first, figure.last + 1):
        numeral = _numerals.read(analysis.words, at, money=at > figure.first)
        if numeral is not None and numeral.value == figure.quantity.value:
            return numeral
    return None


def _step(numeral: Numeral) -> Decimal:
    """The size of the last place that is told: 10 for 1,250, a million for "4 million", none for a small count."""
    value = numeral.value
    if numeral.fraction:
        return value / 5
    if numeral.step < 1 and numeral.step:
        return numeral.step
    if value < _EXACT or value % 1:
        return Decimal(0)
    if numeral.step > 1:
        return numeral.step
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
    return min(Decimal(10) ** zeros, value * _ROUND) if zeros else Decimal(0)


def _hedged(figure: Figure, numeral: Numeral) -> bool:
    """Whether a word before the figure widens it: more than its own rounding would."""
    quantity = figure.quantity
    half = _hedges.last_place(numeral, quantity.kind)
    return (
        quantity.low < quantity.value - half
        or quantity.high > quantity.value + half
        or quantity.low == quantity.value < quantity.high
    )
