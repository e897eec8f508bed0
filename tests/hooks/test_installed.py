"""verifier as the action and GitLab's job install it, in one environment; the rest of their steps is tested without."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.hooks.repositories import CALM, ROOT, TROUBLE, skip_without_index
from tests.hooks.runner import Runner
from tests.hooks.test_action import job, results

JOB: dict[str, Any] = yaml.safe_load((ROOT / "templates" / "verifier.gitlab-ci.yml").read_text(encoding="utf-8"))[
    "verifier"
]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed command ``verifier``, after the action's own step for it."""
    return Path(_install(tmp_path_factory.mktemp("installed")))


def _install(temp: Path) -> str:
    """What verifier needs lies beside these tests already: pip finds it there, as it does wherever a runner comes with
    packages, and installs verifier. That pip can solve and get all of it is what .ci/dependencies tries."""
    here = str(Path(pytest.__file__).parents[1])
    python = {"steps.python.outputs.python-path": sys.executable}
    runner = Runner(temp, temp, {"paths": "none"}, known=python, environment={"PYTHONPATH": here})
    if runner.run("Install verifier"):
        skip_without_index(runner.said)
    assert runner.codes == {"Install verifier": 0}, runner.said
    command = runner.known["steps.install.outputs.verifier"]
    (packages,) = Path(command).parents[1].glob("lib/python*/site-packages")
    assert (packages / "verifier" / "__init__.py").exists(), "it would be this checkout that is run"
    (packages / "needed.pth").write_text(here, encoding="utf-8")
    return command


def test_the_installed_verifier_annotates_uploads_and_then_fails(newsroom: Path, installed: Path) -> None:
    made = job(newsroom, installed, paths="articles/")
    assert made.run() == 1
    assert made.codes == {"Check": 0, "Result": 1}
    assert made.uploads == [newsroom / "verifier.sarif"]
    assert "D003" in results(made.uploads[0])
    assert "::error file=articles/two words.md,line=3" in made.said
    assert "D003" in (made.temp / "summary.md").read_text(encoding="utf-8")


def test_pytest_finds_the_plugin_of_what_was_installed(newsroom: Path, installed: Path) -> None:
    python = str(installed.parent / "python")
    test = "def test_it(verifier_report):\n    assert verifier_report('articles/two words.md').findings\n"
    (newsroom / "test_articles.py").write_text(test, encoding="utf-8")
    done = subprocess.run(
        [python, "-m", "pytest", "-q", "--rootdir", "."], cwd=newsroom, capture_output=True, text=True
    )
    assert "1 passed" in done.stdout, done.stdout


def in_job(folder: Path, installed: Path, script: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    """As GitLab's runner: all lines in one shell that stops at the first that fails."""
    path = f"{installed.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(script)],  # noqa: S607
        cwd=folder,
        env={**os.environ, "PATH": path, **JOB["variables"], **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )


def test_the_job_installs_checks_and_leaves_what_the_merge_request_shows(tmp_path: Path, installed: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mill.md").write_text(TROUBLE, encoding="utf-8")
    done = in_job(tmp_path, installed, JOB["script"], VERIFIER=str(ROOT))
    assert done.returncode == 1, done.stderr
    assert "D003" in done.stdout
    reports = JOB["artifacts"]["reports"]
    (issue,) = json.loads((tmp_path / reports["codequality"]).read_bytes())
    assert issue["check_name"].startswith("D003")
    assert "D003" in (tmp_path / reports["junit"]).read_text(encoding="utf-8")
    (tmp_path / "articles" / "mill.md").write_text(CALM, encoding="utf-8")
    calm = in_job(tmp_path, installed, JOB["script"][2:], VERIFIER_ARGS="--no-model --select D,N")
    assert calm.returncode == 0, calm.stderr
    assert json.loads((tmp_path / reports["codequality"]).read_bytes()) == []


def test_reports_are_kept_where_the_job_fails() -> None:
    assert JOB["artifacts"]["when"] == "always"
