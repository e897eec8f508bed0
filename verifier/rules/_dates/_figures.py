"""Small whole numbers in digits or words, as durations and ages are written."""

from __future__ import annotations

from verifier.english import numbers

_WORDS = {word: number for number, word in enumerate(numbers.TO_TWENTY)} | numbers.TENS | {"a": 1}


def count(low: str) -> int | None:
    """The number a word in lower case stands for, up to 999; None where it stands for none."""
    if low.isascii() and low.isdigit() and len(low) < 4:
        return int(low)
    return _WORDS.get(low)
