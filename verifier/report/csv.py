"""A table for spreadsheets: one row a finding.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula and runs it; such words of an
article get an apostrophe in front (as OWASP advises), which spreadsheets take for "this is text". The byte order mark
tells Excel that the file is UTF-8: without it every curly quotation mark would be garbled.
"""

from __future__ import annotations

import csv
import io

from verifier.report import _files
from verifier.report._lines import Lines
from verifier.report._sides import of_finding
from verifier.report._writer import Writer
from verifier.report.models import Finding, Report

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "severity", "code", "name", "message", "text", "related",
    "question", "origin", "verdict", "suppressed", "baseline", "fingerprint", "source", "source_text", "source_status",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class CsvWriter(Writer):
    """Rows as RFC 4180 has them; a report that is not complete has a row that says so."""

    def begin(self) -> str:
        """The head of the table."""
        return "\ufeff" + rows([COLUMNS])

    def article(self, report: Report, index: int) -> str:
        """The rows of one article."""
        del index
        return rows(self.table(report))

    def unread(self, path: str, problem: str) -> str:
        """A row that says so."""
        cells = {"path": _files.shown(path), "severity": "unread", "message": problem}
        return rows([tuple(cells.get(column, "") for column in COLUMNS)])

    @staticmethod
    def table(report: Report) -> list[tuple[str, ...]]:
        """The rows of one article as cells, one for each of :data:`COLUMNS`, not yet made harmless."""
        lines = Lines.of(report.article.text)
        incomplete = [_incomplete(report, words) for words in report.run.missing]
        return [*incomplete, *(_finding(report, lines, f) for f in report.findings)]


def _finding(report: Report, lines: Lines, finding: Finding) -> tuple[str, ...]:
    first = finding.spans[0]
    verdict = f"{finding.verdict.answer}: {finding.verdict.explanation}" if finding.verdict else ""
    beside = of_finding(report, finding.evidence)
    cells = {
        "path": _files.name(report.article),
        **dict(zip(("line", "column", "end_line", "end_column"), map(str, lines.region(first)), strict=True)),
        "severity": finding.severity,
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "text": " … ".join(s.text for s in finding.spans),
        "related": _related(lines, finding),
        "question": finding.question,
        "origin": finding.origin,
        "verdict": verdict,
        "suppressed": finding.suppression.reason if finding.suppression else "",
        "baseline": finding.baseline or "",
        "fingerprint": finding.fingerprint,
        "source": beside.place if beside else "",
        "source_text": beside.evidence.span.text if beside and beside.evidence.span else "",
        "source_status": beside.evidence.status if beside else "",
    }  # fmt: skip
    return tuple(cells[column] for column in COLUMNS)


def _related(lines: Lines, finding: Finding) -> str:
    return "; ".join("{}:{} {} ({})".format(*lines.at(r.span.start), r.span.text, r.label) for r in finding.related)


def _incomplete(report: Report, missing: str) -> tuple[str, ...]:
    cells = {"path": _files.name(report.article), "severity": "incomplete", "message": missing}
    return tuple(cells.get(column, "") for column in COLUMNS)


def rows(cells: list[tuple[str, ...]]) -> str:
    """Rows as they are written, no cell of which a spreadsheet runs."""
    table = io.StringIO()
    csv.writer(table).writerows([_text(cell) for cell in row] for row in cells)
    return table.getvalue()


def _text(cell: str) -> str:
    """A cell that no spreadsheet runs; NUL, which CSV readers stop at, as its symbol."""
    cell = cell.replace("\x00", "␀")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
