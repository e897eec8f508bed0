"""D004: times told in an order, or at a distance, that their own dates contradict."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from verifier.article import Span
from verifier.english import calendar
from verifier.english.calendar import MONTH_NAMES, WEEKDAY_NAMES
from verifier.reading import Analysis
from verifier.reading._model import DateMention
from verifier.reading.dates import written_on
from verifier.reading.words import Words
from verifier.rules._dates import _between, _clock, _durations, _intervals, _lives, _obituaries, _order
from verifier.rules._rule import Problem, rule

_TO = calendar.UNTIL | {"-", "–", "—"}


@rule(
    "D004",
    "chronology",
    "error",
    what="An end before its start, an age or a distance in time that its own dates contradict, or a “yesterday” that"
    " was another day.",
    why="Two dates that fix each other leave no room: where they do not add up, one is wrong.",
    fires=(
        "She ran the clinic from 2014 to 2010, records show.",
        "The census was taken between March 15 and March 10, 2018.",
        "The painter (1921-1899) never left the island.",
        "Anna Weiss, born in 1950, was 40 when she died in 2016.",
        "He was born in 1962 and died in 1957.",
        "Fire at the mill\n\nTuesday, June 11, 2019\n\nThe fire broke out yesterday (Sunday), police said.",
        "Bank shuts\n\nTuesday, May 4, 2010\n\nIt moved here ten years ago, in 1991.",
        "Weiss left the firm on June 24. On June 19, its lawyers told police that Weiss had left with two laptops.",
        "Ortega resigned on May 5.\n\nOn May 3, two days after his resignation, the board met.",
        "The yard closed in 1990. Five years later, in 1998, it reopened as a museum.",
        "The storm struck on March 3. Two days later, on March 6, the river left its banks.",
        "Strike at the mill\n\nSunday, May 5, 2024\n\nThe strike began three weeks ago, on April 7, the union said.",
        "Lena Voss, the painter, died on March 4, 2024. She was 81. She was born in Lodz on June 2, 1935.",
        "The bridge opened on May 3, 1998 and closed on May 3, 2021, after 33 years of service.",
        "The festival lasted nine days, from June 3 to June 9.",
        "The theatre, which opened in 1920, will mark its 75th anniversary in 2020.",
        "Fire at the mill\n\nTuesday, June 11, 2019\n\nThe fire broke out yesterday (June 8), police said.",
        "Fire at the mill\n\nTuesday, June 11, 2019\n\nThe fire broke out the day before yesterday (June 8).",
        "Fire at the mill\n\nTuesday, June 11, 2019\n\nThe mill opens again tomorrow (June 13), its owner said.",
        "The hearing opened at 9 a.m. and ended at 8:15 a.m. the same day.",
        "The train left at 9:15 a.m. and left the rails 20 minutes later, at 9:50 a.m., police said.",
        "The film lasted three hours, from 8 p.m. to 10 p.m., she said.",
        "Her cousin, Otto Weiss, who was born in 1972, joined the army in 1979.",
    ),
    passes=(
        "She ran the clinic from 2010 to 2014, records show.",
        "The season runs from November to February.",
        "Anna Weiss, born in 1950, was 66 when she died in 2016.",
        "He was born in 1957 and died in 1962.",
        "Fire at the mill\n\nTuesday, June 11, 2019\n\nThe fire broke out yesterday (Monday), police said.",
        "Bank shuts\n\nTuesday, May 4, 2010\n\nIt moved here almost ten years ago, in 2001.",
        "Weiss left the firm on June 24. On June 29, its lawyers told police that Weiss had left with two laptops.",
        "Fire at the mill\n\nTuesday, June 11, 2019\n\nThe fire broke out yesterday (June 10), police said.",
        "Fire at the mill\n\nTuesday, June 11, 2019\n\nThe fire broke out the day before yesterday (June 9). The mill "
        "opens the day after tomorrow, June 13.",
        "Fire at the mill\n\nTuesday, June 11, 2019\n\nThe mill opens again tomorrow (June 12), its owner said.",
        "The hearing opened at 9 p.m. on Monday and ended at 8:15 a.m. on Tuesday.",
        "The hearing opened at 9 a.m. and ended at 8:15 p.m. the same day.",
        "The train left at 9:15 a.m. and left the rails 35 minutes later, at 9:50 a.m., police said.",
        "The film lasted two hours, from 8 p.m. to 10 p.m., she said.",
        "The party lasted five hours, from 9 p.m. to 2 a.m., she said.",
        "Her cousin, Otto Weiss, who was born in 1972, joined the army in 1991.",
        "Otto Weiss, born in 1972, was six when his father joined the army in 1978.",
        "Ortega resigned on May 5.\n\nOn May 7, two days after his resignation, the board met.",
        "Ortega resigned on May 5.\n\nOn May 3 Ortega said he would resign.",
        "The yard closed in 1990. Eight years later, in 1998, it reopened as a museum.",
        "The storm struck on March 3. Three days later, on March 6, the river left its banks.",
        "Strike at the mill\n\nSunday, May 5, 2024\n\nThe strike began four weeks ago, on April 7, the union said.",
        "Lena Voss, the painter, died on March 4, 2024. She was 88. She was born in Lodz on June 2, 1935.",
        "The firm moved to Leeds in 1998 and closed in 2021 after 50 years in business.",
        "The festival lasted seven days, from June 3 to June 9.",
        "The town will mark the tenth anniversary of the fire in 2031; the mill was built in 1901.",
    ),
)
def check(analysis: Analysis) -> Iterable[Problem]:
    """Ranges, neighbours that fix each other, and lives."""
    written = written_on(analysis.article, analysis.dates)
    for earlier, later in pairwise(analysis.dates):
        problem = _backwards(analysis, earlier, later) or _same_day(analysis, earlier, later, written)
        if problem:
            yield problem
    yield from _intervals.problems(analysis, written)
    yield from _between.problems(analysis)
    yield from _durations.problems(analysis, written)
    yield from _lives.problems(analysis, written)
    yield from _obituaries.problems(analysis, written)
    yield from _order.problems(analysis)
    yield from _clock.problems(analysis)


def _backwards(analysis: Analysis, start: DateMention, end: DateMention) -> Problem | None:
    """ "from 2014 to 2010"."""
    if not _is_range(analysis.words, start, end):
        return None
    first, last = start.earliest, end.latest
    if start.year is None or end.year is None:
        first, last = _in_one_year(start, end)
    if first is None or last is None or first <= last:
        return None
    text = analysis.article.text
    return Problem(
        (Span(start.span.start, end.span.end),),
        f"The time runs backwards: it starts in {start.span.of(text)} and ends in {end.span.of(text)}.",
        "Are the two dates the wrong way round, or is one of them wrong?",
    )


def _is_range(words: Words, start: DateMention, end: DateMention) -> bool:
    a, b = words.at(start.span.end - 1), words.at(end.span.start)
    if b - a != 2 or start.unit != end.unit:
        return False
    joint, before = words.lows[a + 1], words.lows[words.at(start.span.start) - 1]
    return (joint in _TO and (before in {"from", "("} or joint in "-–—")) or (joint == "and" and before == "between")


def _in_one_year(start: DateMention, end: DateMention) -> tuple[date | None, date | None]:
    """Days of one month, where only the last or neither has its year."""
    if start.year is not None or start.month is None or start.month != end.month or not start.day or not end.day:
        return None, None
    try:
        return date(end.year or 2000, start.month, start.day), date(
            end.year or 2000, start.month, end.last_day or end.day
        )
    except ValueError:
        return None, None


def _same_day(analysis: Analysis, a: DateMention, b: DateMention, written: date | None) -> Problem | None:
    """ "yesterday (Monday)": a day counted from the day of writing, and the same day named."""
    words = analysis.words
    first, second = words.at(a.span.end - 1), words.at(b.span.start)
    if written is None or second - first != 2 or a.relative == b.relative or a.unit != "day" or b.unit != "day":
        return None
    behind = words.at(b.span.end - 1) + 1
    bracketed = words.lows[first + 1] == "(" and words.lows[behind : behind + 1] == [")"]
    if not bracketed and words.lows[first + 1] != ",":
        return None
    counted, named = (a, b) if a.relative else (b, a)
    if counted.earliest is None or _may_be(named, counted.earliest):
        return None
    text, told = analysis.article.text, counted.earliest
    day = f"{WEEKDAY_NAMES[told.weekday()]}, {MONTH_NAMES[told.month - 1]} {told.day},"
    return Problem(
        (named.span,),
        f"“{counted.span.of(text)}” is a {day} by the article's date, but the text calls it {named.span.of(text)}.",
        "Which day is meant, and is the article's own date right?",
        related=((counted.span, "the same day, counted from the article's date"),),
    )


def _may_be(named: DateMention, day: date) -> bool:
    if named.weekday is not None and named.weekday != day.weekday():
        return False
    return named.day is None or (named.month, named.day) == (day.month, day.day)
