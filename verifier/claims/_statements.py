"""Claims: every attributed statement, and every statement of fact that could be checked."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.article import Article, Sentence, Span
from verifier.claims._reading import Reading
from verifier.claims._silence import silent
from verifier.claims._wording import LEAST, acts, alone, attributed, is_statement
from verifier.english import statements
from verifier.reading import Analysis
from verifier.reading._model import Attribution, DateMention, Quantity

_PROSE = frozenset(["body", "standfirst"])
_HEAD = 6
"""The words that say what is thought of the rest: "it remains unclear whether ..."."""
_REST = 7
"""What is left of a sentence around a statement of somebody else is a statement of its own from this many words."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with the words that carry it; ``attribution`` is None for the writer's own.

    ``text`` stands alone; ``values`` are the dates and figures inside.
    """

    text: str
    spans: tuple[Span, ...]
    attribution: Attribution | None
    values: tuple[DateMention | Quantity, ...]
    checkable: bool


def find(analysis: Analysis) -> tuple[Statement, ...]:
    """Every claim of the article, in the order of the text."""
    values: list[DateMention | Quantity] = [*analysis.dates, *analysis.quantities]
    values.sort(key=lambda v: v.span)
    names = [m.span.start for m in analysis.names.mentions]
    reading = Reading(analysis, values, [v.span.start for v in values], names)
    found = [_attributed(reading, a) for a in analysis.attributions if a.content and not _no_answer(reading, a)]
    found += _reported(reading)
    found.sort(key=lambda s: s.spans[0])
    return tuple(found)


def _attributed(reading: Reading, attribution: Attribution) -> Statement:
    article = reading.analysis.article
    spans = tuple(_behind_dateline(article, span) for span in attribution.content)
    text = " ".join(article.words(span) for span in spans)
    complete = is_statement(reading, attribution)
    text = attributed(reading, attribution, text, complete=complete)
    checkable = any(_checkable(reading, span, complete=complete) for span in spans)
    return Statement(text, spans, attribution, reading.values_in(spans), checkable)


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


def _reported(reading: Reading) -> list[Statement]:
    """The writer's own statements of fact: sentences, or what stands in them around somebody else's statement."""
    article = reading.analysis.article
    taken = sorted(_taken(reading.analysis))
    found, at = [], 0
    for sentence in article.sentences:
        while at < len(taken) and taken[at].end <= sentence.span.start:
            at += 1
        if article.paragraphs[sentence.paragraph].kind not in _PROSE:
            continue
        beyond = at  # found by walking on: a slice of all that is left would cost its length at every sentence
        while beyond < len(taken) and taken[beyond].start < sentence.span.end:
            beyond += 1
        own = _own(reading, sentence, taken[at:beyond])
        own = own and _behind_dateline(article, own)
        if own is not None and _checkable(reading, own):
            text = alone(reading, own, article.words(own), None)
            found.append(Statement(text, (own,), None, reading.values_in([own]), checkable=True))
    return found


def _taken(analysis: Analysis) -> list[Span]:
    """What belongs to attributed statements and to quotations: said by others, or the words that say so."""
    taken = [q.marks for q in analysis.quotations if q.kind != "scare"]
    for attribution in analysis.attributions:
        taken += attribution.content
        if attribution.source is not None and _names_there(analysis.article, attribution):
            taken.append(attribution.source.mention)
        if attribution.cue is not None:
            taken.append(attribution.cue)
    return taken


def _names_there(article: Article, attribution: Attribution) -> bool:
    """Whether the words that name the source stand with what is said; who answers an interview is named where it is
    still told of."""
    if attribution.source is None:
        return False
    named = article.paragraph_at(attribution.source.mention.start)
    said = [*attribution.content, *([attribution.cue] if attribution.cue is not None else [])]
    return any(
        article.paragraph_at(span.start) is named or article.paragraph_at(span.end - 1) is named for span in said
    )


def _own(reading: Reading, sentence: Sentence, inside: list[Span]) -> Span | None:
    """The part of a sentence that the writer says himself: all of it, or the longest stretch that is long enough."""
    if not inside:
        return sentence.span
    edges, at = [], sentence.span.start
    for span in inside:
        edges.append(Span(at, max(at, span.start)))
        at = max(at, span.end)
    edges.append(Span(at, max(at, sentence.span.end)))
    longest = max(edges, key=lambda s: s.end - s.start)
    words = reading.analysis.words
    tokens = words.inside(longest)
    first, last = tokens.start, tokens.stop - 1
    while first <= last and not words.forms[first][0].isalnum():
        first += 1
    while last >= first and not words.forms[last][-1].isalnum() and words.forms[last] not in {"%", ")", "."}:
        last -= 1
    while first < last and words.lows[first] in statements.CONNECTIVES:
        first += 1
    if last - first + 1 < _REST or not _begins(words.forms[first]):
        return None
    if words.lows[last] in statements.BOUND:
        return sentence.span  # cut off before what it needs ("slower than"): told whole
    own = words.lows[first : last + 1]
    return words.span(first, last) if own.count("(") == own.count(")") and acts(own) else None


def _begins(form: str) -> bool:
    """Whether a word can begin a statement that was cut out of a sentence: a name, a number, an article, a pronoun."""
    return not form[0].islower() or form in statements.OPENING


def _checkable(reading: Reading, span: Span, *, complete: bool = True) -> bool:
    """Whether a statement can be looked up: it holds a figure, a date, or something named that does something, and is
    neither a question nor somebody's view of things. Where it is not ``complete``, its verb stands outside the span."""
    words = reading.analysis.words
    tokens = words.inside(span)
    if len(tokens) < LEAST or words.forms[tokens.stop - 1] == "?":
        return False
    lows = words.lows[tokens.start : tokens.stop]
    if silent(lows) and not reading.values_in([span]):
        return False
    if not statements.OPINION.isdisjoint(lows) or not statements.OPEN.isdisjoint(lows[:_HEAD]):
        return False
    return bool(reading.values_in([span])) or (bool(reading.names_in(span)) and (not complete or acts(lows)))
