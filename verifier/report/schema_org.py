"""schema.org JSON-LD: the article's claims, with who makes each; a draft of a ClaimReview only where a human has rated.

A tool cannot know whether a claim is true, so nothing here rates one: ratings are handed in by whoever keeps what
people decided.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from verifier.report import _files
from verifier.report._tally import Tally
from verifier.report._writer import Writer
from verifier.report.models import Claim, Report


@dataclass(frozen=True, slots=True)
class Rating:
    """What a human found a claim to be.

    ``sha256`` is the article's, ``claim`` the claim's id in its report. ``verdict`` is the rating in words ("Mostly
    true"); ``value`` its place between ``worst`` and ``best``, None where the desk rates in words alone. ``reviewer``
    is the person or desk, ``url`` where the review is published, as far as that is known.
    """

    sha256: str
    claim: str
    verdict: str
    reviewer: str
    reviewed: date
    value: int | None = None
    worst: int = 1
    best: int = 5
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SchemaOrgWriter(Writer):
    """One graph with the claims of all articles, and the reviews of those in ``ratings``."""

    ratings: tuple[Rating, ...] = ()

    def begin(self) -> str:
        """The graph."""
        return '{"@context": "https://schema.org", "@graph": [\n'

    def article(self, report: Report, index: int) -> str:
        """The claims of one article."""
        del index
        ratings = {r.claim: r for r in self.ratings if r.sha256 == report.article.sha256}
        return ",\n".join(_json(node) for node in _nodes(report, ratings))

    def between(self) -> str:
        """A comma."""
        return ",\n"

    def end(self, tallies: Sequence[Tally]) -> str:
        """The end of the graph."""
        del tallies
        return "\n]}\n"


def _nodes(report: Report, ratings: dict[str, Rating]) -> Iterator[dict[str, Any]]:
    for claim in report.claims:
        yield _claim(report, claim)
    for claim in report.claims:
        if claim.id in ratings:
            yield _review(report, claim, ratings[claim.id])


def _claim(report: Report, claim: Claim) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@type": "Claim",
        "@id": _name(report, claim),
        "text": claim.text,
        "appearance": _appearance(report),
    }
    if claim.speaker:
        # Who speaks may be a person, an office or a body: the report does not say which.
        made["author"] = {"@type": "Thing", "name": claim.speaker.name}
    return made


def _appearance(report: Report) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "NewsArticle", "url": _files.uri(report.article)}
    if report.article.title:
        made["headline"] = report.article.title
    if report.article.published:
        made["datePublished"] = report.article.published.isoformat()
    return made


def _review(report: Report, claim: Claim, rating: Rating) -> dict[str, Any]:
    said: dict[str, Any] = {"@type": "Rating", "alternateName": rating.verdict}
    if rating.value is not None:
        said |= {"ratingValue": rating.value, "worstRating": rating.worst, "bestRating": rating.best}
    made: dict[str, Any] = {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": claim.text,
        "itemReviewed": {"@id": _name(report, claim)},
        "reviewRating": said,
        "author": {"@type": "Thing", "name": rating.reviewer},
        "datePublished": rating.reviewed.isoformat(),
    }
    return made | ({"url": rating.url} if rating.url else {})


def _name(report: Report, claim: Claim) -> str:
    return f"urn:verifier:{report.article.sha256[:16]}:{claim.id}"


def _json(node: dict[str, Any]) -> str:
    """JSON that may stand inside a page: ``</script>`` cannot be spelt in it."""
    return json.dumps(node, ensure_ascii=False).replace("<", "\\u003c")
