"""Amounts of time told beside two dates that fix them: "two days later, on March 6", "three weeks ago, on April 7",
"from 1998 to 2021, for 33 years"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from verifier.article import Span
from verifier.english import calendar, hedges
from verifier.reading import Analysis
from verifier.reading._model import DateMention
from verifier.reading.words import Words
from verifier.rules._dates._figures import count, is_rough
from verifier.rules._dates._places import before, within
from verifier.rules._rule import Problem

_ANCHORS = 3
"""Dates before the amount that it can count from."""
_REACH = 400
"""Characters from such a date to the amount."""
_LONGEST = 40
"""Characters of the longest date: "Wednesday, September 30, 2020"."""
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_SLACK = {"day": 0.0, "week": 3.0, "month": 16.0, "year": 200.0, "decade": 1100.0}
"""Days that an amount in whole units may be off; a year told of two bare years may be off by one."""
_YEAR = 365
_ROUGH = 0.25
"""The share of itself by which an amount may be off that the text calls rough."""


class Amount(NamedTuple):
    """A count of days, weeks, months or years and its direction, from token ``first`` to ``last``."""

    number: int
    unit: str
    way: calendar.Way
    first: int
    last: int
    rough: bool


class Apart(NamedTuple):
    """The fewest and the most days that lie between two dates as they are written."""

    least: int
    most: int


def problems(analysis: Analysis, written: date | None) -> Iterator[Problem]:
    """Every amount beside a date that does not lead to it from any date it can count from."""
    for amount in amounts(analysis.words):
        mention = _beside(analysis, amount)
        if mention is None:
            continue
        anchors = _anchors(analysis, amount, mention, written)
        apart = [(a, between(a, mention)) for a in anchors]
        known = [(a, days) for a, days in apart if days is not None]
        if known and all(not _fits(amount, days, mention) for _, days in known):
            yield _problem(analysis, amount, mention, *known[-1])


def amounts(words: Words) -> Iterator[Amount]:
    """Every amount of time that the text sets before or after a date, in order."""
    for at in sorted(i for low in calendar.WAYS for i in words.places.get(low, ())):
        unit = calendar.AMOUNTS.get(words.lows[at - 1]) if at > 1 else None
        number = count(words.lows[at - 2]) if unit is not None else None
        if unit is None or number is None or words.lows[at + 1 : at + 2] == ["than"]:
            continue
        if not calendar.NOT_BEFORE_AN_AMOUNT.isdisjoint(words.lows[at - 3 : at - 2]):
            continue  # "one or two days later", "two and a half years ago"
        yield Amount(number, unit, calendar.WAYS[words.lows[at]], at - 2, at, is_rough(words.lows, at - 2))


def _beside(analysis: Analysis, amount: Amount) -> DateMention | None:
    """The date that stands right behind the amount, or right before it and a comma: "on March 6, two days later,"."""
    words = analysis.words
    at = amount.last + 1
    at += words.lows[at : at + 1] in ([","], ["("])
    at += words.lows[at : at + 1] in (["on"], ["in"])
    if at < len(words) and at > amount.last + 1:
        behind = next(within(analysis, Span(words.starts[at], words.ends[at] + _LONGEST)), None)
        if behind is not None and behind.span.start == words.starts[at]:
            return behind
    closes = words.lows[amount.last + 1 : amount.last + 2]
    opens = amount.first - 1 - (words.lows[amount.first - 1] in hedges.EXACTLY)
    if words.lows[opens : opens + 1] in ([","], ["("]) and closes in ([","], ["."], [")"], [";"]):
        end = words.ends[opens - 1]
        return next((m for m in before(analysis, Span(max(0, end - _LONGEST), end)) if m.span.end == end), None)
    return None


def _anchors(
    analysis: Analysis, amount: Amount, mention: DateMention, written: date | None
) -> Sequence[DateMention | date]:
    """What the amount can count from: the day of writing, or the last dates before it that are as exact."""
    if amount.way == "ago":
        return [written] if written is not None else []
    start = min(mention.span.start, analysis.words.starts[amount.first])
    told = before(analysis, Span(max(0, start - _REACH), start))
    return [m for m in told if m is not mention and _comparable(m, mention, amount.unit)][_ANCHORS - 1 :: -1]


def _comparable(start: DateMention, end: DateMention, unit: str) -> bool:
    """Whether the two dates are as exact as the amount needs: years for years, else both days or both months."""
    if unit in {"year", "decade"} and start.year is not None and end.year is not None:
        return "decade" not in {start.unit, end.unit}
    return start.unit == end.unit and (start.month is None) == (end.month is None)  # no weekday beside a day


def between(start: DateMention | date, end: DateMention) -> Apart | None:
    """The days from one date to another; None where the text does not say enough.

    Two dates without a year are taken for days of one year, two weekdays for days of one week after the other.
    """
    if isinstance(start, date):
        return Apart((end.earliest - start).days, (end.latest - start).days) if end.earliest and end.latest else None
    if start.month is None and end.month is None and start.weekday is not None and end.weekday is not None:
        days = (end.weekday - start.weekday) % 7
        return Apart(days, days)
    if start.earliest and start.latest and end.earliest and end.latest and start.year and end.year:
        return Apart((end.earliest - start.latest).days, (end.latest - start.earliest).days)
    first, last = _of_a_year(start, start.year or end.year), _of_a_year(end, end.year or start.year)
    if first is None or last is None:
        return None
    days = (last - first).days
    if not (start.year or end.year) and abs(days) > _YEAR / 2:
        days -= _YEAR if days > 0 else -_YEAR  # from December to January
    return Apart(days, days)


def _of_a_year(mention: DateMention, year: int | None) -> date | None:
    if mention.month is None or mention.day is None:
        return None
    try:
        return date(year or 2001, mention.month, mention.day)
    except ValueError:
        return None


def _fits(amount: Amount, apart: Apart, mention: DateMention) -> bool:
    """Whether the amount can lead from one date to the other."""
    told = days_of(amount.number, amount.unit)
    slack = _SLACK[amount.unit] + (max(told * _ROUGH, _DAYS[amount.unit]) if amount.rough else 0)
    if amount.way != "later":
        told = -told
    if mention.month is None and mention.weekday is not None:
        return amount.unit != "day" or amount.number > 6 or amount.rough or (told - apart.least) % 7 == 0
    if amount.unit == "year" and mention.unit == "year":
        slack = max(slack, _DAYS["year"])  # both ends are a year wide: the bounds hold what may be off
        return apart.least - slack / 2 <= told <= apart.most + slack / 2
    return apart.least - slack <= told <= apart.most + slack


def _problem(
    analysis: Analysis, amount: Amount, mention: DateMention, anchor: DateMention | date, apart: Apart
) -> Problem:
    text, words = analysis.article.text, analysis.words
    span = words.span(amount.first, amount.last)
    since = "the article's own date" if isinstance(anchor, date) else anchor.span.of(text)
    related = [(mention.span, "the date")]
    if not isinstance(anchor, date):
        related.append((anchor.span, "counted from here"))
    return Problem(
        (span,),
        f"“{span.of(text)}” and {mention.span.of(text)} do not add up: that is {told(apart)} from {since}.",
        "Which is right, the amount of time or the date?",
        related=tuple(related),
    )


def days_of(number: int, unit: str) -> float:
    """The days in so many units of time."""
    return number * _DAYS[unit]


def told(apart: Apart) -> str:
    """How far apart two dates are, in the words of a reader: "23 years", "3 days"."""
    days = abs(apart.least + apart.most) / 2
    unit = next(unit for unit, least in _TOLD_IN if days >= least)
    number = round(days / _DAYS[unit])
    return f"{number} {unit}{'' if number == 1 else 's'}"


_TOLD_IN = (("year", 700), ("month", 92), ("week", 15), ("day", 0))
"""The unit in which a number of days is told, and from how many days on."""
