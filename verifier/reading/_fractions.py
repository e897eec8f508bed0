"""Fractions in signs and behind a whole number: "⅓ of", "1/3 of", "2½", "2 1/2", "two and a half"."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from verifier.english.units import CARDINALS, FRACTIONS
from verifier.reading.words import Words

_LARGEST = 10
"""What stands under the line of a fraction, at most; beyond it two numbers have a slash between them."""


def vulgar(low: str) -> bool:
    """Whether a word is the sign of a fraction: "½"."""
    return len(low) == 1 and not low.isascii() and 0 < unicodedata.numeric(low, 0) < 1


def share(words: Words, at: int) -> tuple[Decimal, int] | None:
    """The hundredths of a share that begins here, and its last token: "⅓ of the voters", "2/3 of them"."""
    if vulgar(words.lows[at]):
        part, last = _value(words.lows[at]), at
    elif slashed := _slashed(words, at):
        part, last = slashed
    else:
        return None
    return (part * 100, last) if words.low(last + 1) == "of" else None


def behind(words: Words, last: int) -> tuple[Decimal, int] | None:
    """The fraction that goes with the whole number that ends at a token, and its last token."""
    after = words.low(last + 1)
    if after and vulgar(after) and words.starts[last + 1] - words.ends[last] <= 1:
        return _value(after), last + 1
    if words.low(last).isdigit() and (slashed := _slashed(words, last + 1)):
        return slashed
    if after == "and" and words.low(last + 2) in {"a", "one"} and words.low(last + 3) in FRACTIONS:
        # "two and a third of the voters" would be two, and a share
        return (FRACTIONS[words.low(last + 3)] / 100, last + 3) if words.low(last + 4) != "of" else None
    return None


def of_so_many(words: Words, first: int, whole: Decimal) -> Decimal | None:
    """How many "three in ten farmers", "four out of five" takes of the ``whole`` that begins at token ``first``: the
    whole then counts nothing. None where it is no share."""
    at = first - (2 if words.low(first - 1) == "of" and words.low(first - 2) == "out" else 1)
    if at < 1 or words.lows[at] not in {"in", "out"}:
        return None
    low = words.lows[at - 1]
    part = CARDINALS.get(low) or (Decimal(low) if low.isascii() and low.isdecimal() and len(low) < _DIGITS else None)
    return part if part is not None and 0 < part < whole <= _SO_MANY else None


_DIGITS = 4
_SO_MANY = 1000
"""What shares are told of: "one in 1,000", and no "two in 2,300"."""


def _slashed(words: Words, at: int) -> tuple[Decimal, int] | None:
    if words.low(at + 1) not in {"/", "⁄"}:
        return None
    above, below = words.low(at), words.low(at + 2)
    if not (above.isdecimal() and below.isdecimal()):
        return None
    if words.starts[at + 1] != words.ends[at] or words.starts[at + 2] != words.ends[at + 1]:
        return None
    if words.low(at + 3) == "/" or not 0 < int(above) < int(below) <= _LARGEST:
        return None  # a date
    return Decimal(int(above)) / int(below), at + 2


def _value(sign: str) -> Decimal:
    return Decimal(str(round(unicodedata.numeric(sign), 6)))
