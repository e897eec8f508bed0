"""The sources of a run: gathered from files and folders, each read once, those that cannot be read told by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from verifier._exceptions import InputError
from verifier.article import read_bytes
from verifier.languages import tell
from verifier.sources import _cards, _reading
from verifier.sources._folding import fold
from verifier.sources._index import grams
from verifier.sources._model import Card, Source
from verifier.sources._placing import Searchable
from verifier.sources._store import Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read: files, folders of them, and where indexes are kept (None: nowhere)."""

    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    keep_in: Path | None = None

    def __bool__(self) -> bool:
        return bool(self.files or self.folders)


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be read, and why."""

    id: str
    path: str
    problem: str


@dataclass(eq=False)
class Shelved:
    """A source with its words made searchable."""

    source: Source
    kept: Searchable | None = None

    @cached_property
    def searchable(self) -> Searchable:
        """Its folded words and their index."""
        return self.kept or Searchable(fold(self.source.plain, self.source.hidden))

    @cached_property
    def fives(self) -> frozenset[int]:
        """Numbers of every five words in a row, by which copies of one text are known."""
        threes = grams(self.searchable.folded.words)
        return frozenset(hash((a, b)) for a, b in zip(threes, threes[2:], strict=False))


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Everything that was named as a source: what was read, and what could not be."""

    shelves: tuple[Shelved, ...]
    unread: tuple[Unread, ...] = ()
    problems: tuple[str, ...] = field(default=())
    """A line for each thing that the caller should mend."""

    def __bool__(self) -> bool:
        return True


def gather(wanted: Wanted, reader: _reading.Reader = read_bytes) -> Library:
    """Read the sources; nothing is raised for one that cannot be read: it is told, and the others are there.

    ``reader`` reads pages, Word files and PDFs: :func:`verifier.article.read_apart` for files from anywhere.
    """
    problems: list[str] = []
    cards = _Cards(problems)
    paths = _paths(wanted, cards, problems)
    with Store.at(wanted.keep_in if len(paths) > _FEW else None) as store:
        read = [_one(path, cards.of(path), store, reader) for path in paths]
    problems += [f"{one.path}: {one.problem}" for one in read if isinstance(one, Unread)]
    shelves = [one for one in read if isinstance(one, Shelved)]
    unread = [one for one in read if isinstance(one, Unread)]
    return Library(tuple(_told_apart(shelves, problems)), tuple(unread), tuple(problems))


def joined(library: Library, sources: Sequence[Source]) -> Library:
    """A library with sources that are read already after its own."""
    problems = list(library.problems)
    shelves = _told_apart([*library.shelves, *(Shelved(_spoken(source)) for source in sources)], problems)
    return Library(tuple(shelves), library.unread, tuple(problems))


_FEW = 8
"""Sources that are read and indexed faster than a file of indexes is opened."""


class _Cards:
    """The cards beside the sources, each file of them read once."""

    def __init__(self, problems: list[str]) -> None:
        self._problems = problems
        self._read: dict[Path, dict[Path, Card]] = {}

    def of(self, path: Path) -> Card:
        """The card of a file, an empty one where there is none."""
        return self.beside(path.parent / _cards.NAME).get(path.absolute(), Card())

    def beside(self, file: Path) -> dict[Path, Card]:
        """The cards in a file, none where it is not there or wrong; what is wrong is told once."""
        file = file.absolute()
        if file not in self._read:
            self._read[file] = {}
            if file.is_file():
                try:
                    self._read[file] = _cards.read(file).by_file
                except InputError as error:
                    self._problems.append(str(error))
        return self._read[file]


def _paths(wanted: Wanted, cards: _Cards, problems: list[str]) -> list[Path]:
    """The files to read, each once, in the order they were named; those of a folder by name."""
    found: dict[Path, Path] = {}
    for path in wanted.files:
        if path.name == _cards.NAME:
            named = list(cards.beside(path))
            for one in named:
                found.setdefault(one, one)
        elif path.is_dir():
            _add(found, path, problems)
        else:
            found.setdefault(path.absolute(), path)
    for folder in wanted.folders:
        _add(found, folder, problems)
    return list(found.values())


def _add(found: dict[Path, Path], folder: Path, problems: list[str]) -> None:
    if not folder.is_dir():
        problems.append(f"{folder}: no such folder of sources")
        return
    inside = sorted(
        p
        for p in folder.rglob("*")
        if p.suffix.lower() in _reading.SUFFIXES
        and not any(part.startswith(".") for part in p.relative_to(folder).parts)
        and p.is_file()
    )
    if not inside:
        problems.append(f"{folder}: no sources in this folder ({', '.join(sorted(_reading.SUFFIXES))})")
    for path in inside:
        found.setdefault(path.absolute(), path)


def _one(path: Path, card: Card, store: Store, reader: _reading.Reader) -> Shelved | Unread:
    try:
        data = _reading.load(path)
        kept = store.get(data, path.suffix.lower(), card)
        if kept is not None:
            source, searchable = kept
            return Shelved(replace(source, id=card.id or path.stem, path=str(path), card=card), searchable)
        shelved = Shelved(_spoken(_reading.from_bytes(data, str(path), path.stem, card, reader)))
        store.put(data, path.suffix.lower(), card, shelved.source, lambda: shelved.searchable)
    except InputError as error:
        return Unread(card.id or path.stem, str(path), error.problem)
    except RecursionError:
        return Unread(card.id or path.stem, str(path), "nested deeper than any document")
    return shelved


def _spoken(source: Source) -> Source:
    """The source with its language, as its card says or its words show."""
    if source.language is not None:
        return source
    told = source.card.language or tell(source.plain[:20_000].lower().split())
    return replace(source, language=told)


def _told_apart(shelves: Iterable[Shelved], problems: list[str]) -> list[Shelved]:
    """The shelves with an id each: where two have one, a number is added, and it is told."""
    taken: set[str] = set()
    found: list[Shelved] = []
    for one in shelves:
        name, number = one.source.id, 2
        while name in taken:
            name, number = f"{one.source.id}-{number}", number + 1
        taken.add(name)
        if name != one.source.id:
            problems.append(
                f"{one.source.path}: another source has the id {one.source.id!r}; this one is called {name!r} here"
            )
            one = Shelved(replace(one.source, id=name), one.kept)
        found.append(one)
    return found
