"""What a house lets stand between quotation marks that its source has otherwise: quote policies, by name.

Each policy says how bad a kind of difference is; a kind that it does not name is allowed. Where each comes from stands
in docs/sources.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Literal, get_args

from verifier._exceptions import UsageError
from verifier.settings import Severity

Kind = Literal[
    "negation", "figure", "date", "unit", "name", "modal", "word", "cut", "order", "function", "form", "filler",
    "bracket", "marks",
]  # fmt: skip
Policy = Mapping[Kind, Severity]

ORDER: tuple[Kind, ...] = get_args(Kind)
"""Kinds of difference, worst first."""

_ALWAYS: dict[Kind, Severity] = dict.fromkeys(ORDER[: ORDER.index("cut")], "error")
"""A changed word is an error in every house."""

POLICIES: dict[str, Policy] = {
    "standard": {**_ALWAYS, "cut": "warning", "order": "warning", "function": "warning", "form": "warning"},
    "ap": {**_ALWAYS, "cut": "error", "order": "error", "function": "error", "form": "error", "filler": "info"},
    "reuters": {**_ALWAYS, "cut": "warning", "order": "error", "function": "error", "form": "error"},
    "guardian": {**_ALWAYS, "cut": "warning", "order": "warning"},
    "wsj": {**_ALWAYS, "cut": "warning", "order": "warning", "function": "warning"},
}
DEFAULT = "standard"


def policy(name: str) -> Policy:
    """The policy of this name.

    Raises:
        UsageError: there is none; the message names the nearest.
    """
    if problem := problem_with(name):
        raise UsageError(problem)
    return POLICIES[name]


def problem_with(name: str) -> str | None:
    """Why this names no policy; None where it does."""
    if name in POLICIES:
        return None
    near = get_close_matches(name.lower(), POLICIES, 1, 0.5)
    hint = f"did you mean {near[0]}? " if near else ""
    return f"unknown quote policy {name!r}; {hint}there are {', '.join(POLICIES)}"
