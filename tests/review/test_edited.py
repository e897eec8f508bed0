"""What was ticked in a sentence that the author's next version edits.

It stays ticked only where it is told as before, and its card says so; whatever is not sure is open again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import needs_chromium
from tests.review import Desk, open_desk, words
from tests.review.seats import seat
from tests.review.test_intake import add
from tests.review.test_states import card_of, press, version
from tests.review.test_undo import undo
from verifier.review.edited import told_as_before

HEAD = "Quay closes in May\n\nThe quay has been there since the war, as everybody in Norring knows.\n\n"
COUNTED = "Ruiz counted 15 boats in the harbour, and the quay closed on May 4."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        yield desk


def after(desk: Desk, fact: str, old: str, new: str) -> str:
    """How a fact stands in the next version, as its card says it, once it was ticked in the first."""
    ana = desk.visitor("Ana")
    add(ana, {"quay.txt": (HEAD + old + "\n").encode()})
    press(ana, card_of(ana, fact), "fine", against="log", place="page 2")
    version(ana, HEAD + new + "\n")
    return str(ana.standing(card_of(ana, fact)["key"]).get("says", "Open"))


STAYS, OPENS = COUNTED.replace("May 4", "May 9"), COUNTED.replace("Ruiz", "Lind")


@pytest.mark.parametrize("new", [STAYS, COUNTED.replace(", and the", ". The")])
def test_a_tick_stays_where_the_fact_is_told_as_before(desk: Desk, new: str) -> None:
    said = after(desk, "15 boats", COUNTED, new)
    assert said == "Checked, fine by Ana, against log, page 2; sentence edited since"


def test_whatever_else_was_edited_is_open_again(desk: Desk) -> None:
    assert after(desk, "15 boats", COUNTED, OPENS) == "Open"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (COUNTED, STAYS),
        (COUNTED, COUNTED.replace("and the quay closed on May 4", "but nobody was there")),
        ("Ruiz counted 15 boats in the harbour.", COUNTED),
        ("Ruiz counted 15 boats at the quay, which opens at one.", "Ruiz counted 15 boats at the quay, which is shut."),
        ("Ruiz counted 15 boats here; the quay is closed.", "Ruiz counted 15 boats here; the pier is closed."),
        ('"They left," said Ruiz, who counted 15 boats.', "“They left,” said Ruiz, who counted 15 boats."),
    ],
)  # fmt: skip
def test_nothing_is_said_of_the_fact_by_what_else_is_edited(old: str, new: str) -> None:
    assert told_as_before("15 boats", old, new, 0, english=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (COUNTED, OPENS),
        (COUNTED, COUNTED.replace("counted", "did not count")),
        (COUNTED, COUNTED.replace("harbour", "yard")),
        (COUNTED, COUNTED.replace("counted", "had counted")),
        (COUNTED, COUNTED.replace(", and the quay closed on May 4", " if the log is right")),
        (COUNTED, COUNTED.replace(".", ", according to the log.")),
        (COUNTED, COUNTED.replace(".", ", the mayor said.")),
        (COUNTED, COUNTED.replace(".", "?")),
        (COUNTED, f"Nobody believes that {COUNTED}"),
        ("Ruiz counted 15 boats, and 12 cars in the harbour.", "Ruiz counted 15 boats, and 12 cars in the yard."),
        ("Ruiz counted 15 boats and 12 cars on Monday.", "Ruiz counted 15 boats and 13 cars on Monday."),
        ("Ruiz, with 15 boats, and the crew were late.", "Ruiz, with 15 boats, and the crew were early."),
        ("Ruiz counted 15 boats, or the log is wrong.", "Ruiz counted 15 boats, or the clerk is wrong."),
        ("Ruiz counted 15 boats, sold on Monday.", "Ruiz counted 15 boats, sold on Tuesday."),
    ],
)
def test_whatever_else_is_edited_may_say_something_of_the_fact(old: str, new: str) -> None:
    assert not told_as_before("15 boats", old, new, 0, english=True)


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [("May 4", "May 9", "; sentence edited since"), ("counted", "lost", "Reopened by the desk, against map")],
)
def test_a_mark_made_by_hand_is_held_to_the_same(desk: Desk, before: str, now: str, says: str) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"quay.txt": (HEAD + COUNTED).encode()})
    ana.post("/article/1/mark", ana.csrf("/article/1"), words="the harbour", what="fact")
    mark = card_of(ana, "the harbour", "mark")
    press(ana, mark, "fine", against="map")
    version(ana, HEAD + COUNTED.replace(before, now))
    assert ana.standing(mark["key"])["says"].endswith(says)
    assert undo(ana)["undone"].startswith("Undone: Newer version")
    assert ana.standing(mark["key"])["says"] == "Checked, fine by Ana, against map"


def test_where_the_same_words_are_told_twice_nobody_knows_which_was_ticked(desk: Desk) -> None:
    twice = f"{COUNTED} {COUNTED.replace('May 4', 'May 5')}"
    assert after(desk, "15 boats", COUNTED, twice.replace("May 4", "May 9")) == "Open"


def test_what_the_desk_itself_has_asked_for_opens_nothing_else(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    text = HEAD + "Fares rise by 8 percent on May 4, as the board has decided.\n"
    add(ana, {"fares.txt": text.encode()})
    press(ana, card_of(ana, "May 4"), "fine", against="release")
    press(ana, card_of(ana, "8 percent"), "mend", wording="9 percent")
    version(ana, text.replace("8 percent", "9 percent"))
    assert ana.standing(card_of(ana, "May 4")["key"])["says"].endswith("against release; sentence edited since")
    assert "checked against nothing named" not in words(ana.page("/article/1"))
    version(ana, text.replace("8 percent", "10 percent"))
    assert ana.standing(card_of(ana, "May 4")["key"]).get("state", "open") == "open"


def test_a_carried_tick_is_whose_it_was_goes_with_its_version_and_comes_with_it_again(desk: Desk) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    add(ana, {"quay.txt": (HEAD + COUNTED).encode()})
    press(ana, card_of(ana, "15 boats"), "fine", against="log")
    version(ben, HEAD + COUNTED.replace("May 4", "May 9"))
    key = card_of(ana, "15 boats")["key"]
    assert ana.standing(key)["says"].startswith("Checked, fine by Ana")
    assert undo(ben)["undone"].startswith("Undone: Newer version")
    assert card_of(ana, "15 boats")["key"] != key
    assert ana.standing(card_of(ana, "15 boats")["key"])["says"] == "Checked, fine by Ana, against log"
    version(ben, HEAD + COUNTED.replace("May 4", "May 9"))
    assert ana.standing(key)["state"] == "fine"
    press(ben, card_of(ben, "15 boats"), "open")
    version(ben, HEAD + COUNTED)
    version(ben, HEAD + COUNTED.replace("May 4", "May 9"))
    assert ben.standing(key)["state"] == "open", "somebody has opened it in that very sentence"


@needs_chromium
def test_the_card_shows_what_it_was_checked_in_until_somebody_decides_anew(browser: Browser, desk: Desk) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"quay.txt": (HEAD + COUNTED).encode()})
    press(ana, card_of(ana, "15 boats"), "fine", against="log")
    version(ana, HEAD + COUNTED.replace("May 4", "May 9"))
    rows = csv.DictReader(io.StringIO(ana.page("/take/ledger").lstrip("\ufeff")))
    assert {row["words"]: row["since"] for row in rows}["15 boats"] == "sentence edited"
    with seat(browser, desk, "Ana") as seen:
        page = seen.page
        page.goto(f"{desk.base}/article/1")
        card = page.locator(".card[data-state=fine]", has_text="15 boats")
        number = card.get_attribute("id")
        expect(card).to_contain_text("sentence edited since")
        expect(card).to_contain_text(f"It was checked in: {COUNTED}")
        card.click(position={"x": 3, "y": 3})
        page.keyboard.press("f")
        expect(page.locator(f"#{number} .standing")).to_have_text("Checked, fine by Ana, against log")
        expect(page.locator(f"#{number}")).not_to_contain_text("It was checked in")
