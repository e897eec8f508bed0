"""CSV and Parquet: one article a row."""

from __future__ import annotations

import csv
import zlib
from collections.abc import Generator, Iterator
from itertools import count
from lzma import LZMAError
from typing import IO, Any

from verifier._exceptions import InputError
from verifier.archive.formats._base import MOST, buffered, opened, packed, why
from verifier.archive.records import Columns, Record, from_row

_BATCH = 32
_DELIMITERS = ",;\t|"


class Csv:
    """A table with a header; the delimiter is that of ``,``, ``;``, tab and ``|`` that its header has most of."""

    name = "csv"

    def enters(self, address: str) -> bool:
        """Where it is not compressed."""
        return not packed(address)

    def scan(self, address: str, columns: Columns) -> Iterator[int]:
        """The offsets of the rows, or their numbers where the file is compressed."""
        enters = self.enters(address)
        with opened(address) as file:
            table = _Table(address, buffered(file))
            columns.hold(address, table.header)
            for number, (at, _) in enumerate(table.rows()):
                yield at if enters else number

    def read(self, address: str, columns: Columns, at: int, first: int) -> Generator[Record, None, None]:
        """A record a row."""
        with opened(address) as file:
            table = _Table(address, buffered(file))
            if self.enters(address):
                table.go_to(at)
                rows = table.rows()
            else:
                rows = table.rows()
                for _ in zip(range(at), rows, strict=False):
                    pass
            for number, (_, row) in zip(count(first), rows, strict=False):
                name = f"{address}#{number}"
                if len(row) > len(table.header):
                    problem = f"this row has {len(row)} fields, the header {len(table.header)}"
                    yield Record(name, name, problem=problem)
                else:
                    yield from_row(dict(zip(table.header, row, strict=False)), columns, name)


class _Table:
    """A CSV file that knows at which byte each row begins."""

    def __init__(self, address: str, file: IO[bytes]) -> None:
        csv.field_size_limit(2 * MOST)
        self._address = address
        self._file = file
        self._at = 0
        first = self._line(file.readline(MOST)).removeprefix("\ufeff")
        self._delimiter = max(_DELIMITERS, key=first.count)
        rest = iter([first])
        self.header = next(csv.reader(rest, delimiter=self._delimiter), [])

    def go_to(self, at: int) -> None:
        """Go on at this byte."""
        self._file.seek(at)
        self._at = at

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Offset and fields of each row."""
        reader = csv.reader(map(self._line, self._file), delimiter=self._delimiter)
        while True:
            at = self._at
            try:
                row = next(reader, None)
            except (csv.Error, OSError, EOFError, zlib.error, LZMAError) as problem:
                raise InputError(self._address, f"broken after {self._at} bytes: {why(problem)}") from None
            if row is None:
                return
            if row:
                yield at, row

    def _line(self, line: bytes) -> str:
        self._at += len(line)
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            return line.decode("cp1252", "replace")


class Parquet:
    """A Parquet file; no more than one row group of the wanted columns is in memory."""

    name = "parquet"

    def enters(self, address: str) -> bool:
        """At any row."""
        del address
        return True

    def scan(self, address: str, columns: Columns) -> Iterator[int]:
        """The numbers of the rows."""
        with opened(address, unpack=False) as file:
            table = _parquet(address, file)
            columns.hold(address, list(table.schema_arrow.names))
            rows: int = table.metadata.num_rows
        yield from range(rows)

    def read(self, address: str, columns: Columns, at: int, first: int) -> Generator[Record, None, None]:
        """A record a row."""
        with opened(address, unpack=False) as file:
            table = _parquet(address, file)
            group = 0
            while group < table.num_row_groups and at >= table.metadata.row_group(group).num_rows:
                at -= table.metadata.row_group(group).num_rows
                group += 1
            names = [name for name in dict.fromkeys(columns.wanted) if name in table.schema_arrow.names]
            number = first
            for row in _rows(address, table, range(group, table.num_row_groups), names):
                if at:
                    at -= 1
                    continue
                name = f"{address}#{number}"
                yield from_row(row, columns, name)
                number += 1


def _parquet(address: str, file: IO[bytes]) -> Any:
    import pyarrow  # noqa: PLC0415 - the extra archive
    from pyarrow import parquet  # noqa: PLC0415

    try:
        return parquet.ParquetFile(file)
    except (OSError, pyarrow.ArrowException) as problem:
        raise InputError(address, f"no Parquet file: {why(problem)}") from None


def _rows(address: str, table: Any, groups: range, names: list[str]) -> Iterator[dict[str, Any]]:
    import pyarrow  # noqa: PLC0415

    try:
        for batch in table.iter_batches(batch_size=_BATCH, row_groups=list(groups), columns=names, use_threads=False):
            yield from batch.to_pylist()
    except (OSError, pyarrow.ArrowException) as problem:
        raise InputError(address, f"broken: {why(problem)}") from None
