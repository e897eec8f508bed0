"""Dates in a language of which only tables are known: a day with its month, in words or figures.

The shape is that of the languages that write the day first and as an ordinal ("3. März 2026", "03.03.2026"). What needs
more than tables (yesterday, next week, a month alone) is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.languages import Language
from verifier.reading._calendar import Parts
from verifier.reading.words import Words

_FIGURES = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SHORT = 4
"""Letters of a month's or weekday's short form, which a full stop may follow."""


def walk(words: Words, language: Language) -> Iterator[tuple[int, int, Parts]]:
    """Every written day in order: its first and last token, and what it says."""
    done = -1
    for at, low in enumerate(words.lows):
        if at <= done or not low[0].isdigit():
            continue
        found = _figures(low) or _day(words, at, language)
        if found is None:
            continue
        length, parts = found
        weekday, first = _weekday(words, at, language)
        done = at + length
        yield first, done, parts._replace(weekday=weekday)


def _figures(low: str) -> tuple[int, Parts] | None:
    """ "03.03.2026" """
    match = _FIGURES.fullmatch(low)
    if match is None:
        return None
    day, month, year = (int(piece) for piece in match.groups())
    known = 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2199
    return (0, Parts("day", year, month, day)) if known else None


def _day(words: Words, at: int, language: Language) -> tuple[int, Parts] | None:
    """ "3. März 2026": how many tokens follow the first, and what they say."""
    lows = words.lows
    if not _is_day(lows[at]) or lows[at + 1 : at + 2] != ["."] or words.ends[at] != words.starts[at + 1]:
        return None
    month_at = at + 2
    month = language.MONTHS.get(lows[month_at]) if month_at < len(lows) and words.forms[month_at][0].isupper() else None
    if month is None:
        return None
    last = month_at + (len(lows[month_at]) <= _SHORT and lows[month_at + 1 : month_at + 2] == ["."])
    year = lows[last + 1] if last + 1 < len(lows) else ""
    if len(year) == 4 and year.isascii() and year.isdigit():
        return last + 1 - at, Parts("day", int(year), month, int(lows[at]))
    return month_at - at, Parts("day", None, month, int(lows[at]))


def _is_day(low: str) -> bool:
    return len(low) <= 2 and low.isascii() and low.isdigit() and 1 <= int(low) <= 31


def _weekday(words: Words, at: int, language: Language) -> tuple[int | None, int]:
    """The weekday right before a day, and the token where the date then begins: "Dienstag, den 3. März"."""
    before = at - 1
    if before >= 0 and words.lows[before] in language.BEFORE_A_DAY:
        before -= 1
    for mark in (",", "."):  # "Di., 3. März"
        if before > 0 and words.lows[before] == mark:
            before -= 1
    weekday = language.WEEKDAYS.get(words.lows[before]) if before >= 0 and words.forms[before][0].isupper() else None
    return weekday, at if weekday is None else before
