"""A baseline for CI: what was dismissed is known, so that later runs fail on what is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from verifier import baseline
from verifier.review.exports._cleared import Cleared


def write(articles: Sequence[Cleared], target: Path) -> str:
    """The dismissed findings of all articles that have a path; a baseline knows articles by where they lie from it."""
    known: list[baseline.Known] = []
    for one in articles:
        if one.report.article.path is not None:
            dismissed = one.report.model_copy(update={"findings": tuple(one.findings("dismissed"))})
            known += baseline.to_know(dismissed, one.report.article.path, target)
    return baseline.written(known)
