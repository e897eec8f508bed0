"""A file of decisions into which somebody wrote things that run when it is read or written."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from verifier.cli import _seal
from verifier.review import _file
from verifier.review._file import DeskFile

# A table of SQLite's own that tells of the machine, which nothing that lies in a file may ask.
VIEW = "ALTER TABLE desk RENAME TO was; CREATE VIEW desk AS SELECT id FROM was, (SELECT file FROM pragma_database_list)"
ENDLESS = """ALTER TABLE desk RENAME TO was; CREATE VIEW desk AS SELECT id FROM was, (
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 20000000) SELECT max(n) FROM r)"""
TRIGGER = """CREATE TRIGGER told AFTER INSERT ON articles BEGIN
UPDATE articles SET title = (SELECT file FROM pragma_database_list); END"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DeskFile:
    monkeypatch.setattr(_seal, "data_folder", lambda: tmp_path / "data")
    file = DeskFile(tmp_path / "decisions.db")
    _seal.seal(file)
    return file


def planted(file: DeskFile, words: str) -> None:
    with closing(sqlite3.connect(file.path)) as db:
        db.executescript(words)


def test_what_a_file_says_of_itself_is_not_worked_out_in_it(file: DeskFile) -> None:
    assert _seal.ours(file.path)
    planted(file, VIEW)
    assert not _seal.ours(file.path)


def test_a_file_that_never_says_what_it_is_called_is_not_waited_for(
    file: DeskFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(file, ENDLESS)
    monkeypatch.setattr(_file, "_LOOK", 0.0)
    assert not _seal.ours(file.path)


def test_what_was_put_into_a_file_after_it_was_opened_learns_nothing_of_the_machine(file: DeskFile) -> None:
    planted(file, TRIGGER)
    with pytest.raises(sqlite3.DatabaseError, match="unsafe use"), file.writing() as db:
        db.execute("INSERT INTO articles VALUES(1, 'k', 'Ferry', 'ferry.txt', '', 0, '', '')")
    with file.connection() as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (0,)
