"""Dates of the article beside those of the sources: which parts both give, and which of them are another."""

from __future__ import annotations

from datetime import date

from verifier.english.calendar import WEEKDAY_NAMES
from verifier.reading._model import DateMention, Quantity


def contradicts(ours: DateMention, theirs: DateMention) -> bool:
    """Whether a part that both dates give is another."""
    return any(None not in (mine, other) and mine != other for mine, other in parts_of(ours, theirs).values())


def lacks(ours: DateMention, theirs: DateMention) -> str:
    """The part of the article's date that a source's has nothing of, not even by the day that it can only mean."""
    if both_counted(ours, theirs):
        return ""
    meant = theirs.earliest if theirs.day and theirs.earliest == theirs.latest else None
    known = {"weekday": meant.weekday(), "year": meant.year} if meant else {}
    parts = parts_of(ours, theirs).items()
    return next((p for p, (mine, other) in parts if mine is not None and other is None and known.get(p) != mine), "")


def holds(theirs: DateMention, ours: DateMention) -> bool:
    """Whether a source's date gives all that the article's does, alike: "2 March 2027" has "March 2", and "2027"."""
    given = {part: mine for part, (mine, _) in parts_of(ours, theirs).items() if mine is not None}
    if not given or set(given) == {"weekday"} or contradicts(ours, theirs):
        return False
    return not lacks(ours, theirs)


def weekday_of(day: DateMention) -> int | None:
    """The weekday of a date: as it says, or as a full one brings with it."""
    if day.weekday is not None or not (day.year and day.month and day.day):
        return day.weekday
    try:
        return date(day.year, day.month, day.day).weekday()
    except ValueError:
        return None


def unplaced(ours: Quantity | DateMention, told: str, theirs: Quantity | DateMention, there: str) -> bool:
    """Whether a source has the same words for a time, which count from a day that nobody knows."""
    if not (isinstance(ours, DateMention) and ours.relative and isinstance(theirs, DateMention)):
        return False
    return theirs.earliest is None and _folded(told) == _folded(there)


def day_left_out(ours: Quantity | DateMention, theirs: Quantity | DateMention) -> str:
    """The weekday of a source's date which does not give it, where the article's is another: "a Tuesday"."""
    if not (isinstance(ours, DateMention) and isinstance(theirs, DateMention)) or theirs.weekday is not None:
        return ""
    day = weekday_of(theirs)
    return "" if day is None or ours.weekday in (None, day) else f"a {WEEKDAY_NAMES[day]}"


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def not_to_be_held(a: Quantity | DateMention, b: Quantity | DateMention) -> bool:
    """Whether the two cannot be held against each other: days that count from the day of writing, or bare weekdays."""
    if isinstance(a, DateMention) and isinstance(b, DateMention):
        return a.relative or b.relative or (None in (a.month, b.month) and None in (a.year, b.year))
    return False


def of_another_weekday(ours: DateMention, theirs: DateMention, *, alike: bool) -> bool:
    """Whether two dates are one day of one month, and not one day of the week: "Tuesday" and "Wednesday, March 3". Of
    two years they may be, unless both say of which, or ``alike`` things are told of them."""
    if None in (ours.day, ours.month, ours.weekday) or (ours.day, ours.month) != (theirs.day, theirs.month):
        return False
    year = ours.year or (ours.earliest.year if ours.earliest else None)
    if theirs.year != year and (None not in (year, theirs.year) or not alike):
        return False
    return weekday_of(theirs) not in (None, ours.weekday)


def parts_of(ours: DateMention, theirs: DateMention) -> dict[str, tuple[int | None, int | None]]:
    """Each part of a date as the article gives it and as a source does."""
    return {
        "weekday": (ours.weekday, weekday_of(theirs)),
        "day": (ours.day, theirs.day),
        "month": (ours.month, theirs.month),
        "year": (ours.year, theirs.year),
    }


def meet(ours: DateMention, theirs: DateMention) -> bool:
    """Whether there is a part that both dates give, be it alike or not."""
    return any(None not in both for both in parts_of(ours, theirs).values())


def both_counted(a: DateMention, b: DateMention) -> bool:
    """Whether each counts from the day it was written on, and that is known."""
    return bool(a.earliest and b.earliest) and _counted(a) and _counted(b)


def _counted(day: DateMention) -> bool:
    """Whether a day, a month or a year counts from the day of writing."""
    return day.relative or (day.day is None and day.weekday is not None)
