"""A slip: what the finders of garbled words hand on, and what they all ask."""

from __future__ import annotations

from typing import NamedTuple

from verifier.reading.words import Words


class Slip(NamedTuple):
    """Tokens ``first`` to ``last`` and what is odd about them, as the end of the sentence '"…" …'."""

    first: int
    last: int
    what: str


def adjacent(words: Words, i: int) -> bool:
    """Whether token ``i`` and the next one are parted by blanks alone, on one line (all marks are tokens)."""
    return i + 1 < len(words.starts) and words.starts[i + 1] - words.ends[i] in (1, 2, 3)
