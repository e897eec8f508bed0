"""JSONL: one object a line."""

from __future__ import annotations

import json
import zlib
from collections.abc import Generator, Iterator
from itertools import count
from lzma import LZMAError
from typing import IO

from verifier._exceptions import InputError
from verifier.archive.formats._base import MOST, TOO_LARGE, buffered, opened, packed, why
from verifier.archive.records import Columns, Record, from_row

_MOST_IN_A_LINE = 4 * MOST
"""Escapes make a text longer: ``\\u201c`` is six bytes."""


class Lines:
    """A file of JSON objects, one a line; empty lines are none."""

    name = "jsonl"

    def enters(self, address: str) -> bool:
        """Where it is not compressed."""
        return not packed(address)

    def scan(self, address: str, columns: Columns) -> Iterator[int]:
        """The offsets of the lines, or their numbers where the file is compressed."""
        enters = self.enters(address)
        for number, (at, line) in enumerate(_lines(address, 0)):
            if number == 0:
                row = _row(line)
                if isinstance(row, dict):
                    columns.hold(address, list(row))
            yield at if enters else number

    def read(self, address: str, columns: Columns, at: int, first: int) -> Generator[Record, None, None]:
        """A record a line."""
        lines = _lines(address, at if self.enters(address) else 0)
        if not self.enters(address):
            for _ in zip(range(at), lines, strict=False):
                pass
        for number, (_, line) in zip(count(first), lines, strict=False):
            name = f"{address}#{number}"
            row = TOO_LARGE if len(line) > _MOST_IN_A_LINE else _row(line)
            yield Record(name, name, problem=row) if isinstance(row, str) else from_row(row, columns, name)


def _row(line: bytes) -> dict[str, object] | str:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return f"this line is no JSON: {why(problem)}"
    return row if isinstance(row, dict) else "this line is JSON, but no object"


def _lines(address: str, at: int) -> Iterator[tuple[int, bytes]]:
    """The lines with their offsets; of one that is too long the beginning, which is enough to see that."""
    with opened(address) as file:
        lines = buffered(file)
        if at:
            lines.seek(at)
        while True:
            try:
                line = lines.readline(_MOST_IN_A_LINE + 1)
                rest = _to_its_end(lines, line)
            except (OSError, EOFError, zlib.error, LZMAError) as problem:
                raise InputError(address, f"broken after {at} bytes: {why(problem)}") from None
            if not line:
                return
            if line.strip():
                yield at, line
            at += len(line) + rest


def _to_its_end(lines: IO[bytes], line: bytes) -> int:
    passed = 0
    while len(line) > _MOST_IN_A_LINE and not line.endswith(b"\n"):
        line = lines.readline(_MOST_IN_A_LINE + 1)
        passed += len(line)
        if not line:
            break
    return passed
