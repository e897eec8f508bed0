"""How things stand: what was decided along with a finding follows it, and each problem is counted once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.report import samples
from tests.review import DATE, Desk, Visitor, open_desk, put, story, words
from verifier.review.marks import whole_words


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(put(tmp_path / "reports", story())) as desk:
        yield desk


def of_fact(visitor: Visitor, said: str) -> str:
    """The key of the fact with these words."""
    page = visitor.page("/article/1")
    assert f"<bdi>{said}</bdi>" in page
    return page.partition(f"<bdi>{said}</bdi>")[0].rpartition('data-key="')[2].partition('"')[0]


def test_a_fact_decided_along_with_a_finding_goes_on_following_it(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    day = of_fact(ana, "February 30, 2019")
    version = 0
    for state, follows in (
        ("mend", "mend"), ("fine", "fine"), ("call", "call"), ("false-alarm", "open"), ("mend", "mend"),
        ("open", "open"),
    ):  # fmt: skip
        told = ana.decide(DATE, state, version=version).json()
        version = told["version"]
        assert ana.standing(day)["state"] == follows, state
        assert [one["key"] for one in told["along"]] == [day]


def test_one_correction_told_of_the_words_and_of_words_in_them_is_one(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    day = of_fact(ana, "February 30, 2019")
    ana.decide(DATE, "mend", wording="March 1")
    told = ana.decide(day, "mend", version=1, kind="fact", wording="March 1, 2019").json()
    assert (told["counts"]["mend"], told["decided"]) == (1, 2)
    assert len(re.findall(r'<article class="card note', ana.page("/article/1?state=mend"))) == 1
    listed = ana.page("/take/corrections?article=1")
    assert listed.count("should read") == 1
    assert "“February 30, 2019” should read: “March 1, 2019”" in listed
    assert "February 30 needs a look." in listed, "what is wrong with it is told all the same"
    told = ana.decide(day, "mend", version=2, kind="fact", wording="March 2, 2019").json()
    assert told["counts"]["mend"] == 2, "these are two, and somebody has to choose"
    assert ana.page("/take/corrections?article=1").count("should read") == 2


def test_a_correction_that_comes_with_a_tick_is_not_dropped(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    told = ana.decide(DATE, "fine", wording="March 1", against="The calendar").json()
    assert (told["state"], told["fields"]["wording"]) == ("mend", "March 1")
    assert told["remark"] == "It is on the author's list: “Should read” has other words."
    told = ana.decide(DATE, "fine", version=1, wording="February 30", against="The calendar").json()
    assert (told["state"], told["fields"]["wording"]) == ("fine", ""), "that is what it reads"


def test_words_marked_with_how_they_should_read_are_to_mend_at_once_and_one_undo_takes_that_back(desk: Desk) -> None:
    ana, ben = signed(desk)
    for times in (1, 2):  # the second time it was marked before
        at = ana.post("/article/1/mark", ana.csrf("/article/1"), True, words="harbour", wording="port", what="finding")
        card = ana.page("/article/1").partition(f'id="n{at.json()["at"]}"')[2]
        key = card.partition('data-key="')[2].partition('"')[0]
        assert ana.standing(key)["says"] == "To mend by Ana, should read “port”", times
    assert "checked by" not in words(ben.page("/")), "nobody has signed that"
    assert "“harbour” should read: “port”" in ana.page("/take/corrections?article=1")
    ana.post("/article/1/undo", ana.csrf("/article/1"))
    assert ana.standing(key)["state"] == "gone"
    assert "7 of 7 done" in words(ana.page("/article/1"))


def test_a_fact_that_somebody_decided_for_itself_follows_no_more(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    day = of_fact(ana, "February 30, 2019")
    ana.decide(DATE, "mend")
    ana.decide(day, "fine", version=1, kind="fact", against="calendar")
    ana.decide(DATE, "fine", version=1)
    ana.decide(DATE, "mend", version=2)
    assert ana.standing(day)["state"] == "fine"


def clear(visitor: Visitor) -> None:
    page = visitor.page("/article/1")
    csrf = visitor.csrf("/article/1")
    for card in page.split('<article class="card note')[1:]:
        kind, key, state = (card.partition(f'data-{name}="')[2].partition('"')[0] for name in ("kind", "key", "state"))
        if state == "open":
            version = card.partition('name="version" value="')[2].partition('"')[0]
            visitor.post("/article/1/decide", csrf, True, kind=kind, key=key, state="fine", version=version)


def signed(desk: Desk) -> tuple[Visitor, Visitor]:
    """An article that Ana has checked and Ben signed off."""
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    clear(ana)
    assert ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked").status_code == 303
    assert ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed").status_code == 303
    assert "checked by Ana signed off by Ben" in words(ana.page("/"))
    return ana, ben


SEEDS = Path(__file__).parents[2] / "seeds"


def card_of(visitor: Visitor, said: str, kind: str = "fact") -> dict[str, str]:
    """The kind, key and version of the card of a fact that begins so, or of a finding that says so."""
    for card in visitor.page("/article/1").split('<article class="card note')[1:]:
        its = {name: card.partition(f'data-{name}="')[2].partition('"')[0] for name in ("kind", "key")}
        head = words(card.partition("<h3")[2].partition("</h3>")[0]).partition(">")[2].strip()
        about = head.partition(" ")[2]
        if its["kind"] == kind and (said in head if kind == "finding" else about.startswith(said)):
            return its | {"version": card.partition('name="version" value="')[2].partition('"')[0]}
    raise AssertionError(said)


def press(visitor: Visitor, card: dict[str, str], state: str, **more: str) -> dict[str, Any]:
    told: dict[str, Any] = visitor.decide(
        card["key"], state, kind=card["kind"], version=int(card["version"]), **more
    ).json()
    return told


TIMETABLE, LISTENED = "The winter timetable", "This board has not listened"


@pytest.mark.parametrize(("state", "follows"), [("mend", "mend"), ("fine", "fine"), ("false-alarm", "open")])
def test_a_quotation_and_the_finding_on_its_words_are_one_decision_both_ways(
    ferry: Visitor, state: str, follows: str
) -> None:
    finding, fact = card_of(ferry, "a word of condition", "finding"), card_of(ferry, TIMETABLE)
    for one, other in ((fact, finding), (finding, fact)):
        told = press(ferry, one, state, wording="" if state == "fine" else "The winter timetable may stay.")
        assert ferry.standing(other["key"])["state"] == follows
        assert [it["key"] for it in told["along"]] == [other["key"]] * (follows != "open")
        ferry.post("/article/1/undo", ferry.csrf("/article/1"))
        assert ferry.standing(one["key"])["state"] == ferry.standing(other["key"])["state"] == "open"
        one["version"] = other["version"] = "2" if follows != "open" else "0"


def test_a_finding_that_is_about_something_else_too_is_not_settled_by_one_of_its_facts(tmp_path: Path) -> None:
    text = "Bridge opens\n\nThe bridge will open on May 4, Ana Ruiz said.\n\nIt opens on May 9, Ruiz said.\n"
    made = samples.finding([samples.span(text, "May 4"), samples.span(text, "May 9")], message="Two days.")
    report = samples.report(text, path="desk/bridge.txt", findings=[made])
    with open_desk(put(tmp_path / "reports", report)) as desk:
        ana = desk.visitor("Ana")
        press(ana, card_of(ana, "May 4"), "fine")
        assert ana.standing(made.fingerprint)["state"] == "open"


def test_a_wording_that_is_what_the_article_has_mends_nothing(ferry: Visitor) -> None:
    told = press(
        ferry,
        card_of(ferry, TIMETABLE),
        "mend",
        wording="“The winter timetable will stay as it is until the new boat arrives.”",
    )
    assert (told["state"], told["fields"]["wording"]) == ("mend", "")
    assert told["remark"] == "It reads so already: say in the note what is to be mended."
    told = press(ferry, card_of(ferry, "8 percent"), "mend", wording=" “” ")
    assert (told["state"], told["fields"]["wording"]) == ("mend", ""), "marks around nothing are no words"


def test_what_was_typed_outlives_an_undo(ferry: Visitor) -> None:
    card = card_of(ferry, "8 percent")
    press(ferry, card, "fine", against="The release", place="line 3", note="Twice.")
    told = ferry.post("/article/1/undo", ferry.csrf("/article/1"), data=True).json()
    assert (told["state"], told["kept"]) == ("open", True)
    assert (told["fields"]["against"], told["fields"]["note"]) == ("The release", "Twice.")
    assert 'value="The release"' in ferry.page("/article/1")


def test_what_was_settled_at_once_comes_back_at_once_and_the_page_says_why_it_is_not_cleared(ferry: Visitor) -> None:
    for said, wording in (("14.50 euros", "14.25 euros"), ("8 percent", "9 percent")):
        press(ferry, card_of(ferry, said), "mend", wording=wording)
    text = (SEEDS / "ferry-fares.txt").read_text().replace("14.50", "14.25").replace("8 percent", "9 percent")
    version(ferry, text)
    assert "2 earlier decisions to look at again" in words(ferry.page("/article/1"))
    ferry.post("/article/1/settle", ferry.csrf("/article/1"))
    assert "look at again" not in words(ferry.page("/article/1"))
    ferry.post("/article/1/undo", ferry.csrf("/article/1"))
    assert "2 earlier decisions to look at again" in words(ferry.page("/article/1"))
    assert "14.25 euros" in ferry.page("/article/1")
    said = [ferry.post("/article/1/undo", ferry.csrf("/article/1"), data=True).json()["undone"] for _ in range(2)]
    assert said[0] == "Undone: Newer version “next.txt”."
    assert said[1] == "Undone: Mend: “8 percent”. It stands as before: Open."


def test_what_was_settled_as_mended_is_open_when_it_stands_in_the_article_again(ferry: Visitor) -> None:
    press(ferry, card_of(ferry, "8 percent"), "mend", wording="9 percent")
    first = (SEEDS / "ferry-fares.txt").read_text()
    version(ferry, first.replace("8 percent", "9 percent"))
    ferry.post("/article/1/settle", ferry.csrf("/article/1"))
    version(ferry, first)
    page = words(ferry.page("/article/1"))
    found = re.search(r"(\d+) of (\d+) done", page)
    assert found
    assert f"To do ({int(found[2]) - int(found[1])})" in page
    assert ferry.standing(card_of(ferry, "8 percent")["key"])["state"] == "open"


def test_what_was_checked_against_nothing_named_is_said_before_anything_is_cleared(desk: Desk) -> None:
    ana, _ = signed(desk)
    assert "6 checked against nothing named" in words(ana.page("/article/1")).partition("Cleared")[0]
    assert "6 checked against nothing named" in words(ana.page("/"))
    assert {row["checked_against"] for row in csv.DictReader(io.StringIO(ana.page("/take/ledger")))} == {
        "nothing named"
    }
    ana.decide(DATE, "fine", version=1, against="calendar")
    assert "5 checked against nothing named" in words(ana.page("/article/1")), "the finding and its date"


def test_what_was_checked_against_nothing_named_is_a_list_that_its_count_leads_to(desk: Desk) -> None:
    ana, _ = signed(desk)
    for page in ("/article/1", "/"):
        assert re.search(
            r'<a[^>]* href="/article/1\?state=bare"[^>]*>6 checked against nothing named</a>', ana.page(page)
        )
    assert ana.page("/article/1?state=bare").count("<article") == 6
    ana.decide(DATE, "fine", version=1, against="calendar")
    bare = ana.page("/article/1?state=bare")
    assert bare.count("<article") == 5
    assert f'data-key="{DATE}"' not in bare


def test_what_is_to_be_mended_is_counted_once_wherever_it_is_counted(ferry: Visitor) -> None:
    card = card_of(ferry, TIMETABLE)
    press(ferry, card, "mend", wording="The winter timetable may stay.")
    press(ferry, card_of(ferry, "8 percent"), "mend", wording="9 percent")
    page = ferry.page("/article/1")
    for kind, one in re.findall(r'data-kind="(\w+)" data-key="(\w+)"', page):
        if ferry.standing(one)["state"] == "open":
            press(ferry, {"kind": kind, "key": one, "version": "0"}, "fine", against="The release")
    page = words(ferry.page("/article/1"))
    assert "Done, 2 to mend" in page
    assert "To mend (2)" in page
    assert ferry.page("/article/1?state=mend").count("<article") == 2
    assert re.findall(r"(?m)^(\d)\. ", ferry.page("/take/corrections")) == ["1", "2"]


def version(visitor: Visitor, text: str) -> None:
    """Bring the author's next version."""
    given = {"csrf": visitor.csrf("/article/1")}
    sent = {"files": ("next.txt", text.encode())}
    assert (
        visitor.http.post("/article/1/version", data=given, files=sent, headers={"origin": visitor.origin}).status_code
        == 303
    )


def test_a_quotation_mended_with_its_finding_is_told_once_with_what_is_wrong_and_how_it_should_read(
    ferry: Visitor,
) -> None:
    press(ferry, card_of(ferry, TIMETABLE), "mend", wording="The winter timetable may stay.")
    listed = ferry.page("/take/corrections")
    assert listed.count("The source has “may” where the quotation has “will”") == 1
    assert "should read: “The winter timetable may stay.”" in listed
    assert "Listen again" not in listed
    assert "\n2. " not in listed


def test_a_mark_that_ends_inside_a_word_takes_the_whole_word(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    assert ana.post("/article/1/mark", ana.csrf("/article/1"), words="oats in the harb", what="fact").status_code == 303
    page = ana.page("/article/1")
    assert "<mark>boats in the harbour</mark>" in page
    assert "<mark>oats" not in page


def test_scripts_without_spaces_are_marked_as_they_were_chosen() -> None:
    text = "港口在三月重新开放"
    assert whole_words(text, (2, 5)) == (2, 5)
    assert whole_words("Caf\u0301e closes", (1, 7)) == (0, 12)


def test_what_went_with_a_source_is_told_as_that_and_not_as_a_version(ferry: Visitor) -> None:
    press(ferry, card_of(ferry, "a word of condition", "finding"), "mend", note="Listen again.")
    ferry.post("/article/1/leave-out", ferry.csrf("/article/1"), name="ferry-meeting.vtt")
    page = words(ferry.page("/article/1"))
    assert "ferry-meeting.vtt was left out : " in page
    assert "Since the last version" not in page
