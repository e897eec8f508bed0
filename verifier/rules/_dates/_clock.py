"""Times of the clock: an end before its start on one day, and a count of hours that its two times contradict."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from verifier.article import Span
from verifier.english import calendar, closed
from verifier.reading import Analysis
from verifier.reading.words import Words
from verifier.rules._dates._figures import count, is_rough
from verifier.rules._rule import Problem

_HALF_DAY, _DAY = 720, 1440
_TO_ITS_HOURS = 3
"""Tokens from the count of hours to its first time: ", from", "(from"."""
_TO_THE_SUM = 9
"""Tokens from the second time to the hours that the two are said to make: ", a session of three hours"."""
_EXACT = 30
"""Minutes that a count of whole hours may be off."""

_BY_THE_MINUTE = 3
"""Minutes that a count of minutes may be off."""


class _Time(NamedTuple):
    """A time with its half of the day, in minutes, from token ``first`` to ``last``."""

    minutes: int
    first: int
    last: int


def problems(analysis: Analysis) -> Iterator[Problem]:
    """Two times of one sentence that cannot both be right, or do not make the hours told."""
    words = analysis.words
    for sentence in {
        s.span: s for i in _halves(words) if (s := analysis.article.sentence_at(words.starts[i]))
    }.values():
        times = _times(words, words.inside(sentence.span))
        for one, two in pairwise(times):
            problem = _turned(analysis, one, two) or _lasting(analysis, one, two) or _later(analysis, one, two)
            if problem is not None:
                yield problem


def _halves(words: Words) -> list[int]:
    return sorted(i for low in calendar.HALVES_OF_DAY for i in words.places.get(low, ()))


def _times(words: Words, inside: range) -> list[_Time]:
    """Every time of a sentence that says which half of the day it is in."""
    found = []
    for i in inside:
        half = calendar.HALVES_OF_DAY.get(words.lows[i])
        if half is None or i == inside.start:
            continue
        minutes = _minutes(words.lows[i - 1])
        if minutes is not None:
            found.append(_Time(minutes + half * _HALF_DAY, i - 1, i))
    return found


def _minutes(low: str) -> int | None:
    """The minutes since midnight or noon that "9", "9:15" or "9.15" stands for; None where it is no time."""
    hour, _, minute = low.replace(".", ":").partition(":")
    if not (hour.isdigit() and hour.isascii() and 1 <= int(hour[:3]) <= 12) or len(minute) not in {0, 2}:
        return None
    if minute and not (minute.isdigit() and minute.isascii() and int(minute) < 60):
        return None
    return int(hour) % 12 * 60 + int(minute or 0)


def _turned(analysis: Analysis, one: _Time, two: _Time) -> Problem | None:
    """ "began at 7 p.m. and ended at 6:30 p.m. the same day", "... that night"."""
    words = analysis.words
    lows = words.lows
    starts, ends = lows[one.first - 2 : one.first], lows[two.first - 2 : two.first]
    if not _verb(starts, calendar.BEGINNING) or not _verb(ends, calendar.ENDING) or two.minutes >= one.minutes:
        return None
    behind = lows[two.last + 1 : two.last + 4]
    same = behind[:2] == ["the", "same"] and behind[2:] and behind[2] in calendar.SAME_DAY
    late = min(one.minutes, two.minutes) >= _HALF_DAY  # "at 11 a.m. ... at 1 a.m. that night" ends a day later
    that = behind[:1] == ["that"] and behind[1:2] and behind[1] in calendar.SAME_DAY and behind[2:] in ([], ["."])
    if not same and not (late and that):  # nor "that night, Chicago time"
        return None
    return _problem(analysis, one, two, words.span(two.first, two.last), "the end comes before the start")


def _verb(before: list[str], verbs: frozenset[str]) -> bool:
    """Whether a time is one of beginning or of ending: "began at"."""
    return len(before) == 2 and before[0] in verbs and before[1] == "at"


def _lasting(analysis: Analysis, one: _Time, two: _Time) -> Problem | None:
    """ "lasted four hours, from 7 p.m. to 9 p.m."."""
    words = analysis.words
    lows = words.lows
    if lows[one.first - 1] != "from" or two.first - one.last != 2 or lows[one.last + 1] not in calendar.UNTIL:
        return None
    at = next((i for i in range(one.first - 2, one.first - 2 - _TO_ITS_HOURS, -1) if lows[i] == "hours"), 0)
    if at < 2 or lows[at - 2] not in calendar.LASTING:
        at = _hours_behind(words, two.last + 1)
    if not at:
        return None
    hours = count(lows[at - 1])
    between = (two.minutes - one.minutes) % _DAY
    if hours is None or abs(hours * 60 - between) <= _EXACT:
        return None
    told = f"that is {between // 60} hours" + (f" and {between % 60} minutes" if between % 60 else "")
    return _problem(analysis, one, two, words.span(at - 1, at), told)


def _hours_behind(words: Words, first: int) -> int:
    """The "hours" of "from 6 p.m. to 10 p.m. on Tuesday, a session of three [hours]"; 0 where they are not told so."""
    for i in range(first, min(first + _TO_THE_SUM, len(words))):
        if words.forms[i] in {".", ";"}:
            break
        summed = words.lows[i] == "hours" and words.lows[i - 2] == "of" and words.lows[i - 4] in closed.ONE
        if summed and words.forms[i - 5] == "," and not is_rough(words.lows, i - 1):
            return i
    return 0


def _later(analysis: Analysis, one: _Time, two: _Time) -> Problem | None:
    """ "left at 9:15 a.m. and crashed 20 minutes later, at 9:50 a.m."."""
    words = analysis.words
    lows = words.lows
    at = next((i for i in range(one.last + 1, two.first) if lows[i] == "later"), 0)
    if at < one.last + 3 or lows[at + 1 : two.first] not in ([",", "at"], ["at"], ["("]):
        return None
    number, unit = count(lows[at - 2]), calendar.MINUTES_IN.get(lows[at - 1])
    if number is None or unit is None or is_rough(lows, at - 2):
        return None
    between = (two.minutes - one.minutes) % _DAY
    if abs(number * unit - between) < (_EXACT if unit > 1 else _BY_THE_MINUTE):
        return None
    return _problem(analysis, one, two, words.span(at - 2, at), f"that is {between} minutes")


def _problem(analysis: Analysis, one: _Time, two: _Time, span: Span, note: str) -> Problem:
    text, words = analysis.article.text, analysis.words
    first, last = (words.span(t.first, t.last).of(text) for t in (one, two))
    return Problem(
        (span,),
        f"From {first} to {last}: {note}.",
        "Which of the times is wrong?",
        related=((words.span(one.first, one.last), "the start"), (words.span(two.first, two.last), "the end")),
    )
