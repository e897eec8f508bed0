"""The steps of an article's history, each written with what it changes, in the one transaction that is open."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypedDict, Unpack

from verifier.review.records import TO_DO, Item, Kind, Passage, Reviewer, Ruling, Standing

STANDING = "article, kind, key, version, ruling, passage, reviewer, at"
NOT_UNDONE = "NOT EXISTS (SELECT 1 FROM events u WHERE u.undoes = e.id)"


def now() -> str:
    """This moment, as it is kept."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def current(db: sqlite3.Connection, item: Item) -> Standing:
    """How an item stands."""
    row = db.execute(
        f"SELECT {STANDING} FROM decisions WHERE article = ? AND kind = ? AND key = ?",  # noqa: S608 - our own words
        (item.article, item.kind, item.key),
    ).fetchone()
    return standing(row) if row else Standing(item)


def standing(row: tuple[int, Kind, str, int, str, str, str, str]) -> Standing:
    """From a row of what stands."""
    article, kind, key, version, ruling, passage, reviewer, at = row
    return Standing(Item(article, kind, key), Ruling.loaded(ruling), version, reviewer, at, Passage.loaded(passage))


class Bound(TypedDict, total=False):
    """What ties a step to another: the one that it takes back, the one that it is part of."""

    undoes: int | None
    part_of: int | None


def write(db: sqlite3.Connection, before: Ruling, made: Standing, by: Reviewer, **bound: Unpack[Bound]) -> int:
    """Write a standing and the step that led to it; the step's number. The history tells who takes a step and when,
    what stands is whose it was when it is one that comes back."""
    assert made.passage is not None  # noqa: S101 - whoever rules says on what
    db.execute(
        "INSERT INTO decisions(article, kind, key, version, state, ruling, passage, reviewer, at)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(article, kind, key) DO UPDATE SET version = excluded.version,"
        " state = excluded.state, ruling = excluded.ruling, passage = excluded.passage, reviewer = excluded.reviewer,"
        " at = excluded.at",
        (
            *(made.item.article, made.item.kind, made.item.key, made.version, made.ruling.state),
            *(made.ruling.dumped(), made.passage.dumped(), made.reviewer, made.at),
        ),
    )
    return step(db, before, made, by, **bound)


def step(db: sqlite3.Connection, before: Ruling, made: Standing, by: Reviewer, **bound: Unpack[Bound]) -> int:
    """Write a step alone; its number."""
    undoes, part_of = bound.get("undoes"), bound.get("part_of")
    assert made.passage is not None  # noqa: S101 - as above
    found = db.execute(
        "INSERT INTO events(article, kind, key, version, what, before, after, passage, reviewer, session, at, undoes,"
        " part_of) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(made.item.article, made.item.kind, made.item.key, made.version),
            *("decided" if undoes is None else "undid", before.dumped(), made.ruling.dumped(), made.passage.dumped()),
            *(by.name, by.session, now(), undoes, part_of),
        ),
    )
    return int(found.lastrowid or 0)


def act(  # noqa: PLR0913 - what was done, to what, by whom, and how to undo it
    db: sqlite3.Connection,
    item: Item,
    passage: Passage,
    by: Reviewer,
    kept: Mapping[str, Any],
    part_of: int | None = None,
) -> int:
    """Write down what somebody did that is no decision, with what it takes to undo it; the step's number."""
    made = Standing(item, Ruling("done"), 0, by.name, now(), passage)
    number = step(db, Ruling(), made, by, part_of=part_of)
    db.execute("INSERT INTO kept(step, what) VALUES(?, ?)", (number, json.dumps(kept)))
    return number


def withdraw(
    db: sqlite3.Connection, article: int, by: str, *, changed: bool = False, part_of: int | None = None
) -> None:
    """Take back who checked an article and who signed it off, where its text or a decision has ``changed`` since, or
    there is something to do in it again: they said so of what they saw. What lapses says who had said it."""
    signs = signatures(db, article)
    if not signs or not (changed or anything_to_do(db, article)):
        return
    for before in signs:
        had = f"{before.reviewer} had {'signed it off' if before.item.key == 'signed' else 'checked it'}"
        after = replace(before, ruling=Ruling(note=had), version=before.version + 1, reviewer=by, at=now())
        write(db, before.ruling, after, Reviewer(by, ""), part_of=part_of)  # no browser takes it back by itself


def signatures(db: sqlite3.Connection, article: int) -> list[Standing]:
    """Who has checked an article, and who has signed it off."""
    rows = db.execute(
        f"SELECT {STANDING} FROM decisions WHERE article = ? AND kind = 'article' AND state = 'done'"  # noqa: S608 - our own words
        " AND key != 'removed'",
        (article,),
    ).fetchall()
    return [standing(row) for row in rows]


def stand_again(db: sqlite3.Connection, article: int, by: str, part_of: int | None = None) -> None:
    """Open what was settled because the author had taken it out, where it is in the article again."""
    rows = db.execute(
        "SELECT d.kind, d.key FROM decisions d JOIN items i"
        " ON i.article = d.article AND i.kind = d.kind AND i.key = d.key"
        " WHERE d.article = ? AND (d.state = 'mended' OR (d.state = 'gone' AND d.kind != 'mark'))",
        (article,),
    ).fetchall()
    for kind, key in rows:
        before = current(db, Item(article, kind, key))
        after = replace(before, ruling=replace(before.ruling, state="open"), version=before.version + 1, at=now())
        write(db, before.ruling, after, Reviewer(by, ""), part_of=part_of)


def anything_to_do(db: sqlite3.Connection, article: int) -> bool:
    """Whether something in an article has to be decided still."""
    found = db.execute(
        "SELECT 1 FROM items i LEFT JOIN decisions d ON d.article = i.article AND d.kind = i.kind AND d.key = i.key"  # noqa: S608 - our own words
        f" WHERE i.article = ? AND coalesce(d.state, 'open') IN {TO_DO} LIMIT 1",
        (article,),
    ).fetchone()
    return found is not None
