"""What a report does for whoever writes a program: a page in a notebook, rows, files, one line; calls that err."""

from __future__ import annotations

import json
import pickle
import re
from html import unescape
from pathlib import Path
from typing import TypeVar

import pytest

from verifier import Report, Settings, UsageError, check

T = TypeVar("T")
TEXT = 'Harbour "reopens" <b>\n\nThe harbour will close again on February 30, 2019, the mayor said.\n'


def test_a_finding_prints_as_one_line_with_its_place() -> None:
    report = check(TEXT)
    finding = next(f for f in report.findings if f.code == "D003")
    assert str(finding).startswith("3:33: error D003 ")
    assert str(finding).partition(": ")[0] in str(report)
    assert "\n" not in str(finding)
    assert finding.spans[0].text in str(finding)


def test_a_finding_knows_its_place_wherever_its_report_goes() -> None:
    report = check(TEXT)
    carried = [_pickled(report), Report.model_validate_json(report.model_dump_json())]
    carried += [report.model_copy(update={"findings": report.findings[:1]}), report.model_copy()]
    assert carried[:2] == [report, report]
    assert {str(one.findings[0]) for one in carried} == {str(report.findings[0])}
    alone = _pickled(report.findings[0])
    assert alone == report.findings[0]
    assert str(alone).startswith(f"{alone.spans[0].start}-{alone.spans[0].end}: ")


def _pickled(what: T) -> T:
    back: T = pickle.loads(pickle.dumps(what))  # noqa: S301 - made here
    return back


def test_rows_have_lines_and_columns_as_numbers() -> None:
    row = next(r for r in check(TEXT).rows() if r["code"] == "D003")
    line, column = row["line"], row["column"]
    assert isinstance(line, int)
    assert isinstance(column, int)
    assert TEXT.splitlines()[line - 1][column - 1 :].startswith("February 30")


def test_a_notebook_shows_the_page_and_lets_nothing_out_of_its_frame() -> None:
    report = check(TEXT)
    shown = report._repr_html_()
    assert shown.startswith("<iframe ")
    assert shown.count("<") == 2  # the frame's own tags alone
    framed = re.search(r'srcdoc="([^"]*)"', shown)
    assert framed
    assert unescape(framed[1]) == report.html()
    assert "allow-same-origin" not in shown
    assert repr(report).startswith("<Report on ")
    assert "D003" in str(report)


@pytest.mark.parametrize(
    ("name", "begins"), [("a.html", "<!"), ("a.json", "{"), ("a.csv", "\ufeffpath"), ("a.txt", "")]
)
def test_a_report_is_written_in_the_format_of_its_name(tmp_path: Path, name: str, begins: str) -> None:
    written = check(TEXT).write(tmp_path / name)
    assert written.read_text(encoding="utf-8").startswith(begins)
    assert [f.name for f in tmp_path.iterdir()] == [name]


def test_a_format_may_be_named_and_must_be_one(tmp_path: Path) -> None:
    report = check(TEXT)
    assert json.loads(report.write(tmp_path / "x.dat", "sarif").read_text(encoding="utf-8"))["runs"]
    with pytest.raises(UsageError, match="in which format"):
        report.write(tmp_path / "x.dat2")
    with pytest.raises(UsageError, match="cannot be written"):
        report.write(tmp_path / "none" / "x.html")


@pytest.mark.parametrize("name", ["story.txt", "drafts/story.DOCX", "a b.html"])
def test_a_file_s_name_is_not_taken_for_an_article(name: str) -> None:
    with pytest.raises(UsageError, match="did you mean check"):
        check(name)


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        (Settings(select="D001"), "select: must be a list"),  # type: ignore[arg-type]
        (Settings(known_people="Ana Ruiz"), "known_people: must be a list"),  # type: ignore[arg-type]
        (Settings(severities={"D001": "fatal"}), "'fatal'"),  # type: ignore[dict-item]
        (Settings(severities={"D0O1": "info"}), "D0O1"),
        (Settings(house_style=frozenset({"percnt"})), "percnt"),
    ],
)
def test_settings_that_make_no_sense_are_told(settings: Settings, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        check(TEXT, settings)
