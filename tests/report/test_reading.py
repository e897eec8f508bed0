"""Reports read back: what was written comes back the same, and anything else is told apart in one line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.report import samples
from tests.report.test_text import written
from verifier import InputError
from verifier.report import reading

TEXT = 'Ferry returns\n\n"We sail on Monday," Ana Ruiz said. The ferry 🛳 will return on February 30, 2019.\n'


def sample(**more: Any) -> Any:
    return samples.report(TEXT, findings=[samples.finding([samples.span(TEXT, "February 30")])], **more)


@pytest.mark.parametrize("name", ["json", "jsonl"])
@pytest.mark.parametrize("count", [1, 2])
def test_what_was_written_comes_back(name: str, count: int, tmp_path: Path) -> None:
    file = tmp_path / f"reports.{name}"
    reports = [sample(path=f"story-{n}.txt") for n in range(count)]
    file.write_text(written(*reports, name=name), encoding="utf-8")
    assert reading.read(file) == reports


def test_a_folder_gives_its_reports_by_name_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.json", "a.jsonl", "story.txt"):
        (tmp_path / name).write_text("{}")
    assert [f.name for f in reading.files(tmp_path)] == ["a.jsonl", "b.json"]


def test_a_folder_without_reports_says_how_to_write_some(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no reports in this folder; write some: verifier check"):
        reading.files(tmp_path)


def changed(**fields: Any) -> str:
    return json.dumps(json.loads(sample().model_dump_json()) | fields)


def moved() -> str:
    report = json.loads(sample().model_dump_json())
    report["findings"][0]["spans"][0]["start"] += 1
    return json.dumps(report)


def nowhere() -> str:
    report = json.loads(sample().model_dump_json())
    report["findings"][0]["spans"] = []
    return json.dumps(report)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('{"name": "package"}', "no report of verifier"),
        ("3", "no report of verifier"),
        ("[[]]", "no report of verifier"),
        (changed(schema_version="9.0"), "a report of version 9.0, and this verifier reads"),
        (changed(schema_version="9.0", articles=[]), "a report of version 9.0, and this verifier reads"),
        (changed(schema_version="soon"), "a report of version soon"),
        (changed(quotes=None), "a damaged report: quotes"),
        (moved(), "a damaged report: f"),
        (nowhere(), "a damaged report: .* has no place in the article"),
        ("[]", "holds no report"),
    ],
)
def test_what_is_no_report_is_told_in_one_line(words: str, complaint: str, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text(words)
    with pytest.raises(InputError, match=complaint) as caught:
        reading.read(file)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_bad_line_is_named_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text(sample().model_dump_json() + "\n{}\n")
    with pytest.raises(InputError, match=r"reports\.jsonl:2"):
        reading.read(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.json"):
        reading.read(tmp_path / "none.json")
