"""What came with each article on the desk, kept in the desk's file: its sources, read when the article is, and the file
that it came in, from which it is read again, and which goes back to the author with comments where it is Word's."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from verifier._exceptions import VerifierError
from verifier.article import read_apart
from verifier.review._file import DeskFile
from verifier.sources import Card, Source
from verifier.sources._reading import from_bytes

MOST = 40
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


def is_transcript(brought: Brought) -> bool:
    """Whether speakers take turns in a file; not where it cannot be read."""
    try:
        return read([brought])[0].kind == "transcript"
    except VerifierError:
        return False


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
