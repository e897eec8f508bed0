"""What findings and claims are known by, so that decisions outlive the version of the article they were made on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from verifier.report.models import Claim, Finding, Report, Span
from verifier.review.facts import Sentences
from verifier.review.records import Kind, Passage


def claim_keys(report: Report) -> dict[str, Claim]:
    """Every claim under its key: its verbatim words and which time they occur, white space folded.

    Edits elsewhere in the article leave it as it is, and so does another speaker found for the same words.
    """
    seen: Counter[str] = Counter()
    keyed = {}
    for claim in report.claims:
        words = "\x1f".join(" ".join(s.text.split()) for s in claim.spans) or " ".join(claim.text.split())
        seen[words] += 1
        keyed[hashlib.sha256(f"{words}\x1f{seen[words]}".encode()).hexdigest()[:16]] = claim
    return keyed


def speakers(report: Report) -> dict[str, int]:
    """Every speaker's name as the report has it, with how often it is relied on, the most cited first."""
    times = Counter(c.speaker.name for c in report.claims if c.speaker)
    times.update(q.speaker.name for q in report.quotes if q.speaker and q.claim is None)
    return dict(times.most_common())


def passage(report: Report, kind: Kind, key: str) -> Passage | None:
    """What an item is about; None where the report has no such item. Facts and marks are the library's to tell."""
    if kind == "finding":
        finding = next((f for f in report.findings if f.fingerprint == key), None)
        return of_finding(report, finding) if finding else None
    if kind == "claim":
        claim = claim_keys(report).get(key)
        return Passage(claim.kind, claim.text, tuple(s.text for s in claim.spans)) if claim else None
    if kind == "article":
        return Passage("article", report.article.title or report.article.path or "", ())
    return Passage("speaker", key, (key,)) if key in speakers(report) else None


def of_finding(report: Report, finding: Finding) -> Passage:
    """A finding's passage: every place it points at, with its sentences."""
    around = Sentences(report.article)
    at = places(finding)
    return Passage(
        finding.code,
        finding.message,
        tuple(s.text for s in at),
        tuple(dict.fromkeys(around.of(s.start, s.end) for s in at)),
    )


def places(finding: Finding) -> list[Span]:
    """Every place that a finding points at, the first one first."""
    return [*finding.spans, *(r.span for r in finding.related)]


def folded(words: str) -> str:
    """Words with their white space as single spaces."""
    return " ".join(words.split())


EDGES = " ,.;:!?…\"'“”‘’"
"""Marks at either end of words that a wording may leave out: the comma of a quotation belongs to the sentence."""


def bare(words: str) -> str:
    """The same without the marks at either end."""
    return folded(words).strip(EDGES)


def stands(words: Iterable[str], text: str) -> bool:
    """Whether all the words still stand in a text, white space aside."""
    whole = folded(text)
    return all(folded(w) in whole for w in words)
