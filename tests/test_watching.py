"""The nightly job of docs/watching-prompts.md: its steps as they stand there, against a scripted endpoint."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import ready
from tests.evaluation.samples import STORY
from tests.model.scripted import KEY, Asked, Endpoint, Reply, endpoint, judged, reading, well

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "watching-prompts.md").read_text(encoding="utf-8")
(WORKFLOW,) = re.findall(r"(?ms)^```yaml\n(.*?)^```", PAGE)
JOB: dict[str, Any] = yaml.safe_load(WORKFLOW)["jobs"]["watch"]
STEPS = [step["run"] for step in JOB["steps"] if step.get("name") not in {None, "Install"}]
GOLD = "quotes:\n- {text: 'We will not run a single boat until the pier is safe', speaker: Ana Ruiz}\n"


class Desk:
    """A clone with gold, its remote, and the runner's tools: verifier, and a gh that writes down what it is told."""

    def __init__(self, folder: Path) -> None:
        self.clone, self.remote, self.bin = folder / "clone", folder / "remote.git", folder / "bin"
        self.said = folder / "gh.txt"
        self._folder = folder
        self._nights = 0
        for path in (self.clone / "gold", self.bin):
            path.mkdir(parents=True)
        ready.tool(self.bin / "verifier")
        self._tool("gh", f'echo "$@" >> "{self.said}"; cat "${{@: -1}}" >> "{self.said}"')
        (self.clone / "gold" / "ferry.txt").write_text(STORY, encoding="utf-8")
        (self.clone / "gold" / "ferry.yaml").write_text(GOLD, encoding="utf-8")
        self.git("init", "-q", "-b", "main", cwd=self.clone)
        self.git("add", ".", cwd=self.clone)
        self.git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "gold", cwd=self.clone)
        self.git("clone", "-q", "--bare", str(self.clone), str(self.remote), cwd=folder)
        self.git("remote", "add", "origin", str(self.remote), cwd=self.clone)

    def night(self, at: Endpoint) -> list[int]:
        """Run the steps one after the other, as the runner does; the exit code of each until one fails."""
        self._nights += 1
        temp = self._folder / f"temp{self._nights}"
        temp.mkdir()
        codes = []
        for step in STEPS:
            env = {
                **os.environ, "PATH": f"{self.bin}:{os.environ['PATH']}", "RUNNER_TEMP": str(temp), "MODEL": "m",
                "OPENAI_BASE_URL": at.url, "OPENAI_API_KEY": KEY, "GIT_CONFIG_GLOBAL": os.devnull,
            }  # fmt: skip
            shell = ["/usr/bin/env", "bash", "-e", "-c", step]
            done = subprocess.run(shell, cwd=self.clone, env=env, capture_output=True, check=False)
            codes.append(done.returncode)
            if done.returncode:
                break
        return codes

    def merge(self) -> None:
        """Take the pull request in."""
        self.git("switch", "-q", "main", cwd=self.clone)
        self.git("merge", "-q", "watch-the-model", cwd=self.clone)

    def pushed(self) -> list[str]:
        """The branches of the remote."""
        return self.git("branch", "--format=%(refname:short)", cwd=self.remote).split()

    def git(self, *args: str, cwd: Path) -> str:
        env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(["/usr/bin/env", "git", *args], cwd=cwd, env=env, capture_output=True, check=True)
        return done.stdout.decode()

    def _tool(self, name: str, line: str) -> None:
        (self.bin / name).write_text(f"#!/usr/bin/env bash\n{line}\n", encoding="utf-8")
        (self.bin / name).chmod(0o755)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Desk(tmp_path)


def credits_nobody(asked: Asked) -> Reply:
    """Another mood: no claims at all."""
    return reading(judged=judged(asked)) if asked.form == "Reading" else well(asked)


def test_the_job_asks_for_no_more_than_it_needs() -> None:
    told = yaml.safe_load(WORKFLOW)
    assert told["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert [step["name"] for step in JOB["steps"] if "secrets." in json.dumps(step)] == ["Ask the model anew"]
    assert len(STEPS) == 3


def test_nights_with_and_without_a_difference(desk: Desk) -> None:
    with endpoint() as at:
        assert desk.night(at) == [0, 0, 0]
        assert "ferry: recorded for the first time" in desk.said.read_text(encoding="utf-8")
        assert sorted(desk.pushed()) == ["main", "watch-the-model"]
        desk.merge()
        desk.said.unlink()
        assert desk.night(at) == [0, 0, 0]
        assert not desk.said.exists()

        at.script = credits_nobody
        assert desk.night(at) == [0, 0, 0]
    body = desk.said.read_text(encoding="utf-8")
    assert body.startswith("pr create --head watch-the-model --title What m says now --body-file ")
    assert re.search(r"(?m)^    Claims: \d+ gone", body)
    assert "Since the earlier evaluation, m" in body
    assert all(line.startswith("    ") or not line for line in body.splitlines()[3:])
    assert "cassettes/ferry.json" in desk.git("show", "--stat", "watch-the-model", cwd=desk.clone)
    assert KEY not in body


def test_a_night_without_the_model_fails_and_changes_nothing(desk: Desk) -> None:
    with endpoint(lambda _: Reply(status=401)) as at:
        assert desk.night(at) == [1]
    assert desk.pushed() == ["main"]
    assert desk.git("status", "--porcelain", cwd=desk.clone) == ""
    assert not desk.said.exists()


def test_what_the_page_says_of_a_changed_prompt_is_what_a_user_sees(desk: Desk) -> None:
    with endpoint() as at:
        desk.night(at)
    own = desk.clone / "own"
    own.mkdir()
    shipped = (ROOT / "prompts" / "statements.md").read_text(encoding="utf-8")
    (own / "statements.md").write_text(shipped.replace("Put into", "Please put into"), encoding="utf-8")
    done = subprocess.run(
        [desk.bin / "verifier", "eval", "gold/", "--cassette", "cassettes/", "--prompts", "own"],
        cwd=desk.clone, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    said = done.stderr.decode().splitlines()[0]
    promised = next(line for line in PAGE.splitlines() if line.startswith("verifier: "))
    shape = (
        re.escape(promised)
        .replace("8\\ answers", r"\d+\ answers?")
        .replace("story", "ferry")
        .replace("1\\ to\\ 12", ".*?")
    )
    shape = shape.replace("NAME", "m").replace(r"\-\-base\-url\ URL", r"\-\-base\-url\ URL\ \-\-prompts\ own")
    assert re.fullmatch(shape, said), said
