"""The queue: which articles wait, how far each is, in what order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import Any

from verifier.review.choices import Choice
from verifier.review.rows import Row

_STATES: dict[str, Callable[[Row], bool]] = {
    "todo": lambda row: not row.cleared,
    "done": lambda row: row.cleared,
    "unsigned": lambda row: bool(row.checked) and not row.signed,
    "asked": lambda row: row.asked > 0,
    "call": lambda row: row.calls > 0,
    "again": lambda row: row.again > 0,
}
_ORDERS: dict[str, Callable[[Row], Any]] = {
    "title": lambda row: (row.title or row.path).casefold(),
    "errors": lambda row: -row.errors,
    "warnings": lambda row: -row.warnings,
    "notes": lambda row: -row.infos,
    "open": lambda row: -row.open,
    "done": lambda row: -(row.decided / row.total if row.total else 1),
}


def _any(row: Row) -> bool:
    del row
    return True


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a number of articles is, in facts and findings; the facts of ``unread`` articles are not counted yet."""

    articles: int
    cleared: int
    total: int
    decided: int
    calls: int
    again: int
    unread: int

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Progress:
        """Added up."""
        kept = list(rows)
        return cls(
            len(kept),
            sum(r.cleared for r in kept),
            sum(r.total for r in kept),
            sum(r.decided for r in kept),
            sum(r.calls for r in kept),
            sum(r.again for r in kept),
            sum(r.unread for r in kept),
        )


def chosen(rows: Iterable[Row], choice: Choice, mine: Container[int] = ()) -> list[Row]:
    """The rows that the filters let through, in the order asked for; as they came where none was. In those that are
    ``mine`` something waits for whoever asks."""
    fits = (lambda row: row.id in mine) if choice.state == "mine" else _STATES.get(choice.state, _any)
    words = choice.words.casefold().strip()
    kept = [r for r in rows if fits(r) and words in f"{r.title}\n{r.path}".casefold()]
    if choice.sort == "recent":
        return sorted(kept, key=lambda row: row.last, reverse=True)
    if choice.sort in _ORDERS:
        kept.sort(key=_ORDERS[choice.sort])
    return kept


def next_open(rows: list[Row], article: int) -> Row | None:
    """The next article with something to do after this one, going round to the first."""
    numbers = [r.id for r in rows]
    at = numbers.index(article) if article in numbers else -1
    return next((r for r in rows[at + 1 :] + rows[: max(at, 0)] if not r.cleared), None)
