"""A page that was open when another version came: what is decided and typed on it is kept, and told in the new one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import needs_chromium
from tests.review import STORY, Desk, open_desk, words
from tests.review.seats import seat
from tests.review.test_intake import add
from tests.review.test_states import card_of, press, version

pytestmark = needs_chromium


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        add(desk.visitor("Ana"), {"story.txt": STORY.encode()})
        yield desk


def test_what_is_pressed_on_a_page_of_the_version_before_is_kept_and_looked_at_again(
    browser: Browser, desk: Desk
) -> None:
    with seat(browser, desk, "Ana") as seen:
        page, ben = seen.page, desk.visitor("Ben")
        page.goto(f"{desk.base}/article/1")
        old = card_of(ben, "15 boats")
        version(ben, STORY.replace("counted 15 boats", "saw 15 boats"))
        card = page.locator(f'.card[data-key="{old["key"]}"]')
        card.click(position={"x": 3, "y": 3})
        card.get_by_label("Should read").fill("16 boats")
        expect(card.locator(".kept")).to_have_text("kept, not decided")
        page.keyboard.press("Enter")
        expect(card).to_have_attribute("data-state", "mend")
        expect(page.get_by_role("alert")).to_contain_text("Another version of the article has come")
        page.reload()
        expect(page.locator("#again")).to_contain_text("0 mended, 0 changed, 1 still there")
        expect(page.locator(".again")).to_contain_text("should read: 16 boats")


def test_what_is_typed_on_it_and_not_decided_is_there_still(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    old = card_of(ana, "15 boats")
    version(ben, STORY.replace("counted 15 boats", "saw 15 boats"))
    kept = ana.post("/article/1/draft", ana.csrf("/article/1"), data=True, kind="fact", key=old["key"], note="Ask her.")
    assert kept.json() == {"kept": True}
    assert "Ana had typed, and decided nothing: Ask her." in words(ana.page("/article/1"))
    assert press(ana, old | {"key": "f" * 16}, "mend") == {
        "problem": "The article has no such finding, fact, claim or speaker."
    }
