"""Lines and columns, as an editor counts them, from the code points that spans are given in."""

from __future__ import annotations

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|\n|\r")


class Lines:
    """Where the lines of one text begin and end; lines and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        breaks = [m.span() for m in _BREAK.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def bounds(self, line: int) -> tuple[int, int]:
        """Where a line starts, and where it ends without its line break."""
        return self._starts[line - 1], self._ends[line - 1]
