"""What a desk decided about facts and marked stretches, on the page of the report: in its words, counted, harmless."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import DESKTOP, PHONE, barriers, needs_chromium
from tests.report import samples
from tests.report.test_browser import OWN_TEXT, RAN, shown
from tests.report.test_page import bare, part
from tests.report.test_text import written
from verifier.report import Look
from verifier.report.decisions import Decision, Ticked
from verifier.report.html import HtmlWriter
from verifier.report.models import Report

TEXT = (
    "Harbour fair draws crowds\n\n"
    "The fair opened on May 3. Some 900 visitors came, and 40 stalls sold out.\n\n"
    "Mayor Ida Brook called it the largest in the region. It cost 70 crowns.\n"
)


def fair(text: str = TEXT) -> Report:
    found = samples.finding([samples.span(text, "70 crowns")], message="Two prices.")
    return samples.report(text, findings=[found.model_copy(update={"fingerprint": "f" * 16})])


def fact(words: str, decision: Decision | None = None, text: str = TEXT, **more: str) -> Ticked:
    key = f"{text.index(words):016x}"
    return Ticked(key=key, span=samples.span(text, words), decision=decision, **more)


CHECKED = Decision(decision="fine", reviewer="Ada", against="Fair office, page 2")
MENDED = Decision(decision="mend", reviewer="Ada", should_read="45 stalls", note="Recount <b>them</b>")
TO_CALL = Decision(decision="call", reviewer="Ben", whom="Ida Brook's office", note="Largest by what?")
PRICE = Decision(decision="mend", reviewer="Ben", should_read="75 crowns")
TICKED = (
    fact("May 3", CHECKED),
    fact("900 visitors", CHECKED),
    fact("40 stalls", MENDED),
    fact("Mayor Ida Brook", Decision(decision="false-alarm", reviewer="Ben", note="no name to check")),
    fact("the largest in the region", TO_CALL),
    fact("70 crowns", Decision(decision="mend", reviewer="Ben"), along="f" * 16),
    fact("in the region"),
    fact("sold out", by_hand="Cleo"),
)


def page_of(*ticked: Ticked, report: Report | None = None, decisions: dict[str, Decision] | None = None) -> str:
    given = {"f" * 16: PRICE} if decisions is None else decisions
    return HtmlWriter(1, Look(), given, ticked).whole([report or fair()])


def test_facts_that_nobody_decided_on_change_nothing_on_the_page() -> None:
    untouched = [one.model_copy(update={"decision": None, "by_hand": "", "along": ""}) for one in TICKED]
    report = fair()
    assert page_of(*untouched, report=report, decisions={}) == written(report, name="html")


def test_each_decision_stands_beside_its_paragraph_in_a_newsrooms_words() -> None:
    first, second = re.findall(r'<ul class="ticks">(.*?)</ul>', page_of(*TICKED), re.DOTALL)
    assert "✓ May 3 · 900 visitors Checked, fine by Ada, against Fair office, page 2" in bare(first)
    assert "✎ 40 stalls Mend by Ada; should read: “45 stalls”: Recount <b>them</b>" in bare(first)
    assert "? sold out marked by Cleo To check" in bare(first)
    assert "× Mayor Ida Brook False alarm by Ben: no name to check" in bare(second)
    assert "☎ the largest in the region To call Ida Brook's office, noted by Ben: Largest by what?" in bare(second)
    assert "✎ 70 crowns Mend along with finding 1" in bare(second)


def test_on_top_stands_what_is_to_check_still_then_what_is_to_mend_and_how_many_stand_how() -> None:
    todo, decided = part(page_of(*TICKED), ">To check<", "</nav>").split(">Decided<")
    assert "☎the largest in the region line 5 To call: Ida Brook's office" in bare(todo)
    assert "?sold out line 3 Marked by Cleo" in bare(todo)
    assert "✎40 stalls line 3 Mend: “45 stalls”" in bare(decided)
    assert "8 facts: 2 checked, 1 to mend, 1 false alarm, 1 to call, 1 decided along with another, 2 open" in bare(
        decided
    )
    assert "70 crowns" not in bare(decided).partition("line 5")[0]


def test_a_report_without_findings_shows_its_facts_all_the_same() -> None:
    head = bare(part(page_of(*TICKED, report=samples.report(TEXT)), ">To check<", "</nav>"))
    assert "The rules found nothing." in head
    assert "✎40 stalls" in head
    assert "8 facts: " in head


def test_what_was_decided_along_with_something_that_decides_otherwise_now_is_told_in_full() -> None:
    page = page_of(*TICKED, decisions={"f" * 16: CHECKED})
    assert "70 crowns Mend by Ben" in bare(page)


def test_what_was_decided_along_with_a_marked_stretch_leads_to_it_in_one_pair_of_marks() -> None:
    text = 'Fair\n\n"It was 40 stalls and more," Ada Holm said.\n'
    outer = fact('"It was 40 stalls and more,"', MENDED, text, by_hand="Cleo")
    inner = fact("40 stalls", Decision(decision="mend"), text, along=outer.key)
    page = page_of(outer, inner, report=samples.report(text), decisions={})
    assert "40 stalls Mend along with “It was 40 stalls and more" in bare(page)
    assert not re.search('“"', bare(page))


def test_a_call_about_a_fact_is_asked_of_whom_was_put_down() -> None:
    ring = Decision(decision="call", whom="Ida Brook's office")
    sheet = part(page_of(*TICKED, decisions={"f" * 16: ring}), 'class="panel calls"', "</section>")
    (call,) = sheet.split('<div class="call">')[1:]
    assert bare(call).startswith("Ida Brook's office")
    assert "Two prices." in bare(call)
    assert "the largest in the region: does this hold? Line 5: Largest by what?" in bare(call)
    assert call.count('type="checkbox"') == 2


def test_an_answer_that_nobody_has_judged_is_to_check_and_asked_of_nobody_again() -> None:
    answered = Decision(decision="answered", whom="The office", answer="75, since April", reviewer="Ada")
    page = page_of(fact("40 stalls", answered), decisions={"f" * 16: answered})
    todo = part(page, ">To check<", ">Decided<")
    assert "Two prices. line 5 70 crowns Call answered: 75, since April" in bare(todo)
    assert "✆40 stalls line 3 Call answered: 75, since April" in bare(todo)
    assert "Call answered by The office, noted by Ada; answer: 75, since April" in bare(page)
    assert 'class="panel calls"' not in page


def test_a_note_about_which_there_is_something_to_do_is_in_sight_and_the_others_are_counted() -> None:
    words = ("May 3", "900 visitors", "40 stalls", "70 crowns")
    notes = [
        samples.finding([samples.span(TEXT, one)], severity="info", message=f"{one}: worth a look.").model_copy(
            update={"fingerprint": one}
        )
        for one in words
    ]
    page = page_of(
        report=samples.report(TEXT, findings=notes),
        decisions={"May 3": TO_CALL, "900 visitors": CHECKED, "40 stalls": MENDED},
    )
    todo, decided = part(page, ">To check<", "</nav>").split(">Decided<")
    assert "May 3: worth a look. line 3 To call: Ida Brook's office" in bare(todo)
    assert "40 stalls: worth a look. line 3 Mend: “45 stalls”" in bare(decided)
    assert "900 visitors" not in bare(todo + decided)
    assert "and 2 other notes beside the text" in bare(decided)
    unfolded = re.findall(r'<details class="note info ([a-z-]+)" open', page)
    assert unfolded == ["call", "mend"]
    untouched = page_of(report=samples.report(TEXT, findings=notes), decisions={})
    assert "and 4 notes beside the text" in bare(untouched)
    assert 'class="note info open" open' not in untouched


def test_two_articles_on_one_page_keep_their_facts_apart() -> None:
    frame = HtmlWriter(2, Look())
    parts = [HtmlWriter(2, Look(), {}, TICKED).article(fair(), n) for n in range(2)]
    ids = re.findall(r' id="([^"]+)"', frame.begin() + "".join(parts))
    assert len(ids) == len(set(ids))
    assert {f"a{n}-fact-{TICKED[0].key}" for n in (1, 2)} <= set(ids)


EVIL = f'</li></ul><script>{RAN}</script><img src=x onerror="{RAN}">\u202e'


@needs_chromium
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_that_was_typed_or_marked_runs_and_the_article_reads_back(
    browser: Browser, size: dict[str, int], tmp_path: Path
) -> None:
    text = f"Harbour fair\n\nIt opened {EVIL} on May 3.\n\nIt closed on May 4.\n"
    said = dict.fromkeys(("note", "reviewer", "should_read", "against", "whom", "answer"), EVIL)
    ticked = [
        fact(f"opened {EVIL} on", Decision(decision="mend", **said), text, by_hand=EVIL),
        fact("May 3", Decision(decision="call", **said), text),
        fact("May 4", Decision(decision="answered", **said), text),
    ]
    page = page_of(*ticked, report=samples.report(text), decisions={})
    with shown(browser, page, tmp_path, viewport=size) as watched:
        assert watched.page.evaluate(OWN_TEXT) == [text]
        assert watched.page.evaluate("window.ran") is None
        assert watched.page.locator("img").count() == 0
        assert watched.violations() == []
        assert barriers(watched.page) == ""
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_lead_to_their_decision_and_back_and_a_state_shows_its_facts_alone(
    browser: Browser, scheme: str, tmp_path: Path
) -> None:
    with shown(browser, page_of(*TICKED), tmp_path, color_scheme=scheme) as watched:
        page = watched.page
        assert barriers(page) == ""
        page.locator("article .text a", has_text=" stalls").click()
        line = page.locator("article .tick", has_text="40 stalls")
        expect(line.locator("a:target")).to_have_text("40 stalls")
        signs = page.locator("article .text .at").evaluate_all(
            "(all) => all.map((one) => getComputedStyle(one, '::after').content)"
        )
        assert sorted(signs) == sorted(f'"{sign}"' for sign in ("✓", "✓", "✎", "?", "×", "☎", "✎", "1"))
        line.get_by_role("link").click()
        assert page.evaluate("document.querySelector(':target').closest('.text').textContent").startswith("The fair")

        page.get_by_label("State").select_option("to mend")
        expect(line).to_be_visible()
        expect(page.locator("article .tick", has_text="May 3")).to_be_hidden()
        expect(page.locator(".todo li", has_text="the largest")).to_be_hidden()
        page.get_by_role("button", name="Show all").click()
        expect(page.locator("article .tick", has_text="May 3")).to_be_visible()
        assert watched.errors == []


@needs_chromium
def test_paper_has_the_decisions_beside_the_article_and_no_question_that_is_settled(
    browser: Browser, tmp_path: Path
) -> None:
    page = page_of(*TICKED, decisions={"f" * 16: CHECKED})
    with shown(browser, page, tmp_path) as watched:
        watched.page.emulate_media(media="print")
        assert watched.page.locator("article .tick").count() == 6
        assert watched.page.locator("article .tick").last.is_visible()
        text, lines = (watched.page.locator(what).first.bounding_box() for what in (".row.noted .text", ".ticks"))
        assert text
        assert lines
        assert text["x"] < lines["x"]
        assert abs(text["y"] - lines["y"]) < 20, "they are set into the paragraph they are about"
        assert not watched.page.locator("article .ask").is_visible()
