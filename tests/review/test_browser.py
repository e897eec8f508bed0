"""The desk in a real browser: two windows, hostile articles, and what axe-core says."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, expect

from tests.browser import barriers, needs_chromium, window
from tests.review import DATE, PEOPLE, STORY, Desk, open_desk, put, story
from tests.review.seats import seat

pytestmark = needs_chromium
COLOUR = "(one) => getComputedStyle(one).color"


def test_whoever_has_the_address_is_let_in_and_puts_a_name_beside_decisions(browser: Browser, desk: Desk) -> None:
    with window(browser) as seen:
        page = seen.page
        page.goto(desk.link())
        page.wait_for_url(f"{desk.base}/")
        page.goto(f"{desk.base}/desk")
        page.get_by_label("Name beside your decisions").fill("Ana")
        page.get_by_role("button", name="Save").click()
        page.goto(f"{desk.base}/article/1")
        page.locator("#n3").get_by_role("button", name="Mend").click()
        expect(page.locator("#n3")).to_contain_text("To mend by Ana")
        assert (seen.dialogs, seen.errors, seen.violations()) == ([], [], [])
        assert all(url.startswith(desk.base) for url in seen.requests)


def test_an_article_is_pasted_or_refused_with_what_was_pasted_still_there(browser: Browser, tmp_path: Path) -> None:
    with open_desk("--db", tmp_path / "own.db") as desk, seat(browser, desk, at="/") as seen:
        page = seen.page
        assert barriers(page) == ""
        page.get_by_label("Text").fill("   ")
        page.get_by_role("button", name="Check").click()
        expect(page.get_by_role("alert")).to_contain_text("choose a file, paste a text, or give an address")
        page.get_by_label("Headline").fill("Tram line opens")
        page.get_by_label("Text").fill("The line opens on February 30, 2019, the mayor said.")
        page.get_by_role("button", name="Check").click()
        page.wait_for_url(f"{desk.base}/article/1")
        expect(page.get_by_role("heading", name="Tram line opens").first).to_be_visible()
        seen.errors.clear()  # the refusal, which Chromium logs


def test_a_stretch_is_marked_by_hand_and_taken_away_again(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.evaluate(
            """() => { const text = [...document.querySelectorAll('.words p')].at(-1).firstChild;
            const at = document.createTreeWalker(text.parentNode, NodeFilter.SHOW_TEXT);
            let node; while ((node = at.nextNode()) && !node.data.includes('harbour'));
            const range = document.createRange();
            const start = node.data.indexOf('harbour'); range.setStart(node, start); range.setEnd(node, start + 7);
            getSelection().removeAllRanges(); getSelection().addRange(range); }"""
        )
        page.keyboard.press("a")
        expect(page.get_by_label("Words of the article")).to_have_value("harbour")
        page.get_by_role("button", name="A fact to check").click()
        page.wait_for_url(f"{desk.base}/article/1?at=8#n8")
        expect(page.locator("#n8")).to_contain_text("harbour")
        expect(page.locator("#n8")).to_contain_text("marked by Ana")
        expect(page.get_by_label("0 of 8 done")).to_be_visible()
        page.locator("#n8").get_by_role("button", name="Take the mark away").click()
        expect(page.get_by_label("0 of 7 done")).to_be_visible()


def test_a_colleague_is_asked_and_answers(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, "Ana") as ana, seat(browser, desk, "Ben") as ben:
        ana.page.goto(f"{desk.base}/article/1")
        card = ana.page.locator("#n3")
        card.click()
        card.get_by_text("A colleague").click()
        card.get_by_role("combobox", name="Who").fill("Ben")
        card.get_by_label("Question").fill("Which day did she say?")
        card.get_by_role("button", name="Ask").click()
        expect(ana.page.locator("#n3")).to_contain_text("Ana to Ben: Which day did she say?")
        ben.page.goto(f"{desk.base}/?state=asked")
        ben.page.get_by_role("link", name="Ferry returns in spring").click()
        expect(ben.page.locator(".card.current")).to_be_visible()  # the script has folded the other cards
        asked = ben.page.locator("#n3 .talk")
        asked.get_by_label("Answer").fill("March 1, I was there.")
        asked.get_by_role("button", name="Answer").click()
        expect(ben.page.locator("#n3")).to_contain_text("Ben: March 1, I was there.")
        ben.page.get_by_label("This article is for").fill("Ben")
        ben.page.locator(".hand-over").get_by_role("button", name="Save").click()
        ben.page.goto(f"{desk.base}/?state=mine")
        expect(ben.page.get_by_role("table")).to_contain_text("for Ben")


def test_a_fact_that_was_given_to_somebody_waits_for_him_until_it_is_decided_or_taken_back(
    browser: Browser, desk: Desk
) -> None:
    with seat(browser, desk, "Ana") as ana, seat(browser, desk, "Ben") as ben:

        def give(name: str) -> None:
            ana.page.goto(f"{desk.base}/article/1")
            card = ana.page.locator("#n3")
            card.click()
            card.get_by_text("A colleague").click()
            card.get_by_role("combobox", name="Who").fill(name)
            card.get_by_role("button", name="Give it to them").click()
            ana.page.wait_for_url(f"{desk.base}/article/1?at=3#n3")

        give("Ben")
        expect(ana.page.locator("#n3")).to_contain_text("for Ben")
        ben.page.goto(f"{desk.base}/?state=mine")
        ben.page.get_by_role("link", name="Ferry returns in spring").click()
        expect(ben.page.locator(".card.current")).to_be_visible()
        ben.page.locator('select[name="state"]').select_option("For me (1)")
        ben.page.wait_for_url(re.compile("state=mine"))
        expect(ben.page.locator(".card[data-state]")).to_have_count(1)
        give("")
        card = ana.page.locator("#n3")
        expect(card).not_to_contain_text("for Ben")
        third = {name: str(card.get_attribute(f"data-{name}")) for name in ("kind", "key")}
        again = desk.visitor("Ana")
        again.post("/article/1/assign", again.csrf("/article/1"), name="Ben", number="3", **third)
        ben.page.reload()
        ben.page.locator("#n3").get_by_role("button", name="Checked, fine").click()
        expect(ben.page.locator("#n3")).to_have_attribute("data-state", "fine")
        ben.page.goto(f"{desk.base}/?state=mine")
        expect(ben.page.get_by_text("No article fits.")).to_be_visible()


def test_times_are_those_of_the_reader_s_own_clock(browser: Browser, desk: Desk) -> None:
    shown = []
    for zone in ("Asia/Tokyo", "America/New_York"):
        with seat(browser, desk, timezone_id=zone, locale="en-GB") as seen:
            page = seen.page
            page.goto(f"{desk.base}/article/1")
            if not shown:
                page.keyboard.press("c")
                expect(page.locator("#n1")).to_have_attribute("data-state", "call")
                page.locator("#n1").click()
                page.locator("#n1").get_by_label("Tried just now").fill("no answer")
                page.locator("#n1").get_by_role("button", name="Save the call").click()
                expect(page.locator("#n1 .attempts")).to_contain_text("Ana: no answer")
                at_once = page.locator("#n1 time").inner_text()
                page.reload()
                assert page.locator("#n1 time").text_content() == at_once
            time = page.locator("#n1 time")
            kept = datetime.fromisoformat(str(time.get_attribute("datetime")))
            assert f"{kept.astimezone(ZoneInfo(zone)):%H:%M}" in str(time.text_content())
            shown.append(time.text_content())
    assert shown[0] != shown[1]


def test_what_the_author_has_mended_is_settled_by_one_key(browser: Browser, tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk:
        ana = desk.visitor("Ana")
        ana.decide(DATE, "mend", wording="March 2")
        ana.decide(PEOPLE, "mend", wording="The harbour office says")
    put(reports, story(STORY.replace("February 30", "March 2").replace("Some people say", "The council says")))
    with open_desk(reports, "--take-newer") as desk, seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        expect(page.locator("#again")).to_contain_text("1 mended, 1 changed, 0 still there")
        page.keyboard.press("s")
        expect(page.locator("#again")).to_contain_text("0 mended, 1 changed, 0 still there")


def test_findings_are_filtered_by_what_is_decided_and_by_rule(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.locator("#n3").get_by_role("button", name="False alarm").click()
        expect(page.locator("#n3")).to_have_attribute("data-state", "false-alarm")
        page.get_by_label("Show").select_option("todo")
        page.wait_for_url("**state=todo*")  # the next choice is made on the page that this one brings
        expect(page.locator(".card[data-state]")).to_have_count(6)
        page.locator("select[name=what]").select_option("finding")
        page.wait_for_url("**what=finding*")
        expect(page.locator(".card[data-state]")).to_have_count(1)
        expect(page.locator(".card[data-state]")).to_contain_text("Some people")
        page.get_by_label("Show").select_option("")
        page.wait_for_url(lambda address: "state=todo" not in address)
        page.get_by_label("Kind").select_option("D003")
        expect(page.locator(".card[data-state]")).to_have_count(1)
        expect(page.locator(".card[data-state]")).to_contain_text("February 30")
        page.locator(".words").get_by_role("link", name="Some people").click()
        expect(page.locator("#n5")).to_be_visible()


def test_the_keys_are_told_and_can_be_switched_off(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.keyboard.press("?")
        expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
        assert barriers(page) == ""
        page.get_by_label("Keys are on").uncheck()
        page.get_by_role("button", name="Close").click()
        page.reload()
        page.keyboard.press("j")
        page.keyboard.press("m")
        page.locator("#n5").get_by_role("button", name="Mend").click()
        expect(page.locator("#n5")).to_have_attribute("data-state", "mend")
        expect(page.locator("#n3")).to_have_attribute("data-state", "open")


def test_a_second_window_of_one_browser_needs_no_address_and_learns_of_decisions(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        seen.page.goto(f"{desk.base}/article/1")
        second = seen.context.new_page()
        second.goto(f"{desk.base}/article/1")
        second.locator("#n3").get_by_role("button", name="Mend").click()
        expect(second.locator("#n3")).to_have_attribute("data-state", "mend")
        second.close()
        seen.page.evaluate("window.dispatchEvent(new Event('focus'))")
        expect(seen.page.locator("#n3")).to_have_attribute("data-state", "mend")


def test_two_browsers_are_shown_both_decisions_and_choose(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, "Ana") as ana, seat(browser, desk, "Ben") as ben:
        for seen in (ana, ben):
            seen.page.goto(f"{desk.base}/article/1")
        mine, theirs = ana.page.locator("#n3"), ben.page.locator("#n3")
        for card, note in ((theirs, "No such day."), (mine, "A leap second.")):
            card.click()
            card.get_by_label("Note").fill(note)
        mine.get_by_role("button", name="Checked, fine").click()
        expect(mine).to_contain_text("Checked, fine by Ana")
        theirs.get_by_role("button", name="Mend").click()
        expect(theirs.get_by_role("alert")).to_contain_text("Theirs: Checked, fine by Ana, “A leap second.”")
        expect(theirs.get_by_role("alert")).to_contain_text("Yours, not saved: Mend, “No such day.”")
        assert barriers(ben.page) == ""
        theirs.get_by_role("button", name="Put mine in its place").click()
        expect(theirs).to_contain_text("To mend by Ben")
        ben_s = theirs.locator(".standing .person").evaluate(COLOUR)
        ana.page.reload()
        assert mine.locator(".standing .person").evaluate(COLOUR) == ben_s
        mine.get_by_role("button", name="Checked, fine").click()
        expect(mine.locator(".standing .person")).to_have_text("Ana")
        assert mine.locator(".standing .person").evaluate(COLOUR) != ben_s
        ana.page.keyboard.press("u")
        expect(mine).to_contain_text("To mend by Ben")
        expect(mine.get_by_label("Note")).to_have_value("No such day.")


def test_a_desk_that_was_closed_is_told_and_nothing_looks_saved(browser: Browser, desk: Desk) -> None:
    with window(browser) as seen:
        page = seen.page
        page.goto(desk.link())
        page.wait_for_url(f"{desk.base}/")
        page.goto(f"{desk.base}/article/1")
        desk.kill()
        page.locator("#n3").get_by_role("button", name="Mend").click()
        expect(page.locator("#said")).to_contain_text("Not saved")
        expect(page.locator("#n3")).to_have_attribute("data-state", "open")


def test_everything_works_without_script(browser: Browser, desk: Desk) -> None:
    with window(browser, java_script_enabled=False) as seen:
        page = seen.page
        page.goto(desk.link())
        page.wait_for_url(f"{desk.base}/")
        page.goto(f"{desk.base}/article/1?state=open")
        page.locator("#n3").get_by_label("Note").fill("No such day.")
        page.locator("#n3").get_by_role("button", name="Mend").click()
        page.goto(f"{desk.base}/article/1")
        expect(page.locator("#n3")).to_have_attribute("data-state", "mend")
        expect(page.locator("#n3").get_by_label("Note")).to_have_value("No such day.")
        page.get_by_role("button", name="Undo the last thing I did here").click()
        expect(page.locator("#n3")).to_have_attribute("data-state", "open")


def test_a_claim_and_a_speaker_are_corrected(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1/claims")
        page.locator("#s1").get_by_label("Should be").fill("Ana Ruiz-Holm")
        page.locator("#s1").get_by_role("button", name="Save").click()
        expect(page.locator("#s1")).to_contain_text("Corrected by Ana")
        page.locator("#c1").get_by_label("Wording").fill("The ferry sails on Monday.")
        page.locator("#c1").get_by_label("Our verdict").fill("True")
        page.locator("#c1").get_by_role("button", name="Save").click()
        expect(page.locator("#c1")).to_contain_text("Corrected by Ana")
        page.goto(f"{desk.base}/article/1/history")
        expect(page.get_by_role("table")).to_contain_text("our verdict “True”")
