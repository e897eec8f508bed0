"""W3C Web Annotations (JSON-LD): findings and who says what, each anchored in the article's text twice.

The position holds for the text as read, in code points; the quotation with what stands around it also finds the words
again in a copy of the article, on a page or after an edit elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from verifier.report import _files
from verifier.report._model_part import missing
from verifier.report._sides import in_words
from verifier.report._tally import Tally
from verifier.report._writer import Writer
from verifier.report.models import Claim, Finding, Report, Span

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_REACHES = (32, 64, 128, 256)
"""Code points of prefix and suffix: the fewest that tell the words from the same words elsewhere, within bounds."""


class AnnotationsWriter(Writer):
    """One collection page whose items are all annotations; attributed claims and findings, in that order an article."""

    def begin(self) -> str:
        """The page."""
        head = {
            "@context": _CONTEXT,
            "type": "AnnotationPage",
            "id": "urn:verifier:annotations",
        }
        return json.dumps(head).removesuffix("}") + ', "items": [\n'

    def article(self, report: Report, index: int) -> str:
        """The annotations of one article."""
        del index
        return ",\n".join(json.dumps(made, ensure_ascii=False) for made in items(report))

    def between(self) -> str:
        """A comma."""
        return ",\n"

    def end(self, tallies: Sequence[Tally]) -> str:
        """The end of the page."""
        del tallies
        return "\n]}\n"


def items(report: Report) -> Iterator[dict[str, Any]]:
    """All annotations of one article."""
    if not report.run.complete:
        said = "Incomplete: " + ("; ".join(missing(report)) or "not everything was asked")
        yield _annotation(report, "incomplete", "assessing", [_text(said)], [])
    for claim in report.claims:
        if claim.speaker:
            yield _annotation(report, claim.id, "describing", [_text(_credit(claim))], claim.spans)
    for finding in report.findings:
        yield _finding(report, finding)


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    said = [_text("\n".join(filter(None, (finding.message, in_words(report, finding.evidence), finding.question))))]
    for tag in (finding.code, finding.name, finding.severity, *_standing(finding)):
        said.append({"type": "TextualBody", "value": tag, "purpose": "tagging"})
    made = _annotation(report, finding.fingerprint, "assessing", said, finding.spans)
    made["target"] += [_target(report, r.span) | {"label": r.label} for r in finding.related]
    return made


def _standing(finding: Finding) -> Iterator[str]:
    if finding.suppression:
        yield "suppressed"
    if finding.baseline:
        yield finding.baseline


def _credit(claim: Claim) -> str:
    said = claim.speaker.name if claim.speaker else ""
    via = "".join(f", to {outlet.name}" for outlet in claim.via)
    cue = f" ({claim.cue.text})" if claim.cue else ""
    return f"{said}{cue}{via}"


def _annotation(
    report: Report, name: str, motivation: str, bodies: list[dict[str, Any]], spans: Sequence[Span]
) -> dict[str, Any]:
    return {
        "id": f"urn:verifier:{report.article.sha256[:16]}:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"id": "urn:verifier", "type": "Software", "name": f"verifier {report.run.version}"},
        "body": bodies,
        "target": [_target(report, span) for span in spans] or [_files.uri(report.article)],
    }


def _text(words: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en"}


def _target(report: Report, span: Span) -> dict[str, Any]:
    before, after = surroundings(report.article.text, span)
    return {
        "type": "SpecificResource",
        "source": _files.uri(report.article),
        "selector": [
            {"type": "TextQuoteSelector", "exact": span.text, "prefix": before, "suffix": after},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def surroundings(text: str, span: Span) -> tuple[str, str]:
    """What stands before and behind a span: as much as tells it from the same words elsewhere, within bounds."""
    for reach in _REACHES:
        start = max(0, span.start - reach)
        whole = text[start : span.end + reach]
        if text.find(whole, start + 1) < 0 and text.find(whole) == start:
            break
    return text[start : span.start], text[span.end : span.end + reach]
