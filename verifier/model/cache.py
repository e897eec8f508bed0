"""The cache of model answers: JSON text in SQLite, and nothing that could run.

diskcache unpickles any row that is marked so (CVE-2025-69872; diskcache-community, the fork used here, still does by
default), and deletes or opens any file that a row names. :class:`TextDisk` refuses both: keys and values are text
inside the database, or they do not exist.
"""

from __future__ import annotations

import json
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import diskcache_community as diskcache

from verifier.model.own_database import hold_own

_RAW = 1
"""diskcache's mark for a value that stands in the row itself."""
_NEVER_IN_FILES = 1 << 40
"""Values below this many bytes stay in the database, where a write is whole or not at all."""


class ForeignRowError(ValueError):
    """A row that this program did not write: it is a miss."""


# Its own Disk may keep anything and says so in its types; ours keeps text, hence each "override" below.
class TextDisk(diskcache.Disk):
    """Text in, text out: never pickles, never unpickles, never opens or removes a file that a row names."""

    def put(self, key: Any) -> tuple[str, bool]:  # type: ignore[override]
        """A key as it stands in the database."""
        if not isinstance(key, str):
            raise TypeError("keys of the cache are text")
        return key, True

    def get(self, key: Any, raw: bool) -> str:  # type: ignore[override]
        """A key as it was put."""
        if not raw or not isinstance(key, str):
            raise ForeignRowError("a key that is not text")
        return key

    def store(  # type: ignore[override]
        self, value: Any, read: bool, key: Any = None
    ) -> tuple[int, int, None, str]:
        """A value as it stands in the database: size, mode, no file, the text."""
        del read, key
        if not isinstance(value, str):
            raise TypeError("values of the cache are text")
        return 0, _RAW, None, value

    def fetch(  # type: ignore[override]
        self, mode: int, filename: str | None, value: Any, read: bool
    ) -> str:
        """A value as it was stored."""
        if mode != _RAW or filename is not None or read or not isinstance(value, str):
            raise ForeignRowError("a value that is not text")
        return value

    def remove(self, file_path: object) -> None:
        """Nothing: no row of ours has a file, and another's row must not make us delete one."""


class AnswerCache:
    """Answers by the key of their question. Every failure of the store is a miss; ``problem`` then says which."""

    def __init__(self, folder: Path, *, max_bytes: int = 200_000_000, max_days: float = 90) -> None:
        self.folder = folder
        self.problem: str | None = None
        self._seconds = max_days * 86_400
        self._store: diskcache.Cache | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
            hold_own(folder)
            folder.chmod(stat.S_IRWXU)
            self._store = diskcache.Cache(
                str(folder), disk=TextDisk, disk_min_file_size=_NEVER_IN_FILES, size_limit=max_bytes
            )
        except (OSError, sqlite3.Error, ValueError) as failure:
            self._fail(failure)

    def get(self, key: str) -> dict[str, Any] | None:
        """The answer to a question, or None where there is none that can be trusted."""
        if self._store is None:
            return None
        try:
            text = self._store.get(key)
            row = json.loads(text) if isinstance(text, str) else None
            if not isinstance(row, dict) or row["key"] != key or not isinstance(row["answer"], dict):
                return None
            return row["answer"]
        except (ForeignRowError, KeyError, TypeError, ValueError):
            return None
        except (OSError, sqlite3.Error, diskcache.Timeout) as failure:
            self._fail(failure)
            return None

    def put(self, key: str, answer: dict[str, Any]) -> None:
        """Keep an answer; where that fails (a full disk) the run goes on without."""
        if self._store is None:
            return
        row = {"key": key, "answer": answer}
        try:
            self._store.set(key, json.dumps(row, ensure_ascii=False, sort_keys=True), expire=self._seconds)
        except (OSError, sqlite3.Error, diskcache.Timeout) as failure:
            self._fail(failure)

    def info(self) -> tuple[int, int]:
        """How many answers are kept, and the bytes they take on the disk."""
        return (len(self._store), int(self._store.volume())) if self._store is not None else (0, 0)

    def clear(self) -> int:
        """Forget everything; returns how many answers that were."""
        return int(self._store.clear(retry=True)) if self._store is not None else 0

    def prune(self, max_days: float | None = None) -> int:
        """Forget what is too old, and the oldest above the size limit; returns how many answers that were.

        ``max_days`` is an age below the one that answers are kept for.
        """
        if self._store is None:
            return 0
        before = len(self._store)
        earlier = 0.0 if max_days is None else max(0.0, self._seconds - max_days * 86_400)
        self._store.expire(now=time.time() + earlier, retry=True)
        self._store.cull(retry=True)
        return before - len(self._store)

    def close(self) -> None:
        """Let go of the database."""
        if self._store is not None:
            self._store.close()

    def __enter__(self) -> AnswerCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _fail(self, failure: Exception) -> None:
        self.problem = f"{self.folder}: {failure}"


def rows(folder: Path) -> Iterator[tuple[str, str]]:
    """Every key and value as they stand in the database, for looking at.

    Raises:
        StrangeCacheError: it is not one's own cache.
    """
    hold_own(folder)
    with closing(sqlite3.connect(folder / "cache.db")) as database:
        yield from database.execute("SELECT key, value FROM Cache ORDER BY key")
