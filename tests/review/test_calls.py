"""A call: made once for all that waits for it, answered for all of it, and told wherever somebody asks."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from tests.review import DATE, STORY, Desk, Visitor, open_desk, words
from tests.review.test_intake import add, bring
from tests.review.test_states import LISTENED, card_of, clear, of_fact, press


def test_a_call_about_a_finding_that_is_answered_is_answered_for_the_facts_in_it(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    day = of_fact(ana, "February 30, 2019")
    first = ana.decide(DATE, "call", whom="The mayor").json()
    assert first["calls"] == 1, "one call, however many facts wait for it"
    done = ana.decide(DATE, "call", version=first["version"], whom="The mayor", answer="March 1.").json()
    assert (done["state"], done["calls"]) == ("answered", 0)
    assert ana.standing(day)["state"] == "answered"


def test_an_answer_leaves_the_words_to_be_decided_and_nobody_signs_before(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    clear(ana)
    told = ana.decide(DATE, "call", version=1, whom="The mayor", answer="March 1.").json()
    assert (told["state"], told["cleared"], told["counts"]["open"], told["counts"]["todo"]) == ("answered", False, 0, 2)
    assert told["progress"] == "5 of 7 done, 2 answered and not decided yet"
    todo = ana.page("/article/1?state=todo")
    assert len(re.findall(r'<article class="card note[^>]* data-state="answered"', todo)) == 2
    assert ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked").status_code == 409
    assert ana.decide(DATE, "fine", version=told["version"], whom="The mayor", answer="March 1.").json()["cleared"]
    assert ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked").status_code == 303
    ana.decide(DATE, "call", version=told["version"] + 1, whom="The mayor", answer="March 1.")
    assert "checked by" not in words(ana.page("/")), "the words are to be decided again"


def test_one_quotation_is_one_call_and_its_answer_settles_all_that_waits_for_it(ferry: Visitor) -> None:
    finding = card_of(ferry, "No source holds these words", "finding")
    told = press(ferry, finding, "call", whom="Tom Brandt", telephone="0123 45")
    assert told["says"] == "To call by Ana, Tom Brandt 0123 45"
    years = card_of(ferry, "twenty years")
    told = press(ferry, years, "call")
    assert (told["calls"], told["fields"]["whom"], told["fields"]["telephone"]) == (1, "Tom Brandt", "0123 45")
    assert told["progress"] == "0 of 25 done, 1 call to make, 2 waiting for it"
    assert "Calls to make (1)" in ferry.page("/article/1")
    told = press(ferry, years | {"version": "1"}, "call", whom="Tom Brandt", attempt="no answer")
    assert [it["attempts"][0]["what"] for it in (told, *told["along"])] == ["no answer"] * 3
    told = press(ferry, card_of(ferry, LISTENED), "call", whom="Tom Brandt", answer="I said it so.")
    assert (told["state"], told["calls"]) == ("answered", 0)
    assert told["progress"] == "0 of 25 done, 3 answered and not decided yet", "nobody has said that the words stand"
    rows = [r for r in csv.DictReader(io.StringIO(ferry.page("/take/ledger"))) if r["state"] == "Call answered"]
    assert len(rows) == 3
    assert {(row["checked_against"], row["answer"]) for row in rows} == {("Tom Brandt, 0123 45", "I said it so.")}
    assert ferry.page("/take/calls").count("Answer: I said it so.") == 1


def test_a_call_that_was_made_is_told_wherever_it_is_asked_for_whatever_is_decided_then(tmp_path: Path) -> None:
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk:
        ana = desk.visitor("Ana")
        add(ana, {"ferry.txt": STORY.encode()})
        call = {"whom": "Eva Lind", "telephone": "0123 45"}
        press(ana, card_of(ana, "15 boats"), "call", **call, attempt="rings back at four")
        press(ana, card_of(ana, "15 boats"), "call", **call, answer="Only with the two at anchor.")
        told = press(ana, card_of(ana, "15 boats"), "mend", wording="17 boats")
        assert (told["state"], told["fields"]["against"]) == ("mend", "Eva Lind, 0123 45")
        assert told["fields"]["place"].startswith("call answered 20")
        assert (told["fields"]["answer"], len(told["attempts"])) == ("Only with the two at anchor.", 1)
        listed = ana.page("/take/corrections")
        assert "Called: Eva Lind, 0123 45\n   Answer: Only with the two at anchor." in listed
        sheet = ana.page("/take/calls")
        assert sheet.startswith("No calls to make.\n\n\nANSWERED\n\n\nEva Lind, 0123 45\n")
        assert "Ana: rings back at four\n   Answer: Only with the two at anchor.\n   Decided: To mend" in sheet
        version = {"files": ("ferry.txt", STORY.replace("15 boats", "17 boats").encode())}
        csrf, headers = {"csrf": ana.csrf("/article/1")}, {"origin": ana.origin}
        ana.http.post("/article/1/version", data=csrf, files=version, headers=headers)
        ana.post("/article/1/settle", ana.csrf("/article/1"))
        now = ana.standing(card_of(ana, "17 boats")["key"])
        assert (now["state"], now["fields"]["telephone"]) == ("fine", "0123 45")
        rows = csv.DictReader(io.StringIO(ana.page("/take/ledger").removeprefix("\ufeff")))
        (row,) = [r for r in rows if r["words"] == "17 boats"]
        assert (row["called"], row["number"], row["answer"]) == ("Eva Lind", "0123 45", "Only with the two at anchor.")
        ana.decide(now["key"], "open", version=now["version"], kind="fact")
        assert "Only with the two at anchor." in ana.page("/take/calls")


def test_a_false_alarm_about_a_call_keeps_its_answer_with_the_fact(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    ana.decide(DATE, "call", whom="The mayor", answer="March 1.")
    ana.decide(DATE, "false-alarm", version=1)
    day = ana.standing(of_fact(ana, "February 30, 2019"))
    assert (day["state"], day["fields"]["answer"]) == ("open", "March 1.")


def test_what_waits_for_a_call_that_went_with_a_version_waits_for_a_call_and_is_freed(ferry: Visitor) -> None:
    press(ferry, card_of(ferry, "No source holds these words", "finding"), "call", whom="Tom Brandt")
    years = card_of(ferry, "twenty years")
    press(ferry, years, "call")
    said = b"This board has not listened to anyone north of the lighthouse in twenty years, I said."
    bring(ferry, {"letter.txt": said})  # the finding is gone, and its call with it
    page = words(ferry.page("/article/1"))
    assert "2 waiting for a call, 1 earlier decision to look at again" in page
    standings = ferry.http.get("/article/1/states").json()["standings"]
    gone = next(one["key"] for one in standings if one["kind"] == "finding")
    told = ferry.decide(gone, "open", version=1).json()
    assert "waiting" not in told["progress"]
    assert ferry.standing(years["key"])["state"] == "open"


def test_another_person_is_another_call(ferry: Visitor) -> None:
    press(ferry, card_of(ferry, "No source holds these words", "finding"), "call", whom="Tom Brandt")
    told = press(ferry, card_of(ferry, "twenty years"), "call", whom="The harbour board")
    assert told["calls"] == 2
    assert press(ferry, card_of(ferry, "Is it fair", "fact"), "call")["calls"] == 3, "another quotation"
