"""How each rule fared: what it found, and what checkers made of it, as CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verifier.report.csv import rows
from verifier.review.exports._cleared import Cleared

_COUNTS = {
    "findings": "total",
    "mend": "mend",
    "fine": "fine",
    "false-alarm": "false_alarms",
    "call": "calls",
    "answered": "answered",
    "open": "open",
}


def write(articles: Sequence[Cleared]) -> str:
    """A line a rule, by code, over what is on the desk."""
    counts: dict[str, Counter[str]] = {}
    for one in articles:
        for rule in one.rules:
            counts.setdefault(rule.code, Counter()).update({name: getattr(rule, of) for name, of in _COUNTS.items()})
    lines = [(code, *(str(kept[name]) for name in _COUNTS)) for code, kept in sorted(counts.items())]
    return rows([("rule", *_COUNTS), *lines])
