"""Whether an equal figure is told otherwise in a source: as where a change ends and not as its size, of the opposite,
of another time, of another thing of the kind.

What is small about a figure decides here, however many words around it are the same: "rose to 5 percent" bears out no
"rose by 5 percent", and "fell by 5 percent" none either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from verifier.english import units
from verifier.reading import matching, oppositions
from verifier.reading._model import DateMention, Quantity
from verifier.sources._clauses import Clause
from verifier.sources._counterparts import Counterparts
from verifier.sources._day_values import contradicts, meet
from verifier.sources._passages import keys_of
from verifier.sources._statement import Statement
from verifier.sources._tables import heads
from verifier.sources._values import Value, Values, comparable

_PEOPLE = matching.key("people")
_NEXT = 2
"""Sentences with figures within which a source goes on about the same thing."""


class Otherwise:
    """The article's figures beside equal ones of the passages."""

    def __init__(self, values: Values, counterparts: Counterparts) -> None:
        self._values = values
        self._counterparts = counterparts

    def told(self, statement: Statement, at: int, other: Value) -> bool:
        """Whether an equal value is told otherwise there, or of another thing of which the source tells beside that."""
        theirs = self._counterparts.clause(at, other)
        if _told(statement.clause, theirs, statement.keys):
            return True
        if self._in_another_column(statement, at, other):
            return True
        if self._counts_others(statement, at, other) or self._done_with_another(statement, at):
            return True
        apart = _of_another(statement.clause, theirs, statement)
        return any(self._values.passages.beside(at, key) for key in apart)

    def _in_another_column(self, statement: Statement, at: int, other: Value) -> bool:
        """Whether it stands in a table under another head than the one that the article names."""
        own, others = heads(self._values.passages[at].shelf.source.text, other.span)
        named = statement.keys | keys_of(_noun(statement.value))
        return bool(own) and named.isdisjoint(keys_of(own)) and not named.isdisjoint(keys_of(" ".join(others)))

    def _counts_others(self, statement: Statement, at: int, other: Value) -> bool:
        """Whether things are counted there that are not the article's: "131,000 passengers" bears out no cars."""
        ours, theirs = statement.value, other.value
        if not (isinstance(ours, Quantity) and isinstance(theirs, Quantity) and ours.kind == theirs.kind == "count"):
            return False
        read = [v.value for v in self._values.of(at) if isinstance(v.value, Quantity) and v.value.kind == "count"]
        thing = theirs.noun or next((q.noun for q in read if q.noun), None)
        if ours.noun is None or thing is None or _PEOPLE in (matching.key(ours.noun), matching.key(thing)):
            return False
        return matching.key(ours.noun) not in self._values.passages[at].keys | self._counterparts.lead(at)

    def _done_with_another(self, statement: Statement, at: int) -> bool:
        """Whether the source tells right there what the article says was done of another figure: "It cost 280. We had
        budgeted 240"."""
        passages = self._values.passages
        beside = {n for key in statement.deeds - passages[at].keys for n in passages.beside(at, key)}
        near = (n for n in beside if abs(n - at) <= _NEXT)
        return any(comparable(statement.value, v.value) for n in near for v in self._values.of(n))


def _told(ours: Clause, theirs: Clause, sentence: Collection[str]) -> bool:
    """Whether the source's clause tells its figure otherwise; ``sentence`` has the keys of the article's."""
    if _differ(ours.part, theirs.part) or _differ(ours.share, theirs.share):
        return True
    return (
        _opposed(ours.keys - theirs.keys, theirs.keys - set(sentence))
        or _of_other_days(ours, theirs)
        or _numbered(ours, theirs)
    )


def _of_another(ours: Clause, theirs: Clause, statement: Statement) -> Iterator[str]:
    """What tells the article's things from others, where the source's clause has something else in its place: the
    household of "household rates", where it tells of commercial ones."""
    others = {head for what, head in theirs.pairs if what not in statement.keys} - statement.deeds
    return (what for what, head in ours.pairs if head in others and what not in theirs.keys)


def _noun(value: Quantity | DateMention) -> str:
    return (value.noun or "") if isinstance(value, Quantity) else ""


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _opposed(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether a word that the source alone has excludes one that only the article's clause has."""
    return any(
        not oppositions.rivals(one).isdisjoint(theirs) or any(oppositions.turned(one, other) for other in theirs)
        for one in ours
    )


def _of_other_days(ours: Clause, theirs: Clause) -> bool:
    """Whether both tell a time of one kind, and none is the other's."""
    if any({day.turn, other.turn} == {"last", "next"} for day in ours.days for other in theirs.days):
        return True
    alike = ((day, [other for other in theirs.days if _of_one_kind(day, other)]) for day in ours.days)
    return any(others and all(contradicts(day, other) for other in others) for day, others in alike)


def _of_one_kind(day: DateMention, other: DateMention) -> bool:
    return not (day.relative or other.relative) and meet(day, other)


def _numbered(ours: Clause, theirs: Clause) -> bool:
    """Whether they tell of another one in a row: the first quarter, and the second."""
    own, there = (
        {(a, b) for a, b in pairwise(clause.lows[i] for i in clause.own) if a in units.ORDINALS}
        for clause in (ours, theirs)
    )
    return any(n != m and thing == other for n, thing in own - there for m, other in there - own)
