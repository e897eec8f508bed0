"""Takes the written reports to where they belong: standard output, a file, or a folder with one file an article."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import time
from abc import ABC, abstractmethod
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path, PurePath
from typing import IO

from verifier._exceptions import UsageError
from verifier.cli._inputs import Input
from verifier.cli._names import report_names
from verifier.cli._outputs import Output
from verifier.report import Entry, Format, Writer
from verifier.report._tally import Tally

_PREFIX, _SUFFIX = ".verifier-", ".part"
_LEFT_BEHIND = 24 * 3600
"""Seconds after which nobody is still writing a file."""


class Sink(ABC):
    """Takes what a writer made of the articles, in order."""

    @abstractmethod
    def take(self, piece: str | None, source: str, tally: Tally) -> None:
        """One article's piece and what it came to; ``source`` is the article's path.

        The piece is None where the article could not be read and the format has no word for that.
        """

    @abstractmethod
    def finish(self, tallies: Sequence[Tally]) -> None:
        """All articles have been taken; ``tallies`` has one for each, in the same order."""

    def written(self) -> list[tuple[str, Path]]:
        """Each article with the file of its own report; none where all went to one place."""
        return []

    @abstractmethod
    def drop(self) -> None:
        """The run was cut short: leave nothing half written."""


def sink(output: Output, writer: Writer, *, hold: bool, inputs: Sequence[Input]) -> Sink:
    """The sink for one output. ``hold`` keeps standard output back until the end, for the progress bar's sake."""
    if output.file is None:
        return _Stream(writer, _standard_output(output.format), hold)
    if output.summary:
        return _Summary(writer, output.file)
    if output.folder:
        return _Folder(writer, output.file, output.format, inputs)
    if output.file.suffix.lower() == ".docx" and output.format.packed:
        return _Packed(writer, output.file, output.format)
    return _File(writer, output.file)


def places(output: Output, inputs: Sequence[Input]) -> list[Path]:
    """The files that one output makes or replaces."""
    if output.file is None or output.summary:
        return []
    if not output.folder:
        return [output.file]
    form = output.format
    names = [*report_names(inputs, form.suffix, form.index), *([PurePath(form.index)] if form.index else [])]
    return [output.file / name for name in names]


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


def write_whole_bytes(path: Path, data: bytes) -> None:
    """The same for a file that is no text.

    Raises:
        UsageError: it cannot be written.
    """
    import tempfile  # noqa: PLC0415 - as in _aside

    with _told(path):
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        aside = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed below, where it is taken away as well
            dir=Path(os.path.realpath(path)).parent, prefix=_PREFIX, suffix=_SUFFIX, delete=False
        )
    try:
        with _told(path), aside:
            aside.write(data)
        _rename(aside.name, path)
    except BaseException:
        Path(aside.name).unlink(missing_ok=True)
        raise


@dataclass(slots=True)
class _Stream(Sink):
    """Standard output, as the articles come, or all of them at the end."""

    writer: Writer
    stream: IO[str]
    hold: bool
    held: list[str] = field(default_factory=list)
    begun: bool = False
    filled: bool = False

    def take(self, piece: str | None, source: str, tally: Tally) -> None:
        del source, tally
        if piece is None:
            return
        if not self.begun:
            self._put(self.writer.begin())
        if piece:
            self._put((self.writer.between() if self.filled else "") + piece)
        self.begun = True
        self.filled = self.filled or bool(piece)

    def finish(self, tallies: Sequence[Tally]) -> None:
        if self.begun:
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

    def take(self, piece: str | None, source: str, tally: Tally) -> None:
        with _told(self._path):
            self._stream.take(piece, source, tally)

    def finish(self, tallies: Sequence[Tally]) -> None:
        with _told(self._path):
            self._stream.finish(tallies)
            self._aside.close()
        if self._stream.begun:
            _rename(self._aside.name, self._path)
        else:
            self.drop()

    def drop(self) -> None:
        with contextlib.suppress(OSError):
            self._aside.close()
        if self._aside.name != str(self._path):
            Path(self._aside.name).unlink(missing_ok=True)


class _Packed(Sink):
    """A Word file for all: what the writer wrote is packed when it is whole."""

    def __init__(self, writer: Writer, path: Path, form: Format) -> None:
        self._path = path
        self._form = form
        self._held = io.StringIO()
        self._stream = _Stream(writer, self._held, hold=False)

    def take(self, piece: str | None, source: str, tally: Tally) -> None:
        self._stream.take(piece, source, tally)

    def finish(self, tallies: Sequence[Tally]) -> None:
        self._stream.finish(tallies)
        write_whole_bytes(self._path, self._form.pack(self._held.getvalue()))

    def drop(self) -> None:
        self._held.close()


_MOST_SUMMARY = 1024 * 1024 - 1024
"""Bytes: GitHub shows no summary of a step that is larger than a mebibyte."""


class _Summary(Sink):
    """The summary of a step of GitHub Actions: added to what other commands of the step wrote there."""

    def __init__(self, writer: Writer, path: Path) -> None:
        self._path = path
        self._held = io.StringIO()
        self._stream = _Stream(writer, self._held, hold=False)

    def take(self, piece: str | None, source: str, tally: Tally) -> None:
        self._stream.take(piece, source, tally)

    def finish(self, tallies: Sequence[Tally]) -> None:
        self._stream.finish(tallies)
        with _told(self._path):
            there = self._path.stat().st_size if self._path.exists() else 0
            with self._path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(_cut(self._held.getvalue(), _MOST_SUMMARY - there))

    def drop(self) -> None:
        self._held.close()


def _cut(words: str, most: int) -> str:
    """The words, or as many whole lines of them as fit into that many bytes, and a line that says so."""
    whole = words.encode()
    if len(whole) <= most:
        return words
    kept = whole[: max(0, most)].rpartition(b"\n")[0].decode()
    return f"{kept}\n\nThe list goes on; it is too long for this page.\n"


class _Folder(Sink):
    """A file an article, named after it, in the same sub-folders; at the end an index, for formats that have one."""

    def __init__(self, writer: Writer, path: Path, form: Format, inputs: Sequence[Input]) -> None:
        self._writer = replace(writer, total=1)
        self._path = path
        self._index = form.index
        self._names: dict[str, deque[Path]] = defaultdict(deque)
        self._written: list[tuple[str, Path]] = []
        self._tallies: list[Tally] = []
        for given, name in zip(inputs, report_names(inputs, form.suffix, form.index), strict=True):
            self._names[given.name].append(path / name)
        with _told(path):
            path.mkdir(parents=True, exist_ok=True)

    def take(self, piece: str | None, source: str, tally: Tally) -> None:
        path = self._names[source].popleft()
        if piece is None:
            return
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, self._writer.begin() + piece + self._writer.end([tally]))
        self._written.append((source, path))
        self._tallies.append(tally)

    def finish(self, tallies: Sequence[Tally]) -> None:
        del tallies  # those of articles without a file of their own have no place in the index
        if self._index and self._written:
            files = [path.relative_to(self._path).as_posix() for _, path in self._written]
            entries = [Entry(file, tally) for file, tally in zip(files, self._tallies, strict=True)]
            write_whole(self._path / self._index, self._writer.index(entries))

    def written(self) -> list[tuple[str, Path]]:
        return self._written

    def drop(self) -> None:
        """Every file in the folder is whole, so they stay."""


def _aside(path: Path) -> IO[str]:
    """A file beside the one meant, on the same disk, so that it can be renamed in one step.

    A device or a pipe has no beside: it is written as it is.
    """
    with _told(path):
        if path.exists() and not path.is_file():
            return path.open("w", encoding="utf-8", newline="\n")
        import tempfile  # noqa: PLC0415 - brings in hashing and random numbers, which standard output can do without

        beside = Path(os.path.realpath(path)).parent
        _sweep(beside)
        return tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=beside, prefix=_PREFIX, suffix=_SUFFIX, delete=False
        )


@cache
def _sweep(folder: Path) -> None:
    """Take away what a run that was killed left in a folder, once a run; a younger file may be another run's."""
    oldest = time.time() - _LEFT_BEHIND
    for part in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if part.lstat().st_mtime < oldest:
                part.unlink()


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
