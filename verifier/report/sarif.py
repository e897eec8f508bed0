"""SARIF 2.1.0 (OASIS), as code scanning of GitHub and others take it: one run, one result a finding."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from verifier.report import _files
from verifier.report._lines import Lines
from verifier.report._sides import Sides, of_finding
from verifier.report._tally import Tally
from verifier.report._writer import RuleNote, Writer
from verifier.report.models import Finding, Report, Span, Suppression

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_BASELINE = {"new": "new", "unchanged": "unchanged"}
_KINDS = {"comment": "inSource", "sidecar": "external"}
_TAKEN_OUT = "The lines are those of the text that was taken out of the file."


class SarifWriter(Writer):
    """Columns are code points, ends exclusive. The fingerprint is the report's own, which survives edits elsewhere."""

    def begin(self) -> str:
        """The log and its run up to the results, with every rule that ran."""
        driver: dict[str, Any] = {"name": "verifier", "rules": [_rule(note) for note in self.look.rules]}
        if self.look.version:
            driver["version"] = self.look.version
        head = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}}]}
        opened = json.dumps(head, ensure_ascii=False).removesuffix("}]}")
        return f'{opened}, "columnKind": "unicodeCodePoints", "results": [\n'

    def article(self, report: Report, index: int) -> str:
        """The results of one article, nothing where there are none."""
        del index
        lines = Lines.of(report.article.text)
        return ",\n".join(json.dumps(_result(report, lines, f), ensure_ascii=False) for f in report.findings)

    def unread(self, path: str, problem: str) -> str:
        """No result: the invocation tells it."""
        del path, problem
        return ""

    def between(self) -> str:
        """A comma."""
        return ",\n"

    def end(self, tallies: Sequence[Tally]) -> str:
        """Whether the run was complete, what could not be read, and what a model left unanswered."""
        said = [words for t in tallies for words in (*t.unread, *(f"{t.path or 'text'}: {m}" for m in t.missing))]
        notes = [{"level": "error", "message": {"text": _plain(words)}} for words in said]
        invocation: dict[str, Any] = {"executionSuccessful": not notes}
        if notes:
            invocation["toolExecutionNotifications"] = notes
        return f'\n], "invocations": [{json.dumps(invocation, ensure_ascii=False)}]}}]}}\n'


def _rule(note: RuleNote) -> dict[str, Any]:
    return {
        "id": note.code,
        "name": note.name,
        "shortDescription": {"text": note.what},
        "fullDescription": {"text": note.why},
        "help": {
            "text": f"{note.what}\n\n{note.why}\n\nMore, with examples: verifier rules {note.code}",
            "markdown": f"{note.what}\n\n{note.why}\n\nMore, with examples: `verifier rules {note.code}`",
        },
        "defaultConfiguration": {"level": _LEVELS[note.severity]},
    }


def _result(report: Report, lines: Lines, finding: Finding) -> dict[str, Any]:
    first, *others = finding.spans
    sides = [(span, "here too") for span in others] + [(r.span, r.label) for r in finding.related]
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain("\n".join(filter(None, (finding.message, finding.question))))},
        "locations": [_location(report, lines, first)],
        "partialFingerprints": {"verifier/v1": finding.fingerprint},
        "properties": {
            "name": finding.name,
            "explanation": finding.explanation,
            "question": finding.question,
            "origin": finding.origin,
        },
    }
    if sides:
        made["relatedLocations"] = [
            {"id": number, **_location(report, lines, span), "message": {"text": _plain(label)}}
            for number, (span, label) in enumerate(sides, 1)
        ]
    beside = of_finding(report, finding.evidence)
    if beside is not None:
        made["relatedLocations"] = [*made.get("relatedLocations", ()), _in_source(beside, len(sides) + 1)]
    if finding.verdict:
        made["properties"]["verdict"] = finding.verdict.model_dump()
    if finding.baseline:
        made["baselineState"] = _BASELINE[finding.baseline]
    # SARIF: where one result has suppressions, the others must say that they have none.
    made["suppressions"] = [_suppression(finding.suppression)] if finding.suppression else []
    return made


def _location(report: Report, lines: Lines, span: Span) -> dict[str, Any]:
    file: dict[str, Any] = {"uri": _files.uri(report.article)}
    if not _files.has_own_lines(report.article):
        file["description"] = {"text": _TAKEN_OUT}
    at = lines.region(span)
    region = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.text},
    }
    return {"physicalLocation": {"artifactLocation": file, "region": region}}


def _in_source(beside: Sides, number: int) -> dict[str, Any]:
    """The passage of a source; its offsets are those of the text taken out of the file, so only the words are told."""
    words = "".join(piece.text for piece in beside.source)
    uri = beside.link.partition("#")[0].removeprefix("./")
    return {
        "id": number,
        "physicalLocation": {"artifactLocation": {"uri": uri}},
        "message": {"text": _plain(f"{beside.place}: {words}")},
    }


def _suppression(given: Suppression) -> dict[str, Any]:
    until = f" (until {given.until.isoformat()})" if given.until else ""
    return {"kind": _KINDS[given.by], "status": "accepted", "justification": given.reason + until}


def _plain(words: str) -> str:
    """A message without links: in SARIF ``[words](target)`` is one, and words of the article could spell it."""
    return words.replace("](", "] (")
