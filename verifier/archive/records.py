"""What an input gives: one record an article, as bytes with a name, or the reason why there is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from verifier._exceptions import UsageError

OPTIONAL = ("id", "date", "title", "outlet")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table (CSV, JSONL, Parquet) holds what.

    ``said`` are those that the caller named: they must be there, while a default that is not there is simply none.
    """

    text: str = "text"
    id: str = "id"
    date: str = "date"
    title: str = "title"
    outlet: str = "outlet"
    said: tuple[str, ...] = ()

    def hold(self, address: str, there: list[str]) -> None:
        """Look whether a table has them.

        Raises:
            UsageError: the text's column, or one that was asked for, is missing.
        """
        needed = ["text", *(name for name in self.said if name != "text")]
        for name in needed:
            column = getattr(self, name)
            if column not in there:
                has = ", ".join(there[:20]) + (", ..." if len(there) > 20 else "")
                raise UsageError(f"{address}: no column {column!r}; it has: {has}; name it with --{name}-column")

    @property
    def wanted(self) -> list[str]:
        """All of them."""
        return [self.text, *(getattr(self, name) for name in OPTIONAL)]


@dataclass(frozen=True, slots=True)
class Record:
    """An article still to be read.

    ``name`` is what it is called in reports; its ending tells the format of ``data``. ``problem`` is why it cannot be
    read, ``unread_date`` a date of its table that is none.
    """

    id: str
    name: str
    data: bytes = b""
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    problem: str | None = None
    unread_date: str | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, by which ``--only-new`` knows an article again."""
        return hashlib.sha256(self.data).hexdigest()


def from_row(row: dict[str, Any], columns: Columns, name: str) -> Record:
    """The record in a row of a table."""
    text = row.get(columns.text)
    own = row.get(columns.id)
    identity = name if own in (None, "") else str(own)
    if not isinstance(text, str):
        kind = "nothing" if text is None else type(text).__name__
        return Record(identity, name, problem=f"column {columns.text!r} holds {kind}, not text")
    said = row.get(columns.date)
    published = day(said)
    return Record(
        identity,
        name,
        text.encode("utf-8", "replace"),
        title=_words(row.get(columns.title)),
        published=published,
        outlet=_words(row.get(columns.outlet)),
        unread_date=str(said) if said not in (None, "") and published is None else None,
    )


def day(said: object) -> date | None:
    """The day in a cell: a date, a time, or text that begins with one in ISO form."""
    if isinstance(said, datetime):
        return said.date()
    if isinstance(said, date):
        return said
    if not isinstance(said, str):
        return None
    try:
        return date.fromisoformat(said.strip()[:10])
    except ValueError:
        return None


def _words(said: object) -> str | None:
    return said.strip() or None if isinstance(said, str) else None
