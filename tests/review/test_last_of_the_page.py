"""The last card of a page decided by its key: the next page is made from what the desk has heard, not before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import needs_chromium
from tests.report import samples
from tests.review import DATE, Desk, Visitor, open_desk
from tests.review.decided import Decided
from tests.review.seats import seat
from tests.review.test_walks import long_story
from verifier.review.records import Ruling, State

pytestmark = needs_chromium

DECIDE = "/article/1/decide"


@pytest.fixture
def rest(tmp_path: Path) -> Decided:
    """An article of two pages, of which all may be decided by somebody else."""
    return Decided(tmp_path, reports=[samples.report(long_story(70), path="desk/boats.txt")])


@pytest.fixture
def boats(rest: Decided) -> Iterator[Visitor]:
    """Who sits there has decided nothing yet."""
    with open_desk(rest.reports) as desk:
        yield desk.visitor("Ben")


def decide_all_but_the_last(rest: Decided, ben: Visitor, address: str) -> None:
    """Decide all that stands on a page but its last card, as somebody else has done meanwhile."""
    shown = cards(ben, address)
    assert len(shown) > 5
    for card in shown[:-1]:
        decide(rest, card)


def cards(visitor: Visitor, address: str) -> list[str]:
    return re.findall(r'<article class="card note[^>]*>', visitor.page(address))


def decide(rest: Decided, card: str, state: State = "fine") -> None:
    kind, key = (re.search(f'data-{name}="([^"]*)"', card)[1] for name in ("kind", "key"))
    rest.rule(kind, key, Ruling(state, whom="The harbour office" if state == "call" else ""))


def progress(visitor: Visitor, address: str) -> str:
    return re.search(r'id="progress-words">([^<]*)<', visitor.page(address))[1]


def press(page: Page, keys: str) -> None:
    page.wait_for_load_state()
    for key in keys.split():
        page.keyboard.press(key)


@pytest.mark.parametrize("keys", ["f", "e 9 9 Enter"])
def test_the_next_page_knows_of_the_last_key_of_the_page_before_it(
    browser: Browser, rest: Decided, boats: Visitor, keys: str
) -> None:
    for address in ("/article/1", "/article/1?page=2"):
        decide_all_but_the_last(rest, boats, address)
    with seat(browser, boats.desk, at="/article/1") as seen:
        page, order = seen.page, []
        page.on("response", lambda it: order.append("heard") if it.url.endswith(DECIDE) else None)
        page.on("request", lambda it: order.append("next page") if "page=2" in it.url else None)
        press(page, keys)
        page.wait_for_url("**/article/1?page=2")
        assert order == ["heard", "next page"]
        expect(page.locator("#progress-words")).to_have_text(progress(boats, "/article/1?page=2"))
        expect(page.locator(".card.current[data-state=open]")).to_have_count(1)
        press(page, "f")
        expect(page.locator("#over")).to_be_focused()
        page.get_by_role("button", name="I have checked it").first.click()
        expect(page.locator("#signs")).to_have_text("Checked by Ana")


def test_whoever_has_decided_the_rest_is_led_to_the_call_that_is_left_on_another_page(
    browser: Browser, rest: Decided, boats: Visitor
) -> None:
    for address in ("/article/1", "/article/1?page=2"):
        decide_all_but_the_last(rest, boats, address)
    left = re.findall(r'<article class="card note[^>]*data-state="open"[^>]*>', boats.page("/article/1"))[-1]
    kind, key = (re.search(f'data-{name}="([^"]*)"', left)[1] for name in ("kind", "key"))
    boats.decide(key, "call", kind=kind, whom="The harbour office")
    with seat(browser, boats.desk, at="/article/1?page=2") as seen:
        page = seen.page
        last = page.locator(".card.current[data-state=open]")
        note = last.get_by_label("Note")
        note.fill("The yard has a list.")
        note.press("Control+Enter")
        expect(last.locator(".kept")).to_have_text("kept, not decided")
        expect(last).to_be_focused()
        press(page, "f")
        page.wait_for_url("**/article/1?state=todo")
        expect(page.locator(".card.current[data-state=call]")).to_contain_text("The harbour office")
        press(page, "f f")  # nobody has answered it: it is asked about first
        expect(page.locator("#over")).to_be_focused()


def test_a_last_key_that_could_not_be_saved_leaves_one_where_it_is_told(
    browser: Browser, rest: Decided, boats: Visitor
) -> None:
    decide_all_but_the_last(rest, boats, "/article/1")
    with seat(browser, boats.desk, at="/article/1", outlives=True) as seen:
        page = seen.page

        def refuse(route: Route) -> None:
            route.abort("connectionrefused")

        page.route(f"**{DECIDE}", refuse)
        press(page, "f")
        expect(page.locator("#alarm")).to_contain_text("Not saved")
        page.unroute(f"**{DECIDE}", refuse)
        expect(page.locator(".card.current")).to_have_attribute("data-state", "open")
        assert "page=2" not in page.url
        press(page, "f")
        page.wait_for_url("**/article/1?page=2")


def test_a_page_on_which_nothing_is_open_is_not_gone_to_before_the_call_that_is_left(
    browser: Browser, rest: Decided, boats: Visitor
) -> None:
    first, *others = cards(boats, "/article/1")
    for card in (*others[:-1], *cards(boats, "/article/1?page=2")):
        decide(rest, card)
    decide(rest, first, "call")
    with seat(browser, boats.desk, at="/article/1") as seen:
        page = seen.page
        press(page, "f")
        expect(page.locator("#n1")).to_have_class(re.compile("current"))
        assert "page=2" not in page.url
        press(page, "f")
        expect(page.locator("#said")).to_contain_text("The call is not answered")
        expect(page.locator("#n1")).to_have_attribute("data-state", "call")
        press(page, "f")
        expect(page.locator("#n1")).to_have_attribute("data-state", "fine")


def test_where_nothing_is_open_any_more_the_call_that_is_left_is_led_to(browser: Browser, desk: Desk) -> None:
    desk.visitor("Ana").decide(DATE, "call", whom="The mayor")
    with seat(browser, desk, at="/article/1") as seen:
        page = seen.page
        page.wait_for_load_state()
        while left := page.locator(".card[data-state=open]").count():
            page.keyboard.press("f")
            page.wait_for_function("(n) => document.querySelectorAll('.card[data-state=open]').length < n", arg=left)
        expect(page.locator(".card.current")).to_have_attribute("data-state", "call")
        page.reload()
        expect(page.locator(".card.current")).to_have_attribute("data-state", "call")
        page.keyboard.press("c")
        expect(page.locator(".card.current").get_by_label("Answer", exact=True)).to_be_focused()


def test_whoever_comes_back_is_where_he_was_on_whichever_page_that_is(browser: Browser, boats: Visitor) -> None:
    with seat(browser, boats.desk, at="/article/1?page=2") as seen:
        page, here = seen.page, seen.page.locator(".card.current")
        press(page, "j j")
        where = here.get_attribute("id")
        page.reload()
        expect(here).to_have_id(where)
        page.get_by_role("link", name="Articles", exact=True).first.click()
        page.get_by_role("link", name="Boats are counted").click()
        expect(here).to_have_id(where)
        expect(here).to_be_in_viewport()
        page.get_by_role("link", name="Previous").first.click()
        expect(page.locator("#n1")).to_have_class(re.compile("current"))
