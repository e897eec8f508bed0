"""Printed in a real browser, report and desk are a page longer than the article alone at most, with its sources too."""

import html
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser import needs_chromium, window
from tests.cli.command import run
from tests.review import open_desk
from tests.review.seats import seat

pytestmark = needs_chromium
CONTROLS = ":is(button, input, select, textarea, summary):visible, label:not([for]):visible"
SEEDS = Path(__file__).parents[2] / "seeds"

HELD = sorted(SEEDS.joinpath("sources").glob("ferry-*"))
ARTICLES = {"with sources": ("ferry-fares.txt", HELD), "without": ("china-trade-talks.txt", [])}
MODEL = ("--cassette", SEEDS.parent / "cassettes" / "china-trade-talks.json")
ALONE = '<meta charset="utf-8"><style>@page {{ margin: 16mm 14mm; }} body {{ font: 10.5pt/1.5 serif; }}</style>{}'

PARAGRAPH = (
    "The quay at berth {} was closed after the storm, and the harbour office moved the boats to the old pier. "
    "“We counted the boats by hand,” Ines Varga told the council. She said the work would go on until spring, "
    "and that nobody on the islands should wait for the winter timetable, which hangs in the waiting room."
)


def pages(page: Page) -> int:
    """How many pages of paper what is shown takes."""
    page.wait_for_load_state()
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", print_background=True)))


def plain(story: Path, folder: Path) -> Path:
    """A page of the article and nothing else."""
    told = story.read_text("utf-8").split("\n\n")
    page = folder / "plain.html"
    page.write_text(ALONE.format("".join(f"<p>{html.escape(one)}</p>" for one in told)), "utf-8")
    return page


def is_red(place: Locator) -> bool:
    """Whether the words or the line at their side or beneath them are in the colour of an error."""
    look = "(at) => { const s = getComputedStyle(at); return [s.color, s.borderLeftColor, s.textDecorationColor]; }"
    colours = [tuple(map(int, re.findall(r"\d+", colour)[:3])) for colour in place.evaluate(look)]
    return any(red > green + 60 and red > blue + 60 for red, green, blue in colours)


@pytest.fixture(name="alone", scope="module")
def _alone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    found = {}
    with window(browser) as seen:
        for name, _ in ARTICLES.values():
            seen.page.goto(plain(SEEDS / name, tmp_path_factory.mktemp("alone")).as_uri())
            found[name] = pages(seen.page)
    return found


@pytest.fixture(name="replayed", scope="module", autouse=True)
def _replayed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report with a model's answers: made before the browser is there, in whose thread a loop runs already."""
    folder = tmp_path_factory.mktemp("replayed")
    run("check", SEEDS / "china-trade-talks.txt", *MODEL, "-o", "html=report.html", cwd=folder)
    return folder / "report.html"


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


def test_the_report_with_a_model_on_paper(browser: Browser, alone: dict[str, int], replayed: Path) -> None:
    with window(browser) as seen:
        seen.page.goto(replayed.as_uri())
        assert pages(seen.page) <= alone["china-trade-talks.txt"] + 1
        for media in ("screen", "print"):
            seen.page.emulate_media(media=media, color_scheme="light")
            for place in (".account li.open", ".account .w0", ".said.s0", ".said .w0", ".unsourced"):
                assert not is_red(seen.page.locator(place).first), (media, place)
            assert is_red(seen.page.locator(".text .f.error").first) or is_red(seen.page.locator(".note.error").first)


def test_a_long_article_on_paper(browser: Browser, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("\n\n".join(["Quay shut", *(PARAGRAPH.format(n) for n in range(2, 34))]), "utf-8")
    run("check", story, "--no-model", "-o", "html=report.html", cwd=tmp_path)
    with window(browser) as seen:
        seen.page.goto(plain(story, tmp_path).as_uri())
        without = pages(seen.page)
        assert without > 3
        seen.page.goto((tmp_path / "report.html").as_uri())
        assert pages(seen.page) <= without + 1


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
        page.emulate_media(media="print")
        assert page.locator(CONTROLS).count() == 0
        assert page.locator("h1:visible, .text.headline:visible").count() == 1
        if sources:
            assert page.locator(".card mark.differs").filter(has_text="14.25 euros").first.is_visible()
