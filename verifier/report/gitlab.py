"""GitLab's Code Quality report: a list of issues, which a merge request shows where they differ from its target.

GitLab compares with the report of the target branch itself, so what a baseline knows is in the list; what is suppressed
is not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from verifier.report import _files
from verifier.report._lines import Lines
from verifier.report._model_part import missing
from verifier.report._tally import Tally
from verifier.report._writer import Writer
from verifier.report.models import Finding, Report

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabWriter(Writer):
    """One issue a finding. Fingerprints differ from article to article, as GitLab asks."""

    def begin(self) -> str:
        """The list."""
        return "[\n"

    def article(self, report: Report, index: int) -> str:
        """The issues of one article."""
        del index
        lines = Lines.of(report.article.text)
        issues = [_issue(report, lines, f) for f in report.findings if not f.suppression]
        if not report.run.complete:
            issues.insert(0, _incomplete(report))
        return ",\n".join(json.dumps(issue, ensure_ascii=False) for issue in issues)

    def unread(self, path: str, problem: str) -> str:
        """A blocker."""
        name = _files.shown(path)
        return json.dumps(_blocker(name, "unread", f"Could not be read: {problem}"), ensure_ascii=False)

    def between(self) -> str:
        """A comma."""
        return ",\n"

    def end(self, tallies: Sequence[Tally]) -> str:
        """The end of the list."""
        del tallies
        return "\n]\n"


def _issue(report: Report, lines: Lines, finding: Finding) -> dict[str, Any]:
    first = finding.spans[0]
    at = lines.region(first)
    return {
        "description": finding.message,
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": _fingerprint(_files.name(report.article), finding.fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": _files.name(report.article),
            "lines": {"begin": at.line, "end": lines.last(first)},
            "positions": {
                "begin": {"line": at.line, "column": at.column},
                "end": {"line": at.end_line, "column": at.end_column},
            },
        },
    }


def _incomplete(report: Report) -> dict[str, Any]:
    said = "Incomplete: " + ("; ".join(missing(report)) or "not everything was asked")
    return _blocker(_files.name(report.article), "incomplete", said)


def _blocker(path: str, name: str, words: str) -> dict[str, Any]:
    return {
        "description": words,
        "check_name": name,
        "fingerprint": _fingerprint(path, name),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _fingerprint(path: str, of: str) -> str:
    return hashlib.sha256(f"{path}\x1f{of}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
