"""WARC: one article a page that a crawler was given."""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from verifier._exceptions import InputError
from verifier.archive.formats._base import TOO_LARGE, limited, opened, why
from verifier.archive.records import Columns, Record

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_HOLDS_PAGES = frozenset({"response", "resource", "conversion"})
_FINE = "200"


class Warc:
    """A WARC file: the pages in it, HTML or text, that were answered with status 200."""

    name = "warc"

    def enters(self, address: str) -> bool:
        """At any record: each is compressed by itself."""
        del address
        return True

    def scan(self, address: str, columns: Columns) -> Iterator[int]:
        """The offsets of the records that are pages."""
        del columns
        found = 0
        seen = 0
        for at, record in _records(address, 0):
            seen += 1
            if _is_page(record):
                found += 1
                yield at
        if not found:
            raise InputError(address, f"no articles in it: {seen} records, none of them a page of HTML or text")

    def read(self, address: str, columns: Columns, at: int, first: int) -> Generator[Record, None, None]:
        """A record a page, called by its number; its address on the web is its id."""
        del columns
        pages = (record for _, record in _records(address, at) if _is_page(record))
        for number, page in zip(count(first), pages, strict=False):
            url = page.rec_headers.get_header("WARC-Target-URI") or ""
            name = f"{address}#{number}"
            data = limited(page.content_stream())
            yield Record(
                url or name,
                name,
                data or b"",
                outlet=urlsplit(url).hostname,
                problem=TOO_LARGE if data is None else None,
            )


def _records(address: str, at: int) -> Iterator[tuple[int, Any]]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - the extra archive
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    with opened(address, unpack=False) as file:
        if at:
            file.seek(at)
        records = ArchiveIterator(file)
        try:
            for record in records:
                yield records.get_record_offset(), record
        except (ArchiveLoadFailed, OSError, EOFError, zlib.error, ValueError) as problem:
            raise InputError(address, f"broken: {why(problem)}") from None


def _is_page(record: Any) -> bool:
    if record.rec_type not in _HOLDS_PAGES:
        return False
    http = record.http_headers
    if http is not None and http.get_statuscode() not in (_FINE, None):
        return False
    told = (http.get_header("Content-Type") if http is not None else None) or record.content_type or ""
    return told.split(";")[0].strip().lower() in _PAGES
