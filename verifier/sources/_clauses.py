"""A figure in its clause: what it is to a change or to a whole, and of what time it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from verifier.english import changes, closed, hedges
from verifier.reading import matching, oppositions
from verifier.reading._model import DateMention

_MARKS = frozenset(",;:—–()")
_JOINTS = closed.COORDINATORS | closed.ALWAYS_SUBORDINATORS | closed.RELATIVES
_BACK = 4
"""Words that may stand between a figure and what tells its part in a change: "by more than about 5 percent"."""
_BETWEEN = hedges.OF_MOVES - {"to"}
_UP, _DOWN = matching.key("rise"), matching.key("fall")
_MOVES = frozenset((_UP, _DOWN)) | oppositions.rivals(_UP) | oppositions.rivals(_DOWN)


class Clause(NamedTuple):
    """A figure in its clause: the words of its sentence, the tokens of the figure and of the clause, and the times told
    in the clause and, where it has none, in the sentence."""

    lows: Sequence[str]
    place: range
    own: range
    days: Sequence[DateMention] = ()

    @property
    def keys(self) -> frozenset[str]:
        """What the clause is compared by, without the figure."""
        told = frozenset(k for i in self.own if i not in self.place and (k := matching.key(self.lows[i])))
        particle = changes.PARTICLES.get(self._before)
        return told if particle is None else told | {_UP if particle else _DOWN}

    @property
    def part(self) -> str:
        """What the figure is to a change: "by", "to", "from"; empty where that is not told."""
        word = self._before
        if word in changes.PARTS:
            return word
        behind = self.lows[self.place.stop] if self.place.stop in self.own else ""
        moved = word in changes.PARTICLES or matching.key(word or ",") in _MOVES
        return "by" if moved or matching.key(behind or ",") in _MOVES else ""

    @property
    def share(self) -> str:
        """Whether the figure is a part, or what it is a part of: "70 of the 95"."""
        if self.place.stop in self.own and self.lows[self.place.stop] == "of":
            return "part"
        return "whole" if self._before == "of" else ""

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """The words of the clause that stand side by side and mean something."""
        keys = [(i, matching.key(self.lows[i])) for i in self.own if i not in self.place]
        return ((a, b) for (i, a), (j, b) in pairwise(keys) if j == i + 1 and a and b)

    @property
    def _before(self) -> str:
        """The word before the figure, and before what hedges it."""
        at = self.place.start - 1
        while at > self.place.start - _BACK and at in self.own and self.lows[at] in _BETWEEN:
            at -= 1
        return self.lows[at] if at in self.own else ""


def segment(lows: Sequence[str], inside: range, place: range) -> range:
    """The tokens around a place up to the marks and joints that part clauses."""
    first, stop = place.start, place.stop
    while first > inside.start and not _parts(lows, first - 1):
        first -= 1
    while stop < inside.stop and not _parts(lows, stop):
        stop += 1
    return range(first, stop)


def _parts(lows: Sequence[str], at: int) -> bool:
    return lows[at] in _MARKS or lows[at] in _JOINTS


def times(lows: Sequence[str], own: range, found: Sequence[tuple[range, DateMention]]) -> list[DateMention]:
    """The times of a clause, else of its sentence; none with which another is compared."""
    kept = [
        (place, day) for place, day in found if place.start == 0 or lows[place.start - 1] not in changes.COMPARED_WITH
    ]
    return [day for place, day in kept if place.start in own] or [day for _, day in kept]
