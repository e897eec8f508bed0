"""Decisions from another file, taken in by name and shown as their makers'; what else lies in it is not believed."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from verifier._databases import BESIDE
from verifier._exceptions import UsageError
from verifier.review._file import in_time, look, plain_file
from verifier.review._older import ruling
from verifier.review.ledger import Ledger
from verifier.review.library import Library
from verifier.review.records import ITEMS, Item, Passage, Reviewer, Ruling

_LARGEST = 500_000_000
_MOST = 200_000
_NAME = 80
_NUMBER = 10


def take_in(library: Library, path: Path) -> str:
    """Take in what is decided in a file about articles that are on this desk, where nothing is decided yet.

    The file is copied first and only read; of its reports and its history nothing is taken. A decision keeps its
    maker's name, with the file's behind it, so that it never passes for one of our own.

    Returns:
        How many decisions, in words.

    Raises:
        UsageError: it is no file of decisions, or a damaged one.
    """
    if not plain_file(path):
        raise UsageError(f"--import {path}: no such file")
    if path.stat().st_size > _LARGEST:
        raise UsageError(f"--import {path}: larger than a file of decisions")
    try:
        rows = _rows(path)
    except (sqlite3.Error, ValueError, OSError) as error:
        raise UsageError(f"--import {path}: cannot be read: {error}") from error
    ledger, keys = Ledger(library.file), {library.key(number): number for number in library.ids}
    taken = 0
    for key, kind, item_key, kept, passage, reviewer, at in rows:
        number = keys.get(key)
        if number is None:
            continue
        item = Item(number, kind, item_key)  # type: ignore[arg-type]  # held against the kinds below
        if (item.kind, item.key) in ledger.standings(number):
            continue
        who = Reviewer(f"{' '.join(reviewer.split())[:_NAME]} ({path.name}, {at[:_NUMBER]})", f"import {path.name}")
        ledger.rule(item, 0, kept, passage, who)
        taken += 1
    return f"{taken} decision" if taken == 1 else f"{taken} decisions"


def _rows(path: Path) -> list[tuple[str, str, str, Ruling, Passage, str, str]]:
    with tempfile.TemporaryDirectory(prefix="verifier-") as folder:
        copy = Path(folder) / "decisions.db"
        shutil.copyfile(path, copy)
        for end in BESIDE:
            beside = Path(f"{path}{end}")
            if end != "-shm" and beside.is_file():
                shutil.copyfile(beside, f"{copy}{end}")
        version = look(copy)
        if not version:
            return []
        with closing(sqlite3.connect(copy)) as db, in_time(db):
            db.execute("PRAGMA trusted_schema=OFF")
            raw = db.execute(
                "SELECT a.key, d.kind, d.key, d.ruling, d.passage, d.reviewer, d.at FROM decisions d"
                " JOIN articles a ON a.id = d.article WHERE d.state != 'open' ORDER BY d.at LIMIT ?",
                (_MOST,),
            ).fetchall()
    found = []
    for row in raw:
        if not all(isinstance(value, str) for value in row):
            raise ValueError("a decision in it is none")
        key, kind, item_key, kept, passage, reviewer, at = row
        given = Ruling.loaded(ruling(kept) if version == 1 else kept)
        datetime.fromisoformat(at)
        if kind not in (*ITEMS, "claim", "speaker") or kind == "mark":
            continue
        found.append((key, kind, item_key, given, Passage.loaded(passage), reviewer, at))
    return found
