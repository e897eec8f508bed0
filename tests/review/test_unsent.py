"""Nothing typed is lost: what was not sent when the page went is there again, for whoever typed it alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser import needs_chromium
from tests.review import DATE, Desk, open_desk
from tests.review.seats import seat

TEXT = "The line opens on Monday, the mayor said."


def typed(page: Page, field: Locator, words: str) -> None:
    """Type into a field, and have the page go at once."""
    field.fill(words)
    page.reload()


@needs_chromium
def test_what_was_typed_and_not_sent_is_there_again_until_it_is_sent(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, at="/article/1") as seen:
        page = seen.page
        page.route("**/draft", lambda route: route.abort())  # the page goes before the desk has heard
        card = page.locator("#n3")
        card.locator("h3").click()
        typed(page, card.get_by_label("Note"), "No such day.")
        expect(card.get_by_label("Note")).to_have_value("No such day.")
        page.unroute("**/draft")
        card.locator("h3").click()
        page.keyboard.press("f")
        expect(card).to_have_attribute("data-state", "fine")
        assert desk.visitor().standing(DATE)["fields"]["note"] == "No such day."
        page.reload()
        card.locator("h3").click()
        with page.expect_response(re.compile("/decide$")):
            card.get_by_label("Note").fill("No such day at all.")
            page.keyboard.press("Escape")  # it is decided already: the note goes with the decision
        expect(card.locator(".kept")).to_be_empty()
        assert desk.visitor().standing(DATE)["fields"]["note"] == "No such day at all."

        question = card.get_by_label("Question")
        card.locator("h3").click()
        card.get_by_text("A colleague").click()
        card.get_by_role("combobox", name="Who").fill("Ben")
        typed(page, question, "Which day did she say?")
        card.locator("h3").click()
        expect(question).to_be_visible()
        card.get_by_role("button", name="Give it to them").click()
        page.wait_for_url("**at=3#n3")
        expect(question).to_have_value("Which day did she say?")
        card.get_by_role("button", name="Ask").click()
        expect(card.locator(".talk")).to_contain_text("Which day did she say?")
        expect(question).to_have_value("")

        page.wait_for_load_state()  # before its script runs nothing typed on it is kept
        marks = page.locator("#mark-form")
        marks.get_by_label("Words of the article").fill("no such words")
        typed(page, marks.get_by_label("They should read"), "the yard")
        marks.get_by_role("button", name="Something to mend").click()
        expect(page.get_by_role("heading", name="Bad Request")).to_be_visible()
        page.goto(f"{desk.base}/article/1")
        expect(marks.get_by_label("Words of the article")).to_have_value("no such words")
        marks.get_by_label("Words of the article").fill("harbour")
        marks.get_by_role("button", name="Something to mend").click()
        expect(page.locator("#n8")).to_contain_text("harbour")
        expect(marks.get_by_label("They should read")).to_have_value("")

        page.goto(f"{desk.base}/article/1/claims")
        typed(page, page.locator("#c1").get_by_label("Wording"), "The ferry sails on Monday.")
        page.locator("#c1").get_by_role("button", name="Save").click()
        expect(page.locator("#c1")).to_contain_text("Corrected by Ana")
        expect(page.locator("#c1").get_by_label("Wording")).to_have_value("The ferry sails on Monday.")
        seen.errors.clear()  # what was held back and what was refused, which Chromium logs


@needs_chromium
def test_a_page_that_was_made_before_the_last_words_came_shows_them_all_the_same(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, at="/article/1") as seen:
        page, note = seen.page, seen.page.locator("#n3").get_by_label("Note")
        page.locator("#n3 h3").click()
        note.fill("No such day.")
        expect(page.locator("#n3 .kept")).to_have_text("kept, not decided")

        def late(route: Route) -> None:
            made = route.fetch()
            page.wait_for_timeout(700)  # the desk has the words meanwhile, and the page that goes learns of it
            route.fulfill(response=made)

        page.route("**/article/1", late)
        note.fill("No such day in 2019.")
        page.reload()
        page.unroute("**/article/1")
        expect(note).to_have_value("No such day in 2019.")
        page.reload()
        expect(note).to_have_value("No such day in 2019.")


@needs_chromium
def test_what_was_pasted_comes_back_to_whoever_pasted_it(browser: Browser, tmp_path: Path) -> None:
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk, seat(browser, desk, "", at="/add") as seen:
        page = seen.page
        scripts: list[Route] = []
        page.route("**/add.js", lambda route: scripts.append(route))  # the line is slow, the hands are not
        page.goto(f"{desk.base}/add", wait_until="commit")
        page.get_by_label("Headline").fill("Line opens")
        page.get_by_label("Text").fill(TEXT)
        assert scripts
        for script in scripts:
            script.continue_()
        page.unroute("**/add.js")
        page.wait_for_load_state()
        page.reload()
        expect(page.get_by_label("Headline")).to_have_value("Line opens")
        expect(page.get_by_label("Text")).to_have_value(TEXT)
        typed(page, page.get_by_label("Your name"), "Ana")
        expect(page.get_by_label("Your name")).to_have_value("Ana")
        page.get_by_role("button", name="Sign with it").click()
        page.wait_for_url(f"{desk.base}/add")
        expect(page.get_by_label("Text")).to_have_value(TEXT)

        def call_me(name: str) -> None:
            page.goto(f"{desk.base}/desk")
            page.get_by_label("Name beside your decisions").fill(name)
            page.get_by_role("button", name="Save").click()
            expect(page.locator(".who-reviews")).to_contain_text(name)
            page.goto(f"{desk.base}/add")

        call_me("Ben")
        expect(page.get_by_label("Text")).to_have_value("")
        call_me("Ana")
        expect(page.get_by_label("Text")).to_have_value(TEXT)
        page.get_by_role("button", name="Check").click()
        page.wait_for_url(f"{desk.base}/article/1")
        page.goto(f"{desk.base}/add")
        expect(page.get_by_label("Text")).to_have_value("")

        page.goto(f"{desk.base}/desk")
        invited = page.get_by_label("For whom")
        typed(page, invited, "Cem")
        expect(invited).to_have_value("Cem")
        page.get_by_role("button", name="Make an address").click()
        expect(page.get_by_label("Send this to Cem")).to_be_visible()
        expect(invited).to_have_value("")

        page.goto(f"{desk.base}/")
        search = page.get_by_label("Title or path")
        typed(page, search, "line")
        expect(search).to_have_value("line")
        search.press("Enter")
        page.wait_for_url("**words=line")
        page.get_by_role("link", name="Articles", exact=True).click()
        expect(search).to_have_value("")


@pytest.mark.parametrize(("late", "kept"), [("No such day.", False), ("No such day in 2019.", True)])
def test_words_that_come_after_the_decision_that_has_them_are_no_draft(desk: Desk, late: str, kept: bool) -> None:
    ana = desk.visitor("Ana")
    ana.decide(DATE, "mend", note="No such day.", against="calendar")
    csrf = ana.csrf("/article/1")
    fields = {"kind": "finding", "key": DATE, "note": late, "against": "calendar "}
    assert ana.post("/article/1/draft", csrf, data=True, **fields).status_code == 200
    assert ("kept, not decided" in ana.page("/article/1")) is kept
