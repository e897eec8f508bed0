"""Whether a passage of a source makes the article's very statement, and which value stands in the figure's place there.

A statement is told by its words: what the article says around its figure has to stand in the passage, or in what leads
to it. A name, a verb, a time or a "not" that the passage lacks makes it another statement, however alike the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from verifier.article import Span
from verifier.english import calendar, closed, negation, units
from verifier.reading import matching, own_clauses, quantities
from verifier.reading import words as tokens
from verifier.reading._model import DateMention, Quantity
from verifier.reading._sentence import Reading
from verifier.sources._clauses import Clause, segment, times
from verifier.sources._dated import Dated, day_of
from verifier.sources._day_values import contradicts, meet
from verifier.sources._passages import keys_of
from verifier.sources._statement import VERBS, Manner, Statement
from verifier.sources._values import Value, Values, comparable

_HEADING = 12
"""Words of a line at the top that names the source and what it is of."""
_HEADINGS = 3
_GONE_BY = frozenset(calendar.WAYS) | {word for word, turn in calendar.TURNS.items() if turn == "last"}
_POINTS_BACK = closed.ANY_PRONOUN - closed.FIRST_PERSON - closed.SECOND_PERSON - closed.RELATIVES


class Counterparts:
    """What stands in the place of the article's values in the passages."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._split: dict[int, tokens.Words] = {}
        self._leads: dict[int, frozenset[str]] = {}
        self._readings: dict[int, Reading] = {}

    def same(self, statement: Statement, at: int) -> bool:
        """Whether a passage tells the very statement."""
        passage = self._values.passages[at]
        lead = self._values.passages.before(at)
        numbers = {*self._words(at).lows, *tokens.split(lead).lows} if statement.labels else frozenset()
        if not statement.labels <= numbers:
            return False  # "Route 4" is not "Route 9"
        apart = [two for two in statement.qualified if two[0] not in passage.keys]
        if apart and not {*pairwise(map(matching.key, tokens.split(lead).lows))}.issuperset(apart):
            return False  # "the old bridge" behind "the old pool ... the bridge"
        return statement.told_by(passage.keys, self.lead(at), self._manner(at)) and self._of_one_time(statement, at)

    def _manner(self, at: int) -> Manner:
        lows = self._words(at).places.keys()
        source, opens = self._values.passages[at].shelf.source, self._values.passages[at].span.start
        turn = source.turn_at(opens)
        before = source.turns[turn - 1].span if turn else None
        asked = before is not None and before.of(source.plain).rstrip().endswith("?")
        return Manner(
            we=not (closed.FIRST_PERSON - closed.FIRST_PERSON_SINGULAR).isdisjoint(lows),
            points_back=not _POINTS_BACK.isdisjoint(lows),
            answers=asked and turn is not None and opens == source.turns[turn].span.start,
        )

    def bears_out(self, statement: Statement, at: int, other: Value) -> bool:
        """Whether an equal value is told there of what the article tells it of: nothing in the passage makes it one of
        another deed, name or time, and no other value of it stands nearer to the figure's place."""
        if self._scoped(statement, at, other) or statement.lacks(self._values.passages[at].keys | self.lead(at)):
            return False
        place = self._beside(statement, at, other)
        return not any(
            v is not other and self._beside(statement, at, v) > place and self.comparable(statement, at, v.value)
            for v in self._values.of(at)
        )

    def clause(self, at: int, other: Value) -> Clause:
        """A value of a passage in its clause."""
        words, start, place = self._words(at), self._values.passages[at].span.start, self._place(at, other)
        own = self._segment(at, place)
        beside = self._days_beside(at, other)
        days = [(words.inside(Span(v.span.start - start, v.span.end - start)), day) for v, day in beside]
        return Clause(words.lows, place, own, times(words.lows, own, days))

    def passes_over(self, statement: Statement, at: int) -> bool:
        """Whether a passage tells nothing of a thing in the figure's clause that its source tells of elsewhere."""
        left_out = statement.things - self._values.passages[at].keys - self.lead(at)
        return any(self._values.passages.beside(at, key) for key in left_out)

    def comparable(self, statement: Statement, at: int, other: Quantity | DateMention) -> bool:
        """Whether a value of a passage measures what the article's does; a bare number what its question asked for."""
        value = statement.value
        if comparable(value, other):
            return True
        if not (isinstance(value, Quantity) and isinstance(other, Quantity)):
            return False
        if quantities.dimension(value) != "count" or value.noun is None or other.noun is not None or other.unit:
            return False
        return other.kind == "count" and matching.key(value.noun) in self.lead(at)

    def place_of(self, statement: Statement, at: int, others: Sequence[Value]) -> Value | None:
        """The one of several values of a passage that stands in the figure's place there; None where that cannot be
        told."""
        ranked = sorted(((self._beside(statement, at, other), n) for n, other in enumerate(others)), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        found = others[ranked[0][1]]
        return None if self._scoped(statement, at, found) or self._is_deed(statement, at, found) else found

    def _read(self, at: int) -> Reading:
        if at not in self._readings:
            passage = self._values.passages[at]
            self._readings[at] = own_clauses.read(passage.span.of(passage.shelf.source.plain))
        return self._readings[at]

    def _is_deed(self, statement: Statement, at: int, other: Value) -> bool:
        """Whether something is done to a value there, where the article only tells what there is: "bought 15 buses",
        "has 12 buses"."""
        if statement.verbs:
            return False
        read, words = self._read(at), self._words(at)
        clause = self._segment(at, self._place(at, other))
        done = (words.lows[i] for i in clause if read.tag(i) in VERBS)
        return any((key := matching.key(low)) and key not in statement.keys for low in done)

    def lead(self, at: int) -> frozenset[str]:
        """What is known where a passage begins: what was said before it, who speaks, what it is a source of."""
        if at in self._leads:
            return self._leads[at]
        passage = self._values.passages[at]
        source = passage.shelf.source
        turn = source.turn_at(passage.span.start)
        label = source.turns[turn].label if turn is not None else None
        self._leads[at] = keys_of(" ".join((self._values.passages.before(at), label or "", *_headings(source.plain))))
        return self._leads[at]

    def _words(self, at: int) -> tokens.Words:
        """The words of a passage, at their places in it."""
        if at not in self._split:
            passage = self._values.passages[at]
            start, end = passage.span
            self._split[at] = tokens.split(passage.shelf.source.plain[start:end])
        return self._split[at]

    def _beside(self, statement: Statement, at: int, other: Value) -> tuple[int, int]:
        """How many words of its clause are those of the figure's, and how many on both sides of it, one by one."""
        words, place = self._words(at), self._place(at, other)
        run = _run(statement.before, words.lows[: place.start][::-1]) + _run(statement.behind, words.lows[place.stop :])
        beside = self._segment(at, place)
        return len(statement.own_keys & {matching.key(words.lows[i]) for i in beside}), run

    def _of_one_time(self, statement: Statement, at: int) -> bool:
        """Whether the passage, or what leads to it, is of every day that the article's statement tells."""
        own = day_of(self._values.passages[at].shelf.source)
        known = [
            v.value
            for n in self._values.passages.leading(at)
            for v in self._values.of(n)
            if isinstance(v.value, DateMention)
        ]
        for day in statement.days:
            if own is not None and day.earliest is not None and day.earliest <= own.day <= (day.latest or own.day):
                continue
            if any(_one_time(day, other) for other in known):
                continue
            of_the_news = day.unit == "day" and day.day is None
            if not of_the_news or own is not None or any(other.unit == "day" for other in known):
                return False
        return True

    def _done_to_others(self, at: int, own: range, other: Value) -> frozenset[str]:
        """The words of the passage that stand with a value of their own: "[opened five] and closed one"."""
        words, found, i = self._words(at), set[str](), 0
        while i < len(words):
            part = self._segment(at, range(i, i + 1))
            if part.start not in own and any(self._is_another(at, n, other) for n in part):
                found.update(matching.key(words.lows[n]) for n in part)
            i = part.stop + 1
        return frozenset(found)

    def _is_another(self, at: int, token: int, other: Value) -> bool:
        """Whether a token of a passage is of a number apart from this value; of a date only beside a date."""
        words, start = self._words(at), self._values.passages[at].span.start
        place = Span(words.starts[token] + start, words.ends[token] + start)
        of_days = isinstance(other.value, DateMention)
        if other.span.overlaps(place) or not _counts(words.lows[token]):
            return False
        dated = (v.span for v in self._values.of(at) if isinstance(v.value, DateMention))
        return of_days or not any(span.overlaps(place) for span in dated)

    def _place(self, at: int, other: Value) -> range:
        """The tokens of a value of a passage."""
        words, start = self._words(at), self._values.passages[at].span.start
        return range(words.at(other.span.start - start), words.at(other.span.end - 1 - start) + 1)

    def _segment(self, at: int, place: range) -> range:
        """The tokens of the clause around a place in a passage."""
        words = self._words(at)
        return segment(words.lows, range(len(words)), place)

    def _days_beside(self, at: int, other: Value) -> list[tuple[Value, DateMention]]:
        """The dates of a passage beside a value of it."""
        return [(v, v.value) for v in self._values.of(at) if v is not other and isinstance(v.value, DateMention)]

    def _scoped(self, statement: Statement, at: int, other: Value) -> bool:
        """Whether what stands around a value in its source makes it one of another time, or denies it, as the article
        does not."""
        words, start = self._words(at), self._values.passages[at].span.start
        place = self._place(at, other)
        own = self._segment(at, place)
        lows = [words.lows[i] for i in own if i not in place]
        read = self._read(at)
        done = any(read.tag(i) in VERBS for i in own)  # "the state gave 7 million and the fund 4": the fund gave, too
        if done and statement.verbs & self._done_to_others(at, own, other) - frozenset(map(matching.key, lows)):
            return True
        if any(map(negation.denies, lows)) != statement.denied:
            return True
        told = {low for low in lows if low in _GONE_BY}
        if any(matching.key(low) not in statement.keys for low in told) and not statement.days:
            return True
        days = self._days_beside(at, other)
        for ours in statement.days:
            same = [v.span for v, theirs in days if _one_time(ours, theirs)]
            if same and all(self._numbers_between(at, span, other.span) for span in same):
                return True  # "31 crashes, 12 more than last year": of the 12 alone it is told
        day = day_of(self._values.passages[at].shelf.source)
        return any(
            words.at(v.span.start - start) in own
            and _gone_by(theirs, day)
            and not any(_one_time(ours, theirs) for ours in statement.days)
            for v, theirs in days
        )

    def _numbers_between(self, at: int, one: Span, other: Span) -> bool:
        words, start = self._words(at), self._values.passages[at].span.start
        first, second = sorted((one, other))
        return any(_counts(words.lows[i]) for i in words.inside(Span(first.end - start, second.start - start)))


def _one_time(ours: DateMention, theirs: DateMention) -> bool:
    """Whether two times can be one: a part that both give, and none that is another."""
    if ours.relative or theirs.relative:
        known = ours.earliest is not None and theirs.earliest is not None
        return known and (ours.earliest, ours.latest) == (theirs.earliest, theirs.latest)
    return meet(ours, theirs) and not contradicts(ours, theirs)


def _gone_by(theirs: DateMention, own: Dated | None) -> bool:
    """Whether a time in a source is one before its own: a year, or so long ago."""
    if own is not None and theirs.latest is not None:
        return theirs.latest.year < own.day.year
    return theirs.turn == "last" or (own is None and theirs.year is not None and theirs.month is None)


def _counts(low: str) -> bool:
    return low[0].isdigit() or low in units.CARDINALS


def _run(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words are the same, one by one, until the first that is not."""
    return sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(ours, theirs, strict=False)))


def _headings(plain: str) -> list[str]:
    """The lines at the top that name the source and what it is of."""
    found: list[str] = []
    for line in plain.lstrip()[: _HEADINGS * 200].split("\n\n")[:_HEADINGS]:
        if len(line.split()) > _HEADING:
            break
        found.append(line)
    return found
