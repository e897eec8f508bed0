"""The ledger: every fact and finding, how it stands, who says so, and what it was checked against. CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.report._screen import clean
from verifier.report.csv import rows
from verifier.review.exports._cleared import Cleared
from verifier.review.records import SAID, Ruling

_COLUMNS = (
    "article", "line", "kind", "words", "sentence", "state", "should_read", "checked_against", "where", "answer",
    "note", "checked_by", "at",
)  # fmt: skip


def parts(articles: Iterable[Cleared]) -> Iterator[str]:
    """A row a fact or finding, in the order of the text."""
    yield "\ufeff" + rows([_COLUMNS])
    for one in articles:
        name = one.report.article.path or one.report.article.title or ""
        yield rows(
            [
                (
                    name, str(p.line), p.what, clean(p.spans[0].text), clean(p.sentence), SAID[p.ruling.state],
                    p.ruling.wording, _against(p.ruling), p.ruling.place, p.ruling.answer, p.ruling.note,
                    p.standing.reviewer if p.standing.version else "", p.standing.at,
                )
                for p in one.points
            ]
        )  # fmt: skip


def _against(ruling: Ruling) -> str:
    """What it was checked against: a document, or whoever answered a call; that it was nothing is said."""
    if ruling.state == "answered" and not ruling.against:
        return ", ".join(filter(None, (ruling.whom, ruling.number)))
    return ruling.against or ("nothing named" if ruling.state == "fine" else "")
