"""Where something stands, as whoever has the article's file in front of them would look for it."""

from __future__ import annotations

from bisect import bisect_right

from verifier.report._files import has_own_lines
from verifier.report._lines import Lines
from verifier.report._pieces import blocks
from verifier.report.models import Article, Span


class Places:
    """Lines, where the file has them; paragraphs that hold something, where its text was taken out of Word, HTML or
    PDF: nobody sees the lines of that. Of a PDF that was just read the page is told, too.

    ``lines`` are those of the text as read, for whoever shows one, ``widest`` the characters of a place in a column.
    """

    def __init__(self, article: Article) -> None:
        self.lines = Lines.of(article.text)
        self._own = has_own_lines(article)
        self._starts = [] if self._own else [b.start for b in blocks(article) if b.start < b.end]
        self._pages = article.pages
        self.widest = max(7, len(self.brief(max(0, len(article.text) - 1))))

    def at(self, offset: int) -> str:
        """Such as: line 7, paragraph 4, page 2, paragraph 9."""
        if self._own:
            return f"line {self.number(offset)}"
        page = f"page {bisect_right(self._pages, offset)}, " if self._pages else ""
        return f"{page}paragraph {self.number(offset)}"

    def brief(self, offset: int) -> str:
        """The same for whom an editor opens there: line and column, where the file has lines."""
        return "{}:{}".format(*self.lines.at(offset)) if self._own else self.at(offset)

    def number(self, offset: int) -> int:
        """The line or the paragraph alone."""
        return self.lines.at(offset)[0] if self._own else max(1, bisect_right(self._starts, offset))

    def cell(self, offset: int) -> str:
        """What a table's column of lines has of it: the number alone where it is a line."""
        return str(self.number(offset)) if self._own else self.at(offset)

    def bounds(self, span: Span) -> tuple[int, int]:
        """Where the line of the text begins and ends on which a span begins."""
        return self.lines.bounds(self.lines.at(span.start)[0])
