"""Takes the written reports to where they belong: standard output, a file, or a folder with one file an article."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from verifier._exceptions import UsageError
from verifier.cli._outputs import Output
from verifier.report import Format, Writer
from verifier.report._tally import Tally


class Sink(ABC):
    """Takes what a writer made of the articles, in order."""

    @abstractmethod
    def take(self, piece: str, source: str) -> None:
        """One article's piece; ``source`` is the article's path."""

    @abstractmethod
    def finish(self, tallies: Sequence[Tally]) -> None:
        """All articles have been taken."""

    @abstractmethod
    def drop(self) -> None:
        """The run was cut short: leave nothing half written."""


def sink(output: Output, writer: Writer, *, hold: bool, sources: Iterable[str]) -> Sink:
    """The sink for one output. ``hold`` keeps standard output back until the end, for the progress bar's sake.

    Raises:
        UsageError: the output would overwrite an article.
    """
    if output.file is None:
        return _Stream(writer, _standard_output(output.format), hold)
    if output.folder:
        return _Folder(writer, output.file, output.format.suffix, {_known(s) for s in sources})
    if any(_known(s) == _known(output.file) for s in sources):
        raise UsageError(f"{output.file} is one of the articles; give the report another name")
    return _File(writer, output.file)


def _known(path: str | Path) -> str:
    """A path by which the same file is recognised."""
    return os.path.realpath(path)


def _standard_output(form: Format) -> IO[str]:
    return standard_output(for_people=form.for_people)


def standard_output(*, for_people: bool) -> IO[str]:
    """Standard output in the terminal's encoding, or for machines in UTF-8."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a test may have put something else there
        if for_people:
            sys.stdout.reconfigure(errors="backslashreplace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def write_whole(path: Path, words: str) -> None:
    """Write a file that takes its name when it is whole.

    Raises:
        UsageError: it cannot be written.
    """
    aside = _aside(path)
    try:
        with _told(path), aside:
            aside.write(words)
        _rename(aside.name, path)
    except BaseException:
        if aside.name != str(path):
            Path(aside.name).unlink(missing_ok=True)
        raise


@dataclass(slots=True)
class _Stream(Sink):
    """Standard output, as the articles come, or all of them at the end."""

    writer: Writer
    stream: IO[str]
    hold: bool
    held: list[str] = field(default_factory=list)
    taken: int = 0

    def take(self, piece: str, source: str) -> None:
        del source
        self._put((self.writer.between() if self.taken else self.writer.begin()) + piece)
        self.taken += 1

    def finish(self, tallies: Sequence[Tally]) -> None:
        if self.taken:
            self._put(self.writer.end(tallies))
        self.stream.write("".join(self.held))
        self.stream.flush()

    def drop(self) -> None:
        self.held.clear()

    def _put(self, words: str) -> None:
        if self.hold:
            self.held.append(words)
        else:
            self.stream.write(words)
            self.stream.flush()


class _File(Sink):
    """One file for all. It is written aside and takes its name when it is whole."""

    def __init__(self, writer: Writer, path: Path) -> None:
        self._path = path
        self._aside = _aside(path)
        self._stream = _Stream(writer, self._aside, hold=False)

    def take(self, piece: str, source: str) -> None:
        with _told(self._path):
            self._stream.take(piece, source)

    def finish(self, tallies: Sequence[Tally]) -> None:
        with _told(self._path):
            self._stream.finish(tallies)
            self._aside.close()
        if self._stream.taken:
            _rename(self._aside.name, self._path)
        else:
            self.drop()

    def drop(self) -> None:
        with contextlib.suppress(OSError):
            self._aside.close()
        if self._aside.name != str(self._path):
            Path(self._aside.name).unlink(missing_ok=True)


class _Folder(Sink):
    """A file an article, named after it; a second article of the same name gets a number."""

    def __init__(self, writer: Writer, path: Path, suffix: str, sources: set[str]) -> None:
        self._writer = type(writer)(1, writer.look)
        self._path = path
        self._suffix = suffix
        self._sources = sources
        self._taken: set[str] = set()
        with _told(path):
            path.mkdir(parents=True, exist_ok=True)

    def take(self, piece: str, source: str) -> None:
        path = self._name(source)
        if _known(path) in self._sources:
            raise UsageError(f"{path} is one of the articles; put the reports in another folder")
        file = _File(self._writer, path)
        try:
            file.take(piece, source)
            file.finish([])
        except BaseException:
            file.drop()
            raise

    def finish(self, tallies: Sequence[Tally]) -> None:
        del tallies

    def drop(self) -> None:
        """Every file in the folder is whole, so they stay."""

    def _name(self, source: str) -> Path:
        stem = Path(source).stem.strip("-. ") or "article"
        name, number = stem, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return self._path / f"{name}{self._suffix}"


def _aside(path: Path) -> IO[str]:
    """A file beside the one meant, on the same disk, so that it can be renamed in one step.

    A device or a pipe has no beside: it is written as it is.
    """
    with _told(path):
        if path.exists() and not path.is_file():
            return path.open("w", encoding="utf-8", newline="\n")
        import tempfile  # noqa: PLC0415 - brings in hashing and random numbers, which standard output can do without

        beside = Path(os.path.realpath(path)).parent
        return tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=beside, prefix=".verifier-", suffix=".part", delete=False
        )


def _rename(aside: str, path: Path) -> None:
    """Give the file its name, and the rights that a newly made file or the one before it has."""
    if aside == str(path):
        return
    with _told(path):
        umask = os.umask(0)
        os.umask(umask)
        mode = path.stat().st_mode if path.exists() else 0o666 & ~umask
        Path(aside).chmod(mode & 0o7777)
        Path(aside).replace(os.path.realpath(path))


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """A file that cannot be written is the caller's to mend: say which one."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error
