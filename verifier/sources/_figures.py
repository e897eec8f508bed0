"""Holds figures and dates outside quotations against the passages of the sources that tell the same.

A passage is a candidate by the rare words and names that it shares with the article's sentence. Two values are compared
only where they measure the same thing: one unit, one noun, words of one subject around them. Where a passage that tells
the same has the value, rounded or converted, it is confirmed; it differs only where one that makes the very statement
has another value in its place (:mod:`verifier.sources._counterparts`). The best passage of any source decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from verifier.article import Span
from verifier.reading import Analysis, lying
from verifier.reading._model import DateMention, Quantity
from verifier.sources import _elsewhere, _own_days
from verifier.sources._aligned import Figure
from verifier.sources._counterparts import Counterparts
from verifier.sources._held import Fact, noted
from verifier.sources._library import Shelved
from verifier.sources._otherwise import Otherwise
from verifier.sources._passages import keys_of
from verifier.sources._statement import LEAST_WORDS, Statement
from verifier.sources._unlike import Asked, Unlike, has, there
from verifier.sources._values import (
    Value,
    Values,
    agrees,
    can_be_of_one,
    comparable,
    limits_the_other_way,
    of_one_measure,
    words_around,
    words_beside,
)


class Figures:
    """The figures and dates of one article against the passages."""

    def __init__(self, analysis: Analysis, shelves: Sequence[Shelved]) -> None:
        self._analysis = analysis
        self._shelves = shelves

    @cached_property
    def _values(self) -> Values:
        return Values(self._shelves)

    @cached_property
    def _counterparts(self) -> Counterparts:
        return Counterparts(self._values)

    @cached_property
    def _otherwise(self) -> Otherwise:
        return Otherwise(self._values, self._counterparts)

    @cached_property
    def _others(self) -> Unlike:
        return Unlike(self._analysis, self._values, self._counterparts)

    def facts(self) -> Iterator[Fact]:
        """A fact for every figure and date outside quotations."""
        values: list[Quantity | DateMention] = [*self._analysis.quantities, *self._analysis.dates]
        for value in sorted(values, key=lambda v: v.span):
            quoted = any(q.kind != "scare" for q in lying.quotations(self._analysis, value.span))
            if not quoted and _is_told(self._analysis, value.span):
                yield self._fact(value)

    def _fact(self, value: Quantity | DateMention) -> Fact:
        """What the sources have of it, whatever their order: where one bears it out, what another has in its place is
        told beside it."""
        sentence = self._analysis.article.sentence_at(value.span.start)
        known = Fact("date" if isinstance(value, DateMention) else "figure", value.span, "absent")
        if sentence is None:
            return known
        asked = self._asked(value, sentence.span)
        limited: Fact | None = None
        for told in self._borne_out(known, asked):
            held = self._as_told(asked, told)
            if held.status == "confirmed":
                return self._disputed(held, asked)
            limited = limited or held
        return limited or self._not_borne_out(known, asked)

    def _asked(self, value: Quantity | DateMention, sentence: Span) -> Asked:
        statement = self._statement(value.span, sentence)
        ranked, near = self._near(value, self._keys(value, statement))
        # Who says it is often who does it: "..., the board said" where the source has "The board has decided ...".
        # What stands beside a statement is enough for the same value, not for another.
        keys = self._keys(value, sentence)
        beside = self._near(value, keys)[1]
        return Asked(
            value,
            Figure(self._analysis.article.plain, sentence, value.span),
            Statement(self._analysis, value, statement),
            keys,
            [at for _, at in ranked],
            near,
            [(at, other) for at, other in (*near, *beside) if agrees(value, other.value)],
        )

    def _borne_out(self, known: Fact, asked: Asked) -> Iterator[Fact]:
        """What bears it out, in the same words or in a passage that tells the same."""
        value = asked.value
        if isinstance(value, Quantity):
            for shelf, place in asked.own.verbatim(self._shelves):
                if self._can_be(value, shelf, place):
                    yield self._found(known, shelf, place)
        dated = isinstance(value, DateMention) and asked.equal
        same_words = list(asked.own.verbatim(self._shelves)) if dated else []
        for at, other in asked.equal:
            shelf = self._values.passages[at].shelf
            verbatim = any(one is shelf and other.span.overlaps(place) for one, place in same_words)
            if verbatim or self._counterparts.bears_out(asked.statement, at, other):
                yield there(self._values, known, at, "confirmed", ())
        if isinstance(value, Quantity) and (met := self._bearing(asked, value)) is not None:
            yield there(self._values, known, met, "confirmed", ())
        if isinstance(value, DateMention):
            likely = [self._values.passages[at].shelf for at in asked.ranked]
            if of := _own_days.of_the_saying(self._analysis, value, likely):
                yield has(known, *of)

    def _not_borne_out(self, known: Fact, asked: Asked) -> Fact:
        told = self._others.unlike(known, asked)
        if isinstance(asked.value, Quantity) or told.status == "absent":
            told = self._in_other_words(told, asked)
        if told.status == "absent" and asked.equal:
            told = replace(there(self._values, known, asked.equal[0][0], "near", ()), note=_elsewhere.TO_JUDGE)
        if told.status != "absent" or not isinstance(asked.value, DateMention):
            return told
        of = _own_days.of_that_day(self._analysis, asked.value, self._shelves)
        return replace(has(told, *of), status="near", similarity=0.0, note="which is of that day") if of else told

    def _disputed(self, told: Fact, asked: Asked) -> Fact:
        """With what another source has in its place."""
        having = {id(shelf) for shelf in told.shelves} | {id(self._values.passages[at].shelf) for at, _ in asked.equal}
        if len(having) == len(self._shelves):
            return told
        known = replace(told, status="absent", similarity=0.0, shelves=())
        others = (
            f for f in self._others.otherwise(known, asked) if f.status == "differs" and id(f.shelves[0]) not in having
        )
        return noted(told, next(others, None))

    def _as_told(self, asked: Asked, told: Fact) -> Fact:
        """No figure is borne out by one that is told otherwise there, or is a limit the other way."""
        value = asked.value
        at = self._values.passages.at(told.shelves[0], told.passage) if told.shelves and told.passage else None
        read = [v for v in self._values.of(at) if agrees(value, v.value)] if at is not None else []
        if at is None or not read:
            return told
        if all(limits_the_other_way(value, v.value) for v in read):
            return replace(told, status="near", similarity=0.0, note="which has it as a limit the other way")
        if all(self._otherwise.told(asked.statement, at, v) for v in read):
            return replace(told, status="near", similarity=0.0, note=_elsewhere.OTHERWISE)
        return told

    def _in_other_words(self, told: Fact, asked: Asked) -> Fact:
        """The same figure in other words; where a likelier passage has another one, that is for a person to see."""
        found = _elsewhere.met(self._analysis, self._values, asked.value, asked.keys)
        if told.status == "differs":
            found = [met for met in found if met.same]
        if not found:
            return told
        known = replace(told, status="absent", differences=())
        if told.status != "differs":
            for met in found:
                if not met.same or self._counterparts.passes_over(asked.statement, met.at):
                    continue
                if self._counterparts.bears_out(asked.statement, met.at, met.value):
                    return self._as_told(asked, there(self._values, known, met.at, "confirmed", ()))
        return replace(there(self._values, known, found[0].at, "near", ()), note=_elsewhere.TO_JUDGE)

    def _can_be(self, value: Quantity, shelf: Shelved, place: Span) -> bool:
        """Whether the figure read there is in no other unit: "50¢" is not "$50"."""
        at = self._values.passages.at(shelf, place)
        read = next((v.value for v in self._values.of(at) if v.span.overlaps(place)), None) if at is not None else None
        bare = value.kind == "count" or (isinstance(read, Quantity) and read.kind == "count")
        return not isinstance(read, Quantity) or bare or (of_one_measure(value, read) and agrees(value, read))

    def _found(self, known: Fact, shelf: Shelved, place: Span) -> Fact:
        """What stands word for word in a source."""
        at = self._values.passages.at(shelf, place)
        return has(known, shelf, place) if at is None else there(self._values, known, at, "confirmed", ())

    def _bearing(self, asked: Asked, value: Quantity) -> int | None:
        """The passage that has the very number beside one of the same words, where it counts nothing else there."""
        around = words_around(self._analysis.words, value.span)
        for at in asked.ranked:
            passage = self._values.passages[at]
            for place in asked.own.inside(passage):
                read = next((v for v in self._values.of(at) if v.span.overlaps(place)), None)
                fits = read is None or (
                    can_be_of_one(value, read.value) and self._counterparts.bears_out(asked.statement, at, read)
                )
                if fits and around & words_beside(passage, place):
                    return at
        return None

    def _keys(self, value: Quantity | DateMention, told: Span) -> frozenset[str]:
        plain = self._analysis.article.plain
        return keys_of(plain[told.start : value.span.start] + " " + plain[value.span.end : told.end])

    def _near(
        self, value: Quantity | DateMention, keys: frozenset[str]
    ) -> tuple[list[tuple[float, int]], list[tuple[int, Value]]]:
        """The passages that tell the same, the likeliest first, and the values of that kind in them."""
        ranked = self._values.passages.like(keys, of_each=True)
        return ranked, [(at, v) for _, at in ranked for v in self._values.of(at) if comparable(value, v.value)]

    def _statement(self, value: Span, sentence: Span) -> Span:
        """What is told with a value: what somebody is credited with, or its sentence."""
        told = (c for c, _ in lying.said(self._analysis, value) if c.covers(value) and sentence.covers(c))
        found = next(told, sentence)
        plain = self._analysis.article.plain
        # "Asked for 8 percent" is no statement without its verb.
        return found if len(keys_of(found.of(plain)) - keys_of(value.of(plain))) >= LEAST_WORDS else sentence


def _is_told(analysis: Analysis, span: Span) -> bool:
    """Whether it stands in the story, not in its dateline or byline."""
    if analysis.article.dateline and analysis.article.dateline.overlaps(span):
        return False
    paragraph = analysis.article.paragraph_at(span.start)
    return paragraph is not None and paragraph.kind in ("body", "standfirst", "headline")
