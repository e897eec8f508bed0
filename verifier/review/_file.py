"""The desk's file: SQLite, every commit on the disk before anybody is told of it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier._exceptions import UsageError

_MARK = 0x76726679
"""What the file's header says it is ("vrfy"), so that no other program's database is written into."""
_VERSION = 1
BESIDE = ("-wal", "-shm", "-journal")
"""How the names of the files end that SQLite keeps beside its own while it works."""
_PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""

_TABLES = """
CREATE TABLE articles(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL,
    claims INTEGER NOT NULL, report BLOB NOT NULL
);
CREATE TABLE findings(
    article INTEGER NOT NULL REFERENCES articles, key TEXT NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL,
    PRIMARY KEY(article, key)
) WITHOUT ROWID;
CREATE TABLE others(
    article INTEGER NOT NULL REFERENCES articles, kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY(article, kind, key)
) WITHOUT ROWID;
CREATE TABLE decisions(
    article INTEGER NOT NULL REFERENCES articles, kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL,
    state TEXT NOT NULL, ruling TEXT NOT NULL, passage TEXT NOT NULL, reviewer TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY(article, kind, key)
) WITHOUT ROWID;
CREATE TABLE events(
    id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL REFERENCES articles, kind TEXT NOT NULL,
    key TEXT NOT NULL, version INTEGER NOT NULL, what TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
    passage TEXT NOT NULL, reviewer TEXT NOT NULL, session TEXT NOT NULL, at TEXT NOT NULL, undoes INTEGER
);
CREATE INDEX events_of_an_article ON events(article, id);
CREATE UNIQUE INDEX undone_once ON events(undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END;
CREATE TRIGGER history_is_not_removed BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END;
"""


class DeskFile:
    """A file of decisions. Connections are short: one a request, so that any thread and any process may have one."""

    def __init__(self, path: Path) -> None:
        """Open the file, making it where there is none.

        Raises:
            UsageError: it cannot be opened, is no desk's file, or was written by a newer verifier.
        """
        self.path = path
        try:
            if not path.exists():
                os.close(
                    os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
                )  # articles before they appear are nobody's business
            with self.connection() as db:
                self._prepare(db)
        except (OSError, sqlite3.Error) as error:
            why = getattr(error, "strerror", None) or error
            raise UsageError(f"{path}: cannot keep decisions there: {why}; name another file with --db") from error

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading, or for one :meth:`writing`."""
        db = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            db.execute("PRAGMA synchronous=FULL")
            db.execute("PRAGMA foreign_keys=ON")
            db.execute("PRAGMA trusted_schema=OFF")
            yield db
        finally:
            db.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: when this ends without an error, what was written is on the disk; otherwise nothing is."""
        with self.connection() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    def _prepare(self, db: sqlite3.Connection) -> None:
        mark, version = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        if mark == _MARK and version > _VERSION:
            raise UsageError(f"{self.path}: made by a newer verifier; update verifier, or name another file with --db")
        if mark == _MARK:
            return
        if db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            raise UsageError(f"{self.path}: a database of another program; name another file with --db")
        db.execute("PRAGMA journal_mode=WAL")
        db.executescript(
            f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id={_MARK}; PRAGMA user_version={_VERSION}; COMMIT;"
        )
