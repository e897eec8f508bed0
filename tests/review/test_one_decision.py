"""What a source has otherwise, on the finding's card and on the fact's: one thing, called what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.review import Desk, open_desk
from tests.review.seats import seat
from tests.review.test_intake import add, bring

STORY = b"Boats back\n\nThe mayor of Ranby, Ana Carow, met the guild. Holm counted 15 boats in the harbour of Ranby.\n"
LOG = b"Holm counted 16 boats in the harbour of Ranby."
LETTER = b"The mayor, Ana Carrow, wrote to them."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db") as desk:
        yield desk


def test_what_was_called_a_false_alarm_is_no_more_otherwise_on_the_fact_s_card(desk: Desk, browser: Browser) -> None:
    with seat(browser, desk) as seen:
        page = seen.page
        ana = desk.visitor("Ana")
        add(ana, {"story.txt": STORY})
        bring(ana, {"log.txt": LOG})
        page.goto(f"{desk.base}/article/1")
        finding = page.locator(".card[data-kind=finding]", has_text="the source “16”")
        fact = page.locator(".card[data-kind=fact]", has=page.get_by_role("heading", name="Figure 15 boats"))
        page.get_by_label("Checking against").fill("log.txt")
        fact.get_by_role("heading").click()
        page.keyboard.press("f")  # whoever found it so says by what
        expect(fact.locator(".standing")).to_have_text("Checked, fine by Ana")
        page.keyboard.press("u")
        expect(fact).to_have_attribute("data-state", "open")
        for otherwise, press in ((True, "False alarm"), (False, "Reopen"), (True, "False alarm")):
            for part in (fact.get_by_text("The source has it otherwise"), fact.locator(".take")):
                expect(part).to_be_visible(visible=otherwise)
            finding.get_by_role("button", name=re.compile(f"^{press}")).click()
        expect(fact.locator(".take")).to_be_hidden()
        page.reload()
        expect(fact).to_be_visible()
        expect(fact.get_by_text("The source has it otherwise")).to_be_hidden()
        expect(fact.locator(".take")).to_be_hidden()


def test_a_name_that_differs_is_called_a_name(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"story.txt": STORY})
    bring(ana, {"letter.txt": LETTER})
    page = ana.page("/article/1")
    assert "name differs" in page
    assert "Name differs (1)" in page
    assert "igure differs" not in page
    bring(ana, {"log.txt": LOG})
    page = ana.page("/article/1")
    assert "Figure or name differs (2)" in page
    assert "figure differs" in page


def test_of_a_sum_that_should_read_otherwise_its_parts_stay_open(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    told = b"The group collected 2,350 signatures: 1,120 in the town, 640 in Ashby and 490 online, Ana Carow said."
    add(ana, {"story.txt": b"Petition\n\n" + told + b"\n"})
    cards = dict(
        re.findall(r'data-kind="[a-z]+" data-key="([0-9a-f]+)"[^>]*data-printed="([^"]*)"', ana.page("/article/1"))
    )
    (finding,) = (key for key, printed in cards.items() if printed == "2,350")
    assert ana.decide(finding, "mend", wording="2,250").status_code == 200
    standings = ana.http.get("/article/1/states").json()["standings"]
    assert {cards[s["key"]] for s in standings if s["state"] == "mend"} == {"2,350", "2,350 signatures"}
