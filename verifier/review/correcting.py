"""What a correction settles besides the item that it was written for: the same facts and findings, whichever of their
cards it was written on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.report.models import Finding, Report, Span
from verifier.review.facts import Fact
from verifier.review.passages import folded, places
from verifier.review.records import Kind
from verifier.review.rewording import reads


def same_place(fact: Span, place: Span) -> bool:
    """Whether a place is a fact's. One much longer than the fact in it is about something else: a sentence held to be
    second-hand is not thereby five figures checked."""
    if fact.start >= place.end or place.start >= fact.end:
        return False
    shared = min(fact.end, place.end) - max(fact.start, place.start)
    return 2 * shared > max(fact.end - fact.start, place.end - place.start)


def holds(outer: Span, inner: Span) -> bool:
    """Whether one place lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end


def facts_at(facts: Sequence[Fact], spans: Sequence[Span]) -> list[Fact]:
    """The facts that stand at one of these places; a figure may be that of "2,350 signatures"."""
    return [f for f in facts if any(same_place(f.span, s) or (f.kind == "figure" and holds(f.span, s)) for s in spans)]


def settled(
    report: Report, facts: Sequence[Fact], place: Span, wording: str, lead: Finding | None
) -> Iterator[tuple[Kind, str]]:
    """The facts and findings that are settled where a place reads as the wording; a ``lead`` is the finding that it was
    written for, which settles no other finding."""
    found = [lead] if lead else [f for f in report.findings if _is_settled(f, place, wording)]
    compared = [e.article for f in found if f.evidence for e in report.evidence if e.id == f.evidence]
    at = {f.key for f in facts_at(facts, [place, *compared])}
    for fact in facts:
        if fact.key in at or (holds(place, fact.span) and _changed(place, wording, fact.span)):
            yield "fact", fact.key
    if not lead:
        yield from (("finding", f.fingerprint) for f in found)


def _is_settled(finding: Finding, place: Span, wording: str) -> bool:
    """Whether a finding is about nothing but what reads otherwise; or about that and places which then say the same."""
    pointed = places(finding)
    mine = [s for s in pointed if same_place(place, s) or (holds(place, s) and _changed(place, wording, s))]
    if not mine or len(mine) == len(pointed):
        return bool(mine)
    now = wording if same_place(place, mine[0]) else reads(place, wording, mine[0]) or ""
    return len(mine) == 1 and all(folded(s.text) == folded(now) for s in pointed if s not in mine)


def _changed(place: Span, wording: str, inner: Span) -> bool:
    """Whether words inside a place do not stay as they are."""
    return folded(reads(place, wording, inner) or "") != folded(inner.text)
