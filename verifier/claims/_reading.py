"""The article as the claims need it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from verifier.article import Span
from verifier.reading import Analysis
from verifier.reading._model import DateMention, NameMention, Quantity


@dataclass(frozen=True, slots=True)
class Reading:
    """The article's values and names with their starts, so that those inside a span are found at once."""

    analysis: Analysis
    values: list[DateMention | Quantity]
    value_starts: list[int]
    name_starts: list[int]
    cues: list[int]
    """Where somebody is said to say something."""

    def values_in(self, spans: Iterable[Span]) -> tuple[DateMention | Quantity, ...]:
        found: list[DateMention | Quantity] = []
        for span in spans:
            at = bisect_left(self.value_starts, span.start)
            while at < len(self.values) and self.value_starts[at] < span.end:
                if span.covers(self.values[at].span):
                    found.append(self.values[at])
                at += 1
        return tuple(found)

    def names_in(self, span: Span) -> tuple[NameMention, ...]:
        mentions = self.analysis.names.mentions
        first, last = (bisect_left(self.name_starts, edge) for edge in span)
        return mentions[first:last]
