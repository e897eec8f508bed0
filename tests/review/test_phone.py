"""The desk in a hand: the article has the page, the chosen card the foot of the screen."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser import PHONE, barriers, needs_chromium
from tests.report import samples
from tests.review import DATE, STORY, Desk, open_desk, put, story
from tests.review.seats import seat
from tests.review.test_intake import add

pytestmark = needs_chromium


def in_sight(page: Page, what: str) -> bool:
    """Whether something stands wholly between the top of the screen and its foot."""
    top, bottom, height = page.locator(what).evaluate(
        "(one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom, innerHeight]"
    )
    return bool(top >= 0 and bottom <= height)


def test_the_article_comes_first_and_its_cards_are_one_press_away(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        expect(page.locator("#walk-at")).to_have_text("1 of 7")
        assert in_sight(page, ".words .text:nth-of-type(2)")
        assert barriers(page) == ""

        page.get_by_role("button", name="Next").tap()
        expect(page.locator(".card.current")).to_be_visible()
        assert in_sight(page, ".card.current h3")
        assert in_sight(page, ".words a.lit")
        page.locator(".words a", has_text="Some people").tap()
        expect(page.locator("#n5")).to_be_visible()
        assert in_sight(page, "#n5 h3")
        page.locator("#n5").get_by_role("button", name="Mend").tap()
        expect(page.locator("#n5")).to_have_attribute("data-state", "mend")
        assert barriers(page) == ""

        page.get_by_role("button", name="Hide").tap()
        expect(page.locator("#n5")).to_be_hidden()
        page.locator("#n6 h3").tap()
        expect(page.locator("#n6")).to_be_visible()
        assert in_sight(page, "#n6 h3")


def test_a_chosen_quotation_is_lit_from_its_first_word_to_its_last_over_the_facts_in_it(
    browser: Browser, tmp_path: Path
) -> None:
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk, seat(browser, desk) as seen:
        add(desk.visitor("Ana"), {"story.txt": STORY.encode()})
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.locator(".card", has_text="Quotation").locator("h3").click()
        expect(page.locator(".words .lit").first).to_be_visible()
        assert "".join(page.locator(".words .lit").all_text_contents()) == "We sail on Monday,"


def test_a_name_in_the_article_has_no_colour_of_a_link(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        looks = page.locator(".words .who").first.evaluate(
            "(one) => [getComputedStyle(one).color, getComputedStyle(one.closest('.text')).color]"
        )
        assert looks[0] == looks[1]


def test_the_history_is_read_without_moving_it_aside(browser: Browser, desk: Desk) -> None:
    long = "The harbour office counts them every morning, and nobody has ever asked it for the list. " * 3
    desk.visitor("Ana").decide(DATE, "mend", note=long, wording="March 1", against="the calendar of the harbour office")
    with seat(browser, desk, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1/history")
        table = page.get_by_role("region", name="History")
        expect(table).to_contain_text("To mend, should read “March 1”")
        assert table.evaluate("(one) => one.scrollWidth <= one.clientWidth")
        assert barriers(page) == ""


def test_a_finished_article_shows_its_cards_when_asked(browser: Browser, tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk:
        all_checked(desk, against="The log")
        with seat(browser, desk, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
            page = seen.page
            page.goto(f"{desk.base}/article/1")
            expect(page.locator("#walk-at")).to_have_text("7 in all")
            page.get_by_role("button", name="Show").tap()
            expect(page.locator("#n1")).to_be_visible()
            assert in_sight(page, "#n1 h3")
            expect(page.locator("#walk-at")).to_have_text("1 of 7")
            page.get_by_role("button", name="Hide").tap()
            expect(page.locator("#n1")).to_be_hidden()
            page.get_by_role("button", name="Show").tap()
            expect(page.locator("#n1")).to_be_visible()


def all_checked(desk: Desk, **how: str) -> None:
    """Everything of the first article is checked by Ana."""
    ana = desk.visitor("Ana")
    items = re.findall(r'name="kind" value="(\w+)">\s*<input[^>]* name="key" value="(\w+)"', ana.page("/article/1"))
    assert len(set(items)) == 7
    for kind, key in set(items):
        assert ana.decide(key, "fine", ana.standing(key)["version"], kind=kind, **how).status_code == 200


def test_every_part_of_an_article_and_of_the_desk_is_in_sight_without_moving_anything_aside(
    browser: Browser, desk: Desk
) -> None:
    with seat(browser, desk, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        for name in ("Facts and findings", "Speakers and claims", "History", "Take away"):
            tab = page.get_by_label("Parts of the article").get_by_role("link", name=name)
            box = tab.bounding_box()
            assert box
            assert 0 <= box["x"] < box["x"] + box["width"] <= PHONE["width"]
        tops = page.locator(".tabs a").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
        assert len(set(tops)) == 1
        bar = page.locator("header.bar").bounding_box()
        assert bar
        assert bar["height"] < 70, "two lines, the reviewer's name in the second"


def test_where_a_finding_stands_is_told_in_whole_words(browser: Browser, tmp_path: Path) -> None:
    text = "Ferry returns\n\n" + "Nobody came.\n\n" * 9 + "It sails on May 1.\n\nIt sails on May 2.\n"
    found = samples.finding([samples.span(text, "May 1"), samples.span(text, "May 2")])
    report = samples.report(text, path="desk/ferry.docx", findings=[found])
    with open_desk(put(tmp_path / "reports", report)) as desk, seat(browser, desk, viewport=PHONE) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        page.get_by_role("button", name="Show").click()
        place = page.locator(".card.current .places a", has_text="paragraph 11")
        while not place.is_visible():
            page.get_by_role("button", name="Next").click()
        lines = """(one) => { const its = document.createRange(); its.selectNodeContents(one);
            return its.getClientRects().length; }"""
        assert place.evaluate(lines) == 1


def test_what_hangs_at_a_headline_in_the_list_is_not_set_as_one(browser: Browser, desk: Desk) -> None:
    all_checked(desk)
    with seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/")
        flag = page.locator(".queue a.flag", has_text="nothing named").first
        looks = "(one) => [getComputedStyle(one).fontFamily, getComputedStyle(one).fontSize]"
        assert flag.evaluate(looks) == page.locator(".queue span.flag").first.evaluate(looks)
        assert flag.evaluate(looks) != page.locator(".queue th > a").first.evaluate(looks)


def test_the_track_record_is_read_without_moving_it_aside(browser: Browser, desk: Desk) -> None:
    desk.visitor("Ana").decide(DATE, "false-alarm")
    with seat(browser, desk, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
        page = seen.page
        page.goto(f"{desk.base}/rules")
        table = page.get_by_role("region", name="Counts by kind of finding")
        assert table.evaluate("(one) => one.scrollWidth <= one.clientWidth")
        label = table.locator("td").nth(3).evaluate("(one) => getComputedStyle(one, '::before').content")
        assert label.startswith('"False alarms')
        assert barriers(page) == ""
