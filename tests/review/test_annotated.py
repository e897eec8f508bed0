"""The annotated report as it is taken from the desk: what was decided about facts and marked stretches is on it."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser import barriers, needs_chromium, window
from tests.review import DATE, open_desk, put, story, words
from tests.review.seats import seat

pytestmark = needs_chromium


def test_facts_ticked_and_stretches_marked_at_the_desk_are_on_the_report_that_is_taken_away(
    browser: Browser, tmp_path: Path
) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk, seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.get_by_label("Checking against").fill("Timetable")
        page.locator("#n1 h3").click()
        page.keyboard.press("f")
        expect(page.locator("#n1")).to_have_attribute("data-state", "fine")
        boats = page.locator(".card", has_text="15 boats").last
        boats.locator("h3").click()
        boats.get_by_label("Should read").fill("16 <b>boats</b>")
        boats.get_by_role("button", name="Mend").click()
        expect(boats).to_have_attribute("data-state", "mend")
        page.get_by_label("Words of the article").fill("in the harbour")
        page.get_by_role("button", name="A fact to check").click()
        page.wait_for_url(re.compile(r"/article/1\?at="))
        marked = page.locator(".card[data-kind=mark]")
        marked.get_by_role("button", name="Call", exact=True).click()
        marked.get_by_label("Whom").fill("Harbour office")
        marked.get_by_role("button", name="Save the call").click()
        expect(marked).to_contain_text("To call by Ana, Harbour office")

        page.goto(f"{desk.base}/take?article=1")
        with page.expect_download() as download:
            page.get_by_role("link", name="The annotated report").click()
        taken = tmp_path / "report.html"
        download.value.save_as(taken)
    with window(browser) as reader:
        reader.page.goto(taken.as_uri())
        lines = reader.page.locator("article .tick")
        expect(lines.filter(has_text="Monday").first).to_contain_text("Checked, fine by Ana, against Timetable")
        expect(lines.filter(has_text="15 boats")).to_contain_text(
            "Mend by Ana, against Timetable; should read: “16 <b>boats</b>”"
        )
        expect(lines.filter(has_text="in the harbour")).to_contain_text("To call Harbour office, noted by Ana")
        todo = reader.page.get_by_role("navigation", name="To check")
        expect(todo).to_contain_text("6 facts: 1 checked, 1 to mend, 1 to call, 3 open")
        assert barriers(reader.page) == ""
        assert reader.errors == []
        assert reader.violations() == []


def test_a_fact_decided_with_its_finding_is_told_there(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk:
        ana = desk.visitor("Ana")
        ana.decide(DATE, "mend", wording="March 1")
        page = words(ana.page("/take/html?article=1").partition("<main>")[2])
        assert re.search(r"February 30[^.]*? Mend along with finding 1", page)
        assert "5 facts: 1 decided along with another, 4 open" in page


def test_where_only_findings_were_decided_no_fact_is_told_as_decided(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk:
        ana = desk.visitor("Ana")
        ana.decide(DATE, "false-alarm")
        page = ana.page("/take/html?article=1")
        assert "False alarm" in page
        assert 'class="ticks"' not in page
        assert "facts:" not in words(page)
