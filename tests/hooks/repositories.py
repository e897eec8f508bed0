"""Repositories as people have them: a copy of this one with a tag, and a newsroom's own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TAG = "v0.1.0"
TROUBLE = "# Mill to close\n\nThe mill closed on Monday, and will close again on February 30, 2021.\n"
CALM = "# Mill to close\n\nThe mill closed on Monday.\n"
_NO_INDEX = re.compile(
    r"No matching distribution|Could not find a version|ConnectionError|Connection refused|Max retries"
)


def git(*args: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Git, as somebody who has a name and nothing else configured."""
    who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *args],  # noqa: S607
        cwd=cwd,
        env={**clean, **who, "GIT_CONFIG_GLOBAL": os.devnull, **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )


def commit(folder: Path) -> None:
    """All that lies there, as the first commit."""
    for args in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "All", "--no-verify")):
        done = git(*args, cwd=folder)
        assert done.returncode == 0, done.stderr


def copy_of_verifier(target: Path) -> Path:
    """This checkout as a repository of its own, as it stands now, tagged."""
    listed = git("ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT)
    assert listed.returncode == 0, listed.stderr
    for name in filter(None, listed.stdout.split("\0")):
        if name.startswith("tests/") or not (ROOT / name).is_file():
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)
    commit(target)
    assert git("tag", TAG, cwd=target).returncode == 0
    return target


def skip_without_index(said: str) -> None:
    """Skip where packages cannot be fetched; in CI they can, so there it is a failure."""
    if "CI" not in os.environ and _NO_INDEX.search(said):
        pytest.skip("no package index can be reached, and this installs verifier as its users do")
