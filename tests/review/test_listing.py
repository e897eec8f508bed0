"""Many articles at once: the list of them reads none, and each is read when it is opened."""

from __future__ import annotations

import contextlib
import sqlite3
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import run
from tests.review import DATE, STORY, open_desk, put, story, words
from tests.review.decided import ANA, Decided
from verifier.cli._review import library
from verifier.review import _file, _tables, counting, listing, marks
from verifier.review.exports import EXPORTS, cleared
from verifier.review.given import gather
from verifier.review.ledger import Ledger
from verifier.review.library import Library
from verifier.review.passages import passage
from verifier.review.records import Item, Ruling
from verifier.review.rows import Row
from verifier.review.talk import Talk


def test_facts_are_counted_when_an_article_is_opened_and_until_then_it_is_not_cleared(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story(), story(path="desk/tram.txt", passages=()))
    desk = library([reports], tmp_path / "own.db")
    ferry, tram = desk.rows()
    assert (ferry.unread, ferry.facts, ferry.total) == (1, 0, 2)
    assert (tram.unread, tram.total, tram.cleared) == (1, 0, False)
    assert desk.row(tram.id).facts == 5
    ferry, tram = desk.rows()
    assert (ferry.unread, tram.unread, tram.facts) == (1, 0, 5)


def test_what_nobody_opens_is_read_on_while_nobody_waits_for_it(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story(), story(path="desk/tram.txt"))
    desk = library([reports], tmp_path / "own.db")
    listing.read_on(desk)
    assert [(row.unread, row.facts) for row in desk.rows()] == [(0, 5), (0, 5)]


def test_a_decision_on_a_fact_waits_for_its_fact_to_be_read_again_in_a_newer_report(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    desk = library([reports], tmp_path / "own.db")
    fact = next(f for f in desk.facts(1) if f.span.text == "15 boats")
    Ledger(desk.file).rule(Item(1, "fact", fact.key), 0, Ruling("mend"), fact.passage(), ANA)
    put(reports, story(passages=("February 30",)))
    desk = library([reports], tmp_path / "own.db", take_newer=True)
    assert (desk.rows()[0].unread, desk.rows()[0].again) == (1, 0)
    assert (desk.row(1).mend, desk.row(1).again) == (1, 0)
    put(reports, story(STORY.replace("15 boats", "16 boats")))
    desk = library([reports], tmp_path / "own.db", take_newer=True)
    assert desk.row(1).again == 1


def test_the_list_of_articles_opens_where_one_of_them_cannot_be_read(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story(), story(path="desk/tram.txt"))
    assert run("review", reports, "--db", tmp_path / "own.db", "--export", "csv=a.csv", cwd=tmp_path).returncode == 0
    with contextlib.closing(sqlite3.connect(tmp_path / "own.db", isolation_level=None)) as db:
        db.execute("UPDATE articles SET report = x'00' WHERE id = 1")
    with open_desk("--db", tmp_path / "own.db") as desk:
        visitor = desk.visitor()
        until = time.monotonic() + 30
        while "the facts of 1 article are still" not in words(visitor.page("/")):
            assert time.monotonic() < until, "the facts of the other article are read without anybody opening it"
            time.sleep(0.1)
        broken = visitor.http.get("/article/1")
        assert broken.status_code == 500
        assert "This cannot be shown or done" in words(broken.text)
        assert "Back to the articles" in words(broken.text)
        assert "default-src 'none'" in broken.headers["content-security-policy"]


@pytest.mark.parametrize(("seen", "since"), [(2, ("kept", "blobs", "facts", "originals")), (3, ("kept", "blobs"))])
def test_a_file_of_a_desk_before_this_one_is_read_with_its_decisions(
    tmp_path: Path, seen: int, since: tuple[str, ...]
) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports, "--db", tmp_path / "own.db") as desk:
        desk.visitor("Mia").decide(DATE, "mend", note="No such day.")
    with contextlib.closing(sqlite3.connect(tmp_path / "own.db", isolation_level=None)) as db:
        for table in since:
            db.execute(f"DROP TABLE {table}")
        db.execute(f"PRAGMA user_version={seen}")
        assert _tables.version_of(_tables.shape(db)) == seen
    with open_desk("--db", tmp_path / "own.db") as desk:
        assert "No such day." in desk.visitor().page("/article/1")


def test_facts_are_kept_as_they_were_read_and_read_again_where_what_is_kept_is_none_of_the_text(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    first = library([reports], tmp_path / "own.db")
    assert first.row(1).facts == 5
    read = first.facts(1)
    kept = listing.kept_facts(first.file, 1, first.report(1))
    assert kept == read == library([reports], tmp_path / "own.db").facts(1)
    for broken in (b"", zlib.compress(b"{}"), zlib.compress(b'[["k", "date", 0, 9999999, "s"]]')):
        with contextlib.closing(sqlite3.connect(tmp_path / "own.db", isolation_level=None)) as db:
            db.execute("UPDATE facts SET found = ?", (broken,))
        assert library([reports], tmp_path / "own.db").facts(1) == read


def test_a_list_over_all_articles_reads_those_it_tells_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stories = [story(path=f"desk/story-{number}.txt") for number in range(6)]
    desk = library([put(tmp_path / "reports", *stories)], tmp_path / "own.db")
    about = passage(desk.report(3), "finding", DATE)
    assert about
    Ledger(desk.file).rule(Item(3, "finding", DATE), 0, Ruling("call", whom="The mayor"), about, ANA)
    desk = Library(desk.file)
    read: list[int] = []
    whole = Library.report
    monkeypatch.setattr(Library, "report", lambda self, article: read.append(article) or whole(self, article))
    for form in ("corrections", "calls", "decisions", "baseline", "rules"):
        written = EXPORTS[form].write(cleared(desk, Ledger(desk.file)), tmp_path / "out")
        assert set(read) <= {3}, form
    written = EXPORTS["corrections"].write(cleared(desk, Ledger(desk.file)), tmp_path / "out")
    assert isinstance(written, str)
    assert written.count("not decided yet.") == 1
    assert written.endswith("story-5.txt: 2 findings, facts not counted\n")
    assert desk.row(1).facts == 5
    written = EXPORTS["corrections"].write(cleared(desk, Ledger(desk.file)), tmp_path / "out")
    assert "desk/story-0.txt: 2 findings, 5 facts\n" in written


def test_a_table_over_all_articles_begins_before_all_are_read_and_keeps_what_it_read(tmp_path: Path) -> None:
    desk = library([put(tmp_path / "reports", story(), story(path="desk/tram.txt"))], tmp_path / "own.db")
    parts = EXPORTS["ledger"].parts(cleared(desk, Ledger(desk.file)))
    assert next(parts).startswith("\ufeffarticle,")
    assert "desk/ferry.txt" in next(parts)
    assert [row.unread for row in desk.rows()] == [0, 1]
    assert "desk/tram.txt" in next(parts)
    assert list(parts) == []
    with open_desk("--db", tmp_path / "own.db") as at:
        page = at.visitor().http.get("/take/ledger").text
    assert page.count(",figure,15 boats,") == 2


def test_the_last_article_that_is_taken_off_the_desk_can_be_put_back_at_once(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk:
        ana = desk.visitor("Ana")
        left = ana.post("/article/1/remove", ana.csrf("/article/1"))
        page = words(ana.page(left.headers["location"]))
        assert "Ferry returns in spring was taken off the desk. Put it back" in page
        assert "0 articles on the desk" in page
        ana.post("/article/1/remove", ana.csrf("/add"), state="open", back="/")
        assert "1 article on the desk" in words(ana.page("/"))


def test_what_is_off_the_desk_counts_neither_for_the_rules_nor_among_what_is_taken_away(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story(), story(STORY.replace("Ferry", "Tram"), path="desk/tram.txt"))
    fared = tmp_path / "fared.csv"
    with open_desk(reports) as desk:
        ana = desk.visitor("Ana")
        ana.decide(DATE, "false-alarm", article=2)
        assert "D003 2 0 0 1 0" in words(ana.page("/rules"))
        assert ana.http.get("/take/word").status_code == 400, "two articles are two files"
        ana.post("/article/2/remove", ana.csrf("/article/2"))
        assert "D003 1 0 0 0 0" in words(ana.page("/rules"))
        assert "D003,1,0,0,0,0,0,1" in ana.page("/take/rules")
        assert ana.http.get("/take/word").status_code == 200
        ana.post("/article/1/remove", ana.csrf("/article/1"))
        assert ana.http.get("/take/word").status_code == 400
        assert run("review", reports, "--export", f"rules={fared}", cwd=tmp_path).returncode == 0
    assert "D003" not in fared.read_text(encoding="utf-8")


def test_the_queue_counts_an_article_anew_when_something_has_happened_to_it_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Decided(tmp_path, reports=[story(), story(STORY.replace("Ferry", "Tram"), path="desk/tram.txt")])
    library, ledger, talk = desk.library, Ledger(desk.library.file), Talk(desk.library.file)
    counted: list[int] = []
    row = counting.Row

    def noted(*fields: Any) -> Row:
        counted.append(fields[0])
        return row(*fields)

    monkeypatch.setattr(counting, "Row", noted)
    whole, fact = Item(2, "article", ""), Item(2, "fact", library.facts(2)[0].key)
    place = STORY.index("harbour"), STORY.index("harbour") + 7
    deeds: list[Callable[[], object]] = [
        lambda: desk.rule("finding", DATE, Ruling("mend", wording="March 1"), article=2),
        lambda: desk.rule("fact", fact.key, Ruling("call", whom="The mayor"), article=2),
        lambda: ledger.undo(2, ANA),
        lambda: talk.assign(whole, "Ben", ANA),
        lambda: talk.ask(fact, "Ben", "Which day?", ANA),
        lambda: talk.answer(2, 1, "Monday.", ANA),
        lambda: ledger.undo(2, ANA),
        lambda: marks.mark(library.file, 2, library.report(2), place, "fact", ANA),
        lambda: library.put(gather([put(tmp_path / "new", story(STORY * 2, path="desk/tram.txt"))], {})),
        lambda: library.row(2),
        lambda: ledger.leaves(2, ANA),
        lambda: ledger.leaves(2, ANA, back=True),
    ]
    library.rows()
    for number, deed in enumerate(deeds):
        deed()
        counted.clear()
        told = library.rows(), library.off()
        assert set(counted) <= {2}, number
        fresh = Library(library.file)
        assert told == (fresh.rows(), fresh.off()), number
        counted.clear()
        assert (library.rows(), library.off()) == told
        assert counted == [], number


def test_an_article_opens_though_another_program_holds_the_file_and_its_facts_cannot_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Decided(tmp_path)
    monkeypatch.setattr(_file, "_PATIENCE", 0.01)
    with contextlib.closing(sqlite3.connect(desk.library.file.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert (desk.library.row(1).unread, desk.library.row(1).cleared) == (1, False)
        other.execute("ROLLBACK")
    assert not desk.library.row(1).unread
