"""The facts of an article: every quotation, figure, date, name with its title, place, superlative and accusation.

A desk ticks each of them against a source, the right ones too. They come from the reading of the text, and from the
report's own quotations; whether any is right is not for this module to say.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from verifier.article import Article as Text
from verifier.article import from_text
from verifier.reading import asserted, dates, names, place_names, quantities, words
from verifier.reading._model import Quantity
from verifier.report.models import Article, Report, Span
from verifier.review.records import Passage

FactKind = Literal["quotation", "figure", "date", "name", "place", "superlative", "accusation"]
_LOOSE = frozenset({"week", "year", "decade"})
"""Stretches of time that, counted from the day of writing ("this week"), leave nothing to look up."""
_NEXT = re.compile(r" (\w+)")
_NAMED = frozenset({"person", "organisation", "outlet"})


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to be ticked, by its place; ``sentence`` is what it stands in.

    ``key`` is made of its kind, its words and its sentence: an edit of the sentence makes it another fact, which
    somebody has to check anew.
    """

    key: str
    kind: FactKind
    span: Span
    sentence: str

    def passage(self) -> Passage:
        """What a decision on it is about."""
        return Passage(self.kind, self.sentence, (self.span.text,), (self.sentence,))


class _Place(NamedTuple):
    start: int
    end: int
    kind: FactKind


def facts(report: Report) -> list[Fact]:
    """All facts of an article in the order of its text; one inside another of its kind is left to that one."""
    found_at = sorted({*_quoted(report), *_read(report)}, key=lambda p: (p.start, -p.end))
    sentence = Sentences(report.article)
    seen: Counter[str] = Counter()
    found: list[Fact] = []
    reach: dict[str, int] = {}
    text = report.article.text
    for start, end, kind in found_at:
        if reach.get(kind, -1) >= end or (kind == "name" and reach.get("date", -1) >= end):
            continue
        reach[kind] = end
        around = sentence.of(start, end)
        what = "\x1f".join((kind, " ".join(text[start:end].split()), around))
        seen[what] += 1
        key = hashlib.sha256(f"{what}\x1f{seen[what]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        found.append(Fact(key, kind, Span(start=start, end=end, text=text[start:end]), around))
    return found


class Sentences:
    """The sentences of an article by place, white space folded."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._starts = [s.start for s in article.sentences]
        self._ends = [s.end for s in article.sentences]

    def of(self, start: int, end: int) -> str:
        """The sentences that a place stands in."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        if not self._starts:
            return " ".join(self._text[start:end].split())
        low, high = min(start, self._starts[first]), max(end, self._ends[last])
        return " ".join(self._text[low:high].split())

    def all(self) -> list[str]:
        """Every sentence."""
        return [" ".join(self._text[a:b].split()) for a, b in zip(self._starts, self._ends, strict=True)]


def _quoted(report: Report) -> Iterator[_Place]:
    for quote in report.quotes:
        if quote.kind != "scare":
            yield _Place(quote.span.start, quote.span.end, "quotation")


def _read(report: Report) -> Iterator[_Place]:
    """What the reading of the text shows. Its places hold in the report, whose text it was."""
    article = from_text(report.article.text, published=report.article.published)
    if article.text != report.article.text:
        return  # a text that reads otherwise the second time: its places would lie
    split = words.split(article.plain)
    days = [d for d in dates.find(article, split) if not (d.relative and d.unit in _LOOSE)]
    dated = {n for d in days for n in range(d.span.start, d.span.end)}
    for day in days:
        yield _Place(*day.span, "date")
    for amount in quantities.find(article, split):
        if not dated.intersection(range(*amount.span)):
            yield _Place(amount.span.start, _with_noun(article.text, amount), "figure")
    for place in _named(article, split):
        if not dated.intersection(range(place.start, place.end)):
            yield place
    for told, what in asserted.facts(split):
        yield _Place(*told, what)


def _named(article: Text, split: words.Words) -> Iterator[_Place]:
    """Names with their titles, and where each place is first named."""
    entities = names.find(article, split).entities
    for entity in entities:
        if entity.kind in _NAMED and (entity.titles or " " in entity.name):
            named = next((m for m in entity.mentions if m.title), entity.mentions[0])
            yield _Place(*named.span, "name")
    for place in place_names.first_named(article.plain, split, entities):
        yield _Place(*place, "place")


def _with_noun(text: str, amount: Quantity) -> int:
    """Where a figure ends together with what it counts, where that stands next to it: "15 boats"."""
    follows = _NEXT.match(text, amount.span.end)
    if follows and amount.noun and follows[1].lower().startswith(amount.noun.lower()):
        return follows.end()
    return amount.span.end
