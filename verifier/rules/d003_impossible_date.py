"""D003: days the calendar does not have, and weekdays that do not fit their date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from verifier.languages import Language
from verifier.reading import Analysis
from verifier.reading._calendar import longest, real
from verifier.reading._model import DateMention
from verifier.reading.dates import written_on
from verifier.rules._rule import Problem, rule

_GREGORIAN = 1753
"""First whole year in which the English-speaking world counted days as we do; weekdays before it are not checked."""
_NEAR = 120
"""Days from the day of writing within which a date without a year can only be the nearest one."""

_SAME_YEAR = 5
"""Months apart up to which two dates without a year are taken to lie in one year."""


_FEBRUARY = 2


@rule(
    "D003",
    "impossible-date",
    "error",
    what="A day the calendar does not have, or a weekday that does not fit the date beside it.",
    why="The weekday and the day of the month were usually taken down separately, so where they disagree one of the two"
    " is a slip, and readers who plan by it will come on the wrong day.",
    fires=(
        "The harbour will stay closed until February 30, the port said.",
        "The council last met on April 31, 2018.",
        "The bridge opened on Feb. 29, 2019, after two years of work.",
        "The trial opens on Tuesday, March 3, 2021, in Leeds.",
        "Ferry strike ends\n\nWednesday, June 12, 2019\n\nThe crews went back on Monday, June 11, the union said.",
        "Voters go to the polls on Tuesday, May 5. The count begins on Friday, May 9.",
        "The storm made landfall on Sunday night (June 4, 2018) near the port.",
        "The fair opens on Saturday, May 12, 2018, and closes on Sunday, May 14.",
    ),
    passes=(
        "The harbour will stay closed until February 28, the port said.",
        "The bridge opened on Feb. 29, 2020, after two years of work.",
        "The trial opens on Wednesday, March 3, 2021, in Leeds.",
        "Voters go to the polls on Tuesday, May 5. The count begins on Friday, May 8.",
        "Ferry strike ends\n\nWednesday, June 12, 2019\n\nThe crews went back on Tuesday, June 11, the union said.",
        "The fair opens on Saturday, May 12, 2018, and closes on Sunday, May 13.",
        "In April 31 people signed the letter, and in June 38 took their names off again.",
    ),
)
def check(analysis: Analysis) -> Iterable[Problem]:
    """Every impossible day, then every weekday that does not fit."""
    written = written_on(analysis.article, analysis.dates)
    undated: list[DateMention] = []
    for mention in analysis.dates:
        if mention.month is None or mention.day is None:
            continue
        problem = _no_such_day(analysis, mention, written) or _wrong_beside(analysis, mention, written)
        if problem:
            yield problem
        elif mention.weekday is not None and mention.year is None and written is None:
            undated.append(mention)
    yield from _disagreeing(analysis, undated)


def _length(language: Language, month: int, year: int | None) -> str:
    """How long this month is, in words; February needs its year."""
    name = _called(language.MONTHS, month)
    if month != _FEBRUARY:
        return f"{name} has {longest(month)} days"
    return f"{name} {year} has {monthrange(year, month)[1]} days" if year else f"{name} has 29 days at most"


def _no_such_day(analysis: Analysis, mention: DateMention, written: date | None) -> Problem | None:
    month, day = mention.month or 0, max(mention.day or 0, mention.last_day or 0)
    if day > longest(month):
        limit = _length(analysis.language, month, mention.year)
    elif (month, day) == (2, 29) and not _leap_near(mention.year, written):
        limit = f"{mention.year or (written and written.year)} is no leap year"
    else:
        return None
    return Problem(
        (mention.span,),
        f"There is no such day as {_words(analysis, mention)}: {limit}.",
        "Which day is meant? Check the date against its source.",
    )


def _leap_near(year: int | None, written: date | None) -> bool:
    if year is not None:
        return real(year, 2, 29) is not None
    return written is None or any(real(written.year + n, 2, 29) for n in (-1, 0, 1))


def _wrong_weekday(language: Language, mention: DateMention, written: date | None) -> Problem | None:
    days = _days_meant(mention, written)
    if mention.weekday is None or not days or any(d.weekday() == mention.weekday for d in days):
        return None
    day, said = days[0], _called(language.WEEKDAYS, mention.weekday)
    parts = {"day": day.day, "month": _called(language.MONTHS, day.month), "year": day.year}
    date_said, in_full = (form.format(**parts) for form in (language.DAY_OF_A_MONTH, language.DATE_IN_FULL))
    return Problem(
        (mention.span,),
        f"{in_full} is a {_called(language.WEEKDAYS, day.weekday())}, but the text says {said}.",
        f"Which is meant, the {said} or {date_said}?",
    )


def _wrong_beside(analysis: Analysis, mention: DateMention, written: date | None) -> Problem | None:
    """A weekday that fits the date neither in the year of the date beside it nor in that of the day of writing."""
    wrong = _wrong_weekday(analysis.language, mention, written)
    year = _year_beside(analysis, mention)
    if year is None or (written is not None and wrong is None):
        return wrong
    return _wrong_weekday(analysis.language, mention._replace(year=year), written)


def _year_beside(analysis: Analysis, mention: DateMention) -> int | None:
    """The year of the date that a sentence tells beside one of the same month without a year: "opens on Saturday,
    May 12, 2018, and closes on [Monday, May 14]"."""
    sentence = analysis.article.sentence_at(mention.span.start)
    if sentence is None or mention.year is not None or mention.weekday is None:
        return None
    beside = {
        d.year
        for d in analysis.dates
        if sentence.span.covers(d.span) and d.month == mention.month and d.day is not None and d.day != mention.day
    }
    return beside.pop() if len(beside) == 1 else None


def _called(names: Mapping[str, int], number: int) -> str:
    """A month or a weekday by its full name in the article's language: the first that its tables have."""
    return next(name for name, known in names.items() if known == number).capitalize()


def _days_meant(mention: DateMention, written: date | None) -> list[date]:
    """The days a date with a weekday can mean, likeliest first."""
    month, day = mention.month or 0, mention.day or 0
    if mention.year is not None:
        known = real(mention.year, month, day)
        return [known] if known and mention.year >= _GREGORIAN else []
    if written is None or not 2 < written.year < 9998:
        return []
    around = [d for n in (-1, 0, 1) if (d := real(written.year + n, month, day))]
    around.sort(key=lambda d: abs((d - written).days))
    return around[:1] if around and abs((around[0] - written).days) <= _NEAR else around[:2]


def _disagreeing(analysis: Analysis, undated: list[DateMention]) -> Iterator[Problem]:
    """Dates without a year anywhere, whose weekdays cannot both be right in one year."""
    for earlier, later in pairwise(undated):
        apart = abs((earlier.month or 0) - (later.month or 0))
        if apart > _SAME_YEAR or any(_fits(earlier, y) and _fits(later, y) for y in range(2001, 2029)):
            continue
        yield Problem(
            (later.span,),
            f"{_words(analysis, earlier)} and {_words(analysis, later)} cannot both be right in one year.",
            "Which weekday or which date is wrong? Check both in a calendar.",
            related=((earlier.span, "the other date"),),
        )


def _fits(mention: DateMention, year: int) -> bool:
    known = real(year, mention.month or 0, mention.day or 0)
    return known is not None and known.weekday() == mention.weekday


def _words(analysis: Analysis, mention: DateMention) -> str:
    return " ".join(mention.span.of(analysis.article.text).split())
