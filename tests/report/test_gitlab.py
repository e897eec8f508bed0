"""GitLab's code quality report, against what its documentation asks for."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from tests.report import samples, trouble
from tests.report.test_text import conflict, written
from verifier.report.models import Report

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[1] / "schemas" / "gitlab-code-quality.json").read_text(encoding="utf-8"))
)


def issues(*reports: Report) -> Any:
    made = json.loads(written(*reports, name="gitlab"))
    SCHEMA.validate(made)
    return made


def test_an_issue_has_its_place_over_several_lines() -> None:
    [made] = issues(trouble.crossing())
    assert made["location"] == {
        "path": "desk/story.txt",
        "lines": {"begin": 3, "end": 4},
        "positions": {"begin": {"line": 3, "column": 13}, "end": {"line": 4, "column": 12}},
    }
    assert (made["check_name"], made["severity"]) == ("D001 conflicting-dates", "major")


def test_no_two_issues_share_a_fingerprint_and_each_keeps_its_own() -> None:
    other = conflict().model_copy(update={"article": conflict().article.model_copy(update={"path": "desk/copy.txt"})})
    first, second = issues(conflict(), other)
    assert first["fingerprint"] != second["fingerprint"]
    assert issues(conflict())[0]["fingerprint"] == first["fingerprint"]


def test_suppressed_findings_are_left_out_and_known_ones_are_gitlabs_to_compare() -> None:
    assert [i["description"] for i in issues(trouble.several())] == ["At one.", "At three."]


def test_articles_without_findings_leave_a_list_that_can_be_read() -> None:
    quiet = samples.report("Nothing here.\n", "quiet.txt")
    assert issues(quiet, quiet) == []
    assert len(issues(quiet, conflict(), quiet, conflict())) == 2


def test_an_unfinished_run_is_an_issue() -> None:
    [made] = issues(trouble.unfinished())
    assert (made["check_name"], made["severity"]) == ("incomplete", "blocker")


def test_hostile_words_are_data() -> None:
    [made] = issues(trouble.hostile())
    assert made["description"] == trouble.HOSTILE
