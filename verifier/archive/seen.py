"""What earlier generations of a run have read, by the hash of its bytes: a table on the disk, however large."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import chain
from pathlib import Path
from typing import Any

from verifier._databases import BESIDE
from verifier.archive._database import opened
from verifier.archive.folder import Folder

_BATCH = 10_000
_TABLE = "CREATE TABLE IF NOT EXISTS seen (digest BLOB PRIMARY KEY) WITHOUT ROWID;"


class Seen:
    """Whether an article was read before; empty where there is no table."""

    def __init__(self, path: Path) -> None:
        """Open the table.

        Raises:
            UsageError: it is not as :func:`gather` makes it.
        """
        self._table = opened(path, _TABLE, write=False) if os.path.lexists(path) else None

    def __enter__(self) -> Seen:
        return self

    def __exit__(self, *_: object) -> None:
        if self._table is not None:
            self._table.close()

    def __contains__(self, digest: str) -> bool:
        if self._table is None:
            return False
        return (
            self._table.execute("SELECT 1 FROM seen WHERE digest = ?", (bytes.fromhex(digest),)).fetchone() is not None
        )


def gather(folder: Folder) -> int:
    """Make the table for a folder's generation of the rows of all before it; returns how many articles those are.

    Raises:
        UsageError: what lies in its place cannot be taken away.
    """
    aside = folder.seen.with_suffix(".part")
    for left in (aside, *(Path(f"{aside}{end}") for end in BESIDE)):  # by a run that was killed
        with suppress(OSError):
            left.unlink()
    with closing(opened(aside, _TABLE)) as table:
        digests = chain.from_iterable(map(_digests, sorted((folder.path / "shards").glob("*"))))
        table.executemany("INSERT OR IGNORE INTO seen VALUES (?)", ((bytes.fromhex(d),) for d in digests))
        table.commit()
        (count,) = table.execute("SELECT count(*) FROM seen").fetchone()
    aside.replace(folder.seen)
    return int(count)


def _digests(shard: Path) -> Iterator[str]:
    if shard.suffix == ".parquet":
        from pyarrow import parquet  # noqa: PLC0415 - the extra archive

        with parquet.ParquetFile(shard) as table:
            for batch in table.iter_batches(_BATCH, columns=["source_sha256"], use_threads=False):
                yield from batch.column(0).to_pylist()
    elif shard.suffix == ".jsonl":
        yield from _of_lines(shard)


def _of_lines(shard: Path) -> Iterable[Any]:
    import json  # noqa: PLC0415

    with shard.open(encoding="utf-8") as lines:
        for words in lines:
            yield json.loads(words)["source_sha256"]
