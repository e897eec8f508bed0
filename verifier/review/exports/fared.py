"""How each rule fared: what it found, and what checkers made of it, as CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verifier.report.csv import rows
from verifier.review.exports._cleared import Cleared

_STATES = ("mend", "fine", "false-alarm", "call", "answered", "open")


def write(articles: Sequence[Cleared]) -> str:
    """A line a rule, by code, over what is on the desk: what was brought by mistake tells nothing of the rules."""
    counts: dict[str, Counter[str]] = {}
    for one in (kept for kept in articles if not kept.off):
        for fingerprint, code in one.codes.items():
            kept = counts.setdefault(code, Counter())
            kept["findings"] += 1
            kept[one.ruling("finding", fingerprint).state if one.touched else "open"] += 1
    lines = [(code, kept["findings"], *(kept[state] for state in _STATES)) for code, kept in sorted(counts.items())]
    return rows([("rule", "findings", *_STATES), *(tuple(map(str, line)) for line in lines)])
