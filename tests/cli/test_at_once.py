"""Articles of a folder are asked about at the same time, and come out in their order."""

import json
import signal
import threading
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.model.articles import STORY
from tests.model.scripted import Asked, Reply, endpoint, well
from tests.ready import start

NAMES = [f"{letter}.txt" for letter in "abcd"]
LINES = {name: f"Line{name[0].upper()}" for name in NAMES}
PATIENCE = 30
"""Seconds that the endpoint waits for what must come; a run that does not bring it fails."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, line in LINES.items():
        (tmp_path / name).write_text(STORY.replace("Northline", line), encoding="utf-8")
    return tmp_path


def of(asked: Asked) -> str | None:
    return next((name for name, line in LINES.items() if line in asked.said), None)


class Together:
    """Answers nothing about the first article before questions about every other have come."""

    def __init__(self) -> None:
        self.came: set[str] = set()
        self.everybody = threading.Event()

    def __call__(self, asked: Asked) -> Reply:
        name = of(asked)
        if name:
            self.came.add(name)
            if set(NAMES) <= self.came:
                self.everybody.set()
            if name == "a.txt" and not self.everybody.wait(PATIENCE):
                return Reply(status=401)
        return well(asked)


def asking(url: str, *more: str) -> tuple[str, ...]:
    return ("check", *NAMES, "--model", "m", "--base-url", url, "--no-cache", "--isolated", *more)


def test_all_are_under_way_before_the_first_is_done_and_come_out_in_order(desk: Path) -> None:
    with endpoint(Together()) as at:
        done = run(*asking(at.url, "-o", "json"), cwd=desk)
    reports = json.loads(done.stdout)
    assert [report["article"]["path"] for report in reports] == NAMES
    assert all(report["run"]["complete"] for report in reports), done.stderr
    assert sum(report["run"]["calls"] for report in reports) == len(at.asked)
    assert {report["run"]["calls"] for report in reports} <= {1, 2}, "each article has its own account"


def test_one_question_at_a_time_is_one_article_at_a_time(desk: Path) -> None:
    with endpoint() as at:
        run(*asking(at.url, "--concurrency", "1"), cwd=desk)
    order = [name for name in map(of, at.asked) if name]
    assert order == sorted(order)


def test_an_article_that_cannot_be_read_holds_up_no_other(desk: Path) -> None:
    (desk / "b.txt").write_bytes(b"")
    with endpoint() as at:
        done = run(*asking(at.url, "-o", "jsonl"), cwd=desk)
    assert done.returncode == 2
    assert "b.txt" in done.stderr
    paths = [line["article"]["path"] for line in map(json.loads, done.stdout.splitlines()) if "article" in line]
    assert [path for path in paths if path != "b.txt"] == ["a.txt", "c.txt", "d.txt"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("answered", [0, 1, 3])
def test_a_signal_at_any_moment_reports_what_is_there(desk: Path, number: int, code: int, answered: int) -> None:
    """After so many answers the endpoint says nothing more, and the run is told to stop."""
    lock, left, silent = threading.Lock(), [answered], threading.Event()

    def script(asked: Asked) -> Reply:
        with lock:
            left[0] -= 1
            if left[0] >= 0:
                return well(asked)
            silent.set()
        return Reply("{}", delay=PATIENCE)

    with endpoint(script) as at:
        running = start(*asking(at.url, "-o", "json=out.json"), cwd=desk)
        assert silent.wait(PATIENCE)
        running.send_signal(number)
        _, said = running.communicate(timeout=PATIENCE)
    assert running.returncode == code, said
    assert "Traceback" not in said
    reports = json.loads((desk / "out.json").read_text(encoding="utf-8"))
    assert [r["article"]["path"] for r in reports] == NAMES[: len(reports)]
    assert all("D003" in {f["code"] for f in report["findings"]} for report in reports)
    assert any("stopped before it was answered" in line for report in reports for line in report["run"]["missing"])
    assert sorted(path.name for path in desk.iterdir()) == [*NAMES, "out.json"], "something was left behind"
