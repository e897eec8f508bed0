"""Rows to a file: Parquet in row groups of a bounded size, or one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import IO, Any, Protocol

from verifier.archive.folder import Kind, whole

_ROWS = 500
_BYTES = 16_000_000
"""Reports held before they are written: a row group is as large as the first of the two limits that is reached."""


class Writer(Protocol):
    """Takes rows."""

    def put(self, row: dict[str, Any], report: bytes) -> None:
        """Write a row, or hold it until enough have come."""


@contextmanager
def writing(path: Path, kind: Kind) -> Iterator[Writer]:
    """A writer whose file takes its name when all rows are in it."""
    with whole(path, binary=True) as file:
        if kind == "jsonl":
            yield _Jsonl(file)
            return
        writer = _Parquet(file)
        try:
            yield writer
            writer.flush()
        finally:
            writer.close()


class _Jsonl:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def put(self, row: dict[str, Any], report: bytes) -> None:
        """The report is an object inside the row, not text."""
        head = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        self._file.write(head[:-1] + b',"report":' + report + b"}\n")


class _Parquet:
    def __init__(self, file: IO[bytes]) -> None:
        from pyarrow import parquet  # noqa: PLC0415 - the extra archive

        self._writer = parquet.ParquetWriter(file, schema(), compression="zstd", write_page_index=True)
        self._rows: list[dict[str, Any]] = []
        self._bytes = 0

    def put(self, row: dict[str, Any], report: bytes) -> None:
        """Hold a row until there are enough of them."""
        published = row["published"] and date.fromisoformat(row["published"])
        self._rows.append({**row, "published": published, "report": report.decode()})
        self._bytes += len(report)
        if len(self._rows) >= _ROWS or self._bytes >= _BYTES:
            self.flush()

    def flush(self) -> None:
        """Write the rows that are held as a row group."""
        import pyarrow  # noqa: PLC0415

        if self._rows:
            self._writer.write_table(pyarrow.Table.from_pylist(self._rows, schema=schema()))
        self._rows, self._bytes = [], 0

    def close(self) -> None:
        """Write the end of the file."""
        self._writer.close()


@cache
def schema() -> Any:
    """The columns of a row; those of lists of things have a field for what is counted most, the report has all."""
    import pyarrow as pa  # noqa: PLC0415

    text, number, real, yes = pa.string(), pa.int32(), pa.float64(), pa.bool_()

    def many(**fields: Any) -> Any:
        return pa.list_(pa.struct(list(fields.items())))

    place = {"start": number, "end": number, "text": text}
    return pa.schema(
        {
            **dict.fromkeys(("id", "path", "sha256", "source_sha256", "title"), text),
            "published": pa.date32(),
            "outlet": text,
            **dict.fromkeys(("length", "quotations", "unattributed", "figures", "unsourced"), number),
            "findings": many(code=text, name=text, severity=text, origin=text, message=text, **place, fingerprint=text),
            "quotes": many(kind=text, **place, speaker=text, outlet=text),
            "claims": many(
                kind=text, text=text, start=number, end=number, speaker=text, via=pa.list_(text), checkable=yes
            ),
            "evidence": many(of=text, fact=text, status=text, source=text, **place),
            "run": pa.struct(
                {
                    **dict.fromkeys(("version", "engine", "model"), text),
                    **dict.fromkeys(("calls", "cache_hits", "tokens_in", "tokens_out"), number),
                    "cost": real,
                    "missing": number,
                    "seconds": real,
                    "complete": yes,
                }
            ),
            "report": text,
        }
    )
