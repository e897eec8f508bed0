"""What comes again: another article under a name that is taken, a newer file, answers to an older version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.review import STORY, Desk, open_desk, story, words
from tests.review.test_intake import add, bring
from verifier import InputError
from verifier.review._file import DeskFile
from verifier.review.facts import facts
from verifier.review.given import Origin
from verifier.review.intake import Intake
from verifier.review.library import Library

OTHER = """Library opens on Sundays

The library in Norring will open on Sundays from September, its director Olu Adeyemi said.

It lent 48,000 books last year, he said, and 3,100 people came on its busiest day.
"""
DATE_OF_STORY = facts(story())[0].key
MARKED = (
    "# Ferry returns\n\nFares rise to 12 crowns.\n\n> Fares must rise, the mayor wrote.\n\nThe ferry sails on Monday.\n"
)
PAGE = (
    "<html><head><title>Ferry returns</title></head><body><article><h1>Ferry returns</h1>"
    "<p>The ferry will return on Monday, Ana Ruiz said on Sunday, and the fares will rise to 12 crowns.</p>"
    "<h2>What it costs</h2><p>The council has given 3 million crowns for the boats, the mayor said.</p>"
    "</article></body></html>"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        yield desk


def test_another_article_under_a_name_that_is_taken_takes_no_place(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    assert add(ana, {"story.txt": STORY.encode()}).json() == {"to": "/article/1"}
    assert add(ana, {"story.txt": OTHER.encode()}).json() == {"to": "/article/2"}
    said = words(ana.page("/"))
    assert "2 articles on the desk" in said
    assert "story.txt" in said
    assert "story (2).txt" in said
    for number, text in ((1, STORY), (2, OTHER)):
        assert add(ana, {"story.txt": text.encode()}).json() == {"to": f"/article/{number}"}, "the very same text"
        assert "Which is it?" not in ana.page(f"/article/{number}")


NEWER = STORY.replace("15 boats", "16 boats")


@pytest.mark.parametrize("name", ["story.txt", "from the author.txt"])
def test_what_is_much_like_an_article_on_the_desk_is_asked_about_and_changes_nothing_before(
    desk: Desk, name: str
) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"story.txt": STORY.encode()})
    assert add(ana, {name: NEWER.encode()}).json() == {"to": "/article/2"}
    said = words(ana.page("/article/2"))
    assert "It has much of Ferry returns in spring ( story.txt ). Which is it?" in said
    assert "15 boats" in ana.page("/article/1")
    assert "a newer version?" in words(ana.page("/"))
    ana.post("/article/2/joins", ana.csrf("/article/2"), answer="another")
    assert "Which is it?" not in ana.page("/article/2")
    assert "2 articles on the desk" in words(ana.page("/"))


def test_a_newer_version_takes_the_place_with_its_sources_and_the_first_one_again_is_told_as_such(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"story.txt": STORY.encode()})
    add(ana, {"story.txt": NEWER.encode()})
    bring(ana, {"log.txt": b"Ruiz counted 16 boats in the harbour."}, article=2)
    answer = ana.post("/article/2/joins", ana.csrf("/article/2"), answer="version")
    assert answer.headers["location"] == "/article/1"
    said = words(ana.page("/article/1"))
    assert "16 boats" in said
    assert "version 2, the one before until" in said
    assert "The source has it so: log.txt" in said
    assert "1 article on the desk" in words(ana.page("/"))
    assert add(ana, {"story.txt": STORY.encode()}).json() == {"to": "/article/3"}
    assert "This very text was here before, until" in words(ana.page("/article/3"))
    ana.post("/article/3/joins", ana.csrf("/article/3"), answer="version")
    assert "This text is an earlier version again" in words(ana.page("/article/1"))


def test_what_is_brought_as_a_newer_version_and_has_nothing_of_the_article_takes_no_place_unasked(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"story.txt": STORY.encode()})
    given = {"csrf": ana.csrf("/article/1")}
    sent = {"files": ("story.txt", OTHER.encode())}
    answer = ana.http.post("/article/1/version", data=given, files=sent, headers={"origin": ana.origin})
    assert answer.headers["location"] == "/article/2"
    assert "15 boats" in ana.page("/article/1")
    assert "It has hardly a sentence of Ferry returns in spring" in words(ana.page("/article/2"))
    ana.post("/article/2/joins", ana.csrf("/article/2"), answer="version")
    assert "48,000 books" in ana.page("/article/1"), "somebody has said so"


def test_one_line_in_common_makes_no_story_a_version_of_another_short_one(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    add(
        ana,
        {"story.txt": b"Pool opens late\n\nThe pool opens on May 4. A ticket costs 3 crowns. Call 555 0100 to book.\n"},
    )
    sent = {
        "files": (
            "story.txt",
            b"Two elms felled\n\nA storm took 2 elms in Oak Lane. Nobody was hurt. Call 555 0100 to book.\n",
        )
    }
    given = {"csrf": ana.csrf("/article/1")}
    answer = ana.http.post("/article/1/version", data=given, files=sent, headers={"origin": ana.origin})
    assert answer.headers["location"] == "/article/2"
    assert "It has hardly a sentence of Pool opens late" in words(ana.page("/article/2"))


def test_an_article_is_taken_off_the_desk_and_put_back_with_all_that_was_decided(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"story.txt": STORY.encode()})
    add(ana, {"library.txt": OTHER.encode()})
    ana.decide(DATE_OF_STORY, "fine", kind="fact")
    ana.post("/article/1/remove", ana.csrf("/article/1"))
    assert "1 article on the desk" in words(ana.page("/"))
    assert "Ferry returns" not in ana.page("/take/ledger")
    assert "This article was taken off the desk." in words(ana.page("/article/1"))
    ana.post("/article/1/remove", ana.csrf("/article/1"), state="open")
    assert "2 articles on the desk" in words(ana.page("/"))
    assert ana.standing(DATE_OF_STORY)["state"] == "fine"


def test_files_of_one_name_from_two_folders_are_two_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    intake = Intake(Library(DeskFile(tmp_path / "own.db")))
    for folder, text in (("one", STORY), ("two", OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path / folder)
        intake.take_file(Path("story.txt"))
    assert [row.title for row in intake.library.rows()] == ["Ferry returns in spring", "Library opens on Sundays"]


def test_a_file_that_was_named_from_its_folder_is_checked_again_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake = Intake(Library(DeskFile(tmp_path / "own.db")))
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    number = intake.take_file(Path("story.txt"))
    (tmp_path / "story.txt").write_text(STORY.replace("15 boats", "16 boats"), encoding="utf-8")
    assert intake.library.origin(number).newer
    intake.again(number)
    assert intake.library.ids == (number,)
    assert not intake.library.origin(number).newer
    assert "16 boats" in intake.library.report(number).article.text


@pytest.mark.parametrize(("name", "text"), [("story.md", MARKED), ("story.html", PAGE)])
def test_an_article_is_read_as_before_when_its_day_is_said(tmp_path: Path, name: str, text: str) -> None:
    intake = Intake(Library(DeskFile(tmp_path / "own.db")))
    number = intake.take(text.encode(), name, Origin())
    before = intake.library.report(number).article
    intake.dated(number, date(2026, 3, 10))
    after = intake.library.report(number).article
    assert after.published == date(2026, 3, 10)
    assert (after.title, after.text, after.sentences) == (before.title, before.text, before.sentences)


def test_the_day_that_somebody_says_holds_against_the_text_s_own_and_for_later_versions(tmp_path: Path) -> None:
    intake = Intake(Library(DeskFile(tmp_path / "own.db")))
    text = "Tram line opens\n\nNORRING, March 3, 2026 - The line opens on Friday, the mayor said.\n"
    number = intake.take(text.encode(), "tram.txt", Origin())
    assert intake.library.report(number).article.published == date(2026, 3, 3)
    intake.dated(number, date(2026, 3, 10))
    assert intake.library.report(number).article.published == date(2026, 3, 10)
    intake.next_version(number, text.replace("mayor", "council").encode(), "tram 2.txt", "Ana")
    assert intake.library.report(number).article.published == date(2026, 3, 10)
    intake.dated(number, None)
    assert intake.library.report(number).article.published == date(2026, 3, 3)


def test_a_source_that_was_brought_by_mistake_is_left_out(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    add(ana, {"story.txt": STORY.encode()})
    bring(ana, {"log.txt": b"Ruiz counted 15 boats in the harbour.", "other.txt": b"Nothing of it."})
    assert "Leave it out : log.txt" in words(ana.page("/article/1"))
    ana.post("/article/1/leave-out", ana.csrf("/article/1"), name="log.txt")
    said = words(ana.page("/article/1"))
    assert "log.txt" not in said
    assert "other.txt" in said
    assert "The source has it so" not in said


def test_what_is_pasted_is_no_longer_than_what_is_dropped(tmp_path: Path) -> None:
    intake = Intake(Library(DeskFile(tmp_path / "own.db")))
    long = "The ferry sails on Monday, the mayor said. " * 120_000
    with pytest.raises(InputError, match="larger than"):
        intake.take(long.encode(), "story.txt", Origin())
    with pytest.raises(InputError, match="larger than"):
        intake.take_text(long, "Ferry returns", Origin(), published=None, ask=False)


def test_another_story_in_a_file_that_is_on_the_desk_is_asked_about(tmp_path: Path) -> None:
    own = tmp_path / "story.txt"
    own.write_text(STORY, encoding="utf-8")
    with open_desk("--db", tmp_path / "own.db", "--no-model", own) as desk:
        ana = desk.visitor("Ana")
        own.write_text(OTHER, encoding="utf-8")
        assert "The file has changed since: story.txt." in words(ana.page("/article/1"))
        came = ana.post("/article/1/again", ana.csrf("/article/1"))
        assert came.headers["location"] == "/article/2"
        assert "hardly a sentence of Ferry returns in spring" in words(ana.page("/article/2"))
        assert "15 boats" in ana.page("/article/1")
        assert "The file has changed since: story.txt." not in words(ana.page("/article/1"))
        ana.post("/article/2/joins", ana.csrf("/article/2"), answer="version")
        assert "15 boats" not in ana.page("/article/1").partition('<div class="words"')[2].partition("</div>")[0]
        own.write_text(OTHER.replace("Sundays", "Mondays"), encoding="utf-8")
        assert "The file has changed since: story.txt." in words(ana.page("/article/1"))
