"""The desk's file: SQLite, every commit on the disk before anybody is told of it.

Such a file may come from anywhere, so it is looked at before it is believed: a plain file, of ours by its header, whose
schema is ours to the letter (no trigger, no view, no further table), read under a limit of time.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import local

from verifier._databases import strange_beside
from verifier._exceptions import UsageError
from verifier.review import _tables
from verifier.review._older import move_on
from verifier.review.records import Item, Passage, Ruling, Standing, tells

MARK = 0x76726679
"""What the file's header says it is ("vrfy"), so that no other program's database is written into."""
_PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""
_LOOK = 5.0
"""Seconds that looking at a file may take."""
_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock."""


class DeskFile:
    """A file of decisions. Connections are short, so that any thread and any process may have one; a page reads
    all that it shows over one (:meth:`held`)."""

    def __init__(self, path: Path) -> None:
        """Open the file, making it where there is none, and bringing one of an earlier verifier up to date.

        Raises:
            UsageError: it cannot be opened, is no desk's file, or was written by a newer verifier.
        """
        self.path = path
        self._mine = local()
        try:
            if plain_file(path):
                seen = look(path)
            else:
                # Articles before they appear are nobody's business.
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
                seen = 0
            with self.connection() as db:
                self._prepare(db, seen)
        except (OSError, sqlite3.Error) as error:
            why = getattr(error, "strerror", None) or error
            raise UsageError(f"{path}: cannot keep decisions there: {why}; name another file with --db") from error

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading: the one that this thread holds, or one of its own."""
        held: sqlite3.Connection | None = getattr(self._mine, "held", None)
        if held is not None:
            yield held
            return
        with self._begun() as db:
            yield db

    @contextmanager
    def held(self) -> Iterator[None]:
        """While this lasts, all that this thread reads comes over one connection: to begin one takes longer than
        most of what is read."""
        with self._begun() as db:
            self._mine.held = db
            try:
                yield
            finally:
                self._mine.held = None

    @contextmanager
    def _begun(self) -> Iterator[sqlite3.Connection]:
        db = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            db.execute("PRAGMA trusted_schema=OFF")
            db.execute("PRAGMA synchronous=FULL")
            db.execute("PRAGMA foreign_keys=ON")
            db.create_function("tells", 8, _tells, deterministic=True)
            yield db
        finally:
            db.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: when this ends without an error, what was written is on the disk; otherwise nothing is."""
        with self._begun() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    @cached_property
    def id(self) -> str:
        """What this file was called when it was begun, at random."""
        with self.connection() as db:
            return str(db.execute("SELECT id FROM desk").fetchone()[0])

    def _prepare(self, db: sqlite3.Connection, seen: int) -> None:
        if seen == _tables.VERSION:
            return
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("BEGIN IMMEDIATE")
        try:
            if seen:
                move_on(db, seen)
            else:
                _tables.make(db, _tables.TABLES)
            if seen < 2:  # the first desk had no name
                db.execute("INSERT INTO desk VALUES(?)", (secrets.token_hex(16),))
            db.execute(f"PRAGMA application_id={MARK}")
            db.execute(f"PRAGMA user_version={_tables.VERSION}")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def _tells(*kept: str) -> bool:
    """As :func:`tells`, of two decisions as the file has them: kind, key, ruling and passage of each."""
    try:
        outer, inner = (
            Standing(Item(0, kind, key), Ruling.loaded(ruling), passage=Passage.loaded(passage))  # type: ignore[arg-type]  # only of what is listed
            for kind, key, ruling, passage in (kept[:4], kept[4:])
        )
        return tells(outer, inner)
    except ValueError:
        return False  # not as we write them: each is told


def plain_file(path: Path) -> bool:
    """Whether there is a file; links, folders, pipes and devices are refused, in its place and beside it.

    Raises:
        UsageError: something else lies there.
    """
    try:
        if why := strange_beside(path):
            raise UsageError(f"{path}: {why}; take it away, or name another file with --db")
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name cannot be used"
        raise UsageError(f"{path}: cannot keep decisions there: {why}; name another file with --db") from error
    kinds = ((stat.S_ISLNK, "a link"), (stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"))
    what = next((words for test, words in kinds if test(mode)), "" if stat.S_ISREG(mode) else "no plain file")
    if what:
        raise UsageError(f"{path}: {what}, not a file of decisions; name another file with --db")
    return True


def look(path: Path) -> int:
    """Which version of the desk's file this is, without believing anything in it; 0 for an empty one.

    Raises:
        UsageError: it is no desk's file, a damaged or altered one, or a newer verifier's.
        sqlite3.Error: it cannot be opened at all.
    """
    if not path.stat().st_size:
        return 0
    db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        with in_time(db):
            db.execute("PRAGMA trusted_schema=OFF")
            db.execute("PRAGMA cell_size_check=ON")
            mark, version = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
            shape = _tables.shape(db)
            known = _tables.version_of(shape)
            whole = known is None or _is_whole(db)
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise
        raise UsageError(
            f"{path}: no file of decisions, or a damaged one ({error}); name another file with --db"
        ) from error
    finally:
        db.close()
    if mark != MARK:
        raise UsageError(f"{path}: a database of another program; name another file with --db")
    if version > _tables.VERSION:
        raise UsageError(f"{path}: made by a newer verifier; update verifier, or name another file with --db")
    if known is None or known != version:
        raise UsageError(f"{path}: its tables are not as verifier made them; name another file with --db")
    if not whole:
        raise UsageError(f"{path}: a damaged file of decisions; name another file with --db, or restore a copy")
    return known


def _is_whole(db: sqlite3.Connection) -> bool:
    """Whether a file is undamaged, as far as that is seen in time: a large one, with the sources of years, is opened
    none the less, for its tables are ours, and a page that is damaged is told when it is read."""
    try:
        return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            return True
        raise


@contextmanager
def in_time(db: sqlite3.Connection) -> Iterator[None]:
    """Stop whatever the database does when it takes too long."""
    ends = time.monotonic() + _LOOK
    db.set_progress_handler(lambda: int(time.monotonic() > ends), _STEPS)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)
