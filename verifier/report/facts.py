"""The facts of an article: every quotation, figure, date, name with its title, place, superlative and accusation.

A desk ticks each of them against a source, the right ones too, and the ledger has a row for each. They come from the
reading of the text, and from the report's own quotations; whether any is right is not for this module to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from verifier.article import Article as Text
from verifier.article import from_text
from verifier.reading import asserted, dates, names, place_names, quantities, words
from verifier.reading._model import Quantity
from verifier.report.models import Report

FactKind = Literal["quotation", "figure", "date", "name", "place", "superlative", "accusation"]
_LOOSE = frozenset({"week", "year", "decade"})
"""Stretches of time that, counted from the day of writing ("this week"), leave nothing to look up."""
_NEXT = re.compile(r" (\w+)")
_NAMED = frozenset({"person", "organisation", "outlet"})


class Told(NamedTuple):
    """Where a fact stands in the article, and what it is."""

    start: int
    end: int
    kind: FactKind


def told(report: Report) -> list[Told]:
    """All facts of an article in the order of its text; one inside another of its kind is left to that one."""
    found: list[Told] = []
    reach: dict[str, int] = {}
    for one in sorted({*_quoted(report), *_read(report)}, key=lambda p: (p.start, -p.end)):
        _, end, kind = one
        if reach.get(kind, -1) >= end or (kind == "name" and reach.get("date", -1) >= end):
            continue
        reach[kind] = end
        found.append(one)
    return found


def _quoted(report: Report) -> Iterator[Told]:
    for quote in report.quotes:
        if quote.kind != "scare":
            yield Told(quote.span.start, quote.span.end, "quotation")


def _read(report: Report) -> Iterator[Told]:
    """What the reading of the text shows. Its places hold in the report, whose text it was."""
    article = from_text(report.article.text, published=report.article.published)
    if article.text != report.article.text:
        return  # a text that reads otherwise the second time: its places would lie
    split = words.split(article.plain)
    days = [d for d in dates.find(article, split) if not (d.relative and d.unit in _LOOSE)]
    dated = {n for d in days for n in range(d.span.start, d.span.end)}
    for day in days:
        yield Told(*day.span, "date")
    for amount in quantities.find(article, split):
        if not dated.intersection(range(*amount.span)):
            yield Told(amount.span.start, _with_noun(article.text, amount), "figure")
    for place in _named(article, split):
        if not dated.intersection(range(place.start, place.end)):
            yield place
    for span, what in asserted.facts(article, split):
        yield Told(*span, what)


def _named(article: Text, split: words.Words) -> Iterator[Told]:
    """Names with their titles, and where each place is first named."""
    entities = names.find(article, split).entities
    for entity in entities:
        if entity.kind in _NAMED and (entity.titles or " " in entity.name):
            named = next((m for m in entity.mentions if m.title), entity.mentions[0])
            yield Told(*named.span, "name")
    for place in place_names.first_named(article.plain, split, entities):
        yield Told(*place, "place")


def _with_noun(text: str, amount: Quantity) -> int:
    """Where a figure ends together with what it counts, where that stands next to it: "15 boats"."""
    follows = _NEXT.match(text, amount.span.end)
    if follows and amount.noun and follows[1].lower().startswith(amount.noun.lower()):
        return follows.end()
    return amount.span.end
