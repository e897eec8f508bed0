"""The ledger of a run's batches: what was sent in which, what came back, and how often each question went out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from verifier.archive._database import opened
from verifier.model.batches import Result

MOST_TIMES = 3
"""Batches that one question goes out in at most."""
_TABLES = """
CREATE TABLE IF NOT EXISTS sent (key TEXT PRIMARY KEY, job TEXT NOT NULL, times INTEGER NOT NULL, state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, status INTEGER NOT NULL, payload TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS jobs (
  name TEXT PRIMARY KEY, provider TEXT NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, questions INTEGER NOT NULL
);
"""


class Results:
    """A file of it. ``state`` of a question: ``sent``, ``answered``, ``expired``, or why it was refused."""

    def __init__(self, path: Path) -> None:
        """Open it, or make it.

        Raises:
            UsageError: it is not as verifier made it.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        self._table = opened(path, _TABLES)
        self._taken: set[str] = set()

    def __enter__(self) -> Results:
        return self

    def __exit__(self, *_: object) -> None:
        self._table.close()

    def take(self, key: str) -> Result | None:
        """What came back for a question, once."""
        if key in self._taken:
            return None
        self._taken.add(key)
        found = self._table.execute("SELECT status, payload FROM results WHERE key = ?", (key,)).fetchone()
        return Result(found[0], json.loads(found[1])) if found else None

    def due(self, key: str) -> bool:
        """Whether a question may go out: it is in no batch now, and has not been out too often."""
        found = self._table.execute("SELECT times, state FROM sent WHERE key = ?", (key,)).fetchone()
        return found is None or (found[1] != "sent" and found[0] < MOST_TIMES)

    def sending(self, job: str, provider: str, keys: Iterable[str]) -> None:
        """These questions go out; what came back for them before did not fit."""
        count = 0
        with self._table:
            for count, key in enumerate(keys, 1):  # noqa: B007 - the last one counts them
                self._table.execute("DELETE FROM results WHERE key = ?", (key,))
                self._table.execute(
                    "INSERT INTO sent VALUES (?, ?, 1, 'sent') "
                    "ON CONFLICT (key) DO UPDATE SET job = excluded.job, times = times + 1, state = 'sent'",
                    (key, job),
                )
            self._table.execute("INSERT INTO jobs VALUES (?, ?, '', 'written', ?)", (job, provider, count))

    def handed_in(self, job: str, identity: str) -> None:
        """The provider has a batch, under this id."""
        with self._table:
            self._table.execute("UPDATE jobs SET id = ?, state = 'sent' WHERE name = ?", (identity, job))

    def came(self, key: str, state: str, result: Result | None) -> bool:
        """Something came back for a question; False where nobody has asked it."""
        known = self._table.execute("UPDATE sent SET state = ? WHERE key = ?", (state, key)).rowcount
        if known and result is not None:
            row = (key, result.status, json.dumps(result.payload, ensure_ascii=False))
            self._table.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", row)
        return bool(known)

    def over(self, job: str) -> None:
        """A batch is over: what it did not bring has expired."""
        with self._table:
            self._table.execute("UPDATE sent SET state = 'expired' WHERE job = ? AND state = 'sent'", (job,))
            self._table.execute("UPDATE jobs SET state = 'over' WHERE name = ?", (job,))

    def begun(self) -> list[str]:
        """Batches that are not over, of which something has come."""
        rows = self._table.execute(
            "SELECT DISTINCT name FROM jobs JOIN sent ON sent.job = jobs.name "
            "WHERE jobs.state != 'over' AND sent.state != 'sent'"
        )
        return [name for (name,) in rows]

    def commit(self) -> None:
        """Keep what came."""
        self._table.commit()

    def jobs(self, state: str | None = None) -> list[dict[str, Any]]:
        """The batches, in the order they were made, or those in one state."""
        rows = self._table.execute("SELECT name, provider, id, state, questions FROM jobs ORDER BY name")
        found = [dict(zip(("name", "provider", "id", "state", "questions"), row, strict=True)) for row in rows]
        return [job for job in found if state in (None, job["state"])]

    def states(self) -> dict[str, int]:
        """How many questions are in which state; those refused in one."""
        rows = self._table.execute(
            "SELECT CASE WHEN state IN ('sent', 'answered', 'expired') THEN state ELSE 'refused' END, count(*) "
            "FROM sent GROUP BY 1"
        )
        return dict(rows.fetchall())

    def refused(self, most: int) -> list[tuple[str, str]]:
        """Questions that were refused, and why."""
        return list(
            self._table.execute(
                "SELECT key, state FROM sent WHERE state NOT IN ('sent', 'answered', 'expired') LIMIT ?", (most,)
            )
        )
