"""Where three words stand together: an index of 3-grams in one array of integers, which can be kept and never runs."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

_MASK = 0xFFFFFFFF


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def grams(words: Sequence[str]) -> list[int]:
    """A number of 32 bits for each three words in a row; two threes may share one, so what it finds is looked at."""
    numbers = [_number(word) for word in words]
    return [
        (a * 0x9E3779B1 + b * 0x85EBCA6B + c * 0xC2B2AE35) & _MASK
        for a, b, c in zip(numbers, numbers[1:], numbers[2:], strict=False)
    ]


class Index:
    """The 3-grams of one text. ``table`` holds ``gram << 32 | position``, sorted."""

    __slots__ = ("table",)

    def __init__(self, table: array[int]) -> None:
        self.table = table

    @classmethod
    def of(cls, words: Sequence[str]) -> Index:
        """Index these words."""
        return cls(array("Q", sorted([gram << 32 | at for at, gram in enumerate(grams(words))])))

    def has(self, gram: int) -> bool:
        """Whether a 3-gram stands anywhere."""
        at = bisect_left(self.table, gram << 32)
        return at < len(self.table) and self.table[at] >> 32 == gram

    def places(self, gram: int, most: int) -> list[int]:
        """Where a 3-gram stands, in order; nothing where it stands at more than ``most`` places, and tells nothing."""
        table = self.table
        at = bisect_left(table, gram << 32)
        stop = at
        limit = min(len(table), at + most + 1)
        while stop < limit and table[stop] >> 32 == gram:
            stop += 1
        return [] if stop - at > most else [entry & _MASK for entry in table[at:stop]]
