"""verifier, installed as the action installs it: once for all tests that need it so, whichever process they run in."""

import fcntl
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hooks.repositories import skip_without_index
from tests.hooks.runner import Runner


@pytest.fixture(autouse=True, scope="session")
def nothing_compiled() -> None:
    """What pip installs is compiled when it is imported: compiling all of it takes a third of the installation.

    pip reads this variable as the value of ``compile``, so that 0 is what it sounds like and 1 is not.
    """
    os.environ["PIP_NO_COMPILE"] = "0"


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the installation, which all processes of a run share."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "installed"
    shared.mkdir(exist_ok=True)
    return shared


@pytest.fixture
def installed(installation: Path) -> Iterator[Path]:
    """The installed command ``verifier``, after the action's own step for it. One test at a time has it: GitLab's job
    installs it anew."""
    with (installation / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = installation / "command"
        if not told.is_file():
            told.write_text(_install(installation), encoding="utf-8")
        yield Path(told.read_text(encoding="utf-8"))


_FEW = """def manylinux_compatible(major, minor, arch):
    return (major, minor) in {(2, 5), (2, 12), (2, 17), (2, 28)}
"""
"""What of Linux a machine says it can run (PEP 600). pip holds each of the index's ninety thousand files against all of
that, one by one; these are the ones that packages are built for, and what is installed is the same."""


def _install(temp: Path) -> str:
    (temp / "few").mkdir()
    (temp / "few" / "_manylinux.py").write_text(_FEW, encoding="utf-8")
    python = {"steps.python.outputs.python-path": sys.executable}
    runner = Runner(temp, temp, {"paths": "none"}, known=python, environment={"PYTHONPATH": str(temp / "few")})
    if runner.run("Install verifier"):
        skip_without_index(runner.said)
    assert runner.codes == {"Install verifier": 0}, runner.said
    return runner.known["steps.install.outputs.verifier"]
