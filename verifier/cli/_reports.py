"""Reports that were written before, read back and held against what a report promises."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import ValidationError

from verifier._exceptions import InputError
from verifier.report.models import SCHEMA_VERSION, Report, Span


def looks_like_reports(name: str, data: bytes) -> bool:
    """Whether it is meant as JSON: by its name, or by how it begins where the name tells nothing."""
    if name.lower().endswith((".json", ".jsonl")):
        return True
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith((b'{"schema_version"', b'[{"schema_version"')) or (
        start.startswith((b"{", b"[")) and b'"schema_version"' in start
    )


def reports(name: str, data: bytes) -> list[Report]:
    """The reports of a JSON or JSONL file, in their order.

    Raises:
        InputError: it holds none, or one that this version cannot read.
    """
    found = [_report(name, one) for one in _values(name, data)]
    if not found:
        raise InputError(name, "holds no report; write one with: verifier check ARTICLE -o json=FILE")
    return found


def _values(name: str, data: bytes) -> list[object]:
    try:
        text = data.decode("utf-8-sig")
        try:
            whole = json.loads(text)
            return whole if isinstance(whole, list) else [whole]
        except ValueError:
            lines = [line for line in text.splitlines() if line.strip()]
            if len(lines) < 2:
                raise
            return [json.loads(line) for line in lines]
    except (ValueError, RecursionError) as problem:
        raise InputError(name, f"is no JSON ({problem}); an article needs another ending than .json") from None


def _report(name: str, value: object) -> Report:
    version = value.get("schema_version") if isinstance(value, dict) else None
    if isinstance(version, str) and version != SCHEMA_VERSION:
        raise InputError(name, f"is a report of version {version}; this verifier reads {SCHEMA_VERSION}: check it anew")
    try:
        report = Report.model_validate(value)
    except ValidationError as problem:
        raise InputError(name, f"is no report of verifier ({_first(problem)}); write one with: -o json") from None
    if not all([*(claim.spans for claim in report.claims), *(finding.spans for finding in report.findings)]):
        raise InputError(name, "is no report as it was written: a claim or a finding has no place")
    for span in _spans(report):
        if report.article.text[span.start : span.end] != span.text or not 0 <= span.start <= span.end:
            raise InputError(name, f"is no report as it was written: {span.text[:40]!r} does not stand at {span.start}")
    return report


def _first(problem: ValidationError) -> str:
    error = problem.errors(include_url=False, include_input=False, include_context=False)[0]
    where = ".".join(str(part) for part in error["loc"])
    return f"{where}: {error['msg']}" if where else str(error["msg"])


def _spans(report: Report) -> Iterator[Span]:
    """The spans that a comparison goes by."""
    for quote in report.quotes:
        yield quote.span
    for claim in report.claims:
        yield from claim.spans
        yield from (value.span for value in claim.values)
    for finding in report.findings:
        yield from finding.spans
        yield from (related.span for related in finding.related)
