"""Pages, Word files and PDFs read in a process of their own, which can be ended.

A file of a few kilobytes can keep a parser busy for minutes or make it take all memory. Time is measured as the
processor's, so that a busy machine cuts nothing short; a much longer limit by the clock catches what only waits.

The process begins as Python itself, and not as :mod:`multiprocessing` begins one: that would run the caller's own
program again in it, which is not to be found where it came on standard input, and which few scripts bear.
"""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing import spawn
from multiprocessing.connection import Connection, Pipe
from typing import Any, Literal

from verifier._exceptions import InputError
from verifier.article import _reading
from verifier.article._model import Article

try:
    import resource
except ImportError:  # Windows has no such limits; the clock remains
    resource = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Allowance:
    """What reading one file may take: ``seconds`` of the processor and as many more for each megabyte, ``memory`` in
    bytes, ``patience`` the seconds by the clock for each second of the processor."""

    seconds: int = 10
    memory: int = 2_000_000_000
    patience: int = 10

    def time(self, size: int) -> int:
        """Seconds of the processor for a file of so many bytes."""
        return self.seconds + self.seconds * size // 1_000_000


_STANDARD = Allowance()
_MEMORY = "more memory than there is for it"
_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0)
_SOON = 5.0  # seconds in which a process that has hung up is gone


def read(data: bytes, name: str, published: date | None, allowance: Allowance = _STANDARD) -> Article:
    """The article in these bytes; threads may ask at once, each is answered by a process of its own.

    Raises:
        InputError: it cannot be read, or reading took more than the allowance.
    """
    limit = allowance.time(len(data))
    asked = (data, name, published, limit, allowance.memory)
    answer = _idle_reader().read(asked, limit * allowance.patience)
    if answer == "memory":
        # What was read before may have left little of it, or the process was ended by somebody; a new one tells.
        answer = _Reader().read(asked, limit * allowance.patience)
    if isinstance(answer, Article):
        return answer
    if isinstance(answer, InputError):
        raise answer
    if answer == "process":
        raise InputError(name, "is read by a process of its own, and none could be started; save its text as .txt")
    problem = f"more than {limit} s" if answer == "time" else _MEMORY
    raise InputError(name, f"takes {problem} to read, far more than an article; save its text as .txt")


_Asked = tuple[bytes, str, date | None, int, int]
_Answer = Article | InputError | Literal["time", "memory", "process"]
"""What came of a file, or what there was not enough of, or that there was nobody to read it."""

_BEGINS = """
import sys
from multiprocessing.connection import {kind} as Line
line = Line(int(sys.argv[1]))
sys.path[:] = line.recv()
from verifier.article import _apart
_apart.serve(line)
"""
"""What the process runs. Modules are looked for where the caller looks for them, and nowhere else: the working folder
may hold anything."""


class _Reader:
    """A process that reads one file after the other, until one of them takes too much."""

    def __init__(self) -> None:
        self._line, theirs = Pipe()
        self._serves = False
        self._process: subprocess.Popen[bytes] | None = None
        with theirs, suppress(OSError):
            self._process = _begun(theirs)
            self._line.send(sys.path)

    @property
    def process(self) -> int | None:
        """The number of the process; None where none could be started."""
        return self._process.pid if self._process else None

    def read(self, asked: _Asked, wait: float) -> _Answer:
        """What comes of a file within so many seconds. Whoever has answered in good order reads another one later; of
        one that was given up, or whose caller was interrupted, no answer is left for the next file."""
        answer: _Answer = "memory"
        try:
            with suppress(OSError):  # it is gone already; there will be no answer
                self._line.send(asked)
            answer = self._answer(wait)
        finally:
            if isinstance(answer, str):
                self.end()
            else:
                _idle.append(self)
        return answer

    def _answer(self, wait: float) -> _Answer:
        """A process that ends by itself, and not for its time, had a parser that gives up where memory does; one that
        never began to serve is none."""
        try:
            while self._line.poll(wait):
                answer: _Answer | None = self._line.recv()
                if answer is not None:
                    return answer
                self._serves = True
            return "time"
        except (EOFError, OSError):
            if not self._serves or self._process is None:
                return "process"
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_SOON)
            return "time" if self._process.returncode in (None, -_OUT_OF_TIME) else "memory"

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._line.close()

    def leave(self) -> None:
        """Have nothing to do with the process any more; it is another's to end."""
        if self._process is not None:
            self._process.returncode = 0  # or Python would warn that it is running
        self._line.close()


def _begun(line: Any) -> subprocess.Popen[bytes]:
    """A process that will serve at its end of a line.

    Raises:
        OSError: there is no Python to start, or the system starts none.
    """
    python = spawn.get_executable()
    if not python or getattr(sys, "frozen", False):  # a frozen program would start itself
        raise FileNotFoundError
    handle, words = line.fileno(), _BEGINS.format(kind=type(line).__name__)
    given: dict[str, Any] = {"pass_fds": [handle]}
    if os.name == "nt":
        os.set_handle_inheritable(handle, True)  # type: ignore[attr-defined,unused-ignore]  # Windows alone has it
        given = {"close_fds": False}
    away = subprocess.DEVNULL  # what a parser says on its way down is nobody's to read
    return subprocess.Popen([python, "-P", "-c", words, str(handle)], stdin=away, stdout=away, stderr=away, **given)  # noqa: S603 - ourselves


_idle: list[_Reader] = []
"""Those that have read a file and can read another."""


def _forget() -> None:
    """Leave the readers to the process that this one was forked from, which may be asking them."""
    for reader in _idle:
        reader.leave()
    _idle.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def _idle_reader() -> _Reader:
    with suppress(IndexError):
        return _idle.pop()
    return _Reader()


@atexit.register
def _end() -> None:
    for reader in _idle:
        reader.end()


def serve(line: Connection) -> None:
    """The life of the process: say that it is there, and read what comes until nobody is left who sends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal; who began this answers it
    line.send(None)
    with suppress(EOFError):
        while True:
            data, name, published, seconds, memory = line.recv()
            _limit(seconds, memory)
            line.send(_read(data, name, published))


def _read(data: bytes, name: str, published: date | None) -> _Answer:
    try:
        return _reading.read_bytes(data, name, published=published, max_bytes=None)
    except InputError as problem:
        return "memory" if isinstance(problem.__cause__, MemoryError) else problem
    except MemoryError:
        return "memory"


def _limit(seconds: int, memory: int) -> None:
    """Let the system end this process once it has used so much more time."""
    if resource is not None:
        used = int(time.process_time()) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.RLIM_INFINITY))
