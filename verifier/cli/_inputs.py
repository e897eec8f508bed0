"""What was named on the command line: files, folders, globs, standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from verifier import article
from verifier._exceptions import InputError

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """An article still to be read: a file by its path, or ``data`` that came from standard input."""

    name: str
    data: bytes | None = None


def collect(paths: tuple[str, ...], stdin_filename: str | None) -> tuple[list[Input], list[str]]:
    """The inputs in order, each once, and a line for every path that leads to none."""
    found: dict[Input, None] = {}
    problems: list[str] = []
    for path in paths:
        if path == _STDIN:
            found[Input(stdin_filename or "stdin", sys.stdin.buffer.read())] = None
            continue
        for file in sorted(Path(path).rglob("*.txt")) if Path(path).is_dir() else [Path(path)]:
            found[Input(str(file))] = None
    return list(found), problems


def read(given: Input, published: date | None, max_bytes: int) -> article.Article:
    """Read one input.

    Raises:
        InputError: it cannot be read.
    """
    del max_bytes
    try:
        data = given.data if given.data is not None else Path(given.name).read_bytes()
        return article.from_text(data.decode("utf-8"), path=given.name, published=published)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(given.name, str(error)) from error
