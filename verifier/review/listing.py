"""What of each article has to be cleared, written down so that no list of articles has to read one.

Findings are listed as a report comes in. Facts take a reading of the text, which a thousand articles would make a long
wait: theirs are read when somebody opens the article, or else one after the other while nobody waits for them.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast, get_args

from verifier.report.facts import FactKind
from verifier.report.models import Report, Span
from verifier.review import steps
from verifier.review._file import DeskFile
from verifier.review._older import unpacked
from verifier.review.facts import Fact
from verifier.review.marks import place_of
from verifier.review.passages import claim_keys, speakers
from verifier.review.records import Item
from verifier.review.steps import stand_again, withdraw

if TYPE_CHECKING:
    from verifier.review.library import Library

_MOST = 100_000_000
"""Bytes of an article's facts; what is more was not written by us."""
_KINDS = frozenset(get_args(FactKind))
DESK = "the desk"
"""Who takes a signature back where no person did anything but bring another version."""
_REST = 2.0
"""Seconds without work for each with, so that whoever is at the desk notices nothing."""


def list_items(  # noqa: PLR0913 - what is listed, and as part of what
    db: sqlite3.Connection,
    article: int,
    report: Report,
    found: Sequence[Fact] | None,
    part_of: int | None = None,
    *,
    signed: bool = False,
) -> None:
    """Write down what of an article has to be cleared, in place of what was written before; None for its facts leaves
    them to be read later. Where it is ``signed`` all the same, who comes next says whether that stands."""
    listed: list[tuple[str, str, str, str, int]] = [
        ("finding", f.fingerprint, f.code, f.severity, f.spans[0].start) for f in report.findings
    ]
    listed += [("fact", f.key, f.kind, "", f.span.start) for f in found or ()]
    by_hand = db.execute("SELECT key, what, words, context FROM marks WHERE article = ?", (article,)).fetchall()
    gone = {k for (k,) in db.execute("SELECT key FROM decisions WHERE article = ? AND state = 'gone'", (article,))}
    for key, what, words, context in by_hand:
        span = place_of(report.article.text, words, context)
        if span and key not in gone:
            listed.append(("mark", key, what, "", span.start))
    db.execute("DELETE FROM items WHERE article = ?", (article,))
    db.executemany(
        "INSERT INTO items(article, kind, key, code, severity, start) VALUES(?, ?, ?, ?, ?, ?)",
        [(article, *item) for item in listed],
    )
    others = [("claim", key) for key in claim_keys(report)] + [("speaker", name) for name in speakers(report)]
    db.execute("DELETE FROM others WHERE article = ?", (article,))
    db.executemany("INSERT INTO others(article, kind, key) VALUES(?, ?, ?)", [(article, *place) for place in others])
    db.execute("DELETE FROM facts WHERE article = ?", (article,))
    if found is not None:
        db.execute("INSERT INTO facts(article, found) VALUES(?, ?)", (article, _packed(found)))
    stand_again(db, article, DESK, part_of)
    if not signed:
        withdraw(db, article, DESK, part_of=part_of)


def list_mark(db: sqlite3.Connection, article: int, key: str) -> None:
    """List a mark made by hand where it stands in the text and nobody has taken it away, and otherwise no more."""
    db.execute("DELETE FROM items WHERE article = ? AND kind = 'mark' AND key = ?", (article, key))
    made = db.execute("SELECT what, words, context FROM marks WHERE article = ? AND key = ?", (article, key)).fetchone()
    if made is None or steps.current(db, Item(article, "mark", key)).ruling.state == "gone":
        return
    (packed,) = db.execute("SELECT report FROM articles WHERE id = ?", (article,)).fetchone()
    span = place_of(str(json.loads(zlib.decompress(packed))["article"]["text"]), *made[1:])
    if span:
        db.execute("INSERT INTO items VALUES(?, 'mark', ?, ?, '', ?)", (article, key, made[0], span.start))


def list_again(file: DeskFile) -> None:
    """List the items of articles that came from an earlier verifier's file, which knew no facts."""
    with file.writing() as db:
        rows = db.execute("SELECT id, report FROM articles WHERE digest = ''").fetchall()
        for article, packed in rows:
            data = zlib.decompress(packed)
            list_items(db, article, Report.model_validate_json(data), None)
            db.execute("UPDATE articles SET digest = ? WHERE id = ?", (hashlib.sha256(data).hexdigest(), article))


def unread(file: DeskFile, article: int | None = None) -> list[int]:
    """The articles whose facts nobody has read yet, or the one where it is one of them."""
    with file.connection() as db:
        rows = db.execute(
            "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM facts)"
            " AND (:article IS NULL OR id = :article) ORDER BY id",
            {"article": article},
        ).fetchall()
    return [number for (number,) in rows]


def kept_facts(file: DeskFile, article: int, report: Report) -> list[Fact] | None:
    """The facts that were read in this version of an article; None where nobody has, or where they are none of it."""
    with file.connection() as db:
        row = db.execute("SELECT found FROM facts WHERE article = ?", (article,)).fetchone()
    return unpacked_facts(row[0], report) if row else None


def unpacked_facts(found: bytes, report: Report) -> list[Fact] | None:
    """The facts of a version as they were kept; None where they are none of it."""
    try:
        kept = json.loads(unpacked(found, _MOST))
        return [_fact(one, report.article.text) for one in kept] if isinstance(kept, list) else None
    except (ValueError, TypeError):
        return None


def _packed(found: Sequence[Fact]) -> bytes:
    kept = [(f.key, f.kind, f.span.start, f.span.end, f.sentence) for f in found]
    return zlib.compress(json.dumps(kept).encode(), 1)


def _fact(kept: list[object], text: str) -> Fact:
    key, kind, start, end, sentence = kept
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)) or kind not in _KINDS:
        raise ValueError("no fact of this text")
    return Fact(str(key), cast("FactKind", kind), Span(start=start, end=end, text=text[start:end]), str(sentence))


def read_on(library: Library) -> None:
    """Read the facts that nobody has read yet; what cannot be read is told to whoever opens it."""
    for article in unread(library.file):
        began = time.monotonic()
        try:
            library.row(article)
        except (sqlite3.Error, zlib.error, ValueError, LookupError):
            continue
        time.sleep(_REST * (time.monotonic() - began))
