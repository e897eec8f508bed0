"""The reports of shards as the desk opens them: one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verifier._exceptions import InputError
from verifier.archive.folder import whole
from verifier.archive.formats._base import why

_BATCH = 50


def extract(shard: Path, to: Path, code: str | None = None) -> int:
    """Write the reports of a shard into a file, or those with a finding of one rule; returns how many they are.

    Raises:
        InputError: it is no shard of an archive.
    """
    count = 0
    try:
        with whole(to) as file:
            for codes, report in _reports(shard):
                if code is None or code in codes:
                    file.write(f"{report}\n")
                    count += 1
    except (KeyError, ValueError, TypeError) as problem:
        raise InputError(str(shard), f"is no shard of an archive ({why(problem)})") from None
    return count


def _reports(shard: Path) -> Iterator[tuple[set[str], str]]:
    """The codes of the findings, and the report's JSON, row by row."""
    if shard.suffix == ".jsonl":
        with shard.open(encoding="utf-8") as lines:
            for words in lines:
                row = json.loads(words)
                yield _codes(row), json.dumps(row["report"], ensure_ascii=False, separators=(",", ":"))
        return
    import pyarrow  # noqa: PLC0415 - the extra archive
    from pyarrow import parquet  # noqa: PLC0415

    try:
        with parquet.ParquetFile(shard) as table:
            for batch in table.iter_batches(_BATCH, columns=["findings", "report"], use_threads=False):
                for row in batch.to_pylist():
                    yield _codes(row), row["report"]
    except (pyarrow.ArrowException, OSError) as problem:
        raise InputError(str(shard), f"is no shard of an archive ({why(problem)})") from None


def _codes(row: dict[str, Any]) -> set[str]:
    return {finding["code"] for finding in row["findings"]}
