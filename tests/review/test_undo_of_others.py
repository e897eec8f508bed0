"""An undo takes back nothing that somebody else has done, or has worked on since, and says what the next press does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.review import DATE, STORY, Desk, open_desk, put, story, words
from tests.review.test_intake import add, bring
from tests.review.test_states import card_of, clear, press, version
from tests.review.test_undo import NEWER, earlier, text_of, undo


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        add(desk.visitor("Ana"), {"story.txt": STORY.encode()})
        yield desk


def test_a_mark_on_which_somebody_else_has_decided_stays(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    ana.post("/article/1/mark", ana.csrf("/article/1"), words="harbour", what="fact")
    press(ben, card_of(ben, "harbour", "mark"), "fine", against="a map")
    assert undo(ana)["changed"]["says"] == "Checked, fine by Ben, against a map"
    assert ben.standing(card_of(ben, "harbour", "mark")["key"])["state"] == "fine"


def test_checking_and_signing_off_are_taken_back_told_apart_and_never_by_another(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    clear(ana)
    ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked")
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed")
    assert "Checked by Ana, signed off by Ben" in words(ana.page("/article/1")).partition("Facts and findings")[0]
    refused = undo(ana)
    assert refused["changed"]["says"] == "Signed the article off by Ben"
    assert undo(ben)["undone"] == "Undone: Signed the article off."
    assert "signed off by Ben" not in words(ana.page("/"))
    assert undo(ana)["undone"] == "Undone: Checked the article."
    assert "checked by" not in words(ana.page("/"))
    history = words(ana.page("/article/1/history"))
    assert "Undid: Signed the article off" in history
    assert "Undid: Checked the article" in history
    assert re.search(r"Ben Signed the article off", history)


def test_nobody_s_undo_takes_a_signature_of_somebody_else_with_it(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    clear(ana)
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="checked")
    assert undo(ana)["changed"]["says"] == "Checked the article by Ben"
    assert "checked by Ben" in words(ana.page("/"))
    reopened = card_of(ana, "15 boats")
    press(ana, reopened, "open")
    assert "checked by Ben" not in words(ana.page("/"))
    undo(ana)
    assert "checked by Ben" in words(ana.page("/")), "by whom he was, and not by whoever brought it back"


def test_a_version_on_which_somebody_else_has_worked_stays(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    version(ana, NEWER)
    both = card_of(ben, "March") if "March" in text_of(ben) else card_of(ben, "February 30")
    press(ben, both, "mend", wording="March 1")
    assert undo(ana)["undone"].startswith("Undone: Newer version"), "that fact is in both"
    assert ben.standing(both["key"])["says"] == "To mend by Ben, should read “March 1”"
    version(ana, NEWER)
    press(ben, card_of(ben, "16 boats"), "fine", against="log")
    assert undo(ana)["changed"]["says"] == "Checked, fine by Ben, against log"
    assert "16 boats" in text_of(ana)
    undo(ben)
    assert undo(ana)["undone"].startswith("Undone: Newer version")


def test_a_version_that_somebody_else_has_replaced_stays(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    version(ana, NEWER)
    version(ben, NEWER.replace("16 boats", "17 boats"))
    assert undo(ana)["changed"]["says"] == "Newer version “next.txt” by Ben"
    assert "17 boats" in text_of(ana)
    undo(ben)
    assert "16 boats" in text_of(ana)
    undo(ana)
    assert "15 boats" in text_of(ana)


def test_a_version_on_which_others_have_worked_is_replaced_by_the_one_before_from_the_history(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    press(ana, card_of(ana, "15 boats"), "mend", wording="14 boats")
    version(ana, NEWER)
    bring(ana, {"log.txt": b"Ruiz counted 15 boats in the harbour."})
    press(ben, card_of(ben, "16 boats"), "mend", wording="14 boats")
    assert earlier(ana, "Put the version before it back") == 303
    assert "15 boats" in text_of(ana)
    assert ana.standing(card_of(ana, "15 boats")["key"])["says"] == "To mend by Ana, should read “14 boats”"
    assert "The source has it so: log.txt" in words(ana.page("/article/1")), "held against what has come since"
    assert "asked for by Ben" in words(ana.page("/article/1")), "nothing of his is lost"
    assert undo(ana)["undone"] == "Undone: An earlier version put back “story.txt”."
    assert "16 boats" in text_of(ana)
    assert ana.post("/article/1/earlier", ana.csrf("/article/1"), step="1").status_code == 422


def test_after_what_cannot_be_undone_the_next_press_undoes_what_was_done_before_it(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    boats, few = card_of(ana, "15 boats"), card_of(ana, "12 boats")
    press(ana, few, "fine", against="log")
    press(ana, boats, "fine", against="log")
    press(ben, boats | {"version": "1"}, "mend")
    refused = undo(ana)
    assert refused["changed"]["says"] == "To mend by Ben"
    assert "Undo what I did before that" in words(ana.post("/article/1/undo", ana.csrf("/article/1")).text)
    assert undo(ana, below=str(refused["step"]))["undone"].startswith("Undone: Checked, fine: “12 boats”")
    assert ana.standing(boats["key"])["state"] == "mend"


def test_what_the_message_promises_of_the_next_press_holds_after_a_colleague_has_signed(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    clear(ana)
    ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked")
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed")
    for _ in range(3):
        refused = undo(ana)
        assert refused["refused"] == (
            "Not undone: Signed the article off by Ben meanwhile. "
            "Nothing that you did before that can be undone while it stands."
        )
        assert refused["step"] == 0
    page = words(ana.post("/article/1/undo", ana.csrf("/article/1")).text)
    assert "Signed the article off by Ben meanwhile. Nothing that you did before" in page
    assert "Undo what I did before that" not in page
    assert "Checked by Ana, signed off by Ben" in words(ana.page("/article/1"))


def test_the_next_press_undoes_what_no_signature_holds(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    ana.post("/article/1/assign", ana.csrf("/article/1"), kind="article", name="Eva")
    clear(ana)
    ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked")
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed")
    refused = undo(ana)
    assert refused["refused"].endswith("Ben meanwhile. Once more undoes what you did before that.")
    assert undo(ana, below=str(refused["step"]))["undone"] == "Undone: Given to “Eva”."
    assert "Checked by Ana, signed off by Ben" in words(ana.page("/article/1"))


def test_a_sign_off_that_was_taken_back_holds_nothing(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    clear(ana)
    ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked")
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed")
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed", state="open")
    assert undo(ana)["undone"] == "Undone: Checked the article."
    assert undo(ana)["undone"].startswith("Undone: Checked, fine:")


def test_one_s_own_check_in_another_browser_is_no_colleague_s(desk: Desk) -> None:
    here, there = desk.visitor("Ana"), desk.visitor("Ana")
    clear(here)
    there.post("/article/1/sign", there.csrf("/article/1"), key="checked")
    assert undo(here)["refused"].startswith("Not undone: Checked the article by you, in another browser meanwhile.")


def test_an_undo_puts_no_older_report_in_the_place_of_one_that_came_since(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports, "--no-model") as desk:
        ana = desk.visitor("Ana")
        ana.decide(DATE, "mend")
        bring(ana, {"log.txt": b"Ruiz counted 15 boats in the harbour."})
        put(tmp_path / "reports", story(passages=("February 30", "Some people", "12 boats")))
        assert run("review", reports, "--take-newer", "--no-open", cwd=tmp_path).returncode == 0
        assert "12 boats needs a look." in words(ana.page("/article/1"))
        refused = undo(ana)
        assert refused["changed"]["says"] == "Newer report by the desk"
        assert "12 boats needs a look." in words(ana.page("/article/1"))
        assert undo(ana, below=str(refused["step"]))["undone"].startswith("Undone: Mend")
        assert "Newer report" in words(ana.page("/article/1/history"))
