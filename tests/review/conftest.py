"""The desk and a browser for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import browser as chromium
from tests.review import STORY, Desk, open_desk, put, story


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.opened() as browser:
        yield browser


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    second = story(STORY.replace("Ferry", "Tram"), path="desk/tram.txt")
    with open_desk(put(tmp_path / "reports", story(), second)) as desk:
        yield desk
