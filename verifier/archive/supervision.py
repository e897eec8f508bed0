"""A worker's hold on its examiner: starts it, restarts it, and says of each article what became of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any, cast

from verifier.archive.choices import Choices
from verifier.archive.examiner import receive, send, told
from verifier.archive.records import Record

_CLOCKS = {-signal.SIGALRM, -signal.SIGPROF}
_STARTS = 3
_TRIES = 2
"""A process killed from outside takes an article with it that may be innocent: it is tried once more."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What became of an article: its row and its report, or the problem with it; and how long it was read, in
    seconds and in seconds of the processor.

    ``limit`` is the limit on asking a model that the run has reached, empty where it has reached none.
    """

    row: dict[str, Any] | None = None
    report: bytes = b""
    problem: str = ""
    seconds: float = 0.0
    processor: float = 0.0
    limit: str = ""


class BrokenExaminerError(RuntimeError):
    """The process that reads cannot be started."""


class Examiner:
    """One examining process at a time, for as many articles as there are."""

    def __init__(self, choices: Choices, place: dict[str, Any] | None = None) -> None:
        self._choices = choices
        self._place = place
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Examiner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def examine(self, record: Record) -> Examined:
        """Have one article read.

        Raises:
            BrokenExaminerError: no process can be started.
        """
        for _ in range(_TRIES):
            process = self._running()
            try:
                send(_pipe(process.stdin), told(record), record.data)
                answer, report = json.loads(receive(_pipe(process.stdout))), receive(_pipe(process.stdout))
            except (EOFError, OSError):
                ended = self.close()
                if ended in _CLOCKS:
                    return Examined(problem=f"takes longer than {self._choices.seconds:g} s (--article-seconds)")
                continue
            if answer.get("ends"):
                self.close()
            told_back = ("row", "problem", "seconds", "processor", "limit")
            return Examined(report=report, **{name: answer[name] for name in told_back if name in answer})
        return Examined(problem=f"ended the process that read it, {_TRIES} times ({_named(ended)})")

    def close(self) -> int:
        """End the process; returns what it ended with."""
        process, self._process = self._process, None
        if process is None:
            return 0
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()
        try:
            return process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, begun if need be; it may be killed while it begins, too."""
        for _ in range(_STARTS):
            if self._process is not None:
                return self._process
            self._process = subprocess.Popen(
                [sys.executable, "-m", "verifier.archive.examiner"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            try:
                send(
                    _pipe(self._process.stdin),
                    json.dumps({"choices": self._choices.kept, "place": self._place}).encode(),
                )
                receive(_pipe(self._process.stdout))
            except (EOFError, OSError):
                ended = self.close()
                continue
            return self._process
        raise BrokenExaminerError(
            f"the process that reads articles ends before the first ({_named(ended)}); too little memory?"
        )


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    return cast("IO[bytes]", stream)


def _named(ended: int) -> str:
    if ended >= 0:
        return f"exit code {ended}"
    try:
        return signal.Signals(-ended).name
    except ValueError:
        return f"signal {-ended}"
