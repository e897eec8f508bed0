"""Whether a role told of somebody can be the title of a person: "the prime minister" is no Minister Lee."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.english import offices, titles
from verifier.english.names import PARTISANS
from verifier.reading._model import Entity


def is_another(described: Sequence[str], borne: Iterable[str]) -> bool:
    """Whether a role, in lower case, is another office than every title that ends alike: of another rank ("the
    director", "Deputy Director Lee"), or of another field ("the finance minister", "Transport Minister Lee")."""
    head = _head(described)
    alike = [t for t in (title.lower().split() for title in borne) if _head(t) == head]
    rank, field = _rank(described), _field(described)
    if alike and all(rank != _rank(t) for t in alike):
        return True
    return head in offices.OF_A_FIELD and bool(field) and all(_field(t) and field.isdisjoint(_field(t)) for t in alike)


def of_the_time(described: Sequence[str], bearers: Sequence[Entity]) -> list[Entity]:
    """Those who hold an office now, where it is told of as held, of "the former president" those who held it, and of
    "the Republican nominee" those of the party; all where none is told apart so, but that who is only called
    President is no former one."""
    party = PARTISANS.intersection(described)
    bearers = [one for one in bearers if any(party.issubset(t.lower().split()) for t in one.titles)] or bearers
    head = _head(described)
    past = not titles.PAST.isdisjoint(described)
    fit = [one for one in bearers if any(_is_past(t, head) == past for t in one.titles)]
    return fit if fit or past else list(bearers)


def _is_past(title: str, head: str) -> bool | None:
    """Whether a title is one that somebody had; None where it is another office."""
    lows = title.lower().split()
    return None if _head(lows) != head else not titles.PAST.isdisjoint(lows)


def _head(title: Sequence[str]) -> str:
    """The office itself, written out: "sen." is a senator."""
    return titles.SHORTENED.get(title[-1], title[-1])


def _rank(title: Sequence[str]) -> frozenset[str]:
    return offices.OTHER_RANKS.intersection(title)


def _field(title: Sequence[str]) -> frozenset[str]:
    return frozenset(title[:-1]) - offices.NOT_NOW - offices.OTHER_RANKS
