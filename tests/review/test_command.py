"""``verifier review`` as a person calls it wrongly: one clear line, exit code 2, nothing left behind."""

from __future__ import annotations

import contextlib
import csv
import hmac
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.cli.command import process, run
from tests.review import DATE, PEOPLE, ROOT, STORY, open_desk, put, story, words
from verifier.cli import _seal
from verifier.report import models
from verifier.review import _tables
from verifier.review._file import MARK

GOOD = story().model_dump_json()


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ({}, "no reports in this folder"),
        ({"a.json": "{}"}, "no report of verifier"),
        ({"a.json": "[1, 2"}, "no JSON"),
        ({"a.json": '{"schema_version": "9.1"}'}, "a report of version 9.1"),
        ({"a.json": GOOD, "b.json": story(STORY + "More.").model_dump_json()}, "another report on desk/ferry.txt"),
        ({"a.json": GOOD.replace(PEOPLE, DATE)}, "two findings have one fingerprint"),
    ],
)  # fmt: skip
def test_reports_that_cannot_be_used(files: dict[str, str], complaint: str, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    done = run("review", folder, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(f.name for f in folder.iterdir()) == sorted(files)


@pytest.mark.parametrize("export", ["pdf=x", "html", "html="])
def test_an_export_that_there_is_not(export: str, tmp_path: Path) -> None:
    done = run("review", put(tmp_path / "reports", story()), "--export", export, cwd=tmp_path)
    assert done.returncode == 2
    assert f"--export {export}" in done.stderr


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    notes, other = tmp_path / "notes.txt", tmp_path / "other.db"
    notes.write_text("Buy milk.\n" * 200)
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE recipes(name)")
    db.commit()
    db.close()
    before = {f: f.read_bytes() for f in (notes, other)}
    for file in (notes, other):
        done = run("review", reports, "--db", file, cwd=tmp_path)
        assert done.returncode == 2
        assert "name another" in done.stderr
        assert file.read_bytes() == before[file]


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk:
        done = process("review", reports, "--port", desk.base.rpartition(":")[2], cwd=tmp_path)
    assert done.returncode == 2
    assert "leave out --port" in done.stderr


def test_the_same_article_twice_is_on_the_desk_once_and_lines_are_read(tmp_path: Path) -> None:
    folder = put(tmp_path / "reports", story())
    (folder / "all.jsonl").write_text(
        story().model_dump_json() + "\n" + story(path="desk/tram.txt").model_dump_json() + "\n", encoding="utf-8"
    )
    with open_desk(folder) as desk:
        page = words(desk.visitor().page("/"))
    assert "2 articles on the desk" in page


def test_decisions_are_private_to_whoever_made_them(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())):
        assert (tmp_path / "reports" / "verifier-review.db").stat().st_mode & 0o077 == 0


def begun_elsewhere(reports: Path) -> Path:
    """The file of decisions beside some reports, as one that came with them."""
    theirs = reports / "verifier-review.db"
    with contextlib.closing(sqlite3.connect(theirs, isolation_level=None)) as db:
        db.execute("UPDATE desk SET id = 'another machine'")
    return theirs


def test_a_file_of_decisions_that_came_with_the_reports_is_left_alone(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk:
        desk.visitor("Mia").decide(DATE, "fine")
    theirs = begun_elsewhere(reports)
    before = theirs.read_bytes()
    found = run("review", reports, "--export", "csv=all.csv", cwd=tmp_path)
    assert (found.returncode, found.stderr.count("\n")) == (0, 1)
    assert "was not begun by you on this machine and is left alone" in found.stderr
    assert "Mia" not in (tmp_path / "all.csv").read_text(encoding="utf-8")
    assert theirs.read_bytes() == before


def test_the_name_of_another_file_of_one_s_own_does_not_vouch_for_a_stranger_s(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk:
        desk.visitor("Mia").decide(DATE, "fine")
    theirs = begun_elsewhere(reports)
    assert run("review", reports, "--db", tmp_path / "own.db", "--export", "csv=a.csv", cwd=tmp_path).returncode == 0
    with contextlib.closing(sqlite3.connect(tmp_path / "own.db")) as db:
        (name,) = db.execute("SELECT id FROM desk").fetchone()
    with contextlib.closing(sqlite3.connect(theirs, isolation_level=None)) as db:
        db.execute("UPDATE desk SET id = ?", (name,))
    assert "is left alone" in run("review", reports, "--export", "csv=all.csv", cwd=tmp_path).stderr
    assert "Mia" not in (tmp_path / "all.csv").read_text(encoding="utf-8")


def test_a_stranger_s_decisions_are_taken_in_by_name_and_shown_as_theirs(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk:
        desk.visitor("Mia").decide(DATE, "mend", note="No such day.")
    theirs = begun_elsewhere(reports)
    found = run("review", reports, "--import", theirs, "--export", "csv=all.csv", cwd=tmp_path)
    assert "2 decisions taken in" in found.stderr
    rows = list(csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8-sig"))))
    assert (rows[0]["decision"], rows[0]["note"]) == ("mend", "No such day.")
    assert rows[0]["reviewer"].startswith("Mia (verifier-review.db, ")


def test_a_stranger_s_decisions_stand_beside_one_s_own_on_the_page_and_replace_none(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk:
        mia = desk.visitor("Mia")
        mia.decide(DATE, "mend", note="No such day.")
        mia.decide(PEOPLE, "mend", note="Who?")
    theirs = begun_elsewhere(reports)
    mine = tmp_path / "mine.db"
    with open_desk(reports, "--db", mine) as desk:
        desk.visitor("Ana").decide(PEOPLE, "fine", note="The council.")
    with open_desk(reports, "--db", mine, "--import", theirs) as desk:
        visitor = desk.visitor("Mia")
        page = words(visitor.page("/article/1"))
        assert "To mend by Mia (verifier-review.db, " in page
        assert "To mend by Mia Reopen" not in page
        assert "Checked, fine by Ana" in page
        assert "Who?" not in page
        visitor.post("/article/1/undo", visitor.csrf("/article/1"))
        assert "To mend by Mia (verifier-review.db, " in words(visitor.page("/article/1"))


def test_a_copy_of_one_s_own_file_elsewhere_is_not_taken_for_it(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    assert run("review", reports, "--export", "csv=a.csv", cwd=tmp_path).returncode == 0
    other = put(tmp_path / "other", story())
    shutil.copyfile(reports / "verifier-review.db", other / "verifier-review.db")
    assert "is left alone" in run("review", other, "--export", "csv=b.csv", cwd=tmp_path).stderr


SCHEMES = {
    "a trigger": "CREATE TRIGGER gone AFTER INSERT ON decisions BEGIN DELETE FROM decisions; END",
    "a view": "CREATE VIEW seen AS SELECT * FROM articles",
    "a further table": "CREATE TABLE more(words)",
    "another shape": "ALTER TABLE decisions ADD COLUMN more TEXT",
    "a table less": "DROP TABLE talk",
}


@pytest.mark.parametrize("scheme", SCHEMES, ids=str)
def test_a_file_with_other_tables_than_ours_is_refused(tmp_path: Path, scheme: str) -> None:
    reports = put(tmp_path / "reports", story())
    assert run("review", reports, "--export", "csv=a.csv", cwd=tmp_path).returncode == 0
    with contextlib.closing(sqlite3.connect(reports / "verifier-review.db", isolation_level=None)) as db:
        db.execute(SCHEMES[scheme])
    for extra in ((), ("--import", reports / "verifier-review.db", "--db", tmp_path / "own.db")):
        done = run("review", reports, *extra, "--export", "csv=b.csv", cwd=tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "its tables are not as verifier made them" in done.stderr


def test_what_lies_in_place_of_a_file_of_decisions_is_told_in_one_line(tmp_path: Path) -> None:
    reports, own = put(tmp_path / "reports", story()), tmp_path / "own.db"
    assert run("review", reports, "--db", own, "--export", "csv=a.csv", cwd=tmp_path).returncode == 0
    half, broken = tmp_path / "half.db", tmp_path / "broken.db"
    whole = own.read_bytes()
    half.write_bytes(whole[: len(whole) // 2])
    broken.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])
    (tmp_path / "folder.db").mkdir()
    os.mkfifo(tmp_path / "pipe.db")
    (tmp_path / "link.db").symlink_to(own)
    for name, why in (
        ("folder.db", "a folder"),
        ("pipe.db", "a pipe"),
        ("link.db", "a link"),
        ("half.db", "damaged"),
        ("broken.db", "damaged"),
    ):
        done = run("review", reports, "--db", tmp_path / name, "--export", "csv=b.csv", cwd=tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), name
        assert why in done.stderr, name
    (tmp_path / "empty.db").touch()
    assert run("review", reports, "--db", tmp_path / "empty.db", "--export", "csv=b.csv", cwd=tmp_path).returncode == 0


def old_file(path: Path, report: models.Report) -> None:
    """A file of decisions as the first desk made it, sealed by its user."""
    key = Path(os.environ["XDG_DATA_HOME"]) / "verifier" / "desk.key"
    key.parent.mkdir(parents=True, exist_ok=True)
    key.write_bytes(b"k" * 32)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(_tables._TABLES_1 + _tables._SEAL_1)
        db.execute(f"PRAGMA application_id={MARK}")
        db.execute("PRAGMA user_version=1")
        db.execute("INSERT INTO seal VALUES(?, ?)", (b"word", hmac.digest(b"k" * 32, b"word", "sha256")))
        packed = zlib.compress(report.model_dump_json().encode())
        db.execute("INSERT INTO articles VALUES(1, ?, 't', 'p', 'old', 1, ?)", (report.article.path, packed))
        for key_of, state in ((DATE, "confirmed"), (PEOPLE, "dismissed")):
            ruling = json.dumps({"state": state, "note": f"was {state}", "wording": "", "speaker": "", "rating": ""})
            passage = json.dumps({"label": "D003", "message": "m", "words": ["w"]})
            place = (1, "finding", key_of, 1)
            db.execute(
                "INSERT INTO decisions VALUES(?, ?, ?, ?, ?, ?, ?, 'Ana', '2026-01-01T10:00:00+00:00')",
                (*place, state, ruling, passage),
            )
            db.execute(
                "INSERT INTO events(article, kind, key, version, what, before, after, passage, reviewer, session, at)"
                " VALUES(?, ?, ?, ?, 'decided', ?, ?, ?, 'Ana', 's', '2026-01-01T10:00:00+00:00')",
                (*place, json.dumps({"state": "open"}), ruling, passage),
            )


def test_a_file_of_the_first_desk_is_read_and_its_decisions_mapped(tmp_path: Path) -> None:
    report = story()
    old_file(tmp_path / "old.db", report)
    reports = put(tmp_path / "reports", report)
    done = run("review", reports, "--db", tmp_path / "old.db", "--export", "csv=a.csv", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8-sig"))))
    assert [(r["decision"], r["note"]) for r in rows] == [("mend", "was confirmed"), ("fine", "was dismissed")]
    with open_desk("--db", tmp_path / "old.db") as desk:
        history = words(desk.visitor().page("/article/1/history"))
        assert "was confirmed" in history
        assert "2 of 7 done" in words(desk.visitor().page("/article/1"))


def test_a_second_start_finds_the_desk_that_is_open_and_brings_what_it_was_given(tmp_path: Path) -> None:
    draft = tmp_path / "tram.txt"
    draft.write_text("Tram line opens\n\nThe line opens on Monday, the mayor said.\n", encoding="utf-8")
    with open_desk("--db", tmp_path / "own.db", put(tmp_path / "reports", story())) as desk:
        second = process("desk", draft, "--db", tmp_path / "own.db", cwd=tmp_path)
        assert second.returncode == 0
        assert "is open already" in second.stderr
        link = second.stdout.removeprefix("Review desk: ").strip()
        assert link.startswith(desk.base)
        client = desk.client()
        assert client.get(link).status_code == 200
        assert "Tram line opens" in client.get("/").text


def test_the_last_desk_comes_back_on_the_same_address_and_knows_its_browsers(tmp_path: Path) -> None:
    with open_desk("--db", tmp_path / "own.db", put(tmp_path / "reports", story())) as desk:
        first, visitor = desk.base, desk.visitor()
        cookies = dict(visitor.http.cookies)
    with open_desk("--db", tmp_path / "own.db") as desk:
        assert desk.base == first
        again = desk.client()
        again.cookies.update(cookies)
        assert "Ferry returns" in again.get("/").text


def test_a_desk_from_which_something_was_taken_away_is_not_the_last_one(tmp_path: Path) -> None:
    with open_desk("--db", tmp_path / "mine.db", "--no-model"):
        assert _seal.last() == tmp_path / "mine.db"
    reports = put(tmp_path / "reports", story())
    assert run("review", reports, "--export", "csv=a.csv", cwd=tmp_path).returncode == 0
    assert _seal.last() == tmp_path / "mine.db"


def test_whoever_borrows_from_the_tests_leaves_nothing_in_his_own_home() -> None:
    env = {name: value for name, value in os.environ.items() if name != "PYTEST_VERSION"} | {"XDG_DATA_HOME": "/mine"}
    told = "import tests.review, os; print(os.environ['XDG_DATA_HOME'])"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert "verifier-tests-" in done.stdout
    assert not Path(done.stdout.strip()).exists()
