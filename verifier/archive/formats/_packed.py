"""Zip and tar: one article a member whose name ends like an article's."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from lzma import LZMAError

from verifier._exceptions import InputError
from verifier.archive.formats._base import MOST, TOO_LARGE, limited, opened, packed, why
from verifier.archive.records import Columns, Record
from verifier.article._reading import ENDINGS

_NONE = f"no articles in it ({', '.join(sorted(ENDINGS))})"
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, LZMAError, OSError, EOFError, RuntimeError, ValueError)
"""What reading a member raises; RuntimeError is zipfile's for an encrypted one, NotImplementedError among them."""


class Zip:
    """A zip file."""

    name = "zip"

    def enters(self, address: str) -> bool:
        """At any member."""
        del address
        return True

    def scan(self, address: str, columns: Columns) -> Iterator[int]:
        """The members' numbers among those that are articles."""
        del columns
        with _zip(address) as (_, members):
            found = len(members)
        if not found:
            raise InputError(address, _NONE)
        yield from range(found)

    def read(self, address: str, columns: Columns, at: int, first: int) -> Generator[Record, None, None]:
        """A record a member; one that cannot be read does not stop the others."""
        del columns, first
        with _zip(address) as (archive, members):
            for member in members[at:]:
                name = f"{address}!{member.filename}"
                if member.file_size > MOST:
                    yield Record(name, name, problem=TOO_LARGE)
                    continue
                try:
                    with archive.open(member) as file:
                        data = limited(file)
                except _BROKEN as problem:
                    yield Record(name, name, problem=f"this member cannot be read: {why(problem)}")
                    continue
                yield Record(name, name, data or b"", problem=TOO_LARGE if data is None else None)


class Tar:
    """A tar file, compressed or not."""

    name = "tar"

    def enters(self, address: str) -> bool:
        """Where it is not compressed."""
        return not packed(address)

    def scan(self, address: str, columns: Columns) -> Iterator[int]:
        """The offsets of the members that are articles, or their numbers where the file is compressed."""
        del columns
        found = 0
        for member, _ in _members(address, 0):
            yield member.offset if self.enters(address) else found
            found += 1
        if not found:
            raise InputError(address, _NONE)

    def read(self, address: str, columns: Columns, at: int, first: int) -> Generator[Record, None, None]:
        """A record a member."""
        del columns, first
        members = _members(address, at if self.enters(address) else 0)
        if not self.enters(address):
            for _ in zip(range(at), members, strict=False):
                pass
        for member, archive in members:
            name = f"{address}!{member.name}"
            if member.size > MOST:
                yield Record(name, name, problem=TOO_LARGE)
                continue
            try:
                file = archive.extractfile(member)
                data = file.read() if file else b""
            except _BROKEN as problem:
                raise InputError(address, f"broken at member {member.name!r}: {why(problem)}") from None
            yield Record(name, name, data)


@contextmanager
def _zip(address: str) -> Iterator[tuple[zipfile.ZipFile, list[zipfile.ZipInfo]]]:
    with opened(address, unpack=False) as file:
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN as problem:
            raise InputError(address, f"no zip file: {why(problem)}") from None
        with archive:
            yield archive, [m for m in archive.infolist() if not m.is_dir() and _is_article(m.filename)]


def _members(address: str, at: int) -> Iterator[tuple[tarfile.TarInfo, tarfile.TarFile]]:
    """The members that are articles, from an offset on; of what was passed nothing stays in memory."""
    with opened(address) as file:
        if at:
            file.seek(at)
        try:
            with tarfile.open(fileobj=file, mode="r|" if packed(address) else "r:") as archive:
                for member in archive:
                    archive.members = []  # type: ignore[attr-defined]  # tarfile keeps every member otherwise
                    if member.isfile() and _is_article(member.name):
                        yield member, archive
        except _BROKEN as problem:
            raise InputError(address, f"broken: {why(problem)}") from None


def _is_article(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return not last.startswith(".") and "." in last and last[last.rfind(".") :].lower() in ENDINGS
