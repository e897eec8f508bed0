"""The facts of an article as rows of a fact-checker's ledger, with what its sources say of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verifier.report._places import Places
from verifier.report._sides import place
from verifier.report.evidence import Evidence
from verifier.report.models import Claim, Quote, Report, Span

NOT_LOOKED_FOR = "no sources given"


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: what kind, its words and their line or paragraph, whom the article has it from, and what a source says.

    ``status`` is the evidence's, or that no sources were given; ``kind`` is the source's.
    """

    fact: str
    words: str
    line: str
    speaker: str
    source: str
    kind: str
    where: str
    status: str
    passage: str


def rows(report: Report) -> list[Row]:
    """Every quotation, figure, date, name and superlative, in the order of the text."""
    places = Places(report.article)
    kinds = {s.id: s.kind for s in report.run.sources}
    known = {(e.article.start, e.article.end) for e in report.evidence}
    found = [(e.article.start, _of_evidence(report, e, places, kinds)) for e in report.evidence]
    for fact, span, speaker in _others(report):
        if (span.start, span.end) not in known:
            row = Row(fact, span.text, places.cell(span.start), speaker, "", "", "", NOT_LOOKED_FOR, "")
            found.append((span.start, row))
    return [row for _, row in sorted(found, key=lambda one: one[0])]


def _of_evidence(report: Report, evidence: Evidence, places: Places, kinds: Mapping[str, str]) -> Row:
    return Row(
        evidence.fact,
        evidence.article.text,
        places.cell(evidence.article.start),
        speaker_at(report, evidence.article),
        evidence.source or "",
        kinds.get(evidence.source or "", ""),
        place(evidence).partition(", ")[2],
        evidence.status,
        evidence.span.text if evidence.span and evidence.status != "confirmed" else "",
    )


def _others(report: Report) -> Iterator[tuple[str, Span, str]]:
    """What is a fact and has no evidence, because no sources were given."""
    if report.evidence:
        return
    for quote in report.quotes:
        if quote.kind != "scare":
            yield "quotation", quote.span, quote.speaker.name if quote.speaker else ""
    for claim in report.claims:
        for value in claim.values:
            yield "date" if value.kind == "date" else "figure", value.span, claim.speaker.name if claim.speaker else ""


def speaker_at(report: Report, span: Span) -> str:
    """Whom the article credits with the words of a span, empty where it is nobody or the writer."""
    parts: Sequence[Quote | Claim] = (*report.quotes, *report.claims)
    for part in parts:
        places = (part.span,) if isinstance(part, Quote) else part.spans
        if part.speaker and any(p.start <= span.start and span.end <= p.end for p in places):
            return part.speaker.name
    return ""
