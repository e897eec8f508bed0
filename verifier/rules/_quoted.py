"""Which parts of an article stand between quotation marks, asked one place at a time."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from verifier.article import Span
from verifier.reading import Analysis


class Quoted:
    """The quotations of an article in order; the marks count as inside."""

    def __init__(self, analysis: Analysis) -> None:
        spans = sorted(q.marks for q in analysis.quotations)
        self._starts = [s.start for s in spans]
        self._reach: list[Span] = []  # per quotation the one so far that reaches furthest, since they nest
        for span in spans:
            furthest = self._reach[-1] if self._reach and self._reach[-1].end >= span.end else span
            self._reach.append(furthest)

    @staticmethod
    @lru_cache(maxsize=1)
    def of(analysis: Analysis) -> Quoted:
        """The quotations of an article; the rules ask for the same one in turn, and the last is kept."""
        return Quoted(analysis)

    def around(self, offset: int) -> Span | None:
        """A quotation with its marks that holds this offset."""
        at = bisect_right(self._starts, offset) - 1
        return self._reach[at] if at >= 0 and self._reach[at].end > offset else None

    def __contains__(self, offset: int) -> bool:
        return self.around(offset) is not None
