"""The day a source is of: what its card says, or its dateline. Its "last year" counts from there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verifier._exceptions import InputError
from verifier.article import Span, from_text
from verifier.reading import dates, words
from verifier.sources._model import Source

_HEAD = 400
"""Characters in which a dateline may begin."""
_LINE = re.compile(r"[^\n.]+(?:\.(?=[^\s])[^\n.]*)*")
_WORDS = 4
"""Words beside the date in a dateline: a place, "For release"."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A source's own day, and where it says so; no place where its card does."""

    day: date
    span: Span | None


@lru_cache(maxsize=256)
def day_of(source: Source) -> Dated | None:
    """The day a source is of; None where neither its card nor a dateline says so."""
    if source.card.dated:
        return Dated(source.card.dated, None)
    for line in _LINE.finditer(source.plain[:_HEAD]):
        found = _dateline(line[0])
        if found:
            day, span = found
            return Dated(day, Span(line.start() + span.start, line.start() + span.end))
    return None


def _dateline(line: str) -> tuple[date, Span] | None:
    """The one full date of a line that has hardly anything else in it."""
    try:
        article = from_text(line)
    except InputError:
        return None
    full = [d for d in dates.find(article, words.split(article.plain)) if d.year and d.month and d.day]
    if len(full) != 1 or full[0].earliest is None or full[0].earliest != full[0].latest:
        return None
    span = full[0].span
    beside = re.findall(r"[^\W\d_]+", line[: span.start] + " " + line[span.end :])
    return (full[0].earliest, span) if len(beside) <= _WORDS else None
