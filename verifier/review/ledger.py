"""What was decided, by whom and when: the present state, and a history that only grows."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

from verifier.review._file import DeskFile
from verifier.review.records import Changed, Event, Item, Kind, Passage, Reviewer, Ruling, Standing

_STANDING = "article, kind, key, version, ruling, passage, reviewer, at"


class Ledger:
    """Every ruling is on the disk before the method that makes it returns."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def standings(self, article: int) -> dict[tuple[Kind, str], Standing]:
        """All that was ever decided on an article, by kind and key, also where it was taken back."""
        with self._file.connection() as db:
            rows = db.execute(f"SELECT {_STANDING} FROM decisions WHERE article = ?", (article,))  # noqa: S608 - our own words
            found = [_standing(row) for row in rows]
        return {(s.item.kind, s.item.key): s for s in found}

    def rule(self, item: Item, version: int, ruling: Ruling, passage: Passage, by: Reviewer) -> Standing:
        """Decide, on the ``version`` that was seen.

        Whoever decides the same as already stands has decided nothing new, and is told of no conflict.

        Raises:
            Changed: the item has another version by now, and another ruling.
        """
        with self._file.writing() as db:
            current = _current(db, item)
            if current.ruling == ruling:
                return current
            if current.version != version:
                raise Changed(current)
            made = Standing(item, ruling, current.version + 1, by.name, _now(), passage)
            return _write(db, current.ruling, made, by)

    def undo(self, article: int, by: Reviewer) -> Standing | None:
        """Take back the last decision that this session made on an article and has not yet taken back.

        None where there is none.

        Raises:
            Changed: somebody else has changed that item since.
        """
        with self._file.writing() as db:
            last = db.execute(
                "SELECT id, kind, key, before FROM events e WHERE article = ? AND session = ?"
                " AND what = 'decided' AND NOT EXISTS (SELECT 1 FROM events u WHERE u.article = e.article"
                " AND u.undoes = e.id) ORDER BY id DESC LIMIT 1",
                (article, by.session),
            ).fetchone()
            if last is None:
                return None
            number, kind, key, before = last
            current = _current(db, Item(article, kind, key))
            if current.passage is None or _others_since(db, current.item, number, by):
                raise Changed(current)
            made = replace(
                current, ruling=Ruling.loaded(before), version=current.version + 1, reviewer=by.name, at=_now()
            )
            return _write(db, current.ruling, made, by, undoes=number)

    def history(self, article: int, most: int) -> list[Event]:
        """The last steps on an article, the latest first."""
        with self._file.connection() as db:
            rows = db.execute(
                "SELECT kind, key, what, before, after, reviewer, at, passage FROM events WHERE article = ?"
                " ORDER BY id DESC LIMIT ?",
                (article, most),
            ).fetchall()
        return [
            Event(
                Item(article, kind, key),
                what,
                Ruling.loaded(before),
                Ruling.loaded(after),
                reviewer,
                at,
                Passage.loaded(passage),
            )
            for kind, key, what, before, after, reviewer, at, passage in rows
        ]


def _current(db: sqlite3.Connection, item: Item) -> Standing:
    row = db.execute(
        f"SELECT {_STANDING} FROM decisions WHERE article = ? AND kind = ? AND key = ?",  # noqa: S608 - our own words
        (item.article, item.kind, item.key),
    ).fetchone()
    return _standing(row) if row else Standing(item)


def _others_since(db: sqlite3.Connection, item: Item, number: int, by: Reviewer) -> bool:
    """Whether anything happened to an item after an event, but for what this session did and took back itself."""
    found = db.execute(
        "SELECT 1 FROM events o WHERE article = ? AND kind = ? AND key = ? AND id > ? AND NOT (session = ?"
        " AND (what = 'undid' OR EXISTS (SELECT 1 FROM events u WHERE u.undoes = o.id))) LIMIT 1",
        (item.article, item.kind, item.key, number, by.session),
    ).fetchone()
    return found is not None


def _standing(row: tuple[int, Kind, str, int, str, str, str, str]) -> Standing:
    article, kind, key, version, ruling, passage, reviewer, at = row
    return Standing(Item(article, kind, key), Ruling.loaded(ruling), version, reviewer, at, Passage.loaded(passage))


def _write(db: sqlite3.Connection, before: Ruling, made: Standing, by: Reviewer, undoes: int | None = None) -> Standing:
    assert made.passage is not None  # noqa: S101 - whoever rules says on what
    place = (made.item.article, made.item.kind, made.item.key, made.version)
    after, passage = made.ruling.dumped(), made.passage.dumped()
    db.execute(
        "INSERT INTO decisions(article, kind, key, version, state, ruling, passage, reviewer, at)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(article, kind, key) DO UPDATE SET version = excluded.version,"
        " state = excluded.state, ruling = excluded.ruling, passage = excluded.passage, reviewer = excluded.reviewer,"
        " at = excluded.at",
        (*place, made.ruling.state, after, passage, made.reviewer, made.at),
    )
    what = "decided" if undoes is None else "undid"
    db.execute(
        "INSERT INTO events(article, kind, key, version, what, before, after, passage, reviewer, session, at, undoes)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*place, what, before.dumped(), after, passage, by.name, by.session, made.at, undoes),
    )
    return made


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
