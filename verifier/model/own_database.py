"""Whether a cache of answers is one's own: looked at before it is opened, because opening runs what stands in it.

A database may hold triggers and views that act inside whoever opens it; a folder or a file may be somebody else's, or a
link to something precious. What is not exactly as this program leaves it is not opened.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from diskcache_community.core import DEFAULT_SETTINGS, METADATA, SETTINGS_TRIGGERS

from verifier._databases import BESIDE, strange_beside

_DATABASE = "cache.db"
_FILES = (_DATABASE, *(f"{_DATABASE}{end}" for end in BESIDE))
_PATIENCE = 10.0
"""Seconds that another process may hold the database."""
_TABLES = frozenset({"Settings", "Cache"})


class StrangeCacheError(ValueError):
    """The cache is not one's own, or not only; the message says what is wrong with it."""


def hold_own(folder: Path) -> None:
    """Make sure that a folder with a cache, and everything in its database, is one's own.

    Raises:
        StrangeCacheError: something in it is not.
        OSError: it cannot be looked at.
        sqlite3.Error: its database cannot be read.
    """
    _belongs(folder, folder.stat())
    for name in _FILES:
        path = folder / name
        try:
            found = path.lstat()
        except FileNotFoundError:
            continue
        _belongs(path, found)
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
            raise StrangeCacheError(f"{name} is no file of its own but a link, a pipe or a folder")
    path = folder / _DATABASE
    if why := strange_beside(path):
        raise StrangeCacheError(why)
    if path.exists() and path.stat().st_size:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            _hold_schema(database)


def _belongs(path: Path, found: os.stat_result) -> None:
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        raise StrangeCacheError(f"{path.name} belongs to somebody else")


def _hold_schema(database: sqlite3.Connection) -> None:
    own = {_plain(f"CREATE TRIGGER {name} {definition}") for name, definition in SETTINGS_TRIGGERS}
    tables = set()
    for kind, name, sql in database.execute("SELECT type, name, sql FROM sqlite_master"):
        known = {
            "table": name in _TABLES or str(name).startswith("sqlite_"),
            "index": str(name).startswith(("Cache_", "sqlite_autoindex_")),
            "trigger": isinstance(sql, str) and _plain(sql) in own,
        }
        if not known.get(kind, False):
            raise StrangeCacheError(f"its database holds a {kind} that is not the cache's own ({str(name)[:40]!r})")
        tables.add(name)
    if "Settings" in tables:
        names = {str(name) for (name,) in database.execute("SELECT key FROM Settings LIMIT 100")}
        if strange := names - DEFAULT_SETTINGS.keys() - METADATA.keys():
            raise StrangeCacheError(f"its database holds a setting that is not the cache's own ({min(strange)[:40]!r})")


def _plain(sql: str) -> str:
    """SQL as it is compared: older releases wrote other quotation marks."""
    return " ".join(sql.replace('"', "'").replace("IF NOT EXISTS ", "").split())
