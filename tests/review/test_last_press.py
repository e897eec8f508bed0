"""The last press in a real browser: what it was is undone and said, and the end of the work is led to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import barriers, needs_chromium
from tests.review import STORY, Desk, open_desk
from tests.review.seats import seat
from tests.review.test_intake import add

pytestmark = needs_chromium


def select(page: Page, word: str) -> None:
    page.evaluate(
        """(word) => { const at = document.createTreeWalker(document.querySelector('.words'), NodeFilter.SHOW_TEXT);
        let node; while ((node = at.nextNode()) && !node.data.includes(word));
        const range = document.createRange(); const start = node.data.indexOf(word);
        range.setStart(node, start); range.setEnd(node, start + word.length);
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        word,
    )


def undo(page: Page) -> None:
    """Press u, once what the last press has loaded is there."""
    page.wait_for_load_state()
    page.keyboard.press("u")


def test_u_takes_back_a_version_a_mark_and_a_decision_one_after_the_other(browser: Browser, tmp_path: Path) -> None:
    newer = tmp_path / "final.txt"
    newer.write_text(STORY.replace("15 boats", "16 boats"), encoding="utf-8")
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk, seat(browser, desk) as seen:
        add(desk.visitor("Ana"), {"story.txt": STORY.encode()})
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.keyboard.press("f")
        expect(page.locator(".card[data-state=fine]").first).to_be_visible()
        select(page, "harbour")
        page.keyboard.press("a")
        page.get_by_role("button", name="A fact to check").click()
        expect(page.locator(".card.current[data-kind=mark]")).to_contain_text("harbour")  # the script scrolls no more
        page.get_by_label("Newer version").set_input_files(newer)
        page.get_by_role("button", name="Check the newer version").click()
        expect(page.locator(".words")).to_contain_text("16 boats")
        undo(page)
        expect(page.locator("#undone")).to_have_text("Undone: Newer version “final.txt”.")
        expect(page.locator(".words")).to_contain_text("15 boats")
        assert barriers(page) == ""
        expect(page).not_to_have_url(re.compile("undone="))  # the script has put the address right
        page.reload()
        expect(page.locator("#undone")).to_be_empty()
        undo(page)
        expect(page.locator("#undone")).to_have_text("Undone: Marked “harbour” by hand.")
        expect(page.locator(".card[data-kind=mark]")).to_have_count(0)
        expect(page.locator(".card[data-state=fine]").first).to_be_visible()
        undo(page)
        expect(page.locator("#undone")).to_have_text(re.compile("Undone: Checked, fine: .* It stands as before: Open."))
        expect(page.locator(".card[data-state=fine]")).to_have_count(0)
        undo(page)
        expect(page.locator("#undone")).to_have_text("There is nothing of yours to undo here.")


def test_what_a_colleague_has_changed_stays_and_the_next_press_goes_further_back(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, "Ana") as ana, seat(browser, desk, "Ben") as ben:
        for seen in (ana, ben):
            seen.page.goto(f"{desk.base}/article/1")
        for number in (6, 7):
            ana.page.locator(f"#n{number}").click()
            ana.page.keyboard.press("f")
            expect(ana.page.locator(f"#n{number}")).to_have_attribute("data-state", "fine")
        ben.page.reload()
        ben.page.locator("#n7").get_by_role("button", name="Mend").click()
        expect(ben.page.locator("#n7")).to_have_attribute("data-state", "mend")
        undo(ana.page)
        expect(ana.page.locator("#undone")).to_contain_text("Not undone: To mend by Ben meanwhile.")
        undo(ana.page)
        expect(ana.page.locator("#n6")).to_have_attribute("data-state", "open")
        ben.page.reload()
        expect(ben.page.locator("#n7")).to_have_attribute("data-state", "mend")


@pytest.mark.parametrize("width", [1280, 390])
def test_what_an_undo_did_or_did_not_stands_where_one_reads_and_is_replaced_by_the_next(
    browser: Browser, desk: Desk, width: int
) -> None:
    size = {"width": width, "height": 700}
    with seat(browser, desk, "Ana", viewport=size) as seen:
        page, ben = seen.page, desk.visitor("Ben")
        page.goto(f"{desk.base}/article/1")
        for _ in range(3):
            last = page.locator(".card.current")
            kind, key = (str(last.get_attribute(f"data-{name}")) for name in ("kind", "key"))
            page.keyboard.press("f")
            expect(page.locator(f'.card[data-key="{key}"]')).to_have_attribute("data-state", "fine")
        ben.decide(key, "mend", version=1, kind=kind)
        page.evaluate("document.getElementById('sources-form').scrollIntoView()")
        told = page.get_by_role("status").filter(has_text=re.compile("ndone"))
        for said in (
            "Not undone: To mend by Ben meanwhile. Once more",
            "Undone: Checked, fine",
            "Not undone: To mend by",
        ):
            undo(page)
            expect(told).to_contain_text(said)
            expect(told).to_be_in_viewport(ratio=1)
            expect(told).to_have_count(1)
        page.keyboard.press("x")
        expect(told).to_have_count(0)


def test_whoever_decides_the_last_is_led_to_saying_that_it_is_checked_and_the_top_says_who_did(
    browser: Browser, desk: Desk
) -> None:
    with seat(browser, desk, "Ana") as ana, seat(browser, desk, "Ben") as ben:
        page = ana.page
        page.goto(f"{desk.base}/article/1")
        expect(page.locator(".reading .end")).to_contain_text("The end of the article. 0 of 7 done")
        while page.locator(".card[data-state=open]").count():
            left = page.locator(".card[data-state=open]").count()
            page.keyboard.press("f")
            page.wait_for_function("(n) => document.querySelectorAll('.card[data-state=open]').length < n", arg=left)
        expect(page.locator("#over")).to_be_focused()
        page.keyboard.press("Tab")
        page.locator("#over").press("j")  # the keys work on
        page.get_by_role("button", name="I have checked this article").click()
        expect(page.locator("#signs")).to_have_text("Checked by Ana")
        ben.page.goto(f"{desk.base}/article/1")
        ben.page.get_by_role("button", name="I sign it off").click()
        expect(ben.page.locator("#signs")).to_have_text("Checked by Ana, signed off by Ben")
        assert barriers(ben.page) == ""
        ben.page.goto(f"{desk.base}/article/1/history")
        expect(ben.page.locator("#signs")).to_have_text("Checked by Ana, signed off by Ben")
        expect(ben.page.get_by_role("table")).to_contain_text("Signed the article off")
        ben.page.goto(f"{desk.base}/article/1")
        ben.page.locator("#n7").get_by_role("button", name="Reopen").click()
        expect(ben.page.locator("#signs")).to_contain_text("Checked no more: Ana had checked it")
        expect(ben.page.locator("#n7")).to_have_attribute("data-state", "open")
        undo(ben.page)
        expect(ben.page.locator("#signs")).to_have_text("Checked by Ana, signed off by Ben")
        undo(ben.page)
        expect(ben.page.locator("#signs")).to_have_text("Checked by Ana")


def test_e_goes_to_what_it_should_read_however_the_card_stands(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        card = page.locator("#n6")
        card.click()
        for state, button in (("open", ""), ("fine", "Checked, fine"), ("mend", "Mend"), ("call", "Call")):
            if button:
                card.get_by_role("button", name=button, exact=True).click()
            expect(card).to_have_attribute("data-state", state)
            card.press("e")
            expect(card.get_by_label("Should read")).to_be_focused()
            page.keyboard.press("Escape")


def test_what_was_taken_off_the_desk_is_found_in_the_list_and_put_back(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.get_by_role("button", name="Take it off the desk").click()
        expect(page.get_by_role("status")).to_contain_text("was taken off the desk.")
        page.goto(f"{desk.base}/")
        expect(page.get_by_role("heading", name="1 article on the desk")).to_be_visible()
        page.get_by_label("Show").select_option("Taken off the desk (1)")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("heading", name="1 article taken off the desk")).to_be_visible()
        assert barriers(page) == ""
        page.get_by_role("button", name=re.compile("Put it back.*Ferry returns in spring")).click()
        expect(page.get_by_role("heading", name="2 articles on the desk")).to_be_visible()
