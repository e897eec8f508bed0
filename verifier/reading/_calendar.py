"""The calendar: which days a written date can mean beside the day of writing."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from verifier.english.calendar import Turn
from verifier.reading._model import DateUnit

Bounds = tuple[date, date]


class Parts(NamedTuple):
    """What a written date says, before anybody asks which day that is."""

    unit: DateUnit = "day"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    turn: Turn | None = None
    offset: int | None = None
    """Units from the day of writing: -1 for "yesterday" and "last week", 0 for "today" and "this week"."""


def real(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def longest(month: int) -> int:
    """The most days the month can have."""
    return 29 if month == 2 else monthrange(2001, month)[1]


def bounds(parts: Parts, written: date | None, ahead: bool | None) -> Bounds | None:
    """The first and last day the parts can mean, None where that cannot be told.

    ``written`` is the day of writing; ``ahead`` whether the sentence looks forward (True), back (False), or does
    not show it (None).
    """
    try:
        return _bounds(parts, written, ahead)
    except (OverflowError, ValueError):  # beyond the calendar's first or last year, or no such day
        return None


def _bounds(parts: Parts, written: date | None, ahead: bool | None) -> Bounds | None:
    if parts.year is not None:
        return _with_year(parts, parts.year)
    if written is None:
        return None
    if parts.offset is not None:
        return _counted(parts.unit, parts.offset, written)
    if parts.month is not None:
        return _nearest_year(parts, written, ahead)
    return _nearest_weekday(parts, written, ahead) if parts.weekday is not None else None


def _with_year(parts: Parts, year: int) -> Bounds:
    if parts.month is None:
        return date(year, 1, 1), date(year + (9 if parts.unit == "decade" else 0), 12, 31)
    if parts.day is None:
        return date(year, parts.month, 1), date(year, parts.month, monthrange(year, parts.month)[1])
    return date(year, parts.month, parts.day), date(year, parts.month, parts.last_day or parts.day)


def _counted(unit: DateUnit, offset: int, written: date) -> Bounds:
    if unit == "day":
        day = written + timedelta(days=offset)
        return day, day
    if unit == "week":  # Sunday to Sunday: writers differ on where a week begins
        start = written - timedelta(days=(written.weekday() + 1) % 7) + timedelta(weeks=offset)
        return start, start + timedelta(days=7)
    if unit == "month":
        at = written.year * 12 + written.month - 1 + offset
        return _with_year(Parts(month=at % 12 + 1), at // 12)
    return _with_year(Parts(), written.year + offset)


def _nearest_year(parts: Parts, written: date, ahead: bool | None) -> Bounds:
    found = [
        _with_year(parts, year)
        for year in range(max(MINYEAR, written.year - 1), min(MAXYEAR, written.year + 1) + 1)
        if parts.day is None or real(year, parts.month or 1, max(parts.day, parts.last_day or 0))
    ]
    if not found:
        raise ValueError("no such day in the years around")
    if parts.turn == "last":
        return max(b for b in found if b[0] < written)
    if parts.turn == "next":
        return min(b for b in found if b[1] > written)
    if parts.day is None and ahead is not None:
        sided = [b for b in found if (b[1] >= written if ahead else b[0] <= written)]
        return (min if ahead else max)(sided)
    if parts.day is None and parts.turn is None:  # "in July": the one before or the one to come
        return max(b for b in found if b[0] <= written)[0], min(b for b in found if b[1] >= written)[1]
    return min(found, key=lambda b: abs((b[0] - written).days))


def _nearest_weekday(parts: Parts, written: date, ahead: bool | None) -> Bounds:
    back = (written.weekday() - (parts.weekday or 0)) % 7
    past = written - timedelta(days=back)
    coming = written + timedelta(days=(-back) % 7)
    if parts.turn == "last":
        return (past if back else past - timedelta(days=7)) - timedelta(days=7), past
    if parts.turn == "next":
        return coming, coming + timedelta(days=7)
    if ahead is None or parts.turn == "this":
        return past, coming
    return (coming, coming) if ahead else (past, past)
