"""``verifier review`` as a person calls it wrongly: one clear line, exit code 2, nothing left behind."""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path

import pytest

from tests.cli.command import process, run
from tests.review import DATE, PEOPLE, STORY, open_desk, put, story, words

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


def test_a_file_of_decisions_that_came_with_the_reports_takes_nothing_away(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    found = run("review", reports, "--export", "csv=all.csv", cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    with sqlite3.connect(reports / "verifier-review.db") as db:
        db.execute("DROP TABLE seal")
        (packed,) = db.execute("SELECT report FROM articles").fetchone()
        emptied = json.loads(zlib.decompress(packed)) | {"findings": []}
        db.execute("UPDATE articles SET report = ?", (zlib.compress(json.dumps(emptied).encode()),))
        db.execute("DELETE FROM findings")
    assert run("review", reports, "--export", "csv=again.csv", cwd=tmp_path).returncode == 0
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "all.csv").read_bytes()


def test_a_stranger_s_decisions_are_announced_and_our_own_are_not(tmp_path: Path) -> None:
    report = story()
    reports = put(tmp_path / "reports", report)
    with open_desk(reports) as desk:
        desk.visitor("Mia").decide(report.findings[0].fingerprint, "dismissed")
    db = reports / "verifier-review.db"
    assert "may be a stranger's" not in run("review", reports, "--export", "csv=a.csv", cwd=tmp_path).stderr
    with sqlite3.connect(db) as held:
        held.execute("UPDATE seal SET hash = x'00'")
    assert (
        "1 decision in it may be a stranger's" in run("review", reports, "--export", "csv=b.csv", cwd=tmp_path).stderr
    )
