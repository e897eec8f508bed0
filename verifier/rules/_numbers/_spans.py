"""Lengths of time that the article's own years make."""

from __future__ import annotations

from verifier.events import FigurePair
from verifier.reading import Analysis

_YEARS = 40
"""Years of one article that are held against each other: more are a history."""


def are_reckoned(analysis: Analysis, pair: FigurePair) -> bool:
    """Whether two numbers of years lie each between two years that the article tells, so that both are right: stolen
    in 1972, found "after 44 years" in 2016, back "after 46 years" in 2018."""
    if not pair.first.kind.startswith("time") or {pair.first.value.unit, pair.second.value.unit} != {"years"}:
        return False
    told = {m.year for m in analysis.dates if m.year is not None}
    if len(told) > _YEARS:
        return False
    apart = {abs(one - other) for one in told for other in told}
    return {int(pair.first.value.value), int(pair.second.value.value)} <= apart
