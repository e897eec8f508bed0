"""What holds for all that is installed here, and a newsroom."""

import os
from pathlib import Path

import pytest

from tests.hooks.repositories import CALM, TROUBLE


@pytest.fixture(autouse=True, scope="session")
def nothing_compiled() -> None:
    """What pip installs is compiled when it is imported: compiling all of it takes a third of the installation.

    pip reads this variable as the value of ``compile``, so that 0 is what it sounds like and 1 is not.
    """
    os.environ["PIP_NO_COMPILE"] = "0"


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "room" / "articles").mkdir(parents=True)
    for name, words in {"calm.md": CALM, "two words.md": TROUBLE}.items():
        (tmp_path / "room" / "articles" / name).write_text(words, encoding="utf-8")
    return tmp_path / "room"
