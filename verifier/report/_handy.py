"""What a report does for whoever writes a program or sits at a notebook: a page, rows, a file, one line."""

from __future__ import annotations

import os
import secrets
from html import escape
from pathlib import Path

from verifier._exceptions import UsageError
from verifier.report import FORMATS, Look
from verifier.report._places import Places
from verifier.report._tally import Tally
from verifier.report.csv import COLUMNS, CsvWriter
from verifier.report.models import Article, Report, Span

_ENDINGS = {
    ".html": "html", ".htm": "html", ".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".md": "markdown",
    ".sarif": "sarif", ".txt": "text", ".xml": "junit", ".jsonld": "annotations",
}  # fmt: skip
_NUMBERS = frozenset(("line", "column", "end_line", "end_column"))
_TALL = 640
"""Pixels of a page in a notebook's cell; it scrolls inside."""


def html(report: Report) -> str:
    """The page."""
    return _written(report, "html")


def cell(report: Report) -> str:
    """The page in a frame of its own, in which nothing of the article or of the notebook reaches the other."""
    page = escape(html(report), quote=True)
    return (
        f'<iframe title="{escape(named(report), quote=True)}" sandbox="allow-scripts" srcdoc="{page}" '
        f'style="width: 100%; height: {_TALL}px; border: 1px solid #ccc"></iframe>'
    )


def rows(report: Report) -> list[dict[str, str | int]]:
    """A row a finding; lines and columns count from 1."""
    return [
        {name: int(value) if name in _NUMBERS else value for name, value in zip(COLUMNS, row, strict=True)}
        for row in CsvWriter.table(report.model_copy(update={"run": report.run.model_copy(update={"missing": ()})}))
    ]


def place(article: Article, span: Span) -> str:
    """Where a span begins, as the terminal tells it."""
    return Places(article).brief(span.start)


def write(report: Report, path: Path, form: str) -> Path:
    """Write aside, then give the file its name."""
    name = form or _ENDINGS.get(path.suffix.lower(), "")
    if name not in FORMATS:
        raise UsageError(f"{path}: in which format? There are {', '.join(FORMATS)}; say write({str(path)!r}, 'html')")
    aside = path.with_name(f".verifier-{secrets.token_hex(6)}.part")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as out:
            out.write(_written(report, name))
        os.replace(aside, path)  # noqa: PTH105 - Path.replace follows no other rules
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        aside.unlink(missing_ok=True)
    return path


def short(report: Report) -> str:
    """What the terminal shows, without colours."""
    return _written(report, "text").rstrip()


def named(report: Report) -> str:
    """One line."""
    what = report.article.title or report.article.path or "an article"
    return f"<Report on {what!r}: {Tally.of(report).found()}>"


def _written(report: Report, form: str) -> str:
    return FORMATS[form].open(1, Look()).whole([report])
