"""What somebody wishes to be set aside, wherever that was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from verifier import rules
from verifier.article import Span


@dataclass(frozen=True, slots=True)
class Wish:
    """One code at one place.

    ``where`` names the place of the wish itself, for people. The place of the finding is ``paragraph`` (what a comment
    stands before), ``words`` that are quoted from the article, or a ``fingerprint``; of several given, all must hold.
    ``until`` is the last day it counts. ``problem`` says why it never counts.
    """

    where: str
    by: Literal["comment", "sidecar"]
    code: str
    reason: str = ""
    until: date | None = None
    words: str | None = None
    fingerprint: str | None = None
    paragraph: Span | None = None
    problem: str = ""


def problem_with(code: str) -> str:
    """Why this is not the code of one rule; empty where it is."""
    if any(rule.code == code for rule in rules.catalogue()):
        return ""
    return rules.problem_with(code) or f"{code!r} names several rules; one code each"
