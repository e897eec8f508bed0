"""A table for spreadsheets: the report's own, with what was decided, by whom and why."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.report.csv import COLUMNS, CsvWriter, rows
from verifier.review.exports._cleared import Cleared

_FINGERPRINT = COLUMNS.index("fingerprint")
_MORE = ("decision", "reviewer", "note", "should_read", "checked_against", "answer")


def write(articles: Sequence[Cleared]) -> str:
    """A row a finding."""
    made = [rows([(*COLUMNS, *_MORE)])]
    made += [
        rows([(*row, *_decided(one, row[_FINGERPRINT])) for row in CsvWriter.table(one.report)]) for one in articles
    ]
    return "\ufeff" + "".join(made)


def _decided(one: Cleared, fingerprint: str) -> tuple[str, ...]:
    standing = one.standings.get(("finding", fingerprint))
    if standing is None:
        return ("",) * len(_MORE)
    ruling = standing.ruling
    return (
        "" if ruling.state == "open" else ruling.state,
        standing.reviewer,
        ruling.note,
        ruling.wording,
        ruling.checked_against,
        ruling.answer,
    )
