"""The page in a real browser: a hostile article runs nothing and reads back character for character."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import LOOKS, PHONE, Watched, barriers, needs_chromium, window
from tests.report import samples
from tests.report.test_text import written
from verifier.report.models import Report

pytestmark = needs_chromium

RAN = "window.ran=true"
HOSTILE = "\n\n".join(
    [
        "Talks end soon",
        f"</p></article><script>{RAN}</script><!-- <![CDATA[ </style></title></textarea>",
        f'<img src=x onerror="{RAN}"><svg onload="{RAN}"><body onload="{RAN}"><iframe srcdoc="<script>{RAN}</script>">',
        f'<a href="javascript:{RAN}">see</a> <meta http-equiv="refresh" content="0;url=javascript:{RAN}">',
        "A bidi \u202eoverride\u202d and \u2066an isolate\u2067 left open, &lt;&amp;&#60;",
        "Marks piled up: Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a.",
        "Spaces \u00a0 of all kinds,\ta tab\r\nand a line.",
        "w" * 10_000,
        'Ms Li said: "We will stop it." She left.\n',
    ]
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
OWN_TEXT = """() => [...document.querySelectorAll('article')].map((article) => {
  const copy = article.cloneNode(true);
  for (const beside of copy.querySelectorAll('.beside, .gutter')) beside.remove();
  return copy.textContent;
})"""


def hostile_report() -> Report:
    """The hostile article with a mark, a note and a speaker on every part of it."""
    marked = [samples.span(HOSTILE, part) for part in HOSTILE.split("\n\n")]
    said = samples.claim(1, marked[1], samples.speaker(marked[2]), cue=marked[3])
    return samples.report(
        HOSTILE,
        path=f"<script>{RAN}</script>.txt",
        findings=[samples.finding([s], message=s.text, related=[(marked[3], marked[2].text)]) for s in marked],
        claims=[said],
        quotes=[samples.quote(1, marked[1], said), samples.quote(2, marked[4], None)],
    )


def hostile_page() -> str:
    return written(hostile_report(), hostile_report(), name="html")


@contextmanager
def shown(browser: Browser, page: str, folder: Path, **how: Any) -> Iterator[Watched]:
    """A page opened from a file, as a reader would."""
    place = folder / "page.html"
    place.write_bytes(page.encode())
    with window(browser, **how) as watched:
        watched.page.goto(place.as_uri())
        yield watched


def test_a_script_that_runs_would_be_seen(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, f"<!DOCTYPE html><script>{RAN}</script>", tmp_path) as watched:
        assert watched.page.evaluate("window.ran")


@pytest.mark.parametrize("policy", [True, False], ids=["as written", "without its policy"])
def test_nothing_in_an_article_runs_and_its_text_reads_back(browser: Browser, policy: bool, tmp_path: Path) -> None:
    page = hostile_page()
    assert POLICY.search(page)
    with shown(browser, page if policy else POLICY.sub("", page), tmp_path) as watched:
        assert watched.page.evaluate(OWN_TEXT) == [HOSTILE, HOSTILE]
        for link in watched.page.locator("article a[href]").all()[:40]:
            link.dispatch_event("click")
        assert watched.page.evaluate("window.ran") is None
        assert watched.page.locator("img, iframe, object, embed, base, link").count() == 0
        assert watched.page.locator("script").count() == 2
        assert watched.page.locator("a:not([href^='#'])").count() == 0
        assert watched.dialogs == []
        assert watched.errors == []
        assert len(watched.requests) == 1


def test_the_policy_alone_stops_a_script_and_finds_nothing_else_to_stop(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, hostile_page(), tmp_path) as watched:
        watched.page.keyboard.press("j")
        watched.page.keyboard.press("Enter")
        watched.page.keyboard.press("?")
        assert watched.violations() == []
    planted = hostile_page().replace("</main>", f'<script>{RAN}</script><b style="color: red"></b></main>')
    with shown(browser, planted, tmp_path) as watched:
        assert watched.page.evaluate("window.ran") is None
        assert [v.split(":")[0] for v in watched.violations()] == ["script-src-elem", "style-src-attr"]


def test_the_page_stays_as_wide_as_the_screen_whatever_the_words(browser: Browser, tmp_path: Path) -> None:
    for size in ({"width": 1360, "height": 900}, {"width": 900, "height": 900}, PHONE):
        with shown(browser, hostile_page(), tmp_path, viewport=size) as watched:
            assert watched.page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize(("size", "scheme"), LOOKS, ids=["desktop, light", "phone, dark"])
def test_a_hostile_page_shuts_nobody_out(browser: Browser, scheme: str, size: dict[str, int], tmp_path: Path) -> None:
    page = written(hostile_report(), name="html")
    with shown(browser, page, tmp_path, viewport=size, color_scheme=scheme) as watched:
        assert barriers(watched.page) == ""


def many(count: int) -> Report:
    """An article with a finding on every sentence, and a second one on every fifth."""
    text = "Many things\n\n" + "\n\n".join(f"Thing {i} was seen by the harbour on day {i}." for i in range(count))
    found = [
        samples.finding([samples.span(text, f"Thing {i} was")], ("error", "warning", "info")[i % 3], f"Thing {i}.")
        for i in range(count)
    ]
    return samples.report(text, findings=found)


def test_fifteen_hundred_findings_can_be_walked_and_filtered(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, written(many(1500), name="html"), tmp_path) as watched:
        page = watched.page
        assert page.locator("#shown").inner_text() == "1500 shown"
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.locator("#shown").inner_text() == "2 of 1500 shown"
        page.uncheck("input[value=info]")
        page.uncheck("input[value=warning]")
        assert page.locator("#shown").inner_text() == "500 shown, 1000 hidden"
        page.locator(".note.error").last.scroll_into_view_if_needed()
        assert page.locator(".note.error").last.is_visible()
        assert watched.errors == []
