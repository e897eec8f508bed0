"""Sources kept on disk by the hash of their bytes: text, turns and index in SQLite, as text and arrays of integers.

Nothing in it can run: every row is text, JSON or whole numbers, and is looked at before it is used. A file that is
damaged, or was written by another version, is made anew; one that is locked, cannot be written or belongs to somebody
else is left alone and done without. It is for its owner alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import stat
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from verifier._databases import strange_beside
from verifier.article import Span
from verifier.sources._folding import VERSION, Folded
from verifier.sources._index import Index
from verifier.sources._model import KINDS, Card, Mark, Source, Turn
from verifier.sources._placing import Searchable

NAME = "sources.sqlite"
_LAYOUT = f"1.{VERSION}.{sys.byteorder}"
_COLUMNS = {
    "name": "TEXT PRIMARY KEY",
    "text": "TEXT",
    "plain": "TEXT",
    "about": "TEXT",
    "words": "TEXT",
    "starts": "BLOB",
    "ends": "BLOB",
    "grams": "BLOB",
}
_TABLE = f"CREATE TABLE IF NOT EXISTS kept ({', '.join(map(' '.join, _COLUMNS.items()))}) WITHOUT ROWID"


class Store:
    """Kept sources; without a database it keeps nothing and finds nothing."""

    def __init__(self, database: sqlite3.Connection | None) -> None:
        self._database = database

    @classmethod
    def at(cls, folder: Path | None) -> Store:
        """The store in a folder; one that keeps nothing where there is no folder or it cannot be used."""
        if folder is None:
            return cls(None)
        file = folder / NAME
        for _ in range(2):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                return cls(_opened(file) if _is_own(folder, file) else None)
            except (OSError, sqlite3.OperationalError):
                break  # locked or not to be written: somebody else's good store, most often
            except sqlite3.DatabaseError:
                with suppress(OSError):
                    file.unlink()
        return cls(None)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.commit()
            self._database.close()

    def get(self, data: bytes, suffix: str, card: Card) -> tuple[Source, Searchable] | None:
        """What is kept of these bytes; None where nothing is, or nothing that can be used."""
        if self._database is None:
            return None
        try:
            row = self._database.execute(
                "SELECT text, plain, about, words, starts, ends, grams FROM kept WHERE name = ?",
                (_name(data, suffix, card),),
            ).fetchone()
            return _read(row, card) if row else None
        except (sqlite3.Error, ValueError, KeyError, TypeError, IndexError):
            return None

    def put(self, data: bytes, suffix: str, card: Card, source: Source, searchable: Callable[[], Searchable]) -> None:
        """Keep a source; a disk that is full or locked costs the time of making it anew, nothing else."""
        if self._database is None:
            return
        made = searchable()
        folded = made.folded
        about = {
            "sha256": source.sha256,
            "kind": source.kind,
            "language": source.language,
            "machine": source.machine,
            "turns": [[*t.span, t.label] for t in source.turns],
            "hidden": [[*h] for h in source.hidden],
            "times": [[*m] for m in source.times],
            "pages": [[*m] for m in source.pages],
            "fillers": [[at, *span] for at, span in folded.fillers],
        }
        row = (
            _name(data, suffix, card), source.text, source.plain, json.dumps(about), " ".join(folded.words),
            array("I", folded.starts).tobytes(), array("I", folded.ends).tobytes(), made.index.table.tobytes(),
        )  # fmt: skip
        with suppress(sqlite3.Error, UnicodeEncodeError):
            self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def _is_own(folder: Path, file: Path) -> bool:
    """Whether folder and file are one's own, and the file no link: transcripts are kept there before publication."""
    owner = folder.stat().st_uid
    if hasattr(os, "geteuid") and owner != os.geteuid():
        return False
    with suppress(FileExistsError):
        file.touch(mode=0o600, exist_ok=False)
    found = file.lstat()
    own = stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and found.st_uid == owner
    return own and not strange_beside(file)


def _opened(file: Path) -> sqlite3.Connection:
    """The database, made where it is empty, with nothing in it but its table.

    Raises:
        sqlite3.DatabaseError: it is damaged, or holds something else; an OperationalError among these says that it is
            locked or cannot be written.
    """
    database = sqlite3.connect(file, timeout=2.0, isolation_level="IMMEDIATE")
    try:
        file.chmod(0o600)
        database.execute("PRAGMA trusted_schema = OFF")
        database.execute(_TABLE)
        held = database.execute("SELECT type, name FROM sqlite_master").fetchall()
        columns = [name for _, name, *_ in database.execute("PRAGMA table_info(kept)")]
        if held != [("table", "kept")] or columns != [*_COLUMNS]:
            raise sqlite3.DatabaseError("not a store of sources")
    except BaseException:
        database.close()
        raise
    return database


def _name(data: bytes, suffix: str, card: Card) -> str:
    """What a source is kept under: its bytes, how they are read, and what of the card changes that."""
    labels = sorted(label.lower() for label, _ in card.labels)
    read_as = json.dumps([_LAYOUT, suffix, card.kind, card.language, labels])
    return hashlib.sha256(data).hexdigest() + hashlib.sha256(read_as.encode()).hexdigest()[:16]


def _read(row: tuple[Any, ...], card: Card) -> tuple[Source, Searchable]:
    """A row as a source.

    Raises:
        ValueError: it does not hold together.
    """
    text, plain, about, words, starts, ends, grams = row
    said = json.loads(about)
    folded = Folded(
        words.split(" ") if words else [],
        list(_numbers("I", starts)),
        list(_numbers("I", ends)),
        [(int(at), Span(int(a), int(b))) for at, a, b in said["fillers"]],
    )
    table = _numbers("Q", grams)
    if not (len(folded.words) == len(folded.starts) == len(folded.ends)) or said["kind"] not in KINDS:
        raise ValueError("a row that does not hold together")
    if len(text) != len(plain) or (folded.ends and max(folded.ends) > len(text)) or len(table) > len(folded.words):
        raise ValueError("a row that does not hold together")
    source = Source(
        "", "", said["kind"], text, plain, str(said["sha256"]),
        turns=tuple(Turn(Span(int(a), int(b)), None if label is None else str(label)) for a, b, label in said["turns"]),
        hidden=tuple(Span(int(a), int(b)) for a, b in said["hidden"]),
        times=tuple(Mark(int(at), float(value)) for at, value in said["times"]),
        pages=tuple(Mark(int(at), float(value)) for at, value in said["pages"]),
        card=card,
        language=None if said["language"] is None else str(said["language"]),
        machine=bool(said["machine"]),
    )  # fmt: skip
    return source, Searchable(folded, Index(table))


def _numbers(kind: str, data: bytes) -> array[int]:
    found: array[int] = array(kind)
    found.frombytes(data)
    return found
