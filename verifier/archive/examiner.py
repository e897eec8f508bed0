"""The process that reads articles: one at a time, within a limit of time and memory, for a worker that outlives it.

It speaks over its standard input and output: a frame is four bytes of length and as many of content. The first frame is
what holds for all articles; then an article comes in two frames (what is known of it, its bytes) and goes out in two
(its row or the reason why there is none, its report). Nothing is unpickled.

The clock that ends it is the kernel's (SIGALRM with its default action), so that it also ends code that never comes
back to Python, and an article that outlives its worker. With a model the clock is that of the processor's time: waiting
for an answer has limits of its own.
"""

from __future__ import annotations

import json
import os
import signal
import struct
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import asdict, replace
from datetime import date
from typing import IO, Any

from verifier._exceptions import VerifierError
from verifier.archive.choices import Choices
from verifier.archive.records import Record
from verifier.archive.rows import row
from verifier.article import Article, read_bytes
from verifier.report.models import Report

_LENGTH = struct.Struct(">I")
_MIB = 1 << 20
Check = Callable[[Article], Report]


def send(to: IO[bytes], *contents: bytes) -> None:
    """Write frames."""
    to.write(b"".join(_LENGTH.pack(len(content)) + content for content in contents))
    to.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Read a frame.

    Raises:
        EOFError: there is none, or not all of it.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


def told(record: Record) -> bytes:
    """What is known of an article, as a frame."""
    known = {k: v for k, v in asdict(record).items() if k != "data"}
    return json.dumps({**known, "published": record.published.isoformat() if record.published else None}).encode()


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Read articles until no more come."""
    setup = json.loads(receive(requests))
    choices = Choices.from_kept(setup["choices"])
    with ExitStack() as stack:
        if choices.model is None:
            _loop(requests, replies, choices, _by_rules(choices), str, signal.ITIMER_REAL)
            return
        from verifier.archive.asking import asking  # noqa: PLC0415 - a run by rules does not need it

        asker = stack.enter_context(asking(choices, setup["place"]))
        _loop(requests, replies, choices, asker.check, asker.limit, signal.ITIMER_PROF)


def _loop(  # noqa: PLR0913 - what holds for all articles
    requests: IO[bytes], replies: IO[bytes], choices: Choices, examine: Check, limit: Callable[[], str], clock: int
) -> None:
    _fence(choices.megabytes)
    send(replies, b"{}")
    while True:
        try:
            known, data = json.loads(receive(requests)), receive(requests)
        except EOFError:
            return
        published = date.fromisoformat(known["published"]) if known["published"] else None
        record = Record(**{**known, "published": published, "data": data})
        signal.setitimer(clock, choices.seconds)
        answer, report = _one(record, examine, choices)
        signal.setitimer(clock, 0)
        send(replies, json.dumps({**answer, "limit": limit()}).encode(), report)
        if answer.get("ends"):
            return


def _one(record: Record, examine: Check, choices: Choices) -> tuple[dict[str, Any], bytes]:
    """The row and the report of one article, or why there is none."""
    began, worked = time.perf_counter(), time.process_time()
    try:
        read = read_bytes(record.data, record.name, published=record.published)
        if record.title and not read.title:
            read = replace(read, title=record.title)
        report = examine(read)
        answer = {"row": row(record, report, read.outlet)}
        words = report.model_dump_json().encode("utf-8", "replace")
        spent = {"seconds": time.perf_counter() - began, "processor": time.process_time() - worked}
        return answer | spent, words
    except MemoryError:
        # What is left of the heap is not worth having; the next article gets a process of its own.
        return {"problem": f"needs more than {choices.megabytes} MB of memory (--article-memory)", "ends": True}, b""
    except RecursionError:
        return {"problem": "nested too deeply to be read"}, b""
    except VerifierError as problem:
        return {"problem": getattr(problem, "problem", str(problem))}, b""
    except Exception as problem:
        return {"problem": f"a mistake in verifier, please report it ({type(problem).__name__}: {problem})"}, b""


def _by_rules(choices: Choices) -> Check:
    from verifier.pipeline import check  # noqa: PLC0415 - takes its time

    check("A first article, so that what is loaded late is loaded now.", choices.settings)
    return lambda article: check(article, choices.settings)


def _fence(megabytes: int) -> None:
    """Hold this process to what it has and so much more; where the system knows no such limit, it has none."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        with open("/proc/self/statm", encoding="ascii") as held:  # noqa: PTH123
            now = int(held.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + megabytes * _MIB,) * 2)


def main() -> None:
    """Serve the process that began this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal; the first one answers it
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no reply
    serve(sys.stdin.buffer, replies)
    os._exit(0)  # all is said; to take down what asks a model takes half a second at the end of each shard


if __name__ == "__main__":
    main()
