"""What no article, no other site and no size of window does to the desk's pages, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser import LOOKS, PHONE, barriers, needs_chromium, window
from tests.report import samples
from tests.review import DATE, Desk, open_desk, put
from tests.review.seats import seat
from verifier.report import models

pytestmark = needs_chromium


def test_axe_finds_no_barrier_on_any_page(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        for (size, _), number, button in zip(LOOKS, (3, 5), ("Mend", "Checked, fine"), strict=True):
            page.set_viewport_size(size)
            page.goto(f"{desk.base}/article/1")
            page.locator(f"#n{number} h3").click()
            page.locator(f"#n{number}").get_by_role("button", name=button).click()
            expect(page.locator(f"#n{number}")).not_to_have_attribute("data-state", "open")
        for path in (
            "/",
            "/article/1",
            "/article/1/claims",
            "/article/1/history",
            "/rules",
            "/take",
            "/desk",
            "/nowhere",
        ):
            for size, scheme in LOOKS:
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme)
                if scheme == "light" or path == "/article/1":  # its script looks at the width when it begins
                    page.goto(f"{desk.base}{path}")
                assert barriers(page) == "", (path, scheme)
        seen.errors.clear()  # the page that is not there


def test_nothing_is_wider_than_a_phone(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, viewport=PHONE) as seen:
        for path in ("/", "/article/1", "/article/1/claims", "/article/1/history", "/take", "/desk"):
            seen.page.goto(f"{desk.base}{path}")
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path


RAN = "document.title='ran'"
BREAKERS = [
    f"</p></article></textarea><script>{RAN}</script><!-- <![CDATA[ </style></title>",
    f'<img src=x onerror="{RAN}"><svg onload="{RAN}"><iframe srcdoc="<script>{RAN}</script>">',
    f'" onfocus="{RAN}" autofocus x="',
    f"javascript:{RAN}",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "A bidi \u202eoverride\u202d and \u2066an isolate\u2067 left open, &lt;&amp;&#60;",
    "e" + "\u0301" * 300,
    "w" * 10_000,
    "Spaces \u00a0 of all kinds,\ta tab\r\nand a line, a nul \x00 too",
]


def hostile() -> models.Report:
    """An article of markup, overrides and endless words, with a finding, a speaker and a claim on every part."""
    text = "\n\n".join(["Talks end soon", *BREAKERS]) + "\n"
    marked = [samples.span(text, part) for part in BREAKERS]
    found = [
        samples.finding([s], message=s.text, related=[(marked[0], marked[1].text)], code="D001").model_copy(
            update={"fingerprint": f'"><script>{RAN}</script>{n}', "question": s.text, "explanation": s.text}
        )
        for n, s in enumerate(marked)
    ]
    claims = [samples.claim(n + 1, s, samples.speaker(s), cue=marked[0]) for n, s in enumerate(marked)]
    return samples.report(text, path=f"<script>{RAN}</script>.txt", findings=found, claims=claims)


def read_back(page: Page) -> str:
    """The text of the article as the page holds it."""
    words: str = page.evaluate("document.querySelector('.words').textContent")
    return words


def test_a_hostile_article_runs_nothing_and_can_be_cleared(browser: Browser, tmp_path: Path) -> None:
    report = hostile()
    with open_desk(put(tmp_path / "reports", report)) as desk, seat(browser, desk, f"<script>{RAN}</script>") as seen:
        page = seen.page
        for path in ("/", "/article/1/claims", "/article/1/history", "/take?article=1", "/article/1"):
            page.goto(f"{desk.base}{path}")
            assert "ran" not in page.title()
            assert page.locator("main script, main img, main svg, main iframe").count() == 0
            assert all(re.match(r"(/|#|\?|$)", link) for link in links(page))
        assert read_back(page) == report.article.text.replace("\x00", "␀")
        for number in range(1, len(BREAKERS) + 1):
            page.locator(f"#n{number}").get_by_role("button", name="Checked, fine").click()
            expect(page.locator(f"#n{number}")).to_have_attribute("data-state", "fine")
        assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")
        assert barriers(page) == ""
        page.goto(f"{desk.base}/article/1/history")
        assert "ran" not in page.title()


def links(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))")
    return found


def crowded() -> models.Report:
    sentences = [f"Boat {n} sailed to harbour number {n}." for n in range(2_000)]
    text = "Boats sail\n\n" + "\n\n".join(" ".join(sentences[n : n + 10]) for n in range(0, 2_000, 10)) + "\n"
    at, found = 0, []
    for n, sentence in enumerate(sentences):
        at = text.index(sentence, at)
        place = models.Span(start=at, end=at + 5, text=text[at : at + 5])
        found.append(
            samples.finding([place], message=f"Boat {n}.").model_copy(update={"id": f"f{n}", "fingerprint": f"{n:08}"})
        )
    return samples.report(text, path="desk/boats.txt", findings=found)


def test_two_thousand_findings_are_paged_and_every_one_is_reached(browser: Browser, tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", crowded())) as desk, seat(browser, desk) as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        expect(page.locator("#progress-words")).to_contain_text(re.compile(r"^0 of \d+,\d{3} done"))
        assert page.locator(".card").count() <= 70
        assert page.locator("*").count() < 9_000
        names = page.locator("nav.pages").evaluate_all("all => all.map((one) => one.ariaLabel)")
        assert names == ["Pages", "Pages, below"], "landmarks that a screen reader tells apart"
        page.goto(f"{desk.base}/article/1?at=1789#n1789")
        expect(page.locator("#n1789")).to_be_focused()
        expect(page.locator("#walk-at")).to_have_text(re.compile(r"^1789 of \d{4}"))
        page.keyboard.press("m")
        expect(page.locator("#n1789")).to_have_attribute("data-state", "mend")
        page.goto(f"{desk.base}/article/1?state=mend")
        expect(page.locator(".card[data-state=mend]").first).to_be_visible()
        page.get_by_role("link", name="The whole text").click()
        expect(page.locator(".words p")).to_have_count(201, timeout=30_000)


def test_the_policy_stops_and_counts_what_does_not_belong(browser: Browser, desk: Desk) -> None:
    with window(browser) as seen:
        page = seen.page
        page.goto(desk.link())
        page.wait_for_url(f"{desk.base}/")
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('img'), {src: 'http://127.0.0.1:9/x.png'}))"
        )
        page.wait_for_function("window.broken.length > 0")
        assert any("img-src" in line for line in seen.violations())


def test_a_page_of_another_site_cannot_decide(browser: Browser, desk: Desk) -> None:
    """Another site of this machine's: same host, other port, the likeliest neighbour of all."""
    with seat(browser, desk, at="/") as seen:
        other = seen.context.new_page()
        other.route("http://localhost:9/**", lambda route: route.fulfill(
            content_type="text/html",
            body=f'<form method="post" action="{desk.base}/article/1/decide"><input name="kind" value="finding">'
            f'<input name="key" value="{DATE}"><input name="state" value="fine">'
            '<input name="version" value="0"><button>Go</button></form>',
        ))  # fmt: skip
        other.goto("http://localhost:9/")
        other.get_by_role("button", name="Go").click()
        expect(other.get_by_role("heading", name="Forbidden")).to_be_visible()
        other.close()
        seen.page.goto(f"{desk.base}/article/1")
        expect(seen.page.locator("#n1")).to_have_attribute("data-state", "open")
