"""The pre-commit hook in a newsroom's repository, from ``pre-commit install`` to a commit that is let through."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.hooks.repositories import CALM, ROOT, TAG, TROUBLE, copy_of_verifier, git, skip_without_index

CONFIG = """
repos:
  - repo: {verifier}
    rev: {tag}
    hooks:
      - id: verifier
        files: ^articles/
"""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A repository with the hook installed, environment and all."""
    folder = tmp_path_factory.mktemp("newsroom")
    source = copy_of_verifier(tmp_path_factory.mktemp("verifier"))
    (folder / ".pre-commit-config.yaml").write_text(CONFIG.format(verifier=source, tag=TAG), encoding="utf-8")
    assert git("init", "-q", cwd=folder).returncode == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRE_COMMIT_HOME", str(tmp_path_factory.mktemp("environments")))
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        installed = subprocess.run(
            [sys.executable, "-m", "pre_commit", "install", "--install-hooks"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=900,
        )
        if installed.returncode:
            skip_without_index(installed.stdout + installed.stderr)
        assert installed.returncode == 0, installed.stdout + installed.stderr
        yield folder


def tried(newsroom: Path, name: str, words: str) -> subprocess.CompletedProcess[str]:
    """A commit of one file."""
    path = newsroom / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(words, encoding="utf-8")
    assert git("add", "-A", cwd=newsroom).returncode == 0
    return git("commit", "-m", name, cwd=newsroom)


def test_the_hook_stops_a_commit_with_an_error_and_lets_the_mended_one_through(newsroom: Path) -> None:
    stopped = tried(newsroom, "articles/mill.md", TROUBLE)
    assert stopped.returncode == 1
    assert "D003" in stopped.stderr + stopped.stdout
    assert "articles/mill.md" in stopped.stderr + stopped.stdout
    assert "no model" not in stopped.stderr + stopped.stdout
    mended = tried(newsroom, "articles/mill.md", CALM)
    assert mended.returncode == 0, mended.stdout + mended.stderr


@pytest.mark.parametrize("name", ["articles/mill.txt", "articles/mill.html", "articles/mill.md"])
def test_it_looks_at_articles_of_every_kind_that_git_can_compare(newsroom: Path, name: str) -> None:
    assert tried(newsroom, name, TROUBLE).returncode == 1
    assert git("rm", "-qf", name, cwd=newsroom).returncode == 0


def test_it_does_not_look_at_programs(newsroom: Path) -> None:
    done = tried(newsroom, "articles/mill.py", f'"""{TROUBLE}"""\n')
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no files to check" in done.stdout + done.stderr


def test_no_model_is_ever_asked_by_the_hook() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "verifier"
    assert hook["entry"].split() == ["verifier", "check", "--no-model"]
