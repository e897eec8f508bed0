"""The article is checked and signed off where its head says how far it is, or the head says what hinders."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser import PHONE, barriers, needs_chromium
from tests.review import DATE, PEOPLE, Desk
from tests.review.seats import seat
from tests.review.test_states import clear

pytestmark = needs_chromium


def by_keyboard(page: Page, name: str) -> None:
    """Go to the button at the head with Tab, from the top of the page, and press it."""
    button = page.locator("header").get_by_role("button", name=name)
    page.locator(".skip").first.focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            return page.keyboard.press("Enter")
    raise AssertionError(f"no Tab leads to {name}")


def test_one_checks_and_another_signs_off_at_the_head_by_keyboard(browser: Browser, desk: Desk) -> None:
    clear(desk.visitor("Ana"))
    with seat(browser, desk, "Ana", at="/article/1") as ana, seat(browser, desk, "Ben", at="/article/1") as ben:
        by_keyboard(ana.page, "I have checked it")
        expect(ana.page.locator("#signs")).to_have_text("Checked by Ana")
        by_keyboard(ana.page, "Sign it off")
        expect(ana.page.locator("#hinders")).to_be_visible()
        expect(ana.page.locator("#said")).to_have_text("Not yet: somebody other than Ana signs it off.")
        assert barriers(ana.page) == ""
        ana.page.locator("#n1 h3").click()
        ana.page.locator("#n1").get_by_label("Note").fill("The almanac.")
        ana.page.keyboard.press("Escape")
        ana.page.keyboard.press("f")
        expect(ana.page.locator("#n1 .kept")).to_be_empty()
        expect(ana.page.locator("#hinders")).to_have_text("somebody other than Ana signs it off")
        ben.page.goto(f"{desk.base}/article/1/history")
        by_keyboard(ben.page, "Sign it off")
        expect(ben.page.locator("#signs")).to_have_text("Checked by Ana, signed off by Ben")
        expect(ben.page.locator("#sign")).to_have_count(0)


def test_what_hinders_is_told_where_it_is_pressed_and_goes_with_the_last_decision(browser: Browser, desk: Desk) -> None:
    clear(ana := desk.visitor("Ana"))
    ana.decide(DATE, "call", version=1, whom="The mayor")
    ana.decide(PEOPLE, "open", version=1)
    with seat(browser, desk, at="/article/1", viewport=PHONE) as seen:
        page = seen.page
        before, end = page.locator("#hinders"), page.locator(".reading .end")
        by_keyboard(page, "I have checked it")
        expect(before).to_have_text("1 open, 1 call to make, 1 waiting for it")
        expect(before).to_be_in_viewport()
        end.get_by_role("button", name="I have checked it").click()
        expect(page.locator("#said")).to_have_text("Not yet: 1 open, 1 call to make, 1 waiting for it.")
        assert barriers(page) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        for card in ("call", "open"):
            page.locator(f'.card[data-kind=finding][data-state="{card}"] h3').click()
            for _ in range(1 + (card == "call")):  # a call that nobody has answered is asked about first
                page.keyboard.press("f")
        expect(before).to_have_text("")
        end.get_by_role("button", name="I have checked it").click()
        expect(page.locator("#signs")).to_have_text("Checked by Ana")


def test_without_script_the_refusal_says_what_hinders(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    refused = ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked")
    assert refused.status_code == 409
    assert "Not yet: 7 open." in refused.text
