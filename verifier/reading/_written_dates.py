"""Finds dates in the words: one walk over the tokens, a reader for each way a date can begin."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.english import calendar, numbers
from verifier.english.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, TURNS, WEEKDAYS
from verifier.reading._calendar import Parts, longest
from verifier.reading.words import Words

Found = tuple[int, int, Parts]

_MONTHS = MONTHS | SHORT_MONTHS
_DAYS = WEEKDAYS | SHORT_WEEKDAYS
_TURN_OFFSETS = {"last": -1, "this": 0, "next": 1}
_DASHES = frozenset("-–—‑")
_OPENERS = frozenset(calendar.OFFSETS) | frozenset(calendar.UNITS) | frozenset(_DAYS) | frozenset(_MONTHS)


def walk(words: Words) -> Iterator[Found]:
    """Every written date in order: its first and last token, and what it says."""
    opening = [low for low in words.places if low in _OPENERS or low[0] in "0123456789" or low.startswith("mid-")]
    after = 0
    for at in sorted(at for low in opening for at in words.places[low]):
        if at < after:
            continue
        found = _read(words, at, words.lows[at])
        if found:
            yield found
            after = found[1] + 1


def _read(words: Words, at: int, low: str) -> Found | None:
    if low[0].isdigit():
        return _from_figure(words, at)
    if low in calendar.OFFSETS or low in calendar.UNITS:
        return _counted_day(words, at, low) if low in calendar.OFFSETS else _counted_unit(words, at, low)
    if low in _DAYS and words.forms[at][0].isupper():
        return _from_weekday(words, at, low)
    if low in _MONTHS and words.forms[at][0].isupper():
        return _from_month(words, at)
    if low.startswith("mid-") and low[4:] in MONTHS:
        month = MONTHS[low[4:]]
        year = _year(words, at + 1)
        return at, at + (year is not None), Parts("month", year, month)
    return None


def _counted_day(words: Words, at: int, low: str) -> Found | None:
    if low == "today" and words.forms[at] != "today" and words.forms[at - 1 : at] and words.forms[at - 1][0].isupper():
        return None  # the name of a newspaper or channel
    further = calendar.FURTHER.get(words.low(at - 1), 0)
    if not further or not words.low(at - 2).startswith("day"):
        return at, at, Parts(offset=calendar.OFFSETS[low])
    if words.low(at - 2) != "day" or further * calendar.OFFSETS[low] <= 0:
        return None  # "three days before yesterday", "the day after yesterday"
    return at - 2 - (words.low(at - 3) == "the"), at, Parts(offset=calendar.OFFSETS[low] + further)


def _counted_unit(words: Words, at: int, low: str) -> Found | None:
    turn = TURNS.get(words.low(at - 1))
    if turn is None or words.low(at - 1) in calendar.TURNS_AFTER_AN_ARTICLE:
        return None
    if words.low(at + 1) in {"'s", "’s"} and low == "year" and turn == "this":
        return None
    return at - 1, at, Parts(calendar.UNITS[low], offset=_TURN_OFFSETS[turn], turn=turn)


def _from_weekday(words: Words, at: int, low: str) -> Found | None:
    if words.low(at - 1) in calendar.NAMED_BEFORE or (words.forms[at + 1 : at + 2] and _titled(words, at + 1)):
        return None
    weekday = _DAYS[low]
    first = at - 1 if words.low(at - 1) in TURNS else at
    turn = TURNS.get(words.low(at - 1))
    after = at + 1
    if low in SHORT_WEEKDAYS and words.low(after) == ".":
        after += 1
    joined = after + (words.low(after) in calendar.PARTS_OF_DAY)
    joined += words.low(joined) in {",", "("}
    joined += words.low(joined) == "the"
    dated = _calendar_day(words, joined)
    if dated:
        closed = words.low(joined - 1) == "(" and words.low(dated[1] + 1) == ")"
        return first, dated[1] + closed, dated[2]._replace(weekday=weekday, turn=turn)
    if low in SHORT_WEEKDAYS:
        return None  # "Sun", "Sat" and "Mon" alone are other words
    return first, at, Parts(weekday=weekday, turn=turn)


def _titled(words: Words, at: int) -> bool:
    form = words.forms[at]
    if form.lower() not in calendar.NAMED_AFTER or not form[0].isupper():
        return False
    return form.lower() not in calendar.PARTS_OF_DAY or words.forms[at + 1 : at + 2] == ["Live"]


def _calendar_day(words: Words, at: int) -> Found | None:
    """A month with its day, in either order, at this token."""
    low = words.low(at)
    if low in _MONTHS and words.forms[at][0].isupper():
        found = _from_month(words, at)
        return found if found and found[2].day else None
    if low and low[0].isdigit() and low.isascii():
        return _day_first(words, at)
    return None


def _from_month(words: Words, at: int) -> Found | None:
    low = words.lows[at]
    month = _MONTHS[low]
    after = at + 1
    dotted = low in SHORT_MONTHS and words.low(after) == "."
    after += dotted
    day = _day(words, after, month)
    if day is not None:
        return _days_of(words, at, after, month, day)
    year_at = after + (words.low(after) in {",", "of"})
    year = _year(words, year_at)
    if year is not None:
        return at, year_at, Parts("month", year, month)
    if low in SHORT_MONTHS and not dotted:
        return None
    before = words.low(at - 1)
    if low in calendar.OTHER_SENSES and (before not in calendar.BEFORE_MONTH or _is_name(words, at)):
        return None
    turn = TURNS.get(before)
    return at - (turn is not None), at + dotted, Parts("month", None, month, turn=turn)


def _is_name(words: Words, at: int) -> bool:
    """Whether a capitalised word follows, as in "for April Jones"."""
    following = words.forms[at + 1 : at + 2]
    return bool(following) and following[0][0].isupper() and following[0].lower() not in _DAYS


def _days_of(words: Words, at: int, day_at: int, month: int, day: int) -> Found:
    last = day_at + (words.low(day_at + 1) in numbers.ORDINAL_ENDINGS and _touch(words, day_at))
    last_day = None
    if words.low(last + 1) in _DASHES or words.low(last + 1) in calendar.BETWEEN_DAYS:
        closing = _day(words, last + 2, month)
        if closing is not None and closing > day and not _own_month(words, last + 3):
            last, last_day = last + 2, closing
            last += words.low(last + 1) in numbers.ORDINAL_ENDINGS and _touch(words, last)
    year_at = last + 1 + (words.low(last + 1) == ",")
    year = _year(words, year_at)
    if year is not None:
        last = year_at
    return at, last, Parts("day", year, month, day, last_day=last_day)


def _own_month(words: Words, at: int) -> bool:
    return words.low(at) in _MONTHS and words.forms[at][0].isupper()


def _touch(words: Words, at: int) -> bool:
    return at + 1 < len(words) and words.ends[at] == words.starts[at + 1]


def _day(words: Words, at: int, month: int) -> int | None:
    """The day of a month at this token, also one the calendar lacks (February 30), but no other figure."""
    form = words.low(at)
    if not (0 < len(form) < 3 and form.isascii() and form.isdigit()):
        return None
    if words.low(at + 1) in calendar.NOT_DAYS or (words.low(at + 1) == "/" and _touch(words, at)):
        return None
    day = int(form)
    if not 1 <= day <= 31:
        return None
    counted = (day > longest(month) or words.low(at - 2) == "in") and _counts_something(words, at + 1)
    return None if counted else day


def _counts_something(words: Words, at: int) -> bool:
    low = words.low(at)
    return low.isalpha() and low.endswith("s")


def _year(words: Words, at: int) -> int | None:
    form = words.low(at)
    if len(form) != 4 or not form.isascii() or not form.isdigit() or words.low(at + 1) in calendar.NOT_DAYS:
        return None
    if words.low(at + 1) in {":", "hours"}:
        return None
    year = int(form)
    return year if 1000 <= year <= 2199 else None


def _from_figure(words: Words, at: int) -> Found | None:
    form = words.lows[at]
    if not form.isascii():
        return None
    return _figures_alone(words, at) or _day_first(words, at) or (_bare_year(words, at) if len(form) == 4 else None)


def _day_first(words: Words, at: int) -> Found | None:
    """ "1 March 2019", "the 1st of March"."""
    last = at + (words.low(at + 1) in numbers.ORDINAL_ENDINGS and _touch(words, at))
    month_at = last + 1
    month_at += month_at > at + 1 and words.low(month_at) == "of"
    if not _own_month(words, month_at):
        return None
    low = words.lows[month_at]
    month = _MONTHS[low]
    day = _day(words, at, month)
    if day is None or (low in SHORT_MONTHS and low != "sept" and last == at and _day(words, month_at + 1, month)):
        return None
    end = month_at + (low in SHORT_MONTHS and words.low(month_at + 1) == ".")
    if _day(words, end + 1, month) is not None and _year(words, end + 1) is None:
        return None  # "the top 5 March 3 results": the figure before the month is not its day
    year_at = end + 1 + (words.low(end + 1) == ",")
    year = _year(words, year_at)
    return at, (year_at if year is not None else end), Parts("day", year, month, day)


def _figures_alone(words: Words, at: int) -> Found | None:
    """ "2019-03-01" and "3/1/2019", the latter American unless it cannot be."""
    pieces = words.lows[at : at + 5]
    if len(pieces) < 5 or pieces[1] != pieces[3] or pieces[1] not in {"-", "/"}:
        return None
    if not all(p.isascii() and p.isdigit() for p in pieces[::2]) or not all(
        _touch(words, i) for i in range(at, at + 4)
    ):
        return None
    if [len(p) for p in pieces[::2]] == [4, 2, 2]:
        year, month, day = (int(p) for p in pieces[::2])
    elif pieces[1] == "/" and len(pieces[4]) == 4 and len(pieces[0]) <= 2 and len(pieces[2]) <= 2:
        month, day, year = (int(p) for p in pieces[::2])
        if month > 12:
            month, day = day, month
        elif day <= 12 and month != day:
            return at, at + 4, Parts("year", year)  # which is the month depends on the country
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 39 and 1000 <= year <= 2199):
        return None
    return at, at + 4, Parts("day", year, month, day)


def _bare_year(words: Words, at: int) -> Found | None:
    form = words.lows[at]
    decade = form.isdigit() and form[3] == "0" and form[0] in "12"  # "the 1:30s" are none
    if decade and words.low(at + 1) == "s" and _touch(words, at):
        return at, at + 1, Parts("decade", int(form))
    year = _year(words, at)
    if year is None or not year >= 1500:
        return None
    before, following = words.low(at - 1), words.low(at + 1)
    if (
        following in calendar.COUNTED
        or following.startswith("year-")
        or (before in {"of", "to"} and following.isalpha())
    ):
        return None
    if before in calendar.BEFORE_YEAR:
        round_count = year % 50 == 0 and following.isalpha() and following.endswith("s")
        return None if round_count else (at, at, Parts("year", year))
    modern = 1900 <= year <= 2099 and (before in calendar.DETERMINERS or before in {"'s", "’s"})
    return (at, at, Parts("year", year)) if modern or _joined_year(words, at) else None


def _joined_year(words: Words, at: int) -> bool:
    """Whether the figure closes a pair of years: "2010-2014"."""
    dash = words.low(at - 1) in _DASHES and len(words.low(at - 2)) == 4 and words.low(at - 2).isdigit()
    opens = words.low(at + 1) in _DASHES and len(words.low(at + 2)) == 4 and words.low(at + 2).isdigit()
    return dash or opens
