"""How each rule fared: what it found, and what checkers made of it, as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from verifier.review.exports._cleared import Cleared

_STATES = ("mend", "fine", "false-alarm", "call", "answered", "open")


def write(articles: Sequence[Cleared]) -> str:
    """A line a rule, by code."""
    counts: dict[str, Counter[str]] = {}
    for one in articles:
        for finding in one.report.findings:
            kept = counts.setdefault(finding.code, Counter())
            kept["findings"] += 1
            kept[one.ruling("finding", finding.fingerprint).state] += 1
    made = io.StringIO()
    lines = csv.writer(made, lineterminator="\n")
    lines.writerow(["rule", "findings", *_STATES])
    for code, kept in sorted(counts.items()):
        lines.writerow([code, kept["findings"], *(kept[state] for state in _STATES)])
    return made.getvalue()
