"""A baseline for CI: what was found fine, or a false alarm, is known, so that later runs fail on what is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from verifier import baseline
from verifier.review.exports._cleared import Cleared


def write(articles: Sequence[Cleared], target: Path) -> str:
    """The findings of that kind of all articles that have a path; it knows articles by where they lie."""
    known: list[baseline.Known] = []
    for one in articles:
        if one.row.path and not one.states.isdisjoint(("fine", "false-alarm")):
            settled = one.report.model_copy(update={"findings": tuple(one.findings("fine", "false-alarm"))})
            known += baseline.to_know(settled, one.row.path, target)
    return baseline.written(known)
