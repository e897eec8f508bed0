"""What goes wrong with a run of hours: killed processes, a full disk, poisoned articles, Ctrl-C. Every article is read
exactly once, whatever happens."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.archive import runs
from tests.archive.runs import archive, failed, folder, ids, names, text
from tests.ready import Running

SLOW = """
import time
import verifier.pipeline as pipeline
_check = pipeline.check
def check(article, settings=None, **more):
    words = getattr(article, "text", article)
    if "HANG" in words:
        while True: pass
    if "SLEEP" in words:
        time.sleep(3600)
    if "GREED" in words:
        held = bytearray(1 << 40)
    if "CRASH" in words:
        import os, signal
        os.kill(os.getpid(), signal.SIGSEGV)
    if "SLOW" in words:
        time.sleep(0.02)
    if "AWAITS " in words:
        import os
        while not os.path.exists(words.partition("AWAITS ")[2].split()[0]):
            time.sleep(0.02)
    return _check(article, settings, **more)
pipeline.check = check
"""
"""What poisons articles here: Python runs a sitecustomize.py it finds, also in the processes of a run."""
_FORKS = f"{SLOW}\nfrom tests.archive import forking\nforking.workers()\n"
"""For a run whose processes need no Python of their own: each costs a second or two."""


@pytest.fixture
def poisoned(tmp_path: Path) -> str:
    """A PYTHONPATH by which words in an article make it hang, eat memory or crash."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(SLOW)
    return str(tmp_path / "site")


@pytest.fixture
def begin(poisoned: str) -> Iterator[Callable[..., Running]]:
    """Begins a run without waiting for it, as the first process of a terminal of its own."""
    begun: list[Running] = []

    def start(*words: str | Path, program: str = "", forks: bool = False) -> Running:
        own = f"import os\nos.setsid()\n{_FORKS if forks else ''}{program}"
        begun.append(runs.begin(*words, PYTHONPATH=poisoned, program=own))
        return begun[-1]

    yield start
    for process in begun:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate(timeout=60)


def slow(at: Path, count: int) -> list[str]:
    stories = folder(at, count)
    for story in stories.iterdir():
        add(story, "SLOW")
    return names(stories.iterdir())


def add(story: Path, word: str) -> None:
    story.write_text(f"{story.read_text(encoding='utf-8')}\n\n{word}\n", encoding="utf-8")


def below(process: int) -> list[int]:
    """The processes that a process has begun, and those that these have."""
    found: list[int] = []
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            for child in map(int, children.read_text().split()):
                found += [child, *below(child)]
        except OSError:
            continue
    return found


def above(process: int) -> int:
    """The process that has begun a process, 0 where it is over."""
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def doing(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def until(holds: Callable[[], object], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.02)


def shards(out: Path) -> int:
    return len(list((out / "shards").glob("*.parquet"))) if (out / "shards").is_dir() else 0


@pytest.mark.parametrize("which", ["the process that reads", "the process that writes"])
def test_workers_that_are_killed_lose_nothing(tmp_path: Path, begin: Callable[..., Running], which: str) -> None:
    wanted = slow(tmp_path / "in", 60)
    out = tmp_path / "out"
    run = begin(tmp_path / "in", "--out", out, "--shard", "10", "--jobs", "2")
    killed: list[int] = []
    for least in (1, 3):
        until(lambda least=least: shards(out) >= least or run.poll() is not None)
        # Of one worker two in a row might read the same article, which is then set aside as what killed them.
        readers = [p for p in below(run.pid) if "verifier.archive.examiner" in doing(p) and above(p) not in killed]
        for reader in readers[:1]:
            killed.append(above(reader))
            os.kill(reader if which == "the process that reads" else above(reader), signal.SIGKILL)
    _, said = run.communicate(timeout=240)
    assert killed
    assert (run.returncode, "Traceback" in said) == (0, False), said
    assert ids(out) == wanted
    assert failed(out) == {}


def test_a_run_killed_as_a_whole_is_taken_up(tmp_path: Path, begin: Callable[..., Running]) -> None:
    wanted = slow(tmp_path / "in", 60)
    add(tmp_path / "in" / "story-0059.txt", "SLEEP")  # so that it is not over by then, however late we are
    out = tmp_path / "out"
    words = (tmp_path / "in", "--out", out, "--shard", "10", "--jobs", "2")
    run = begin(*words, forks=True)
    until(lambda: len(list((out / "work" / "completions").glob("*"))) >= 2)
    begun = [run.pid, *below(run.pid)]
    for process in begun:
        os.kill(process, signal.SIGKILL)
    run.communicate(timeout=60)
    done = {shard: shard.stat().st_mtime_ns for shard in (out / "shards").glob("*.parquet")}
    marked = {mark.name for mark in (out / "work" / "completions").iterdir()}
    assert 0 < len(marked) < 6
    again = archive(*words, "--jobs", "1")
    assert again.returncode == 0, again.stderr
    assert ids(out) == wanted
    assert all(shard.stat().st_mtime_ns == at for shard, at in done.items() if shard.stem in marked)


def test_ctrl_c_leaves_a_folder_that_can_be_taken_up(tmp_path: Path, begin: Callable[..., Running]) -> None:
    wanted = slow(tmp_path / "in", 40)
    add(tmp_path / "in" / "story-0039.txt", "SLEEP")
    out = tmp_path / "out"
    words = (tmp_path / "in", "--out", out, "--shard", "10", "--jobs", "2")
    run = begin(*words)
    until(lambda: shards(out) >= 1)
    begun = below(run.pid)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert (run.returncode, "Traceback" in said) == (130, False), said
    assert "give the same command again" in said
    until(lambda: not any(map(doing, begun)), 15)
    assert archive(*words, "--jobs", "1").returncode == 0
    assert ids(out) == wanted


def test_poisoned_articles_are_set_aside_and_not_their_shard(tmp_path: Path, poisoned: str) -> None:
    stories = folder(tmp_path / "in", 9)
    wanted = names(stories.iterdir())
    poison = {"b-hang.txt": "HANG", "c-sleep.txt": "SLEEP", "d-greed.txt": "GREED", "e-crash.txt": "CRASH"}
    for name, word in poison.items():
        (stories / name).write_text(f"{text(1)}\n\n{word}\n", encoding="utf-8")
    ended = archive(
        stories, "--out", tmp_path / "out", "--article-seconds", "1.5", "--article-memory", "300", PYTHONPATH=poisoned
    )
    assert (ended.returncode, "Traceback" in ended.stderr) == (2, False), ended.stderr
    assert f"4 articles could not be read; the reasons stand in {tmp_path / 'out' / 'failed.jsonl'}" in ended.stderr
    assert ids(tmp_path / "out") == wanted
    why = failed(tmp_path / "out")
    assert why.pop(f"{stories}/b-hang.txt") == "takes longer than 1.5 s (--article-seconds)"
    assert why.pop(f"{stories}/c-sleep.txt") == "takes longer than 1.5 s (--article-seconds)"
    assert why.pop(f"{stories}/d-greed.txt") == "needs more than 300 MB of memory (--article-memory)"
    assert "SIGSEGV" in why.pop(f"{stories}/e-crash.txt")
    assert not why


def test_a_full_disk_stops_the_run_and_room_lets_it_go_on(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in", 12)
    out = tmp_path / "out"
    words = (stories, "--out", out, "--shard", "4", "--jobs", "1")
    assert archive(*words).returncode == 0
    (out / "shards" / "00001.parquet").unlink()
    (out / "work" / "completions" / "00001").unlink()
    # What is written there goes to a device on which no space is left: the error is the system's own.
    (out / "shards" / "00001.parquet.part").symlink_to("/dev/full")
    full = archive(*words)
    assert (full.returncode, "Traceback" in full.stderr) == (2, False), full.stderr
    assert f"{out}: no space left" in full.stderr
    assert "free some, then give the same command again" in full.stderr
    assert shards(out) == 2
    again = archive(*words)
    assert (again.returncode, ids(out)) == (0, names(stories.iterdir())), again.stderr


def test_files_that_may_not_grow_stop_it_as_well(tmp_path: Path, begin: Callable[..., Running]) -> None:
    stories = folder(tmp_path / "in", 30)
    out = tmp_path / "out"

    small = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    run = begin(stories, "--out", out, "--jobs", "1", program=small, forks=True)
    _, said = run.communicate(timeout=120)
    assert (run.returncode, "Traceback" in said) == (2, False), said
    assert "no space left" in said
    assert archive(stories, "--out", out, "--jobs", "1").returncode == 0
    assert ids(out) == names(stories.iterdir())


def test_a_file_that_changed_since_the_plan_fails_and_does_not_pass_for_the_old_one(
    tmp_path: Path, begin: Callable[..., Running]
) -> None:
    folder(tmp_path / "in", 30)
    add(tmp_path / "in" / "story-0000.txt", f"AWAITS {tmp_path}/changed")
    out = tmp_path / "out"
    run = begin(tmp_path / "in", "--out", out, "--shard", "10", "--jobs", "1", forks=True)
    until(lambda: (out / "plan.json").exists())
    (tmp_path / "in" / "story-0029.txt").write_text("Another story altogether.")
    (tmp_path / "changed").touch()
    run.communicate(timeout=120)
    assert run.returncode == 2
    assert failed(out) == {f"{tmp_path}/in/story-0029.txt": "has changed since the plan was made"}
