"""How each rule fared: what it found, and what checkers made of it, as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from verifier.report.csv import rows
from verifier.review.exports._cleared import Cleared

_COLUMNS = ("rule", "findings", "mend", "fine", "false-alarm", "call", "answered", "open")
"""The fields of a :class:`RuleCount`, in their order."""


def write(articles: Sequence[Cleared]) -> str:
    """A line a rule, by code, over what of the articles is on the desk: what was brought by mistake tells nothing."""
    fared = articles[0].library.rules([one.row.id for one in articles]) if articles else []
    return rows([_COLUMNS, *(tuple(map(str, astuple(rule))) for rule in fared)])
