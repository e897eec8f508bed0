"""A key of the help that has nothing to do says why."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium
from tests.review import DATE, PEOPLE, Desk, Visitor
from tests.review.seats import seat
from tests.review.test_states import clear

pytestmark = needs_chromium


def answers(page: Page, key: str) -> str:
    """What the desk says of a key, of which nothing was said before."""
    page.evaluate("document.getElementById('said').replaceChildren()")
    page.keyboard.press(key)
    expect(page.locator("#said")).not_to_be_empty()
    return page.locator("#said").inner_text()


def test_t_says_what_stands_beside_a_card_that_it_can_take_nothing_from(browser: Browser, ferry: Visitor) -> None:
    with seat(browser, ferry.desk, at="/article/1") as seen:
        page = seen.page

        def taken(status: str) -> str:
            beside = f".beside.is-{status}" if status else ".beside"
            cards = page.locator(f".card[data-state]:{'has' if status else 'not'}(:is({beside})):not(:has(.take))")
            cards.first.locator("h3").click(position={"x": 2, "y": 2})
            return answers(page, "t")

        assert taken("confirmed") == "The source beside it has it so: f ticks it."
        assert taken("differs").startswith("In the source no single value stands in its place: e writes")
        assert taken("absent").startswith("No source has these words: e writes")
        assert page.locator('.card[data-state="mend"]').count() == 0


def test_no_key_of_the_help_is_silent_where_it_does_nothing(browser: Browser, desk: Desk) -> None:
    ana = desk.visitor("Ana")
    for key in (DATE, PEOPLE):
        ana.decide(key, "fine")
    with seat(browser, desk, at="/article/1?state=call") as seen:
        page = seen.page
        for key in "jkmfxtce":
            assert answers(page, key) == "There is no card on this page.", key
        assert answers(page, "s").startswith("Nothing waits to be ticked off as mended")
        assert answers(page, "a") == "Select words in the article first."
        page.goto(f"{desk.base}/article/1")
        assert answers(page, "t") == "No source stands beside this: e writes how it should read."
        first, decided = page.locator("#n1"), page.locator("#n3")
        first.get_by_label("Note").fill("Listen again.")
        first.get_by_label("Note").press("Control+Enter")
        expect(page.locator(".card.current[data-state=open]")).to_have_count(1)
        for _ in range(5):
            page.locator(".card.current").get_by_label("Note").press("Control+Enter")
            expect(decided).not_to_have_class(re.compile("current"))


def test_in_a_finished_article_the_keys_say_that_no_card_is_chosen(browser: Browser, desk: Desk) -> None:
    clear(desk.visitor("Ana"))
    with seat(browser, desk, at="/article/1") as seen:
        assert answers(seen.page, "f") == "No card is chosen: j goes to the first."
