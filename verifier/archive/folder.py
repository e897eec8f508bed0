"""The folder of a run: what lies where, and how files in it are written."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

from verifier._exceptions import UsageError
from verifier.archive.formats._base import remote

Kind = Literal["parquet", "jsonl"]


@dataclass(frozen=True, slots=True)
class Folder:
    """Where a run lies.

    ``generation`` counts the plans that were made for it: 1, and one more for each ``--only-new`` that found more.
    """

    path: Path
    generation: int = 1

    @property
    def plan(self) -> Path:
        """What holds for this generation."""
        return self.path / f"plan{self._mark}.json"

    @property
    def lists(self) -> Path:
        """The folder with what each shard reads, one file a shard."""
        return self.path / f"plan{self._mark}"

    @property
    def work(self) -> Path:
        """The engine's folder: which shards are done, its logs."""
        return self.path / f"work{self._mark}"

    @property
    def seen(self) -> Path:
        """What earlier generations have read, by hash."""
        return self.path / f"seen{self._mark}.db"

    @property
    def failed(self) -> Path:
        """What could not be read, of all generations."""
        return self.path / "failed.jsonl"

    @property
    def spent(self) -> Path:
        """What all workers have used of a model in this run."""
        return self.work / "spent.json"

    @property
    def batches(self) -> Path:
        """The folder of what goes out in batches and comes back."""
        return self.path / "batch"

    def requests_of(self, rank: int) -> Path:
        """The questions of a shard that wait for a batch."""
        return self.batches / "requests" / f"{self._prefix}{rank:05d}.jsonl"

    def list_of(self, rank: int) -> Path:
        """What a shard reads."""
        return self.lists / f"{rank:05d}.jsonl"

    def shard(self, rank: int, kind: Kind) -> Path:
        """The rows of a shard."""
        return self.path / "shards" / f"{self._prefix}{rank:05d}.{kind}"

    def failed_of(self, rank: int) -> Path:
        """What of a shard could not be read."""
        return self.path / "failed" / f"{self._prefix}{rank:05d}.jsonl"

    def tally_of(self, rank: int) -> Path:
        """How far a shard is."""
        return self.work / "tallies" / f"{rank:05d}.json"

    def problem_of(self, rank: int) -> Path:
        """Why a shard could not be read through."""
        return self.work / "problems" / f"{rank:05d}.txt"

    def answers_of(self, rank: int) -> Path:
        """What a model has answered to the questions of a shard."""
        return self.path / "answers" / f"{self._prefix}{rank:05d}"

    @property
    def _mark(self) -> str:
        return "" if self.generation == 1 else f"-{self.generation}"

    @property
    def _prefix(self) -> str:
        return "" if self.generation == 1 else f"{self.generation}-"


def at(given: str) -> Folder:
    """The folder that was named, in its last generation.

    Raises:
        UsageError: it is no folder here, or one that something else lies in.
    """
    if remote(given):
        raise UsageError(f"--out {given}: must be a folder on this machine or on a file system all workers share")
    path = Path(given)
    try:
        if path.exists() and not path.is_dir():
            raise UsageError(f"--out {given}: is a file; name a folder")
        last = Folder(path)
        while Folder(path, last.generation + 1).plan.exists():
            last = Folder(path, last.generation + 1)
        if not last.plan.exists() and path.is_dir() and not _ours(path):
            raise UsageError(f"--out {given}: holds something else than an archive run; name a new or an empty folder")
    except OSError as problem:
        raise UsageError(f"--out {given}: {problem.strerror}") from None
    return last


def there(given: str) -> Folder:
    """The folder of a run that was begun.

    Raises:
        UsageError: there is none.
    """
    if not Folder(Path(given)).plan.is_file():
        raise UsageError(f"{given}: no archive run lies here; begin one: verifier archive INPUT... --out {given}")
    return at(given)


def _ours(path: Path) -> bool:
    """Whether nothing lies there but what a run leaves that was stopped while it planned."""
    return all(p.name in {"plan.new", "work"} for p in path.iterdir())


@contextlib.contextmanager
def whole(path: Path, *, binary: bool = False) -> Iterator[IO[Any]]:
    """A file that takes its name when it is whole and on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.part")
    file = aside.open("wb") if binary else aside.open("w", encoding="utf-8", newline="\n")
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise


def line(value: object) -> str:
    """One line of JSON; readable, but where a file's name is no UTF-8 everything is escaped."""
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (words if words.isascii() or _printable(words) else json.dumps(value, separators=(",", ":"))) + "\n"


def _printable(words: str) -> bool:
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True
