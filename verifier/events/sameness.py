"""The one judgement of sameness: whether two tellings tell one thing, and for which reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verifier.events.figures import FigureTelling
from verifier.events.reasons import BASE, REASONS, Reason
from verifier.events.telling import Slot

How = Literal["same", "likely", "perhaps", "other"]

_SAME, _LIKELY, _PERHAPS = 12, 0, -28


@dataclass(frozen=True, slots=True)
class Sameness:
    """How surely two tellings are of one thing, in log-odds of tenths (``weight``), and the reasons for and against."""

    how: How
    weight: int
    because: tuple[Reason[FigureTelling], ...]

    @property
    def parted(self) -> bool:
        """Whether one of the reasons against is enough alone, and the sentence is not told twice in the same words."""
        joined = any(r.joins for r in self.because)
        return any(r.parts and (r.always or not joined) for r in self.because)

    def told(self) -> str:
        """The reasons that speak for it, as a sentence goes on."""
        return "; ".join(r.says for r in self.because if r.weight > 0)


def same(a: FigureTelling, b: FigureTelling, *, apart_from: Slot) -> Sameness:
    """Judge two tellings that are compared in one slot, which counts neither for nor against their being one thing.

    Raises:
        ValueError: one of them has no value in that slot.
    """
    if not a.slot == b.slot == apart_from:
        raise ValueError(f"{a.slot} and {b.slot} are not compared as {apart_from}")
    because = tuple(reason for reason in REASONS if reason.holds(a, b))
    weight = BASE + sum(reason.weight for reason in because)
    how: How = (
        "same" if weight >= _SAME else "likely" if weight >= _LIKELY else "perhaps" if weight >= _PERHAPS else "other"
    )
    return Sameness(how, weight, because)
