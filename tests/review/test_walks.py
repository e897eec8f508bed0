"""Whole ways across the desk in a real browser, by keyboard: from the dropped article to what is taken away."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import docx
from docx.oxml.ns import qn
from playwright.sync_api import Browser, Page, expect

from tests.browser import barriers, needs_chromium, window
from tests.report import samples
from tests.review import Desk, open_desk, put, story
from tests.review.seats import dropped, seat

pytestmark = needs_chromium


def test_an_article_is_cleared_by_keyboard_from_the_queue_to_the_list_for_its_author(  # noqa: PLR0915 - the whole way
    browser: Browser, desk: Desk
) -> None:
    with seat(browser, desk, at="/") as seen:
        page = seen.page
        page.get_by_label("Title or path").fill("ferry")
        page.get_by_role("button", name="Show").click()
        page.get_by_role("link", name="Ferry returns in spring").click()
        page.wait_for_url(f"{desk.base}/article/1")
        page.wait_for_load_state()
        monday, date, day, people = (page.locator(f"#n{n}") for n in (1, 3, 4, 5))
        page.get_by_label("Checking against").fill("Timetable")
        page.get_by_label("Where in it").first.fill("page 2")

        page.get_by_label("Where in it").first.press("Escape")
        expect(monday).to_be_focused()
        expect(page.locator(".words .lit")).to_have_text("Monday")
        page.keyboard.press("f")
        expect(monday).to_contain_text("Checked, fine by Ana, against Timetable, page 2")
        page.keyboard.press("f")
        expect(date).to_be_focused()
        page.keyboard.press("e")
        page.keyboard.type("March 1")
        page.keyboard.press("Escape")
        page.keyboard.press("m")
        expect(date).to_have_attribute("data-state", "mend")
        expect(day).to_have_attribute("data-state", "mend")
        expect(people).to_be_focused()
        page.keyboard.press("x")
        expect(people).to_have_attribute("data-state", "false-alarm")
        expect(page.get_by_label("5 of 7 done")).to_be_visible()

        page.reload()
        expect(date).to_have_attribute("data-state", "mend")
        expect(date.get_by_label("Should read")).to_have_value("March 1")
        expect(date.get_by_role("button", name="Mend")).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("u")
        expect(people).to_have_attribute("data-state", "open")
        page.keyboard.press("u")
        expect(date).to_have_attribute("data-state", "open")
        expect(day).to_have_attribute("data-state", "open")
        date.get_by_label("Should read").fill("March 1")
        date.get_by_role("button", name="Mend").click()
        people.get_by_role("button", name="Call", exact=True).click()
        expect(page.get_by_label("4 of 7 done, 1 call to make")).to_be_visible()
        people.get_by_label("Whom").fill("Harbour office")
        people.get_by_label("Tried just now").fill("no answer")
        people.get_by_role("button", name="Save the call").click()
        expect(people.locator(".attempts")).to_contain_text("Ana: no answer")
        expect(people).to_have_attribute("data-state", "call")
        people.get_by_label("Answer", exact=True).fill("Twelve boats, the office counts them.")
        people.get_by_role("button", name="Save the call").click()
        expect(people).to_have_attribute("data-state", "answered")
        expect(page.get_by_label("4 of 7 done, 1 answered and not decided yet")).to_be_visible()
        for number in (5, 6, 7):
            page.locator(f"#n{number}").get_by_role("button", name="Checked, fine").click()
        expect(people.locator(".standing")).to_contain_text(
            "Checked, fine by Ana, against Harbour office, call answered 20"
        )
        expect(page.get_by_text("Done, 1 to mend", exact=True)).to_be_visible()

        page.get_by_role("link", name="Take away").last.click()
        with page.expect_download() as download:
            page.get_by_role("link", name="The list for the author").click()
        saved = Path(download.value.path()).read_text(encoding="utf-8")
        assert "TO MEND" in saved
        assert "“February 30” should read: “March 1”" in saved
        assert "Twelve boats" not in saved, "its words stand by the answer: nothing is asked of the author"


def test_what_is_typed_is_kept_without_a_decision_and_outlives_a_kill(browser: Browser, tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk, seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.locator("#n3").click()
        page.locator("#n3").get_by_label("Note").fill("The mayor's office said May.")
        expect(page.locator("#n3 .kept")).to_have_text("kept, not decided")
        desk.kill()
        state = seen.context.storage_state()
        with open_desk(reports) as again, window(browser, storage_state=state) as back:
            assert again.base == desk.base
            back.page.goto(f"{again.base}/article/1")
            note = back.page.locator("#n3").get_by_label("Note")
            expect(note).to_have_value("The mayor's office said May.")
            with seat(browser, again, "Ben") as other:
                other.page.goto(f"{again.base}/article/1")
                expect(other.page.locator("#n3")).to_contain_text("is writing: The mayor's office said May.")
            back.page.locator("#n3").get_by_role("button", name="Mend").click()
            expect(back.page.locator("#n3")).to_contain_text("To mend by Ana")


def long_story(facts: int) -> str:
    """A text of many figures, each in a sentence of its own."""
    places = ["the yard", "the quay", "the ferry hall", "the old lock"]
    lines = [
        f"The office counted {n} boats at {places[n % 4]} that week, Ana Ruiz said." for n in range(21, 21 + facts)
    ]
    return "Boats are counted\n\n" + "\n\n".join(" ".join(lines[n : n + 4]) for n in range(0, facts, 4)) + "\n"


def test_two_persons_clear_forty_facts_by_keyboard_and_a_kill_in_the_middle_loses_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    reports = put(tmp_path / "reports", samples.report(long_story(40), path="desk/boats.txt"))
    with (
        open_desk(reports) as desk,
        seat(browser, desk, "Ana", outlives=True) as ana,
        seat(browser, desk, "Ben", outlives=True) as ben,
    ):
        for seen in (ana, ben):
            seen.page.goto(f"{desk.base}/article/1")
        total = ana.page.locator(".card[data-state]").count()
        assert total >= 40
        half = total // 2
        ben.page.locator(f"#n{half + 1}").click()
        for seen, presses in ((ana, half // 2), (ben, 5)):
            for _ in range(presses):
                seen.page.keyboard.press("f")
        expect(ana.page.locator(f"#n{half // 2}")).to_have_attribute("data-state", "fine")
        expect(ben.page.locator(f"#n{half + 5}")).to_have_attribute("data-state", "fine")
        desk.kill()
        with open_desk(reports) as again:
            for seen in (ana, ben):
                seen.page.goto(f"{again.base}/article/1")
                assert seen.page.locator('.card[data-state="fine"]').count() == half // 2 + 5
            ben.page.locator(f"#n{half + 6}").click()
            for _ in range(half - half // 2 + 1):
                ana.page.keyboard.press("f")
            for _ in range(total - half - 5):
                ben.page.keyboard.press("f")
            for seen in (ana, ben):  # at once: what was decided goes out before the page does
                seen.page.goto(f"{again.base}/rules")
                seen.page.goto(f"{again.base}/article/1")
            ana.page.wait_for_function(
                "async () => { window.dispatchEvent(new Event('focus')); await new Promise((go) => setTimeout(go, 99));"
                " return !document.getElementById('cleared').hidden; }"
            )
            expect(ana.page.get_by_text("Cleared", exact=True)).to_be_visible()
            ana.page.get_by_role("button", name="I have checked this article").click()
            expect(ana.page.get_by_text("Somebody other than Ana signs it off.")).to_be_visible()
            ben.page.reload()
            ben.page.get_by_role("button", name="I sign it off").click()
            ben.page.goto(f"{again.base}/")
            expect(ben.page.get_by_role("table")).to_contain_text("signed off by Ben")


SEEDS = Path(__file__).parents[2] / "seeds"


def in_word(seed: str, folder: Path) -> Path:
    """A seed as its author would hand it in."""
    document = docx.Document()
    for number, paragraph in enumerate((SEEDS / f"{seed}.txt").read_text(encoding="utf-8").strip().split("\n\n")):
        document.add_paragraph(paragraph, style=None if number else "Title")
    document.save(str(folder / f"{seed}.docx"))
    return folder / f"{seed}.docx"


def tick(page: Page, mend: dict[str, str]) -> None:
    """Go from card to card by keyboard alone until nothing is open: what is in ``mend`` gets its wording, what a source
    confirms or nobody contests is fine."""
    page.wait_for_load_state()
    for _ in range(100):
        if not page.locator(".card[data-state=open]").count():
            return
        card = page.locator(".card.current[data-state=open]")
        key, kind = card.get_attribute("data-key"), card.get_attribute("data-kind")
        here = page.locator(f'.card[data-key="{key}"][data-kind="{kind}"]')
        words = here.locator("h3").inner_text()
        wording = next((now for was, now in mend.items() if was in words), "")
        if wording:
            page.keyboard.press("e")
            page.keyboard.type(wording)
            page.keyboard.press("Escape")
        page.keyboard.press("m" if wording else "f")
        expect(here).not_to_have_attribute("data-state", "open")
    raise AssertionError("there is no end to it")


def test_a_newcomer_clears_a_dropped_word_file_against_its_sources_and_takes_away_what_the_author_needs(  # noqa: PLR0915 - the whole way
    browser: Browser, tmp_path: Path
) -> None:
    draft = in_word("ferry-fares", tmp_path)
    with open_desk("--db", tmp_path / "own.db") as desk, seat(browser, desk, at="/") as seen:
        page = seen.page
        page.wait_for_url(f"{desk.base}/add")
        dropped(page, draft)
        expect(page.get_by_role("button", name="Check")).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{desk.base}/article/1")
        page.wait_for_load_state()
        assert page.locator(".card.current").count() == 1
        page.keyboard.press("f")
        expect(page.locator("#progress-words")).to_have_text(re.compile(r"^1 of \d+ done"))
        before = page.locator(".card[data-kind=finding]").count()

        with page.expect_navigation():
            dropped(page, SEEDS / "sources" / "ferry-meeting.vtt", SEEDS / "sources" / "ferry-release.md")
        page.wait_for_load_state()
        assert page.locator(".card[data-kind=finding]").count() > before
        expect(page.get_by_text("The source has it so: ferry-release.md").first).to_be_visible()
        assert barriers(page) == ""

        tick(page, {"14.50 euros": "13.50 euros"})
        expect(page.get_by_text("Done, 1 to mend", exact=True)).to_be_visible()
        against = page.locator(".card[data-kind=fact]", has_text="8 percent").first
        expect(against).to_contain_text("Checked, fine by Ana, against ferry-release.md")
        page.get_by_role("link", name="The list for the author").click()
        with page.expect_download() as download:
            page.get_by_role("link", name="The list for the author").click()
        listed = Path(download.value.path()).read_text(encoding="utf-8")
        assert "“14.50 euros” should read: “13.50 euros”" in listed
        assert "A round trip for an adult will cost 14.50 euros, according to the release." in listed
        assert "not decided yet" not in listed
        assert "\\" not in listed
        for name in ("A Word file", "The author's own Word file"):
            with page.expect_download() as download:
                page.get_by_role("link", name=name).click()
            made = docx.Document(str(download.value.path()))
            assert any("Should read: 13.50 euros" in comment.text for comment in made.comments)
            assert [e.text for e in made.element.body.iter(qn("w:delText"))] == ["14.50"]
            download.value.save_as(tmp_path / "back from the author.docx")
        with page.expect_download() as download:
            page.get_by_role("link", name="The ledger").click()
        rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
        assert {row["state"] for row in rows} == {"Checked, fine", "To mend"}
        assert {row["checked_by"] for row in rows} == {"Ana"}

        page.goto(f"{desk.base}/article/1")
        page.get_by_label("Newer version").set_input_files(tmp_path / "back from the author.docx")
        page.get_by_role("button", name="Check the newer version").click()
        expect(page.locator("#again")).to_contain_text("1 mended, 0 changed, 0 still there")
        page.wait_for_load_state()
        page.keyboard.press("s")
        expect(page.locator("#again")).to_have_count(0)
        tick(page, {})
        expect(page.get_by_text("Cleared", exact=True)).to_be_visible()
        expect(page.get_by_text("13.50 euros").first).to_be_visible()


def test_an_article_and_its_sources_dropped_together_are_one_article_held_against_them(
    browser: Browser, tmp_path: Path
) -> None:
    sources = SEEDS / "sources"
    with open_desk("--db", tmp_path / "own.db") as desk, seat(browser, desk, at="/") as seen:
        page = seen.page
        dropped(page, SEEDS / "ferry-fares.txt", sources / "ferry-release.md", sources / "ferry-meeting.vtt")
        chosen = page.get_by_role("list", name="What came").get_by_role("combobox")
        expect(chosen).to_have_count(3)
        assert [one.input_value() for one in chosen.all()] == ["files", "sources", "sources"]
        assert barriers(page) == ""
        chosen.nth(1).select_option("Article")
        page.get_by_role("button", name="Leave out").nth(1).click()
        page.get_by_role("button", name="Check").click()
        page.wait_for_url(f"{desk.base}/article/1")
        expect(page.get_by_text("ferry-meeting.vtt").first).to_be_attached()
        page.goto(f"{desk.base}/")
        expect(page.get_by_role("heading", name="1 article on the desk")).to_be_visible()
