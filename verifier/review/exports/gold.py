"""Gold for ``verifier eval``: what is to be mended is to be found, what was a false alarm is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

import yaml

from verifier.report.models import Finding, Report, Span
from verifier.review.exports._cleared import Cleared
from verifier.review.exports._corrected import corrected

_ONE_LINE = 1_000_000
"""Columns, so that no passage is folded."""


def write(articles: Sequence[Cleared]) -> str:
    """The gold of one article, to be put beside it.

    What nobody decided may be raised or not. Quotations and claims are in it once one of them was corrected: whoever
    corrects has looked at the others.
    """
    (one,) = articles
    gold: dict[str, Any] = {}
    if one.report.article.path:
        gold["article"] = PurePath(one.report.article.path).name
    if one.report.article.published:
        gold["published"] = one.report.article.published
    gold["findings"] = [
        _finding(one, f) for f in one.report.findings if one.ruling("finding", f.fingerprint).state != "false-alarm"
    ]
    if one.corrected() or one.renamed():
        report = corrected(one)
        gold["quotes"] = [_quote(report, q.span, q.speaker.name if q.speaker else None, q.kind) for q in report.quotes]
        gold["claims"] = [
            {"evidence": [_words(report, s) for s in c.spans]} | ({"speaker": c.speaker.name} if c.speaker else {})
            for c in report.claims
            if c.spans
        ]
    gold["clean"] = [
        {"code": f.code, "passages": _passages(one.report, f), "what": _what(one, f)}
        for f in one.findings("false-alarm")
    ]
    written: str = yaml.safe_dump(gold, allow_unicode=True, sort_keys=False, width=_ONE_LINE)
    return written


def _finding(one: Cleared, finding: Finding) -> dict[str, Any]:
    made = {"code": finding.code, "passages": _passages(one.report, finding), "what": _what(one, finding)}
    confirmed = one.ruling("finding", finding.fingerprint).state in ("mend", "mended")
    return made if confirmed else made | {"optional": True}


def _what(one: Cleared, finding: Finding) -> str:
    """The reviewer's words, or else the rule's."""
    return " ".join((one.ruling("finding", finding.fingerprint).note or finding.message).split())


def _passages(report: Report, finding: Finding) -> list[str]:
    return [_words(report, span) for span in (*finding.spans, *(r.span for r in finding.related))]


def _quote(report: Report, span: Span, speaker: str | None, kind: str) -> dict[str, Any]:
    made = {"text": _words(report, span), "speaker": speaker}
    return made | ({"kind": "scare"} if kind == "scare" else {})


def _words(report: Report, span: Span) -> str:
    """The words of a place as gold names them: whole ones, with single spaces."""
    text, start, end = report.article.text, span.start, span.end
    while start and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return " ".join(text[start:end].split())
