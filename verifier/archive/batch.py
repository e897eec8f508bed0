"""The batches of a run: questions that wait are packed, handed in, and what came back is kept for the next reading."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from verifier._exceptions import InputError
from verifier.archive.folder import Folder, whole
from verifier.archive.results import Results
from verifier.model.providers import Counter, Provider

Say = Callable[[str], None]
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 60.0
"""Seconds between two looks at a batch."""


@dataclass(frozen=True, slots=True)
class Status:
    """How far the questions of a run are: ``waiting`` are in no batch yet, ``states`` counts the others by state."""

    waiting: int
    states: dict[str, int]
    jobs: list[dict[str, object]]
    refused: list[tuple[str, str]]


def ledger(folder: Folder) -> Results:
    """The ledger of a run's batches."""
    return Results(folder.batches / "results.db")


def pack(folder: Folder, provider: Provider, to: Path | None = None) -> list[Path]:
    """Put the questions that wait into files of a size that the provider takes; each goes out once, however many
    articles ask it."""
    made: list[Path] = []
    with ledger(folder) as held:
        waiting = _due(folder, held)
        first = next(waiting, None)
        while first is not None:
            job = f"{len(held.jobs()) + 1:04d}"
            path = (to or folder.batches / "out") / f"{provider.name}-{job}.jsonl"
            keys: list[str] = []
            size = 0
            with whole(path) as file:
                while first is not None and len(keys) < provider.questions:
                    words = json.dumps(provider.line(*first), ensure_ascii=True, separators=(",", ":")) + "\n"
                    if keys and size + len(words) > provider.size:
                        break
                    file.write(words)
                    keys.append(first[0])
                    size += len(words)
                    first = next(waiting, None)
            held.sending(job, provider.name, keys)
            made.append(path)
    return made


def hand_in(folder: Folder, provider: Provider, counter: Counter) -> None:
    """Hand in what is packed and not handed in yet."""
    with ledger(folder) as held:
        for job in held.jobs("written"):
            path = folder.batches / "out" / f"{provider.name}-{job['name']}.jsonl"
            held.handed_in(str(job["name"]), counter.hand_in(path))


def wait(folder: Folder, provider: Provider, counter: Counter, say: Say) -> None:
    """Wait for the batches under way and take what they bring."""
    pause = _FIRST_WAIT
    with ledger(folder) as held:
        while under_way := held.jobs("sent"):
            for job in under_way:
                state = counter.state(str(job["id"]))
                if state.over:
                    for file in state.files:
                        _take(held, provider, counter.results(file))
                    held.over(str(job["name"]))
                    say(f"batch {job['id']}: {state.words}, {job['questions']} questions")
            if held.jobs("sent"):
                time.sleep(pause)
                pause = min(2 * pause, _LONGEST_WAIT)


def take_file(folder: Folder, provider: Provider, path: Path) -> tuple[int, int]:
    """Take a file of results; returns how many of them were asked here, and how many were not.

    Raises:
        InputError: it is no file of results.
    """
    try:
        with path.open("rb") as lines, ledger(folder) as held:
            return _take(held, provider, lines)
    except OSError as problem:
        raise InputError(str(path), problem.strerror or "cannot be read") from None
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise InputError(str(path), f"is no file of a batch's results ({problem})") from None


def settle(folder: Folder) -> None:
    """Every batch of which something has come is over: what it did not bring may go out again."""
    with ledger(folder) as held:
        for job in held.begun():
            held.over(job)


def status(folder: Folder) -> Status:
    """How far everything is."""
    with ledger(folder) as held:
        return Status(sum(1 for _ in _due(folder, held)), held.states(), held.jobs(), held.refused(10))


def _take(held: Results, provider: Provider, lines: Iterable[bytes]) -> tuple[int, int]:
    ours = others = 0
    for key, state, result in provider.came(lines):
        known = held.came(key, state, result)
        ours, others = ours + known, others + (not known)
    held.commit()
    return ours, others


def _due(folder: Folder, held: Results) -> Iterator[tuple[str, dict[str, object]]]:
    """The questions that may go out, each once."""
    seen: set[str] = set()
    for path in sorted((folder.batches / "requests").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for words in lines:
                asked = json.loads(words)
                if asked["key"] not in seen and held.due(asked["key"]):
                    seen.add(asked["key"])
                    yield asked["key"], asked["body"]
