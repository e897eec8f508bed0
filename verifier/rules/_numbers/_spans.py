"""Lengths of time of which the article itself says how they come to be two."""

from __future__ import annotations

from verifier.events import FigurePair
from verifier.reading import Analysis

_YEARS = 40
"""Years of one article that are held against each other: more are a history."""


def are_reckoned(analysis: Analysis, pair: FigurePair) -> bool:
    """Whether two lengths of time are both right by the article's own reckoning: it tells what lies between them ("with
    two days to spare"), or each of them lies between two of its years, stolen in 1972, found "after 44 years" in 2016,
    back "after 46 years" in 2018."""
    one, two = pair.first.value, pair.second.value
    if not pair.first.kind.startswith("time") or one.unit != two.unit:
        return False
    rest = abs(one.value - two.value)
    if any(q.unit == one.unit and q.value == rest for q in analysis.quantities):
        return True
    if one.unit != "years":
        return False
    told = {m.year for m in analysis.dates if m.year is not None}
    if len(told) > _YEARS:
        return False
    apart = {abs(one - other) for one in told for other in told}
    return {int(one.value), int(two.value)} <= apart
