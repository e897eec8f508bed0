"""Where words that are too many to be shown are cut: between two of them, and never within a letter.

A word alone that is too long (an address, a language without blanks) is cut where no accent leaves its letter and no
emoji its joined parts.
"""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"


def whole(text: str, at: int) -> int:
    """The last offset up to ``at`` where a cut parts no letter from its accent, and no emoji from its joined parts."""
    while 0 < at < len(text) and _goes_on(text, at):
        at -= 1
    return at


def short(words: str, most: int) -> str:
    """Words up to so many characters, with " …" behind them where there are more."""
    if len(words) <= most:
        return words
    return f"{words[: whole_words(words, most)].rstrip(' ,;:')} …"


def whole_words(text: str, end: int) -> int:
    """The last offset up to ``end`` where a word of a text ends."""
    return _last(text, 0, end)


def before(text: str, at: int, most: int, floor: int = 0) -> str:
    """The words before a place from ``floor`` on, up to so many characters; blanks at either end stay."""
    start = max(floor, at - most)
    if start > floor and not text[start - 1].isspace():
        blank = next((i for i in range(start, at) if text[i].isspace()), None)
        if blank is not None:
            start = blank + 1
        while blank is None and start < at and _goes_on(text, start):
            start += 1
    return text[start:at]


def after(text: str, at: int, most: int, ceiling: int | None = None) -> str:
    """The words behind a place up to ``ceiling``, up to so many characters; with the blank behind them where more
    would follow."""
    end = len(text) if ceiling is None else ceiling
    if end - at <= most:
        return text[at:end]
    last = _last(text, at, at + most)
    return text[at : last + text[last].isspace()]


def _last(text: str, start: int, end: int) -> int:
    """The last offset up to ``end`` where a word ends; within the first one where there is no other."""
    if text[end].isspace():
        return end
    blank = next((i for i in range(end - 1, start, -1) if text[i].isspace()), None)
    return whole(text, end) if blank is None else blank + 1


def _goes_on(text: str, at: int) -> bool:
    """Whether what stands at an offset belongs to what stands before it."""
    char = text[at]
    joined = text[at - 1] == _JOINER or "\U0001f3fb" <= char <= "\U0001f3ff"
    return joined or unicodedata.combining(char) > 0 or unicodedata.category(char) in ("Mn", "Me", "Cf")
