"""Figures in headline and standfirst that the body never gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from verifier.article import Sentence
from verifier.english import calendar, numbers
from verifier.events.top import Top
from verifier.reading import Analysis
from verifier.reading._model import Quantity
from verifier.reading.quantities import compatible, dimension
from verifier.rules._kinds.slips import is_scale

_SMALL = 12
"""Up to this a reader may have counted for himself: three countries, two of them named."""
_ARTICLES = frozenset({"a", "A"})
"""A figure that begins with an article is a manner of speaking ("a hundred years")."""
_ROUND = Decimal("0.1")
_TIMES = (Decimal(12), Decimal(52), Decimal(100))
"""The months and weeks of a year, by which a headline may reckon what is told of each; and what is a cent."""
_AGE = "age"
_LIFE = 130
"""Years."""
_NOWADAYS = range(1980, 2041)
"""Years in which an article may be written."""
_PARTS = 40
"""Of so many figures of the body the sums and differences are looked at."""


def unsupported(analysis: Analysis, reading: Top, sentence: Sentence) -> Iterator[Quantity]:
    """The figures of a sentence of the head that neither stand in the body nor come from its figures.

    A figure that opens the sentence may count the items of a list ("31 ways to ..."), which the body need not name.
    """
    mine = [
        q
        for q in analysis.quantities
        if sentence.span.covers(q.span) and q.span.start > sentence.span.start and _telling(q, analysis.article.text)
    ]
    if not mine:
        return
    paragraphs = analysis.article.paragraphs
    first = max(sentence.paragraph + 1, reading.body_from)
    start = paragraphs[first].span.start if first < len(paragraphs) else len(analysis.article.plain)
    body = [q for q in analysis.quantities if q.span.start >= start]
    parts = body[:_PARTS]
    made = [
        (dimension(a), value)
        for a, b in combinations(parts, 2)
        if dimension(a) == dimension(b)
        for value in (a.value + b.value, abs(a.value - b.value))
    ]
    for quantity in mine:
        near = any(_told(quantity, q) for q in body)
        near = near or any(_other_scale(quantity, q) or _in_another_unit(quantity, q) for q in body)
        near = near or _as_ordinal(quantity, analysis, start) or _as_years(quantity, analysis, body, start)
        reckoned = quantity.noun != _AGE and any(
            _like(quantity, v, v) for kind, v in made if kind == dimension(quantity)
        )
        if not near and not _in_words(quantity, analysis) and not reckoned:
            yield quantity


def _telling(quantity: Quantity, text: str) -> bool:
    exact = quantity.kind in {"money", "percent"} or quantity.value > _SMALL
    return exact and quantity.unit != "score" and quantity.span.of(text)[:1] not in _ARTICLES


def _told(quantity: Quantity, other: Quantity) -> bool:
    """Whether the body may tell the figure with this one: of another kind ("under six") it is no price."""
    if quantity.kind == "money" and other.kind != "money":
        return quantity.value == other.value
    if quantity.kind == "money" and any(
        other.value == quantity.value * n or other.value * n == quantity.value for n in _TIMES
    ):
        return True
    return _like(quantity, other.low, other.high) or _like(quantity, other.value, other.value)


def _other_scale(quantity: Quantity, other: Quantity) -> bool:
    """Whether the body has the figure with another scale, which N003 tells."""
    return quantity.kind == other.kind and is_scale(*sorted((quantity.value, other.value)))


def _in_another_unit(quantity: Quantity, other: Quantity) -> bool:
    """Whether the body gives the measure in another unit: "500 years", "five centuries"."""
    one_measure = dimension(quantity) == dimension(other) and quantity.unit != other.unit
    return one_measure and compatible(quantity, other)


def _as_ordinal(quantity: Quantity, analysis: Analysis, start: int) -> bool:
    """Whether the body has the digits, in whatever use: "70" and "the 70th"."""
    digits = f"{quantity.value.normalize():f}"
    places = analysis.words.places.get(digits, ())
    return any(analysis.words.starts[i] >= start for i in places)


def _as_years(quantity: Quantity, analysis: Analysis, body: list[Quantity], start: int) -> bool:
    """Whether the body may tell so many years otherwise: by the year in which it began ("formed in 1925"), or by what a
    hundred of them are called; more than anybody lives are ancient, whatever tells it, but another such age."""
    if dimension(quantity) not in {"time", _AGE} or quantity.unit != "years":
        return False
    if quantity.value > _LIFE:
        return not any(q.unit == "years" and q.value > _LIFE for q in body)
    named = quantity.value in {calendar.ANNIVERSARIES.get(low) for low in analysis.words.places}
    return named or any(
        d.year is not None and d.span.start >= start and int(d.year + quantity.value) in _NOWADAYS
        for d in analysis.dates
    )


def _in_words(quantity: Quantity, analysis: Analysis) -> bool:
    """Whether a share may be told in words: "half", "a third", "doubled"."""
    return quantity.kind == "percent" and any(w in analysis.words.places for w in numbers.PARTS_IN_WORDS)


def _like(quantity: Quantity, low: Decimal, high: Decimal) -> bool:
    """Whether a figure may be another one rounded."""
    wide = abs(quantity.value) * _ROUND if quantity.noun != _AGE else Decimal(0)  # nobody rounds "Woman, 63, found"
    return quantity.low - wide <= high and quantity.high + wide >= low
