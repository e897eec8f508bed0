"""Dates: every mention of a day, month or year, and the days it can mean."""

from __future__ import annotations

from datetime import date

from verifier.article import Article, Span
from verifier.english import calendar, verbs
from verifier.languages import Language
from verifier.reading import _tabled_dates, _written_dates
from verifier.reading._calendar import Parts, bounds
from verifier.reading._model import DateMention
from verifier.reading.words import Words

_STOPS = frozenset(".?!")
_TOP = 5
"""Paragraphs from the top among which a line with nothing but a date is the article's own."""
_NEAR = 12
"""Words on either side of a date in which its tense is looked for."""


def find(article: Article, words: Words, language: Language | None = None) -> tuple[DateMention, ...]:
    """Every date in the article, in order.

    Dates without a year, weekdays and "yesterday" are resolved beside the article's own date (``published``, or a
    whole date in its dateline); without one they keep what is written and no bounds. ``language`` is given where only
    the tables of one are known.
    """
    found = list(_tabled_dates.walk(words, language) if language else _written_dates.walk(words))
    written = article.published or _from_dateline(article, words, found)
    return tuple(_mention(words, first, last, parts, written) for first, last, parts in found)


def written_on(article: Article, mentions: tuple[DateMention, ...]) -> date | None:
    """The day of writing: the article's date, or a whole date in its dateline or date line."""
    if article.published:
        return article.published
    return next((m.earliest for m in mentions if m.year and m.day and _heads(article, m.span)), None)


def _from_dateline(article: Article, words: Words, found: list[tuple[int, int, Parts]]) -> date | None:
    for first, last, parts in found:
        if parts.year and parts.day and _heads(article, words.span(first, last)):
            known = bounds(parts, None, ahead=None)
            return known[0] if known else None
    return None


def _heads(article: Article, span: Span) -> bool:
    """Whether a date stands in the dateline, or alone in one of the first paragraphs."""
    if article.dateline and article.dateline.covers(span):
        return True
    paragraph = article.paragraph_at(span.start)
    return paragraph is not None and paragraph.index < _TOP and paragraph.span == span


def _mention(words: Words, first: int, last: int, parts: Parts, written: date | None) -> DateMention:
    needs_tense = written and not parts.year and parts.offset is None and parts.day is None
    known = bounds(parts, written, _ahead(words, first, last) if needs_tense else None)
    return DateMention(
        span=words.span(first, last),
        earliest=known[0] if known else None,
        latest=known[1] if known else None,
        month=parts.month,
        day=parts.day,
        year=parts.year,
        weekday=parts.weekday,
        unit=parts.unit,
        relative=parts.offset is not None,
        last_day=parts.last_day,
        turn=parts.turn,
    )


def _ahead(words: Words, first: int, last: int) -> bool | None:
    """Whether the words around a date look forward or back, None where they show neither."""
    left = right = True  # whether the sentence may still go on there
    for step in range(1, _NEAR):  # the nearest sign decides
        left = left and first - step >= 0 and words.lows[first - step] not in _STOPS
        right = right and last + step < len(words) and words.lows[last + step] not in _STOPS
        for at in ([first - step] if left else []) + ([last + step] if right else []):
            sign = _sign(words, at)
            if sign is not None:
                return sign
    return None


def _sign(words: Words, at: int) -> bool | None:
    """What one word shows: True for time to come, False for time gone by."""
    low, before = words.lows[at], words.lows[at - 1] if at else ""
    if low in calendar.FORWARD or (low == "to" and before in verbs.BE_PRESENT):
        return True
    if low in calendar.BACK or (
        words.forms[at].endswith("ed") and words.forms[at] == low and len(low) > 4 and before not in {"be", "being"}
    ):
        return False
    return None
