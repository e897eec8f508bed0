"""What an article on the desk consists of (its report, the file it came in, its sources): brought in at one go, so that
a desk that is killed has all of it or nothing, and put back as it was before."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from verifier._exceptions import InputError
from verifier.report.models import Report
from verifier.review import listing, steps
from verifier.review.carrying import Version, carry, look_again
from verifier.review.facts import Fact, facts
from verifier.review.given import Given, Origin
from verifier.review.records import NOBODY, Item, Passage, Reviewer, Ruling, Standing, State
from verifier.review.shelf import MOST, Brought

TEXT = "text"
"""What the history calls the whole that an article consists of: whoever replaces part of it replaces that."""
_COMPRESSION = 1  # most of the gain for a tenth of the time


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does to an article that is there: whose it is, what the history calls it, and to what; ``came`` is
    the article that goes off the desk with it. What changes the text is a newer version, unless its label ``says``
    what it is. What is only ``offered`` takes no place of what somebody has begun on, or may be reading (``open``)."""

    by: Reviewer = NOBODY
    label: str = ""
    name: str = ""
    came: int = 0
    says: bool = False
    offered: bool = False
    open: bool = False


_NONE = Deed()


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes to the desk. ``found`` is the report's facts, None where they are read later; ``sources`` all that the
    article is held against now, None where that stays as it is, ``original`` the file it came in; ``seen`` is the
    version that it was made from, empty where there was none. What somebody ``wants`` there comes back where it was
    taken off the desk. A model's ``answers`` are part of the version that it was asked about; where it is still
    ``asked`` about the version that goes, whoever puts that back asks again."""

    given: Given
    found: Sequence[Fact] | None
    deed: Deed = _NONE
    sources: Sequence[Brought] | None = None
    original: Brought | None = None
    seen: str = ""
    wants: bool = False
    answers: bool = False
    asked: bool = False


def put(db: sqlite3.Connection, coming: Coming) -> int:
    """Bring an article in; its number. What was decided about an earlier version of it stays as it is.

    Raises:
        InputError: another version came meanwhile, or it has too many sources.
    """
    given, report = coming.given, coming.given.report
    before = db.execute("SELECT id, digest, report FROM articles WHERE key = ?", (given.key,)).fetchone()
    if report is None:
        return int(before[0])
    if coming.seen and (before is None or before[1] != coming.seen):
        raise InputError(
            report.article.path or "text", "another version came meanwhile, and nothing was done; do it again"
        )
    if before and coming.deed.offered and before[1] != given.digest and (coming.deed.open or _begun(db, before[0])):
        _offer(db, before[0], given.origin.file)
        return int(before[0])
    step, changed = None, bool(before) and _text(before[2]) != report.article.sha256
    deed = coming.deed
    renewed = bool(before) and before[1] != given.digest and not coming.answers
    by = Reviewer(deed.by.name or given.origin.by or listing.DESK, deed.by.session)
    if before and (changed or deed.label or renewed):
        label = "Newer version" if changed and not deed.says else deed.label or "Newer report"
        about = Passage(label, report.article.title or report.article.path or "", (deed.name,) if deed.name else ())
        replaced = ("report", *["sources"] * (coming.sources is not None), *["original"] * bool(coming.original))
        kept = as_it_is(db, before[0], replaced) | {"came": deed.came, "text": _text(before[2]) if changed else ""}
        kept |= {"asked": coming.asked}
        step = steps.act(db, Item(before[0], "act", TEXT), about, by, kept)
    if changed:
        steps.withdraw(db, before[0], by.name, changed=True, part_of=step)
    packed = zlib.compress(report.model_dump_json().encode(), _COMPRESSION)
    title, path = report.article.title or "", report.article.path or ""
    number = db.execute(
        "INSERT INTO articles(key, title, path, digest, claims, report, origin) VALUES(?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(key) DO UPDATE SET title = excluded.title, digest = excluded.digest, claims = excluded.claims,"
        " report = excluded.report, origin = excluded.origin RETURNING id",
        (given.key, title, path, given.digest, len(report.claims), packed, given.origin.dumped()),
    ).fetchone()
    article = int(number[0])
    if changed and _begun(db, article):
        old = _version(db, article, before[2])
        new = Version(report, facts(report) if coming.found is None else coming.found)
        listing.list_items(db, article, report, new.facts, step)
        carry(db, article, old, new, by.name, step)
        look_again(db, article, old.report, report, by.name, step)
    else:
        listing.list_items(db, article, report, coming.found, step)
    _bring(db, article, coming, by.name)
    if coming.wants or deed.came:
        leaves(db, article, "open", Reviewer(by.name, ""), step)
    if deed.came:
        leaves(db, deed.came, "done", Reviewer(by.name, ""), step)  # it goes, and comes back, with what was done here
    return article


def _begun(db: sqlite3.Connection, article: int) -> bool:
    """Whether anybody has done anything about an article."""
    tables = ("decisions", "drafts", "talk", "marks")
    return any(db.execute(f"SELECT 1 FROM {one} WHERE article = ? LIMIT 1", (article,)).fetchone() for one in tables)  # noqa: S608 - our own words


def _version(db: sqlite3.Connection, article: int, packed: bytes) -> Version:
    """The version of an article that another takes the place of, with its facts."""
    report = Report.model_validate_json(zlib.decompress(packed))
    row = db.execute("SELECT found FROM facts WHERE article = ?", (article,)).fetchone()
    kept = listing.unpacked_facts(row[0], report) if row else None
    return Version(report, facts(report) if kept is None else kept)


def _offer(db: sqlite3.Connection, article: int, file: str) -> None:
    (kept,) = db.execute("SELECT origin FROM articles WHERE id = ?", (article,)).fetchone()
    offered = Origin.loaded(kept).offered(file)
    db.execute("UPDATE articles SET origin = ? WHERE id = ?", (offered.dumped(), article))


def leaves(db: sqlite3.Connection, article: int, state: State, by: Reviewer, part_of: int | None = None) -> None:
    """Take an article off the desk ("done"), or put it back ("open")."""
    before = steps.current(db, Item(article, "article", "removed"))
    if before.ruling.state != state:
        (title, path) = db.execute("SELECT title, path FROM articles WHERE id = ?", (article,)).fetchone()
        about = Passage("article", title or path, ())
        after = Standing(before.item, Ruling(state), before.version + 1, by.name, steps.now(), about)
        steps.write(db, before.ruling, after, by, part_of=part_of)


def origin(db: sqlite3.Connection, article: int, to: str, label: str, by: Reviewer) -> None:
    """Say anew where an article came from, as somebody's deed."""
    (was, title, path) = db.execute("SELECT origin, title, path FROM articles WHERE id = ?", (article,)).fetchone()
    db.execute("UPDATE articles SET origin = ? WHERE id = ?", (to, article))
    steps.act(db, Item(article, "act", TEXT), Passage(label, title or path, ()), by, {"origin": was})


def put_back(db: sqlite3.Connection, article: int, kept: dict[str, Any]) -> bool:
    """Put back what a step replaced; whether the text is another by that."""
    if "origin" in kept:
        db.execute("UPDATE articles SET origin = ? WHERE id = ?", (kept["origin"], article))
    if "sources" in kept:
        db.execute("DELETE FROM sources WHERE article = ?", (article,))
        for name, data, reviewer, at in kept["sources"]:
            db.execute("INSERT INTO sources VALUES(?, ?, ?, ?, ?)", (article, name, _blob(db, data), reviewer, at))
    if "original" in kept:
        db.execute("DELETE FROM originals WHERE article = ?", (article,))
        for name, data in kept["original"]:
            db.execute("INSERT INTO originals VALUES(?, ?, ?)", (article, name, _blob(db, data)))
    if "report" not in kept:
        return False
    packed, listed = _blob(db, kept["report"]), _blob(db, kept["facts"]) if kept["facts"] else None
    (was,) = db.execute("SELECT report FROM articles WHERE id = ?", (article,)).fetchone()
    report = Report.model_validate_json(zlib.decompress(packed))
    db.execute(
        "UPDATE articles SET title = ?, digest = ?, claims = ?, report = ? WHERE id = ?",
        (report.article.title or "", kept["digest"], len(report.claims), packed, article),
    )
    found = listing.unpacked_facts(listed, report) if listed else None
    listing.list_items(db, article, report, found, signed=True)
    return _text(was) != report.article.sha256


def as_it_is(db: sqlite3.Connection, article: int, parts: Collection[str]) -> dict[str, Any]:
    """What an article consists of, of the parts that something takes the place of."""
    digest, report, came = db.execute("SELECT digest, report, origin FROM articles WHERE id = ?", (article,)).fetchone()
    kept: dict[str, Any] = {"origin": came}
    if "report" in parts:
        listed = db.execute("SELECT found FROM facts WHERE article = ?", (article,)).fetchone()
        kept |= {"digest": digest, "report": _keep(db, report), "facts": _keep(db, listed[0]) if listed else ""}
    if "sources" in parts:
        rows = db.execute(
            "SELECT name, data, reviewer, at FROM sources WHERE article = ? ORDER BY rowid", (article,)
        ).fetchall()
        kept["sources"] = [(name, _keep(db, data), *more) for name, data, *more in rows]
    if "original" in parts:
        rows = db.execute("SELECT name, data FROM originals WHERE article = ?", (article,)).fetchall()
        kept["original"] = [(name, _keep(db, data)) for name, data in rows]
    return kept


def earlier(db: sqlite3.Connection, article: int, step: int) -> tuple[Report, Origin, Brought | None] | None:
    """The version that a step replaced: its report, where it came from, and its file; None where it replaced none."""
    found = db.execute(
        "SELECT k.what FROM kept k JOIN events e ON e.id = k.step WHERE k.step = ? AND e.article = ? AND e.key = ?",
        (step, article, TEXT),
    ).fetchone()
    kept: dict[str, Any] = json.loads(found[0]) if found else {}
    if "report" not in kept:
        return None
    report = Report.model_validate_json(zlib.decompress(_blob(db, kept["report"])))
    original = next((Brought(name, _blob(db, data)) for name, data in kept.get("original", ())), None)
    return report, Origin.loaded(kept["origin"]), original


def before(db: sqlite3.Connection, article: int) -> Iterator[Version]:
    """The versions that were here before, the last one first."""
    rows = db.execute(
        "SELECT k.what FROM kept k JOIN events e ON e.id = k.step WHERE e.article = ? AND e.key = ?"
        " ORDER BY k.step DESC",
        (article, TEXT),
    ).fetchall()
    for (what,) in rows:
        kept: dict[str, Any] = json.loads(what)
        if "report" in kept:
            report = Report.model_validate_json(zlib.decompress(_blob(db, kept["report"])))
            listed = listing.unpacked_facts(_blob(db, kept["facts"]), report) if kept.get("facts") else None
            yield Version(report, facts(report) if listed is None else listed)


def text(db: sqlite3.Connection, article: int) -> str:
    """The text that is on the desk, as its digest."""
    return _text(db.execute("SELECT report FROM articles WHERE id = ?", (article,)).fetchone()[0])


def _bring(db: sqlite3.Connection, article: int, coming: Coming, by: str) -> None:
    if coming.sources is not None:
        if len(coming.sources) > MOST:
            raise InputError("sources", f"more than {MOST} for one article; leave out what it does not rest on")
        rows = db.execute("SELECT name, data, reviewer, at FROM sources WHERE article = ?", (article,)).fetchall()
        there = {name: (data, *more) for name, data, *more in rows}
        db.execute("DELETE FROM sources WHERE article = ?", (article,))
        for one in coming.sources:
            kept = there.get(one.name)
            same = kept and zlib.decompress(kept[0]) == one.data
            row = kept if kept and same else (zlib.compress(one.data, 1), by, steps.now())
            db.execute("INSERT INTO sources VALUES(?, ?, ?, ?, ?)", (article, one.name, *row))
    if coming.original:
        db.execute(
            "INSERT OR REPLACE INTO originals(article, name, data) VALUES(?, ?, ?)",
            (article, coming.original.name, coming.original.data),
        )


def _keep(db: sqlite3.Connection, data: bytes) -> str:
    digest = hashlib.sha256(data).hexdigest()
    db.execute("INSERT OR IGNORE INTO blobs(digest, data) VALUES(?, ?)", (digest, data))
    return digest


def _blob(db: sqlite3.Connection, digest: str) -> bytes:
    return bytes(db.execute("SELECT data FROM blobs WHERE digest = ?", (digest,)).fetchone()[0])


def _text(packed: bytes) -> str:
    """The digest of the text that a kept report is on; empty where it cannot be read."""
    try:
        return str(json.loads(zlib.decompress(packed))["article"]["sha256"])
    except (ValueError, KeyError, TypeError, zlib.error):
        return ""
