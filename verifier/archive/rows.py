"""One row an article: what can be counted without opening the report, and the report's JSON."""

from __future__ import annotations

from typing import Any

from verifier.archive.records import Record
from verifier.report.evidence import Evidence
from verifier.report.models import Claim, Finding, Quote, Report, Speaker


def row(record: Record, report: Report, outlet: str | None) -> dict[str, Any]:
    """The row of an article, without its report's JSON, which is added as it is."""
    article, run, coverage = report.article, report.run, report.coverage
    return {
        "id": record.id,
        "path": record.name,
        "sha256": article.sha256,
        "source_sha256": record.digest,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "outlet": record.outlet or outlet,
        "length": article.length,
        "quotations": coverage.quotations.total,
        "unattributed": coverage.quotations.unattributed,
        "figures": coverage.figures.total,
        "unsourced": coverage.figures.total - coverage.figures.sourced,
        "findings": [_finding(f) for f in report.findings],
        "quotes": [_quote(q) for q in report.quotes],
        "claims": [_claim(c) for c in report.claims],
        "evidence": [_evidence(e) for e in report.evidence],
        "run": {
            "version": run.version,
            "engine": run.engine,
            "model": run.model,
            "calls": run.calls,
            "cache_hits": run.cache_hits,
            "tokens_in": run.tokens_in,
            "tokens_out": run.tokens_out,
            "cost": run.cost,
            "missing": len(run.missing),
            "seconds": run.seconds,
            "complete": run.complete,
        },
    }


def _finding(found: Finding) -> dict[str, Any]:
    first = found.spans[0]
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity,
        "origin": found.origin,
        "message": found.message,
        "start": first.start,
        "end": first.end,
        "text": first.text,
        "fingerprint": found.fingerprint,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    span = quote.span
    return {
        "kind": quote.kind,
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "speaker": _name(quote.speaker),
        "outlet": quote.outlet.name if quote.outlet else None,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    first = claim.spans[0] if claim.spans else None
    return {
        "kind": claim.kind,
        "text": claim.text,
        "start": first.start if first else None,
        "end": first.end if first else None,
        "speaker": _name(claim.speaker),
        "via": [outlet.name for outlet in claim.via],
        "checkable": claim.checkable,
    }


def _evidence(found: Evidence) -> dict[str, Any]:
    article = found.article
    return {
        "of": found.of,
        "fact": found.fact,
        "status": found.status,
        "source": found.source,
        "start": article.start,
        "end": article.end,
        "text": article.text,
    }


def _name(speaker: Speaker | None) -> str | None:
    return speaker.name if speaker else None
