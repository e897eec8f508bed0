"""Whom a source without turns credits with words that it quotes: a release, a report, another outlet's article."""

from __future__ import annotations

from functools import lru_cache

from verifier.article import Span, from_text
from verifier.reading import analyse
from verifier.settings import Settings
from verifier.sources._model import Source
from verifier.sources._typing import Difference

_BEFORE, _BEHIND = 1500, 600
"""Characters around the words that are read: who "he" is stands near."""
_CLOSING, _OPENING = frozenset('"”»'), frozenset('"“„«')
_MARKS = _CLOSING | _OPENING
_MOST = 0.6
"""The share of the words that must stand in one quotation of the source."""


@lru_cache(maxsize=256)
def credited(source: Source, span: Span) -> str | None:
    """The person named in full whom the source itself credits with a quotation that holds the words; None where it
    quotes nobody there, or somebody without a whole name."""
    start, end = _paragraphs(source.plain, span)
    here = source.text[start:end]
    if not here.strip():
        return None
    reading = analyse(from_text(here), Settings())
    for attribution in reading.attributions:
        whose = attribution.source
        if whose is None or whose.entity is None or whose.basis != "explicit" or attribution.kind == "indirect":
            continue
        marks = [reading.quotations[i].span for i in attribution.quotations]
        held = sum(max(0, min(m.end + start, span.end) - max(m.start + start, span.start)) for m in marks)
        entity = reading.names.entities[whose.entity]
        if held >= _MOST * (span.end - span.start) and entity.kind == "person" and " " in entity.name:
            return entity.name
    return None


def is_credit(source: Source, difference: Difference) -> bool:
    """Whether all that a quotation leaves out there is who says it: "We built it," *Ann Lee said*. "It stands."."""
    if difference.article is not None or difference.source is None:
        return False
    start, end = difference.source
    before = source.plain[max(0, start - _NEAR) : start].rstrip()
    behind = source.plain[end : end + _NEAR].lstrip(" \n\t.,;:")
    return before[-1:] in _CLOSING and behind[:1] in _OPENING and _MARKS.isdisjoint(source.plain[start:end])


_NEAR = 6
"""Characters from the words to the marks."""


def _paragraphs(plain: str, span: Span) -> tuple[int, int]:
    """Whole paragraphs around the words, as far as they are near."""
    before, behind = max(0, span.start - _BEFORE), min(len(plain), span.end + _BEHIND)
    first = plain.find("\n\n", before, span.start) if before else 0
    last = plain.rfind("\n\n", span.end, behind) if behind < len(plain) else behind
    return (before if first < 0 else first), (behind if last < 0 else last)
