"""What came with each article on the desk, kept in the desk's file: its sources, read when the article is, and the file
that it came in, from which it is read again, and which goes back to the author with comments where it is Word's."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from verifier._exceptions import InputError
from verifier.article import read_apart
from verifier.review._file import DeskFile
from verifier.sources import Card, Source
from verifier.sources._reading import from_bytes

_MOST = 40
"""Sources of one article."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A source as it was brought: a transcript, release or document, with the name of its file."""

    name: str
    data: bytes


def read(brought: Sequence[Brought]) -> list[Source]:
    """The sources, each under its name.

    Raises:
        InputError: one cannot be read.
    """
    return [from_bytes(one.data, one.name, one.name, Card(), read_apart) for one in brought]


class Shelf:
    """Keeps the sources of articles."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def of(self, article: int) -> list[Brought]:
        """The sources of an article, in the order they were brought."""
        with self._file.connection() as db:
            rows = db.execute("SELECT name, data FROM sources WHERE article = ? ORDER BY rowid", (article,)).fetchall()
        return [Brought(name, zlib.decompress(data)) for name, data in rows]

    def names(self, article: int) -> frozenset[str]:
        """What the sources of an article are called."""
        with self._file.connection() as db:
            return frozenset(name for (name,) in db.execute("SELECT name FROM sources WHERE article = ?", (article,)))

    def original(self, article: int) -> Brought | None:
        """The file that an article came in; None where it was pasted, or is the report of another machine."""
        with self._file.connection() as db:
            found = db.execute("SELECT name, data FROM originals WHERE article = ?", (article,)).fetchone()
        return Brought(str(found[0]), bytes(found[1])) if found else None

    def word_file(self, article: int) -> bytes | None:
        """The Word file that an article came in; None where it came otherwise."""
        kept = self.original(article)
        return kept.data if kept and kept.name.lower().endswith(".docx") else None

    def keep(self, article: int, original: Brought) -> None:
        """Keep the file that an article came in, in place of that of an earlier version."""
        with self._file.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO originals(article, name, data) VALUES(?, ?, ?)",
                (article, original.name, original.data),
            )

    def take_out(self, article: int, name: str) -> bool:
        """Keep a source no more; False where the article has none of that name."""
        with self._file.writing() as db:
            return db.execute("DELETE FROM sources WHERE article = ? AND name = ?", (article, name)).rowcount > 0

    def put(self, article: int, brought: Sequence[Brought], by: str) -> None:
        """Keep sources; one of a name that is there takes its place.

        Raises:
            InputError: they are more than an article has.
        """
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self._file.writing() as db:
            for one in brought:
                db.execute("DELETE FROM sources WHERE article = ? AND name = ?", (article, one.name))
                db.execute(
                    "INSERT INTO sources(article, name, data, reviewer, at) VALUES(?, ?, ?, ?, ?)",
                    (article, one.name, zlib.compress(one.data, 1), by, at),
                )
            (count,) = db.execute("SELECT count(*) FROM sources WHERE article = ?", (article,)).fetchone()
            if count > _MOST:
                raise InputError("sources", f"more than {_MOST} for one article; leave out what it does not rest on")
