"""Names in the making, and the people of one surname: which sex they are of, by which titles and where they stand."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from verifier.english import titles
from verifier.reading._model import EntityKind
from verifier.reading._name_behind import Run

Gender = Literal["male", "female"]


@dataclass(slots=True)
class Group:
    """An entity in the making; ``bearers`` are the people of its surname where it is one of them."""

    kind: EntityKind
    key: tuple[str, ...]
    runs: list[Run] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    genders: dict[str, int] = field(default_factory=dict)
    bearers: Bearers | None = None

    def add(self, run: Run, bare: str) -> None:
        """One more mention of it."""
        before = self.sure
        self.runs.append(run)
        self.names[bare] = None
        if run.gender:
            self.leans(run.gender, 3)
        if self.bearers is not None:
            self.bearers.sure[before] -= 1
            self.bearers.sure[self.sure] += 1
            self.bearers.named(run)

    def leans(self, gender: str, by: int) -> None:
        """A word told this gender of it, which counts so much."""
        self.genders[gender] = self.genders.get(gender, 0) + by

    @property
    def gender(self) -> Gender | None:
        """What first name and titles tell together."""
        male, female = self.genders.get("male", 0), self.genders.get("female", 0)
        if male == female:
            return None
        return "male" if male > female else "female"

    @property
    def sure(self) -> str | None:
        """What the first name tells, where no title says otherwise; of one that tells nothing what the titles do."""
        told = titles.gender_of(self.key[0]) or self.gender
        return told if told == self.gender else None


class Bearers:
    """Those who are named in full with one surname. What a lone surname asks of them is kept as they are named: a
    family's history has as many of the one as of the other."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.sure: Counter[str | None] = Counter()
        self.titles: set[str | None] = set()
        self._places: list[int] = []

    def join(self, group: Group) -> None:
        """One more who bears the name."""
        group.bearers = self
        self.groups.append(group)
        self.sure[group.sure] += 1
        for run in group.runs:
            self.named(run)

    def named(self, run: Run) -> None:
        """One of them is named here."""
        self.titles.update((run.title, run.after_title))
        insort(self._places, run.first)

    def none_is(self, gender: str) -> bool:
        """Whether all are surely of the other gender."""
        return all(told is not None and told != gender for told, count in self.sure.items() if count)

    def last_before(self, run: Run) -> int:
        """Where one of them was named last before a mention; -1 for nowhere."""
        at = bisect_left(self._places, run.first) - 1
        return self._places[at] if at >= 0 else -1
