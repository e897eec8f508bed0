"""Every kind of input: each article becomes a row of its own, with its date, its title and its outlet."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import lzma
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.archive.runs import PAGE, archive, failed, folder, ids, jsonl, names, rows, text
from verifier.archive import plan
from verifier.archive.choices import Choices
from verifier.archive.folder import Folder
from verifier.archive.records import Columns, Record
from verifier.archive.shard import records

MANY = 23
SHARD = 5
PACKED = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def read(given: str | Path, work: Path, columns: Columns | None = None, many: int = MANY) -> list[Record]:
    """The records of all shards, as workers would read them: each shard from where the plan says it begins."""
    where, columns = Folder(work), columns or Columns()
    made = plan.make(where, [str(given)], Choices(columns=columns, shard=SHARD))
    plan.keep(where, made)
    shards = [[r for piece in plan.pieces(where, rank) for r in records(piece, columns)] for rank in range(made.shards)]
    assert all(len(shard) == SHARD for shard in shards[:-1])
    found = [record for shard in shards for record in shard]
    assert [record.problem for record in found] == [None] * many
    assert (made.problems, made.articles) == ((), many)
    return found


def called(found: list[Record]) -> list[str]:
    return sorted(record.id for record in found)


def test_a_folder_of_articles(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in" / "below", MANY)
    (tmp_path / "in" / ".hidden.txt").write_text("nobody reads this")
    (tmp_path / "in" / "photo.jpg").write_bytes(b"\xff\xd8")
    found = read(tmp_path / "in", tmp_path / "out")
    assert called(found) == names(stories.glob("*.txt"))
    assert found[3].data == text(3).encode()


@pytest.mark.parametrize("packing", ["", *PACKED])
def test_json_lines_compressed_or_not(tmp_path: Path, packing: str) -> None:
    plain = jsonl(tmp_path / "news.jsonl", MANY)
    given = tmp_path / f"news.jsonl{packing}"
    given.write_bytes(PACKED.get(packing, bytes)(plain.read_bytes()))
    found = read(given, tmp_path / "out")
    assert called(found) == sorted(f"n{n}" for n in range(MANY))
    row = next(record for record in found if record.id == "n4")
    assert (row.published, row.outlet, row.title, row.name) == (date(2021, 5, 3), "The Post", "Part 4", f"{given}#5")
    assert row.data == text(4).encode()


@pytest.mark.parametrize("packing", ["", ".gz"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_line_breaks_in_its_cells(tmp_path: Path, delimiter: str, packing: str) -> None:
    plain = io.StringIO(newline="")
    table = csv.writer(plain, delimiter=delimiter)
    table.writerow(["key", "body", "day"])
    table.writerows([f"k{n}", text(n), "2020-02-29T10:00:00Z"] for n in range(MANY))
    given = tmp_path / f"news.csv{packing}"
    given.write_bytes(PACKED.get(packing, bytes)(plain.getvalue().encode("utf-8-sig")))
    found = read(given, tmp_path / "out", Columns(text="body", id="key", date="day", said=("text", "id", "date")))
    assert called(found) == sorted(f"k{n}" for n in range(MANY))
    assert {record.published for record in found} == {date(2020, 2, 29)}
    assert next(record for record in found if record.id == "k9").data == text(9).encode()


def test_parquet_over_row_groups(tmp_path: Path) -> None:
    table = pyarrow.table(
        {
            "text": [text(n) for n in range(MANY)],
            "id": list(range(MANY)),
            "date": [date(2022, 1, 1)] * MANY,
            "spare": [0] * MANY,
        }
    )
    parquet.write_table(table, tmp_path / "news.parquet", row_group_size=4)
    found = read(tmp_path / "news.parquet", tmp_path / "out")
    assert [record.id for record in found] == [str(n) for n in range(MANY)]
    assert [record.data for record in found] == [text(n).encode() for n in range(MANY)]
    assert {record.published for record in found} == {date(2022, 1, 1)}


@pytest.mark.parametrize(("name", "mode"), [("a.zip", ""), ("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz")])
def test_zip_and_tar(tmp_path: Path, name: str, mode: str) -> None:
    stories = folder(tmp_path / "news", MANY)
    (stories / "picture.png").write_bytes(b"\x89PNG")
    given = tmp_path / name
    if mode:
        with tarfile.open(given, mode) as tar:  # type: ignore[call-overload]
            tar.add(stories, "news")
    else:
        with zipfile.ZipFile(given, "w") as packed:
            for story in stories.iterdir():
                packed.write(story, f"news/{story.name}")
    found = read(given, tmp_path / "out")
    assert called(found) == sorted(f"{given}!news/{story.name}" for story in stories.glob("*.txt"))
    assert next(record for record in found if "0007" in record.id).data == text(7).encode()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio's writer leaves files to Python
@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_of_a_crawl(tmp_path: Path, packed: bool) -> None:
    given = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    with given.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        for n in range(MANY):
            page = PAGE.format(title=f"Part {n}", text=text(n)).encode()
            _record(writer, f"https://post.example/{n}", "text/html; charset=utf-8", page)
            _record(writer, f"https://post.example/{n}.png", "image/png", b"\x89PNG")
            _record(writer, f"https://post.example/gone/{n}", "text/html", b"<html>gone", status="404 Not Found")
    found = read(given, tmp_path / "out")
    assert called(found) == sorted(f"https://post.example/{n}" for n in range(MANY))
    assert {record.outlet for record in found} == {"post.example"}


def test_fsspec_addresses(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in", MANY)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        for story in stories.iterdir():
            packed.write(story, story.name)
    assert f"file://{stories}/story-0001.txt" in called(read(f"file://{stories}", tmp_path / "one"))
    inside = read(f"zip://*.txt::file://{tmp_path / 'a.zip'}", tmp_path / "two")
    assert sorted(record.data for record in inside) == sorted(text(n).encode() for n in range(MANY))


def test_what_lies_in_several_inputs_is_read_once(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in", 4)
    given = [str(stories), str(stories / "*.txt"), str(stories / "story-0001.txt")]
    assert plan.make(Folder(tmp_path / "out"), given, Choices()).articles == 4


def test_shards_of_json_lines(tmp_path: Path) -> None:
    given = jsonl(tmp_path / "news.jsonl", 7)
    ended = archive(given, "--out", tmp_path / "out", "--format", "jsonl", "--shard", "3", "--jobs", "1", "--quiet")
    assert (ended.returncode, ended.stderr, ended.stdout) == (0, "", "")
    assert ids(tmp_path / "out") == sorted(f"n{n}" for n in range(7))
    reports = [row["report"] for row in rows(tmp_path / "out", ("report",))]
    assert {report["article"]["text"] for report in reports} == {text(n) for n in range(7)}


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in", 3)
    (stories / "empty.txt").write_text("")
    (stories / "huge.txt").write_text("word " * 1_100_000)
    (stories / "broken.docx").write_bytes(b"PK\x03\x04 no document")
    lines = jsonl(stories / "news.jsonl", 2)
    with lines.open("a") as file:
        file.write('{"id": "half", "text": "cut\n[1]\n{"id": "number", "text": 7}\n{"id": "bare"}\n\n')
        file.write('{"id": "odd", "text": "A short story of the sea.", "date": "soon"}\n')
    _broken_zip(stories / "b.zip")
    ended = archive(stories, "--out", tmp_path / "out", "--shard", "5", "--jobs", "1")
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert "1 cell of column 'date' hold no date" in ended.stderr
    assert sorted([*names(stories.glob("story*")), "n0", "n1", "odd", f"{stories}/b.zip!good.txt"]) == ids(
        tmp_path / "out"
    )
    why = failed(tmp_path / "out")
    assert why.pop(f"{stories}/empty.txt") == "empty file, nothing to read"
    assert "larger than 5 MB" in why.pop(f"{stories}/huge.txt")
    assert why.pop(f"{stories}/broken.docx")
    assert "no JSON" in why.pop(f"{lines}#3")
    assert why.pop(f"{lines}#4") == "this line is JSON, but no object"
    assert why.pop("number") == "column 'text' holds int, not text"
    assert why.pop("bare") == "column 'text' holds nothing, not text"
    assert "cannot be read" in why.pop(f"{stories}/b.zip!bad.txt")
    assert not why


def _broken_zip(at: Path) -> None:
    """A zip file, one member of which does not hold what its checksum says."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("bad.txt", "The harbour was closed.")
        packed.writestr("good.txt", text(1))
    at.write_bytes(held.getvalue().replace(b"harbour", b"harbuor", 1))


def _record(writer: WARCWriter, url: str, kind: str, data: bytes, status: str = "200 OK") -> None:
    headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=headers))
