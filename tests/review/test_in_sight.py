"""What the desk says of what was just done, where the checker looks: wherever the column is scrolled to."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import PHONE, barriers, needs_chromium
from tests.review import ROOT, STORY, Desk, open_desk, words
from tests.review.seats import dropped, seat
from tests.review.test_intake import add, bring

pytestmark = needs_chromium

LAPTOP = {"width": 1280, "height": 640}
SIZES = pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])


@SIZES
def test_what_was_decided_is_told_in_sight_at_the_end_of_the_column_too(
    browser: Browser, desk: Desk, size: dict[str, int]
) -> None:
    with seat(browser, desk, "Ana", viewport=size) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        told = page.get_by_role("status").filter(has_text="by Ana")
        for key, says in (("f", "Checked, fine by Ana"), ("m", "To mend by Ana"), ("x", "False alarm by Ana")):
            page.evaluate("document.getElementById('over').scrollIntoView()")
            page.keyboard.press(key)
            expect(told).to_have_text(says)
            expect(told).to_be_in_viewport(ratio=1)
        assert barriers(page) == ""


def test_no_card_moves_when_something_long_is_told(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, "Ana", viewport=LAPTOP) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.locator("#against").fill(
            "the log of the harbour master for the whole of last year, sent by mail on Monday"
        )
        first = "document.getElementById('n1').offsetTop"
        before = page.evaluate(first)
        page.locator("#n7").get_by_role("button", name="Checked, fine").click()
        expect(page.locator("#said")).to_contain_text("sent by mail on Monday")
        assert page.locator("#said").evaluate("(one) => one.offsetHeight") > 30, "more than its one line"
        assert page.evaluate(first) == before


@SIZES
def test_a_source_that_falls_on_the_desk_is_said_to_be_read_or_why_it_was_not(
    browser: Browser, tmp_path: Path, size: dict[str, int]
) -> None:
    seeds = ROOT / "seeds"
    broken = tmp_path / "noise.vtt"
    broken.write_bytes(b"\x00\x01\x02 no captions")
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk:
        add(desk.visitor("Ana"), {"ferry.txt": (seeds / "ferry-fares.txt").read_bytes()})
        with seat(browser, desk, "Ana", viewport=size) as seen:
            page = seen.page
            page.goto(f"{desk.base}/article/1")
            dropped(page, seeds / "sources" / "ferry-meeting.vtt")
            told = page.get_by_role("status").filter(
                has_text="ferry-meeting.vtt was read, 143 words; of the facts it has"
            )
            expect(told).to_be_in_viewport(ratio=1)
            expect(page.locator(".card.current")).to_have_count(1)
            page.reload()
            expect(told).to_have_count(0)
            page.evaluate("document.getElementById('over').scrollIntoView()")
            dropped(page, broken)
            why = page.locator("#said").get_by_text("noise.vtt was not read: is binary, not text")
            expect(why).to_be_in_viewport(ratio=1)
            assert page.url == f"{desk.base}/article/1"
            seen.errors.clear()  # the refusal, which Chromium logs


def test_sources_that_come_with_the_article_are_told_and_what_none_of_them_has(tmp_path: Path) -> None:
    text = (ROOT / "seeds" / "ferry-fares.txt").read_bytes()
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk:
        ana = desk.visitor("Ana")
        sent = [
            ("files", ("ferry.txt", text)),
            ("sources", ("copy.txt", text)),
            ("sources", ("weather.md", b"It rains.")),
        ]
        answer = ana.http.post("/add", data={"csrf": ana.csrf("/add")}, files=sent, headers={"origin": ana.origin})
        page = words(ana.page(answer.headers["location"]))
        assert "copy.txt is not compared: holds the article itself" in page
        assert "weather.md was read, 2 words; it bears on no fact." in page
        assert "was read" not in words(ana.page("/article/1?held=other.txt"))
        both = bring(ana, {"log.txt": b"It rains.", "noise.vtt": b"\x00\x01"})
        assert "None of what came with it was taken." in words(both.text)


def test_a_file_without_prose_says_that_nothing_was_checked(tmp_path: Path) -> None:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        visitor = desk.visitor()
        add(visitor, {"figures.txt": b"12 45 67\n1,200 3,400\n"})
        add(visitor, {"story.txt": STORY.encode()})
        assert "There is no sentence of prose in this file" in visitor.page("/article/1")
        assert "no sentence of prose" not in visitor.page("/article/2")
