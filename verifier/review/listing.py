"""What of each article has to be cleared, written down so that no list of articles has to read one.

Findings are listed as a report comes in. Facts take a reading of the text, which a thousand articles would make a long
wait: theirs are read when somebody opens the article, or else one after the other while nobody waits for them.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from verifier.report.models import Report
from verifier.review._file import DeskFile
from verifier.review.facts import Fact
from verifier.review.marks import place_of
from verifier.review.passages import claim_keys, speakers

if TYPE_CHECKING:
    from verifier.review.library import Library

_REST = 2.0
"""Seconds without work for each with, so that whoever is at the desk notices nothing."""


def list_items(db: sqlite3.Connection, article: int, report: Report, found: Sequence[Fact] | None) -> None:
    """Write down what of an article has to be cleared, in place of what was written before; None for its facts leaves
    them to be read later."""
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
    db.execute("DELETE FROM unread WHERE article = ?", (article,))
    if found is None:
        db.execute("INSERT INTO unread(article) VALUES(?)", (article,))


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
            "SELECT article FROM unread WHERE :article IS NULL OR article = :article ORDER BY article",
            {"article": article},
        ).fetchall()
    return [number for (number,) in rows]


def read_on(library: Library) -> None:
    """Read the facts that nobody has read yet; what cannot be read is told to whoever opens it."""
    for article in unread(library.file):
        began = time.monotonic()
        try:
            library.row(article)
        except (sqlite3.Error, zlib.error, ValueError, LookupError):
            continue
        time.sleep(_REST * (time.monotonic() - began))
