"""Reports made by hand, so that the writers are tested apart from the rules."""

from collections.abc import Sequence
from typing import Any, Literal

from verifier import check
from verifier.report import models

Severity = Literal["error", "warning", "info"]


def span(text: str, words: str, nth: int = 0) -> models.Span:
    """The place of some words in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return models.Span(start=start, end=start + len(words), text=words)


def finding(
    spans: Sequence[models.Span],
    severity: Severity = "error",
    message: str = "Two places disagree.",
    related: Sequence[tuple[models.Span, str]] = (),
    code: str = "D001",
) -> models.Finding:
    """A finding with only what a test is about left to say."""
    return models.Finding(
        id=f"f{spans[0].start}",
        code=code,
        name="conflicting-dates",
        severity=severity,
        message=message,
        spans=tuple(spans),
        related=tuple(models.Related(span=s, label=label) for s, label in related),
        explanation="A reader who notices stops trusting the piece.",
        question="Ask the desk which one holds.",
        origin="rules",
        verdict=None,
        fingerprint="0" * 16,
    )


def speaker(mention: models.Span, name: str | None = None) -> models.Speaker:
    """A speaker named outright."""
    return models.Speaker(name=name or mention.text, mention=mention, basis="explicit", vague=False)


def claim(
    number: int, place: models.Span, who: models.Speaker | None, kind: Any = "direct", **more: Any
) -> models.Claim:
    """A claim."""
    given = {"cue": None, "via": (), "values": (), "checkable": True, "origin": "rules"} | more
    return models.Claim(id=f"c{number}", text=place.text, spans=(place,), kind=kind, speaker=who, **given)


def quote(number: int, place: models.Span, carrier: models.Claim | None, kind: Any = "direct") -> models.Quote:
    """A quote, carried by a claim or by nothing."""
    return models.Quote(
        id=f"q{number}",
        span=place,
        kind=kind,
        claim=carrier.id if carrier else None,
        speaker=carrier.speaker if carrier else None,
        cue=carrier.cue if carrier else None,
        outlet=None,
        origin="rules",
    )


def report(text: str, path: str | None = "desk/story.txt", **parts: Any) -> models.Report:
    """A report on a text with the given findings, quotes and claims in place of what the rules would say."""
    made = check(text)
    article = made.article.model_copy(update={"path": path})
    empty: dict[str, Any] = {"findings": (), "quotes": (), "claims": (), "candidates": ()}
    return made.model_copy(update={"article": article} | empty | {k: tuple(v) for k, v in parts.items()})


def candidate(
    spans: Sequence[models.Span], message: str = "These may disagree.", related: Sequence[tuple[models.Span, str]] = ()
) -> models.Candidate:
    """A candidate with only what a test is about left to say."""
    return models.Candidate(
        id=f"n{spans[0].start}",
        code="D002",
        name="near-miss-dates",
        message=message,
        spans=tuple(spans),
        related=tuple(models.Related(span=s, label=label) for s, label in related),
        explanation="A reader who notices stops trusting the piece.",
        question="Is it one day?",
        origin="rules",
        verdict=None,
        fingerprint="1" * 16,
    )
