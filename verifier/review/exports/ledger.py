"""The ledger: every fact and finding, how it stands, who says so, and what it was checked against. CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.report._screen import clean
from verifier.report.csv import rows
from verifier.review.exports._cleared import Cleared
from verifier.review.records import SAID, Ruling

_COLUMNS = (
    "article", "place", "kind", "words", "sentence", "state", "should_read", "checked_against", "where", "called",
    "number", "answer", "note", "checked_by", "at", "since",
)  # fmt: skip


def parts(articles: Iterable[Cleared]) -> Iterator[str]:
    """A row a fact or finding, in the order of the text."""
    yield "\ufeff" + rows([_COLUMNS])
    for one in articles:
        name = one.report.article.path or one.report.article.title or ""
        yield rows(
            [
                (
                    name, p.where, p.what, clean(p.spans[0].text), clean(p.sentence), SAID[p.ruling.state],
                    p.ruling.wording, _against(p.ruling), p.ruling.place,
                    *_rung(p.ruling), p.ruling.answer, p.ruling.note,
                    p.standing.reviewer if p.standing.version else "", p.standing.at,
                    "sentence edited" if p.ruling.edited else "",
                )
                for p in one.points
            ]
        )  # fmt: skip


def _against(ruling: Ruling) -> str:
    """What it was checked against: a document, or whoever answered a call; that it was nothing is said."""
    if ruling.answer and not ruling.against:
        return ruling.party
    return ruling.against or ("nothing named" if ruling.state in ("fine", "mend") else "")


def _rung(ruling: Ruling) -> tuple[str, str]:
    """Who is to be called, or was, and the number."""
    return (ruling.whom, ruling.number) if ruling.state in ("call", "answered") or ruling.called else ("", "")
