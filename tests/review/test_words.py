"""The desk by keyboard, where words are typed: calls, undo, what Enter does, and a desk that does not answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium
from tests.review import Desk, open_desk, put, story
from tests.review.seats import seat
from tests.review.test_intake import add, bring
from tests.review.test_newer import FARES, RELEASE

pytestmark = needs_chromium


def opened(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.base}/article/1")
    expect(page.locator(".card.current")).to_have_count(1)


def test_a_call_asks_whom_and_goes_on_when_it_knows(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        opened(page, desk)
        date, day, people = (page.locator(f"#n{n}") for n in (3, 4, 5))
        date.locator("h3").click()
        page.keyboard.press("c")
        expect(date.get_by_label("Whom")).to_be_focused()
        field = date.get_by_label("Answer").bounding_box()
        button = date.get_by_role("button", name="Save the call").bounding_box()
        assert field
        assert button
        assert button["y"] - field["y"] - field["height"] >= 5, "a button stands apart from the field above it"
        page.keyboard.type("The mayor, at once")
        expect(date).to_have_attribute("data-state", "call")
        expect(date.get_by_label("Whom")).to_have_value("The mayor, at once")
        page.keyboard.press("Enter")
        expect(people).to_be_focused()
        expect(date.locator(".standing")).to_have_text("To call by Ana, The mayor, at once")
        expect(day).to_have_attribute("data-state", "call")
        expect(day.locator(".standing")).to_have_text("To call by Ana, along with the finding, The mayor, at once")
        expect(page.get_by_label("0 of 7 done, 1 call to make, 1 waiting for it")).to_be_visible()
        expect(page.get_by_label("Show").locator("option[value=call]")).to_have_text("Calls to make (1)")


def test_an_undo_takes_back_one_press_and_leaves_the_words(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        opened(page, desk)
        date = page.locator("#n3")
        date.locator("h3").click()
        page.keyboard.press("e")
        page.keyboard.type("March 1")
        page.keyboard.press("Enter")
        expect(date).to_have_attribute("data-state", "mend")
        expect(page.locator("#n5")).to_be_focused()  # on to the next that is open: "f" now decides that one
        expect(date.locator(".standing")).to_have_text("To mend by Ana, should read “March 1”")
        page.keyboard.press("u")
        expect(date).to_have_attribute("data-state", "open")
        expect(date.locator("[name=wording]")).to_have_value("March 1")
        expect(date.locator(".kept")).to_have_text("kept, not decided")
        page.reload()
        expect(page.locator("#n3 [name=wording]")).to_have_value("March 1")


def test_a_call_is_answered_by_its_key_and_then_it_is_asked_whether_the_words_stand(
    browser: Browser, desk: Desk
) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        opened(page, desk)
        page.get_by_label("Checking against").fill("The calendar")
        date = page.locator("#n3")
        date.locator("h3").click()
        page.keyboard.press("c")
        page.keyboard.type("The mayor")
        page.keyboard.press("Enter")
        date.locator("h3").click()
        expect(date.get_by_text("Do the words stand?")).to_be_hidden()
        page.keyboard.press("c")
        expect(date.get_by_label("Answer")).to_be_focused()
        page.keyboard.type("Only with a permit")
        page.keyboard.press("Enter")
        expect(date).to_have_attribute("data-state", "answered")
        expect(date.get_by_text("Do the words stand?")).to_be_visible()
        page.keyboard.press("f")
        expect(date.locator(".standing")).to_contain_text("Checked, fine by Ana, against The mayor, call answered 20")
        page.locator("#n5 h3").click()
        page.keyboard.press("m")
        expect(page.locator("#n5 .standing")).to_have_text("To mend by Ana, against The calendar")


def test_one_key_takes_what_the_source_has(browser: Browser, tmp_path: Path) -> None:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        ana = desk.visitor("Ana")
        add(ana, {"fares.txt": FARES.encode()})
        bring(ana, {"release.md": RELEASE})
        with seat(browser, desk) as seen:
            page = seen.page
            opened(page, desk)
            fare = page.locator(".card", has=page.locator("[data-take='14.25 euros']")).first
            fare.locator("h3").click()
            page.keyboard.press("t")
            expect(fare.locator(".standing")).to_contain_text("against release.md, should read “14.25 euros”")


def test_enter_in_what_it_was_checked_against_ticks_it(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        opened(page, desk)
        date = page.locator("#n3")
        date.locator("h3").click()
        date.get_by_label("Checked against").fill("The calendar")
        date.get_by_label("Checked against").press("Enter")
        expect(date.locator(".standing")).to_have_text("Checked, fine by Ana, against The calendar")


def test_a_correction_is_never_dropped_by_a_press_and_a_number_keeps_the_call(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        opened(page, desk)
        people, boats, quay = (page.locator(f"#n{n}") for n in (5, 6, 7))
        people.locator("h3").click()
        page.keyboard.press("e")
        page.keyboard.type("The office says")
        page.keyboard.press("Tab")
        page.keyboard.type("The minutes")
        page.keyboard.press("Enter")
        expect(people.locator(".standing")).to_have_text(
            "To mend by Ana, against The minutes, should read “The office says”"
        )
        boats.locator("h3").click()
        page.keyboard.press("e")
        page.keyboard.type("14 boats")
        page.keyboard.press("Escape")
        page.keyboard.press("f")
        expect(boats.get_by_role("alert")).to_contain_text("It was to read “14 boats”. Which is it?")
        expect(boats).to_have_attribute("data-state", "open")
        page.keyboard.press("Enter")
        expect(boats.locator(".standing")).to_have_text("To mend by Ana, should read “14 boats”")
        expect(boats.get_by_role("alert")).to_have_count(0)
        boats.locator("h3").click()
        boats.get_by_role("button", name="Checked, fine", exact=False).first.click()
        boats.get_by_role("button", name="Checked, fine: as it is printed").click()
        expect(boats.locator(".standing")).to_have_text("Checked, fine by Ana")
        expect(boats.get_by_label("Should read")).to_have_value("")
        quay.locator("h3").click()
        page.keyboard.press("c")
        page.keyboard.type("The harbour office")
        page.keyboard.press("Tab")
        page.keyboard.type("0123 45")
        page.keyboard.press("Enter")
        expect(quay.locator(".standing")).to_have_text("To call by Ana, The harbour office 0123 45")
        expect(quay).to_be_focused()


def test_a_desk_that_does_not_answer_is_told_where_nobody_can_miss_it(browser: Browser, tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk, seat(browser, desk, outlives=True) as seen:
        page = seen.page
        opened(page, desk)
        desk.kill()
        page.keyboard.press("f")
        told = page.get_by_role("alert")
        expect(told).to_be_in_viewport()
        expect(told).to_contain_text("Not saved: the desk does not answer")
        page.locator("#n3 h3").click()
        page.locator("#n3").get_by_label("Note").fill("The mayor's office said May.")
        expect(told).to_contain_text("What you typed is NOT kept")
        with open_desk(put(tmp_path / "reports", story())) as again:
            assert again.base == desk.base
            expect(told).not_to_contain_text("What you typed")
            page.keyboard.press("Escape")
            page.keyboard.press("f")
            expect(page.locator("#n3")).to_have_attribute("data-state", "fine")
            expect(told).to_be_hidden()


def test_the_head_of_every_card_is_in_sight_when_it_is_chosen(browser: Browser, desk: Desk) -> None:
    sizes = [(1280, 800), (1440, 900), (1280, 660), (1280, 640), (390, 844)]  # some just as high as a card
    with seat(browser, desk) as seen:
        page = seen.page
        for width, height in sizes:
            page.set_viewport_size({"width": width, "height": height})
            opened(page, desk)
            for press in range(12):
                page.keyboard.press("j" if press < 6 else "k")
                head, bar = page.evaluate(
                    """() => [document.querySelector('.card.current h3').getBoundingClientRect().top,
                    document.getElementById('source').getBoundingClientRect().bottom]"""
                )
                above = 0 if width < 600 else bar  # on a phone nothing lies over it
                assert above - 1 <= head < height, (width, height, press)


def test_nobody_is_let_sign_what_is_not_cleared_and_a_refusal_leads_back(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        opened(page, desk)
        sign = page.get_by_role("button", name="I have checked this article")
        expect(sign).to_be_hidden()
        expect(
            page.get_by_text("You can say that it is checked when nothing is to do any more: 0 of 7 done.")
        ).to_be_visible()
        for _ in range(6):
            page.keyboard.press("f")
        expect(page.get_by_text("Cleared", exact=True)).to_be_visible()
        expect(page.get_by_text("Mind: 6 checked against nothing named.")).to_be_visible()
        expect(sign).to_be_visible()
    ana = desk.visitor("Ana")
    refused = ana.post("/article/1/mark", ana.csrf("/article/1"), words="nowhere in it")
    assert refused.status_code == 400
    assert 'href="/article/1"' in refused.text
    assert 'aria-label="Desk"' in refused.text


def test_a_day_is_the_same_on_every_clock_and_told_like_a_moment(browser: Browser, tmp_path: Path) -> None:
    dated = story()
    dated = dated.model_copy(update={"article": dated.article.model_copy(update={"published": date(2019, 3, 12)})})
    with open_desk(put(tmp_path / "reports", dated)) as desk:
        for zone in ("Asia/Tokyo", "America/New_York"):
            with seat(browser, desk, timezone_id=zone, locale="en-GB") as seen:
                seen.page.goto(f"{desk.base}/article/1")
                expect(seen.page.locator("header .path")).to_contain_text("published 12 Mar 2019")
