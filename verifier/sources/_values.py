"""The figures and dates in the sentences of the sources, and when two of them measure the same or are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier._exceptions import InputError
from verifier.article import Span, from_text
from verifier.english.synonyms import FUNCTION_WORDS
from verifier.reading import dates, matching, quantities, words
from verifier.reading._model import DateMention, Quantity
from verifier.sources._dated import day_of
from verifier.sources._library import Shelved
from verifier.sources._passages import Passage, Passages, keys_of

_HAS_VALUE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|half|dozen|third|quarter"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|tomorrow)\b",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"\S+\s*\Z")
_LEAD = 40
_NEAR = 6
"""Words on either side of a figure that say what it measures."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its place in the text it was read from, and the keys of the words around it."""

    value: Quantity | DateMention
    span: Span
    around: frozenset[str]

    def moved(self, by: int) -> Value:
        """The same in a text of which this one was a part."""
        return Value(self.value, Span(self.span.start + by, self.span.end + by), self.around)


class Values:
    """The sentences of all sources that hold a value, by what they are about, and the values in them."""

    def __init__(self, shelves: Sequence[Shelved]) -> None:
        self.passages = Passages(shelves, lambda text: _HAS_VALUE.search(text) is not None)
        self._read: dict[int, list[Value]] = {}

    def of(self, at: int) -> list[Value]:
        """The values of a passage, in the source's own offsets."""
        if at not in self._read:
            passage = self.passages[at]
            plain, own = passage.shelf.source.plain, day_of(passage.shelf.source)
            # With the word before it: a number that begins a text is none of its figures, as in a headline.
            lead = _LAST_WORD.search(plain, max(0, passage.span.start - _LEAD), passage.span.start)
            start = lead.start() if lead else passage.span.start
            read = [v.moved(start) for v in _read(plain[start : passage.span.end], own.day if own else None)]
            self._read[at] = [v for v in read if v.span.start >= passage.span.start]
        return self._read[at]


def _read(plain: str, published: date | None) -> list[Value]:
    """The values of a few sentences, days counted from when they were published."""
    try:
        article = from_text(plain, published=published)
    except InputError:
        return []
    tokens = words.split(article.plain)
    found: list[Quantity | DateMention] = [*quantities.find(article, tokens), *dates.find(article, tokens)]
    return [Value(value, value.span, words_around(tokens, value.span)) for value in found]


def words_around(tokens: words.Words, span: Span) -> frozenset[str]:
    """The keys of the words around a place in a text."""
    first, last = tokens.at(span.start), tokens.at(span.end - 1)
    lows = tokens.lows[max(0, first - _NEAR) : first] + tokens.lows[last + 1 : last + 1 + _NEAR]
    return frozenset(k for low in lows if low not in FUNCTION_WORDS and (k := matching.key(low)))


def words_beside(passage: Passage, place: Span) -> frozenset[str]:
    """The keys of the words around a place in a passage."""
    plain = passage.shelf.source.plain
    before, after = plain[passage.span.start : place.start].split(), plain[place.end : passage.span.end].split()
    return keys_of(" ".join(before[-_NEAR:])) | keys_of(" ".join(after[:_NEAR]))


def comparable(a: Quantity | DateMention, b: Quantity | DateMention) -> bool:
    """Whether two values measure the same kind of thing."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if quantities.dimension(a) != quantities.dimension(b):
            return False
        if a.noun is None or b.noun is None:
            return a.noun == b.noun or a.kind != "count"
        return matching.stem(a.noun) == matching.stem(b.noun)
    if isinstance(a, DateMention) and isinstance(b, DateMention):
        return a.unit == b.unit and (a.day is None) == (b.day is None)
    return False


def can_be_of_one(ours: Quantity, theirs: Quantity | DateMention) -> bool:
    """Whether two readings of one number can count the same, one of which says nothing of what it counts."""
    if not isinstance(theirs, Quantity) or quantities.dimension(ours) != quantities.dimension(theirs):
        return False
    return ours.noun is None or theirs.noun is None


def agrees(a: Quantity | DateMention, b: Quantity | DateMention) -> bool:
    """Whether they can be the same value, rounded, converted or hedged."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return quantities.compatible(a, b)
    if isinstance(a, DateMention) and isinstance(b, DateMention):
        if _both_counted(a, b):
            return (a.earliest, a.latest) == (b.earliest, b.latest)
        met = any(None not in both for both in _parts(a, b).values())
        return met and not contradicts(a, b) and not lacks(a, b)
    return False


def contradicts(ours: DateMention, theirs: DateMention) -> bool:
    """Whether a part that both dates give is another."""
    return any(None not in (mine, other) and mine != other for mine, other in _parts(ours, theirs).values())


def lacks(ours: DateMention, theirs: DateMention) -> str:
    """The part of the article's date that a source's has nothing of, not even by the day that it can only mean."""
    if _both_counted(ours, theirs):
        return ""
    meant = theirs.earliest if theirs.day and theirs.earliest == theirs.latest else None
    known = {"weekday": meant.weekday(), "year": meant.year} if meant else {}
    parts = _parts(ours, theirs).items()
    return next((p for p, (mine, other) in parts if mine is not None and other is None and known.get(p) != mine), "")


def weekday_of(day: DateMention) -> int | None:
    """The weekday of a date: as it says, or as a full one brings with it."""
    if day.weekday is not None or not (day.year and day.month and day.day):
        return day.weekday
    try:
        return date(day.year, day.month, day.day).weekday()
    except ValueError:
        return None


def _parts(ours: DateMention, theirs: DateMention) -> dict[str, tuple[int | None, int | None]]:
    """Each part of a date as the article gives it and as a source does."""
    return {
        "weekday": (ours.weekday, weekday_of(theirs)),
        "day": (ours.day, theirs.day),
        "month": (ours.month, theirs.month),
        "year": (ours.year, theirs.year),
    }


def _both_counted(a: DateMention, b: DateMention) -> bool:
    """Whether each counts from the day it was written on, and that is known."""
    return bool(a.earliest and b.earliest) and _counted(a) and _counted(b)


def _counted(day: DateMention) -> bool:
    """Whether a day, a month or a year counts from the day of writing."""
    return day.relative or (day.day is None and day.weekday is not None)
