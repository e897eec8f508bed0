"""The fact-checker's ledger: one row a fact, with its source and status, and columns to tick and to sign.

A table for spreadsheets, made harmless as the CSV report is; ``pack`` makes it a Word file to be written on.
"""

from __future__ import annotations

import csv
import io

from verifier.report import _files
from verifier.report._ledger_rows import rows as facts
from verifier.report._screen import clean
from verifier.report._writer import Writer
from verifier.report.csv import rows as written
from verifier.report.models import Report

COLUMNS = (
    "path", "line", "fact", "words", "said by", "source", "kind", "place", "status", "the source has", "checked", "by",
    "when",
)  # fmt: skip
_IN_WORD = ("line", "fact", "words", "said by", "source", "place", "status", "checked", "by", "when")


class LedgerWriter(Writer):
    """Rows as RFC 4180 has them, the last three columns empty."""

    def begin(self) -> str:
        """The head of the table."""
        return "\ufeff" + written([COLUMNS])

    def article(self, report: Report, index: int) -> str:
        """The facts of one article."""
        del index
        name = _files.name(report.article)
        return written(
            [
                (name, r.line, r.fact, _one_line(r.words), r.speaker, r.source, r.kind, r.where, r.status,
                 _one_line(r.passage), "", "", "")
                for r in facts(report)
            ]
        )  # fmt: skip

    def unread(self, path: str, problem: str) -> str:
        """A row that says so."""
        cells = {"path": _files.shown(path), "fact": problem, "status": "unread"}
        return written([tuple(cells.get(column, "") for column in COLUMNS)])


def _one_line(words: str) -> str:
    return " ".join(words.split())


def pack(text: str) -> bytes:
    """The table as a Word file: landscape, a box to tick in every row, room to sign."""
    import docx  # noqa: PLC0415 - only this form needs it
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415

    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    made = docx.Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for path in dict.fromkeys(row["path"] for row in table):
        made.add_heading(_legal(path), 1)
        here = [row for row in table if row["path"] == path]
        grid = made.add_table(rows=1, cols=len(_IN_WORD), style="Table Grid")
        for cell, column in zip(grid.rows[0].cells, _IN_WORD, strict=True):
            cell.text = column
        for row in here:
            for cell, column in zip(grid.add_row().cells, _IN_WORD, strict=True):
                cell.text = "☐" if column == "checked" else _legal(row[column])
    if not table:
        made.add_paragraph("No facts to check.")
    return saved(made)


def saved(document: object) -> bytes:
    """A Word document as bytes."""
    data = io.BytesIO()
    document.save(data)  # type: ignore[attr-defined]  # python-docx's factory hides its class
    return data.getvalue()


def _legal(words: str) -> str:
    """Words that XML can hold."""
    return clean(words).replace("\x00", "")
