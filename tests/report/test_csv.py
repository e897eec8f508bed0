"""The table, as Python's csv module and a spreadsheet read it."""

import csv
import io

import pytest

from tests.report import samples, trouble
from tests.report.test_text import conflict, written
from verifier.report.models import Report


def rows(*reports: Report) -> list[dict[str, str]]:
    text = written(*reports, name="csv").encode().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_finding_is_a_row_with_its_place() -> None:
    [row] = rows(trouble.crossing())
    assert " ".join(row[k] for k in ("path", "line", "column", "end_line", "end_column")) == "desk/story.txt 3 13 4 12"
    assert row["text"] == "leaves at nine,\r\nthe harbour"
    assert row["related"] == "6:14 ten (the other hour)"


def test_excel_is_told_that_it_is_utf_8() -> None:
    assert written(conflict(), name="csv").encode().startswith(b"\xef\xbb\xbfpath,line")


def test_several_articles_make_one_table() -> None:
    assert [r["code"] for r in rows(conflict(), samples.report("Nothing.\n"), trouble.crossing())] == ["D002", "D001"]


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r", "＝", "|"])
def test_no_cell_is_a_formula(opening: str) -> None:
    text = f"{opening}cmd()|'calc'!A0, it said.\n"
    place = samples.span(text, text[:6])
    found = samples.finding([place], message=text, related=[(place, text)])
    [row] = rows(samples.report(text, f"{opening}1.txt", findings=[found]))
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]
    assert row["message"].endswith(text)


def test_hostile_words_stay_in_their_cell() -> None:
    [row] = rows(trouble.hostile())
    assert row["question"] == f"'{trouble.HOSTILE}"
    assert row["origin"] == "rules"


def test_suppressions_and_the_baseline_have_columns() -> None:
    made = rows(trouble.several())
    assert [(r["suppressed"], r["baseline"]) for r in made] == [("", "new"), ("the desk knows", ""), ("", "unchanged")]


def test_an_unfinished_run_has_a_row() -> None:
    [row] = rows(trouble.unfinished())
    assert (row["severity"], row["message"]) == ("incomplete", "claims in s1: no answer")
