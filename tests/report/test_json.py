"""JSON for machines, and the schema that ships with it."""

import json
from importlib import resources
from pathlib import Path

import jsonschema

from tests.report import samples
from tests.report.test_text import TEXT, conflict, written
from verifier import Report, check
from verifier.report import schema


def test_one_report_is_an_object_that_reads_back_as_the_same_report() -> None:
    report = conflict()
    assert Report.model_validate_json(written(report, name="json")) == report


def test_several_reports_are_a_list() -> None:
    assert [r["article"]["path"] for r in json.loads(written(conflict(), conflict(), name="json"))] == [
        "desk/story.txt"
    ] * 2


def test_jsonl_is_a_report_a_line_also_where_the_text_has_odd_line_breaks() -> None:
    odd = samples.report("A line\u2028and\x85another\r\nand more.\n")
    lines = written(conflict(), odd, name="jsonl").split("\n")
    assert lines.pop() == ""
    assert [Report.model_validate_json(line).article.length for line in lines] == [len(TEXT), odd.article.length]


def test_the_schema_that_ships_is_the_models_own() -> None:
    shipped = resources.files("verifier.report") / "report.schema.json"
    assert shipped.read_text(encoding="utf-8") == schema.schema(), "run make docs"


def test_a_report_on_the_seed_keeps_to_the_schema() -> None:
    text = (Path(__file__).parents[2] / "seeds" / "china-trade-talks.txt").read_text(encoding="utf-8")
    jsonschema.validate(json.loads(check(text).model_dump_json()), json.loads(schema.schema()))
