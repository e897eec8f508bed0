"""Pages, Word files and PDFs read in a process of their own, which can be ended.

A file of a few kilobytes can keep a parser busy for minutes or make it take all memory. Time is measured as the
processor's, so that a busy machine cuts nothing short; a much longer limit by the clock catches what only waits.
"""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from typing import Literal

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
    """The article in these bytes.

    Raises:
        InputError: it cannot be read, or reading took more than the allowance.
    """
    reader = _Reader.of_this_process()
    limit = allowance.time(len(data))
    reader.hand(data, name, published, limit, allowance.memory)
    answer = reader.answer(limit * allowance.patience)
    if isinstance(answer, Article):
        return answer
    if isinstance(answer, InputError):
        raise answer
    reader.end()
    raise _too_much(name, f"more than {limit} s" if answer == "time" else _MEMORY)


class _Reader:
    """A process that reads one file after the other; one that was ended is replaced by the next."""

    _here: _Reader | None = None

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True, name="verifier-reader")
        self._process.start()
        theirs.close()

    @classmethod
    def of_this_process(cls) -> _Reader:
        """The reader, started by the first file that needs it."""
        if cls._here is None:
            cls._here = cls()
            atexit.register(cls._here.end)
        return cls._here

    def hand(self, data: bytes, name: str, published: date | None, seconds: int, memory: int) -> None:
        """Begin to read a file."""
        with suppress(OSError):  # it is gone already; there will be no answer
            self._line.send((data, name, published, seconds, memory))

    def answer(self, wait: float) -> Article | InputError | Literal["time", "memory"]:
        """What came of it within so many seconds, or what there was not enough of.

        A process that ends by itself, and not for its time, had a parser that gives up where memory does.
        """
        try:
            if not self._line.poll(wait):
                return "time"
            answer: Article | InputError = self._line.recv()
            return answer
        except (EOFError, OSError):
            self._process.join(_SOON)
            return "time" if self._process.exitcode in (None, -_OUT_OF_TIME) else "memory"

    def end(self) -> None:
        """End the process; the next file starts another."""
        type(self)._here = None
        self._process.kill()
        self._process.join()
        self._line.close()


def _serve(line: Connection) -> None:
    """The life of the process: read what comes until nobody is left who sends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a parser says on its way down is nobody's to read
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            data, name, published, seconds, memory = line.recv()
            _limit(seconds, memory)
            line.send(_read(data, name, published))


def _read(data: bytes, name: str, published: date | None) -> Article | InputError:
    try:
        return _reading.read_bytes(data, name, published=published, max_bytes=None)
    except InputError as problem:
        return _too_much(name, _MEMORY) if isinstance(problem.__cause__, MemoryError) else problem
    except MemoryError:
        return _too_much(name, _MEMORY)


def _too_much(name: str, what: str) -> InputError:
    return InputError(name, f"takes {what} to read, far more than an article; save its text as .txt")


def _limit(seconds: int, memory: int) -> None:
    """Let the system end this process once it has used so much more time."""
    if resource is not None:
        used = int(time.process_time()) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.RLIM_INFINITY))
