"""The GitHub action: its steps as shell, in a newsroom's repository and in the README's example."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import ready
from tests.hooks.repositories import CALM, ROOT, git
from tests.hooks.runner import ACTION, Runner
from tests.model.scripted import endpoint
from verifier import ModelSettings, check, read

NOWHERE = {
    "HTTP_PROXY": "http://127.0.0.1:9",
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "OPENAI_BASE_URL": "http://127.0.0.1:9",
}


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    """``verifier`` of this checkout: what is installed is tested once, the steps around it often."""
    return ready.tool(tmp_path / "verifier")


def job(newsroom: Path, tool: Path, **other: Any) -> Runner:
    temp = newsroom.parent / "temp"
    temp.mkdir(exist_ok=True)
    inputs = {name: other.pop(name) for name in list(other) if name in ACTION["inputs"]}
    return Runner(newsroom, temp, inputs, known={"steps.install.outputs.verifier": str(tool)}, **other)


def results(file: Path) -> list[str]:
    (run,) = json.loads(file.read_text(encoding="utf-8"))["runs"]
    return [one["ruleId"] for one in run["results"]]


def test_an_article_without_errors_passes_and_is_uploaded(newsroom: Path, tool: Path) -> None:
    made = job(newsroom, tool, paths="articles/calm.md\n")
    assert made.run() == 0
    assert made.uploads == [newsroom / "verifier.sarif"]
    assert "::error" not in made.said


def test_a_line_is_a_path_and_a_line_is_an_option(newsroom: Path, tool: Path) -> None:
    made = job(newsroom, tool, paths="articles/calm.md\n\narticles/two words.md\n", args="--ignore\nD003\n--quiet\n")
    assert made.run() == 0
    assert "D003" not in results(newsroom / "verifier.sarif")


def test_inputs_do_not_run(newsroom: Path, tool: Path) -> None:
    made = job(
        newsroom, tool, paths="$(touch ran)\n--version\n`touch ran`", args="$(touch ran)", sarif="$(touch ran).sarif"
    )
    assert made.run() == 2
    assert not (newsroom / "ran").exists()


def test_a_wrong_call_fails_with_2_and_uploads_nothing_of_an_earlier_run(newsroom: Path, tool: Path) -> None:
    (newsroom / "verifier.sarif").write_text("{}", encoding="utf-8")
    made = job(newsroom, tool, paths="nowhere/")
    assert made.run() == 2
    assert made.uploads == []
    assert made.known["steps.check.outputs.exit-code"] == "2"


def test_only_findings_that_the_baseline_does_not_know_fail(newsroom: Path, tool: Path) -> None:
    wrote = subprocess.run([tool, "check", "articles/", "--no-model", "--write-baseline", "known.json"], cwd=newsroom)
    assert wrote.returncode == 0
    assert job(newsroom, tool, paths="articles/", baseline="known.json").run() == 0
    assert job(newsroom, tool, paths="articles/", baseline="gone.json").run() == 2


def test_a_cassette_is_replayed_and_an_old_one_fails_with_3(newsroom: Path, tool: Path) -> None:
    article = newsroom / "articles" / "calm.md"
    with endpoint() as at:
        check(read(article), model=ModelSettings("m", at.url, cassette=newsroom / "calm.json", record="once"))
    assert job(newsroom, tool, paths="articles/calm.md", cassette="calm.json", environment=NOWHERE).run() == 0
    article.write_text(CALM + "\nIt employed 40 people.\n", encoding="utf-8")
    made = job(newsroom, tool, paths="articles/calm.md", cassette="calm.json", environment=NOWHERE)
    assert made.run() == 3
    assert made.uploads == [newsroom / "verifier.sarif"]
    assert "--record new" in made.said


def test_without_a_cassette_no_model_is_asked(newsroom: Path, tool: Path) -> None:
    with endpoint() as at:
        env = {"VERIFIER_MODEL": "m", "OPENAI_BASE_URL": at.url}
        assert job(newsroom, tool, paths="articles/calm.md", environment=env).run() == 0
        assert at.asked == []


@pytest.mark.parametrize("how", [{"upload": "false"}, {"fork": True}])
def test_nothing_is_uploaded_where_it_is_not_wanted_or_may_not_be(newsroom: Path, tool: Path, how: Any) -> None:
    made = job(newsroom, tool, paths="articles/", **how)
    assert made.run() == 1
    assert made.uploads == []


@pytest.mark.parametrize("page", ["README.md", "docs/ci.md"])
def test_the_documented_workflow_works_on_a_fresh_clone_offline(page: str, tool: Path, tmp_path: Path) -> None:
    """``uses`` the checkout itself, so that it can be tried before anything is set up."""
    blocks = (ROOT / page).read_text(encoding="utf-8").split("```yaml\n")[1:]
    workflow = next(w for w in (yaml.safe_load(b.split("```")[0]) for b in blocks) if "jobs" in w)
    (steps,) = (one["steps"] for one in workflow["jobs"].values())
    assert workflow["permissions"]["security-events"] == "write"
    (ours,) = (step for step in steps if step["uses"] == "./")
    assert git("clone", "-q", str(ROOT), str(tmp_path / "clone"), cwd=tmp_path).returncode == 0
    made = job(tmp_path / "clone", tool, environment=NOWHERE, **ours["with"])
    assert made.run() == 1, made.said
    assert "missing" not in made.said
    assert len(results(tmp_path / "clone" / "verifier.sarif")) > 10


def test_articles_are_held_against_the_sources_a_line_each(newsroom: Path, tool: Path) -> None:
    (newsroom / "notes").mkdir()
    (newsroom / "notes" / "the talk.txt").write_text(
        "Q: What about the mill?\n\nHOLM: The mill may close in March if nobody buys it.\n", encoding="utf-8"
    )
    (newsroom / "articles" / "quotes.md").write_text(
        "# Mill to close\n\n“The mill will close in March if nobody buys it,” Karin Holm said.\n", encoding="utf-8"
    )
    assert job(newsroom, tool, paths="articles/quotes.md").run() == 0
    made = job(newsroom, tool, paths="articles/quotes.md", sources="\nnotes/the talk.txt\n")
    assert made.run() == 1
    assert "V002" in results(newsroom / "verifier.sarif")
    assert "The mill may close in March if nobody buys it" in made.said


def test_a_source_that_is_not_there_fails_with_2_and_no_source_runs(newsroom: Path, tool: Path) -> None:
    made = job(newsroom, tool, paths="articles/calm.md", sources="--version\n$(touch ran)\nnotes/gone.txt")
    assert made.run() == 2
    assert made.uploads == []
    assert "notes/gone.txt" in made.said
    assert not (newsroom / "ran").exists()
