"""The plan: what is taken up, what is refused and why, what ``--only-new`` adds, and what a wrong call is told."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.archive.runs import archive, environment, folder, ids, jsonl, text


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that is done: ``in`` and ``out``."""
    at = tmp_path_factory.mktemp("done")
    folder(at / "in", 6)
    ended = archive("in", "--out", "out", "--shard", "4", "--jobs", "1", cwd=at)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == "verifier: 6 articles in 2 shards under out/shards\n"
    return at


def test_what_is_done_is_not_done_again(done: Path) -> None:
    before = {f: f.stat().st_mtime_ns for f in (done / "out" / "shards").iterdir()}
    again = archive("in", "--out", "out", "--shard", "4", cwd=done)
    assert (again.returncode, again.stderr) == (0, "verifier: 6 articles in 2 shards under out/shards\n")
    assert {f: f.stat().st_mtime_ns for f in (done / "out" / "shards").iterdir()} == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["in", "--shard", "3"], "shard was 4, is 3"),
        (["in", "--shard", "4", "--ignore", "T"], "settings was"),
        (["in/story-0001.txt", "--shard", "4"], 'inputs was ["in"], is ["in/story-0001.txt"]'),
        (["in", "--shard", "4", "--format", "jsonl"], "kind was parquet, is jsonl"),
    ],
)
def test_another_plan_is_refused_with_what_differs(done: Path, words: list[str], told: str) -> None:
    ended = archive(*words, "--out", "out", cwd=done)
    assert ended.returncode == 2
    assert ended.stderr.startswith("verifier: out holds another run: ")
    assert told in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert len(ids(done / "out")) == 6


def test_a_plan_of_another_version_is_refused(tmp_path: Path) -> None:
    folder(tmp_path / "in", 2)
    assert archive("in", "--out", "out", "--jobs", "1", cwd=tmp_path).returncode == 0
    plan = tmp_path / "out" / "plan.json"
    held = json.loads(plan.read_text())
    plan.write_text(json.dumps({**held, "version": "0.0.9"}))
    ended = archive("in", "--out", "out", cwd=tmp_path)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
    assert "verifier was 0.0.9, is " in ended.stderr
    plan.write_text(json.dumps({**held, "form": 99, "version": "9.0"}))
    ended = archive("in", "--out", "out", cwd=tmp_path)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
    assert "out/plan.json: was made by verifier 9.0" in ended.stderr
    plan.write_text("{")
    assert "is no plan of an archive" in archive("in", "--out", "out", cwd=tmp_path).stderr


def test_only_new_reads_what_is_new_and_nothing_else(tmp_path: Path) -> None:
    lines = jsonl(tmp_path / "news.jsonl", 6)
    words = ("news.jsonl", "--out", "out", "--shard", "4", "--jobs", "1")
    assert archive(*words, cwd=tmp_path).returncode == 0
    jsonl(lines, 9)
    refused = archive(*words, cwd=tmp_path)
    assert (refused.returncode, "news.jsonl has changed" in refused.stderr) == (2, True)
    assert "--only-new reads what is new" in refused.stderr
    added = archive(*words, "--only-new", cwd=tmp_path)
    assert (added.returncode, added.stderr) == (
        0, "verifier: 3 articles in 3 shards under out/shards, 6 known before\n"
    )  # fmt: skip
    assert ids(tmp_path / "out") == [f"n{n}" for n in range(9)]
    assert archive(*words, "--only-new", cwd=tmp_path).returncode == 0
    assert ids(tmp_path / "out") == [f"n{n}" for n in range(9)]


def told(at: Path, *words: str) -> str:
    ended = archive(*words, "--out", "out", cwd=at)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    (line,) = ended.stderr.splitlines()
    assert not (at / "out" / "plan.json").exists()
    return line.removeprefix("verifier: ")


def test_a_wrong_call_is_told_in_a_line(tmp_path: Path) -> None:
    assert told(tmp_path, "nowhere") == "nowhere: no such file or folder"
    (tmp_path / "bare").mkdir()
    assert told(tmp_path, "bare").startswith("bare: nothing to read here (")
    jsonl(tmp_path / "news.jsonl", 2)
    assert told(tmp_path, "news.jsonl", "--text-column", "body") == (
        "news.jsonl: no column 'body'; it has: id, text, date, title, outlet; name it with --text-column"
    )
    assert "no column 'day'" in told(tmp_path, "news.jsonl", "--date-column", "day")
    assert "X999" in told(tmp_path, "news.jsonl", "--select", "X999")
    assert told(tmp_path, "news.jsonl", "--slurm", "time=1") == "--slurm does nothing without --executor slurm"


def test_folders_that_are_none_of_ours(tmp_path: Path) -> None:
    folder(tmp_path / "in", 1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.odt").write_text("years of work")
    line = told(tmp_path, "in")
    assert line == "--out out: holds something else than an archive run; name a new or an empty folder"
    assert [f.name for f in (tmp_path / "out").iterdir()] == ["thesis.odt"]
    ended = archive("report", "in", cwd=tmp_path)
    assert (ended.returncode, "no archive run lies here" in ended.stderr) == (2, True)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_containers_that_cannot_be_read(tmp_path: Path) -> None:
    with (tmp_path / "photos.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "image/png")], protocol="HTTP/1.1")
        for n in range(3):
            picture = io.BytesIO(b"\x89PNG")
            writer.write_record(
                writer.create_warc_record(f"https://post.example/{n}", "response", picture, http_headers=headers)
            )
    line = told(tmp_path, "photos.warc.gz")
    assert "no articles in it: 3 records, none of them a page of HTML or text" in line
    (tmp_path / "a.zip").write_bytes(b"no zip at all")
    assert "a.zip: no zip file" in told(tmp_path, "a.zip")
    (tmp_path / "a.parquet").write_bytes(b"no parquet at all")
    assert "a.parquet: no Parquet file" in told(tmp_path, "a.parquet")
    (tmp_path / "pictures.tar").write_bytes(_tar("photo.png"))
    assert "pictures.tar: no articles in it" in told(tmp_path, "pictures.tar")


def test_a_stream_cut_short_gives_what_it_has(tmp_path: Path) -> None:
    plain = jsonl(tmp_path / "plain.jsonl", 80)
    whole = gzip.compress(plain.read_bytes())
    (tmp_path / "news.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    ended = archive("news.jsonl.gz", "--out", "out", "--shard", "80", cwd=tmp_path)
    assert ended.returncode == 2
    assert "news.jsonl.gz: broken after" in ended.stderr
    read = ids(tmp_path / "out")
    assert 0 < len(read) < 80
    assert set(read) == {f"n{n}" for n in range(len(read))}


def test_a_wrong_call_leaves_no_folder_and_takes_none_away(tmp_path: Path) -> None:
    ended = archive("nowhere", "--out", "out", cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (2, "verifier: nowhere: no such file or folder\n")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "out").mkdir()
    assert archive("nowhere", "--out", "out", cwd=tmp_path).returncode == 2
    assert list((tmp_path / "out").iterdir()) == []


def test_without_the_extra_a_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *p: None if name in ('datatrove', 'pyarrow') else find(name, *p)\n"
    )
    folder(tmp_path / "in", 1)
    ended = subprocess.run(
        [sys.executable, "-m", "verifier", "archive", "in", "--out", "out"], cwd=tmp_path,
        env=environment(PYTHONPATH=str(tmp_path)), capture_output=True, text=True,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (
        2,
        "verifier: archives need datatrove, pyarrow; install them with: pip install 'verifier[archive]', in a clone: "
        "pip install '.[archive]'\n",
    )  # fmt: skip
    assert not (tmp_path / "out").exists()


def test_a_plain_run_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(text(1), encoding="utf-8")
    code = (
        "import sys\nfrom verifier.cli import main\n"
        "sys.argv = ['verifier', 'check', 'story.txt', '--fail-on', 'never', '-q']\n"
        "try: main()\nexcept SystemExit as end: assert not end.code, end.code\n"
        "extra = {'datatrove', 'duckdb', 'fsspec', 'loguru', 'numpy', 'pyarrow', 'tqdm', 'warcio', 'zstandard'}\n"
        "extra |= {'verifier.sources', 'verifier.review', 'mcp', 'openai', 'starlette'}\n"
        "assert not extra & set(sys.modules), extra & set(sys.modules)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr


def _tar(name: str) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as tar:
        member = tarfile.TarInfo(name)
        member.size = 4
        tar.addfile(member, io.BytesIO(b"\x89PNG"))
    return held.getvalue()
