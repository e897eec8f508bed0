"""A file of decisions from somebody else is taken in as far as it is one, and left as it was."""

from __future__ import annotations

import csv
import hmac
import io
import json
import os
import shutil
import socket
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.review import DATE, PEOPLE, open_desk, put, story, words
from tests.review.test_command import begun_elsewhere, old_file
from verifier.review import _file, strangers
from verifier.review._file import DeskFile
from verifier.review._older import unpacked


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A file that Mia decided two things in, on another machine."""
    with open_desk(put(tmp_path / "reports", story())) as desk:
        mia = desk.visitor("Mia")
        mia.decide(DATE, "mend", note="No such day.")
        mia.decide(PEOPLE, "fine", note="The council.")
    return begun_elsewhere(tmp_path / "reports")


def changed(file: Path, sql: str, *given: object) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute(sql, given)


def taken_in(file: Path) -> tuple[str, list[dict[str, str]]]:
    """What is said of it, and the decisions on one's own desk afterwards."""
    home = file.parent.parent
    given = ("--db", home / "mine.db", "--import", file, "--export", f"csv={home / 'all.csv'}")
    done = run("review", file.parent, *given, cwd=home)
    assert done.stderr.count("\n") == 1, done.stderr
    if done.returncode == 2:
        return done.stderr, []
    rows = csv.DictReader(io.StringIO((home / "all.csv").read_text(encoding="utf-8-sig")))
    return done.stderr, [row for row in rows if row["decision"]]


def test_what_a_killed_desk_had_not_yet_moved_into_the_file_is_taken_in_too(tmp_path: Path) -> None:
    """SQLite keeps what was written last in a file beside."""
    reports, copied = put(tmp_path / "reports", story()), put(tmp_path / "copied", story())
    with open_desk(reports) as desk, closing(sqlite3.connect(reports / "verifier-review.db")) as held:
        held.execute("BEGIN")
        held.execute("SELECT * FROM decisions").fetchall()
        desk.visitor("Mia").decide(DATE, "mend", note="No such day.")
        for end in ("", "-wal"):
            shutil.copyfile(reports / f"verifier-review.db{end}", copied / f"verifier-review.db{end}")
    assert {row["note"] for row in taken_in(copied / "verifier-review.db")[1]} == {"No such day."}


def test_the_file_and_what_lies_beside_it_stay_as_they_were(theirs: Path) -> None:
    before = {path.name: path.read_bytes() for path in theirs.parent.iterdir()}
    assert taken_in(theirs)[1]
    assert {path.name: path.read_bytes() for path in theirs.parent.iterdir()} == before


@pytest.mark.parametrize("kind", ["mark", "nonsense", "sheet"])
def test_a_decision_on_what_nobody_else_s_file_decides_is_left_out(theirs: Path, kind: str) -> None:
    changed(theirs, "UPDATE decisions SET kind = ? WHERE kind = 'finding' AND key = ?", kind, PEOPLE)
    taken_in(theirs)
    with closing(sqlite3.connect(theirs.parent.parent / "mine.db")) as mine:
        kinds = {kind for (kind,) in mine.execute("SELECT kind FROM decisions")}
    assert kinds == {"finding", "fact"}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE decisions SET reviewer = x'ff'",
        "UPDATE decisions SET at = 'yesterday'",
        "UPDATE decisions SET ruling = '{'",
        'UPDATE decisions SET ruling = \'{"state": "nonsense"}\'',
        "UPDATE decisions SET passage = '[]'",
    ],
)
def test_a_file_with_decisions_that_are_none_is_refused_in_one_line(theirs: Path, sql: str) -> None:
    changed(theirs, sql)
    said, rows = taken_in(theirs)
    assert "cannot be read" in said
    assert rows == []


def test_a_maker_s_name_is_one_short_line_whatever_the_file_says(theirs: Path) -> None:
    changed(theirs, "UPDATE decisions SET reviewer = ?", "Ana\nRuiz\t, editor " + "x" * 5_000)
    makers = {row["reviewer"] for row in taken_in(theirs)[1]}
    assert all(maker.startswith("Ana Ruiz , editor xxx") and len(maker) < 150 for maker in makers)


def test_a_file_larger_than_any_is_not_read(theirs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strangers, "_LARGEST", 1_000)
    assert "larger than a file of decisions" in taken_in(theirs)[0]


@pytest.mark.parametrize(
    ("pragma", "why"),
    [
        ("application_id = 7", "a database of another program"),
        ("user_version = 99", "made by a newer verifier"),
        ("user_version = 3", "its tables are not as verifier made them"),
    ],
)
def test_a_file_that_says_it_is_something_else_is_refused(theirs: Path, pragma: str, why: str) -> None:
    changed(theirs, f"PRAGMA {pragma}")
    assert why in taken_in(theirs)[0]


def test_a_socket_in_place_of_a_file_of_decisions_is_none(tmp_path: Path) -> None:
    reports, place = put(tmp_path / "reports", story()), tmp_path / "s.db"
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(place))
        done = run("review", reports, "--db", place, "--export", f"csv={tmp_path / 'b.csv'}", cwd=tmp_path)
    assert done.returncode == 2
    assert f"{place}: no plain file" in done.stderr


def test_a_file_of_the_first_desk_that_another_user_sealed_is_left_alone(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    old_file(reports / "verifier-review.db", story())
    changed(reports / "verifier-review.db", "UPDATE seal SET hash = ?", hmac.digest(b"another", b"word", "sha256"))
    done = run("review", reports, "--export", f"csv={tmp_path / 'all.csv'}", cwd=tmp_path)
    assert "was not begun by you on this machine and is left alone" in done.stderr
    assert "was confirmed" not in (tmp_path / "all.csv").read_text(encoding="utf-8")


def test_its_cells_are_checked_before_anything_is_read(theirs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked, connect = list[int](), sqlite3.connect

    class Watched(sqlite3.Connection):
        def execute(self, sql: str, *given: object) -> sqlite3.Cursor:  # type: ignore[override]
            if "sqlite_schema" in sql or "application_id" in sql:
                checked.append(super().execute("PRAGMA cell_size_check").fetchone()[0])
            return super().execute(sql, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(sqlite3, "connect", lambda *args, **named: connect(*args, factory=Watched, **named))
    assert _file.look(theirs)
    assert set(checked[:1]) == {1}


def test_what_a_file_holds_packed_is_unpacked_to_a_limit() -> None:
    assert unpacked(zlib.compress(b"x" * 1_000), 1_000) == b"x" * 1_000
    with pytest.raises(ValueError, match="too large"):
        unpacked(zlib.compress(b"x" * 1_000_000), 1_000)


def test_what_stands_in_the_file_is_shown_as_words(theirs: Path, tmp_path: Path) -> None:
    """Whatever somebody wrote into it stands on the page as he wrote it, and nowhere as markup."""
    ruling = json.dumps({"state": "mend", "note": "<script>alert(1)</script>"})
    changed(theirs, "UPDATE decisions SET ruling = ?, reviewer = '<b>Mia'", ruling)
    with open_desk(theirs.parent, "--db", tmp_path / "mine.db", "--import", theirs) as desk:
        page = desk.visitor("Ana").page("/article/1")
    assert "<script>alert" not in page
    assert "<b>Mia" not in page
    assert "alert(1)" in words(page)


def test_a_file_that_was_just_begun_has_nothing_to_take_in(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    DeskFile(tmp_path / "reports" / "begun.db")
    put(tmp_path / "reports", story())
    said, rows = taken_in(tmp_path / "reports" / "begun.db")
    assert "0 decisions taken in" in said
    assert rows == []
