"""Files of decisions that an earlier verifier began, brought up to date; every decision stays."""

from __future__ import annotations

import json
import sqlite3
import zlib
from typing import Any

from verifier.review import _tables

STATES = {"confirmed": "mend", "dismissed": "fine", "needs-a-call": "call"}
"""What the first desk's decisions are called now. "Dismissed" was said of what "is fine as it stands", which blames no
rule: only a false alarm does."""


def ruling(kept: str) -> str:
    """A ruling of the first desk in today's words."""
    given: dict[str, Any] = json.loads(kept)
    return json.dumps(given | {"state": STATES.get(given["state"], given["state"])}, ensure_ascii=False, sort_keys=True)


def move_on(db: sqlite3.Connection, version: int) -> None:
    """The tables of an earlier version made into today's, inside the transaction that is open."""
    if version == 1:
        _from_the_first(db)
        return
    if version == 2:
        _tables.make(db, _tables.SINCE_2)
    _tables.make(db, _tables.SINCE_3)


def _from_the_first(db: sqlite3.Connection) -> None:
    old = {
        name: db.execute(f"SELECT {columns} FROM {name}").fetchall()  # noqa: S608 - our own words
        for name, columns in (
            ("articles", "id, key, title, path, digest, claims, report"),
            ("decisions", "article, kind, key, version, state, ruling, passage, reviewer, at"),
            (
                "events",
                "id, article, kind, key, version, what, before, after, passage, reviewer, session, at, undoes",
            ),
            ("others", "article, kind, key"),
        )
    }
    for (trigger,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {trigger}")
    for table in ("events", "decisions", "others", "findings", "seal", "articles"):
        db.execute(f"DROP TABLE IF EXISTS {table}")
    _tables.make(db, _tables.TABLES)
    db.executemany(
        "INSERT INTO articles VALUES(?, ?, ?, ?, '', ?, ?, '{}')", [(*r[:4], *r[5:]) for r in old["articles"]]
    )
    db.executemany("INSERT INTO others VALUES(?, ?, ?)", old["others"])
    db.executemany(
        "INSERT INTO decisions VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(*r[:4], STATES.get(r[4], r[4]), ruling(r[5]), *r[6:]) for r in old["decisions"]],
    )
    db.executemany(
        "INSERT INTO events VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        [(*r[:6], ruling(r[6]), ruling(r[7]), *r[8:]) for r in old["events"]],
    )


def unpacked(report: bytes, most: int) -> bytes:
    """A kept report, as far as ``most`` bytes.

    Raises:
        ValueError: it is larger, or was not packed by us.
    """
    try:
        out = zlib.decompressobj()
        data = out.decompress(report, most)
    except zlib.error as error:
        raise ValueError("a report in it cannot be unpacked") from error
    if out.unconsumed_tail:
        raise ValueError("a report in it is too large")
    return data
