"""Small whole numbers in digits or words, as durations and ages are written."""

from __future__ import annotations

_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = {word: number for number, word in enumerate(_TO_TWENTY.split())} | _TENS | {"a": 1}


def count(low: str) -> int | None:
    """The number a word in lower case stands for, up to 999; None where it stands for none."""
    if low.isascii() and low.isdigit() and len(low) < 4:
        return int(low)
    return _WORDS.get(low)
