"""What people take away: the ledger, the call sheet, the article as a Word file."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import docx
import pytest

from tests.cli.command import run
from tests.report import samples
from tests.review import DATE, PEOPLE, story
from tests.review.decided import Decided
from verifier.review.records import Attempt, Ruling


def test_the_ledger_has_a_row_a_fact_with_what_it_was_checked_against(decided: Decided, tmp_path: Path) -> None:
    fact = next(f for f in decided.library.facts(1) if f.span.text == "15 boats")
    decided.rule("fact", fact.key, Ruling("fine", against="Harbour log", place="page 4"))
    rows = list(csv.DictReader(io.StringIO(decided.export("ledger", tmp_path).removeprefix("\ufeff"))))
    (row,) = [r for r in rows if r["words"] == "15 boats"]
    assert (row["state"], row["checked_against"], row["where"]) == ("Checked, fine", "Harbour log", "page 4")
    assert (row["kind"], row["place"], row["checked_by"]) == ("figure", "line 5", "Ana")
    assert {r["kind"] for r in rows} >= {"figure", "date", "name", "D003"}


def test_the_ledger_tells_places_as_the_cards_do(tmp_path: Path) -> None:
    desk = Decided(tmp_path, reports=[story(path="desk/ferry.docx")])
    rows = list(csv.DictReader(io.StringIO(desk.export("ledger", tmp_path).removeprefix("\ufeff"))))
    assert {r["place"] for r in rows if r["words"] == "15 boats"} == {"paragraph 3"}


def test_the_call_sheet_is_by_person_with_attempts_and_room_for_the_answer(tmp_path: Path) -> None:
    desk = Decided(tmp_path)
    tried = (Attempt("2026-11-28T10:00:00+00:00", "Ana", "no answer"),)
    desk.rule("finding", DATE, Ruling("call", whom="The mayor", number="555 0100", attempts=tried))
    desk.rule("finding", PEOPLE, Ruling("answered", whom="Harbour office", answer="Twelve, yes."))
    sheet = desk.export("calls", tmp_path)
    assert sheet.startswith("The mayor, 555 0100\n")
    assert "Tried 2026-11-28 10:00 UTC, Ana: no answer" in sheet
    assert sheet.index("Answer: ____") < sheet.index("Harbour office") < sheet.index("Answer: Twelve, yes.")


def test_the_word_file_has_comments_at_their_words_and_tracked_changes(decided: Decided, tmp_path: Path) -> None:
    decided.rule("finding", PEOPLE, Ruling("call", "Who?", whom="Ben <b>"), version=1)
    target = tmp_path / "taken.docx"
    done = run("review", decided.reports, "--export", f"word={target}", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    document = docx.Document(str(target))
    said = {c.text: c.author for c in document.comments}
    assert any("Should read: March 1" in text and "No *such* day." in text for text in said)
    assert any("To be called: Ben <b>" in text for text in said)
    assert set(said.values()) == {"Ana"}
    xml = document.element.xml
    assert re.search(r"<w:del [^>]*w:author=\"Ana\".*?<w:delText[^>]*>February 30</w:delText>", xml, re.DOTALL)
    assert re.search(r"<w:ins [^>]*>.*?<w:t[^>]*>March 1</w:t>", xml, re.DOTALL)
    rejected = re.sub(r"<w:ins .*?</w:ins>", "", xml, flags=re.DOTALL)
    text = "".join(re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)</w:", rejected))
    assert "return on February 30, 2019, the mayor said." in text


def test_a_word_file_holds_what_xml_cannot(tmp_path: Path) -> None:
    text = "Talks \x0b end\n\nOn Feb\x00ruary 30 they \ufffe met \U0001f600.\n"
    place = samples.span(text, "Feb\x00ruary 30")
    found = samples.finding([place])
    desk = Decided(tmp_path, reports=[samples.report(text, findings=[found])])
    desk.rule("finding", found.fingerprint, Ruling("mend", "a\x00b", wording="x\x0cy"))
    target = tmp_path / "taken.docx"
    assert run("review", desk.reports, "--export", f"word={target}", cwd=tmp_path).returncode == 0
    assert len(list(docx.Document(str(target)).comments)) == 1


CALL = {"whom": "Harbour office", "number": "555 0100"}
ASKED = {
    "to be called": (
        Ruling("call", **CALL),
        "To be called: Harbour office, 555 0100\nQuestion: Who can say so?",
    ),
    "nobody named": (
        Ruling("call"),
        "Question: Who can say so?\nWhom to ask is not known yet: who can tell?",
    ),
    "answered": (
        Ruling("answered", answer="Fourteen.", **CALL),
        "Called: Harbour office, 555 0100\nAnswer: Fourteen.\nNot decided yet: do the words stand by this answer?",
    ),
    "mended by the answer": (
        Ruling("mend", answer="Fourteen.", **CALL),
        "Called: Harbour office, 555 0100\nAnswer: Fourteen.\nPlease put it as this answer has it.",
    ),
    "no answer came": (
        Ruling("mend", attempts=(Attempt("2026-11-28T10:00:00+00:00", "Ana", "engaged"),), **CALL),
        "Called, no answer: Harbour office, 555 0100\nQuestion: Who can say so?",
    ),
    "worded": (
        Ruling("mend", wording="The harbour office says", answer="Fourteen.", **CALL),
        "Called: Harbour office, 555 0100\nAnswer: Fourteen.",
    ),
}


@pytest.mark.parametrize("case", ASKED)
def test_the_author_reads_who_was_called_and_what_is_asked_of_him(case: str, tmp_path: Path) -> None:
    ruling, told = ASKED[case]
    report = story(passages=("Some people",))
    found = report.findings[0].model_copy(update={"question": "Who can say so?"})
    desk = Decided(tmp_path, reports=[report.model_copy(update={"findings": (found,)})])
    desk.rule("finding", PEOPLE, ruling)
    listed = desk.export("corrections", tmp_path)
    assert told.replace("\n", "\n   ") in listed
    assert ("should read" in listed) == bool(ruling.wording)
    assert listed.partition(told.splitlines()[-1])[2].split("\n")[1].strip() == "", "nothing comes behind it"
    target = tmp_path / "taken.docx"
    run("review", desk.reports, "--export", f"word={target}", cwd=tmp_path)
    (comment,) = docx.Document(str(target)).comments
    assert told in comment.text


def test_what_is_to_be_mended_without_a_word_of_how_says_what_is_asked(tmp_path: Path) -> None:
    desk = Decided(tmp_path)
    boats = next(f.key for f in desk.library.facts(1) if f.span.text == "15 boats")
    desk.rule("fact", boats, Ruling("mend"))
    listed = desk.export("corrections", tmp_path)
    assert "Ruiz counted 15 boats in the harbour.\n   Please say how it should read." in listed
