"""The page in a real browser: a hostile article runs nothing and reads back character for character."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import CHROMIUM, QUIET, needs_chromium, opened, window
from tests.report import samples
from tests.report.test_html import Page
from tests.report.test_text import written

RAN = "document.title='ran'"
HOSTILE = "\n\n".join(
    [
        "Talks end soon",
        f"</p></article><script>{RAN}</script><!-- <![CDATA[ </style></title></textarea>",
        f'<img src=x onerror="{RAN}"><svg onload="{RAN}"><body onload="{RAN}"><iframe srcdoc="<script>{RAN}</script>">',
        f'<a href="javascript:{RAN}">see</a> <meta http-equiv="refresh" content="0;url=javascript:{RAN}">',
        "A bidi \u202eoverride\u202d and \u2066an isolate\u2067 left open, &lt;&amp;&#60;",
        "Spaces \u00a0 of all kinds,\ta tab\r\nand a line.",
        "w" * 10_000,
        'Ms Li said: "We will stop it." She left.\n',
    ]
)
WITHOUT_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def hostile_page() -> str:
    """The hostile article with a mark, a note and a speaker on every part of it."""
    marked = [samples.span(HOSTILE, part) for part in HOSTILE.split("\n\n")]
    said = samples.claim(1, marked[1], samples.speaker(marked[2]), cue=marked[3])
    report = samples.report(
        HOSTILE,
        path=f"<script>{RAN}</script>.txt",
        findings=[samples.finding([s], message=s.text, related=[(marked[3], marked[2].text)]) for s in marked],
        claims=[said],
        quotes=[samples.quote(1, marked[1], said), samples.quote(2, marked[4], None)],
    )
    return written(report, report, name="html")


def dumped(page: str, folder: Path) -> str:
    """What the browser made of a page, after its scripts would have run."""
    assert CHROMIUM
    place = folder / "page.html"
    place.write_bytes(page.encode())
    made = subprocess.run(
        [CHROMIUM, "--headless", *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom", place.as_uri()],
        capture_output=True,
        timeout=120,
        check=True,
    )
    return made.stdout.decode()


def title(dom: str) -> str:
    found = re.search(r"<title>(.*?)</title>", dom)
    assert found
    return found[1]


pytestmark = needs_chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as made:
        yield made


def test_a_script_of_the_pages_own_would_be_seen(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><title>calm</title><script>{RAN}</script>"
    assert title(dumped(page, tmp_path)) == "ran"


@pytest.mark.parametrize("policy", [True, False], ids=["as written", "without its policy"])
def test_nothing_in_an_article_runs_and_its_text_reads_back(policy: bool, tmp_path: Path) -> None:
    page = hostile_page()
    assert WITHOUT_POLICY.search(page)
    dom = dumped(page if policy else WITHOUT_POLICY.sub("", page), tmp_path)
    assert title(dom) == "What to check in 2 articles"
    read = Page(dom)
    assert "".join(read.text) == HOSTILE * 2
    assert not read.tags & {"script", "img", "svg", "iframe"}
    assert all(link.startswith("#") for link in read.links)


def test_the_policy_alone_stops_a_script(tmp_path: Path) -> None:
    page = hostile_page().replace("</body>", f"<script>{RAN}</script></body>")
    assert title(dumped(page, tmp_path)) == "What to check in 2 articles"


def test_a_calm_page_asks_for_nothing_breaks_nothing(browser: Browser, tmp_path: Path) -> None:
    place = tmp_path / "page.html"
    place.write_bytes(hostile_page().encode())
    with window(browser) as watched:
        watched.page.goto(place.as_uri())
        assert watched.requests == [place.as_uri()]
        assert watched.violations() == []
        assert watched.errors == []
