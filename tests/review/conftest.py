"""The desk and a browser for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import browser as chromium
from tests.review import DATE, PEOPLE, ROOT, STORY, Desk, Visitor, open_desk, put, story
from tests.review.decided import Decided
from tests.review.test_intake import add, bring
from verifier.review.passages import claim_keys
from verifier.review.records import Ruling


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.opened() as browser:
        yield browser


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    second = story(STORY.replace("Ferry", "Tram"), path="desk/tram.txt")
    with open_desk(put(tmp_path / "reports", story(), second)) as desk:
        yield desk


@pytest.fixture
def ferry(tmp_path: Path) -> Iterator[Visitor]:
    """The seed on the desk, held against its sources."""
    seeds = ROOT / "seeds"
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk:
        ana = desk.visitor("Ana")
        add(ana, {"ferry.txt": (seeds / "ferry-fares.txt").read_bytes()})
        bring(
            ana, {name: (seeds / "sources" / name).read_bytes() for name in ("ferry-meeting.vtt", "ferry-release.md")}
        )
        yield ana


@pytest.fixture
def decided(tmp_path: Path) -> Decided:
    desk = Decided(tmp_path)
    desk.rule("finding", DATE, Ruling("mend", "No *such* day.", wording="March 1"))
    desk.rule("finding", PEOPLE, Ruling("false-alarm", "=Fine in a column"))
    key = next(iter(claim_keys(story())))
    desk.rule("claim", key, Ruling.correction(wording="The ferry sails on Monday.", rating="True"))
    desk.rule("speaker", "Ana Ruiz", Ruling.correction(speaker="Ana Ruiz-Holm"))
    return desk
