"""Whoever has a Word file or a PDF at hand is told its paragraphs and pages: nobody sees the lines of its text."""

import csv
import io
import json
from pathlib import Path

import docx
import pytest

from tests.article.test_formats import pdf, word_file
from tests.cli.command import run

PARAGRAPHS = [
    "Ferry line to close",
    "The ferry will stop for repairs, the harbour board said.",
    "",
    "Nobody had asked the islanders about any of it.",
    "Fares rise by 8 percent in all. The ferry cost 40 euros.",
]


def word(folder: Path) -> Path:
    document = docx.Document()
    for words in PARAGRAPHS:
        document.add_paragraph(words)
    path = folder / "story.docx"
    path.write_bytes(word_file(document))
    return path


def paper(folder: Path) -> Path:
    path = folder / "story.pdf"
    path.write_bytes(pdf([PARAGRAPHS[0], "", PARAGRAPHS[1], "", PARAGRAPHS[3]], [PARAGRAPHS[4]]))
    return path


def plain(folder: Path) -> Path:
    path = folder / "story.txt"
    path.write_text("\n".join(PARAGRAPHS), encoding="utf-8")
    return path


WAYS = {"word": (word, "paragraph 4"), "pdf": (paper, "page 2, paragraph 3"), "text": (plain, "5:15")}


@pytest.mark.parametrize("way", WAYS)
def test_a_finding_is_where_its_reader_looks_for_it(tmp_path: Path, way: str) -> None:
    made, place = WAYS[way]
    said = run("check", str(made(tmp_path)), "--no-model", "--select", "S002", cwd=tmp_path)
    assert f"\n  {place}  info  S002" in said.stdout
    said = run("check", str(made(tmp_path)), "--no-model", "--select", "S002", "-o", "markdown", cwd=tmp_path)
    assert f"**info** {place} **S002**" in said.stdout


@pytest.mark.parametrize(("way", "cell"), [("word", "paragraph 4"), ("pdf", "page 2, paragraph 3"), ("text", "5")])
def test_sheets_tell_the_same_places(tmp_path: Path, way: str, cell: str) -> None:
    story = WAYS[way][0](tmp_path)
    sheet = run("check", str(story), "--no-model", "-o", "ledger", cwd=tmp_path).stdout
    rows = csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff")))
    assert {row["line"] for row in rows if row["words"].startswith("8 percent")} == {cell}
    calls = run("check", str(story), "--no-model", "-o", "calls", cwd=tmp_path).stdout
    assert f"({cell if len(cell) > 1 else 'line 5'})" in calls
    claims = run("check", str(story), "--no-model", "-o", "claims", cwd=tmp_path).stdout
    assert (cell if len(cell) > 1 else "5:1") in claims


def test_programs_are_told_as_before(tmp_path: Path) -> None:
    report = json.loads(run("check", str(paper(tmp_path)), "--no-model", "-o", "json", cwd=tmp_path).stdout)
    assert set(report["article"]) == {"path", "title", "sha256", "length", "published", "text", "sentences", "language"}
    concise = run("check", str(word(tmp_path)), "--no-model", "--select", "S002", "-o", "concise", cwd=tmp_path).stdout
    assert "story.docx:" in concise
    assert "paragraph 4" not in concise.partition(": info")[0]
