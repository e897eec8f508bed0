"""What is open again says what had been decided of it: in the version before, or before somebody opened it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import barriers, needs_chromium
from tests.review import Desk, Visitor, open_desk
from tests.review.seats import seat
from tests.review.test_intake import add
from tests.review.test_states import card_of, press, version

STORY = """Boats back

Ana Carow counted 15 boats in the harbour on May 4. The guild paid 40 crowns and the town 30 crowns for the feast.

"Nobody asked the ferrymen of Ranby," Ben Ost said.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        add(desk.visitor("Ana"), {"story.txt": STORY.encode()})
        yield desk


def was(visitor: Visitor) -> dict[str, str]:
    """What each card tells of what had been decided, by the words that it is about."""
    found = {}
    for card in visitor.page("/article/1").split('<article class="card note')[1:]:
        told = re.search(r'<p class="was">(.*?)</p>', card)
        if told:
            words = " ".join(unescape(re.sub("<[^>]+>", "", told[1])).split())
            found[card.partition('data-printed="')[2].partition('"')[0]] = words.rpartition(", ")[0]
    return found


def test_what_an_edit_has_opened_again_says_what_had_been_decided(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, "15 boats"), "mend", wording="16 boats", note="Twice.")
    press(ana, card_of(ana, "May 4"), "fine", against="log", place="page 2")
    press(ana, card_of(ana, "40 crowns"), "call", whom="The guild")
    press(ana, card_of(ana, "Nobody asked"), "mend", wording="Nobody asked us ferrymen")
    assert was(ana) == {}
    edited = STORY.replace("counted 15 boats in", "never counted the 17 boats in").replace("paid 40", "gave 40")
    version(ana, edited.replace("ferrymen of Ranby", "ferrymen of Ashby"))
    told = was(ana)
    assert told["17 boats"].startswith("was: Mend of “15 boats” → should read “16 boats”; Twice. by Ana")
    assert told["May 4"].startswith("was: Checked, fine, against log, page 2 by Ana")
    assert told["40 crowns"].startswith("was: Call, The guild by Ana")
    assert "30 crowns" not in told, "nobody had decided on it"
    (quoted,) = (said for words, said in told.items() if words.startswith("Nobody"))
    assert quoted.startswith(
        "was: Mend of “Nobody asked the ferrymen of Ranby,” → should read “Nobody asked us ferrymen”"
    )


def test_what_somebody_opens_again_says_it_and_an_undone_decision_was_none(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, "15 boats"), "mend", wording="16 boats")
    ana.post("/article/1/undo", ana.csrf("/article/1"))
    assert was(ana) == {}
    press(ana, card_of(ana, "15 boats"), "mend", wording="18 boats")
    press(ana, card_of(ana, "15 boats"), "open", wording="18 boats")
    assert was(ana)["15 boats"].startswith("was: Mend → should read “18 boats” by Ana")
    press(ana, card_of(ana, "15 boats"), "fine")
    assert was(ana) == {}


@needs_chromium
def test_it_stands_on_the_card_until_it_is_decided_again(browser: Browser, desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, "15 boats"), "mend", wording="16 boats")
    version(ana, STORY.replace("15 boats in", "15 boats at night in"))
    with seat(browser, desk, at="/article/1") as seen:
        page = seen.page
        card = page.locator(".card", has=page.locator(".was"))
        expect(card.get_by_text("was: Mend → should read “16 boats”")).to_be_visible()
        assert barriers(page) == ""
        card.locator("h3").click(position={"x": 2, "y": 2})
        page.keyboard.press("f")
        expect(card).to_have_attribute("data-state", "fine")
        expect(card.locator(".was")).to_be_hidden()
