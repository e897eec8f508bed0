"""What a process meets at its edges: closed streams, signals, what killed runs left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.command import ROOT, process
from tests.cli.test_check import CALM, TROUBLE

SHELL = "exec {} -m verifier check trouble.txt --no-model {}"


def started(words: str, cwd: Path, stdin: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        ["/bin/sh", "-c", words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-", "<&- >&- 2>&-"])
def test_a_closed_stream_changes_nothing_else(tmp_path: Path, closed: str) -> None:
    (tmp_path / "trouble.txt").write_text(TROUBLE, encoding="utf-8")
    run = started(SHELL.format(sys.executable, f"-o text -o concise=out.txt {closed}"), tmp_path)
    said, complained = run.communicate(timeout=60)
    assert run.returncode == 1
    assert b"Traceback" not in complained
    assert bool(said) == (">&-" not in closed.replace("2>&-", ""))
    assert "February 30" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_closed_standard_input_is_an_empty_article(tmp_path: Path) -> None:
    run = started(f"exec {sys.executable} -m verifier check - --no-model <&-", tmp_path)
    _, complained = run.communicate(timeout=60)
    assert (run.returncode, complained) == (2, b"verifier: stdin: empty file, nothing to read\n")


def test_sigterm_leaves_no_half_of_a_file(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(CALM * 20, encoding="utf-8")
    # Nobody reads its standard output before the signal is sent, and a pipe holds less than these reports: however
    # slow this machine is, the run is not over by then.
    run = started(f"exec {sys.executable} -m verifier check . --no-model --jobs 2 -o jsonl -o json=out.json", tmp_path)
    while not list(tmp_path.glob(".verifier-*.part")):
        assert run.poll() is None
        time.sleep(0.01)
    run.send_signal(signal.SIGTERM)
    _, complained = run.communicate(timeout=60)
    assert run.returncode == 128 + signal.SIGTERM
    assert complained.endswith(b"verifier: stopped\n")
    assert [p.name for p in tmp_path.iterdir() if p.suffix != ".txt"] == []


AT_THE_END = """
import sys, time
from functools import partial
from verifier.cli import _entry
sys.unraisablehook = partial(_entry._swallowed, _entry._take_sigterm_for_sigint())
class Lost:
    def __del__(self):
        raise KeyboardInterrupt
Lost()
_entry._leave_signals()
time.sleep(20 * _entry._SOON)
"""


def test_an_interruption_that_was_lost_does_not_come_again_when_the_run_is_over(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, "-c", AT_THE_END], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, b"")


# Python swallows what is raised in its own hooks around a fork: a signal that came there was lost, and the run went on.
AT_A_FORK = """
import os, signal
sent = []
def send():
    if not sent:
        sent.append(os.kill(os.getpid(), signal.{name}))
os.register_at_fork(before=send)
from verifier.cli import main
main()
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_stops_a_run_that_is_just_starting_its_processes(tmp_path: Path, name: str) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "start.py").write_text(AT_A_FORK.format(name=name), encoding="utf-8")
    run = started(f"exec {sys.executable} start.py check . --no-model --jobs 2 -o json=out.json", tmp_path)
    _, complained = run.communicate(timeout=60)
    assert (run.returncode, complained.splitlines()[-1]) == (128 + signal.Signals[name], b"verifier: stopped")
    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".py"] + [".txt"] * 30


# What is raised in a finalizer is lost, too. The article is not there to read until something stops the run.
IN_A_FINALIZER = """
import os, signal, sys
class Thing:
    def __del__(self):
        os.kill(os.getpid(), signal.{name})
def look(event, args):
    if event == "open" and str(args[0]).endswith("calm.txt"):
        Thing()
        os.read(0, 1)
sys.addaudithook(look)
from verifier.cli import main
main()
"""


# A shell lets what a script starts with & ignore Ctrl-C; SIGTERM stops it all the same.
@pytest.mark.parametrize(("name", "shell"), [("SIGTERM", ""), ("SIGINT", ""), ("SIGTERM", "trap '' INT; ")])
def test_a_signal_that_comes_while_something_is_taken_down_stops_the_run(tmp_path: Path, name: str, shell: str) -> None:
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "start.py").write_text(IN_A_FINALIZER.format(name=name), encoding="utf-8")
    waited, held = os.pipe()
    words = f"{shell}exec {sys.executable} start.py check calm.txt --no-model -o json=out.json"
    run = started(words, tmp_path, waited)
    try:
        _, complained = run.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        run.kill()
        _, complained = run.communicate()
    finally:
        os.close(waited)
        os.close(held)
    assert (run.returncode, complained) == (128 + signal.Signals[name], b"\nverifier: stopped\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["calm.txt", "start.py"]


WHILE_AN_ERROR_IS_TOLD = """
import os, signal, sys
from verifier.cli import main
class Told:
    def write(self, words):
        sys.stderr = sys.__stderr__
        os.kill(os.getpid(), signal.{name})
    def flush(self):
        pass
sys.stderr = Told()
main()
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_that_comes_while_an_error_is_told_is_no_traceback(tmp_path: Path, name: str) -> None:
    (tmp_path / "start.py").write_text(WHILE_AN_ERROR_IS_TOLD.format(name=name), encoding="utf-8")
    run = started(f"exec {sys.executable} start.py check none.txt -o nonsense", tmp_path)
    _, complained = run.communicate(timeout=60)
    assert (run.returncode, complained) == (128 + signal.Signals[name], b"verifier: stopped\n")


def test_what_a_killed_run_left_is_swept_and_what_is_young_stays(tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    old, young, other = (tmp_path / name for name in (".verifier-old.part", ".verifier-new.part", "other.part"))
    for file in (old, young, other):
        file.touch()
    for file in (old, other):
        os.utime(file, (1, 1))
    assert process("check", "calm.txt", "-q", "-o", "json=out.json", cwd=tmp_path).returncode == 0
    assert (old.exists(), young.exists(), other.exists()) == (False, True, True)


AFTER_THE_END = """
import atexit, os, signal
from verifier.cli import main
atexit.register(lambda: os.kill(os.getpid(), signal.{name}))
main()
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_that_comes_when_all_is_done_is_no_traceback(tmp_path: Path, name: str) -> None:
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "start.py").write_text(AFTER_THE_END.format(name=name), encoding="utf-8")
    run = started(f"exec {sys.executable} start.py check calm.txt -q --no-model -o json=out.json", tmp_path)
    _, complained = run.communicate(timeout=60)
    assert (run.returncode, complained) == (-signal.Signals[name], b"")
    assert (tmp_path / "out.json").read_text(encoding="utf-8").rstrip().endswith("}")


@pytest.mark.parametrize(
    ("source", "output"),
    [("calm.txt", "json=out.json"), ("calm.txt", "json=out/"), ("trouble.txt", "calls=out.docx"), ("calm.txt", "html")],
    ids=["file", "folder", "Word", "standard output"],
)
def test_a_disk_that_takes_no_more_is_told_in_one_line_and_nothing_half_is_left(
    tmp_path: Path, source: str, output: str
) -> None:
    (tmp_path / "calm.txt").write_text(CALM * 200, encoding="utf-8")
    (tmp_path / "trouble.txt").write_text(TROUBLE, encoding="utf-8")
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))"
    (tmp_path / "start.py").write_text(f"{limit}\nfrom verifier.cli import main\nmain()\n", encoding="utf-8")
    words = f"exec {sys.executable} -B start.py check {source} -q --no-model -o {output} >shown"
    _, complained = (run := started(words, tmp_path)).communicate(timeout=60)
    assert run.returncode == 2
    assert complained.startswith(b"verifier: ")
    assert b"File too large" in complained
    assert complained.count(b"\n") == 1
    left = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(left) == ["calm.txt", "shown", "start.py", "trouble.txt"]


def test_whoever_reads_no_further_ends_the_run_in_silence(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(CALM * 20, encoding="utf-8")
    run = started(f"exec {sys.executable} -m verifier check . -q --no-model -o jsonl", tmp_path)
    assert run.stdout is not None
    assert run.stdout.read(1) == b"{"
    run.stdout.close()
    assert run.stderr is not None
    assert (run.stderr.read(), run.wait(60)) == (b"", 128 + signal.SIGPIPE)
    run.stderr.close()


# Whoever is impatient sends it twice: the second one comes while the first is answered.
TWICE = """
import os, signal, sys
sent = []
def send():
    sent.append(signal.{name})
    os.kill(os.getpid(), sent[-1])
def at_the_end(frame, event, arg):
    if frame.f_code.co_name == "_leave_signals" and len(sent) == 1:
        send()
def look(event, args):
    if event == "open" and str(args[0]).endswith("calm.txt") and not sent:
        sys.settrace(at_the_end)
        send()
sys.addaudithook(look)
from verifier.cli import main
main()
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_that_comes_twice_stops_a_run_as_one_does(tmp_path: Path, name: str) -> None:
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "start.py").write_text(TWICE.format(name=name), encoding="utf-8")
    run = started(f"exec {sys.executable} start.py check calm.txt --no-model -o json=out.json", tmp_path)
    _, complained = run.communicate(timeout=30)
    assert (run.returncode, complained) == (128 + signal.Signals[name], b"\nverifier: stopped\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["calm.txt", "start.py"]
