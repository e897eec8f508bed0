"""The one judgement of sameness: whether two tellings tell one thing, and for which reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from verifier.events.reasons import GROUNDS, Reason, T
from verifier.events.telling import Slot

How = Literal["same", "likely", "perhaps", "other"]

_SAME, _LIKELY, _PERHAPS = 12, 0, -28


@dataclass(frozen=True, slots=True)
class Sameness:
    """How surely two tellings are of one thing, in log-odds of tenths (``weight``), and the reasons that count, for and
    against."""

    how: How
    weight: int
    because: tuple[Reason[Any], ...]

    @property
    def parted(self) -> bool:
        """Whether one of the reasons against is enough alone, and the sentence is not told twice in the same words."""
        joined = any(r.joins for r in self.because)
        return any(r.parts and (r.always or not joined) for r in self.because)

    def told(self) -> str:
        """The reasons that speak for it, as a sentence goes on."""
        return "; ".join(r.says for r in self.because if r.weight > 0 or r.lifts)


def same(a: T, b: T, *, apart_from: Slot) -> Sameness:
    """Judge two tellings that are compared in one slot, which counts neither for nor against their being one thing (but
    that a slip of the pen may lead from one date to the other).

    Raises:
        ValueError: one of them has no value in that slot.
    """
    if not a.slot == b.slot == apart_from:
        raise ValueError(f"{a.slot} and {b.slot} are not compared as {apart_from}")
    base, reasons = GROUNDS[apart_from]
    found = _heaviest({reason: times for reason in reasons if (times := int(reason.holds(a, b)))})
    weight = base + sum(reason.weight * times for reason, times in found.items())
    return Sameness(_how(weight, lifted=any(reason.lifts for reason in found)), weight, tuple(found))


def _heaviest(found: dict[Reason[Any], int]) -> dict[Reason[Any], int]:
    """The reasons that count: of each group the heaviest, the first of those that weigh the same."""
    best: dict[str, Reason[Any]] = {}
    for reason in found:
        if reason.group and (reason.group not in best or reason.weight > best[reason.group].weight):
            best[reason.group] = reason
    return {reason: times for reason, times in found.items() if best.get(reason.group, reason) is reason}


def _how(weight: int, *, lifted: bool) -> How:
    if weight >= _SAME:
        return "same"
    if weight >= _LIKELY or (lifted and weight >= _PERHAPS):
        return "likely"
    return "perhaps" if weight >= _PERHAPS else "other"
