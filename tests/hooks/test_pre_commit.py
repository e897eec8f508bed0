"""The pre-commit hook in a newsroom's repository, from ``pre-commit install`` to a commit that is let through."""

import os
import subprocess
import sys
import sysconfig
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


def packages_here(folder: Path) -> Path:
    """What is installed here, verifier apart, as a folder for PYTHONPATH."""
    folder.mkdir()
    for one in Path(sysconfig.get_path("purelib")).iterdir():
        if "verifier" not in one.name and one.suffix != ".pth":
            (folder / one.name).symlink_to(one)
    return folder


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the hook installed in an environment of its own.

    What verifier depends on is taken from here: that pip finds it all is tested by the action, and takes half a minute.
    """
    monkeypatch.setenv("PIP_NO_DEPS", "1")
    monkeypatch.setenv("PIP_NO_BUILD_ISOLATION", "0")  # pip reads it as the value of ``build-isolation``
    monkeypatch.setenv("PYTHONPATH", str(packages_here(tmp_path / "packages")))
    folder, source = tmp_path / "newsroom", tmp_path / "verifier"
    (folder / "articles").mkdir(parents=True)
    source.mkdir()
    copy_of_verifier(source)
    (folder / ".pre-commit-config.yaml").write_text(CONFIG.format(verifier=source, tag=TAG), encoding="utf-8")
    assert git("init", "-q", cwd=folder).returncode == 0
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "environments"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    installed = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install", "--install-hooks"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=1500,
    )
    if installed.returncode:
        skip_without_index(installed.stdout + installed.stderr)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return folder


def commit(newsroom: Path, words: str, *names: str) -> tuple[int, str]:
    """Try to commit these files, which say the same; the exit code, and what was said."""
    for name in names:
        (newsroom / "articles" / name).write_text(page(words) if name.endswith(".html") else words, encoding="utf-8")
    assert git("add", "-A", cwd=newsroom).returncode == 0
    done = git("commit", "-m", " ".join(names), cwd=newsroom)
    return done.returncode, done.stdout + done.stderr


def page(words: str) -> str:
    """The story as a page of HTML."""
    title, story = words.removeprefix("# ").strip().split("\n\n")
    return f"<html><body><article><h1>{title}</h1>\n<p>{story}</p></article></body></html>\n"


def test_the_hook_stops_an_error_in_any_kind_of_article_and_lets_the_mended_one_through(newsroom: Path) -> None:
    """One test for all of it: what takes long is the installation, and tests may run in several processes."""
    kinds = ("mill.txt", "mill.md", "mill.html")
    code, said = commit(newsroom, TROUBLE, *kinds)
    assert code == 1, said
    assert [said.count(f"articles/{name}  ") for name in kinds] == [1, 1, 1], said
    assert said.count("error  D003") == 3, said
    assert "no model" not in said
    code, said = commit(newsroom, CALM, *kinds)
    assert code == 0, said
    assert "Passed" in said
    code, said = commit(newsroom, f'"""{TROUBLE}"""\n', "mill.py")
    assert code == 0, said
    assert "no files to check" in said


def test_no_model_is_ever_asked_by_the_hook() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "verifier"
    assert hook["entry"].split() == ["verifier", "check", "--no-model"]
