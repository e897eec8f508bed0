"""Attributions: what is said, by whom, with which cue, through which outlet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Article, Span
from verifier.language import direct, speakers, statements
from verifier.language._model import Attribution, AttributionKind, Names, Quotation
from verifier.language.direct import Utterance
from verifier.language.statements import Statement
from verifier.language.words import Words
from verifier.settings import Settings


class _Said(NamedTuple):
    """An attribution before its speaker is known."""

    content: tuple[Span, ...]
    kind: AttributionKind
    subject: Span | None
    continued: bool
    cue: Span | None
    quotations: tuple[int, ...]


def find(
    article: Article, words: Words, names: Names, quotations: tuple[Quotation, ...], settings: Settings
) -> tuple[Attribution, ...]:
    """Every attributed statement, quoted or not, in the order of the text."""
    del settings
    utterances = direct.find(article, words, quotations)
    said = [_quoted(utterance) for utterance in utterances]
    said.extend(_paraphrased(statements.find(article, words), utterances, quotations))
    resolve = speakers.Resolver(article, words, names, quotations)
    found: list[Attribution] = []
    for one in sorted(said, key=lambda s: (s.content[0], s.cue or s.content[0])):
        source = resolve.source(one.subject, continued=one.continued) if one.subject else None
        found.append(Attribution(len(found), one.kind, one.content, source, one.cue, one.quotations))
    return tuple(found)


def _quoted(said: Utterance) -> _Said:
    kind: AttributionKind = "mixed" if said.mixed else "direct"
    return _Said(tuple(said.content), kind, said.subject, said.continued, said.cue, tuple(said.quotations))


def _paraphrased(
    found: tuple[Statement, ...], utterances: list[Utterance], quotations: tuple[Quotation, ...]
) -> Iterator[_Said]:
    """The statements that are no quotation's already; those with quoted words in them are mixed."""
    cues = sorted(u.cue for u in utterances if u.cue is not None)
    spoken = {index for u in utterances for index in u.quotations}
    taken = [q.marks for q in quotations if q.index in spoken or q.kind == "direct"]
    for one in found:
        if _touches(cues, one.cue) or _touches(taken, one.cue):
            continue
        inside = tuple(q.index for span in one.content for q in _within(quotations, span))
        kind: AttributionKind = "mixed" if inside else "indirect"
        yield _Said(one.content, kind, one.source, False, one.cue, inside)


def _touches(spans: list[Span], span: Span) -> bool:
    """Whether one of the spans, which are in order and apart, overlaps this one."""
    at = bisect_left(spans, span.end, key=lambda s: s.start) - 1
    return at >= 0 and spans[at].overlaps(span)


def _within(quotations: tuple[Quotation, ...], span: Span) -> Iterator[Quotation]:
    """The quotations that begin inside the span and are no mere titles."""
    low = bisect_left(quotations, span.start, key=lambda q: q.marks.start)
    high = bisect_left(quotations, span.end, key=lambda q: q.marks.start)
    return (q for q in quotations[low:high] if q.kind != "scare")
