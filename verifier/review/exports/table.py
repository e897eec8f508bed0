"""A table for spreadsheets: the report's own, with what was decided, by whom and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.report.csv import COLUMNS, CsvWriter, rows
from verifier.review.exports._cleared import Cleared

_FINGERPRINT = COLUMNS.index("fingerprint")
_MORE = ("decision", "reviewer", "note", "should_read", "checked_against", "answer")


def parts(articles: Iterable[Cleared]) -> Iterator[str]:
    """A row a finding."""
    yield "\ufeff" + rows([(*COLUMNS, *_MORE)])
    for one in articles:
        yield rows([(*row, *_decided(one, row[_FINGERPRINT])) for row in CsvWriter.table(one.report)])


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
