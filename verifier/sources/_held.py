"""What comes of holding an article against its sources: one fact after the other, each with the passage it met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from verifier.article import Span
from verifier.reading import Analysis
from verifier.settings import Severity
from verifier.sources import _voices
from verifier.sources._library import Library, Shelved, Unread
from verifier.sources._model import SECOND_HAND, Source
from verifier.sources._policy import ORDER, Policy
from verifier.sources._typing import Difference

Status = Literal["confirmed", "differs", "near", "absent", "not compared"]
What = Literal["quotation", "figure", "date", "name", "superlative", "paraphrase"]


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom the article credits: the name as fully as it gives it, its titles in small letters, and whether it is a
    person's name."""

    name: str
    titles: frozenset[str]
    person: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the article and what the sources say of it.

    ``quotations`` are the indexes of the quotations it is made of, ``span`` is where it stands in the article.
    ``passage`` is the source's stretch, in that source's text. ``disputed`` is what another source has in place of what
    is confirmed by this one. ``other`` says that the words stand in the turn of
    somebody else than ``credit``; ``taken`` is what a cut at its beginning or end took away, ``shelves`` how many
    sources have the fact as it is.
    """

    what: What
    span: Span
    status: Status
    quotations: tuple[int, ...] = ()
    words: int = 0
    credit: Credit | None = None
    source: Source | None = None
    passage: Span | None = None
    differences: tuple[Difference, ...] = ()
    similarity: float = 0.0
    other: bool = False
    taken: str = ""
    shelves: tuple[Shelved, ...] = ()
    note: str = ""
    disputed: Fact | None = None

    @property
    def theirs(self) -> Span | None:
        """Where the source has it otherwise, else where it has it."""
        return next((d.source for d in self.differences if d.source), self.passage)


def noted(told: Fact, other: Fact | None) -> Fact:
    """What is confirmed with what another source has in its place, where one has."""
    if other is None or other.source is None or other.theirs is None:
        return told
    return replace(told, disputed=other, note=f"while {other.source.id} has “{other.theirs.of(other.source.text)}”")


def misspelled(name: Span, shelf: Shelved, slip: Span) -> Fact:
    """A name that a source has with a slip."""
    found = (Difference("name", name, slip),)
    return Fact("name", name, "differs", source=shelf.source, passage=slip, differences=found, shelves=(shelf,))


_COPIED = 0.5
"""Share of the shorter text's strings of five words that it has in common with another whose copy it is."""


def _copies(shelves: Sequence[Shelved]) -> bool:
    first, *others = shelves
    return all(
        len(first.fives & other.fives) >= _COPIED * max(1, min(len(first.fives), len(other.fives))) for other in others
    )


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """An article with everything that its sources say of it, as rules and report read it."""

    analysis: Analysis
    library: Library
    policy: Policy
    facts: tuple[Fact, ...]
    compared: tuple[Shelved, ...]
    aside: tuple[tuple[Shelved, str], ...] = ()
    """Sources that were read and not compared, and why."""

    @property
    def unread(self) -> Sequence[Unread]:
        """Sources that could not be read."""
        return self.library.unread

    def joined(self, facts: Sequence[Fact]) -> Held:
        """The same with more facts."""
        return replace(self, facts=tuple(sorted((*self.facts, *facts), key=lambda fact: fact.span)))

    def severity(self, difference: Difference) -> Severity | None:
        """How bad a difference is under the house's policy; None where it is allowed."""
        return self.policy.get(difference.kind)

    def has_all(self, places: Sequence[Span]) -> bool:
        """Whether a source was found for what stands at each of the places, be it as the article has it or otherwise:
        where it comes from is known."""
        found = [fact.span for fact in self.facts if fact.status in ("confirmed", "differs")]
        return all(any(span.overlaps(place) for span in found) for place in places)

    def complete_for(self, fact: Fact) -> bool:
        """Whether a source that holds everything its speakers said has whom the article credits among them."""
        return self._among(fact, [shelf for shelf in self.compared if shelf.source.card.complete])

    def heard(self, fact: Fact) -> bool:
        """Whether whom the article credits speaks in any source."""
        return self._among(fact, self.compared)

    def _among(self, fact: Fact, shelves: Sequence[Shelved]) -> bool:
        credit = fact.credit
        return credit is not None and any(_voices.heard(credit.name, credit.titles, s.source) for s in shelves)

    def rests_on(self, fact: Fact) -> str:
        """What second-hand source, or copies of one text, a fact rests on alone; empty where it has a better one."""
        shelves = fact.shelves
        if not shelves:
            return ""
        if all(shelf.source.kind in SECOND_HAND for shelf in shelves):
            names = ", ".join(shelf.source.id for shelf in shelves)
            if len(shelves) == 1:
                return f"“{names}” ({shelves[0].source.kind})"
            return f"{names}, copies of one text," if _copies(shelves) else ""
        return ""

    def against(self, fact: Fact) -> list[Difference]:
        """The differences of a fact that the policy does not allow, the worst first."""
        return sorted((d for d in fact.differences if self.severity(d)), key=lambda d: ORDER.index(d.kind))
