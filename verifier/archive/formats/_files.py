"""Article files: one record each."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from verifier.archive.formats._base import TOO_LARGE, limited, opened
from verifier.archive.records import Columns, Record


class OneArticle:
    """A file that is an article: text, Markdown, HTML, DOCX, PDF."""

    name = "article"

    def enters(self, address: str) -> bool:
        """There is nothing to enter."""
        del address
        return True

    def scan(self, address: str, columns: Columns) -> Iterator[int]:
        """One record, at the beginning."""
        del address, columns
        yield 0

    def read(self, address: str, columns: Columns, at: int, first: int) -> Generator[Record, None, None]:
        """The article."""
        del columns, at, first
        with opened(address, unpack=False) as file:
            data = limited(file)
        yield Record(address, address, data or b"", problem=TOO_LARGE if data is None else None)
