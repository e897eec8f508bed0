"""Who gives no answer: "declined to comment", "did not respond to a request", "could not be reached"."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.english import statements
from verifier.english.negation import NEGATIONS, denies

_NEAR = 3
"""Words back to a negation: "did not immediately respond"."""
_FAR = 6
"""Words on to what was not answered: "respond to several requests"."""

_ANSWERING = statements.COMMENTING | statements.REPLYING | {"reached"}


def silent(lows: Sequence[str]) -> bool:
    """Whether words in lower case tell that somebody has stated nothing."""
    if _ANSWERING.isdisjoint(lows):
        return False
    return any(low in _ANSWERING and _here(lows, at) for at, low in enumerate(lows))


def _here(lows: Sequence[str], at: int) -> bool:
    low, before = lows[at], lows[max(0, at - _NEAR) : at]
    denied = any(map(denies, before))
    if low in statements.COMMENTING:
        declined = len(before) > 1 and before[-1] == "to" and before[-2] in statements.DECLINING
        return declined or (denied and before[-1] in (*NEGATIONS, "further", "immediately"))
    if low in statements.REPLYING:
        return denied and not statements.ASKED.isdisjoint(lows[at + 1 : at + _FAR])
    return low == "reached" and denied and before[-1] == "be"
