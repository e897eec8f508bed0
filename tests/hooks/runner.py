"""As much of a GitHub runner as the action needs: inputs, outputs, conditions, and steps as shell."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.hooks.repositories import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass
class Runner:
    """One job of somebody's workflow in ``workspace``. What the steps came to stands in ``codes`` and ``uploads``."""

    workspace: Path
    temp: Path
    inputs: dict[str, str]
    fork: bool = False
    environment: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    uploads: list[Path] = field(default_factory=list)
    said: str = ""

    def __post_init__(self) -> None:
        given = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()} | self.inputs
        missing = [n for n, one in ACTION["inputs"].items() if one.get("required") and not given[n]]
        assert not missing, missing
        assert set(given) == set(ACTION["inputs"]), "an input that the action does not have"
        self.known |= {f"inputs.{name}": value for name, value in given.items()}

    def run(self, *names: str) -> int:
        """Run these steps by name (all after the installation where none is named); the job's exit code."""
        failed = 0
        for step in ACTION["runs"]["steps"]:
            if step.get("name") not in (names or ("Check", "Upload", "Result")) or not self._wanted(step, failed):
                continue
            if "run" in step:
                code = self._shell(step)
                self.codes[step["name"]] = code
                failed = failed or code
            else:
                self.uploads.append(self.workspace / self._filled(step["with"]["sarif_file"]))
        return failed

    def _wanted(self, step: dict[str, Any], failed: int) -> bool:
        terms = [term.strip() for term in step.get("if", "success()").split("&&")]
        always = "always()" in terms
        held = [self._holds(term) for term in terms if term not in {"always()", "success()"}]
        return (always or not failed) and all(held)

    def _holds(self, term: str) -> bool:
        if term == "github.event.pull_request.head.repo.fork != true":
            return not self.fork
        name, sign, value = re.fullmatch(r"([\w.-]+) (==|!=) '([^']*)'", term).groups()  # type: ignore[union-attr]
        return (self.known.get(name, "") == value) == (sign == "==")

    def _filled(self, words: str) -> str:
        return _EXPRESSION.sub(lambda m: self.known.get(m[1], ""), words)

    def _shell(self, step: dict[str, Any]) -> int:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "what comes from outside must not become part of a script"
        output = self.temp / "output.txt"
        output.write_text("", encoding="utf-8")
        clean = {n: v for n, v in os.environ.items() if not n.startswith(("VERIFIER_", "OPENAI_"))}
        env = {
            **clean, **self.environment, "RUNNER_TEMP": str(self.temp), "GITHUB_OUTPUT": str(output),
            "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            **{name: self._filled(value) for name, value in step.get("env", {}).items()},
        }  # fmt: skip
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],  # noqa: S607 - as the runner does
            cwd=self.workspace, env=env, capture_output=True, text=True, check=False, timeout=900,
        )  # fmt: skip
        self.said += done.stdout + done.stderr
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.known[f"steps.{step['id']}.outputs.{name}"] = value
        return done.returncode
