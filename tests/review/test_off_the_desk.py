"""What is taken off the desk, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review import STORY, Desk, open_desk, words
from tests.review.test_intake import add
from tests.review.test_states import card_of, press
from tests.review.test_undo import NEWER, text_of, undo


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        add(desk.visitor("Ana"), {"story.txt": STORY.encode()})
        yield desk


def test_what_is_taken_off_the_desk_is_put_back_from_the_list(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"other.txt": b"Trams are late\n\nThe trams were late on Monday, Eva Lind said.\n"})
    answer = ana.post("/article/1/remove", ana.csrf("/article/1"))
    page = words(ana.page(answer.headers["location"]))
    assert "Ferry returns in spring was taken off the desk. Put it back" in page
    assert "1 article on the desk" in page
    listed = words(ana.page("/?state=removed"))
    assert "1 article taken off the desk" in listed
    assert "Put it back : Ferry returns in spring" in listed
    ana.post("/article/2/remove", ana.csrf("/article/2"))
    assert "2 articles taken off the desk" in words(ana.page("/add"))
    ana.post("/article/1/remove", ana.csrf("/?state=removed"), state="open", back="/")
    assert "1 article on the desk" in words(ana.page("/"))
    assert undo(ana)["undone"] == "Undone: Put the article back on the desk."
    assert undo(ana)["undone"] == "Undone: Took the article off the desk."
    assert "1 article on the desk" in words(ana.page("/"))


def test_what_was_decided_about_an_article_off_the_desk_is_still_taken_away(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    press(ana, card_of(ana, "15 boats"), "mend", wording="16 boats")
    ana.post("/article/1/remove", ana.csrf("/article/1"))
    assert "16 boats" in words(ana.page("/take?article=1"))
    for form in ("corrections", "ledger", "calls"):
        assert ana.http.get(f"/take/{form}", params={"article": 1}).status_code == 200, form
    assert "16 boats" in ana.page("/take/corrections?article=1")
    assert "16 boats" not in ana.page("/take/corrections")


def test_what_falls_on_the_desk_again_is_on_it_also_where_it_was_taken_off(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    ana.post("/article/1/remove", ana.csrf("/article/1"))
    add(ana, {"story.txt": STORY.encode()})
    assert "1 article on the desk" in words(ana.page("/"))
    undo(ana)
    assert "1 article taken off the desk" in words(ana.page("/?state=removed"))


def test_a_version_of_what_was_taken_off_the_desk_meanwhile_does_not_go_with_it(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"second.txt": NEWER.encode()})
    ana.post("/article/1/remove", ana.csrf("/article/1"))
    ana.post("/article/2/joins", ana.csrf("/article/2"), answer="version")
    assert "1 article on the desk" in words(ana.page("/"))
    assert "16 boats" in text_of(ana)
