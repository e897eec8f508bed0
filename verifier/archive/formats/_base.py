"""What every format can do, and how files are opened, here or at an fsspec address."""

from __future__ import annotations

import io
from collections.abc import Iterator
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

    def read(self, address: str, columns: Columns, at: int, first: int) -> Iterator[Record]:
        """The records from there on; ``first`` is the number of the first one, counted from 1.

        Raises:
            InputError: the file is broken from here on.
        """


def remote(address: str) -> bool:
    """Whether an address is fsspec's and no path."""
    return "://" in address


def opened(address: str, *, unpack: bool = True) -> IO[bytes]:
    """A file's bytes, decompressed where its ending says so.

    Raises:
        InputError: it cannot be opened.
    """
    from fsspec.compression import compr  # noqa: PLC0415 - the extra archive
    from fsspec.core import url_to_fs  # noqa: PLC0415
    from fsspec.utils import infer_compression  # noqa: PLC0415

    try:
        if remote(address):
            system, path = url_to_fs(address)
            file = system.open(path, "rb")
        else:
            file = Path(address).open("rb")  # noqa: SIM115 - the caller closes it
        packing = infer_compression(_tar_as_packed(address)) if unpack else None
        return cast("IO[bytes]", compr[packing](file, mode="r") if packing else file)
    except (OSError, ValueError, ImportError) as problem:
        raise InputError(address, f"cannot open it: {why(problem)}") from None


def packed(address: str) -> bool:
    """Whether the file is a compressed stream, by its ending."""
    from fsspec.utils import infer_compression  # noqa: PLC0415

    return infer_compression(_tar_as_packed(address)) is not None


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


def _tar_as_packed(address: str) -> str:
    for short, long in ((".tgz", ".gz"), (".tbz2", ".bz2"), (".txz", ".xz")):
        if address.lower().endswith(short):
            return address[: -len(short)] + long
    return "" if address.lower().endswith(".zip") else address
