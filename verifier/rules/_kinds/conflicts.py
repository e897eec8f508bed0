"""Two values of what is taken for one thing: how a finding tells that they disagree, and for which reasons."""

from __future__ import annotations

from typing import Any

from verifier.events import Pair
from verifier.rules._rule import Problem
from verifier.settings import Severity

_THING = {"figure": "thing", "date": "event", "sides": "match"}
_OTHER = {"figure": "the other value", "date": "the other date", "sides": "the other telling"}


def conflict(  # noqa: PLR0913 - what a finding shows
    pair: Pair[Any],
    message: str,
    question: str,
    *,
    likely: bool,
    severity: Severity | None = None,
    besides: str = "",
) -> Problem:
    """The later value with the earlier one beside it; ``besides`` is what more there is to say of why they are one."""
    slot = pair.first.slot
    because = (
        f"The two are taken for one {_THING[slot]} because {pair.sameness.told() or 'their sentences share words'}."
    )
    return Problem(
        spans=(pair.second.span,),
        message=message,
        question=question,
        explanation=f"{because} {besides}".rstrip(),
        related=((pair.first.span, _OTHER[slot]),),
        severity=severity,
        likely=likely,
    )
