"""Databases that others may have altered: nothing is asked of one whose schema may still run what is not harmless."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from verifier._exceptions import UsageError
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


@pytest.mark.parametrize(
    ("make", "opened"),
    [
        (desk, _file.look),
        (desk, lambda path: DeskFile(path).id),
        (desk, _seal.ours),
        (desk, strangers._rows),
        (cache, own_database.hold_own),
        (store, lambda path: _store._opened(path).close()),
    ],
    ids=["desk looked at", "desk", "seal", "import", "cache", "sources"],
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


def test_what_a_view_of_the_desk_s_own_file_would_run_is_refused(tmp_path: Path) -> None:
    """The shape of a file is looked at when it is opened; what is planted afterwards has no rights either."""
    file = DeskFile(tmp_path / "own.db")
    with sqlite3.connect(tmp_path / "own.db") as planted:
        planted.execute("CREATE VIEW planted AS SELECT file FROM pragma_database_list")
        assert planted.execute("SELECT * FROM planted").fetchone(), "here anything may run"
    planted.close()
    with file.connection() as db, pytest.raises(sqlite3.OperationalError, match="unsafe"):
        db.execute("SELECT * FROM planted")


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
