"""A newer report or file of what is on the desk: noticed and offered, never swapped under a checker's hands."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import barriers, needs_chromium
from tests.cli.command import run
from tests.review import DATE, STORY, open_desk, put, story, words
from tests.review.seats import seat
from tests.review.test_intake import add
from tests.review.test_states import card_of, press
from tests.review.test_undo import text_of, undo

NEWER = STORY.replace("15 boats", "16 boats")


def test_a_newer_report_takes_no_place_of_what_somebody_has_begun_on(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk:
        desk.visitor("Ana").decide(DATE, "mend", note="No such day.")
    put(reports, story(NEWER))
    with open_desk(reports) as desk:
        ana = desk.visitor("Ana")
        assert "a newer file" in words(ana.page("/"))
        assert "The report has changed since: report-0.json." in words(ana.page("/article/1"))
        assert "15 boats" in text_of(ana)
        ana.post("/article/1/again", ana.csrf("/article/1"))
        assert "16 boats" in text_of(ana)
        assert ana.standing(DATE)["state"] == "mend"
        assert "has changed since" not in words(ana.page("/article/1"))
        assert "a newer file" not in words(ana.page("/"))


def test_nobody_is_asked_where_nobody_has_begun(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk:
        assert desk.close()[0] == 0
    put(reports, story(NEWER))
    with open_desk(reports) as desk:
        assert "16 boats" in text_of(desk.visitor("Ana"))


def test_what_is_left_alone_is_news_again_only_when_it_changes(tmp_path: Path) -> None:
    own = tmp_path / "story.txt"
    own.write_text(STORY, encoding="utf-8")
    with open_desk("--db", tmp_path / "own.db", "--no-model", own) as desk:
        ana = desk.visitor("Ana")
        own.write_text(NEWER, encoding="utf-8")
        ana.post("/article/1/again", ana.csrf("/article/1"), answer="leave")
        assert "15 boats" in text_of(ana)
        assert "has changed since" not in words(ana.page("/article/1"))
        assert "Newer file left alone" in words(ana.page("/article/1/history"))
        undo(ana)
        assert "has changed since" in words(ana.page("/article/1"))
        ana.post("/article/1/again", ana.csrf("/article/1"), answer="leave")
        own.write_text(NEWER + "Nobody was hurt.\n", encoding="utf-8")
        assert "has changed since" in words(ana.page("/article/1"))


@pytest.mark.parametrize("more", [(), ("--take-newer",)], ids=["offered", "taken"])
def test_a_start_says_what_it_leaves_alone_and_what_is_taken_away_is_what_is_on_the_desk(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    own = tmp_path / "story.txt"
    own.write_text(STORY, encoding="utf-8")
    with open_desk("--db", tmp_path / "own.db", "--no-model", own) as desk:
        ana = desk.visitor("Ana")
        press(ana, card_of(ana, "15 boats"), "mend", wording="17 boats")
        ana.post("/article/1/published", ana.csrf("/article/1"), published="2019-02-20")
    own.write_text(STORY.replace("12 boats", "13 boats"), encoding="utf-8")
    done = run("review", own, "--db", "own.db", *more, "--no-model", "--export", "word=a.docx", cwd=tmp_path)
    told = "story.txt is newer than what is on the desk, where it is offered" in done.stderr
    assert (done.returncode, told) == (0, not more)
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk:
        page = desk.visitor("Ana").page("/article/1")
        assert ("13 boats" in page) == bool(more)
        assert 'name="published" type="date" value="2019-02-20"' in page, "the day that somebody has said stays"


def test_another_report_on_the_article_is_offered_wherever_it_lies(tmp_path: Path) -> None:
    first = put(tmp_path / "first", story())
    second = put(tmp_path / "second", story(NEWER))
    with open_desk(first, "--db", tmp_path / "own.db") as desk:
        ana = desk.visitor("Ana")
        assert run("review", second, "--db", "own.db", "--no-open", cwd=tmp_path).returncode == 0
        assert "15 boats" in text_of(ana), "it may be read just now, though nobody has decided anything"
        assert "Another report on this article is there: report-0.json." in words(ana.page("/article/1"))
        ana.post("/article/1/again", ana.csrf("/article/1"))
        assert "16 boats" in text_of(ana)


def test_a_report_that_falls_on_the_desk_is_asked_about_and_keeps_what_its_model_found(tmp_path: Path) -> None:
    newer = story(NEWER)
    asked = newer.model_copy(update={"run": newer.run.model_copy(update={"engine": "rules+model"})})
    with open_desk(put(tmp_path / "reports", story()), "--no-model") as desk:
        ana = desk.visitor("Ana")
        ana.decide(DATE, "mend")
        assert add(ana, {"newer.json": asked.model_dump_json().encode()}).json() == {"to": "/article/2"}
        assert add(ana, {"newer.json": asked.model_dump_json().encode()}).json() == {"to": "/article/2"}, "the same"
        assert "It has much of Ferry returns in spring" in words(ana.page("/article/2"))
        assert "15 boats" in text_of(ana)
        ana.post("/article/2/joins", ana.csrf("/article/2"), answer="version")
        assert "16 boats" in text_of(ana)
        assert ana.standing(DATE)["state"] == "mend"
        assert "1 article on the desk" in words(ana.page("/"))
        assert undo(ana)["undone"].startswith("Undone: Newer")
        assert "2 articles on the desk" in words(ana.page("/"))


@needs_chromium
def test_an_open_page_learns_of_a_newer_file_and_changes_nothing_before_it_is_taken(
    browser: Browser, tmp_path: Path
) -> None:
    own = tmp_path / "story.txt"
    own.write_text(STORY, encoding="utf-8")
    with (
        open_desk("--db", tmp_path / "own.db", "--no-model", own) as desk,
        seat(browser, desk, "Ana") as ana,
        seat(browser, desk, "Ben") as ben,
    ):
        for one in (ana, ben):
            one.page.goto(f"{desk.base}/article/1")
        own.write_text(NEWER, encoding="utf-8")
        news = ana.page.locator("#newer")
        expect(news).to_be_hidden()
        ana.page.evaluate("window.dispatchEvent(new Event('focus'))")
        expect(news).to_contain_text("The file has changed since: story.txt.")
        expect(ana.page.locator("#said")).to_contain_text("It can be taken above the cards.")
        expect(ana.page.locator(".words")).to_contain_text("15 boats")
        assert barriers(ana.page) == ""
        news.get_by_role("button", name="Take the newer one").click()
        expect(ana.page.locator(".words")).to_contain_text("16 boats")
        expect(ben.page.locator(".words")).to_contain_text("15 boats")
        ben.page.evaluate("window.dispatchEvent(new Event('focus'))")
        expect(ben.page.get_by_role("alert")).to_contain_text("Another version of this article is on the desk")
