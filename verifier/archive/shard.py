"""One shard: its records through an examiner into its file, what failed beside it, and how far it is."""

from __future__ import annotations

import json
import time
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from itertools import islice
from typing import IO, Any

from verifier._exceptions import InputError, VerifierError
from verifier.archive import formats, plan
from verifier.archive.choices import Choices
from verifier.archive.folder import Folder, line, whole
from verifier.archive.plan import Piece
from verifier.archive.records import Columns, Record
from verifier.archive.seen import Seen
from verifier.archive.supervision import Examiner
from verifier.archive.writers import writing

_EVERY = 1.0
"""Seconds between two notes of how far a shard is."""


class LimitError(VerifierError):
    """A limit on asking a model is reached; what was answered is kept."""


@dataclass(slots=True)
class Tally:
    """What a shard came to so far.

    ``known`` are articles that an earlier generation has, ``incomplete`` those for which a model's answers are
    missing, ``unread_dates`` cells of a table that hold no date; ``seconds`` and, of them, ``processor`` went into
    reading and rules.
    """

    done: int = 0
    failed: int = 0
    known: int = 0
    incomplete: int = 0
    unread_dates: int = 0
    seconds: float = 0.0
    processor: float = 0.0

    @property
    def seen(self) -> int:
        """All articles that need no more work."""
        return self.done + self.failed + self.known

    def __add__(self, other: Tally) -> Tally:
        mine, theirs = asdict(self), asdict(other)
        return Tally(**{name: mine[name] + theirs[name] for name in mine})


def work(folder: Folder, rank: int, choices: Choices, examiner: Examiner) -> Tally:
    """Read a shard. Its file takes its name when every article of it is in the file or named as failed.

    Raises:
        InputError: the plan's list of it cannot be read.
        LimitError: no more may be asked.
        OSError: what was read cannot be written.
    """
    tally = Tally()
    noted = time.monotonic()
    with (
        Seen(folder.seen) as seen,
        whole(folder.failed_of(rank)) as failed,
        writing(folder.shard(rank, choices.kind), choices.kind) as rows,
    ):
        for piece in plan.pieces(folder, rank):
            for record in records(piece, choices.columns):
                if record.problem is None and record.digest in seen:
                    tally.known += 1
                    continue
                _one(record, examiner, tally, rows, failed)
                if time.monotonic() - noted > _EVERY:
                    noted = time.monotonic()
                    _note(folder, rank, tally)
    _note(folder, rank, tally, at_last=True)
    return tally


def tally_of(folder: Folder, rank: int) -> Tally:
    """How far a shard was when that was noted last."""
    try:
        return Tally(**json.loads(folder.tally_of(rank).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Tally()


def _one(record: Record, examiner: Examiner, tally: Tally, rows: Any, failed: IO[str]) -> None:
    tally.unread_dates += record.unread_date is not None
    if record.problem is not None:
        problem = record.problem
    else:
        found = examiner.examine(record)
        tally.seconds += found.seconds
        tally.processor += found.processor
        problem = found.problem
        if found.limit:
            raise LimitError(found.limit)
        if found.row is not None:
            rows.put(found.row, found.report)
            tally.done += 1
            tally.incomplete += not found.row["run"]["complete"]
            return
    failed.write(line({"id": record.id, "path": record.name, "reason": problem}))
    tally.failed += 1


def records(piece: Piece, columns: Columns) -> Generator[Record, None, None]:
    """The records of a piece, as many as were planned: what is broken or gone since is a record with a problem."""
    left = piece.count
    try:
        found = formats.FORMATS[piece.format].read(piece.address, columns, piece.at, piece.first)
        with closing(found):
            for record in islice(found, piece.count):
                left -= 1
                yield _unchanged(record, piece)
        problem = "is no longer there: the file has changed since the plan was made"
    except InputError as error:
        problem = error.problem
    for number in range(piece.first + piece.count - left, piece.first + piece.count):
        name = piece.address if piece.format == "article" else f"{piece.address}#{number}"
        yield Record(name, name, problem=problem)


def _unchanged(record: Record, piece: Piece) -> Record:
    """The record, if its file is the one that was planned: what is read whole anyway is compared."""
    compared = piece.format == "article" and record.problem is None and piece.hash.startswith("sha256:")
    if compared and piece.hash != f"sha256:{record.digest}":
        return Record(record.id, record.name, problem="has changed since the plan was made")
    return record


def _note(folder: Folder, rank: int, tally: Tally, *, at_last: bool = False) -> None:
    """Write down how far the shard is; on the way nobody depends on it, so that a full disk is for the rows to tell."""
    with suppress(*(() if at_last else (OSError,))), whole(folder.tally_of(rank)) as file:
        json.dump(asdict(tally), file)
