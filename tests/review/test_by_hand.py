"""What a hand does on an article's page: it marks a stretch over two lines, and lets a file fall."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Route, expect

from tests.browser import barriers, needs_chromium
from tests.review import STORY, open_desk, put, story
from tests.review.seats import dropped, seat

pytestmark = needs_chromium


def test_a_stretch_over_the_end_of_a_line_is_marked_too(browser: Browser, tmp_path: Path) -> None:
    lines = STORY.replace("Ruiz counted 15 boats in the harbour.", "Ruiz counted 15 boats in the\nharbour   for free.")
    with open_desk(put(tmp_path / "reports", story(lines))) as desk, seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.evaluate(
            """() => { const at = document.createTreeWalker(document.querySelector('.words'), NodeFilter.SHOW_TEXT);
            let node; while ((node = at.nextNode()) && !node.data.includes('harbour'));
            const range = document.createRange(); range.setStart(node, node.data.indexOf('in the'));
            range.setEnd(node, node.data.indexOf("free")); getSelection().addRange(range); }"""
        )
        page.keyboard.press("a")
        expect(page.get_by_label("Words of the article")).to_have_value("in the harbour for")
        page.get_by_role("button", name="A fact to check").click()
        page.wait_for_url(re.compile(r"/article/1\?at="))
        expect(page.locator(".card[data-kind=mark]")).to_contain_text("marked by Ana")


def test_a_file_that_falls_on_an_article_is_asked_about_where_it_may_be_its_next_version(
    browser: Browser, tmp_path: Path
) -> None:
    newer, log, notes = (tmp_path / name for name in ("ferry.txt", "log.txt", "notes.txt"))
    newer.write_text(STORY.replace("15 boats", "16 boats"), encoding="utf-8")
    log.write_text("Ruiz counted 15 boats in the harbour.", encoding="utf-8")
    notes.write_text("Nobody was there.", encoding="utf-8")
    with open_desk(put(tmp_path / "reports", story())) as desk, seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        dropped(page, log)
        asked = page.get_by_role("dialog")
        expect(asked).to_contain_text("log.txt")
        expect(asked.get_by_role("heading")).to_be_focused()
        assert barriers(page) == ""
        page.keyboard.press("Escape")
        expect(asked).to_be_hidden()
        dropped(page, log)
        with page.expect_navigation():
            asked.get_by_role("button", name="A source").press("Enter")
        expect(page.locator("#sources-form")).to_contain_text("log.txt")
        dropped(page, newer)
        expect(asked.get_by_role("heading")).to_be_focused()  # a name tells little, so Enter alone decides nothing
        with page.expect_navigation():
            asked.get_by_role("button", name="A newer version of the article").press("Enter")
        expect(page.locator(".words")).to_contain_text("16 boats")
        expect(page.locator("#sources-form")).not_to_contain_text("ferry.txt")
        with page.expect_navigation():
            dropped(page, notes, newer)  # several are sources
        expect(page.locator("#sources-form")).to_contain_text("ferry.txt")


def test_words_that_are_on_their_way_do_not_come_after_the_decision_that_holds_them(
    browser: Browser, tmp_path: Path
) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk, seat(browser, desk) as seen:
        page = seen.page
        held: list[Route] = []
        page.goto(f"{desk.base}/article/1")
        page.route(re.compile("/draft$"), lambda route: held.append(route))
        page.keyboard.press("e")
        with page.expect_request(re.compile("/draft$")):
            page.keyboard.type("Nobody")
        page.keyboard.press("Escape")
        page.keyboard.press("m")
        page.wait_for_timeout(500)  # the decision would have been faster
        with page.expect_response(re.compile("/draft$")):
            for one in held:
                one.continue_()
        expect(page.locator(".card[data-state=mend]").first).to_contain_text("To mend by Ana")
        page.reload()
        assert page.get_by_text("kept, not decided").count() == 0


def test_files_that_are_too_large_together_are_told_before_they_are_sent(browser: Browser, tmp_path: Path) -> None:
    with open_desk("--db", tmp_path / "own.db") as desk, seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/add")
        large = tmp_path / "report.pdf"
        large.write_bytes(b"%PDF-1.7" + bytes(25_000_000))
        page.get_by_label("Sources, where you have any").set_input_files(large)
        page.get_by_label("Text").fill("The ferry sails on Monday, the mayor said.")
        page.get_by_role("button", name="Check").click()
        expect(page.get_by_role("alert")).to_contain_text("MB at once; bring fewer files")


def test_what_is_dropped_after_the_article_is_taken_for_its_source(browser: Browser, tmp_path: Path) -> None:
    story_file, release = tmp_path / "story.txt", tmp_path / "release.md"
    story_file.write_text("The ferry sails on Monday, the mayor said.", encoding="utf-8")
    release.write_text("The ferry sails on Tuesday.", encoding="utf-8")
    with open_desk("--db", tmp_path / "own.db") as desk, seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/add")
        dropped(page, story_file)
        expect(page.get_by_label("What story.txt is")).to_have_value("files")
        dropped(page, release)
        expect(page.get_by_label("What release.md is")).to_have_value("sources")


TALK = """MODERATOR: When does the ferry sail?

ADA HOLM: It sails on Tuesday, as it always did.

MODERATOR: And who steers it?

ADA HOLM: I do, on most days of the week.
"""


def test_a_transcript_is_taken_for_a_source_in_whatever_order_it_is_dropped(browser: Browser, tmp_path: Path) -> None:
    ferry, talk, minutes = tmp_path / "ferry.txt", tmp_path / "a talk.txt", tmp_path / "minutes.md"
    ferry.write_text("The ferry sails on Monday, the mayor said.", encoding="utf-8")
    talk.write_text(TALK, encoding="utf-8")
    minutes.write_text("The ferry sails on Tuesday.", encoding="utf-8")
    with open_desk("--db", tmp_path / "own.db") as desk, seat(browser, desk) as seen:
        page = seen.page

        def is_taken_for(file: Path, what: str) -> None:
            expect(page.get_by_label(f"What {file.name} is")).to_have_value(what)

        page.goto(f"{desk.base}/add")
        dropped(page, talk, ferry)
        is_taken_for(ferry, "files")
        is_taken_for(talk, "sources")

        page.reload()
        dropped(page, talk)
        is_taken_for(talk, "files")  # it came alone: an interview is an article, too
        dropped(page, ferry)
        is_taken_for(talk, "sources")
        is_taken_for(ferry, "files")
        page.get_by_label(f"What {talk.name} is").select_option("Article")
        page.get_by_label(f"What {ferry.name} is").select_option("Source")
        dropped(page, minutes)
        is_taken_for(talk, "files")
        is_taken_for(ferry, "sources")
        is_taken_for(minutes, "sources")

        page.reload()
        page.get_by_label("Text").fill("The ferry sails on Monday, the mayor said.")
        dropped(page, minutes)
        is_taken_for(minutes, "sources")
        page.get_by_role("button", name="Check").click()
        page.wait_for_url(f"{desk.base}/article/1?**")
        expect(page.get_by_text("minutes.md was read").first).to_be_attached()


def test_words_that_begin_with_a_quotation_mark_are_told_in_one_pair_of_marks(browser: Browser, tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk, seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.get_by_label("Words of the article").fill('"We sail')
        page.get_by_label("They should read").fill("“We sail”, we hear,")
        page.get_by_role("button", name="Something to mend").click()
        page.wait_for_url(re.compile(r"/article/1\?at="))
        expect(page.locator(".card[data-kind=mark]")).to_contain_text("To mend by Ana, should read “We sail”, we hear,")
        page.goto(f"{desk.base}/article/1/history")
        newest = page.get_by_role("region", name="History").locator("tbody tr").first
        expect(newest).to_contain_text("Marked “We sail” by hand")
        expect(newest).to_contain_text("should read “We sail”, we hear,")
        expect(newest.locator("td[data-label=Before]")).to_have_text("Not marked")
        page.goto(f"{desk.base}/take?article=1")
        with page.expect_download() as download:
            page.get_by_role("link", name="The annotated report").click()
        taken = Path(download.value.path()).read_text(encoding="utf-8")
        assert "should read: <bdi>“We sail”, we hear,</bdi>" in taken
