"""Lines and columns, as an editor counts them, from the code points that spans are given in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from verifier.report.models import Span

_BREAK = re.compile(r"\r\n|\n|\r")


class Region(NamedTuple):
    """A stretch by lines and columns; the end is the place behind the last character, perhaps on the next line."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """Where the lines of one text begin and end; lines and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        breaks = [m.span() for m in _BREAK.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    @staticmethod
    @lru_cache(maxsize=1)
    def of(text: str) -> Lines:
        """The lines of a text; a page asks for those of one article again and again, and the last are kept."""
        return Lines(text)

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def region(self, span: Span) -> Region:
        """Where a span begins and ends."""
        return Region(*self.at(span.start), *self.at(span.end))

    def last(self, span: Span) -> int:
        """The last line that holds something of a span: one that ends with a line break ends on that break's line."""
        return self.at(max(span.start, span.end - 1))[0]

    def bounds(self, line: int) -> tuple[int, int]:
        """Where a line starts, and where it ends without its line break."""
        return self._starts[line - 1], self._ends[line - 1]
