"""Holds figures and dates outside quotations against the passages of the sources that tell the same.

A passage is a candidate by the rare words and names that it shares with the article's sentence. Two values are compared
only where they measure the same thing: one unit, one noun, words of one subject around them. Where any passage has the
value, rounded or converted, it is confirmed; it differs only where the likeliest passage has one value of that kind,
and another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from verifier.article import Span
from verifier.english import nouns
from verifier.english.synonyms import FUNCTION_WORDS
from verifier.reading import Analysis
from verifier.reading._model import DateMention, Quantity
from verifier.sources import _elsewhere
from verifier.sources._aligned import Figure
from verifier.sources._dated import day_of
from verifier.sources._day_values import contradicts, day_left_out, lacks, not_to_be_held, unplaced
from verifier.sources._held import Fact, Status
from verifier.sources._library import Shelved
from verifier.sources._model import Source
from verifier.sources._passages import SHARED, keys_of
from verifier.sources._policy import Kind
from verifier.sources._typing import Difference
from verifier.sources._values import (
    Value,
    Values,
    agrees,
    can_be_of_one,
    comparable,
    in_another_unit,
    limits_the_other_way,
    may_be_one_currency,
    of_one_measure,
    words_around,
    words_beside,
)

_SURE = 0.6
"""Share of the words of the shorter that a passage must share with the sentence before a value in it is "another"."""


class Figures:
    """The figures and dates of one article against the passages."""

    def __init__(self, analysis: Analysis, shelves: Sequence[Shelved]) -> None:
        self._analysis = analysis
        self._shelves = shelves

    @cached_property
    def _values(self) -> Values:
        return Values(self._shelves)

    def facts(self) -> Iterator[Fact]:
        """A fact for every figure and date outside quotations."""
        quoted = [q.marks for q in self._analysis.quotations if q.kind != "scare"]
        values: list[Quantity | DateMention] = [*self._analysis.quantities, *self._analysis.dates]
        for value in sorted(values, key=lambda v: v.span):
            if not any(marks.overlaps(value.span) for marks in quoted) and _is_told(self._analysis, value.span):
                yield self._as_limited(value, self._fact(value))

    def _fact(self, value: Quantity | DateMention) -> Fact:
        sentence = self._analysis.article.sentence_at(value.span.start)
        known = Fact("date" if isinstance(value, DateMention) else "figure", value.span, "absent")
        if sentence is None:
            return known
        own = Figure(self._analysis.article.plain, sentence.span, value.span)
        if isinstance(value, Quantity):
            for shelf, place in own.verbatim(self._shelves):
                if self._can_be(value, shelf, place):
                    return self._found(known, shelf, place)
        keys = self._keys(value, self._statement(value.span, sentence.span))
        ranked, near = self._near(value, keys)
        # Who says it is often who does it: "..., the board said" where the source has "The board has decided ...".
        # What stands beside a statement is enough for the same value, not for another.
        beside = self._near(value, self._keys(value, sentence.span))[1]
        met = next((at for at, other in (*near, *beside) if agrees(value, other.value)), None)
        if met is None and isinstance(value, Quantity):
            met = self._bearing(own, value, [at for _, at in ranked])
        if met is not None:
            return self._met(known, met, "confirmed", ())
        if dated := self._of_the_saying(value, [self._values.passages[at].shelf for _, at in ranked]):
            return _has(known, *dated)
        told = self._otherwise(known, value, keys, ranked, near) if ranked else known
        if isinstance(value, Quantity) or told.status == "absent":
            told = self._in_other_words(told, value, self._keys(value, sentence.span))
        return self._of_that_day(told, value) if isinstance(value, DateMention) and told.status == "absent" else told

    def _as_limited(self, value: Quantity | DateMention, told: Fact) -> Fact:
        """No figure is borne out by one that is a limit the other way there."""
        at = self._values.passages.at(told.shelves[0], told.passage) if told.shelves and told.passage else None
        if told.status != "confirmed" or at is None or not isinstance(value, Quantity):
            return told
        there = [v.value for v in self._values.of(at) if isinstance(v.value, Quantity) and agrees(value, v.value)]
        if not there or not all(limits_the_other_way(value, other) for other in there):
            return told
        return replace(told, status="near", similarity=0.0, note="which has it as a limit the other way")

    def _of_that_day(self, told: Fact, value: DateMention) -> Fact:
        """The source of the very day that the article tells of; what happened on it, a person has to see."""
        if any(c.overlaps(value.span) for a in self._analysis.attributions for c in a.content):
            return told
        day = value.earliest if value.earliest == value.latest else None
        owned = ((shelf, day_of(shelf.source)) for shelf in self._shelves)
        of = next(((shelf, own.span) for shelf, own in owned if day and own and own.day == day), None)
        if of is None or value.weekday not in (None, day.weekday() if day else None):
            return told
        return replace(_has(told, *of), status="near", similarity=0.0, note="which is of that day")

    def _in_other_words(self, told: Fact, value: Quantity | DateMention, keys: frozenset[str]) -> Fact:
        """The same figure in other words; where a likelier passage has another one, that is for a person to see."""
        met = _elsewhere.met(self._analysis, self._values, value, keys)
        if met is None or (told.status == "differs" and not met.same):
            return told
        known = replace(told, status="absent", differences=())
        if met.same and told.status != "differs":
            return self._met(known, met.at, "confirmed", ())
        return replace(self._met(known, met.at, "near", ()), note=_elsewhere.TO_JUDGE)

    def _can_be(self, value: Quantity, shelf: Shelved, place: Span) -> bool:
        """Whether the figure read there is in no other unit: "50¢" is not "$50"."""
        at = self._values.passages.at(shelf, place)
        read = next((v.value for v in self._values.of(at) if v.span.overlaps(place)), None) if at is not None else None
        bare = value.kind == "count" or (isinstance(read, Quantity) and read.kind == "count")
        return not isinstance(read, Quantity) or bare or (of_one_measure(value, read) and agrees(value, read))

    def _found(self, known: Fact, shelf: Shelved, place: Span) -> Fact:
        """What stands word for word in a source."""
        at = self._values.passages.at(shelf, place)
        return _has(known, shelf, place) if at is None else self._met(known, at, "confirmed", ())

    def _partly(self, known: Fact, day: DateMention, near: Sequence[tuple[int, Value]]) -> Fact | None:
        """What has the date, but for a part of it that it does not give; None where nothing has it."""
        for at, other in near:
            if isinstance(other.value, DateMention) and not contradicts(day, other.value):
                part = lacks(day, other.value)
                if part:
                    return replace(self._met(known, at, "near", ()), note=f"which has the date without the {part}")
        return None

    def _bearing(self, own: Figure, value: Quantity, ranked: Sequence[int]) -> int | None:
        """The passage that has the very number beside one of the same words, where it counts nothing else there."""
        around = words_around(self._analysis.words, value.span)
        for at in ranked:
            passage = self._values.passages[at]
            for place in own.inside(passage):
                read = next((v.value for v in self._values.of(at) if v.span.overlaps(place)), None)
                if read is not None and not can_be_of_one(value, read):
                    continue
                if around & words_beside(passage, place):
                    return at
        return None

    def _keys(self, value: Quantity | DateMention, told: Span) -> frozenset[str]:
        plain = self._analysis.article.plain
        return keys_of(plain[told.start : value.span.start] + " " + plain[value.span.end : told.end])

    def _near(
        self, value: Quantity | DateMention, keys: frozenset[str]
    ) -> tuple[list[tuple[float, int]], list[tuple[int, Value]]]:
        """The passages that tell the same, the likeliest first, and the values of that kind in them."""
        ranked = self._values.passages.like(keys)
        return ranked, [(at, v) for _, at in ranked for v in self._values.of(at) if comparable(value, v.value)]

    def _otherwise(
        self,
        known: Fact,
        value: Quantity | DateMention,
        keys: frozenset[str],
        ranked: Sequence[tuple[float, int]],
        near: Sequence[tuple[int, Value]],
    ) -> Fact:
        """A value that no passage has, beside what the likeliest one has in its place."""
        if isinstance(value, DateMention) and (partly := self._partly(known, value, near)):
            return partly
        around = words_around(self._analysis.words, value.span)
        best = ranked[0][1]
        # A figure that the article has in that sentence, too, stands in the place of none of its others.
        others = [q for q in self._beside(value) if comparable(value, q)]
        free = [v for at, v in near if at == best and not any(agrees(q, v.value) for q in others)]
        theirs = _likeliest(free, around)
        passage = self._values.passages[best]
        shared = len(keys & passage.keys)
        whole = shared >= SHARED and shared >= _SURE * min(len(keys), len(passage.keys))
        sure = whole or (len(theirs) == 1 and len(theirs[0].around & around) >= SHARED)
        if isinstance(value, Quantity) and sure and (told := self._in_another_unit(known, value, best)):
            return told
        if len(theirs) == 1 and sure and not not_to_be_held(value, theirs[0].value):
            kind: Kind = "date" if known.what == "date" else "figure"
            found = Difference(kind, value.span, theirs[0].span, day_left_out(value, theirs[0].value))
            return self._met(known, best, "differs", (found,))
        same = next(
            (
                at
                for at, other in near
                if unplaced(
                    value,
                    value.span.of(self._analysis.article.plain),
                    other.value,
                    other.span.of(self._values.passages[at].shelf.source.plain),
                )
            ),
            None,
        )
        if same is not None:
            met = self._met(known, same, "near", ())
            return replace(met, note="in the same words, which count from a day that it does not tell")
        return known

    def _in_another_unit(self, known: Fact, value: Quantity, at: int) -> Fact | None:
        """The number itself, told in another currency there."""
        other = next((v for v in self._values.of(at) if in_another_unit(value, v.value)), None)
        if other is None or not isinstance(other.value, Quantity):
            return None
        if may_be_one_currency(value, other.value):
            return replace(self._met(known, at, "near", ()), note="which tells whose dollars it means otherwise")
        return self._met(known, at, "differs", (Difference("unit", value.span, other.span),))

    def _beside(self, value: Quantity | DateMention) -> list[Quantity | DateMention]:
        """The other values of its sentence."""
        sentence = self._analysis.article.sentence_at(value.span.start)
        everything: list[Quantity | DateMention] = [*self._analysis.quantities, *self._analysis.dates]
        return [v for v in everything if sentence and sentence.span.covers(v.span) and v.span != value.span]

    def _of_the_saying(
        self, value: Quantity | DateMention, shelves: Sequence[Shelved]
    ) -> tuple[Shelved, Span | None] | None:
        """The source of the day on which, the article says, its words were said: "in a release on Thursday"; with its
        dateline. A day in what was said is none of the source's own."""
        if not isinstance(value, DateMention) or value.earliest is None or value.earliest != value.latest:
            return None
        if value.weekday not in (None, value.earliest.weekday()):
            return None  # "Wednesday, March 10" of a year in which that was a Tuesday
        said = [a for a in self._analysis.attributions if a.source is not None and a.cue is not None]
        sentence = self._analysis.article.sentence_at(value.span.start)
        if sentence is None or any(c.overlaps(value.span) for a in said for c in a.content):
            return None
        if not (self._of_a_text(value.span) or any(sentence.span.covers(a.cue) for a in said if a.cue)):
            return None
        owned = ((shelf, day_of(shelf.source)) for shelf in shelves)
        return next(((shelf, own.span) for shelf, own in owned if own and own.day == value.earliest), None)

    def _of_a_text(self, day: Span) -> bool:
        """Whether a day hangs on a text: "in a release on Thursday"."""
        tokens = self._analysis.words
        before = tokens.lows[max(0, tokens.at(day.start) - 3) : tokens.at(day.start)]
        while before and before[-1] in FUNCTION_WORDS:
            before = before[:-1]
        return bool(before) and before[-1] in nouns.DOCUMENTS

    def _statement(self, value: Span, sentence: Span) -> Span:
        """What is told with a value: what somebody is credited with, or its sentence."""
        told = (c for a in self._analysis.attributions for c in a.content if c.covers(value) and sentence.covers(c))
        return next(told, sentence)

    def _met(self, known: Fact, at: int, status: Status, found: tuple[Difference, ...]) -> Fact:
        passage = self._values.passages[at]
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


def _has(known: Fact, shelf: Shelved, place: Span | None) -> Fact:
    """What a source has at this place."""
    return replace(known, status="confirmed", source=shelf.source, passage=place, similarity=1.0, shelves=(shelf,))


def _likeliest(values: list[Value], around: frozenset[str]) -> list[Value]:
    """The values that share words with what stands around another; the one alone that shares two more than the rest."""
    ranked = sorted((v for v in values if v.around & around), key=lambda v: -len(v.around & around))
    if len(ranked) > 1 and len(ranked[0].around & around) >= len(ranked[1].around & around) + 2:
        return ranked[:1]
    return ranked


def _is_told(analysis: Analysis, span: Span) -> bool:
    """Whether it stands in the story, not in its dateline or byline."""
    if analysis.article.dateline and analysis.article.dateline.overlaps(span):
        return False
    paragraph = analysis.article.paragraph_at(span.start)
    return paragraph is not None and paragraph.kind in ("body", "standfirst", "headline")


def _trimmed(source: Source, span: Span) -> Span:
    text = span.of(source.text)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start + 1, span.end - (len(text) - len(text.rstrip()))))
