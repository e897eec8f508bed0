"""The report as a page, with the decisions on its cards and beside the facts."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.report import Look
from verifier.report._tally import Tally
from verifier.report.html import HtmlWriter
from verifier.review.exports._cleared import Cleared
from verifier.review.exports._corrected import corrected


def write(articles: Sequence[Cleared]) -> str:
    """One page. Decisions go by article: two articles may share a passage, and with it a fingerprint."""
    total = len(articles)
    frame = HtmlWriter(total, Look())
    parts = [
        HtmlWriter(total, Look(), one.decisions(), one.ticked()).article(corrected(one), number)
        for number, one in enumerate(articles)
    ]
    return frame.begin() + frame.between().join(parts) + frame.end([Tally.of(one.report) for one in articles])
