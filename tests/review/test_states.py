"""How things stand: what was decided along with a finding follows it, and who signed an article signed that one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review import DATE, STORY, Desk, Visitor, open_desk, put, story, words


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


def test_a_call_about_a_finding_that_is_answered_is_answered_for_the_facts_in_it(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    day = of_fact(ana, "February 30, 2019")
    first = ana.decide(DATE, "call", whom="The mayor").json()
    assert first["calls"] == 1, "one call, however many facts wait for it"
    done = ana.decide(DATE, "call", version=first["version"], whom="The mayor", answer="March 1.").json()
    assert (done["state"], done["calls"]) == ("answered", 0)
    assert ana.standing(day)["state"] == "answered"


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


def test_an_article_in_which_something_is_opened_again_is_neither_checked_nor_signed_off(desk: Desk) -> None:
    ana, ben = signed(desk)
    ana.decide(DATE, "open", version=1)
    assert "checked by" not in words(ana.page("/"))
    assert "Checked by" not in words(ana.page("/article/1"))
    assert ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed").status_code == 409
    ben.decide(DATE, "fine", version=2)
    assert "checked by" not in words(ben.page("/")), "nobody has said so since"
    assert ben.post("/article/1/sign", ben.csrf("/article/1"), key="checked").status_code == 303
    assert "checked by Ben" in words(ben.page("/"))
    assert "signed off" not in words(ben.page("/"))


def test_another_text_is_neither_checked_nor_signed_off(desk: Desk) -> None:
    ana, _ = signed(desk)
    newer = {"files": ("story.txt", f"{STORY}\nNobody was asked about the fares.\n".encode())}
    csrf, headers = {"csrf": ana.csrf("/article/1")}, {"origin": ana.origin}
    assert ana.http.post("/article/1/version", data=csrf, files=newer, headers=headers).status_code == 303
    clear(ana)
    said = words(ana.page("/"))
    assert "cleared" in said
    assert "checked by" not in said
    assert "signed off" not in said
    assert "signed off" not in words(ana.page("/article/1")).lower().replace("sign it off", "")
