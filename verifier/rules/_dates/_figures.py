"""Small whole numbers in digits or words, as durations and ages are written."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.english import hedges, numbers

AGES = range(11, 116)
"""Ages that are told of people in figures, and no other numbers."""
LONGEST_SENTENCE = 800
"""Characters of a sentence beyond which its dates and amounts are a list, and not set against each other."""

_WORDS = {word: number for number, word in enumerate(numbers.TO_TWENTY)} | numbers.TENS | {"a": 1}


def count(low: str) -> int | None:
    """The number a word in lower case stands for, up to 999; None where it stands for none."""
    if low.isascii() and low.isdigit() and len(low) < 4:
        return int(low)
    return _WORDS.get(low)


def is_rough(lows: Sequence[str], at: int) -> bool:
    """Whether a word before the number at ``at`` says that it is none to be counted with: "about", "more than"."""
    return not hedges.OF_SPANS.isdisjoint(lows[max(0, at - _HEDGED) : at])


_HEDGED = 4
"""Words before a number in which it may be called rough."""


def ordinal(low: str, before: str = "") -> int | None:
    """The number of an ordinal in figures or words: "75th", also cut into "75" and "th", "tenth"; None for none."""
    digits = low.rstrip("stndrh")
    if digits.isascii() and digits.isdigit() and len(digits) < 4 and low != digits:
        return int(digits)
    if low in numbers.ORDINAL_ENDINGS and before.isascii() and before.isdigit() and len(before) < 4:
        return int(before)
    return numbers.ORDINAL_WORDS.index(low) + 1 if low in numbers.ORDINAL_WORDS else _TENTHS.get(low)


_TENTHS = {word.removesuffix("y") + "ieth": number for word, number in numbers.TENS.items() if word.endswith("y")}
