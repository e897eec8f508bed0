"""One press takes back the last thing that a person did, whatever it was, and nothing that anybody else has done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.review import STORY, Desk, Visitor, open_desk, words
from tests.review.test_intake import add, bring
from tests.review.test_states import card_of, clear, press, version

NEWER = STORY.replace("15 boats", "16 boats") + "\nThe harbour master was not asked, said Eva Lind.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        add(desk.visitor("Ana"), {"story.txt": STORY.encode()})
        yield desk


def undo(visitor: Visitor, article: int = 1, **more: str) -> dict[str, Any]:
    """Press undo, as the page's script does."""
    told: dict[str, Any] = visitor.post(
        f"/article/{article}/undo", visitor.csrf(f"/article/{article}"), data=True, **more
    ).json()
    return told


def text_of(visitor: Visitor, article: int = 1) -> str:
    return words(visitor.page(f"/article/{article}").partition('<div class="words"')[2])


def test_a_wrong_newer_version_is_taken_back_and_the_decisions_of_the_one_before_are_there(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, "15 boats"), "mend", wording="14 boats")
    clear(ana)
    ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked")
    before = ana.http.get("/article/1/states").json()
    progress = re.search(r"\d+ of \d+ done[^<]*", ana.page("/article/1"))
    version(ana, NEWER)
    assert "1 changed, 0 still there" in words(ana.page("/article/1"))
    assert "Checked by" not in words(ana.page("/article/1"))
    told = undo(ana)
    assert told["undone"] == "Undone: Newer version “next.txt”."
    page = words(ana.page(told["to"]))
    assert "Undone: Newer version “next.txt”." in page
    assert "16 boats" not in text_of(ana)
    assert progress
    assert progress[0] in page
    assert "Since the last version" not in page
    assert "Checked by Ana" in page, "nobody has taken that back"
    after = ana.http.get("/article/1/states").json()
    assert after["digest"] == before["digest"]
    assert {(s["key"], s["state"], s["says"]) for s in after["standings"]} == {
        (s["key"], s["state"], s["says"]) for s in before["standings"]
    }
    assert undo(ana)["undone"] == "Undone: Checked the article."
    history = words(ana.page("/article/1/history"))
    assert "Undid: Newer version “next.txt”" in history


def test_what_stood_in_the_article_again_by_the_wrong_version_is_settled_again(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, "15 boats"), "mend", wording="16 boats")
    fact = card_of(ana, "15 boats")
    version(ana, NEWER)
    ana.post("/article/1/settle", ana.csrf("/article/1"))
    version(ana, STORY)
    assert ana.standing(fact["key"])["state"] == "open"
    assert undo(ana)["undone"].startswith("Undone: Newer version")
    assert ana.standing(fact["key"])["state"] == "mended"
    assert undo(ana)["undone"].startswith("Undone: Mended: “15 boats”")
    assert undo(ana)["undone"].startswith("Undone: Newer version")
    assert undo(ana)["undone"] == "Undone: Mend: “15 boats”. It stands as before: Open."
    assert undo(ana) == {"nothing": True}


def test_an_article_that_was_put_in_the_place_of_another_goes_out_again_and_both_are_on_the_desk(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    bring(ana, {"log.txt": b"Ruiz counted 15 boats."})
    add(ana, {"second.txt": NEWER.encode()})
    bring(ana, {"tape.txt": b"Ruiz counted 16 boats."}, article=2)
    assert "Which is it?" in words(ana.page("/article/2"))
    ana.post("/article/2/joins", ana.csrf("/article/2"), answer="version")
    assert "1 article on the desk" in words(ana.page("/"))
    assert "16 boats" in text_of(ana)
    assert "tape.txt" in words(ana.page("/article/1"))
    assert undo(ana)["undone"] == "Undone: Newer version “second.txt”."
    assert "2 articles on the desk" in words(ana.page("/"))
    assert "15 boats" in text_of(ana)
    page = words(ana.page("/article/1"))
    assert "log.txt" in page
    assert "tape.txt" not in page
    assert "Which is it?" in words(ana.page("/article/2"))
    assert undo(ana, 2)["undone"] == "Undone: Sources “tape.txt”."
    ana.post("/article/2/joins", ana.csrf("/article/2"), answer="another")
    assert "Which is it?" not in words(ana.page("/article/2"))
    assert undo(ana, 2)["undone"] == "Undone: Another article."
    assert "Which is it?" in words(ana.page("/article/2"))


def test_sources_and_the_day_are_taken_back_as_decisions_are(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    bring(ana, {"log.txt": b"Ruiz counted 15 boats in the harbour.", "list.txt": b"Nobody was there."})
    ana.post("/article/1/leave-out", ana.csrf("/article/1"), name="log.txt")
    ana.post("/article/1/published", ana.csrf("/article/1"), published="2026-03-10")
    assert undo(ana)["undone"] == "Undone: Published “2026-03-10”."
    assert "published 2026" not in words(ana.page("/article/1"))
    assert "log.txt" not in ana.page("/article/1").replace("Left out", "")
    assert undo(ana)["undone"] == "Undone: Left out “log.txt”."
    assert "The source has it so: log.txt" in words(ana.page("/article/1"))
    assert undo(ana)["undone"] == "Undone: Sources “log.txt, list.txt”."
    assert "list.txt" not in ana.page("/article/1")


def test_a_mark_made_by_hand_is_taken_back_and_comes_again(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    total = words(ana.page("/article/1")).partition(" done")[0]
    ana.post("/article/1/mark", ana.csrf("/article/1"), words="harbour", what="fact")
    ben.post("/article/1/mark", ben.csrf("/article/1"), words="harbour", what="fact")
    assert undo(ben) == {"nothing": True}, "it was marked already"
    assert "Marked “harbour” by hand" in words(ana.page("/article/1/history"))
    told = undo(ana)
    assert told["undone"] == "Undone: Marked “harbour” by hand."
    assert "marked by Ana" not in words(ana.page(told["to"]))
    assert words(ana.page("/article/1")).partition(" done")[0] == total
    ana.post("/article/1/mark", ana.csrf("/article/1"), words="harbour", what="fact")
    mark = card_of(ana, "harbour", "mark")
    ana.decide(mark["key"], "gone", kind="mark", version=int(mark["version"]))
    assert undo(ana)["undone"] == "Undone: Taken away: “harbour”. It stands as before: Open."
    assert card_of(ana, "harbour", "mark")


def test_whoever_takes_back_that_it_is_checked_takes_the_sign_off_with_it_and_undoes_both(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    clear(ana)
    ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked")
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed")
    ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked", state="open")
    assert "signed off" not in words(ana.page("/"))
    assert undo(ana)["undone"] == "Undone: No longer checked."
    assert "checked by Ana signed off by Ben" in words(ana.page("/"))


def test_what_one_takes_back_is_whose_it_was_before(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    boats = card_of(ana, "15 boats")
    press(ben, boats, "fine", against="log")
    press(ana, boats | {"version": "1"}, "mend", wording="14 boats")
    told = undo(ana)
    assert told["says"] == "Checked, fine by Ben, against log"
    assert told["undone"] == "Undone: Mend: “15 boats”. It stands as before: Checked, fine."


def earlier(visitor: Visitor, button: str) -> int:
    """Press a button of the history that puts a version in place."""
    row = next(r for r in visitor.page("/article/1/history").split("<tr>") if f">{button}<" in r)
    step = row.partition('name="step" value="')[2].partition('"')[0]
    return visitor.post("/article/1/earlier", visitor.csrf("/article/1"), step=step).status_code


def test_a_version_that_was_taken_back_by_mistake_is_put_in_place_again(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    version(ana, NEWER)
    press(ana, card_of(ana, "16 boats"), "fine", against="log")
    undo(ana)
    undo(ana)
    assert "15 boats" in text_of(ana)
    assert earlier(ana, "Put it in place again") == 303
    assert "16 boats" in text_of(ana)
    assert "Put it in place again" not in ana.page("/article/1/history"), "it is there"


def test_what_is_said_with_a_signature_was_typed_by_nobody(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    press(ana, card_of(ana, "15 boats"), "mend", wording="14 boats")
    clear(ana)
    ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked")
    assert "Mind: 1 to mend in it still" in words(ben.page("/article/1"))
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed")
    assert undo(ben)["undone"] == "Undone: Signed the article off."
    for visitor in (ana, ben):
        page = words(visitor.page("/article/1"))
        assert "had typed, and decided nothing" not in page
        assert "About what is no longer in the article" not in page


def test_questions_answers_and_whose_it_is_are_taken_back(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    boats = card_of(ana, "15 boats")
    about = {"kind": boats["kind"], "key": boats["key"]}
    press(ana, boats, "fine", against="log")
    ana.post("/article/1/assign", ana.csrf("/article/1"), kind="article", name="Ben")
    ana.post("/article/1/assign", ana.csrf("/article/1"), kind="article", name="Eva")
    ana.post("/article/1/ask", ana.csrf("/article/1"), name="Ben", words="Which harbour?", **about)
    entered, listed = words(ben.page("/article/1")), words(ben.page("/"))
    assert "Ana asks you about “ 15 boats ”: Which harbour?" in entered
    assert "Ana asks you: Which harbour?" in listed
    assert "asks you" not in words(ana.page("/article/1") + ana.page("/"))
    asked = re.search(r'name="question" value="(\d+)"', ben.page("/article/1"))
    assert asked
    ben.post("/article/1/answer", ben.csrf("/article/1"), question=asked[1], words="The old one.")
    assert "asks you" not in words(ben.page("/article/1") + ben.page("/"))
    assert undo(ana)["changed"]["says"] == "Answered “The old one.” by Ben"
    assert undo(ben)["undone"] == "Undone: Answered “The old one.”."
    assert "questions: 1" in words(ana.page("/"))
    assert undo(ana)["undone"] == "Undone: Asked “Which harbour?”."
    assert "questions:" not in words(ana.page("/"))
    assert undo(ana)["undone"] == "Undone: Given to “Eva”."
    assert "for Ben" in words(ana.page("/"))
    undo(ana)
    assert "for Ben" not in words(ana.page("/"))
    assert undo(ana)["undone"].startswith("Undone: Checked, fine: “15 boats”")


def test_what_a_colleague_typed_and_somebody_put_away_comes_back(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    boats = card_of(ben, "15 boats")
    ben.post("/article/1/draft", ben.csrf("/article/1"), True, kind="fact", key=boats["key"], note="Ask Eva.")
    version(ana, NEWER)
    assert "Ask Eva." in words(ana.page("/article/1"))
    ana.post("/article/1/draft", ana.csrf("/article/1"), kind="fact", key=boats["key"], state="gone")
    assert "Ask Eva." not in words(ana.page("/article/1"))
    assert undo(ana)["undone"] == "Undone: Put away “Ask Eva.”."
    assert "Ask Eva." in words(ana.page("/article/1"))
    undo(ana)
    assert "Ask Eva." in ben.page("/article/1")


def test_without_script_the_page_says_what_was_undone(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, "15 boats"), "fine", against="log")
    for said in (
        "Undone: Checked, fine: “15 boats”. It stands as before: Open.",
        "There is nothing of yours to undo here.",
    ):
        answer = ana.post("/article/1/undo", ana.csrf("/article/1"))
        assert said in words(ana.page(answer.headers["location"]))
    assert "Undone" not in words(ana.page("/article/1?undone=1")), "that step took nothing back"


BLOW = """
import os
from verifier.review import content
whole = content._bring
content._bring = lambda *given: (whole(*given), os.kill(os.getpid(), 9))
"""
"""A desk that dies in the middle of taking something in, when all but the last of it is written."""


TRAMS = "Trams are late\n\nThe trams were late on Monday, Eva Lind said. Nobody knows why {} of them stood still.\n"
COMES: dict[str, Callable[[Visitor], object]] = {
    "an article": lambda ana: add(ana, {"story.txt": STORY.encode()}),
    "a version": lambda ana: version(ana, TRAMS.format(13)),
    "another text as a version": lambda ana: version(ana, STORY),
    "a source": lambda ana: bring(ana, {"log.txt": b"Nobody knows why 12 of them stood still."}),
}


@pytest.mark.parametrize("what", COMES)
def test_an_intake_that_is_killed_in_the_middle_leaves_nothing_of_it(tmp_path: Path, what: str) -> None:
    own = tmp_path / "own.db"
    with open_desk("--db", own, "--no-model") as desk:
        ana = desk.visitor("Ana")
        add(ana, {"trams.txt": TRAMS.format(12).encode()})
        before = ana.http.get("/article/1/states").json()["digest"]
    with open_desk("--db", own, "--no-model", program=BLOW) as desk:
        ana = desk.visitor("Ana")
        with pytest.raises(httpx2.TransportError):
            COMES[what](ana)
    with open_desk("--db", own, "--no-model") as desk:
        ana = desk.visitor("Ana")
        assert "1 article on the desk" in words(ana.page("/"))
        assert ana.http.get("/article/1/states").json()["digest"] == before
        assert "log.txt" not in ana.page("/article/1")
        assert undo(ana) == {"nothing": True}
        assert add(ana, {"story.txt": STORY.encode()}).json() == {"to": "/article/2"}
