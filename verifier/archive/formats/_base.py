"""What every format can do, and how files are opened, here or at an fsspec address."""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, Protocol, cast

from verifier._exceptions import InputError
from verifier.archive.records import Columns, Record
from verifier.article import MAX_BYTES

MOST = MAX_BYTES
"""Bytes of one article; more is no article, and is set aside without being read."""
TOO_LARGE = f"larger than {MOST / 1e6:g} MB, more than an article"


class Format(Protocol):
    """A kind of input file."""

    @property
    def name(self) -> str:
        """What the plan calls it."""

    def enters(self, address: str) -> bool:
        """Whether reading can begin at any record; a compressed stream is read from its start."""

    def scan(self, address: str, columns: Columns) -> Iterator[int]:
        """Where each record begins, in numbers that :meth:`read` understands.

        Raises:
            InputError: the file is broken from here on.
            UsageError: a column does not exist.
        """

    def read(self, address: str, columns: Columns, at: int, first: int) -> Generator[Record, None, None]:
        """The records from there on; ``first`` is the number of the first one, counted from 1.

        Raises:
            InputError: the file is broken from here on.
        """


def remote(address: str) -> bool:
    """Whether an address is fsspec's and no path."""
    return "://" in address


@contextmanager
def opened(address: str, *, unpack: bool = True) -> Iterator[IO[bytes]]:
    """A file's bytes, decompressed where its ending says so.

    Raises:
        InputError: it cannot be opened.
    """
    from fsspec.compression import compr  # noqa: PLC0415 - the extra archive
    from fsspec.core import url_to_fs  # noqa: PLC0415

    with ExitStack() as open_files:
        try:
            if remote(address):
                system, path = url_to_fs(address)
                file = open_files.enter_context(system.open(path, "rb"))
            else:
                file = open_files.enter_context(Path(address).open("rb"))
            packing = _packing(address) if unpack else None
            if packing:
                file = open_files.enter_context(compr[packing](file, mode="r"))
        except (OSError, ValueError, ImportError) as problem:
            raise InputError(address, f"cannot open it: {why(problem)}") from None
        yield file


def packed(address: str) -> bool:
    """Whether the file is a compressed stream, by its ending."""
    return _packing(address) is not None


def called(address: str) -> str:
    """The name that an address gives its file; what follows ``::`` is where that lies."""
    return address.partition("::")[0] if remote(address) else address


def why(problem: BaseException) -> str:
    """A failure of a library as the rest of a line."""
    words = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
    return " ".join(words.split())[:300]


def limited(file: IO[bytes] | Any) -> bytes | None:
    """The bytes of one article, None where there are too many."""
    data: bytes = file.read(MOST + 1)
    return data if len(data) <= MOST else None


def buffered(file: IO[bytes]) -> IO[bytes]:
    """The file with lines that come quickly."""
    return file if isinstance(file, io.BufferedReader) else cast("IO[bytes]", io.BufferedReader(cast("Any", file)))


def _packing(address: str) -> str | None:
    """fsspec's name of the compression that the ending tells."""
    from fsspec.utils import infer_compression  # noqa: PLC0415 - the extra archive

    name = called(address).lower()
    for short, long in ((".tgz", ".gz"), (".tbz2", ".bz2"), (".txz", ".xz")):
        name = name.removesuffix(short) + long if name.endswith(short) else name
    return None if name.endswith(".zip") else infer_compression(name)
