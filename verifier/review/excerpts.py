"""A place of an article with the words around it, for whoever has the text not in view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from verifier._shortening import after, before, short
from verifier.report._pieces import blocks
from verifier.report._places import Places
from verifier.report._screen import clean
from verifier.report.models import Report, Span

_AROUND, _WORDS = 60, 240
"""Characters shown around a place, and of its own words."""
_MOST = 600
"""Characters shown of a stretch of a sentence that is told whole."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A place with the words around it, and where that is."""

    before: str
    words: str
    after: str
    place: str


class Excerpts:
    """Gives the words around a place of one article; they end where its paragraph does."""

    def __init__(self, report: Report) -> None:
        self._text = report.article.text
        self._places = Places(report.article)
        self._blocks = blocks(report.article)
        self._begins = [b.start for b in self._blocks]
        self._sentences = [(s.start, s.end) for s in report.article.sentences]
        self._starts = [start for start, _ in self._sentences]

    def __call__(self, span: Span) -> Excerpt:
        """The words of a place, cut where they are many, with what stands around them; no word is cut in two."""
        low, high = self._paragraph(span)
        lead = before(self._text, span.start, _AROUND, low)
        follows = after(self._text, span.end, _AROUND, high)
        if span.start - len(lead) > low:
            lead = f"… {lead}"
        if span.end + len(follows) < high:
            follows = f"{follows.rstrip()} …"
        words = short(clean(self._text[span.start : span.end]), _WORDS)
        if len(span.text) > _WORDS:
            follows = ""
        return Excerpt(_side(lead), words, _side(follows), self._places.at(span.start))

    def whole(self, spans: Iterable[Span]) -> list[tuple[bool, str]]:
        """The sentences that some places stand in, in pieces, each with whether it is of a place; dots stand where
        sentences are left out between them."""
        places = sorted((s.start, s.end) for s in spans)
        numbers = sorted({n for place in places for n in self._around(*place)})
        pieces: list[tuple[bool, str]] = []
        for last, number in zip([None, *numbers], numbers, strict=False):
            if last is not None:
                pieces.append((False, " " if number == last + 1 else " … "))
            pieces += self._pieces(*self._sentences[number], places)
        return pieces or [(True, _cut(self._text[start:end])) for start, end in places]

    def _pieces(self, start: int, end: int, places: list[tuple[int, int]]) -> Iterable[tuple[bool, str]]:
        at = start
        for low, high in [(max(start, a), min(end, b)) for a, b in places if a < end and b > start]:
            if low > at:
                yield False, _cut(self._text[at:low])
            if high > max(at, low):
                yield True, _cut(self._text[max(at, low) : high])
            at = max(at, high)
        if at < end:
            yield False, _cut(self._text[at:end])

    def _around(self, start: int, end: int) -> range:
        """The numbers of the sentences that a place touches."""
        first = bisect_right(self._starts, start) - 1
        first += first < 0 or self._sentences[first][1] <= start
        return range(first, bisect_right(self._starts, max(start, end - 1)))

    def _paragraph(self, span: Span) -> tuple[int, int]:
        """Where the paragraph begins that a place begins in, and where the one ends that it ends in."""
        first, last = (max(0, bisect_right(self._begins, at) - 1) for at in (span.start, max(span.start, span.end - 1)))
        return min(self._begins[first], span.start), max(self._blocks[last].end, span.end)


def _cut(text: str) -> str:
    """A stretch on one line, the spaces at its ends kept, cut between words where it is long."""
    line = _side(text)
    return line if len(line) <= _MOST else f"{short(line, _MOST)} "


def _side(text: str) -> str:
    """Context on one line, the space next to the words kept."""
    cleaned = clean(text)
    return (" " if text[:1].isspace() else "") + cleaned.strip() + (" " if text[-1:].isspace() else "")
