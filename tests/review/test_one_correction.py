"""A correction settles the facts and findings that it changes, on whichever of their cards it is written, and no other;
the same holds when the author has made it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.report import samples
from tests.review import Desk, Visitor, open_desk, put
from tests.review.seats import seat
from tests.review.test_intake import add, bring
from tests.review.test_states import card_of, press, version

STORY = """Quay to be mended

"The quay will stand for ten years and cost 40 crowns a day," Ana Carow told the guild on May 4.

"Nobody asked the ferrymen of Ranby," Ben Ost said. The quay was built in ten weeks.
"""
MINUTES = b'Ana Carow told the guild on May 4: "The quay will stand for twelve years and cost 40 crowns a day."\n'
QUAY, DIFFERS = "The quay will stand", "a figure differs"
TWELVE = "The quay will stand for twelve years and cost 40 crowns a day"
FERRYMEN, NOWHERE = "Nobody asked the ferrymen", "No source holds these words"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk:
        ana = desk.visitor("Ana")
        add(ana, {"quay.txt": STORY.encode()})
        bring(ana, {"minutes.txt": MINUTES})
        yield desk


def stand(visitor: Visitor, *cards: tuple[str, str]) -> list[str]:
    return [visitor.standing(card_of(visitor, said, kind)["key"])["state"] for said, kind in cards]


@pytest.mark.parametrize(
    ("said", "kind", "wording"),
    [(QUAY, "fact", TWELVE), ("ten years", "fact", "twelve years"), (DIFFERS, "finding", "twelve")],
)
def test_one_correction_is_one_decision_on_whichever_card_it_is_written(
    desk: Desk, said: str, kind: str, wording: str
) -> None:
    ana = desk.visitor("Ana")
    told = press(ana, card_of(ana, said, kind), "mend", wording=wording)
    assert stand(ana, (QUAY, "fact"), ("ten years", "fact"), (DIFFERS, "finding")) == ["mend"] * 3
    others = [("40 crowns", "fact"), ("May 4", "fact"), ("ten weeks", "fact"), (NOWHERE, "finding")]
    assert stand(ana, *others) == ["open"] * 4
    assert told["counts"]["mend"] == 1, "one problem"
    listed = ana.page("/take/corrections")
    assert "\n2. " not in listed
    ana.post("/article/1/undo", ana.csrf("/article/1"))
    assert stand(ana, (QUAY, "fact"), ("ten years", "fact"), (DIFFERS, "finding")) == ["open"] * 3


def test_a_correction_that_is_written_otherwise_lets_go_of_what_it_no_longer_changes(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, QUAY), "mend", wording="The quay may stand for twelve years and cost 30 crowns a day")
    assert stand(ana, ("ten years", "fact"), ("40 crowns", "fact"), (DIFFERS, "finding")) == ["mend"] * 3
    press(ana, card_of(ana, QUAY), "mend", wording="The quay may stand for ten years and cost 30 crowns a day")
    assert stand(ana, ("ten years", "fact"), ("40 crowns", "fact"), (DIFFERS, "finding")) == ["open", "mend", "open"]


def test_a_note_beside_what_another_card_decided_goes_with_that_decision_or_is_told_to_be_in_none(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, DIFFERS, "finding"), "mend", wording="twelve")
    fact = card_of(ana, "ten years")
    fields = {name: fact[name] for name in ("kind", "key")} | {"note": "Carow says eleven."}
    assert "in none" not in ana.page("/article/1") + ana.page("/take?article=1")
    ana.post("/article/1/draft", ana.csrf("/article/1"), data=True, **fields)
    assert "1 card with words typed beside a decision, and in none" in ana.page("/take?article=1")
    assert ana.page("/article/1?state=loose").count("data-printed=") == 1
    told = press(ana, fact, "mend", note="Carow says eleven.")
    assert told["said"][2].startswith(", along with the finding")
    assert "in none" not in ana.page("/take?article=1")
    assert "Carow says eleven." in ana.page("/take/corrections")
    press(ana, card_of(ana, DIFFERS, "finding"), "false-alarm")
    assert stand(ana, ("ten years", "fact")) == ["open"]


def test_two_places_that_then_say_the_same_are_no_conflict_any_more_and_two_that_do_not_are_one_still(
    tmp_path: Path,
) -> None:
    text = "Bridge opens\n\nThe bridge will open on May 4, Ana Ruiz said.\n\nIt opens on May 9, Ruiz said.\n"
    made = samples.finding([samples.span(text, "May 4"), samples.span(text, "May 9")], message="Two days.")
    with open_desk(put(tmp_path / "reports", samples.report(text, path="desk/bridge.txt", findings=[made]))) as desk:
        ana = desk.visitor("Ana")
        for wording, state in (("May 6", "open"), ("May 4", "mend")):
            press(ana, card_of(ana, "May 9"), "mend", wording=wording)
            assert ana.standing(made.fingerprint)["state"] == state
        assert stand(ana, ("May 4", "fact")) == ["open"]


def test_what_the_author_has_mended_settles_its_finding_that_says_the_same_again_and_no_other(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, FERRYMEN), "mend", wording="Nobody asked the fishermen of Ranby", against="tape")
    press(ana, card_of(ana, QUAY), "mend", wording=TWELVE.replace("twelve", "nine"))
    version(ana, STORY.replace("ferrymen", "fishermen").replace("ten years", "nine years"))
    assert stand(ana, (NOWHERE, "finding")) == ["open"]
    ana.post("/article/1/settle", ana.csrf("/article/1"))
    told = ana.standing(card_of(ana, NOWHERE, "finding")["key"])
    assert (told["state"], told["fields"]["against"]) == ("fine", "tape")
    assert stand(ana, ("Nobody asked the fishermen", "fact"), ("nine years", "fact")) == ["fine", "fine"]
    assert stand(ana, ("where the quotation has “nine”", "finding")) == ["open"], "whoever asked did not know that"
    ana.post("/article/1/undo", ana.csrf("/article/1"))
    assert stand(ana, (NOWHERE, "finding"), ("Nobody asked the fishermen", "fact")) == ["open", "open"]


def test_a_figure_beside_what_was_mended_is_not_ticked_for_reading_like_a_part_of_it(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    text = "Vote\n\nThe guild voted 14 to 9 on Monday for 104 new boats, Ana Carow said.\n"
    add(ana, {"vote.txt": text.encode()})
    second = [c for c in ana.page("/article/2").split('<article class="card note')[1:] if 'data-printed="104' in c]
    key = second[0].partition('data-key="')[2].partition('"')[0]
    ana.decide(key, "mend", article=2, kind="fact", wording="140")
    sent = {"files": ("vote.txt", text.replace("104", "140").encode())}
    csrf = {"csrf": ana.csrf("/article/2")}
    ana.http.post("/article/2/version", data=csrf, files=sent, headers={"origin": ana.origin})
    ana.post("/article/2/settle", ana.csrf("/article/2"))
    states = {
        card.partition('data-printed="')[2].partition('"')[0]: card.partition('data-state="')[2].partition('"')[0]
        for card in ana.page("/article/2").split('<article class="card note')[1:]
    }
    assert (states["14"], states["140"]) == ("open", "fine")


def test_the_key_that_settles_more_leads_on_to_what_is_open(browser: Browser, desk: Desk) -> None:
    with seat(browser, desk, at="/article/1") as seen:
        page = seen.page
        quay = page.locator(".card[data-kind=fact]", has=page.get_by_role("heading", name=f"Quotation {QUAY}"))
        quay.locator("h3").click(position={"x": 2, "y": 2})
        page.keyboard.press("e")
        page.keyboard.type(TWELVE)
        page.keyboard.press("Enter")
        expect(quay).to_have_attribute("data-state", "mend")
        expect(page.locator(".card.current")).to_have_attribute("data-state", "open")
        expect(page.locator('.card[data-printed="ten years"]')).to_have_attribute("data-state", "mend")
