"""How many died, were hurt or were arrested: the figure of the head beside those of the body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, takewhile
from typing import NamedTuple

from verifier.article import Sentence, Span
from verifier.english import closed, events, people
from verifier.events.top import Top
from verifier.reading import Analysis, _numerals, matching
from verifier.reading._model import Quantity
from verifier.rules._opposed import Opposed

_FATES = frozenset(map(matching.key, people.STATES))
_FOUND_DEAD = matching.key("body")
_DEAD = matching.key("dead")
_AFTER, _BEFORE = 4, 3
"""Tokens behind and before a figure in which its fate may stand: "two people were killed", "killing at least 14"."""
_PARTS = 8
_TWO = 2
_MOST = 40
"""Figures of a sentence that are looked at; more are a table."""
_LEAD = 2
"""Paragraphs of the body in which the story tells how many; further down it may tell of another day."""


class _Count(NamedTuple):
    """A figure of a sentence with what its wording allows, and the noun it counts."""

    value: Decimal
    low: Decimal
    high: Decimal
    span: Span
    noun: str


def opposed(analysis: Analysis, reading: Top, sentence: Sentence) -> Iterator[Opposed]:
    """The figures of people dead, hurt or arrested in a sentence of the head, where the body has another.

    Silent where the body has the figure too, or two or three that make it, whoever they are of; and where the body's
    first word on those dead, hurt or arrested gives no figure: then it tells of each.
    """
    mine = _fated(analysis, sentence)
    if not mine:
        return
    first = max(sentence.paragraph + 1, reading.body_from)
    body = [s for s in analysis.article.sentences if s.paragraph >= first]
    told = [q for s in body for q in _counts(analysis, s)]
    for quantity, fate in mine:
        other = _first_told(analysis, [s for s in body if s.paragraph < first + _LEAD], fate)
        if other is not None and not _is_made(analysis, quantity, told, body):
            yield Opposed(quantity.span, other.span, "toll")


def _counts(analysis: Analysis, sentence: Sentence) -> list[_Count]:
    """The counts of a sentence, those of nobody named among them: "Two die", "kills 12"."""
    inside = analysis.words.inside(sentence.span)
    at = bisect_left(analysis.quantities, sentence.span.start, key=lambda q: q.span.start)
    told = list(takewhile(lambda q: sentence.span.covers(q.span), analysis.quantities[at : at + _MOST]))
    found = [
        _Count(q.value, q.low, q.high, q.span, q.noun or "") for q in told if q.kind == "count" and not _is_score(q)
    ]
    dated = {t for day in analysis.dates if sentence.span.covers(day.span) for t in analysis.words.inside(day.span)}
    t = inside.start
    while t < inside.stop:
        if t in dated or analysis.words.lows[t - 1 if t else 0] in closed.PLACES_IN:
            t += 1  # "died on October 3", "dies at 84"
            continue
        numeral = _numerals.read(analysis.words, t, money=False)
        if numeral is None:
            t += 1
            continue
        span = analysis.words.span(numeral.first, numeral.last)
        if numeral.value == int(numeral.value) and not any(q.span.overlaps(span) for q in told):
            found.append(_Count(numeral.value, numeral.value, numeral.value, span, ""))
        t = numeral.last + 1
    return sorted(found, key=lambda c: c.span.start)


def _is_score(quantity: Quantity) -> bool:
    return quantity.unit == "score"


def _fated(analysis: Analysis, sentence: Sentence) -> list[tuple[_Count, str]]:
    """The figures of a sentence that count people dead, hurt or arrested, with which of these they are."""
    counts = _counts(analysis, sentence)
    fates = ((q, _fate(analysis, q, sentence, counts)) for q in counts)
    return [(q, fate) for q, fate in fates if fate]


def _fate(analysis: Analysis, quantity: _Count, sentence: Sentence, counts: list[_Count]) -> str:
    """What became of those whom a figure counts; "" where it counts others, or more of them."""
    words, keys = analysis.words, analysis.keys
    inside, tokens = words.inside(sentence.span), words.inside(quantity.span)
    noun = matching.key(quantity.noun) if quantity.noun else ""
    beside = words.lows[max(inside.start, tokens.start - 1) : min(tokens.stop + 1, inside.stop)]
    if not events.ELSEWHERE.isdisjoint(beside) or "more" in beside:
        return ""
    if noun == _FOUND_DEAD:
        return _DEAD
    after = range(tokens.stop, min(tokens.stop + _AFTER, inside.stop))
    before = range(tokens.start - 1, max(inside.start, tokens.start - 1 - _BEFORE) - 1, -1)
    taken = {t for q in counts if q is not quantity for t in words.inside(q.span)}
    for near in (after, before):
        for t in near:
            if t in taken or words.forms[t] in closed.CLAUSE_MARKS:
                break
            if keys[t] in _FATES:
                return keys[t]
    return ""


def _first_told(analysis: Analysis, body: list[Sentence], fate: str) -> _Count | None:
    """The figure in the first sentence of the body that tells of this fate."""
    for sentence in body:
        inside = analysis.words.inside(sentence.span)
        lows = analysis.words.lows[inside.start : inside.stop]
        told = [q for q, other in _fated(analysis, sentence) if other == fate]
        if fate in analysis.keys[inside.start : inside.stop] or (fate == _DEAD and _FOUND_DEAD in lows):
            return told[0] if len(told) == 1 else None
        if told:
            return told[0]
    return None


def _is_made(analysis: Analysis, quantity: _Count, told: list[_Count], body: list[Sentence]) -> bool:
    """Whether the body has the figure, in digits or in words, or two or three figures whose sum it is."""
    if any(quantity.low <= q.high and q.low <= quantity.high for q in told):
        return True
    if quantity.value == _TWO and any(
        not closed.BOTH.isdisjoint(analysis.words.lows[t.start : t.stop])
        for t in (analysis.words.inside(s.span) for s in body)
    ):
        return True
    values = [Decimal(1), *(q.value for q in told[:_PARTS])]
    return any(sum(some) == quantity.value for size in (2, 3) for some in combinations(values, size))
