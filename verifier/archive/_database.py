"""The databases of a run, opened only where nothing lies in them, or beside them, that a run does not put there.

A run's folder may come from somebody else: on a disk, as a download, on a file system that all workers share.
"""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from verifier._databases import strange_beside
from verifier._exceptions import UsageError

_PATIENCE = 60.0
"""Seconds that another process may hold the database."""
_SCHEMA = "SELECT type, name, sql FROM sqlite_master"


def opened(path: Path, tables: str, *, write: bool = True) -> sqlite3.Connection:
    """A database with these tables (``CREATE TABLE IF NOT EXISTS``) and nothing else, made where there is none.

    ``write`` says that it may be written, and made.

    Raises:
        UsageError: it holds anything else, is damaged, or cannot be opened.
    """
    try:
        if why := _strange(path) or strange_beside(path):
            raise UsageError(f"{path}: {why}; take it away")
        where = f"{path.absolute().as_uri()}?mode={'rwc' if write else 'ro'}"
        database = sqlite3.connect(where, uri=True, timeout=_PATIENCE)
        try:
            database.execute("PRAGMA trusted_schema = OFF")
            held = set(database.execute(_SCHEMA))
            if not held and write:
                database.executescript(f"BEGIN IMMEDIATE; {tables} COMMIT;")  # another may be making it
            elif held != _schema(tables):
                raise UsageError(f"{path}: its tables are not as verifier made them; take it away")
        except BaseException:
            database.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise UsageError(f"{path}: cannot be opened: {getattr(error, 'strerror', None) or error}") from error
    return database


def _strange(path: Path) -> str:
    """Why what lies there is no database of ours, before it is opened; empty where nothing lies there, or one does."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return ""
    own = stat.S_ISREG(found.st_mode) and found.st_nlink == 1
    return "" if own else "no file of its own but a link, a pipe or a folder"


def _schema(tables: str) -> set[tuple[str, str, str | None]]:
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(tables)
        return set(made.execute(_SCHEMA))
