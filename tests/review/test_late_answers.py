"""The model's answers, while something else comes: a version, a source, a day, an undo."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.model.scripted import Asked, Reply, endpoint, well
from tests.review import STORY, Desk, Visitor, put, story, words
from tests.review.test_intake import PATIENCE, add, bring, model_desk, until
from verifier import InputError
from verifier.review._file import DeskFile
from verifier.review.given import gather
from verifier.review.intake import Intake
from verifier.review.library import Library
from verifier.review.shelf import Brought


@contextlib.contextmanager
def slow_model(folder: Path) -> Iterator[tuple[Desk, list[bool]]]:
    """A desk whose model answers once something is put into the list."""
    held: list[bool] = []

    def waits(asked: Asked) -> Reply:
        ends = time.monotonic() + PATIENCE
        while not held and time.monotonic() < ends:
            time.sleep(0.02)
        return well(asked)

    with endpoint(waits) as at, model_desk(folder, at.url) as desk:
        yield desk, held


def answered(visitor: Visitor) -> Any:
    return until(lambda: (now := visitor.http.get("/article/1/work").json())["done"] and now)


def test_answers_on_an_earlier_version_do_not_bring_it_back(tmp_path: Path) -> None:
    with slow_model(tmp_path) as (desk, held):
        ana = desk.visitor("Ana")
        add(ana, {"story.txt": STORY.encode()}, model="on")
        newer = {"files": ("story-2.txt", STORY.replace("15 boats", "16 boats").encode())}
        csrf, headers = {"csrf": ana.csrf("/article/1")}, {"origin": ana.origin}
        assert ana.http.post("/article/1/version", data=csrf, files=newer, headers=headers).status_code == 303
        held.append(True)
        answered(ana)
        page = ana.page("/article/1")
        assert "16 boats" in page
        assert "15 boats" not in page


def test_a_source_that_is_brought_while_the_model_is_asked_stays_and_so_do_the_answers(tmp_path: Path) -> None:
    with slow_model(tmp_path) as (desk, held):
        ana = desk.visitor("Ana")
        add(ana, {"story.txt": STORY.encode()}, model="on")
        assert bring(ana, {"log.txt": b"Ruiz counted 15 boats in the harbour."}).status_code == 303
        held.append(True)
        assert answered(ana)["says"] == "The model has answered."
        assert "The source has it so: log.txt" in words(ana.page("/article/1"))
        assert Library(DeskFile(tmp_path / "own.db")).report(1).run.engine == "rules+model"


def test_what_the_model_found_is_still_there_when_a_source_is_brought_or_the_day_is_said(tmp_path: Path) -> None:
    with endpoint() as at, model_desk(tmp_path, at.url) as desk:
        ana = desk.visitor("Ana")
        add(ana, {"story.txt": STORY.encode()}, model="on")
        answered(ana)
        desk_s = Library(DeskFile(tmp_path / "own.db"))
        assert desk_s.report(1).run.engine == "rules+model"
        bring(ana, {"log.txt": b"Ruiz counted 15 boats in the harbour."})
        answered(ana)
        assert desk_s.report(1).run.engine == "rules+model"
        ana.post("/article/1/published", ana.csrf("/article/1"), published="2019-02-20")
        answered(ana)
        assert desk_s.report(1).run.engine == "rules+model"
        assert "log.txt" in words(ana.page("/article/1"))


def test_what_another_machine_s_model_found_is_not_lost_to_a_source(tmp_path: Path) -> None:
    made = story()
    asked = made.model_copy(update={"run": made.run.model_copy(update={"engine": "rules+model"})})
    intake = Intake(Library(DeskFile(tmp_path / "own.db"), gather([put(tmp_path / "reports", asked)], {})))
    with pytest.raises(InputError, match="what it found would be lost"):
        intake.bring(1, [Brought("log.txt", b"Ruiz counted 15 boats in the harbour.")], "Ana")
    assert intake.library.report(1).run.engine == "rules+model"


def test_the_model_is_asked_again_about_what_an_undo_brings_back_before_it_was_answered(tmp_path: Path) -> None:
    with slow_model(tmp_path) as (desk, held):
        ana = desk.visitor("Ana")
        add(ana, {"story.txt": STORY.encode()}, model="on")
        bring(ana, {"log.txt": b"Ruiz counted 15 boats in the harbour."})
        held.append(True)
        answered(ana)
        said = ana.post("/article/1/undo", ana.csrf("/article/1"), data=True).json()
        assert said["undone"] == "Undone: Sources “log.txt”."
        assert answered(ana)["says"] == "The model has answered."
        assert Library(DeskFile(tmp_path / "own.db")).report(1).run.engine == "rules+model"
        assert "log.txt" not in words(ana.page("/article/1")).replace("Undid: ", "")


def test_what_is_decided_while_the_model_is_asked_stands_when_it_has_answered(tmp_path: Path) -> None:
    with slow_model(tmp_path) as (desk, held):
        visitor = desk.visitor("Ana")
        add(visitor, {"story.txt": STORY.encode()}, model="on")
        assert visitor.http.get("/article/1/work").json()["done"] is False
        page = visitor.page("/article/1")
        kind, key = (
            page.partition('data-kind="')[2].partition('"')[0],
            page.partition('data-key="')[2].partition('"')[0],
        )
        assert visitor.decide(key, "mend", kind=kind, note="Ring the mayor.").json()["state"] == "mend"
        held.append(True)
        until(lambda: visitor.http.get("/article/1/work").json()["done"])
        standing = visitor.standing(key)
        assert (standing["state"], standing["fields"]["note"]) == ("mend", "Ring the mayor.")
