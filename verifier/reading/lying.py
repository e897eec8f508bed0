"""What lies where in an article: the values, quotations and attributions that touch a stretch of it.

A long article is asked that for each of its values; so nothing here walks over all of what it holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

from verifier.article import Span
from verifier.reading._analysis import Analysis
from verifier.reading._model import Attribution, DateMention, Quantity, Quotation

T = TypeVar("T")


class Lying(Generic[T]):
    """Things that each lie in a stretch of the text, one thing perhaps in several."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._all = sorted(enumerate(things), key=lambda one: one[1][0].start)
        self._starts = [span.start for _, (span, _) in self._all]
        self._reach = list(accumulate((span.end for _, (span, _) in self._all), max))

    def touching(self, place: Span) -> list[tuple[Span, T]]:
        """Those that share a character with a place, in the order in which they were given."""
        at = bisect_left(self._starts, place.end) - 1
        found = []
        while at >= 0 and self._reach[at] > place.start:
            if self._all[at][1][0].end > place.start:
                found.append(self._all[at])
            at -= 1
        return [one for _, one in sorted(found, key=itemgetter(0))]


def figures(analysis: Analysis, place: Span) -> list[Quantity]:
    """The figures that touch a place."""
    return [value for _, value in _figures(analysis).touching(place)]


def dates(analysis: Analysis, place: Span) -> list[DateMention]:
    """The dates that touch a place."""
    return [value for _, value in _dates(analysis).touching(place)]


def quotations(analysis: Analysis, place: Span) -> list[Quotation]:
    """The quotations whose marks or words touch a place."""
    return [quotation for _, quotation in _quotations(analysis).touching(place)]


def said(analysis: Analysis, place: Span) -> list[tuple[Span, Attribution]]:
    """The stretches of what somebody is credited with that touch a place."""
    return _said(analysis).touching(place)


def cues(analysis: Analysis, place: Span) -> list[tuple[Span, Attribution]]:
    """The words that say who says something, where they touch a place."""
    return _cues(analysis).touching(place)


@lru_cache(maxsize=1)  # an article's values are asked for in turn
def _figures(analysis: Analysis) -> Lying[Quantity]:
    return Lying((value.span, value) for value in analysis.quantities)


@lru_cache(maxsize=1)
def _dates(analysis: Analysis) -> Lying[DateMention]:
    return Lying((value.span, value) for value in analysis.dates)


@lru_cache(maxsize=1)
def _quotations(analysis: Analysis) -> Lying[Quotation]:
    return Lying((quotation.marks, quotation) for quotation in analysis.quotations)


@lru_cache(maxsize=1)
def _said(analysis: Analysis) -> Lying[Attribution]:
    return Lying((content, one) for one in analysis.attributions for content in one.content)


@lru_cache(maxsize=1)
def _cues(analysis: Analysis) -> Lying[Attribution]:
    return Lying((one.cue, one) for one in analysis.attributions if one.cue is not None)
