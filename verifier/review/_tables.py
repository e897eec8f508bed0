"""What the desk's file holds: its tables now, and those of files begun by an earlier verifier."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import lru_cache

VERSION = 4

_DECISIONS = """
CREATE TABLE decisions(
    article INTEGER NOT NULL REFERENCES articles, kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL,
    state TEXT NOT NULL, ruling TEXT NOT NULL, passage TEXT NOT NULL, reviewer TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY(article, kind, key)
) WITHOUT ROWID;
"""

_TABLES_2 = f"""
CREATE TABLE desk(id TEXT NOT NULL);
CREATE TABLE articles(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL,
    claims INTEGER NOT NULL, report BLOB NOT NULL, origin TEXT NOT NULL
);
CREATE TABLE items(
    article INTEGER NOT NULL REFERENCES articles, kind TEXT NOT NULL, key TEXT NOT NULL, code TEXT NOT NULL,
    severity TEXT NOT NULL, start INTEGER NOT NULL, PRIMARY KEY(article, kind, key)
) WITHOUT ROWID;
CREATE TABLE others(
    article INTEGER NOT NULL REFERENCES articles, kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY(article, kind, key)
) WITHOUT ROWID;
CREATE TABLE marks(
    article INTEGER NOT NULL REFERENCES articles, key TEXT NOT NULL, what TEXT NOT NULL, words TEXT NOT NULL,
    context TEXT NOT NULL, reviewer TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY(article, key)
) WITHOUT ROWID;
{_DECISIONS}
CREATE TABLE events(
    id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL REFERENCES articles, kind TEXT NOT NULL,
    key TEXT NOT NULL, version INTEGER NOT NULL, what TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
    passage TEXT NOT NULL, reviewer TEXT NOT NULL, session TEXT NOT NULL, at TEXT NOT NULL, undoes INTEGER,
    part_of INTEGER
);
CREATE INDEX events_of_an_article ON events(article, id);
CREATE UNIQUE INDEX undone_once ON events(undoes) WHERE undoes IS NOT NULL;
CREATE TABLE drafts(
    article INTEGER NOT NULL REFERENCES articles, kind TEXT NOT NULL, key TEXT NOT NULL, session TEXT NOT NULL,
    reviewer TEXT NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY(article, kind, key, session)
) WITHOUT ROWID;
CREATE TABLE talk(
    id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL REFERENCES articles, kind TEXT NOT NULL,
    key TEXT NOT NULL, what TEXT NOT NULL, whom TEXT NOT NULL, words TEXT NOT NULL, reviewer TEXT NOT NULL,
    at TEXT NOT NULL, answers INTEGER
);
CREATE INDEX talk_of_an_article ON talk(article, id);
CREATE TABLE sources(
    article INTEGER NOT NULL REFERENCES articles, name TEXT NOT NULL, data BLOB NOT NULL, reviewer TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX sources_of_an_article ON sources(article);
"""

SINCE_2 = """
CREATE TABLE facts(article INTEGER PRIMARY KEY REFERENCES articles, found BLOB NOT NULL);
CREATE TABLE originals(article INTEGER PRIMARY KEY REFERENCES articles, name TEXT NOT NULL, data BLOB NOT NULL);
"""
"""The facts of the articles that were read for them, and the files that articles came in."""

SINCE_3 = """
CREATE TABLE kept(step INTEGER PRIMARY KEY REFERENCES events, what TEXT NOT NULL);
CREATE TABLE blobs(digest TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
"""
"""What it takes to undo a step that is no decision, and what it replaced."""

TABLES = _TABLES_2 + SINCE_2 + SINCE_3
"""Nothing here runs by itself: no trigger, no view, no generated column."""

_TABLES_1 = f"""
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
{_DECISIONS}
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
_SEAL_1 = "CREATE TABLE seal(word BLOB NOT NULL, hash BLOB NOT NULL);"

Shape = frozenset[tuple[str, str, str, str | None]]


def shape(db: sqlite3.Connection) -> Shape:
    """All that a database's schema says, in its own words."""
    rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 100").fetchall()
    return frozenset((str(a), str(b), str(c), None if d is None else str(d)) for a, b, c, d in rows)


def version_of(found: Shape) -> int | None:
    """Which version of ours a schema is, to the letter; None where it is not one of ours."""
    return _known().get(found)


@lru_cache(maxsize=1)
def _known() -> dict[Shape, int]:
    first = {_made(_TABLES_1): 1, _made(_TABLES_1 + _SEAL_1): 1}
    return first | {_made(_TABLES_2): 2, _made(_TABLES_2 + SINCE_2): 3, _made(TABLES): VERSION}


def make(db: sqlite3.Connection, script: str) -> None:
    """Make tables inside the transaction that is open, which ``executescript`` would end."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)


def _made(script: str) -> Shape:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(script)
        return shape(db)
