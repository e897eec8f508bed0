"""Columns of a PDF that were drawn row by row, across the page: told apart, and read one after the other.

Most programs draw one column and then the next, and what pypdf reads is in order. Where lines of two columns take
turns, a line of pypdf's runs across both. Columns are told from tables by their prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from verifier.article._pdf_lines import Line

_ROWS = 4  # rows in which the same two columns take turns
_PROSE = 4  # words of a column's line on average; the cells of a table have fewer
_INDENT = 24.0  # points that a line may begin to the right of its column
_GUTTER = 80.0  # points between the beginnings of two columns at the least


def untangled(pieces: Sequence[Line]) -> list[Line] | None:
    """The lines column by column, each piece being one as it was drawn; None where no columns take turns."""
    start = _second_column(pieces)
    if start is None:
        return None
    rows = _shared_rows(pieces, start)
    top = max(rows) + 1
    above = [piece for piece in pieces if piece.height > top]
    first = [piece for piece in pieces if piece.height <= top and piece.left < start - 1]
    second = [piece for piece in pieces if piece.height <= top and piece.left >= start - 1]
    rest = untangled(second) or _in_rows(second)
    return [*_in_rows(above), Line(""), *_in_rows(first), *rest]


def _second_column(pieces: Sequence[Line]) -> float | None:
    """Where a second column begins whose lines are drawn between those of the first."""
    turns: Counter[int] = Counter()
    for before, piece in pairwise(pieces):
        if abs(before.height - piece.height) < 1 and piece.left - before.left > _GUTTER:
            turns[round(piece.left)] += 1
    for start in sorted(turns):
        if sum(count for other, count in turns.items() if start <= other <= start + _INDENT) < _ROWS:
            continue
        rows = _shared_rows(pieces, start)
        here = [piece for piece in pieces if piece.height in rows]
        sides = [[p for p in here if (p.left >= start - 1) is right] for right in (False, True)]
        if all(side and mean(len(p.text.split()) for p in side) >= _PROSE for side in sides):
            return float(start)
    return None


def _shared_rows(pieces: Sequence[Line], start: float) -> set[float]:
    """The heights at which something stands on either side."""
    left = {piece.height for piece in pieces if piece.left < start - 1}
    return left & {piece.height for piece in pieces if start - 1 <= piece.left <= start + _INDENT}


def _in_rows(pieces: Sequence[Line]) -> list[Line]:
    """The lines from top to bottom, pieces of one height put together."""
    found: list[Line] = []
    for piece in sorted(pieces, key=lambda p: -p.height):
        if found and abs(found[-1].height - piece.height) < 1:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {piece.text}")
        else:
            found.append(piece)
    return found
