"""What stands over a cell of a table: the head of its column, and the year of a date there or in the line above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verifier.article import Span
from verifier.reading._model import DateMention

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CELLS = re.compile(r"[\t|]")
_HEADING = 12
"""Words of a line over a table that says what it is of."""


def with_year(day: DateMention, text: str, place: Span) -> DateMention:
    """A date that a row of a table tells without its year, with the one year that stands above it."""
    if day.year is not None or day.month is None or day.relative:
        return day
    row = _line(text, place.start)
    if not is_row(row.of(text)) or _YEAR.search(row.of(text)):
        return day
    year = _above(text, row, place)
    if year is None:
        return day
    try:
        known = date(year, day.month, day.day) if day.day and day.last_day is None else None
    except ValueError:
        return day  # February 29 of another year
    return day._replace(year=year, earliest=known, latest=known)


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: its cells parted by tabs, or by lines as Markdown has them."""
    return "\t" in line or line.lstrip().startswith("|")


def heads(text: str, place: Span) -> tuple[str, list[str]]:
    """The head of the column that a place in a row stands in, and those of the others; empty where there is none."""
    row = _line(text, place.start)
    if not is_row(row.of(text)):
        return "", []
    cells, _ = _over(text, row)
    column = _column(text, row, place)
    return (cells[column], cells[:column] + cells[column + 1 :]) if column < len(cells) else ("", cells)


def _above(text: str, row: Span, place: Span) -> int | None:
    """The one year at the head of the column, else in the line over the table."""
    cells, over = _over(text, row)
    column = _column(text, row, place)
    return _one_year(cells[column] if column < len(cells) else "") or (
        _one_year(over) if len(over.split()) <= _HEADING else None
    )


def _over(text: str, row: Span) -> tuple[list[str], str]:
    """The cells at the head of a row's table, and the line over that."""
    head, over = "", ""
    for line in _upwards(text, row.start):
        if not is_row(line):
            over = line
            break
        head = line
    return _CELLS.split(head), over


def _column(text: str, row: Span, place: Span) -> int:
    return len(_CELLS.split(text[row.start : place.start])) - 1


def _upwards(text: str, at: int) -> Iterator[str]:
    """The lines above a place that have something in them, the nearest first."""
    while at > 0:
        line = _line(text, at - 1)
        if line.of(text).strip():
            yield line.of(text)
        at = line.start


def _line(text: str, at: int) -> Span:
    end = text.find("\n", at)
    return Span(text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end)


def _one_year(words: str) -> int | None:
    found = set(_YEAR.findall(words))
    return int(found.pop()) if len(found) == 1 else None
