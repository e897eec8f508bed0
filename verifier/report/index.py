"""The page that leads to the reports of a folder: a row an article, with what it came to, sorted as one likes."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from verifier.report._page import render, script, style
from verifier.report._tally import Tally
from verifier.report._writer import Entry


def page(entries: Sequence[Entry]) -> str:
    """The whole page; the links are relative to the folder it stands in."""
    scripts = [script("sort.js")]
    total = sum((e.tally for e in entries), Tally())
    rows = [(quote(e.file), e.tally) for e in entries]
    head = render("head.html", style=style(), scripts=scripts, total=len(entries), bar=False)
    return head + render("index.html", rows=rows, total=total, scripts=scripts)
