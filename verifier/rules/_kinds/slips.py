"""Whether a slip of the pen, or of the memory, leads from one value to another."""

from __future__ import annotations

from decimal import Decimal

_PLAIN = 10
"""Numbers below this are too few to look alike: two and three are as near as any."""
_STEP = Decimal("1.35")
"""How many times the smaller the larger may be, where both are of one kind and size."""
_SCALES = (1_000, 1_000_000, 1_000_000_000)


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two different values are such as get mixed up: one digit another, two that changed places, a scale, or
    a value a little larger."""
    small, large = sorted((abs(one), abs(other)))
    if small == large or small < _PLAIN:
        return False
    return large <= small * _STEP or is_scale(small, large) or _other_digits(small, large)


def is_scale(small: Decimal, large: Decimal) -> bool:
    """Whether one is the other with another scale: thousand for million."""
    return small > 0 and large / small in _SCALES


def is_swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two neighbouring digits changed places, noughts too: 43,100 and 43,010."""
    a, b = _digits(one), _digits(other)
    wrong = [i for i in range(min(len(a), len(b))) if a[i] != b[i]]
    if len(a) != len(b) or len(wrong) != 2 or wrong[1] - wrong[0] != 1:
        return False
    return a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]


def is_transposed(one: Decimal, other: Decimal) -> bool:
    """Whether two neighbouring digits changed places: 1,200 and 2,100, $4.2 million and $2.4 million."""
    a, b = _digits(one).rstrip("0."), _digits(other).rstrip("0.")
    return len(a) == len(b) and is_swapped(one, other)


def _other_digits(one: Decimal, other: Decimal) -> bool:
    a, b = _digits(one), _digits(other)
    if len(a) != len(b) or len(a.strip("0.")) < 2:
        return False
    wrong = [i for i in range(len(a)) if a[i] != b[i]]
    return len(wrong) == 1 or (len(wrong) == 2 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]])


def _digits(value: Decimal) -> str:
    """The digits as they would be written: noughts at the end kept, so that 40 and 400 are of two lengths."""
    return f"{value:f}"
