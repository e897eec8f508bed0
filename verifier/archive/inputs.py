"""From what a user names to files, with their sizes and hashes."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verifier._exceptions import InputError
from verifier.archive import formats
from verifier.archive.formats import READ, Format
from verifier.archive.formats._base import remote, why


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read, by its address."""

    address: str
    format: Format


@dataclass(frozen=True, slots=True)
class State:
    """What a file was when it was planned: its size, and a hash (a remote system's own mark where it is not here)."""

    size: int
    hash: str


def expand(given: str) -> Iterator[Source]:
    """The files that one INPUT names: itself, what lies under a folder, or what a pattern matches; in a fixed order.

    Raises:
        InputError: nothing is there, or nothing that is read.
    """
    if remote(given):
        yield from _elsewhere(given)
        return
    path = Path(given)
    if path.is_dir():
        yield from _some(given, _under(path))
    elif path.exists():
        yield from _some(given, [given], named=True)
    elif glob.has_magic(given):
        yield from _some(given, _matching(given))
    else:
        raise InputError(given, "no such file or folder")


def state(address: str) -> State:
    """Size and hash of a file as it is now.

    Raises:
        InputError: it cannot be read.
    """
    try:
        if remote(address):
            from fsspec.core import url_to_fs  # noqa: PLC0415 - the extra archive

            system, path = url_to_fs(address)
            return State(int(system.size(path) or 0), f"mark:{system.ukey(path)}")
        with Path(address).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return State(file.tell(), f"sha256:{digest}")
    except (OSError, ValueError, ImportError) as problem:
        raise InputError(address, f"cannot read it: {why(problem)}") from None


def _some(given: str, found: Any, *, named: bool = False) -> Iterator[Source]:
    some = False
    for address in found:
        form = formats.of(address)
        if form is None and named:
            # A single file may be called anything; what is no table and no container is an article.
            form = formats.FORMATS["article"]
        if form is not None:
            some = True
            yield Source(address, form)
    if not some:
        raise InputError(given, f"nothing to read here ({READ})")


def _under(folder: Path) -> Iterator[str]:
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(at, name)  # noqa: PTH118 - a Path for each of a hundred million takes its time


def _matching(pattern: str) -> Iterator[str]:
    for match in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - as the shell does it
        if Path(match).is_dir():
            yield from _under(Path(match))
        else:
            yield match


def _elsewhere(given: str) -> Iterator[Source]:
    """The files at an fsspec address, called by their addresses."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 - the extra archive

    try:
        system, path = url_to_fs(given)
        if glob.has_magic(path):
            found = sorted(system.glob(path))
        elif system.isdir(path):
            found = sorted(system.find(path))
        elif system.exists(path):
            found = [path]
        else:
            raise InputError(given, "nothing is there")
    except (OSError, ValueError, ImportError, NotImplementedError) as problem:
        raise InputError(given, f"cannot be reached: {why(problem)}") from None
    _, chain, behind = given.partition("::")
    yield from _some(given, [given] if found == [path] else [f"{_full(system, p)}{chain}{behind}" for p in found])


def _full(system: Any, path: str) -> str:
    """A path of a file system as an address."""
    full: str = system.unstrip_protocol(path)
    return full
