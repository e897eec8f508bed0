"""A telling: one place where the article gives a value of something, with what the words around it say it is of.

The value itself (a figure, a date, who won) lies in the telling's *slot*. What is gathered around it leaves out all
values: two tellings may be wrong in more than one slot, and then a second slip must not look like another event.
"""

from __future__ import annotations

from typing import Literal, Protocol

from verifier.article import Span

Slot = Literal["figure", "date", "sides"]


class Telling(Protocol):
    """What the tellings of all slots have, the words as keys (see :mod:`verifier.reading.matching`).

    ``sentence`` and ``paragraph`` say where it stands; ``near`` are the words close by, ``wide`` those of the sentence,
    ``names`` those of ``near`` that are names; ``apart`` are marks that set it apart from others of its kind
    ("another"). ``definite`` is one taken up as known ("the 43 missing").
    """

    @property
    def slot(self) -> Slot: ...  # noqa: D102 - as above
    @property
    def span(self) -> Span: ...  # noqa: D102
    @property
    def sentence(self) -> int: ...  # noqa: D102
    @property
    def paragraph(self) -> int: ...  # noqa: D102
    @property
    def near(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def wide(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def names(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def apart(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def definite(self) -> bool: ...  # noqa: D102
