"""Where something stands, as whoever has the article's file in front of them would look for it."""

from __future__ import annotations

from bisect import bisect_right

from verifier.report._files import has_own_lines
from verifier.report._lines import Lines
from verifier.report._pieces import blocks
from verifier.report.models import Article


class Places:
    """Lines, where the file has them; paragraphs that hold something, where its text was taken out of Word, HTML or
    PDF: nobody sees the lines of that."""

    def __init__(self, article: Article) -> None:
        self._lines = Lines(article.text) if has_own_lines(article) else None
        self._starts = [] if self._lines else [b.start for b in blocks(article) if b.start < b.end]

    def at(self, offset: int) -> str:
        """Such as: line 7, paragraph 4."""
        if self._lines:
            return f"line {self._lines.at(offset)[0]}"
        return f"paragraph {max(1, bisect_right(self._starts, offset))}"
