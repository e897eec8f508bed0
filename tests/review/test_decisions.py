"""Decisions: on the disk before they are told of, never lost between two browsers, kept for a later version."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import httpx2
import pytest

from tests.report import samples
from tests.review import DATE, PEOPLE, Desk, Visitor, open_desk, put, story, words


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return put(tmp_path / "reports", story())


@pytest.fixture
def desk(reports: Path) -> Iterator[Desk]:
    with open_desk(reports) as desk:
        yield desk


@pytest.mark.parametrize("state", ["mend", "fine", "call"])
def test_a_decision_outlives_a_kill(reports: Path, state: str) -> None:
    with open_desk(reports) as desk:
        told = desk.visitor("Ana").decide(DATE, state, note="Rang the mayor.\nShe will check.").json()
        desk.kill()
    assert told["state"] == state
    with open_desk(reports) as desk:
        kept = desk.visitor().standing(DATE)
    assert (kept["state"], kept["fields"]["note"]) == (state, "Rang the mayor.\nShe will check.")
    assert kept["says"].endswith("by Ana")


def test_a_kill_while_two_browsers_decide_loses_nothing_that_either_was_told(tmp_path: Path) -> None:
    text = "Boats are counted\n\n" + " ".join(f"Ruiz counted {n} boats at quay {n}." for n in range(20, 80))
    reports = put(tmp_path / "reports", samples.report(text, path="desk/boats.txt"))
    told: dict[str, tuple[str, str]] = {}

    def decide(visitor: Visitor, csrf: str, keys: list[str], state: str) -> None:
        for key in keys:
            fields = {"kind": "fact", "key": key, "state": state, "version": "0", "note": f"{state} {key}"}
            try:
                answer = visitor.post("/article/1/decide", csrf, data=True, **fields).json()
            except (httpx2.TransportError, ValueError, RuntimeError):
                return  # the desk is dead: nobody was told that this one is decided
            told[key] = (answer["state"], answer["fields"]["note"])

    with open_desk(reports) as desk:
        ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
        keys = re.findall(r'data-kind="fact" data-key="([^"]+)"', ana.page("/article/1"))
        assert len(keys) >= 40
        work = [
            Thread(target=decide, args=(who, who.csrf("/article/1"), given, state))
            for who, given, state in ((ana, keys[::2], "fine"), (ben, keys[1::2], "mend"))
        ]
        for one in work:
            one.start()
        while len(told) < 12:
            time.sleep(0.001)
        desk.kill()
        for one in work:
            one.join()
    assert 12 <= len(told) < len(keys)
    with open_desk(reports) as desk:
        visitor = desk.visitor()
        kept = {
            s["key"]: (s["state"], s["fields"]["note"])
            for s in visitor.http.get("/article/1/states").json()["standings"]
        }
        assert told.items() <= kept.items()
        assert len(kept) <= len(told) + 2  # decided, and killed before anybody heard of it
        assert len(re.findall(r"<tr[ >]", visitor.page("/article/1/history"))) == len(kept) + 1


def test_a_form_without_script_decides_and_leads_back_to_its_card(desk: Desk) -> None:
    visitor = desk.visitor()
    back = "?state=open&page=1"
    answer = visitor.post(
        "/article/1/decide", visitor.csrf("/article/1"),
        kind="finding", key=DATE, state="mend", version="0", number="1", back=back,
    )  # fmt: skip
    assert answer.status_code == 303
    assert answer.headers["location"] == "/article/1?state=open#n1"
    assert visitor.standing(DATE)["state"] == "mend"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\r\nX: y"])
def test_a_form_leads_back_to_the_desk_alone(desk: Desk, back: str) -> None:
    visitor = desk.visitor()
    answer = visitor.post(
        "/article/1/decide", visitor.csrf("/article/1"),
        kind="finding", key=DATE, state="mend", version="0", number="1", back=back,
    )  # fmt: skip
    assert answer.headers["location"].startswith("/article/1?")
    assert "x" not in answer.headers


def test_two_browsers_do_not_overwrite_each_other(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    assert ana.decide(DATE, "fine", note="A leap second.").status_code == 200
    late = ben.decide(DATE, "mend", note="No such day.")
    assert late.status_code == 409
    theirs = late.json()["changed"]
    assert (theirs["state"], theirs["fields"]["note"], theirs["says"]) == (
        "fine",
        "A leap second.",
        "Checked, fine by Ana",
    )
    assert ana.standing(DATE)["state"] == "fine"
    assert ben.decide(DATE, "mend", version=theirs["version"]).status_code == 200
    assert ana.standing(DATE)["says"] == "To mend by Ben"


def test_a_stale_form_without_script_shows_both(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    ana.decide(DATE, "fine", note="A leap second.")
    late = ben.post(
        "/article/1/decide", ben.csrf("/article/1"),
        kind="finding", key=DATE, state="mend", version="0", note="No such day.",
    )  # fmt: skip
    assert late.status_code == 409
    said = words(late.text)
    assert "Changed meanwhile by Ana" in said
    assert "A leap second." in said
    assert "No such day." in said


def test_deciding_the_same_is_no_conflict(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    ana.decide(DATE, "fine")
    agreed = ben.decide(DATE, "fine")
    assert (agreed.status_code, agreed.json()["says"]) == (200, "Checked, fine by Ana")


def undo(visitor: object, csrf: str) -> dict[str, object]:
    return visitor.post("/article/1/undo", csrf, data=True).json()  # type: ignore[attr-defined, no-any-return]


def test_undo_walks_back_through_ones_own_decisions(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    csrf = ana.csrf("/article/1")
    ana.decide(DATE, "fine", note="First thought.")
    ana.decide(DATE, "mend", version=1)
    ana.decide(PEOPLE, "call")
    states = [(undo(ana, csrf)["key"], ana.standing(DATE)["state"], ana.standing(PEOPLE)["state"]) for _ in range(3)]
    assert states == [(PEOPLE, "mend", "open"), (DATE, "fine", "open"), (DATE, "open", "open")]
    assert undo(ana, csrf) == {"nothing": True}


def test_undo_leaves_alone_what_others_decided(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    ana.decide(DATE, "fine")
    assert undo(ben, ben.csrf("/article/1")) == {"nothing": True}
    ben.decide(DATE, "mend", version=1)
    answer = ana.post("/article/1/undo", ana.csrf("/article/1"), data=True)
    assert answer.status_code == 409
    assert ana.standing(DATE)["says"] == "To mend by Ben"


def test_the_history_tells_every_step(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    ana.decide(DATE, "fine", note="A leap second.")
    ana.decide(DATE, "mend", version=1)
    undo(ana, ana.csrf("/article/1"))
    said = words(ana.page("/article/1/history"))
    assert said.count("February 30 needs a look.") == 3
    assert "Undid:" in said
    assert "A leap second." in said


def test_the_history_tells_the_words_and_what_came_of_a_call(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    first = ana.decide(DATE, "call", whom="The mayor", attempt="no answer").json()
    ana.decide(DATE, "call", version=first["version"], whom="The mayor", attempt="rings back at four")
    said = words(ana.page("/article/1/history"))
    assert "D003 February 30 February 30 needs a look." in said
    before, after = said.split("rings back at four")[0].split("no answer")[:2]
    assert before.endswith("tried “")
    assert "tried “" in after


def test_what_is_taken_away_has_a_name_that_people_understand_and_the_list_is_seen_before(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    ana.decide(DATE, "mend", wording="March <b>1")
    page = ana.page("/take?article=1")
    assert "“February 30” should read: “March &lt;b&gt;1”" in page
    assert "March" not in ana.page("/take")
    for form, name in (
        ("corrections", "ferry-list-for-the-author.txt"), ("word", "ferry-word-file.docx"),
        ("html", "ferry-annotated-report.html"), ("ledger", "ferry-ledger.csv"), ("calls", "ferry-call-sheet.txt"),
    ):  # fmt: skip
        assert f'"{name}"' in ana.http.get(f"/take/{form}?article=1").headers["content-disposition"]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "finding", "key": "none", "state": "mend", "version": "0"},
        {"kind": "thing", "key": DATE, "state": "mend", "version": "0"},
        {"kind": "finding", "key": DATE, "state": "burnt", "version": "0"},
        {"kind": "finding", "key": DATE, "state": "corrected", "version": "0"},
        {"kind": "finding", "key": DATE, "state": "mend", "version": "x"},
        {"kind": "finding", "key": DATE, "state": "mend"},
        {"kind": "finding", "key": DATE, "state": "mend", "version": "0", "note": "n" * 4_001},
        {"kind": "finding", "key": DATE, "state": "mend", "version": "0", "note": "n" * 70_000},
    ],
)
def test_a_form_that_makes_no_sense_saves_nothing_and_says_so(desk: Desk, fields: dict[str, str]) -> None:
    visitor = desk.visitor()
    answer = visitor.post("/article/1/decide", visitor.csrf("/article/1"), data=True, **fields)
    assert 400 <= answer.status_code < 500
    assert answer.json()["problem"]
    assert visitor.standing(DATE)["state"] == "open"


def test_a_file_that_is_held_by_another_program_is_told_and_nothing_is_said_to_be_saved(
    desk: Desk, reports: Path
) -> None:
    visitor = desk.visitor()
    visitor.page("/article/1")  # its facts are listed, which is written, too
    db = sqlite3.connect(reports / "verifier-review.db", isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    answer = visitor.decide(DATE, "mend")
    db.execute("ROLLBACK")
    db.close()
    assert answer.status_code == 503
    assert "nothing was saved" in answer.json()["problem"]
    assert visitor.standing(DATE)["state"] == "open"


def test_a_speaker_and_a_claim_can_be_corrected_and_opened_again(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    csrf = ana.csrf("/article/1/claims")
    claim = ana.page("/article/1/claims").partition('name="kind" value="claim"')[2]
    key = claim.partition('name="key" value="')[2].partition('"')[0]
    fields = {
        "kind": "claim",
        "key": key,
        "wording": "The ferry sails on Monday.",
        "speaker": "Ana Ruiz-Holm",
        "rating": "True",
    }
    told = ana.post("/article/1/decide", csrf, data=True, version="0", **fields).json()
    assert (told["state"], told["fields"]["speaker"], told["fields"]["rating"]) == (
        "corrected",
        "Ana Ruiz-Holm",
        "True",
    )
    name = ana.post(
        "/article/1/decide", csrf, data=True, kind="speaker", key="Ana Ruiz", version="0", speaker="Ana Ruiz-Holm"
    )
    assert name.json()["state"] == "corrected"
    page = ana.page("/article/1/claims")
    assert page.count('value="Ana Ruiz-Holm"') == 2
    emptied = ana.post("/article/1/decide", csrf, data=True, version="1", kind="claim", key=key).json()
    assert emptied["state"] == "open"
