"""The desk in a hand: the article has the page, the chosen card the foot of the screen."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser import PHONE, barriers, needs_chromium
from tests.review import DATE, STORY, Desk, open_desk
from tests.review.seats import seat
from tests.review.test_intake import add

pytestmark = needs_chromium


def in_sight(page: Page, what: str) -> bool:
    """Whether something stands wholly between the top of the screen and its foot."""
    top, bottom, height = page.locator(what).evaluate(
        "(one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom, innerHeight]"
    )
    return bool(top >= 0 and bottom <= height)


def test_the_article_comes_first_and_its_cards_are_one_press_away(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        expect(page.locator("#walk-at")).to_have_text("1 of 7")
        assert in_sight(page, ".words .text:nth-of-type(2)")
        assert barriers(page) == ""

        page.get_by_role("button", name="Next").tap()
        expect(page.locator(".card.current")).to_be_visible()
        assert in_sight(page, ".card.current h3")
        assert in_sight(page, ".words a.lit")
        page.locator(".words a", has_text="Some people").tap()
        expect(page.locator("#n5")).to_be_visible()
        assert in_sight(page, "#n5 h3")
        page.locator("#n5").get_by_role("button", name="Mend").tap()
        expect(page.locator("#n5")).to_have_attribute("data-state", "mend")
        assert barriers(page) == ""

        page.get_by_role("button", name="Hide").tap()
        expect(page.locator("#n5")).to_be_hidden()
        page.locator("#n6 h3").tap()
        expect(page.locator("#n6")).to_be_visible()
        assert in_sight(page, "#n6 h3")


def test_a_chosen_quotation_is_lit_from_its_first_word_to_its_last_over_the_facts_in_it(
    browser: Browser, tmp_path: Path
) -> None:
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk, seat(browser, desk) as seen:
        add(desk.visitor("Ana"), {"story.txt": STORY.encode()})
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.locator(".card", has_text="Quotation").locator("h3").click()
        expect(page.locator(".words .lit").first).to_be_visible()
        assert "".join(page.locator(".words .lit").all_text_contents()) == "We sail on Monday,"


def test_a_name_in_the_article_has_no_colour_of_a_link(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        looks = page.locator(".words .who").first.evaluate(
            "(one) => [getComputedStyle(one).color, getComputedStyle(one.closest('.text')).color]"
        )
        assert looks[0] == looks[1]


def test_the_history_is_read_without_moving_it_aside(browser: Browser, desk: Desk) -> None:
    long = "The harbour office counts them every morning, and nobody has ever asked it for the list. " * 3
    desk.visitor("Ana").decide(DATE, "mend", note=long, wording="March 1", against="the calendar of the harbour office")
    with seat(browser, desk, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1/history")
        table = page.get_by_role("region", name="History")
        expect(table).to_contain_text("To mend, should read “March 1”")
        assert table.evaluate("(one) => one.scrollWidth <= one.clientWidth")
        assert barriers(page) == ""
