"""What a source has in the place of a figure or date that none bears out: another value, the number in another unit,
the date without a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from verifier.article import Span
from verifier.reading import Analysis, lying
from verifier.reading._model import DateMention, Quantity
from verifier.sources._aligned import Figure
from verifier.sources._counterparts import Counterparts
from verifier.sources._day_values import contradicts, day_left_out, lacks, not_to_be_held, of_another_weekday, unplaced
from verifier.sources._held import Fact, Status
from verifier.sources._library import Shelved
from verifier.sources._model import Source
from verifier.sources._policy import Kind
from verifier.sources._statement import LEAST_WORDS, Statement
from verifier.sources._typing import Difference
from verifier.sources._values import (
    Value,
    Values,
    agrees,
    comparable,
    excludes,
    has_no_unit,
    in_another_unit,
    may_be_one_currency,
)

_LOOKED_AT = 24
"""Passages of each source that are asked whether they make a statement."""


class Asked(NamedTuple):
    """A value of the article as it is asked of the sources: its words, what it tells, and the passages to be read.

    ``near`` are values of its kind in the likeliest passages, ``equal`` those of them, and of what tells the same with
    whoever says it, that agree with it.
    """

    value: Quantity | DateMention
    own: Figure
    statement: Statement
    keys: frozenset[str]
    ranked: list[int]
    near: list[tuple[int, Value]]
    equal: list[tuple[int, Value]]


class Unlike:
    """What stands in the sources in place of the article's values."""

    def __init__(self, analysis: Analysis, values: Values, counterparts: Counterparts) -> None:
        self._analysis = analysis
        self._values = values
        self._counterparts = counterparts

    def unlike(self, known: Fact, asked: Asked) -> Fact:
        """A value that no passage has: what it stands beside."""
        told: Fact | None = None
        if isinstance(asked.value, DateMention):
            told = self._other_weekday(known, asked.value, asked.statement)
            told = told or self._partly(known, asked.value, asked.near)
        told = told or next(self.otherwise(known, asked), None)
        return told or self._in_the_same_words(known, asked.value, asked.near)

    def _other_weekday(self, known: Fact, day: DateMention, statement: Statement) -> Fact | None:
        """The same day of the same month, which is another day of the week there."""
        for at in self._alike(statement):
            alike = len(statement.keys & self._values.passages[at].keys) >= LEAST_WORDS
            for other in self._values.of(at):
                if isinstance(other.value, DateMention) and of_another_weekday(day, other.value, alike=alike):
                    found = Difference("date", day.span, other.span, day_left_out(day, other.value))
                    return there(self._values, known, at, "differs", (found,))
        return None

    def otherwise(self, known: Fact, asked: Asked) -> Iterator[Fact]:
        """What those that tell the same have in its place, the likeliest first."""
        value, statement = asked.value, asked.statement
        kept = self._beside(value)
        for at in self._telling(statement):
            if isinstance(value, Quantity):
                if told := self._in_another_unit(known, value, at):
                    yield told
                    continue
                if self._may_be(asked.own, value, at):
                    continue  # it may be the one, read as something else: "asked for six percent, and got four"
            if self._of_another(value, kept, at):
                continue
            # A figure that the article has in that sentence, too, stands in the place of none of its others.
            others = [
                v
                for v in self._values.of(at)
                if self._counterparts.comparable(statement, at, v.value)
                and not any(comparable(q, v.value) and agrees(q, v.value) for q in kept)
            ]
            if any(agrees(value, v.value) for v in others):
                continue
            other = self._counterparts.place_of(statement, at, others)
            if other is not None and not not_to_be_held(value, other.value) and excludes(value, other.value):
                kind: Kind = "date" if known.what == "date" else "figure"
                found = Difference(kind, value.span, other.span, day_left_out(value, other.value))
                yield there(self._values, known, at, "differs", (found,))

    def _of_another(self, value: Quantity | DateMention, kept: Sequence[Quantity | DateMention], at: int) -> bool:
        """Whether none of several values of a kind is in a passage: it tells of another poll."""
        alike = [q for q in kept if comparable(value, q)]
        return bool(alike) and not any(agrees(q, v.value) for q in alike for v in self._values.of(at))

    def _may_be(self, own: Figure, value: Quantity, at: int) -> bool:
        """Whether a passage has the very number, and says nothing of what it is in."""
        read = self._values.of(at)
        unread = (p for p in own.inside(self._values.passages[at]) if not any(v.span.overlaps(p) for v in read))
        return any(unread) or any(isinstance(v.value, Quantity) and has_no_unit(value, v.value) for v in read)

    def _telling(self, statement: Statement) -> list[int]:
        """The passages that make the article's statement, the likeliest first."""
        return [at for at in self._alike(statement) if self._counterparts.same(statement, at)]

    def _alike(self, statement: Statement) -> list[int]:
        """The passages of each source with words of a statement, the likeliest first."""
        return [at for _, at in self._values.passages.like(statement.keys, shared=1, most=_LOOKED_AT, of_each=True)]

    def _in_the_same_words(self, known: Fact, value: Quantity | DateMention, near: Sequence[tuple[int, Value]]) -> Fact:
        """The same words for a time, which count from a day that nobody knows."""
        plain = self._analysis.article.plain
        for at, other in near:
            theirs = other.span.of(self._values.passages[at].shelf.source.plain)
            if unplaced(value, value.span.of(plain), other.value, theirs):
                note = "in the same words, which count from a day that it does not tell"
                return replace(there(self._values, known, at, "near", ()), note=note)
        return known

    def _in_another_unit(self, known: Fact, value: Quantity, at: int) -> Fact | None:
        """The number itself, told in another currency there."""
        other = next((v for v in self._values.of(at) if in_another_unit(value, v.value)), None)
        if other is None or not isinstance(other.value, Quantity):
            return None
        if may_be_one_currency(value, other.value):
            return replace(
                there(self._values, known, at, "near", ()), note="which tells whose dollars it means otherwise"
            )
        return there(self._values, known, at, "differs", (Difference("unit", value.span, other.span),))

    def _beside(self, value: Quantity | DateMention) -> list[Quantity | DateMention]:
        """The other values of its sentence."""
        sentence = self._analysis.article.sentence_at(value.span.start)
        if sentence is None:
            return []
        own = sentence.span
        values: list[Quantity | DateMention] = [*lying.figures(self._analysis, own), *lying.dates(self._analysis, own)]
        return [v for v in values if own.covers(v.span) and v.span != value.span]

    def _partly(self, known: Fact, day: DateMention, near: Sequence[tuple[int, Value]]) -> Fact | None:
        """What has the date, but for a part of it that it does not give; None where nothing has it."""
        for at, other in near:
            if isinstance(other.value, DateMention) and not contradicts(day, other.value):
                part = lacks(day, other.value)
                if part:
                    return replace(
                        there(self._values, known, at, "near", ()), note=f"which has the date without the {part}"
                    )
        return None


def there(values: Values, known: Fact, at: int, status: Status, found: tuple[Difference, ...]) -> Fact:
    """A fact with the passage that it met."""
    passage = values.passages[at]
    return Fact(
        known.what,
        known.span,
        status,
        source=passage.shelf.source,
        passage=_trimmed(passage.shelf.source, passage.span),
        differences=found,
        similarity=1.0 if status == "confirmed" else 0.0,
        shelves=(passage.shelf,),
    )


def has(known: Fact, shelf: Shelved, place: Span | None) -> Fact:
    """What a source has at this place."""
    return replace(known, status="confirmed", source=shelf.source, passage=place, similarity=1.0, shelves=(shelf,))


def _trimmed(source: Source, span: Span) -> Span:
    text = span.of(source.text)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start + 1, span.end - (len(text) - len(text.rstrip()))))
