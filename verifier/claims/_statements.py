"""Claims: every attributed statement, and every statement of fact that could be checked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verifier.article import Article, Sentence, Span
from verifier.claims import _asked, _own
from verifier.claims._clauses import tail, told
from verifier.claims._reading import Reading
from verifier.claims._silence import silent
from verifier.claims._wording import LEAST, acts, alone, attributed, is_statement, joined
from verifier.english import statements
from verifier.english.negation import denies
from verifier.reading import Analysis, page_lines
from verifier.reading._model import Attribution, DateMention, Quantity

_PROSE = frozenset(["body", "standfirst"])
_HEAD = 6
"""The words that say what is thought of the rest: "it remains unclear whether ..."."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with the words that carry it; ``attribution`` is None for the writer's own.

    ``text`` stands alone but for the words in ``unresolved``; ``values`` are the dates and figures inside.
    """

    text: str
    spans: tuple[Span, ...]
    attribution: Attribution | None
    values: tuple[DateMention | Quantity, ...]
    checkable: bool
    unresolved: tuple[str, ...] = ()


def find(analysis: Analysis) -> tuple[Statement, ...]:
    """Every claim of the article, in the order of the text."""
    values: list[DateMention | Quantity] = [*analysis.dates, *analysis.quantities]
    values.sort(key=lambda v: v.span)
    names = [m.span.start for m in analysis.names.mentions]
    cues = sorted(a.cue.start for a in analysis.attributions if a.cue is not None)
    reading = Reading(analysis, values, [v.span.start for v in values], names, cues)
    stating = [a for a in analysis.attributions if a.content and not _asked.no_statement(reading, a)]
    complete = [is_statement(reading, a) for a in stating]
    found = [
        _attributed(reading, a, complete=whole)
        for a, whole in zip(stating, complete, strict=True)
        if not _no_answer(reading, a) and not _asked.only_asked(reading, a)
    ]
    found += _reported(reading, _own.taken(reading, zip(stating, complete, strict=True)))
    return tuple(_once(reading, found))


def _attributed(reading: Reading, attribution: Attribution, *, complete: bool) -> Statement:
    article = reading.analysis.article
    spans = tuple(_behind_dateline(article, span) for span in attribution.content)
    if not complete and attribution.cue is not None and attribution.cue.end <= spans[-1].start:
        spans = (*spans[:-1], tail(reading, spans[-1]))
    text, unresolved = attributed(
        reading,
        attribution,
        joined(reading, spans, complete=complete and attribution.kind != "direct"),
        complete=complete,
    )
    checkable = any(_checkable(reading, span, complete=complete) for span in spans)
    return Statement(text, spans, attribution, reading.values_in(spans), checkable, unresolved)


def _behind_dateline(article: Article, span: Span) -> Span:
    """A statement that opens the story begins behind the dash of the dateline."""
    if article.dateline is None or not span.start <= article.dateline.start < article.dateline.end < span.end:
        return span
    rest = article.plain[article.dateline.end : span.end]
    return Span(span.end - len(rest.lstrip(" \n-–—")), span.end)


def _no_answer(reading: Reading, attribution: Attribution) -> bool:
    """Whether a source is only said to have stated nothing: its words are no claim."""
    if attribution.kind == "direct" or attribution.cue is None:
        return False
    words = reading.analysis.words
    spans = (attribution.cue, *attribution.content)
    tokens = words.inside(Span(min(s.start for s in spans), max(s.end for s in spans)))
    return silent(words.lows[max(0, tokens.start - 1) : tokens.stop])


def _reported(reading: Reading, taken: list[tuple[Span, bool]]) -> list[Statement]:
    """The writer's own statements of fact: sentences, or what stands in them around somebody else's statement."""
    article = reading.analysis.article
    found, at = [], 0
    for sentence in article.sentences:
        while at < len(taken) and taken[at][0].end <= sentence.span.start:
            at += 1
        if article.paragraphs[sentence.paragraph].kind not in _PROSE:
            continue
        if page_lines.hold(reading.analysis.page_lines, sentence.span.start):
            continue
        beyond = at  # found by walking on: a slice of all that is left would cost its length at every sentence
        while beyond < len(taken) and taken[beyond][0].start < sentence.span.end:
            beyond += 1
        own = _own.own(reading, sentence, taken[at:beyond])
        own = own and _behind_dateline(article, own)
        if own is not None and _checkable(reading, own):
            text, unresolved = alone(reading, own, article.words(own), None)
            found.append(Statement(text, (own,), None, reading.values_in([own]), True, unresolved))
    return found


def _once(reading: Reading, found: list[Statement]) -> list[Statement]:
    """Without what another statement of the same sentence tells in the same words and goes on from ("Lee praised the
    plan", "Lee praised the plan, calling for more"), which then has its places, too."""
    kept: list[Statement] = []
    for one in sorted(found, key=lambda s: (s.spans[0], len(s.text))):
        before = kept[-1] if kept else None
        if before is not None and before.text == one.text and before.spans[0].overlaps(one.spans[0]):
            kept[-1] = max(before, one, key=_credited)
            continue
        if before is not None and _goes_on(reading, before, one):
            spans = tuple(sorted({*before.spans, *one.spans}))
            kept[-1] = replace(one, spans=spans, values=reading.values_in(spans))
            continue
        kept.append(one)
    return kept


def _credited(one: Statement) -> bool:
    """Whether somebody is named who states it."""
    return one.attribution is not None and one.attribution.source is not None


def _goes_on(reading: Reading, before: Statement, one: Statement) -> bool:
    if one.attribution is None or (
        before.attribution is not None and not _by_the_same(before.attribution, one.attribution)
    ):
        return False
    sentences = [reading.analysis.article.sentence_at(s.spans[0].start) for s in (before, one)]
    told, rest = before.text.rstrip(" .,;"), one.text
    same = sentences[0] is not None and sentences[0] is sentences[1]
    return same and rest.startswith(told) and not rest[len(told) : len(told) + 1].isalnum()


def _by_the_same(before: Attribution, one: Attribution) -> bool:
    """Whether the same words name both sources, and no quotation is lost with the first."""
    same = before.source is not None and one.source is not None and before.source.mention == one.source.mention
    return same and not set(before.quotations) - set(one.quotations)


def _checkable(reading: Reading, span: Span, *, complete: bool = True) -> bool:
    """Whether a statement can be looked up: it holds a figure, a date, or something named that does something, and is
    neither a question nor somebody's view of things. Where it is not ``complete``, its verb stands outside the span."""
    sentences = _sentences(reading, span)
    if len(sentences) > 1:
        parts = (Span(max(s.span.start, span.start), min(s.span.end, span.end)) for s in sentences)
        return any(_checkable(reading, part, complete=complete) for part in parts)
    words = reading.analysis.words
    tokens = words.inside(span)
    if len(tokens) < LEAST or words.forms[tokens.stop - 1] == "?":
        return False
    lows = words.lows[tokens.start : tokens.stop]
    if silent(lows) and not reading.values_in([span]):
        return False
    head = lows[:_HEAD]
    unsure = not statements.OPEN.isdisjoint(head) or ("clear" in head and any(map(denies, head)))
    if unsure or not statements.OPINION.isdisjoint(lows):
        return False
    if complete and not told(reading, tokens):
        return False
    return bool(reading.values_in([span])) or (bool(reading.names_in(span)) and (not complete or acts(lows)))


def _sentences(reading: Reading, span: Span) -> list[Sentence]:
    """The sentences that a statement runs over: each is looked up by itself."""
    article = reading.analysis.article
    first = article.sentence_at(span.start)
    if first is None:
        return []
    found, at = [first], first.index + 1
    while at < len(article.sentences) and article.sentences[at].span.start < span.end:
        found.append(article.sentences[at])
        at += 1
    return found
