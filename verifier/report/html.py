"""The report as a page: the article as it reads, every mark in place, every note beside it.

One file that loads nothing: the style stands inside, its hash is the only thing the page's policy lets through, and
there is no script. Everything from the article is escaped; not one character of it is changed or lost.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from verifier.report._tally import Tally
from verifier.report._view import view
from verifier.report._writer import Entry, Writer
from verifier.report.decisions import Decisions
from verifier.report.models import Report

_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True)
class HtmlWriter(Writer):
    """One page for all articles, with an index where there are several.

    ``decisions`` are a review desk's, by the finding's fingerprint.
    """

    decisions: Decisions = field(default_factory=dict)

    def begin(self) -> str:
        """The head of the page."""
        style, digest = _style()
        return _environment().get_template("head.html").render(style=Markup(style), digest=digest, total=self.total)  # noqa: S704 - our own style sheet

    def article(self, report: Report, index: int) -> str:
        """One article's part of the page."""
        prefix = f"a{index + 1}-"
        return (
            _environment()
            .get_template("article.html")
            .render(view=view(report, prefix, self.decisions), several=self.total > 1)
        )

    def index(self, entries: Sequence[Entry]) -> str:
        """The page in a folder of reports that leads to each of them."""
        total = sum((e.tally for e in entries), Tally())
        page = _environment().get_template("index.html").render(entries=entries, total=total)
        return replace(self, total=len(entries)).begin() + page

    def end(self, tallies: Sequence[Tally]) -> str:
        """The index, which the style puts on top, and the end of the page."""
        return (
            _environment()
            .get_template("foot.html")
            .render(total=sum(tallies, Tally()), tallies=tallies, several=self.total > 1)
        )


def verbatim(text: str) -> Markup:
    """Text escaped so that a browser gives back the same characters.

    Browsers turn a bare carriage return into a line feed, and know no NUL at all: that one is shown as its symbol.
    """
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\x00", "␀"))  # noqa: S704 - just escaped


@lru_cache(maxsize=1)
def _style() -> tuple[str, str]:
    """The style sheet and its hash, as the content security policy names it."""
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    return style, base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["verbatim"] = verbatim
    return made
