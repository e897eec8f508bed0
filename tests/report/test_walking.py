"""The page as a fact-checker uses it, in a real browser: filters, keys, links, copies, print, the list of articles."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import LOOKS, PHONE, barriers, needs_chromium
from tests.report import samples
from tests.report.test_browser import shown
from tests.report.test_text import written
from verifier import check
from verifier.report import FORMATS, Entry, Look
from verifier.report._tally import Tally
from verifier.report.decisions import Decision
from verifier.report.html import HtmlWriter
from verifier.report.models import Finding, Related, Report, Suppression, Verdict

pytestmark = needs_chromium

TEXT = (
    "Ferry line to close for repairs\n\n"
    'The ferry will stop on March 3, Ana Ruiz told reporters at the quay. "It is old," she said, the Norhaven Post '
    "reported.\n\n"
    'The ferry stopped on March 4. "Nobody asked us." It cost 40 euros.\n'
)


def _finding(number: int, words: str, severity: str, code: str, **more: object) -> Finding:
    made = samples.finding([samples.span(TEXT, words)], code=code, message=f"About {words}.")
    return made.model_copy(update={"severity": severity, "fingerprint": f"{number:016d}", **more})


def story(**more: object) -> Report:
    """A conflict, a note on what somebody says, a finding of the model, and one that was suppressed."""
    content = samples.span(TEXT, "The ferry will stop on March 3")
    said = samples.claim(
        1, content, samples.speaker(samples.span(TEXT, "Ana Ruiz")), "indirect", cue=samples.span(TEXT, "told")
    )
    conflict = samples.finding([samples.span(TEXT, "March 4")], "warning", "Two dates.", code="D002").model_copy(
        update={
            "related": (Related(span=samples.span(TEXT, "March 3"), label="the other date"),),
            "fingerprint": f"{1:016d}",
            "verdict": Verdict(answer="unclear", explanation="It may be two days"),
        }
    )
    silenced = Suppression(reason="The desk knows.", until=None, by="sidecar")
    found = [
        _finding(2, "Ana Ruiz", "info", "Q007"),
        conflict,
        _finding(3, "Nobody asked us.", "error", "Q001"),
        _finding(4, "40 euros", "warning", "S002", origin="model", suppression=silenced),
    ]
    quotes = [samples.quote(1, samples.span(TEXT, "Nobody asked us."), None)]
    return samples.report(TEXT, findings=found, claims=[said], quotes=quotes, **more)


PAGE = written(story(), name="html")


def visible(page: Page) -> list[str]:
    return [note.get_attribute("data-code") or "" for note in page.locator(".note").all() if note.is_visible()]


def test_filters_show_what_was_asked_for_and_tell_what_is_hidden(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path) as watched:
        page = watched.page
        assert visible(page) == ["Q007", "D002", "Q001", "S002"]
        page.uncheck("input[value=info]")
        assert visible(page) == ["D002", "Q001", "S002"]
        assert page.locator("#shown").inner_text() == "3 shown, 1 hidden"
        page.select_option("select[name=code]", "Q001")
        assert visible(page) == ["Q001"]
        expect(page.locator(".todo li:visible")).to_have_count(1)
        expect(page.locator(".calls li:visible")).to_have_count(1)
        page.click("button[type=reset]")
        expect(page.locator("#shown")).to_have_text("4 shown")
        page.select_option("select[name=origin]", label="the model")
        assert visible(page) == ["S002"]
        page.select_option("select[name=origin]", "")
        page.select_option("select[name=state]", label="suppressed")
        assert visible(page) == ["S002"]
        assert watched.errors == []


def test_filtering_by_speaker_keeps_what_touches_the_words_of_that_speaker(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path) as watched:
        page = watched.page
        page.evaluate("document.querySelector('select[name=who]').parentElement.hidden = false")
        page.select_option("select[name=who]", "Ana Ruiz")
        assert visible(page) == ["Q007", "D002"]


def test_the_keyboard_walks_opens_and_goes_to_both_sides(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path) as watched:
        page = watched.page
        page.keyboard.press("j")
        assert page.locator(".note.current").get_attribute("data-code") == "Q007"
        assert page.locator(".here").all_inner_texts() == ["Ana Ruiz"]
        page.keyboard.press("Enter")
        assert page.locator("details.note").get_attribute("open") is not None
        page.keyboard.press("j")
        assert page.locator("#shown").inner_text() == "2 of 4 shown"
        assert page.locator(".here").all_inner_texts() == ["March 3", "March 4"]
        page.keyboard.press("Enter")
        assert page.locator(".note.current .why").is_visible()
        page.keyboard.press("t")
        assert page.evaluate("document.activeElement.id") == f"at-{1:016d}-side1"
        page.keyboard.press("t")
        assert page.evaluate("document.activeElement.id") == f"at-{1:016d}"
        page.keyboard.press("k")
        assert page.locator(".note.current").get_attribute("data-code") == "Q007"
        page.keyboard.press("Escape")
        assert page.locator(".note.current, .here").count() == 0
        page.keyboard.press("?")
        assert page.locator("#keys").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("#keys").is_visible()


def test_one_side_of_a_conflict_leads_to_the_other(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path) as watched:
        links = [link.get_attribute("href") for link in watched.page.locator("article .other-side").all()]
        assert links == [f"#at-{1:016d}", f"#at-{1:016d}-side1"]
        sides = watched.page.locator(".sides mark")
        assert sides.all_inner_texts() == ["March 4", "March 3"]
        first, second = (side.bounding_box() for side in sides.all())
        assert first
        assert second
        assert first["x"] == second["x"]


def test_a_link_leads_to_its_finding_whatever_the_filters(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path) as watched:
        page = watched.page
        page.goto(page.url + f"#f-{2:016d}")
        assert page.locator("details.note").get_attribute("open") is not None
        assert page.locator(".note.current").get_attribute("data-code") == "Q007"
        page.uncheck("input[value=error]")
        page.evaluate(f"location.hash = '#f-{3:016d}'")
        expect(page.locator(".note.current")).to_have_attribute("data-code", "Q001")
        assert page.locator("input[value=error]").is_checked()


def test_a_finding_is_copied_as_text(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path, permissions=["clipboard-read", "clipboard-write"]) as watched:
        page = watched.page
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("c")
        expect(page.locator(".note.current .copy")).to_have_text("Copied")
        lines = page.evaluate("navigator.clipboard.readText()").split("\n")
        assert lines[0] == "desk/story.txt, line 5: warning D002"
        assert lines[1] == "Two dates."
        assert "March 4" in lines[2]
        assert "March 3" in lines[3]
        assert "The model: unclear. It may be two days." in lines
        assert "→ Ask the desk which one holds." in lines
        assert lines[-1].endswith(f"#f-{1:016d}")


def test_the_call_sheet_is_printed_alone(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path) as watched:
        page = watched.page
        page.evaluate("window.print = () => { window.printed = document.body.className; }")
        page.click("#sheet")
        assert page.evaluate("window.printed") == "calls-only"
        page.emulate_media(media="print")
        assert page.locator(".calls .question").count() == 4
        assert page.locator(".calls .question").first.is_visible()
        assert page.locator(".calls .answer").first.is_visible()
        assert not page.locator("article").is_visible()
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.locator("article").is_visible()


def test_paper_shows_what_the_screen_folds_and_no_controls(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path) as watched:
        page = watched.page
        page.emulate_media(media="print")
        assert not page.locator(".toolbar").is_visible()
        assert not page.locator(".copy").first.is_visible()
        assert page.locator("details.note .message").is_visible()
        assert page.locator(".made").is_visible()
        assert page.pdf(format="A4", print_background=True).startswith(b"%PDF")


def test_a_phone_shows_each_paragraph_before_its_notes(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path, viewport=PHONE) as watched:
        page = watched.page
        row = page.locator(".row.noted").last
        text, note = row.locator(".text").bounding_box(), row.locator(".note").first.bounding_box()
        assert text
        assert note
        assert text["y"] + text["height"] <= note["y"]
        assert not page.locator("select[name=code]").is_visible()
        page.click("#more")
        assert page.locator("select[name=code]").is_visible()
        assert page.locator("#more").get_attribute("aria-expanded") == "true"


def test_a_desktop_shows_a_card_beside_its_paragraph(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path) as watched:
        row = watched.page.locator(".row.noted").first
        text, note = row.locator(".text").bounding_box(), row.locator(".note").first.bounding_box()
        said = row.locator(".said").first.bounding_box()
        assert text
        assert note
        assert said
        assert said["x"] + said["width"] <= text["x"] < text["x"] + text["width"] <= note["x"]
        assert abs(note["y"] - text["y"]) < 40


def test_the_page_is_whole_without_a_script(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, PAGE, tmp_path, java_script_enabled=False) as watched:
        page = watched.page
        assert page.locator(".note").count() == 4
        assert not page.locator(".toolbar").is_visible()
        assert not page.locator(".copy").first.is_visible()


def test_the_list_of_articles_is_sorted_by_any_column(browser: Browser, tmp_path: Path) -> None:
    tallies = [Tally(1, errors=e, path=p, title=p) for e, p in ((2, "bay.txt"), (10, "alp.txt"), (0, "cape.txt"))]
    index = FORMATS["html"].open(3, Look()).index([Entry(f"{t.path}.html", t) for t in tallies])
    with shown(browser, index, tmp_path) as watched:
        page = watched.page
        names = page.locator("tbody th a")
        page.get_by_role("button", name="Errors").click()
        assert names.all_inner_texts() == ["alp.txt", "bay.txt", "cape.txt"]
        assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
        page.get_by_role("button", name="Errors").click()
        assert names.all_inner_texts() == ["cape.txt", "bay.txt", "alp.txt"]
        page.get_by_role("button", name="Article").click()
        assert names.all_inner_texts() == ["alp.txt", "bay.txt", "cape.txt"]
        assert page.locator("tbody th a").first.get_attribute("href") == "alp.txt.html"
        assert watched.errors == []
        assert watched.violations() == []
        assert barriers(page) == ""


@pytest.mark.parametrize(("size", "scheme"), LOOKS, ids=["desktop, light", "phone, dark"])
def test_nobody_is_shut_out(browser: Browser, scheme: str, size: dict[str, int], tmp_path: Path) -> None:
    report = story()
    decided = {
        f"{1:016d}": Decision(decision="false-alarm", note="Two days", reviewer="Ada"),
        f"{3:016d}": Decision(decision="call"),
    }
    out = HtmlWriter(1, Look(), decided).whole([report])
    with shown(browser, out, tmp_path, viewport=size, color_scheme=scheme) as watched:
        page = watched.page
        assert barriers(page) == ""
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        assert barriers(page) == ""
        page.keyboard.press("?")
        assert barriers(page) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_a_page_that_shuts_somebody_out_would_be_seen(browser: Browser, tmp_path: Path) -> None:
    pale = (
        "<!DOCTYPE html><html lang=en><title>Pale</title><main><h1 style='color:#ddd;background:#fff'>Pale</h1></main>"
    )
    with shown(browser, pale, tmp_path) as watched:
        assert "color-contrast" in barriers(watched.page)


def test_the_rules_own_report_of_a_text_opens_without_a_complaint(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, written(check(TEXT), name="html"), tmp_path) as watched:
        assert watched.errors == []
        assert watched.violations() == []
        assert "→ reporters at the quay" in watched.page.locator(".said").first.inner_text()
