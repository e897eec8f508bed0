"""What was named on the command line: files, folders, globs, standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date

from verifier import article
from verifier._exceptions import InputError

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """An article still to be read: a file by its path, or ``data`` that came from standard input."""

    name: str
    data: bytes | None = None


def collect(paths: tuple[str, ...], stdin_filename: str | None, max_bytes: int) -> tuple[list[Input], list[str]]:
    """The inputs in order, each once, and a line for every path that leads to none."""
    found: dict[Input, None] = {}
    problems: list[str] = []
    for path in dict.fromkeys(paths):
        if path == _STDIN:
            # One byte over the limit is enough to see that it is too large.
            found[Input(stdin_filename or "stdin", sys.stdin.buffer.read(max_bytes + 1))] = None
            continue
        try:
            found.update((Input(str(file)), None) for file in article.expand(path))
        except InputError as error:
            problems.append(str(error))
    return list(found), problems


def read(given: Input, published: date | None, max_bytes: int) -> article.Article:
    """Read one input; what a parser has to take apart is read in a process that can be ended.

    Raises:
        InputError: it cannot be read, or takes longer than an article.
    """
    data = article.file_bytes(given.name, max_bytes) if given.data is None else given.data
    return article.read_apart(data, given.name, published=published, max_bytes=max_bytes)
