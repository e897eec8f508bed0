"""The report as a page: the article as it reads, every mark in place, every note beside it.

One file that loads nothing. Its style and its script stand inside, and their hashes are the only things the page's
policy lets through. Everything from the article is escaped; not one character of it is changed or lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.report._page import Asset, render, script, style
from verifier.report._screen import clean
from verifier.report._tally import Tally
from verifier.report._view import view
from verifier.report._writer import Entry, Writer
from verifier.report.decisions import Decisions, Ticked
from verifier.report.index import page
from verifier.report.models import Report


@dataclass(frozen=True, slots=True)
class HtmlWriter(Writer):
    """One page for all articles, with an index where there are several.

    ``decisions`` are a review desk's, by the finding's fingerprint, and ``ticked`` the facts with what it decided.
    """

    decisions: Decisions = field(default_factory=dict)
    ticked: Sequence[Ticked] = ()

    def begin(self) -> str:
        """The head of the page, and the bar with which its findings are filtered."""
        return render("head.html", style=style(), scripts=self._scripts(), total=self.total, bar=True)

    def article(self, report: Report, index: int) -> str:
        """One article's part of the page."""
        prefix = f"a{index + 1}-" if self.total > 1 else ""
        return render(
            "article.html",
            view=view(report, prefix, self.decisions, likely=self.look.candidates, ticked=self.ticked),
            several=self.total > 1,
        )

    def unread(self, path: str, problem: str) -> str:
        """A part of the page that says so: what could not be looked at must not read as nothing found."""
        return render("unread.html", path=clean(path), problem=clean(problem), several=self.total > 1)

    def index(self, entries: Sequence[Entry]) -> str:
        """The page in a folder of reports that leads to each of them."""
        return page(entries)

    def end(self, tallies: Sequence[Tally]) -> str:
        """The index, which the style puts on top, and the end of the page."""
        rows = [(f"#a{number}-top", tally) for number, tally in enumerate(tallies, 1) if tally.articles]
        total = sum(tallies, Tally())
        return render("foot.html", total=total, rows=rows, several=self.total > 1, scripts=self._scripts())

    def _scripts(self) -> list[Asset]:
        return [script("page.js"), *([script("sort.js")] if self.total > 1 else [])]
