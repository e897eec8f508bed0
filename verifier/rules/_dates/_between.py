"""An amount of time from one date of a sentence to the other: "reopened in 2018, six years after it closed in 2012",
"six years after it closed in 2012, it reopened in 2018"."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.article import Sentence
from verifier.english import calendar, closed
from verifier.reading import Analysis
from verifier.reading._model import DateMention
from verifier.rules._dates._figures import LONGEST_SENTENCE, count, is_rough
from verifier.rules._dates._intervals import Apart, between, days_of, told
from verifier.rules._dates._places import within
from verifier.rules._rule import Problem

_CLAUSE = 9
"""Tokens from "after" to the date of its clause."""
_TO_ITS_MARK = 3
"""Tokens from the first date to the comma before the amount."""
_ROUNDED = 0.3
"""The share of its unit by which an amount may be rounded, beside what its dates leave open."""


def problems(analysis: Analysis) -> Iterator[Problem]:
    """Every amount before "after" or "before" in a sentence with two dates, one of them in the clause that follows."""
    words = analysis.words
    for at in sorted(i for low in calendar.SIDES for i in words.places.get(low, ())):
        unit = calendar.AMOUNTS.get(words.low(at - 1))
        number = count(words.low(at - 2)) if unit is not None else None
        sentence = analysis.article.sentence_at(words.starts[at])
        if (
            unit is None
            or number is None
            or sentence is None
            or sentence.span.end - sentence.span.start > LONGEST_SENTENCE
        ):
            continue
        rough = is_rough(words.lows, at - 2) or words.lows[at - 3] in calendar.NOT_BEFORE_AN_AMOUNT
        pair = None if rough else _dates(analysis, sentence, at)
        if pair is None or calendar.FINER[unit] > calendar.FINER[pair[0].unit]:
            continue
        first, last = pair if words.lows[at] == "before" else pair[::-1]  # the other date is the earlier one
        apart = between(first, last)
        if apart is not None and not _fits(apart, number, unit):
            yield _problem(analysis, at, pair, apart)


def _dates(analysis: Analysis, sentence: Sentence, at: int) -> tuple[DateMention, DateMention] | None:
    """The date that the amount leads to, and that of the clause behind "after"; None where others may be meant."""
    words = analysis.words
    dates = [m for m in within(analysis, sentence.span) if m.unit != "decade"]
    if len(dates) != 2 or dates[0].unit != dates[1].unit:
        return None
    one, two = dates
    opens = words.lows[at - 3] if at > 2 else ""
    if one.span.end <= words.starts[at - 2]:
        gap = words.lows[words.at(one.span.end - 1) + 1 : at - 2]
        apposed = gap[-1:] == [","] and len(gap) <= _TO_ITS_MARK and gap.count(",") == 1
        return (one, two) if apposed and _in_the_clause(analysis, at, two) else None
    first = words.at(sentence.span.start) == at - 2
    comma = words.low(words.at(one.span.end - 1) + 1) == ","
    if (first or opens == ",") and comma and _in_the_clause(analysis, at, one):
        return two, one
    return None


def _in_the_clause(analysis: Analysis, at: int, date: DateMention) -> bool:
    """Whether a date stands in the clause that "after" opens."""
    words = analysis.words
    if date.span.start < words.ends[at]:
        return False
    gap = words.lows[at + 1 : words.at(date.span.start)]
    nested = not closed.SUBJECTS.union(closed.RELATIVES).isdisjoint(gap[1:])  # "after leaving the firm he joined in"
    return len(gap) <= _CLAUSE and "," not in gap and ";" not in gap and not nested


def _fits(apart: Apart, number: int, unit: str) -> bool:
    slack = 0.0 if unit == "day" else days_of(1, unit) * _ROUNDED
    return apart.least - slack <= days_of(number, unit) <= apart.most + slack


def _problem(analysis: Analysis, at: int, pair: tuple[DateMention, DateMention], apart: Apart) -> Problem:
    text = analysis.article.text
    span = analysis.words.span(at - 2, at)
    one, two = pair
    return Problem(
        (span,),
        f"“{span.of(text)}” and {one.span.of(text)} do not add up: that is {told(apart)} from {two.span.of(text)}.",
        "Which is right, the amount of time or one of the dates?",
        related=((one.span, "the date"), (two.span, "counted from here")),
    )
