"""Times of the clock: an end before its start on one day, and a count of hours that its two times contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from verifier.article import Span
from verifier.english import calendar, changes, closed
from verifier.reading import Analysis, tags
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
_TO = calendar.UNTIL | {"-", "–", "—"}


class _Time(NamedTuple):
    """A time with its half of the day, in minutes, from token ``first`` to ``last``."""

    minutes: int
    first: int
    last: int


def problems(analysis: Analysis) -> Iterator[Problem]:
    """Two times of one sentence that cannot both be right, or do not make the hours told."""
    words = analysis.words
    before, of = -1, list[_Time]()
    for sentence in {
        s.index: s for i in _halves(words) if (s := analysis.article.sentence_at(words.starts[i]))
    }.values():
        times = _times(words, words.inside(sentence.span))
        for one, two in pairwise(times):
            problem = _turned(analysis, one, two) or _lasting(analysis, one, two) or _later(analysis, one, two)
            if problem is not None:
                yield problem
        two_alone = times if before != sentence.index - 1 or len(times) != 1 else of + times
        if len(two_alone) == 2 and (problem := _after(analysis, *two_alone)) is not None:
            yield problem
        before, of = sentence.index, times


def _halves(words: Words) -> list[int]:
    return sorted(i for low in calendar.HALVES_OF_DAY for i in words.places.get(low, ()))


def _times(words: Words, inside: range) -> list[_Time]:
    """Every time of a sentence that says which half of the day it is in, or leads to one that does: "from 4 to 6 p.m."
    is less than half a day."""
    found = list[_Time]()
    for i in inside:
        time = _at(words, i, inside.start)
        if time is None:
            continue
        bare = time.first - 2
        if bare > inside.start and words.lows[bare + 1] in _TO and words.lows[bare - 1] in calendar.BEFORE_A_SPAN:
            minutes = _minutes(words.lows[bare])
            if minutes is not None:
                start = minutes + _HALF_DAY * (time.minutes // _HALF_DAY)
                found.append(_Time(start if start < time.minutes else (start - _HALF_DAY) % _DAY, bare, bare))
        found.append(time)
    return found


def _at(words: Words, i: int, start: int) -> _Time | None:
    """The time that ends at a token: "4 p.m.", "noon"."""
    low = words.lows[i]
    if low in calendar.NAMED_TIMES and i > start and words.lows[i - 1] in calendar.BEFORE_A_SPAN | _TO:
        return _Time(calendar.NAMED_TIMES[low], i, i)
    half = calendar.HALVES_OF_DAY.get(low)
    minutes = _minutes(words.lows[i - 1]) if half is not None and i > start else None
    return _Time(minutes + half * _HALF_DAY, i - 1, i) if minutes is not None and half is not None else None


def _minutes(low: str) -> int | None:
    """The minutes since midnight or noon that "9", "9:15" or "9.15" stands for; None where it is no time."""
    hour, _, minute = low.replace(".", ":").partition(":")
    if not (hour.isdigit() and hour.isascii() and 1 <= int(hour[:3]) <= 12) or len(minute) not in {0, 2}:
        return None
    if minute and not (minute.isdigit() and minute.isascii() and int(minute) < 60):
        return None
    return int(hour) % 12 * 60 + int(minute or 0)


def _turned(analysis: Analysis, one: _Time, two: _Time) -> Problem | None:
    """ "began at 7 p.m. and ended at 6:30 p.m. the same day", "left at 9 a.m. and arrived at 8 a.m. that day"."""
    words = analysis.words
    lows = words.lows
    if two.minutes >= one.minutes:
        return None
    left, arrived = _verb(lows, one, calendar.LEAVING), _verb(lows, two, calendar.ARRIVING)
    travels = left is not None and arrived is not None and lows[arrived - 1] in calendar.BEFORE_AN_ARRIVAL
    travels = travels and "time" not in lows[one.last : two.first]  # "left at 11 a.m. local time"
    if not travels and None in (_verb(lows, one, calendar.BEGINNING), _verb(lows, two, calendar.ENDING)):
        return None
    behind = lows[two.last + 1 : two.last + 4]
    same = behind[:2] == ["the", "same"] and behind[2:] and behind[2] in calendar.SAME_DAY
    late = min(one.minutes, two.minutes) >= _HALF_DAY  # "at 11 a.m. ... at 1 a.m. that night" ends a day later
    that = behind[:1] == ["that"] and behind[1:2] and behind[1] in calendar.SAME_DAY and behind[2:] in ([], ["."])
    if not same and not (late and that):  # nor "that night, Chicago time"
        return None
    problem = _problem(analysis, one, two, words.span(two.first, two.last), "the end comes before the start")
    return replace(problem, severity="warning", likely=_far(words, left or 0, two.first)) if travels else problem


def _far(words: Words, first: int, end: int) -> bool:
    """Whether a way may lead from one time zone to another: a place is named."""
    return any(words.forms[i][0].isupper() and words.lows[i] not in calendar.WEEKDAYS for i in range(first, end))


_TO_THE_TIME = 8
"""Tokens from a verb of beginning to its time."""


def _verb(lows: Sequence[str], time: _Time, verbs: frozenset[str]) -> int | None:
    """The verb of beginning or of ending that a time is told of: "began at", "began in the hall at"."""
    for i in range(time.first - 2, max(time.first - _TO_THE_TIME, 0) - 1, -1):
        if lows[i] in verbs or f"{lows[i]} {lows[i + 1]}" in verbs:
            plain = all(low.isalpha() and low != "and" for low in lows[i : time.first])
            return i if plain and lows[time.first - 1] == "at" else None
    return None


def _lasting(analysis: Analysis, one: _Time, two: _Time) -> Problem | None:
    """ "lasted four hours, from 7 p.m. to 9 p.m.", "a wake of three hours, from ...", "from 7 p.m. to 9 p.m., four
    hours". What is as long as a word says ("a three-hour tour, from 9 a.m. to 5 p.m.") may be told more than once."""
    words = analysis.words
    if words.lows[one.first - 1] not in calendar.BEFORE_A_SPAN:
        return None
    start, end = _weekday(words, one.last + 1), _weekday(words, two.last + 1)
    to = one.last + 1 + (0 if start is None else 2)
    if words.low(to) not in _TO or two.first != to + 1:
        return None
    told = _hours_before(words, one.first - 2, two.last + 1) or _hours_behind(
        words, two.last + 1 + (0 if end is None else 2)
    )
    if start is None or end is None:
        between = (two.minutes - one.minutes) % _DAY or _DAY
    else:  # "from 9 p.m. on Friday to 5 a.m. on Monday"
        between = (two.minutes - one.minutes + (end - start) % _WEEK * _DAY) % (_WEEK * _DAY)
    worded = None if told else _hour_long(analysis, one.first - 2)
    told = told or (worded if worded and worded.minutes > between else None)
    if told is None or abs(told.minutes - between) <= told.room:
        return None
    return _problem(analysis, one, two, words.span(told.first, told.last), f"that is {_in_words(between)}")


def _weekday(words: Words, at: int) -> int | None:
    """The day of the week told behind a time: "9 p.m. [on Friday]"."""
    return calendar.WEEKDAYS.get(words.low(at + 1)) if words.low(at) == "on" else None


_WEEK = 7


def _in_words(minutes: int) -> str:
    """ "2 hours and 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in ((hours, "hour"), (rest, "minute")) if n]
    return " and ".join(parts) or "no time"


class _Length(NamedTuple):
    """A length of time in minutes, by how many it may be off, and its tokens."""

    minutes: int
    room: int
    first: int
    last: int


def _length(words: Words, at: int) -> _Length | None:
    """The length whose unit stands at a token: "three hours", "45 minutes"."""
    unit = calendar.MINUTES_IN.get(words.low(at))
    number = count(words.lows[at - 1]) if unit and at else None
    if unit is None or number is None or is_rough(words.lows, at - 1) or words.lows[at - 2] in calendar.OF_TWO_NUMBERS:
        return None
    return _Length(number * unit, _EXACT if unit > 1 else _BY_THE_MINUTE, at - 1, at)


def _hours_before(words: Words, last: int, behind: int) -> _Length | None:
    """The length of "lasted four hours, from", "a wake of three hours from"."""
    for at in range(last, max(last - _TO_ITS_HOURS, 1), -1):
        if (length := _length(words, at)) is not None:
            right_before = words.lows[at - 2] == "for" and words.lows[at + 1 : last + 1] in ([], [","])
            right_before = right_before and words.low(behind) in _CLOSES | calendar.BEFORE_A_DAY
            lasts = words.lows[at - 2] in calendar.LASTING or words.forms[at - 2] == "of"
            return length if lasts or right_before else None
    return None


def _hours_behind(words: Words, first: int) -> _Length | None:
    """The length of "from 6 p.m. to 10 p.m. on Tuesday, a session of three hours", "... to 10 p.m., three hours"."""
    for i in range(first, min(first + _TO_THE_SUM, len(words))):
        if words.forms[i] in {".", ";"}:
            return None
        if (length := _length(words, i)) is None:
            continue
        session = words.lows[i - 2] == "of" and words.lows[i - 4] in closed.ONE and words.forms[i - 5] == ","
        alone = i == first + 2 and words.lows[first] in {",", "("} and words.low(i + 1) in _CLOSES
        alone |= i == first + 2 and words.lows[first] == "for" and words.low(i + 1) in _CLOSES
        return length if session or alone else None
    return None


_CLOSES = frozenset([".", ",", ")", ";", ""])


def _hour_long(analysis: Analysis, last: int) -> _Length | None:
    """The "three-hour" of "a three-hour wake will be held on Monday from", with nothing but its noun, what happens to
    it and the day between."""
    words, kinds = analysis.words, analysis.tags
    for at in range(last, max(last - _TO_THE_NOUN, 0), -1):
        number, dash, unit = words.lows[at].partition("-")
        first = at
        if words.lows[at] in calendar.MINUTES_IN and words.lows[at - 1] == "-":
            first, number, dash, unit = at - 2, words.lows[at - 2], "-", words.lows[at]
        if dash and unit in calendar.MINUTES_IN and first and (value := count(number)) is not None:
            one = words.lows[first - 1] in closed.DETERMINERS_OF_ONE
            one = one and (first == 1 or words.lows[first - 2] not in _APART)
            thing = kinds[at + 1] in {tags.NOUN, tags.NAME}
            minutes = calendar.MINUTES_IN[unit]
            room = _EXACT if minutes > 1 else _BY_THE_MINUTE
            return _Length(value * minutes, room, first, at) if one and thing else None
        if kinds[at] not in _BETWEEN and words.lows[at] not in calendar.BEFORE_A_DAY:
            return None
    return None


_BETWEEN = (tags.NOUN, tags.NAME, tags.AUXILIARY, tags.VERB, tags.PARTICIPLE, tags.ADVERB, tags.MARK, tags.NUMBER)
_TO_THE_NOUN = 10
_APART = calendar.BOUNDING | {"with", "despite"}
"""Before what has a length, something else has the times: "after a five-hour drive"."""


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


def _after(analysis: Analysis, one: _Time, two: _Time) -> Problem | None:
    """ "kicked off at 3 p.m. and was called off at 4:10 p.m., half an hour later", "came at 4:58 a.m. It was out by
    6:15 a.m., less than an hour later": of no more than two times the second after the first."""
    words = analysis.words
    lows, at = words.lows, two.last + 1
    at += words.low(at) == ","
    first = at
    bound = lows[at] if lows[at + 1 : at + 2] == ["than"] and lows[at] in changes.LESS_THAN | changes.MORE_THAN else ""
    at += 2 if bound else 0
    if any(count(low) for low in lows[one.last + 1 : two.first]):
        return None  # "It ended at 3 p.m. They met at 9 and left at 10 p.m., an hour later"
    half = lows[at : at + 3] == ["half", "an", "hour"]
    number = 1 if words.low(at) in closed.ONE else count(words.low(at))
    unit = calendar.MINUTES_IN.get(words.low(at + 1))
    last = at + 3 if half else at + 2
    if words.low(last) != "later" or words.low(last + 1) not in _CLOSES or not (half or (number and unit)):
        return None
    told = _EXACT if half else (number or 0) * (unit or 0)
    between = (two.minutes - one.minutes) % _DAY
    if bound:
        right = between < told if bound in changes.LESS_THAN else between > told
    else:  # whoever says "half an hour" has not looked at a clock
        right = abs(told - between) <= (_EXACT / 2 if half else _EXACT if unit != 1 else _BY_THE_MINUTE)
    return None if right else _problem(analysis, one, two, words.span(first, last), f"that is {_in_words(between)}")


def _problem(analysis: Analysis, one: _Time, two: _Time, span: Span, note: str) -> Problem:
    text, words = analysis.article.text, analysis.words
    first, last = (words.span(t.first, t.last).of(text) for t in (one, two))
    return Problem(
        (span,),
        f"From {first} to {last}: {note}.",
        "Which of the times is wrong?",
        related=((words.span(one.first, one.last), "the start"), (words.span(two.first, two.last), "the end")),
    )
