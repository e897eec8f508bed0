"""Printed in a real browser, report and desk are a page longer than the article alone at most, with its sources too."""

import html
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import needs_chromium, window
from tests.cli.command import run
from tests.review import open_desk
from tests.review.seats import seat

pytestmark = needs_chromium
SEEDS = Path(__file__).parents[2] / "seeds"

HELD = sorted(SEEDS.joinpath("sources").glob("ferry-*"))
ARTICLES = {"with sources": ("ferry-fares.txt", HELD), "without": ("china-trade-talks.txt", [])}
ALONE = '<meta charset="utf-8"><style>@page {{ margin: 16mm 14mm; }} body {{ font: 10.5pt/1.5 serif; }}</style>{}'


def pages(page: Page) -> int:
    """How many pages of paper what is shown takes."""
    page.wait_for_load_state()
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", print_background=True)))


@pytest.fixture(name="alone", scope="module")
def _alone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    found = {}
    with window(browser) as seen:
        for name, _ in ARTICLES.values():
            told = SEEDS.joinpath(name).read_text("utf-8").split("\n\n")
            plain = tmp_path_factory.mktemp("alone") / "story.html"
            plain.write_text(ALONE.format("".join(f"<p>{html.escape(one)}</p>" for one in told)), "utf-8")
            seen.page.goto(plain.as_uri())
            found[name] = pages(seen.page)
    return found


@pytest.mark.parametrize("which", ARTICLES)
def test_the_report_on_paper(browser: Browser, tmp_path: Path, alone: dict[str, int], which: str) -> None:
    name, sources = ARTICLES[which]
    report = tmp_path / "report.html"
    held = [part for one in sources for part in ("--source", str(one))]
    run("check", str(SEEDS / name), "--no-model", "-o", f"html={report}", *held, cwd=tmp_path)
    with window(browser) as seen:
        seen.page.goto(report.as_uri())
        assert pages(seen.page) <= alone[name] + 1
        if sources:
            seen.page.emulate_media(media="print")
            assert seen.page.get_by_text("14.25 euros").first.is_visible()
            assert seen.page.locator(".evidence summary").filter(has_text="412,000").is_visible()


@pytest.mark.parametrize("which", ARTICLES)
def test_the_desk_on_paper(browser: Browser, tmp_path: Path, alone: dict[str, int], which: str) -> None:
    name, sources = ARTICLES[which]
    with open_desk("--db", tmp_path / "own.db") as desk, seat(browser, desk, at="/add") as seen:
        page = seen.page
        page.locator("#files").set_input_files(SEEDS / name)
        page.get_by_label("Sources, where you have any").set_input_files(sources)
        page.get_by_role("button", name="Check").click()
        page.wait_for_url(re.compile(r"/article/1\b"))
        assert pages(page) <= alone[name] + 1
        if sources:
            page.emulate_media(media="print")
            assert page.locator(".card mark.differs").filter(has_text="14.25 euros").first.is_visible()
