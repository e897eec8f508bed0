"""A source as read: its text, who speaks where in it, and where its times and pages begin."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

from verifier.article import Span

SourceKind = Literal["transcript", "document", "statement", "wire", "own story", "secondary"]
KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
SECOND_HAND: frozenset[SourceKind] = frozenset(("wire", "own story", "secondary"))
"""Kinds that tell what another source said."""


class Turn(NamedTuple):
    """What one speaker says without a break: the words (not the label), and the label as printed, None where there is
    none."""

    span: Span
    label: str | None


class Mark(NamedTuple):
    """From this offset on: a time in seconds from the start of the recording, or a page counted from 1."""

    at: int
    value: float


@dataclass(frozen=True, slots=True)
class Card:
    """What the desk knows about a source and its file does not say; all of it may be left out.

    ``speakers`` names whoever speaks: a name, or what a label of the transcript stands for ("Q": "Ana Ruiz").
    ``complete`` says that the source holds everything that they said there.
    """

    id: str | None = None
    kind: SourceKind | None = None
    speakers: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    dated: date | None = None
    language: str | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A source as read. Every offset is a code point into ``text``; ``plain`` is as long, with white space and broken
    characters set right (:mod:`verifier.article`).

    ``hidden`` are stretches that nobody said: labels, times, stage directions. ``machine`` marks a transcript that a
    program made, whose small words are less sure than its sense.
    """

    id: str
    path: str
    kind: SourceKind
    text: str
    plain: str
    sha256: str
    turns: tuple[Turn, ...] = ()
    hidden: tuple[Span, ...] = ()
    times: tuple[Mark, ...] = ()
    pages: tuple[Mark, ...] = ()
    card: Card = Card()
    language: str | None = None
    machine: bool = False

    def turn_at(self, offset: int) -> int | None:
        """The index of the turn that holds this offset, be it on its label; None before the first or where there are
        no turns."""
        at = bisect_right(self.turns, offset, key=lambda t: t.span.start) - 1
        if at + 1 < len(self.turns) and self._on_label_before(offset, self.turns[at + 1].span.start):
            at += 1
        return at if at >= 0 else None

    def _on_label_before(self, offset: int, opens: int) -> bool:
        """Whether an offset stands on what nobody said right before a turn opens."""
        at = bisect_right(self.hidden, offset, key=lambda h: h.start) - 1
        return at >= 0 and self.hidden[at].start <= offset < opens <= self.hidden[at].end

    def time_at(self, offset: int) -> float | None:
        """Seconds from the start of the recording, where the source tells times."""
        return _value(self.times, offset)

    def page_at(self, offset: int) -> int | None:
        """The page, counted from 1, where the source has pages."""
        page = _value(self.pages, offset)
        return None if page is None else int(page)


def _value(marks: tuple[Mark, ...], offset: int) -> float | None:
    at = bisect_right(marks, offset, key=lambda m: m.at) - 1
    return marks[at].value if at >= 0 else None
