"""Two dates beside each other: whether they can be one day, and whether a slip of the pen leads between them."""

from __future__ import annotations

from datetime import date

from verifier.reading._model import DateMention

_WEEKS = 60
"""Days apart up to which a noun points back at what was told."""


def comparable(a: DateMention, b: DateMention) -> bool:
    """Whether two dates name as much time, or both a year."""
    return a.unit == b.unit or (a.year is not None and b.year is not None)


def differ(a: DateMention, b: DateMention) -> bool:
    """Whether the two cannot be the same day, month or year."""
    if a.weekday is not None and b.weekday is not None and not (a.turn or b.turn):
        return a.weekday != b.weekday
    if a.month and b.month and not (a.year and b.year):
        return a.month != b.month or bool(a.day and b.day and a.day != b.day)
    if a.earliest and a.latest and b.earliest and b.latest:
        return a.latest < b.earliest or b.latest < a.earliest
    return False


def agree(a: DateMention, b: DateMention) -> bool:
    """Whether two dates of one kind can be seen to mean the same day, month or year."""
    if a.unit != b.unit or differ(a, b):
        return False
    if a.earliest and b.earliest:
        return True
    return (a.weekday is not None and a.weekday == b.weekday) or (a.month is not None and a.month == b.month)


def close(a: DateMention, b: DateMention) -> bool:
    """Whether two days are no more than some weeks apart, as far as is known."""
    if a.unit != "day" or not (a.month and b.month):
        return True
    return apart(a, b) <= _WEEKS


def apart(a: DateMention, b: DateMention) -> int:
    """How many days lie between two days of the calendar; those without a year are of one."""
    return abs((_day(a) - _day(b)).days)


def follows_soon(first: DateMention, second: DateMention) -> bool:
    """Whether a day is one of the next three after another: days of the week are those of one week and the next."""
    if first.unit != "day" or second.unit != "day" or first.turn or second.turn:
        return False
    if first.earliest and second.earliest:
        return 0 < (second.earliest - first.earliest).days <= _SOON
    if first.weekday is not None and second.weekday is not None:
        return 0 < (second.weekday - first.weekday) % 7 <= _SOON
    return False


_SOON = 3


def written(mention: DateMention) -> bool:
    """Whether a date is written with month and day."""
    return bool(mention.day and mention.month)


def is_slip(a: DateMention, b: DateMention) -> bool:
    """Whether two dates differ by what a slip of the pen changes: the year or the month alone, or a day or two."""
    if a.month and a.month == b.month:
        return a.day == b.day or (bool(a.day and b.day) and abs((a.day or 0) - (b.day or 0)) in {1, 2, 10})
    if a.unit == b.unit == "year":
        return sorted(str(a.year)) == sorted(str(b.year))
    return bool(a.day) and a.day == b.day


def may_be_one(a: DateMention, b: DateMention) -> bool:
    """Whether two dates are near enough to be of one event where little else says so: a slip, or some days apart."""
    return is_slip(a, b) or (a.unit == b.unit == "day" and close(a, b))


def _day(mention: DateMention) -> date:
    try:
        return mention.earliest or date(2000, mention.month or 1, mention.day or 1)
    except ValueError:
        return date.min
