"""The GitLab job: its script as shell, in a newsroom's repository."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import yaml

from tests.hooks.repositories import CALM, ROOT, TROUBLE

JOB: dict[str, Any] = yaml.safe_load((ROOT / "templates" / "verifier.gitlab-ci.yml").read_text(encoding="utf-8"))[
    "verifier"
]


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
