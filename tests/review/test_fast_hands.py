"""Whoever is faster than the desk: what was pressed is decided as it stood then, and nothing that was typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import needs_chromium
from tests.review import DATE, Desk
from tests.review.seats import seat

DECIDED = re.compile("/decide$")


def held(page: Page) -> Callable[[], None]:
    """A desk that is slow: its first answer comes when the function that this gives is called."""
    first: list[Route] = []

    def come(route: Route) -> None:
        if first:
            route.continue_()
        else:
            first.append(route)

    page.route(DECIDED, come)

    def let_go() -> None:
        with page.expect_response(DECIDED):
            first[0].continue_()

    return let_go


@needs_chromium
def test_a_call_is_answered_by_its_key_though_the_desk_has_not_heard_of_it_yet(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        date = page.locator("#n3")
        date.locator("h3").click()
        let_go = held(page)
        with page.expect_request(DECIDED):
            page.keyboard.press("c")
        page.keyboard.type("The mayor")
        page.keyboard.press("Enter")
        date.locator("h3").click()
        page.keyboard.press("c")
        page.keyboard.type("Only with a permit")
        page.keyboard.press("Enter")
        let_go()
        expect(date.get_by_text("Do the words stand?")).to_be_visible()
        expect(date.get_by_label("Answer")).to_have_value("Only with a permit")
        expect(page.locator(".card[data-state=fine], .card[data-state=mend]")).to_have_count(0)
        page.reload()
        expect(page.locator("#n3").get_by_label("Answer")).to_have_value("Only with a permit")
        expect(page.locator("#n3").get_by_label("Whom")).to_have_value("The mayor")
        page.goto(f"{desk.base}/article/1/history")
        answers = page.locator("td", has_text=re.compile("^Call answered"))
        assert set(answers.all_inner_texts()) == {"Call answered, call “The mayor”, answer “Only with a permit”"}


@needs_chromium
def test_what_is_typed_while_the_desk_writes_stays_on_every_card(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        date, day, people = (page.locator(f"#n{n}") for n in (3, 4, 5))
        page.get_by_label("Checking against").fill("Timetable")
        date.locator("h3").click()
        let_go = held(page)
        with page.expect_request(DECIDED):
            page.keyboard.press("m")  # with it goes the day, which is the same problem
        expect(people).to_be_focused()
        date.locator("h3").click()
        date.get_by_label("Checked against").fill("The calendar of 2019")
        date.locator("summary", has_text="The call").click()
        date.get_by_label("Tried just now").fill("no answer")
        day.locator("h3").click()
        day.get_by_label("Note").fill("a leap year?")
        let_go()
        expect(day).to_have_attribute("data-state", "mend")
        expect(date.locator(".standing")).to_have_text("To mend by Ana, against Timetable")
        expect(date.get_by_label("Checked against")).to_have_value("The calendar of 2019")
        expect(date.get_by_label("Tried just now")).to_have_value("no answer")
        expect(day.get_by_label("Note")).to_have_value("a leap year?")
        for card in (date, day):
            expect(card.locator(".kept")).to_have_text("kept, not decided")
        page.reload()
        expect(date.get_by_label("Tried just now")).to_have_value("no answer")
        expect(day.get_by_label("Note")).to_have_value("a leap year?")


@needs_chromium
def test_the_place_in_a_source_is_that_of_the_fact_it_was_written_for(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        place = page.locator("#source").get_by_label("Where in it")
        page.get_by_label("Checking against").fill("Timetable")
        place.fill("page 2")
        place.press("Escape")
        let_go = held(page)
        with page.expect_request(DECIDED):
            page.keyboard.press("f")
        expect(place).to_have_value("")
        page.keyboard.press("f")
        place.fill("page 9")
        let_go()
        expect(page.locator("#n1 .standing")).to_have_text("Checked, fine by Ana, against Timetable, page 2")
        expect(page.locator("#n2 .standing")).to_have_text("Checked, fine by Ana, against Timetable")
        expect(place).to_have_value("page 9")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        expect(place).to_have_value("")
        place.fill("page 10")
        page.reload()
        expect(page.get_by_label("Checking against")).to_have_value("Timetable")
        expect(place).to_have_value("page 10")
        place.press("Escape")
        page.keyboard.press("j")
        expect(place).to_have_value("")
        page.reload()
        expect(place).to_have_value("")


@needs_chromium
def test_a_place_whose_decision_was_not_saved_comes_back_on_its_card(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.get_by_label("Checking against").fill("Timetable")
        page.locator("#source").get_by_label("Where in it").fill("page 2")
        page.keyboard.press("Escape")
        page.route(DECIDED, lambda route: route.fulfill(status=503, json={"problem": "The disk is full."}))
        page.keyboard.press("f")
        expect(page.get_by_role("alert")).to_contain_text("The disk is full.")
        expect(page.locator("#n1").get_by_label("Checked against")).to_have_value("Timetable")
        expect(page.locator("#n1").get_by_label("Where in it")).to_have_value("page 2")
        expect(page.locator("#n1 .kept")).to_have_text("kept, not decided")
        seen.errors.clear()  # Chromium logs the answer


@pytest.mark.parametrize("answered", [True, False])
def test_what_a_closing_window_decided_on_an_older_state_is_kept_as_typed(desk: Desk, answered: bool) -> None:
    ana = desk.visitor("Ana")
    ana.decide(DATE, "call")
    told = {"whom": "The mayor", "attempt": "rang twice"}
    refused = ana.decide(DATE, "call", version=0, **told, **({} if answered else {"leaving": "yes"}))
    assert refused.status_code == 409
    assert ("kept, not decided" in ana.page("/article/1")) is not answered
    assert ('value="rang twice"' in ana.page("/article/1")) is not answered
