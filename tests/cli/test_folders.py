"""Reports in a folder: one an article, found again by its name, with an index where the format has one."""

import json
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.cli.test_check import CALM, TROUBLE
from verifier.cli._inputs import Input
from verifier.cli._names import report_names


def names(*articles: str, reserved: str = "") -> list[str]:
    return [n.as_posix() for n in report_names([Input(a) for a in articles], ".json", reserved)]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for place, words in {"in/calm.txt": CALM, "in/wire/calm.txt": CALM, "in/wire/trouble.txt": TROUBLE}.items():
        (tmp_path / place).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / place).write_text(words, encoding="utf-8")
    return tmp_path


def test_sub_folders_are_kept_below_the_folder_that_holds_all_articles() -> None:
    assert names("in/a.txt", "in/wire/b.txt", "in/wire/deep/a.txt") == ["a.json", "wire/b.json", "wire/deep/a.json"]
    assert names("/desk/in/wire/b.txt") == ["b.json"]


def test_no_two_articles_share_a_report() -> None:
    assert names("a.txt", "a.md", "A.txt", "A.TXT", "a.json") == [
        "a.json",
        "a.md.json",
        "A.txt.json",
        "A-2.json",
        "a.json.json",
    ]


def test_an_article_never_takes_the_name_of_the_index() -> None:
    assert names("index.txt", "sub/index.txt", reserved="index.json") == ["index.txt.json", "sub/index.json"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/", "..", "-rf.txt", ".hidden", "a/b/c.txt"])
def test_what_standard_input_is_called_leads_nowhere_else(name: str) -> None:
    [made] = report_names([Input(name, data=b"")], ".json")
    assert len(made.parts) == 1
    assert made.name[0] not in ".-"


def test_every_report_is_about_its_own_article(desk: Path) -> None:
    done = run("check", "in", "--no-model", "-o", "json=out/", cwd=desk)
    reports = {p.relative_to(desk / "out").as_posix(): json.loads(p.read_bytes()) for p in desk.rglob("out/**/*.json")}
    assert {name: r["article"]["path"] for name, r in reports.items()} == {
        "calm.json": "in/calm.txt",
        "wire/calm.json": "in/wire/calm.txt",
        "wire/trouble.json": "in/wire/trouble.txt",
    }
    assert "verifier: json report on in/wire/trouble.txt in out/wire/trouble.json: 1 error" in done.stderr.splitlines()


def test_many_reports_are_told_in_one_line(desk: Path) -> None:
    for number in range(6):
        (desk / "in" / f"more-{number}.txt").write_text(CALM, encoding="utf-8")
    done = run("check", "in", "--no-model", "-o", "html=out/", "--select", "D", cwd=desk)
    assert done.stderr == "verifier: 9 html reports in out: 1 error; index.html leads to them\n"


def test_the_index_leads_to_every_report_that_is_there(desk: Path) -> None:
    (desk / "in" / "wire" / "50% & #1?.txt").write_text(CALM, encoding="utf-8")
    (desk / "in" / "broken.txt").write_bytes(b"")
    assert run("check", "in", "-q", "-o", "html=out/", cwd=desk).returncode == 2
    index = (desk / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="wire/trouble.html"' in index
    assert 'href="wire/50%25%20%26%20%231%3F.html"' in index
    assert 'href="broken.html"' in index
    assert "could not be read" in (desk / "out" / "broken.html").read_text(encoding="utf-8").lower()
    assert not list(desk.rglob("*.part"))


def test_an_article_is_not_overwritten_by_a_report_or_an_index(desk: Path) -> None:
    (desk / "in" / "index.html").write_text("<p>The council met.</p>", encoding="utf-8")
    for output in ("text=in/", "html=in/"):
        done = run("check", "in", "-q", "-o", output, cwd=desk)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "is read in this run and would be written over" in done.stderr
    assert (desk / "in" / "calm.txt").read_text(encoding="utf-8") == CALM


@pytest.mark.parametrize("second", ["html=out", "json=out/", "json=out"])
def test_two_outputs_for_one_place_are_refused(desk: Path, second: str) -> None:
    done = run("check", "in", "--no-model", "-o", "json=out/", "-o", second, cwd=desk)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert not (desk / "out").exists()


def test_formats_share_a_folder(desk: Path) -> None:
    run("check", "in/calm.txt", "-q", "-o", "json=out/", "-o", "text=out/", "-o", "concise=out/", cwd=desk)
    assert {p.name for p in (desk / "out").iterdir()} == {"calm.json", "calm.txt", "calm.concise.txt"}
