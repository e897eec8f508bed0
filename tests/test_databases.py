"""Databases that others may have altered: nothing is asked of one whose schema may still run what is not harmless."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from verifier._exceptions import UsageError
from verifier.archive.folder import Folder
from verifier.archive.results import Results
from verifier.archive.seen import Seen, gather
from verifier.cli import _seal
from verifier.model import own_database
from verifier.model.cache import AnswerCache
from verifier.review import _file, strangers
from verifier.review._file import DeskFile
from verifier.sources import _store

Opener = Callable[[Path], object]


def desk(folder: Path) -> Path:
    DeskFile(folder / "own.db")
    return folder / "own.db"


def cache(folder: Path) -> Path:
    with AnswerCache(folder / "cache") as kept:
        kept.put("question", {"speaker": 1})
    return folder / "cache"


def store(folder: Path) -> Path:
    _store._opened(folder / "sources.sqlite").close()
    return folder / "sources.sqlite"


def batches(folder: Path) -> Path:
    with Results(folder / "results.db"):
        return folder / "results.db"


def seen(folder: Path) -> Path:
    gather(Folder(folder, 2))
    return Folder(folder, 2).seen


@pytest.mark.parametrize(
    ("make", "opened"),
    [
        (desk, _file.look),
        (desk, lambda path: DeskFile(path).id),
        (desk, _seal.ours),
        (desk, strangers._rows),
        (cache, own_database.hold_own),
        (store, lambda path: _store._opened(path).close()),
        (batches, lambda path: Results(path).states()),
        (seen, lambda path: "ab" * 32 in Seen(path)),
    ],
    ids=[
        "desk looked at",
        "desk",
        "seal",
        "import",
        "cache",
        "sources",
        "archive's batches",
        "archive's earlier articles",
    ],
)
def test_no_database_is_asked_anything_while_its_schema_is_trusted(
    make: Callable[[Path], Path], opened: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path, trusted = make(tmp_path), list[int]()
    connect = sqlite3.connect

    class Watched(sqlite3.Connection):
        def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
            if not sql.startswith("PRAGMA trusted_schema"):
                trusted.append(super().execute("PRAGMA trusted_schema").fetchone()[0])
            return super().execute(sql, *given)

    def watched(database: Any, **given: Any) -> sqlite3.Connection:
        return connect(database, **given) if database == ":memory:" else connect(database, factory=Watched, **given)

    monkeypatch.setattr(sqlite3, "connect", watched)
    opened(path)
    assert set(trusted) == {0}


# A table of SQLite's own that tells of the machine, which nothing that lies in a file may ask.
VIEW = "ALTER TABLE desk RENAME TO was; CREATE VIEW desk AS SELECT id FROM was, (SELECT file FROM pragma_database_list)"
ENDLESS = """ALTER TABLE desk RENAME TO was; CREATE VIEW desk AS SELECT id FROM was, (
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 20000000) SELECT max(n) FROM r)"""
TRIGGER = """CREATE TRIGGER told AFTER INSERT ON articles BEGIN
UPDATE articles SET title = (SELECT file FROM pragma_database_list); END"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DeskFile:
    """A file of decisions that its user has begun here."""
    monkeypatch.setattr(_seal, "data_folder", lambda: tmp_path / "data")
    file = DeskFile(tmp_path / "own.db")
    _seal.seal(file)
    return file


def planted(file: DeskFile, words: str) -> None:
    with closing(sqlite3.connect(file.path)) as db:
        db.executescript(words)


def test_what_is_planted_in_a_file_after_it_was_opened_learns_nothing_of_the_machine(own: DeskFile) -> None:
    """The shape of a file is looked at when it is opened; what is planted afterwards has no rights either."""
    assert _seal.ours(own.path)
    planted(own, VIEW)
    with closing(sqlite3.connect(own.path)) as db:
        assert db.execute("SELECT * FROM desk").fetchone(), "here anything may run"
    with own.connection() as db, pytest.raises(sqlite3.OperationalError, match="unsafe"):
        db.execute("SELECT * FROM desk")
    assert not _seal.ours(own.path)


def test_what_is_planted_to_run_when_a_file_is_written_does_not(own: DeskFile) -> None:
    planted(own, TRIGGER)
    with pytest.raises(sqlite3.DatabaseError, match="unsafe use"), own.writing() as db:
        db.execute("INSERT INTO articles VALUES(1, 'k', 'Ferry', 'ferry.txt', '', 0, '', '')")
    with own.connection() as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (0,)


def test_a_file_that_never_says_what_it_is_called_is_not_waited_for(
    own: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(own, ENDLESS)
    monkeypatch.setattr(_file, "_LOOK", 0.0)
    assert not _seal.ours(own.path)


@pytest.mark.parametrize("opened", [_file.look, strangers._rows])
def test_a_file_that_takes_for_ever_to_be_looked_at_is_given_up(
    opened: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = desk(tmp_path)
    with sqlite3.connect(path) as db:
        for number in range(500):
            db.execute(f"CREATE TABLE more_{number}(words)")
    db.close()
    monkeypatch.setattr(_file, "_LOOK", -1.0)
    monkeypatch.setattr(_file, "_STEPS", 100)
    with pytest.raises(UsageError, match="interrupted"):
        opened(path)
