"""Scores and votes: the two sides of "19-15", "voted five to two", "by 5 votes to 2"."""

from __future__ import annotations

from decimal import Decimal

from verifier.english import numbers, units
from verifier.english.calendar import MONTH_NUMBERS
from verifier.english.units import CARDINALS, SCALES, UNITS
from verifier.reading._model import Quantity
from verifier.reading.words import Words

_LONGEST = 3
"""Digits of one side."""
_DASHES = frozenset(["-", "–"])
_DIGITS_BEFORE = frozenset(["-", "–", "$", "(", "/"])


def at(words: Words, first: int, *, glued: bool) -> tuple[list[Quantity], int]:
    """Both sides of a score or a vote that begins here, and its last token; nothing for a range or a telephone number.

    ``glued`` says that letters are tied to its front.
    """
    if not glued and (score := _dashed(words, first)):
        return score, first + 2
    return _told(words, first)


def _dashed(words: Words, at: int) -> list[Quantity]:
    if at + 2 >= len(words) or words.forms[at + 1] not in "-–—" or not words.lows[at + 2].isdigit():
        return []
    if not (_short(words.lows[at]) and _short(words.lows[at + 2])):
        return []
    after = words.low(at + 3)
    before = words.low(at - 1).rstrip(".")
    tied = after in _DASHES or after == "/" or after in units.PERCENT or after in UNITS or after in SCALES
    tied = tied or after in MONTH_NUMBERS or before in MONTH_NUMBERS
    tied = tied or (at > 0 and words.forms[at - 1] in _DIGITS_BEFORE)
    if tied or (at > 1 and words.lows[at - 1] == "." and words.lows[at - 2] in MONTH_NUMBERS):
        return []
    return [_side(words, at, Decimal(words.lows[at])), _side(words, at + 2, Decimal(words.lows[at + 2]))]


def _told(words: Words, first: int) -> tuple[list[Quantity], int]:
    """ "voted five to two", "by five votes to two": the greater side stands first, or it is a range."""
    joint = first + 1
    voted = words.low(joint) in numbers.VOTES
    joint += voted
    if words.low(joint) != "to" or not (voted or words.low(first - 1) in numbers.BEFORE_A_VOTE):
        return [], first
    sides = [_value(words.low(i)) for i in (first, joint + 1)]
    behind = words.low(joint + 2)
    if None in sides or behind in units.PERCENT or behind in UNITS or behind in SCALES or behind == "-":
        return [], first
    left, right = (side or Decimal(0) for side in sides)
    if left <= right:
        return [], first
    return [_side(words, first, left), _side(words, joint + 1, right)], joint + 1


def _short(low: str) -> bool:
    return low.isdigit() and low.isascii() and len(low) <= _LONGEST


def _value(low: str) -> Decimal | None:
    if _short(low):
        return Decimal(low)
    parts = low.split("-")
    return sum((CARDINALS[p] for p in parts), Decimal(0)) if all(p in CARDINALS for p in parts) else None


def _side(words: Words, i: int, value: Decimal) -> Quantity:
    return Quantity(words.span(i, i), "count", value, "score", value, value)
