"""Numbers that share one "percent": a range in words or with a dash, and a list."""

from __future__ import annotations

from verifier.english import numbers, units
from verifier.reading import _numerals
from verifier.reading._model import Quantity
from verifier.reading.words import Words

_DASHES = frozenset(("-", "–", "‑"))


def opens(words: Words, before: Quantity, figure: Quantity, *, listed: bool) -> bool:
    """Whether a bare number is a share as the one behind it is: "30 to 40 percent", "between 20 and 30 percent",
    "8-10%", "5, 4 and 3 percent"."""
    bare = before.kind == "count" and before.unit == "" and figure.kind == "percent" and figure.span.start > 0
    if not bare or not words.lows[words.at(figure.span.start)][0].isdigit():
        return False
    joint = words.at(before.span.end - 1) + 1
    if joint + 1 != words.at(figure.span.start):
        return False
    if not listed and closes(words, joint + 1):
        return True
    return words.lows[joint] in ({","} if listed else numbers.JOINS_SHARES)


def same_share(before: Quantity, figure: Quantity) -> Quantity:
    """The bare number as such a share."""
    return before._replace(kind="percent", unit=figure.unit, noun=figure.noun)


def closes(words: Words, at: int) -> bool:
    """Whether a number closes a range of shares that a dash ties together: "8-[10]%", not "555-0142"."""
    if at < 2 or at + 1 >= len(words) or words.forms[at - 1] not in _DASHES or words.lows[at + 1] not in units.PERCENT:
        return False
    sides = [_numerals.digits(words.lows[i]) if words.lows[i][0].isdigit() else None for i in (at - 2, at)]
    low, high = sides
    return low is not None and high is not None and low[0] < high[0]
