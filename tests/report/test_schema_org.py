"""schema.org: claims with who makes them, and no rating that no human gave."""

import json
from datetime import date
from typing import Any

from tests.report import samples, trouble
from tests.report.test_text import written
from verifier.report.models import Report
from verifier.report.schema_org import Rating, SchemaOrgWriter

TEXT = "Gate shut\n\nThe gate shut at nine, Ms Ode said. It was cold.\n"


def two_claims() -> Report:
    who = samples.speaker(samples.span(TEXT, "Ms Ode"))
    claims = [
        samples.claim(1, samples.span(TEXT, "The gate shut at nine"), who, "indirect"),
        samples.claim(2, samples.span(TEXT, "It was cold."), None, "reported"),
    ]
    return samples.report(TEXT, claims=claims)


def graph(text: str) -> list[dict[str, Any]]:
    made = json.loads(text)
    assert made["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = made["@graph"]
    return nodes


def rating(report: Report, claim: str = "c1", **more: Any) -> Rating:
    return Rating(report.article.sha256, claim, "Mostly true", "The desk", date(2026, 11, 24), **more)


def test_every_claim_is_listed_with_who_makes_it_and_where() -> None:
    first, second = graph(written(two_claims(), name="schema-org"))
    assert (first["@type"], first["text"]) == ("Claim", "The gate shut at nine")
    assert first["author"]["name"] == "Ms Ode"
    assert first["appearance"] == {"@type": "NewsArticle", "url": "desk/story.txt", "headline": "Gate shut"}
    assert "author" not in second


def test_nothing_is_reviewed_that_nobody_rated() -> None:
    assert {n["@type"] for n in graph(written(two_claims(), name="schema-org"))} == {"Claim"}


def test_a_rated_claim_gets_the_draft_of_a_review() -> None:
    report = two_claims()
    writer = SchemaOrgWriter(1, ratings=(rating(report, value=4), rating(report, "c9")))
    *claims, review = graph(writer.whole([report]))
    assert claims[0]["@id"] == review["itemReviewed"]["@id"]
    assert (review["@type"], review["creativeWorkStatus"]) == ("ClaimReview", "Draft")
    assert review["claimReviewed"] == "The gate shut at nine"
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "Mostly true", "ratingValue": 4, "worstRating": 1, "bestRating": 5,
    }  # fmt: skip
    assert (review["author"]["name"], review["datePublished"]) == ("The desk", "2026-11-24")


def test_a_rating_of_another_article_reviews_nothing_here() -> None:
    other = samples.report("Something else.\n")
    writer = SchemaOrgWriter(1, ratings=(rating(other),))
    assert {n["@type"] for n in graph(writer.whole([two_claims()]))} == {"Claim"}


def test_it_can_stand_inside_a_page() -> None:
    text = "He said </script><script>alert(1)</script> again.\n"
    claim = samples.claim(1, samples.span(text, "</script><script>alert(1)</script>"), None)
    out = written(samples.report(text, claims=[claim]), name="schema-org")
    assert "<" not in out
    assert graph(out)[0]["text"] == "</script><script>alert(1)</script>"


def test_articles_without_claims_leave_a_graph_that_can_be_read() -> None:
    quiet = samples.report("Nothing here.\n")
    assert graph(written(quiet, quiet, name="schema-org")) == []
    assert len(graph(written(quiet, two_claims(), trouble.hostile(), name="schema-org"))) == 3
