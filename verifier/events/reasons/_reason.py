"""What a reason is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from verifier.events.telling import Telling

T = TypeVar("T", bound=Telling)

_FEW = 2


@dataclass(frozen=True, slots=True, eq=False)
class Reason(Generic[T]):
    """One reason.

    ``holds`` says whether it does, or how many times over. ``says`` completes "because ..." in a finding. Of the two
    articles, each with two values in two sentences, the reason holds in the first and not in the second, and the tests
    run both.
    """

    name: str
    weight: int
    says: str
    holds: Callable[[T, T], int]
    where: str
    not_where: str
    joins: bool = False
    """Whether it outweighs reasons that part, those aside that always do."""
    parts: bool = False
    """Whether it alone is enough for two things."""
    always: bool = False
    lifts: bool = False
    """Whether it makes likely what the others make possible."""
    beside: bool = False
    """Whether it is that a word right beside both is the same."""
    alone: bool = False
    """Whether it is that there is no third value."""
    group: str = ""
    """Of the reasons of one group, which are one sign read in several ways, only the heaviest counts."""


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that is in the larger; 0 where fewer than three are."""
    both = len(a & b)
    return both / min(len(a), len(b)) if both > _FEW else 0.0
