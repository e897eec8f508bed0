"""The plan of a run: what is read with which choices, and which shard holds what; fixed before the first article."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from verifier import __version__
from verifier._exceptions import InputError
from verifier.archive import inputs
from verifier.archive.choices import Choices
from verifier.archive.folder import Folder, line, whole
from verifier.archive.records import Columns

FORM = 1
"""The form of the plan's files; another is not read."""
_PARTS = 64
"""Shards that one compressed file is cut into at most: each is read from its start, so more would only read more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of records of one file: ``count`` from number ``first`` (counted from 1) on, which begins ``at``."""

    address: str
    format: str
    size: int
    hash: str
    first: int
    count: int
    at: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does.

    ``digest`` is a hash of what the shards read; ``problems`` are inputs that could not be read when it was made.
    """

    inputs: tuple[str, ...]
    choices: Choices
    articles: int
    bytes: int
    shards: int
    digest: str
    problems: tuple[str, ...] = ()
    version: str = __version__
    form: int = FORM

    @property
    def facts(self) -> dict[str, Any]:
        """What another plan for the same folder must agree in, in words and values to show."""
        return {"verifier": self.version, "inputs": list(self.inputs), **self.choices.facts}


def make(folder: Folder, given: Sequence[str], choices: Choices) -> Plan:
    """Look at all inputs and write what each shard reads, beside the plan that may already be there.

    Raises:
        InputError: an input is not there, or there is nothing to read at all.
        UsageError: a column does not exist.
    """
    shutil.rmtree(_new(folder), ignore_errors=True)
    was_there = folder.path.exists()
    _new(folder).mkdir(parents=True)
    try:
        return _made(folder, given, choices)
    except BaseException:
        drop(folder)
        if not was_there:
            with contextlib.suppress(OSError):
                folder.path.rmdir()  # a call that was wrong leaves nothing behind
        raise


def _made(folder: Folder, given: Sequence[str], choices: Choices) -> Plan:
    cutter = _Cutter(_new(folder), choices.shard)
    problems: list[str] = []
    for source in _sources(given):
        with _noted(problems):
            cutter.add(_pieces(source, choices.columns, choices.shard, cutter.room, problems))
    cutter.close()
    if not cutter.articles:
        raise InputError(", ".join(given), "; ".join(problems) or "nothing to read")
    return Plan(
        tuple(given), choices, cutter.articles, cutter.bytes, cutter.shards, cutter.digest.hexdigest(), tuple(problems)
    )


def keep(folder: Folder, plan: Plan) -> None:
    """Make a plan just made the folder's."""
    shutil.rmtree(folder.lists, ignore_errors=True)
    _new(folder).rename(folder.lists)
    write(folder, plan)


def write(folder: Folder, plan: Plan) -> None:
    """Write what holds, apart from the lists of the shards."""
    with whole(folder.plan) as file:
        json.dump({**asdict(plan), "choices": plan.choices.kept}, file, indent=1)


def drop(folder: Folder) -> None:
    """Forget a plan just made."""
    shutil.rmtree(_new(folder), ignore_errors=True)


def read(folder: Folder) -> Plan:
    """The plan of a run.

    Raises:
        InputError: it is none, or of another form.
    """
    try:
        held = json.loads(folder.plan.read_text(encoding="utf-8"))
        if held["form"] != FORM:
            raise InputError(
                str(folder.plan),
                f"was made by verifier {held.get('version')}, whose plans this one ({__version__}) does not read; "
                "finish it with that version, or name another --out",
            )
        choices = Choices.from_kept(held.pop("choices"))
        told: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in held.items()}
        return Plan(choices=choices, **told)
    except OSError as problem:
        raise InputError(str(folder.plan), problem.strerror or str(problem)) from None
    except (ValueError, KeyError, TypeError):
        raise InputError(str(folder.plan), "is no plan of an archive; name another --out") from None


def pieces(folder: Folder, rank: int) -> list[Piece]:
    """What a shard reads.

    Raises:
        InputError: its list is missing or broken.
    """
    path = folder.list_of(rank)
    try:
        return [Piece(**json.loads(words)) for words in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError, TypeError) as problem:
        raise InputError(str(path), f"the shard's list cannot be read: {problem}") from None


def differences(folder: Folder, old: Plan, new: Plan) -> list[str]:
    """What differs between the folder's plan and one just made, in words; empty where they are the same."""
    told = [
        f"{name} was {_shown(was)}, is {_shown(new.facts.get(name))}"
        for name, was in old.facts.items()
        if was != new.facts.get(name)
    ]
    if not told and old.digest != new.digest:
        told.append(_first_difference(folder))
    return told


def _first_difference(folder: Folder) -> str:
    """Which file is not what it was."""
    for was, now in zip_longest(_all(folder.lists), _all(_new(folder))):
        if was == now:
            continue
        if was is None or now is None:
            return f"{(was or now or {}).get('address')} {'is new' if was is None else 'is gone'}"
        if was["address"] == now["address"]:
            return f"{was['address']} has changed"
        return f"{min(was['address'], now['address'])} is new or gone"
    return "the inputs are cut into shards otherwise"


def _all(lists: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(lists.glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def _shown(value: object) -> str:
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 120 else words[:117] + "..."


def _new(folder: Folder) -> Path:
    return folder.path / "plan.new"


def _sources(given: Sequence[str]) -> Iterator[inputs.Source]:
    """All files, each once; only several inputs can name one twice."""
    known: set[str] = set()
    for one in dict.fromkeys(given):
        for source in inputs.expand(one):
            if source.address not in known:
                yield source
            if len(given) > 1:
                known.add(source.address)


@contextlib.contextmanager
def _noted(problems: list[str]) -> Iterator[None]:
    """A file that cannot be read does not stop the others."""
    try:
        yield
    except InputError as problem:
        problems.append(str(problem))


def _pieces(source: inputs.Source, columns: Columns, shard: int, room: Any, problems: list[str]) -> Iterator[Piece]:
    """The pieces of a file, each as large as what is left of the shard it falls into."""
    held = inputs.state(source.address)
    form, enters = source.format, source.format.enters(source.address)
    first, begins, count = 1, 0, 0
    most = shard
    if not enters:
        total = sum(1 for _ in _until_broken(form.scan(source.address, columns), []))
        most = max(shard, -(-total // _PARTS))
    wanted = room(most)
    for at in _until_broken(form.scan(source.address, columns), problems):
        if count == wanted:
            yield Piece(source.address, form.name, held.size, held.hash, first, count, begins)
            first, begins, count = first + count, at, 0
            wanted = most
        elif count == 0:
            begins = at
        count += 1
    if count:
        yield Piece(source.address, form.name, held.size, held.hash, first, count, begins)


def _until_broken(found: Iterator[int], problems: list[str]) -> Iterator[int]:
    """The records before the place where a file is broken; that it is, is noted."""
    with _noted(problems):
        yield from found


@dataclass(slots=True)
class _Cutter:
    """Fills shards, one list after the other."""

    lists: Path
    shard: int
    shards: int = 0
    articles: int = 0
    bytes: int = 0
    digest: Any = field(default_factory=hashlib.sha256)
    _held: int = 0
    _file: Any = None

    def room(self, most: int) -> int:
        """Articles for which the shard at hand has room; ``most`` where it is full or empty."""
        return most if most > self.shard or self._held >= self.shard else self.shard - self._held

    def add(self, found: Iterable[Piece]) -> None:
        """Put pieces where there is room."""
        last = ""
        for piece in found:
            if self._file is None or self._held + piece.count > max(self.shard, piece.count):
                self.close()
                self._file = (self.lists / f"{self.shards:05d}.jsonl").open("w", encoding="utf-8", newline="\n")
                self.shards += 1
                self._held = 0
            words = line(asdict(piece))
            self.digest.update(words.encode("utf-8", "surrogateescape"))
            self._file.write(words)
            self._held += piece.count
            self.articles += piece.count
            self.bytes += piece.size if piece.address != last else 0
            last = piece.address

    def close(self) -> None:
        """The list at hand is whole."""
        if self._file is not None:
            self._file.close()
            self._file = None
