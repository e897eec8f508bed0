"""Slots: statements that say something of the same kind about the same subject, to be judged as pairs in round two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from verifier.claims import Statement
from verifier.reading import Analysis
from verifier.reading._model import DateMention, Quantity
from verifier.reading.matching import overlap

_MOST = 8
"""Pairs of one article: each costs a question, or two."""
_SUBJECT = 24
"""Statements about one subject that are compared with each other: what is named more often is the story itself."""
_ALIKE = 0.6
"""Statements that share this much of their words have the same predicate."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement by what it is about, what it says of it, and the values it gives, by kind and unit."""

    subject: str
    rest: frozenset[str]
    values: dict[str, frozenset[object]]


def pairs(analysis: Analysis, statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Indexes of two statements with one subject that give two values of one kind, or share their predicate.

    The likest come first, and no more than a few.
    """
    by_subject: dict[str, list[tuple[int, _Told]]] = defaultdict(list)
    for at, statement in enumerate(statements):
        told = _told(analysis, statement)
        if told.subject and len(by_subject[told.subject]) < _SUBJECT:
            by_subject[told.subject].append((at, told))
    found = [
        (-overlap(one.rest, other.rest), a, b)
        for group in by_subject.values()
        for (a, one), (b, other) in combinations(group, 2)
        if _same_slot(one, other)
    ]
    return [(a, b) for _, a, b in sorted(found)[:_MOST]]


def _same_slot(one: _Told, other: _Told) -> bool:
    if one.rest == other.rest and one.values == other.values:
        return False  # the same thing said twice
    shared = len(one.rest & other.rest)
    if any(one.values[kind] != other.values[kind] for kind in one.values.keys() & other.values.keys()):
        return shared > 0
    return shared > 1 and overlap(one.rest, other.rest) >= _ALIKE


def _told(analysis: Analysis, statement: Statement) -> _Told:
    words, keys = analysis.words, analysis.keys
    tokens = [at for span in statement.spans for at in words.inside(span)]
    said = [keys[at] for at in tokens if keys[at]]
    named = next((m.entity for span in statement.spans for m in analysis.names.within(span)), None)
    subject = f"name {named}" if named is not None else (said[0] if said else "")
    within = {at for v in statement.values for at in words.inside(v.span)}
    spoken = {at for span in statement.spans for m in analysis.names.within(span) for at in words.inside(m.span)}
    rest = frozenset(keys[at] for at in tokens if keys[at] and at not in within and at not in spoken) - {subject}
    values: dict[str, set[object]] = defaultdict(set)
    for value in statement.values:
        values[_kind(value)].add(_worth(value))
    return _Told(subject, rest, {kind: frozenset(found) for kind, found in values.items()})


def _kind(value: DateMention | Quantity) -> str:
    return f"date {value.unit}" if isinstance(value, DateMention) else f"{value.kind} {value.unit}"


def _worth(value: DateMention | Quantity) -> object:
    if isinstance(value, DateMention):
        return (value.earliest, value.latest, value.month, value.day, value.weekday)
    return value.value
