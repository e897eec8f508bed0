"""schema.org: the claims as corrected, and a draft of a ClaimReview for each that a reviewer has rated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from verifier.report import Look
from verifier.report._tally import Tally
from verifier.report.schema_org import Rating, SchemaOrgWriter
from verifier.review.exports._cleared import Cleared
from verifier.review.exports._corrected import corrected
from verifier.review.passages import claim_keys


def write(articles: Sequence[Cleared]) -> str:
    """One graph."""
    ratings = tuple(rating for one in articles for rating in _ratings(one))
    writer = SchemaOrgWriter(len(articles), Look(), ratings=ratings)
    parts = (writer.article(corrected(one), i) for i, one in enumerate(articles))
    body = writer.between().join(part for part in parts if part)
    return writer.begin() + body + writer.end([Tally.of(one.report) for one in articles])


def _ratings(one: Cleared) -> Iterator[Rating]:
    for key, claim in claim_keys(one.report).items():
        standing = one.standings.get(("claim", key))
        if standing and standing.ruling.rating:
            yield Rating(
                sha256=one.report.article.sha256,
                claim=claim.id,
                verdict=standing.ruling.rating,
                reviewer=standing.reviewer,
                reviewed=datetime.fromisoformat(standing.at).date(),
            )
