"""SARIF, against its published schema and by what code scanning reads from it."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.report import samples, trouble
from tests.report.test_text import conflict
from verifier import rules
from verifier.report import FORMATS, Look, RuleNote
from verifier.report.models import Report

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
)
NOTES = tuple(RuleNote(r.code, r.name, r.severity, r.what, r.why) for r in rules.catalogue())


def run_of(*reports: Report) -> Any:
    """The only run of a log that keeps to the schema."""
    log = json.loads(FORMATS["sarif"].open(len(reports), Look(rules=NOTES)).whole(reports))
    SCHEMA.validate(log)
    [run] = log["runs"]
    return run


@pytest.mark.parametrize(
    "made", [conflict, trouble.crossing, trouble.hostile, trouble.several, trouble.unfinished], ids=lambda m: m.__name__
)
def test_every_report_keeps_to_the_schema(made: Any) -> None:
    assert run_of(made())["tool"]["driver"]["name"] == "verifier"


def test_every_rule_has_a_stable_id_and_help() -> None:
    described = run_of(conflict())["tool"]["driver"]["rules"]
    assert [r["id"] for r in described] == [r.code for r in rules.catalogue()]
    assert all(r["help"]["text"].startswith(r["shortDescription"]["text"]) for r in described)
    assert {r["id"]: r["defaultConfiguration"]["level"] for r in described}["S002"] == "note"


def test_columns_are_code_points_and_the_end_is_behind_the_last() -> None:
    run = run_of(trouble.crossing())
    assert run["columnKind"] == "unicodeCodePoints"
    [result] = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert [region[k] for k in ("startLine", "startColumn", "endLine", "endColumn")] == [3, 13, 4, 12]
    at = region["charOffset"]
    assert (
        trouble.LINES[at : at + region["charLength"]] == region["snippet"]["text"] == "leaves at nine,\r\nthe harbour"
    )


def test_the_other_side_of_a_conflict_is_a_related_location() -> None:
    [result] = run_of(trouble.crossing())["results"]
    [other] = result["relatedLocations"]
    assert other["message"]["text"] == "the other hour"
    assert other["physicalLocation"]["region"]["startLine"] == 6


def test_fingerprints_are_the_reports_own() -> None:
    report = trouble.several()
    assert [r["partialFingerprints"]["verifier/v1"] for r in run_of(report)["results"]] == ["one", "two", "three"]


def test_suppressions_and_the_baseline() -> None:
    one, two, three = run_of(trouble.several())["results"]
    assert [one["suppressions"], three["suppressions"]] == [[], []]
    [given] = two["suppressions"]
    assert given == {"kind": "inSource", "status": "accepted", "justification": "the desk knows (until 2027-01-31)"}
    assert (one["baselineState"], three["baselineState"]) == ("new", "unchanged")
    assert "baselineState" not in two


def test_articles_with_and_without_findings_share_one_run() -> None:
    quiet = samples.report("Nothing here.\n", "quiet.txt")
    results = run_of(quiet, conflict(), quiet, conflict(), quiet)["results"]
    assert len(results) == 2
    assert run_of(quiet, quiet)["results"] == []


def test_an_unfinished_run_does_not_read_as_clean() -> None:
    [invocation] = run_of(conflict(), trouble.unfinished())["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "no answer" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert run_of(conflict())["invocations"] == [{"executionSuccessful": True}]


def test_words_of_an_article_make_no_link_in_a_message() -> None:
    [result] = run_of(trouble.hostile())["results"]
    assert "](" not in result["message"]["text"]
    assert "](" not in result["relatedLocations"][0]["message"]["text"]


def test_paths_are_uris() -> None:
    def uri(path: str) -> str:
        return str(
            run_of(trouble.hostile(path))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        )

    assert uri("desk/a b#1%.txt") == "desk/a%20b%231%25.txt"
    assert uri("/desk/a.txt") == "file:///desk/a.txt"


def test_lines_of_a_text_taken_out_of_a_file_are_said_to_be_that() -> None:
    [result] = run_of(trouble.hostile("story.docx"))["results"]
    file = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert "taken out of the file" in file["description"]["text"]
