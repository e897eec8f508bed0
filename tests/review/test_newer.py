"""The author's next version: what is settled at once, what reads as it was asked, and what went without being asked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report import samples
from tests.review import STORY, Desk, Visitor, open_desk, put, words
from tests.review.decided import Decided
from tests.review.test_intake import add, bring
from tests.review.test_states import card_of, clear, press, version
from verifier.report import models
from verifier.review import versions
from verifier.review.given import gather
from verifier.review.ledger import Ledger
from verifier.review.records import Ruling

LONGER = STORY + '\n"Fares stay at 3 crowns," harbour master Eva Lind said.\n'


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        add(desk.visitor("Ana"), {"story.txt": LONGER.encode()})
        yield desk


def since(visitor: Visitor) -> str:
    """What the page says became of what was to be mended."""
    told = re.search(r"\d+ mended, \d+ changed, \d+ still there", words(visitor.page("/article/1")))
    return told[0] if told else ""


def became(folder: Path, text: str, asked: dict[str, Ruling], now: str) -> str:
    """The same of one version and the next, without a browser."""
    desk = Decided(folder, reports=[samples.report(text, path="desk/ferry.txt")])
    for said, ruling in asked.items():
        desk.rule("fact", next(f.key for f in desk.library.facts(1) if f.span.text == said), ruling)
    desk.library.put(gather([put(folder / "new", samples.report(now, path="desk/ferry.txt"))], {}))
    told = versions.since(desk.library.report(1), desk.library.items(1), Ledger(desk.library.file).standings(1))
    return f"{told.mended} mended, {told.changed} changed, {told.there} still there"


NONE = "0 mended, 0 changed, 2 still there"
TWO = "The council paid 40 crowns for each boat, and 90 crowns for the yard."


@pytest.mark.parametrize(
    ("now", "counted"),
    [
        (TWO.replace("40", "45").replace("90", "95"), "2 mended, 0 changed, 0 still there"),
        (TWO.replace("40", "45"), "1 mended, 0 changed, 1 still there"),
        (TWO.replace("90 crowns", "92 crowns"), "0 mended, 1 changed, 1 still there"),
        ("Each boat cost 45 crowns; the yard cost the council 95 crowns.", "2 mended, 0 changed, 0 still there"),
        ("Late last year, the council paid 40 crowns for each boat, and 90 crowns for the yard.", NONE),
    ],
)
def test_of_two_corrections_in_a_sentence_each_is_told_as_the_author_has_left_it(
    tmp_path: Path, now: str, counted: str
) -> None:
    asked = {"40 crowns": Ruling("mend", wording="45 crowns"), "90 crowns": Ruling("mend", wording="95 crowns")}
    assert became(tmp_path, f"{LONGER}\n{TWO}\n", asked, f"{LONGER}\n{now}\n") == counted


VAGUE = '"The old quay is safe for all of us and for the boats," it is said.'


@pytest.mark.parametrize(
    ("now", "counted"),
    [
        (VAGUE.replace("it is said", "harbour master Eva Lind said"), "0 mended, 1 changed, 0 still there"),
        (VAGUE, "0 mended, 0 changed, 1 still there"),
    ],
)
def test_a_finding_that_is_gone_with_what_stood_around_its_words_is_not_still_there(
    tmp_path: Path, now: str, counted: str
) -> None:
    text = f"{LONGER}\n{VAGUE}\n"
    found = samples.finding([samples.span(text, VAGUE.split('"')[1])])
    desk = Decided(tmp_path, reports=[samples.report(text, path="desk/ferry.txt", findings=[found])])
    desk.rule("finding", found.fingerprint, Ruling("mend", note="Who says this?"))
    desk.library.put(gather([put(tmp_path / "new", samples.report(f"{LONGER}\n{now}\n", path="desk/ferry.txt"))], {}))
    told = versions.since(desk.library.report(1), desk.library.items(1), Ledger(desk.library.file).standings(1))
    assert f"{told.mended} mended, {told.changed} changed, {told.there} still there" == counted


@pytest.mark.parametrize(
    ("wording", "now", "counted"),
    [
        ("15 boats or more", "Ruiz counted 15 boats or more in the harbour.", "1 mended, 0 changed, 0 still there"),
        ("15 boats or more", "Ruiz counted 15 boats in the old harbour.", "0 mended, 0 changed, 1 still there"),
        ("12 boats", "Ruiz counted 12 boats in the harbour.", "1 mended, 0 changed, 0 still there"),
        ("12 boats", "Of 12 boats Ruiz counted 15 boats in the harbour.", "0 mended, 0 changed, 1 still there"),
        ("", "Ruiz counted 16 boats in the harbour.", "1 mended, 0 changed, 0 still there"),
        ("", "On Monday Ruiz counted 15 boats in the harbour.", "0 mended, 0 changed, 1 still there"),
    ],
)
def test_whether_a_correction_was_made_is_told_from_the_words_beside_it(
    tmp_path: Path, wording: str, now: str, counted: str
) -> None:
    asked = {"15 boats": Ruling("mend", "" if wording else "he says fewer", wording)}
    assert became(tmp_path, LONGER, asked, LONGER.replace("Ruiz counted 15 boats in the harbour.", now)) == counted


def test_what_is_to_be_mended_since_the_version_came_is_not_still_there(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    for said, wording in (("15 boats", "16 boats"), ("12 boats", "13 boats")):
        press(ana, card_of(ana, said), "mend", wording=wording)
    version(ana, LONGER.replace("15 boats", "16 boats"))
    assert since(ana) == "1 mended, 0 changed, 1 still there"
    press(ana, card_of(ana, "3 crowns"), "mend", wording="4 crowns")
    assert since(ana) == "1 mended, 0 changed, 1 still there"
    version(ana, LONGER.replace("15 boats", "16 boats").replace("harbour master ", ""))
    assert since(ana) == "1 mended, 0 changed, 2 still there", "that version left it as it was"


def test_two_places_that_disagreed_are_one_problem_and_the_one_left_alone_is_open_again(tmp_path: Path) -> None:
    def told(text: str) -> models.Report:
        spans = [samples.span(text, words) for words in ("12 boats", "15 boats") if words in text]
        found = [samples.finding(spans, message="Two numbers of boats.")] if len(spans) == 2 else []
        return samples.report(text, path="desk/ferry.txt", findings=found)

    reports = put(tmp_path / "reports", told(STORY))
    with open_desk(reports) as desk:
        ana = desk.visitor("Ana")
        press(ana, card_of(ana, "Two numbers", "finding"), "mend")
        twelve = card_of(ana, "12 boats")["key"]
        assert ana.standing(twelve)["state"] == "mend"
    put(reports, told(STORY.replace("15 boats", "12 boats")))
    with open_desk(reports, "--take-newer") as desk:
        ana = desk.visitor("Ana")
        assert since(ana) == "1 mended, 0 changed, 0 still there"
        ana.post("/article/1/settle", ana.csrf("/article/1"))
        assert ana.standing(twelve)["state"] == "open"
        ana.post("/article/1/undo", ana.csrf("/article/1"))
        assert ana.standing(twelve)["state"] == "mend"


def test_what_went_with_its_words_is_told_once(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    for said in ("Fares stay at 3 crowns", "Eva Lind", "15 boats"):
        press(ana, card_of(ana, said), "fine", against="tape")
    version(ana, STORY)
    said = words(ana.page("/article/1"))
    assert "0 still there, 2 gone that had been settled" in said
    assert "Eva Lind , in: " in said
    assert "“Fares" not in said.partition("Gone with")[2].partition("I have seen")[0]
    row = ana.page("/article/1")
    assert "to look at again" not in words(row), "nothing has to be done about it"
    ana.post("/article/1/settle", ana.csrf("/article/1"), what="gone")
    assert "gone that had been settled" not in words(ana.page("/article/1"))
    version(ana, LONGER)
    assert ana.standing(card_of(ana, "Eva Lind")["key"])["state"] == "open", "it is there again"


def test_what_reads_as_was_asked_is_ticked_with_the_settling_and_undone_with_it(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, "3 crowns"), "mend", wording="4 crowns", against="price list", place="page 2")
    version(ana, LONGER.replace("3 crowns", "4 crowns"))
    said = words(ana.page("/article/1"))
    assert "Mended as asked asked for by Ana" in said
    assert "no longer in the article" not in said
    answer = ana.post("/article/1/settle", ana.csrf("/article/1"))
    assert "Ticked off as mended: 1." in words(ana.page(answer.headers["location"]))
    fact = card_of(ana, "4 crowns")
    told = ana.standing(fact["key"])
    assert told["says"] == "Checked, fine by Ana, along with the fact, against price list, page 2"
    ana.post("/article/1/undo", ana.csrf("/article/1"))
    assert ana.standing(fact["key"])["state"] == "open"
    assert "1 mended" in words(ana.page("/article/1"))


FARES = """Ferry fares go up in May

A round trip for an adult will cost 14.50 euros from May 1, the harbour board said in a release.
"""
RELEASE = b"A round trip for an adult will cost 14.25 euros from May 1, the harbour board says today.\n"


def test_what_was_mended_as_the_source_has_it_is_ticked_against_the_source(tmp_path: Path) -> None:
    with open_desk("--db", tmp_path / "fares.db", "--reviewer", "Ana", "--no-model") as desk:
        ana = desk.visitor("Ana")
        add(ana, {"fares.txt": FARES.encode()})
        bring(ana, {"release.md": RELEASE})
        assert 'data-otherwise="release.md"' in ana.page("/article/1")
        assert 'data-take="14.25 euros"' in ana.page("/article/1")
        press(ana, card_of(ana, "14.50 euros"), "mend", wording="14.25 euros")
        version(ana, FARES.replace("14.50", "14.25"))
        ana.post("/article/1/settle", ana.csrf("/article/1"))
        told = ana.standing(card_of(ana, "14.25 euros")["key"])
        assert (told["state"], told["fields"]["against"], told["warned"]) == ("fine", "release.md", "")


@pytest.mark.parametrize(
    ("state", "more", "now", "left"),
    [
        ("fine", {"against": "tape"}, "Fares stay at 4 crowns", "fine"),
        ("mend", {}, "Fares stay at 4 crowns", "fine"),
        ("mend", {"note": "she never said so"}, "Fares stay at 4 crowns", "open"),
        ("open", {}, "Fares stay at 4 crowns", "open"),
        ("fine", {"against": "tape"}, "Fares stay firm at 4 crowns", "open"),
    ],
)
def test_a_quotation_around_a_figure_that_was_mended_as_asked_is_settled_with_it(
    desk: Desk, state: str, more: dict[str, str], now: str, left: str
) -> None:
    ana = desk.visitor("Ana")
    if state != "open":
        press(ana, card_of(ana, "Fares stay at 3 crowns"), state, **more)
    press(ana, card_of(ana, "3 crowns"), "mend", wording="4 crowns")
    version(ana, LONGER.replace("Fares stay at 3 crowns", now))
    ana.post("/article/1/settle", ana.csrf("/article/1"))
    told = ana.standing(card_of(ana, now)["key"])
    assert told["state"] == left
    assert told.get("fields", more).get("against", "") == more.get("against", "") or left == "open"


def test_a_quotation_that_reads_as_was_asked_is_ticked_though_its_comma_was_not_asked_for(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, "Fares stay at 3 crowns"), "mend", wording="Fares stay at 4 crowns", against="tape")
    version(ana, LONGER.replace("3 crowns", "4 crowns"))
    ana.post("/article/1/settle", ana.csrf("/article/1"))
    assert ana.standing(card_of(ana, "Fares stay at 4 crowns")["key"])["state"] == "fine"


def test_the_list_for_the_author_says_whether_it_is_a_draft(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    assert "story.txt, draft, 11 still to do\n" in ana.page("/take/corrections")
    press(ana, card_of(ana, "15 boats"), "fine", against="tape")
    listed = ana.page("/take/corrections")
    assert "story.txt, draft, 10 still to do, decisions by Ana\n" in listed
    assert "Nothing to mend so far." in listed
    clear(ana)
    assert "story.txt, not signed yet, decisions by Ana\n" in ana.page("/take/corrections")
    ana.post("/article/1/sign", ana.csrf("/article/1"), key="checked")
    assert "story.txt, checked by Ana\n" in ana.page("/take/corrections")
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed")
    assert "story.txt, checked by Ana, signed off by Ben\n" in ana.page("/take/corrections")
    assert "9 checked against nothing named" in words(ana.page("/article/1/history"))


def test_a_speaker_keeps_the_colour_though_another_says_more_in_the_next_version(desk: Desk) -> None:
    ana = desk.visitor("Ana")

    def hue(said: str) -> str:
        looks = ana.page("/article/1").partition(f">{said}")[0].rpartition('class="')[2].split('"')[0]
        return next(one for one in looks.split() if re.fullmatch(r"s\d+", one))

    sails, fares = hue("We sail on"), hue("Fares stay at")
    assert sails != fares
    first = '"Boats are full," harbour master Eva Lind said. "Come early," Lind said.\n\n"We sail on'
    version(ana, LONGER.replace('"We sail on', first))
    assert (hue("We sail on"), hue("Fares stay at")) == (sails, fares)
    assert hue("Boats are full") == fares


def finding(visitor: Visitor, said: str) -> dict[str, str]:
    return card_of(visitor, said, "finding")


def fared(visitor: Visitor, code: str) -> dict[str, str]:
    """What the track record says of a rule; the page and the file say the same."""
    row = next(
        r for r in csv.DictReader(io.StringIO(visitor.page("/take/rules").lstrip("\ufeff"))) if r["rule"] == code
    )
    calls = int(row["call"]) + int(row["answered"])
    told = f"{code} {row['findings']} {row['mend']} {row['fine']} {row['false-alarm']} {calls} "
    assert told in words(visitor.page("/rules"))
    return row


def test_the_track_record_counts_each_finding_that_was_decided_once_whatever_version_it_was_in(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, finding(ana, "February 30"), "mend", wording="March 1")
    assert (fared(ana, "D003")["findings"], fared(ana, "D003")["mend"]) == ("1", "1")
    version(ana, LONGER.replace("February 30", "March 1"))
    assert (fared(ana, "D003")["findings"], fared(ana, "D003")["mend"]) == ("1", "1"), "it is in the text no more"
    ana.post("/article/1/settle", ana.csrf("/article/1"))
    assert (fared(ana, "D003")["findings"], fared(ana, "D003")["mend"]) == ("1", "1"), "mended"
    version(ana, LONGER.replace("February 30", "March 1").replace("12 boats", "13 boats on June 31"))
    press(ana, finding(ana, "June 31"), "false-alarm")
    row = fared(ana, "D003")
    assert (row["findings"], row["mend"], row["false-alarm"]) == ("2", "1", "1")
    version(ana, LONGER)
    row = fared(ana, "D003")
    assert (row["findings"], row["mend"], row["false-alarm"], row["open"]) == ("2", "0", "1", "1"), "it is there again"


def test_what_was_put_away_after_its_version_counts_as_it_was_decided_and_what_was_opened_again_does_not(
    desk: Desk,
) -> None:
    ana = desk.visitor("Ana")
    one = finding(ana, "February 30")
    press(ana, one, "mend")
    version(ana, STORY.replace("February 30", "March 1"))
    ana.decide(one["key"], "open", version=1)  # nothing more to do
    assert fared(ana, "D003")["mend"] == "1"
    version(ana, STORY.replace("February 30", "June 31"))
    press(ana, finding(ana, "June 31"), "fine", against="an almanac")
    press(ana, finding(ana, "June 31"), "open")
    version(ana, STORY.replace("February 30", "March 1"))
    row = fared(ana, "D003")
    assert (row["findings"], row["mend"], row["fine"]) == ("1", "1", "0"), "nobody has decided the other"
