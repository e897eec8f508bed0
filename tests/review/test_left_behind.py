"""Nothing that somebody typed is out of sight: questions, and words not yet decided, on what a newer version lacks."""

from __future__ import annotations

from pathlib import Path

from tests.review import PEOPLE, STORY, Visitor, open_desk, put, story, words


def newer(visitor: Visitor, text: str) -> None:
    files = {"files": ("newer.txt", text.encode())}
    csrf, headers = {"csrf": visitor.csrf("/article/1")}, {"origin": visitor.origin}
    assert visitor.http.post("/article/1/version", data=csrf, files=files, headers=headers).status_code == 303


def test_a_question_about_what_has_gone_is_still_read_and_answered(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk:
        ana = desk.visitor("Ana")
        about = {"kind": "finding", "key": PEOPLE, "words": "Who are they?", "name": "Ben"}
        ana.post("/article/1/ask", ana.csrf("/article/1"), **about)
        newer(ana, STORY.replace("Some people say", "The council says"))
        assert "questions: 1" in words(ana.page("/"))
        page = ana.page("/article/1")
        assert "Who are they?" in words(page)
        ana.post("/article/1/answer", ana.csrf("/article/1"), question="1", words="The council.")
        assert "questions: 1" not in words(ana.page("/"))
        assert "The council." in words(ana.page("/article/1"))


def test_what_was_typed_beside_what_has_gone_is_still_there(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk:
        ana = desk.visitor("Ana")
        typed = {"kind": "finding", "key": PEOPLE, "version": "0", "note": "Ring Mr Holm about them."}
        assert ana.post("/article/1/draft", ana.csrf("/article/1"), True, **typed).json() == {"kept": True}
        newer(ana, STORY.replace("Some people say", "The council says"))
        assert "Ring Mr Holm about them." in words(ana.page("/article/1"))
        assert "Ring Mr Holm about them." in words(desk.visitor("Ben").page("/article/1"))
        put_away = {"kind": "finding", "key": PEOPLE, "state": "gone"}
        assert ana.post("/article/1/draft", ana.csrf("/article/1"), **put_away).status_code == 303
        assert "Ring Mr Holm" not in ana.page("/article/1")


def test_a_field_that_is_emptied_again_is_nothing_that_anybody_is_writing(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as desk:
        ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
        csrf = ana.csrf("/article/1")
        for note in ("Ring the mayor.", ""):
            ana.post("/article/1/draft", csrf, True, kind="finding", key=PEOPLE, version="0", note=note)
            assert ("is writing" in words(ben.page("/article/1"))) is bool(note)
