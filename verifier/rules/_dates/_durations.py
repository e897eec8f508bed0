"""How long something lasted or how old it is, beside the two dates that say so: "opened in 1998 and closed in 2021,
after 33 years", "founded in 1920, it marks its 75th anniversary in 2020"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from verifier.article import Sentence
from verifier.english import calendar, closed, numbers
from verifier.reading import Analysis
from verifier.reading._model import DateMention
from verifier.reading.words import Words
from verifier.rules._dates._figures import LONGEST_SENTENCE, count, is_rough, ordinal
from verifier.rules._dates._intervals import between, days_of, told
from verifier.rules._dates._places import within
from verifier.rules._rule import Problem

_TO_ITS_DATE = 5
"""Words from a verb of beginning or ending to its date."""
_INCLUSIVE = 1
"""Days, or years of an anniversary, by which a span may be one more: its first and its last are counted."""
_ROUNDED = 0.3
"""The share of its unit by which a length of time may be rounded, beside what its dates leave open."""


def problems(analysis: Analysis, written: date | None) -> Iterator[Problem]:
    """Every anniversary, age and length of time that the dates of its sentence contradict."""
    for sentence, at in _sentences_with(analysis, calendar.ANNIVERSARIES):
        yield from _anniversary(analysis, sentence, at, written)
    for sentence, at in _sentences_with(analysis, {"old"}):
        yield from _age(analysis, sentence, at, written)
    for sentence, at in _sentences_with(analysis, calendar.AMOUNTS):
        yield from _lasted(analysis, sentence, at)
        yield from _since(analysis, sentence, at, written)


def _sentences_with(analysis: Analysis, lows: Iterable[str]) -> Iterator[tuple[Sentence, int]]:
    words = analysis.words
    for at in sorted(i for low in lows for i in words.places.get(low, ())):
        sentence = analysis.article.sentence_at(words.starts[at])
        if sentence is not None and sentence.span.end - sentence.span.start <= LONGEST_SENTENCE:
            yield sentence, at


def _dates(analysis: Analysis, sentence: Sentence) -> list[DateMention]:
    return [m for m in within(analysis, sentence.span) if m.unit != "decade"]


def _begins(words: Words, mention: DateMention, verbs: frozenset[str]) -> bool:
    """Whether a verb of the list stands right before the date: "opened its doors on [May 3]"."""
    at = words.at(mention.span.start)
    before = words.lows[max(0, at - _TO_ITS_DATE) : at]
    clause = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return not verbs.isdisjoint(clause)


def _anniversary(analysis: Analysis, sentence: Sentence, at: int, written: date | None) -> Iterator[Problem]:
    """ "The theatre, which opened in 1920, will mark its 75th anniversary in 2020"."""
    words = analysis.words
    if at < 3:
        return
    number = calendar.ANNIVERSARIES[words.lows[at]] or ordinal(words.lows[at - 1], words.lows[at - 2])
    first = at - 1 - (words.lows[at - 1] in numbers.ORDINAL_ENDINGS)
    if calendar.ANNIVERSARIES[words.lows[at]]:
        first = at
    if words.lows[first - 1] not in closed.POSSESSIVES_OF_OTHERS or words.lows[at + 1 : at + 2] == ["of"]:
        return  # somebody else's, or of something else
    dates = [m for m in _dates(analysis, sentence) if m.year is not None]
    starts = [m for m in dates if _begins(words, m, calendar.STARTING)]
    ends = [m for m in dates if m.span.start > words.ends[at] and m not in starts]
    if number is None or len(starts) != 1 or len(ends) > 1 or len(dates) - len(starts) - len(ends):
        return
    end = ends[0].year if ends else (written.year if written else None)
    start = starts[0]
    if end is None or abs(end - (start.year or 0) - number) <= _INCLUSIVE:
        return
    span = words.span(first, at)
    yield Problem(
        (span,),
        f"From {start.span.of(analysis.article.text)} to {end} it is {end - (start.year or 0)} years, not {number}.",
        "Which is right, the anniversary or the year?",
        related=((start.span, "the start"), *((m.span, "the anniversary") for m in ends)),
    )


def _age(analysis: Analysis, sentence: Sentence, at: int, written: date | None) -> Iterator[Problem]:
    """ "The bridge was built in 1974 and is 48 years old", in an article of 2024."""
    words = analysis.words
    number = count(words.lows[at - 2]) if words.lows[at - 1 : at] in (["years"], ["year"]) else None
    dates = [m for m in _dates(analysis, sentence) if m.year is not None and m.earliest != written]
    starts = [m for m in dates if _begins(words, m, calendar.STARTING)]
    if written is None or number is None or is_rough(words.lows, at - 2) or len(dates) != 1 or len(starts) != 1:
        return
    age = written.year - (starts[0].year or 0)
    if "was" in words.lows[at - 4 : at - 2] or abs(age - number) <= _INCLUSIVE:
        return
    yield Problem(
        (words.span(at - 2, at),),
        f"What began in {starts[0].year} was {age} years old in {written.year}, the article's own year, not {number}.",
        "Which is right, the age or the year?",
        related=((starts[0].span, "the start"),),
    )


def _lasted(analysis: Analysis, sentence: Sentence, at: int) -> Iterator[Problem]:
    """ "opened in 1998 and closed in 2021, after 33 years", "for 33 years, from 1998 to 2021"."""
    words = analysis.words
    number = count(words.lows[at - 1]) if at else None
    if (
        number is None
        or is_rough(words.lows, at - 1)
        or words.lows[at + 1 : at + 2] in (["ago"], ["later"], ["earlier"], ["old"])
    ):
        return
    ends = _ends_of(analysis, sentence, at)
    apart = between(*ends) if ends else None
    unit = calendar.AMOUNTS[words.lows[at]]
    if ends is None or apart is None or apart.most < 0 or calendar.FINER[unit] > calendar.FINER[ends[0].unit]:
        return
    slack = _INCLUSIVE if unit == "day" else days_of(1, unit) * _ROUNDED
    if apart.least - slack <= days_of(number, unit) <= apart.most + slack:
        return
    text = analysis.article.text
    span = words.span(at - 1, at)
    whole = f"{apart.most + _INCLUSIVE} days with the first and the last" if unit == "day" else told(apart)
    yield Problem(
        (span,),
        f"“{span.of(text)}” from {ends[0].span.of(text)} to {ends[1].span.of(text)}: that is {whole}.",
        "Which is right, the length of time or one of the dates?",
        related=((ends[0].span, "the start"), (ends[1].span, "the end")),
    )


def _since(analysis: Analysis, sentence: Sentence, at: int, written: date | None) -> Iterator[Problem]:
    """ "clerk of Norby since 1988, retires after 21 years in the post", in an article of 2019."""
    words = analysis.words
    number = count(words.lows[at - 1]) if at else None
    dates = [m for m in _dates(analysis, sentence) if m.year is not None and m.earliest != written]
    ends = words.low(at + 1) in _CLOSES
    ends |= words.low(at + 1) in {"in", "on"} and not calendar.POSTS.isdisjoint(words.lows[at + 2 : at + 4])
    if written is None or number is None or calendar.AMOUNTS[words.lows[at]] != "year" or len(dates) != 1 or not ends:
        return
    since, before = dates[0], words.lows[at - 2]
    opens = words.low(words.at(since.span.start) - 1) == "since" and since.span.end <= words.starts[at - 1]
    if not opens or before not in {"after", "for"} or is_rough(words.lows, at - 1):
        return
    years = written.year - (since.year or 0)
    if abs(years - number) > _INCLUSIVE:
        yield Problem(
            (words.span(at - 1, at),),
            f"Since {since.span.of(analysis.article.text)} it is {years} years in {written.year}, the article's own "
            f"year, not {number}.",
            "Which is right, the length of time or the year?",
            related=((since.span, "the start"),),
        )


def _ends_of(analysis: Analysis, sentence: Sentence, at: int) -> tuple[DateMention, DateMention] | None:
    """The start and the end of what the amount at ``at`` measures, where the sentence leaves no doubt."""
    words = analysis.words
    dates = _dates(analysis, sentence)
    before = [m for m in dates if m.span.end <= words.starts[at]]
    if words.lows[at - 2] == "after" and len(before) == len(dates) == 2:
        start, end = before
        whole = words.lows[at + 1 : at + 2] not in (["as"], ["in"], ["at"], ["with"])
        gap = words.lows[words.at(end.span.end - 1) + 1 : at - 2]
        if whole and gap in ([], [","]) and _begins(words, start, calendar.STARTING) and _ending(words, start, end):
            return start, end
    return next((pair for pair in pairwise(dates) if _is_of(words, at, *pair)), None)


def _is_of(words: Words, at: int, start: DateMention, end: DateMention) -> bool:
    """Whether the amount at ``at`` stands right before or behind the range of two dates: "for 33 years, from 1998 to
    2021", "a strike of 9 days (June 3 to June 11)", "from 1998 to 2021, a total of 33 years"."""
    first, last = words.at(start.span.start), words.at(end.span.end - 1)
    joint = words.lows[words.at(start.span.end - 1) + 1 : words.at(end.span.start)]
    opener = words.low(first - 1)
    if not (len(joint) == 1 and (joint[0] in _TO or (joint[0] == "and" and opener == "between"))):
        return False
    if at < first:
        gap, before = words.lows[at + 1 : first], words.lows[at - 2]
        if before not in calendar.LENGTH_OF and before != "of":
            return False
        return gap in (["from"], [",", "from"], ["("], [",", "between"])  # "for two days between" may be any two
    gap, behind = words.lows[last + 1 : at - 1], words.low(at + 1)
    closed_there = behind in _CLOSES or words.lows[at + 1 : at + 3] in (["in", "all"], ["in", "total"])
    return opener in {"from", "between"} and closed_there and tuple(gap) in calendar.BEFORE_A_WHOLE_LENGTH


_TO = calendar.UNTIL | {"-", "–", "—"}
_CLOSES = frozenset([",", ".", ";", ")", ""])


def _ending(words: Words, start: DateMention, end: DateMention) -> bool:
    inside = words.lows[words.at(start.span.end - 1) + 1 : words.at(end.span.start)]
    to_come = any(low in calendar.TO_FINISH and inside[i - 1] in calendar.FORWARD for i, low in enumerate(inside) if i)
    return to_come or not calendar.FINISHING.isdisjoint(inside)
