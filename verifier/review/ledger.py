"""What was decided, by whom and when: the present state, and a history that only grows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from verifier.review._file import DeskFile
from verifier.review.records import (
    TYPED,
    Along,
    Changed,
    Draft,
    Event,
    Item,
    Kind,
    Passage,
    Reviewer,
    Ruling,
    Standing,
    State,
)

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

    def states(self) -> dict[int, frozenset[State]]:
        """The states in which something stands, by article, of all articles in which anything was ever decided."""
        with self._file.connection() as db:
            rows = db.execute("SELECT DISTINCT article, state FROM decisions").fetchall()
        found: dict[int, set[State]] = {}
        for article, state in rows:
            found.setdefault(article, set()).add(state)
        return {article: frozenset(kept) for article, kept in found.items()}

    def rule(  # noqa: PLR0913 - what is decided, on what, by whom, and what goes with it
        self,
        item: Item,
        version: int,
        ruling: Ruling,
        passage: Passage,
        by: Reviewer,
        also: Sequence[Along] = (),
    ) -> list[Standing]:
        """Decide, on the ``version`` that was seen; ``also`` is decided with it, and undone with it.

        Whoever decides the same as already stands has decided nothing new, and is told of no conflict. What was typed
        beside the item in this browser is part of the ruling, and no draft any more.

        Raises:
            Changed: the item has another version by now, and another ruling.
        """
        with self._file.writing() as db:
            current = _current(db, item)
            if current.ruling != ruling and current.version != version:
                raise Changed(current)
            db.execute(
                "DELETE FROM drafts WHERE article = ? AND kind = ? AND key = ? AND session = ?",
                (item.article, item.kind, item.key, by.session),
            )
            if current.ruling == ruling:
                return [current]
            made = [Standing(item, ruling, current.version + 1, by.name, _now(), passage)]
            first = _write(db, current.ruling, made[0], by)
            for one in also:
                before = _current(db, one.item)
                if _follows(one, before) and one.ruling != before.ruling:
                    made.append(Standing(one.item, one.ruling, before.version + 1, by.name, _now(), one.passage))
                    _write(db, before.ruling, made[-1], by, part_of=first)
            withdraw(db, item.article, by.name, part_of=first)
            return made

    def undo(self, article: int, by: Reviewer) -> list[Standing]:
        """Take back the last decision that this session made on an article and has not yet taken back, with all that
        was decided along with it. What was typed for it stays beside it, undecided. Empty where there is none.

        Raises:
            Changed: somebody else has changed that item since.
        """
        with self._file.writing() as db:
            last = db.execute(
                "SELECT id, part_of FROM events e WHERE article = ? AND session = ?"
                " AND what = 'decided' AND NOT EXISTS (SELECT 1 FROM events u WHERE u.article = e.article"
                " AND u.undoes = e.id) ORDER BY id DESC LIMIT 1",
                (article, by.session),
            ).fetchone()
            if last is None:
                return []
            root = last[1] or last[0]
            steps = db.execute(
                "SELECT id, kind, key, before FROM events e WHERE article = ? AND (id = ? OR part_of = ?)"
                " AND NOT EXISTS (SELECT 1 FROM events u WHERE u.undoes = e.id) ORDER BY id",
                (article, root, root),
            ).fetchall()
            made = []
            for number, kind, key, before in steps:
                current = _current(db, Item(article, kind, key))
                if current.passage is None or _others_since(db, current.item, number, by):
                    if number == root:
                        raise Changed(current)
                    continue  # what somebody has decided for itself meanwhile stays
                undone = replace(
                    current, ruling=Ruling.loaded(before), version=current.version + 1, reviewer=by.name, at=_now()
                )
                _write(db, current.ruling, undone, by, undoes=number)
                made.append(undone)
                if number == root:
                    _keep_typed(db, current, undone.ruling, by)
            withdraw(db, article, by.name)
            return made

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

    def keep_draft(self, item: Item, words: Mapping[str, str], by: Reviewer) -> None:
        """Keep what is being typed beside an item, in this browser's name; nothing typed removes it."""
        with self._file.writing() as db:
            _keep(db, item, {name: words[name] for name in TYPED if words.get(name)}, by)

    def put_away(self, item: Item) -> None:
        """Drop what was typed beside an item, by whomever."""
        with self._file.writing() as db:
            db.execute(
                "DELETE FROM drafts WHERE article = ? AND kind = ? AND key = ?", (item.article, item.kind, item.key)
            )

    def drafts(self, article: int, by: Reviewer) -> dict[tuple[Kind, str], list[Draft]]:
        """What was typed beside the items of an article and is in no decision, one's own first."""
        with self._file.connection() as db:
            rows = db.execute(
                "SELECT kind, key, session, reviewer, words, at FROM drafts WHERE article = ? ORDER BY at", (article,)
            ).fetchall()
        found: dict[tuple[Kind, str], list[Draft]] = {}
        for kind, key, session, reviewer, words, at in rows:
            draft = Draft(Item(article, kind, key), json.loads(words), reviewer, at, session == by.session)
            found.setdefault((kind, key), []).append(draft)
        return {place: sorted(all_of, key=lambda d: not d.mine) for place, all_of in found.items()}


def _keep(db: sqlite3.Connection, item: Item, words: Mapping[str, str], by: Reviewer) -> None:
    if not words:
        place = (item.article, item.kind, item.key, by.session)
        db.execute("DELETE FROM drafts WHERE article = ? AND kind = ? AND key = ? AND session = ?", place)
        return
    db.execute(
        "INSERT INTO drafts(article, kind, key, session, reviewer, words, at) VALUES(?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(article, kind, key, session) DO UPDATE SET words = excluded.words, at = excluded.at,"
        " reviewer = excluded.reviewer",
        (item.article, item.kind, item.key, by.session, by.name, json.dumps(words, ensure_ascii=False), _now()),
    )


def _keep_typed(db: sqlite3.Connection, undone: Standing, now: Ruling, by: Reviewer) -> None:
    """What was typed for a decision that is taken back; what was typed since the decision is newer, and stays."""
    words = {name: str(getattr(undone.ruling, name)) for name in TYPED if getattr(undone.ruling, name)}
    place = (undone.item.article, undone.item.kind, undone.item.key, by.session)
    since = db.execute(
        "SELECT 1 FROM drafts WHERE article = ? AND kind = ? AND key = ? AND session = ?", place
    ).fetchone()
    if since is None and any(getattr(now, name) != said for name, said in words.items()):
        _keep(db, undone.item, words, by)


def withdraw(
    db: sqlite3.Connection, article: int, by: str, *, changed: bool = False, part_of: int | None = None
) -> None:
    """Take back who checked an article and who signed it off, where its text has ``changed`` since, or there is
    something to do in it again: they said so of what they saw."""
    signs = db.execute(
        "SELECT key FROM decisions WHERE article = ? AND kind = 'article' AND state = 'done' AND key != 'removed'",
        (article,),
    ).fetchall()
    if not signs or not (changed or _anything_to_do(db, article)):
        return
    nobody_s = Reviewer(by, "")  # no browser takes it back by itself
    for (key,) in signs:
        before = _current(db, Item(article, "article", key))
        after = replace(before, ruling=Ruling(), version=before.version + 1, reviewer=by, at=_now())
        _write(db, before.ruling, after, nobody_s, part_of=part_of)


def stand_again(db: sqlite3.Connection, article: int, by: str) -> None:
    """Open what was settled because the author had taken it out, where it is in the article again."""
    rows = db.execute(
        "SELECT d.kind, d.key FROM decisions d JOIN items i"
        " ON i.article = d.article AND i.kind = d.kind AND i.key = d.key"
        " WHERE d.article = ? AND (d.state = 'mended' OR (d.state = 'gone' AND d.kind != 'mark'))",
        (article,),
    ).fetchall()
    for kind, key in rows:
        before = _current(db, Item(article, kind, key))
        ruling = replace(before.ruling, state="open")
        _write(
            db, before.ruling, replace(before, ruling=ruling, version=before.version + 1, at=_now()), Reviewer(by, "")
        )


def _follows(one: Along, before: Standing) -> bool:
    if one.leads is None:
        return before.version == one.seen
    return before.ruling.state == "open" or before.ruling.along in one.leads


def _anything_to_do(db: sqlite3.Connection, article: int) -> bool:
    found = db.execute(
        "SELECT 1 FROM items i LEFT JOIN decisions d ON d.article = i.article AND d.kind = i.kind AND d.key = i.key"
        " WHERE i.article = ? AND coalesce(d.state, 'open') IN ('open', 'call') LIMIT 1",
        (article,),
    ).fetchone()
    return found is not None


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


def _write(  # noqa: PLR0913 - a step has as many parts
    db: sqlite3.Connection,
    before: Ruling,
    made: Standing,
    by: Reviewer,
    undoes: int | None = None,
    part_of: int | None = None,
) -> int:
    """Write a standing and the step that led to it; the step's number."""
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
    step = db.execute(
        "INSERT INTO events(article, kind, key, version, what, before, after, passage, reviewer, session, at, undoes,"
        " part_of) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*place, what, before.dumped(), after, passage, by.name, by.session, made.at, undoes, part_of),
    )
    return int(step.lastrowid or 0)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
