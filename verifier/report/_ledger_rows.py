"""The facts of an article as rows of a fact-checker's ledger, with what its sources say of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verifier.report._places import Places
from verifier.report._sides import place
from verifier.report.evidence import Evidence, SourceKind, Status
from verifier.report.facts import Told, told
from verifier.report.models import Claim, Quote, Report, Span

NOT_LOOKED_FOR = "no sources given"
_WORST: tuple[Status, ...] = ("differs", "absent", "near", "not compared", "confirmed")


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
    """Every fact that a desk would tick, in the order of the text, and whatever else a source does not bear out."""
    places = Places(report.article)
    kinds = {s.id: s.kind for s in report.run.sources}
    text, bearing = report.article.text, _Bearing(report.evidence)
    found: list[tuple[str, Span, Evidence | None]] = []
    for fact in told(report):
        span = Span(start=fact.start, end=fact.end, text=text[fact.start : fact.end])
        found.append((fact.kind, span, bearing.on(fact)))
    shown = {evidence.id for _, _, evidence in found if evidence}
    found += [(e.fact, e.article, e) for e in report.evidence if e.id not in shown and e.status != "confirmed"]
    return [_row(report, *one, places, kinds) for one in sorted(found, key=lambda one: one[1].start)]


class _Bearing:
    """Evidence by the place in the article that it is about."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        self._all = sorted(evidence, key=lambda e: e.article.start)
        self._starts = [e.article.start for e in self._all]
        self._longest = max((e.article.end - e.article.start for e in self._all), default=0)

    def on(self, fact: Told) -> Evidence | None:
        """What the sources say of a fact: what was held against them as such, else the quotation that it stands in."""
        first, last = bisect_left(self._starts, fact.start - self._longest), bisect_left(self._starts, fact.end)
        near = [e for e in self._all[first:last] if e.article.end > fact.start]
        same = [e for e in near if e.fact == ("name" if fact.kind == "place" else fact.kind)]
        around = [e for e in near if e.article.start <= fact.start and fact.end <= e.article.end]
        return min(same or around, key=lambda e: _WORST.index(e.status), default=None)


def _row(  # noqa: PLR0913 - a fact, and what its cells are made from
    report: Report,
    kind: str,
    span: Span,
    evidence: Evidence | None,
    places: Places,
    kinds: Mapping[str, SourceKind],
) -> Row:
    held = "not compared" if report.run.sources else NOT_LOOKED_FOR
    source = evidence.source or "" if evidence else ""
    return Row(
        fact=kind,
        words=span.text,
        line=places.cell(span.start),
        speaker=speaker_at(report, span),
        source=source,
        kind=kinds.get(source, ""),
        where=place(evidence).partition(", ")[2] if evidence else "",
        status=evidence.status if evidence else held,
        passage=evidence.span.text if evidence and evidence.span and evidence.status != "confirmed" else "",
    )


def speaker_at(report: Report, span: Span) -> str:
    """Whom the article credits with the words of a span, empty where it is nobody or the writer."""
    parts: Sequence[Quote | Claim] = (*report.quotes, *report.claims)
    for part in parts:
        places = (part.span,) if isinstance(part, Quote) else part.spans
        if part.speaker and any(p.start <= span.start and span.end <= p.end for p in places):
            return part.speaker.name
    return ""
