"""The dates of a stretch of the article, found without walking those before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from verifier.article import Span
from verifier.reading import Analysis
from verifier.reading._model import DateMention


@lru_cache(maxsize=1)
def _starts(analysis: Analysis) -> list[int]:
    """Where the dates of an article begin; its rules ask in turn, and the last answer is kept."""
    return [m.span.start for m in analysis.dates]


def within(analysis: Analysis, span: Span) -> Iterator[DateMention]:
    """The dates that lie inside the span, in order."""
    dates = analysis.dates
    for at in range(bisect_left(_starts(analysis), span.start), len(dates)):
        if dates[at].span.end > span.end:
            return
        yield dates[at]


def before(analysis: Analysis, span: Span) -> list[DateMention]:
    """The dates that begin in the span, the last first."""
    last = bisect_left(_starts(analysis), span.end)
    found = []
    while last > 0 and analysis.dates[last - 1].span.start >= span.start:
        last -= 1
        found.append(analysis.dates[last])
    return found
