"""Taking back what one browser did last to an article, whatever it was, and nothing that anybody else has done."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from verifier.review import content, listing, steps
from verifier.review.records import TYPED, Changed, Item, Kind, Passage, Reviewer, Ruling, Standing, Undone

_OTHERS = f"e.article = ? AND e.id > ? AND e.what = 'decided' AND coalesce(e.part_of, 0) != ? AND {steps.NOT_UNDONE}"


class _Step(NamedTuple):
    """A step of the history that is to be taken back."""

    id: int
    item: Item
    before: Ruling
    after: Ruling
    passage: Passage


def undo(db: sqlite3.Connection, article: int, by: Reviewer, below: int | None = None) -> Undone | None:
    """Take back the last thing that a session did to an article, of what it did before the step ``below``.

    Raises:
        Changed: somebody else has changed that since, or has worked on what came of it; nothing is taken back. Its step
            is the one below which something can be; 0 where nothing can.
    """
    last = _last(db, article, by, below)
    if last is None:
        return None
    db.execute("SAVEPOINT press")
    try:
        return _take_back(db, article, last, by)
    except Changed as meanwhile:
        db.execute("ROLLBACK TO press")
        raise Changed(meanwhile.current, _above(db, article, by, last)) from None


def _last(db: sqlite3.Connection, article: int, by: Reviewer, below: int | None) -> int | None:
    found = db.execute(
        "SELECT max(id) FROM events e WHERE article = ? AND session = ? AND what = 'decided' AND part_of IS NULL"  # noqa: S608 - our own words
        f" AND (? IS NULL OR id < ?) AND {steps.NOT_UNDONE}",
        (article, by.session, below, below),
    ).fetchone()
    return None if found[0] is None else int(found[0])


def _above(db: sqlite3.Connection, article: int, by: Reviewer, step: int) -> int:
    """The step of a session, from ``step`` back, below which the next can be taken back; 0 where none can. It is tried,
    and nothing of a trial stays: what is promised of the next press has to hold."""
    while (earlier := _last(db, article, by, step)) is not None:
        db.execute("SAVEPOINT trial")
        try:
            _take_back(db, article, earlier, by)
        except Changed:
            step = earlier
        else:
            return step
        finally:
            db.execute("ROLLBACK TO trial")
            db.execute("RELEASE trial")
    return 0


def _take_back(db: sqlite3.Connection, article: int, step: int, by: Reviewer) -> Undone:
    first, *along = _steps(db, article, step)
    changed = _changed(db, first, first.id)
    if changed:
        raise Changed(changed, first.id)
    asked = False
    if first.item.kind == "act":
        number, asked = _act(db, first, by)
        made: list[Standing] = []
    else:
        number, standing = _ruling(db, first, by, None)
        made = [standing]
        if first.item.kind != "article":  # what is noted with a signature nobody has typed
            _keep_typed(db, first, standing.ruling, by)
    signed = steps.signatures(db, article)
    for one in along:  # a signature comes back last, where nothing is to do again and all is as it was then
        signs = one.item.kind == "article" and one.item.key != "removed"
        if _changed(db, one, first.id) or (signs and not _as_signed(db, article, first.id)):
            continue  # what somebody has decided for itself meanwhile stays
        made.append(_ruling(db, one, by, number)[1])
    decided = [one for one in (first, *along) if one.item.kind not in ("article", "act")]
    otherwise = any(not one.before.decides_as(one.after) for one in decided)
    if signed and (otherwise or steps.anything_to_do(db, article)):
        raise Changed(_other(signed, by), first.id)  # it was said of what would be open again
    return Undone(number, tuple(made), asked)


def _other(signed: Sequence[Standing], by: Reviewer) -> Standing:
    """Whose signature holds what was signed: one's own can be taken back, a colleague's is told first."""
    return next((one for one in signed if one.reviewer != by.name), signed[0])


def keep_typed(db: sqlite3.Connection, item: Item, words: Mapping[str, str], by: Reviewer) -> None:
    """Keep what is typed beside an item and not decided; nothing typed removes it, and so do words that were decided
    with before they came: those of a page that was left go out with it, and may be late."""
    if not words or _decided_with(steps.current(db, item).ruling, words):
        place = (item.article, item.kind, item.key, by.session)
        db.execute("DELETE FROM drafts WHERE article = ? AND kind = ? AND key = ? AND session = ?", place)
        return
    db.execute(
        "INSERT INTO drafts(article, kind, key, session, reviewer, words, at) VALUES(?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(article, kind, key, session) DO UPDATE SET words = excluded.words, at = excluded.at,"
        " reviewer = excluded.reviewer",
        (item.article, item.kind, item.key, by.session, by.name, json.dumps(words, ensure_ascii=False), steps.now()),
    )


def _decided_with(ruling: Ruling, words: Mapping[str, str]) -> bool:
    """Whether a decision has just these words."""
    kept = {name: " ".join(str(getattr(ruling, name)).split()) for name in TYPED}
    return {name: said for name, said in kept.items() if said} == {
        name: " ".join(said.split()) for name, said in words.items() if said.split()
    }


def _steps(db: sqlite3.Connection, article: int, root: int) -> list[_Step]:
    rows = db.execute(
        "SELECT id, kind, key, before, after, passage FROM events e WHERE article = ? AND id >= ?"  # noqa: S608 - our own words
        f" AND (id = ? OR part_of = ?) AND {steps.NOT_UNDONE} ORDER BY id != ?, kind = 'article', id",
        (article, root, root, root, root),
    ).fetchall()
    return [
        _Step(number, Item(article, kind, key), Ruling.loaded(before), Ruling.loaded(after), Passage.loaded(passage))
        for number, kind, key, before, after, passage in rows
    ]


def _changed(db: sqlite3.Connection, one: _Step, root: int) -> Standing | None:
    """What somebody did to the same since, and has not taken back; a sign-off is about the checking."""
    keys = [one.item.key, *(["signed"] if (one.item.kind, one.item.key) == ("article", "checked") else [])]
    for key in keys:
        found = db.execute(
            f"SELECT e.after, e.reviewer, e.at, e.passage FROM events e WHERE {_OTHERS} AND e.kind = ? AND e.key = ?"  # noqa: S608 - our own words
            " ORDER BY e.id DESC LIMIT 1",
            (one.item.article, one.id, root, one.item.kind, key),
        ).fetchone()
        item = Item(one.item.article, one.item.kind, key)
        now = steps.current(db, item)
        if found and (
            key == one.item.key or now.ruling.state == "done"
        ):  # a sign-off that was taken back holds nothing
            after, name, at, passage = found
            return now if now.version else Standing(item, Ruling.loaded(after), 0, name, at, Passage.loaded(passage))
    return None


def _as_signed(db: sqlite3.Connection, article: int, root: int) -> bool:
    """Whether an article whose signatures lapsed with a step is, without that step, what was signed."""
    since = db.execute(
        f"SELECT 1 FROM events e WHERE {_OTHERS} AND (e.kind NOT IN ('article', 'act') OR e.key = ?) LIMIT 1",  # noqa: S608 - our own words
        (article, root, root, content.TEXT),
    ).fetchone()
    return since is None and not steps.anything_to_do(db, article)


def _ruling(db: sqlite3.Connection, one: _Step, by: Reviewer, part_of: int | None) -> tuple[int, Standing]:
    """Take one decision back. What stands again is whose it was: nobody has decided it anew."""
    now = steps.current(db, one.item)
    earlier = db.execute(
        "SELECT reviewer, at FROM events e WHERE article = ? AND kind = ? AND key = ? AND id < ? AND what = 'decided'"  # noqa: S608 - our own words
        f" AND {steps.NOT_UNDONE} ORDER BY id DESC LIMIT 1",
        (one.item.article, one.item.kind, one.item.key, one.id),
    ).fetchone()
    name, at = earlier or (by.name, steps.now())
    passage = now.passage or one.passage
    after = replace(now, ruling=one.before, version=now.version + 1, reviewer=name, at=at, passage=passage)
    number = steps.write(db, one.after, after, by, undoes=one.id, part_of=part_of)
    if one.item.kind == "mark":
        listing.list_mark(db, one.item.article, one.item.key)
    return number, after


def _act(db: sqlite3.Connection, one: _Step, by: Reviewer) -> tuple[int, bool]:
    """Take back what is no decision; the number of the step that does, and whether the model is to be asked again."""
    (dumped,) = db.execute("SELECT what FROM kept WHERE step = ?", (one.id,)).fetchone()
    kept: dict[str, Any] = json.loads(dumped)
    article, what = one.item.article, one.item.key.partition(":")[0]
    gone: dict[str, Any] = {}
    if what == content.TEXT:
        gone = content.as_it_is(db, article, kept)  # what is taken back is found in the history
        gone["text"] = content.text(db, article) if kept.get("text") else ""
        _version(db, one, kept, by)
    elif what == "draft":
        for row in kept["drafts"]:
            db.execute(
                "INSERT OR IGNORE INTO drafts(article, kind, key, session, reviewer, words, at)"
                " VALUES(?, ?, ?, ?, ?, ?, ?)",
                row,
            )
    elif what == "assign":
        db.execute(
            "INSERT INTO talk(article, kind, key, what, whom, words, reviewer, at, answers)"
            " VALUES(?, ?, ?, 'assign', ?, '', ?, ?, NULL)",
            (article, *kept["of"], kept["whom"], by.name, steps.now()),
        )
    else:
        answered = db.execute(
            "SELECT id, reviewer, words, at FROM talk WHERE answers = ? ORDER BY id DESC LIMIT 1", (kept["talk"],)
        ).fetchone()
        if answered:
            number, name, words, at = answered
            said = Passage("Answered", "", (words,))
            raise Changed(Standing(Item(article, "act", f"talk:{number}"), Ruling("done"), 0, name, at, said), one.id)
        db.execute("DELETE FROM talk WHERE id = ?", (kept["talk"],))  # the history has its words
    back = Standing(one.item, Ruling(), 0, by.name, steps.now(), one.passage)
    number = steps.step(db, one.after, back, by, undoes=one.id)
    db.execute("INSERT INTO kept(step, what) VALUES(?, ?)", (number, json.dumps(gone)))
    return number, bool(kept.get("asked"))


def _version(db: sqlite3.Connection, one: _Step, kept: dict[str, Any], by: Reviewer) -> None:
    """Put the version before in its place again, where nobody else has worked on what is in one of the two alone."""
    article = one.item.article
    worked = _others_work(db, one, by)
    there = _listed(db, article)
    signed = steps.signatures(db, article)
    changed = content.put_back(db, article, kept)
    if changed and signed:
        raise Changed(_other(signed, by), one.id)
    apart = there ^ _listed(db, article)
    for place in worked:
        if place in apart:
            raise Changed(steps.current(db, Item(article, *place)), one.id)
    if kept.get("came"):
        content.leaves(db, kept["came"], "open", Reviewer(by.name, ""))


def _others_work(db: sqlite3.Connection, one: _Step, by: Reviewer) -> Sequence[tuple[Kind, str]]:
    found: Sequence[tuple[Kind, str]] = db.execute(
        f"SELECT DISTINCT e.kind, e.key FROM events e WHERE {_OTHERS} AND e.session NOT IN (?, '')"  # noqa: S608 - our own words
        " AND e.kind NOT IN ('article', 'act')",
        (one.item.article, one.id, one.id, by.session),
    ).fetchall()
    return found


def _listed(db: sqlite3.Connection, article: int) -> set[tuple[Kind, str]]:
    rows = db.execute(
        "SELECT kind, key FROM items WHERE article = ? UNION ALL SELECT kind, key FROM others WHERE article = ?",
        (article, article),
    )
    return set(rows.fetchall())


def _keep_typed(db: sqlite3.Connection, undone: _Step, now: Ruling, by: Reviewer) -> None:
    """What was typed for a decision that is taken back; what was typed since the decision is newer, and stays."""
    words = {name: str(getattr(undone.after, name)) for name in TYPED if getattr(undone.after, name)}
    place = (undone.item.article, undone.item.kind, undone.item.key, by.session)
    since = db.execute(
        "SELECT 1 FROM drafts WHERE article = ? AND kind = ? AND key = ? AND session = ?", place
    ).fetchone()
    if since is None and any(getattr(now, name) != said for name, said in words.items()):
        keep_typed(db, undone.item, words, by)
