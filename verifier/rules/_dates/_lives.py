"""Births, deaths and ages: one sentence that gives two of the three fixes the third."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verifier.article import Sentence, Span
from verifier.english import calendar, closed, people
from verifier.reading import Analysis
from verifier.reading._model import DateMention
from verifier.reading.tags import MARK, PREPOSITION
from verifier.reading.words import Words
from verifier.rules._dates._figures import AGES, LONGEST_SENTENCE, count
from verifier.rules._dates._places import within
from verifier.rules._rule import Problem

_DIED = frozenset({"died", "death"})
GROWN = 11
"""Years from which somebody may do what only the grown do: no child has."""
_NEW_CLAUSE = closed.SUBORDINATE | {";", "“", '"'}


def problems(analysis: Analysis, written: date | None) -> Iterator[Problem]:
    """Every sentence in which somebody's birth, death and age do not fit together."""
    words = analysis.words
    for at, low in enumerate(words.lows):
        if low != "born":
            continue
        sentence = analysis.article.sentence_at(words.starts[at])
        if sentence is None or sentence.span.end - sentence.span.start > LONGEST_SENTENCE:
            continue
        born = _dated(analysis, at, sentence)
        if born:
            yield from _life(analysis, sentence, born, written)
            if _of_a_person(analysis, at, sentence):
                yield from _deed(analysis, sentence, born)
                yield from _birthday(analysis, sentence, born)


def _dated(analysis: Analysis, at: int, sentence: Sentence) -> DateMention | None:
    """The year that follows a word like "born" in its sentence, at most eight words on."""
    words = analysis.words
    limit = min(sentence.span.end, words.ends[min(at + 8, len(words) - 1)])
    return next(
        (m for m in within(analysis, Span(words.ends[at], limit)) if m.year is not None and m.unit != "decade"), None
    )


def _life(analysis: Analysis, sentence: Sentence, born: DateMention, written: date | None) -> Iterator[Problem]:
    words, text = analysis.words, analysis.article.text
    inside = words.inside(sentence.span)
    if sum(words.lows[i] == "born" for i in inside) > 1:
        return  # two people
    died = next((d for i in inside if words.lows[i] in _DIED and (d := _dated(analysis, i, sentence))), None)
    lately = died is None and any(words.lows[i] in _DIED and is_lately(analysis, i) for i in inside)
    birth = born.year or 0
    if died and (died.year or 0) < birth:
        yield Problem(
            (died.span,),
            f"The death in {died.span.of(text)} comes before the birth in {born.span.of(text)}.",
            "Which of the two years is wrong?",
            related=((born.span, "the birth"),),
        )
        return
    age = _age(words, inside)
    end = died.year if died else (written.year if written else None)
    if age is None or end is None or end - birth > AGES[-1]:
        return
    years, span, at_death = age
    exact = _exact_age(born, died) if at_death and died else None
    if died and exact is not None and years != exact and end - birth - 1 <= years <= end - birth:
        yield Problem(
            (span,),
            f"From {born.span.of(text)} to {died.span.of(text)} is {exact} years, but the text says {years}.",
            "Which is right, the age or one of the two dates?",
            related=((born.span, "the birth"), (died.span, "the death")),
        )
        return
    if (at_death and not died and not lately) or end - birth - 1 <= years <= end - birth:
        return
    yield Problem(
        (span,),
        f"Somebody born in {birth} was {end - birth - 1} or {end - birth} in {end}, but the text says {years}.",
        "Which is right, the age or the year of birth?",
        related=((born.span, "the birth"), *(((died.span, "the death"),) if died else ())),
    )


def _exact_age(born: DateMention, died: DateMention) -> int | None:
    """The age at death, where both days are told."""
    if born.unit != "day" or died.unit != "day" or born.last_day or died.last_day:
        return None
    first, last = born.earliest, died.earliest
    if first is None or last is None or first != born.latest or last != died.latest:
        return None
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def _birthday(analysis: Analysis, sentence: Sentence, born: DateMention) -> Iterator[Problem]:
    """The age that somebody reached in a year, against the year of birth: "born in 1950, turned 70 in 2021"."""
    words, birth = analysis.words, born.year or 0
    for i in words.among(calendar.REACHES_AN_AGE, sentence.span):
        ends = analysis.tags[i + 2 : i + 3] in ([MARK], [PREPOSITION]) or words.low(i + 2) in calendar.TURN_WORDS
        age = words.low(i + 1) if ends else ""  # no "70 degrees"
        when = _in_a_year(analysis, i + 1, sentence) if age.isdecimal() and age.isascii() else None
        if when is None or int(age) not in AGES or when[0].span.start < born.span.end:
            continue
        day, year = when
        if year - birth != int(age):
            yield Problem(
                (words.span(i + 1, i + 1),),
                f"Somebody born in {birth} turned {year - birth} in {year}, but the text says {age}.",
                "Which is right, the age or one of the two years?",
                related=((born.span, "the birth"), (day.span, "the birthday")),
            )


def _in_a_year(analysis: Analysis, at: int, sentence: Sentence) -> tuple[DateMention, int] | None:
    """The date right behind an age, with its year, which may be told from the day of writing: "last year"."""
    words = analysis.words
    limit = min(sentence.span.end, words.ends[min(at + 8, len(words) - 1)])
    for mention in within(analysis, Span(words.ends[at], limit)):
        year = mention.year or (mention.earliest.year if mention.unit == "year" and mention.earliest else None)
        if year is not None and mention.unit != "decade":
            return mention, year
    return None


def is_lately(analysis: Analysis, died: int) -> bool:
    """Whether somebody died on a day that is told from the day of writing: "died on Tuesday", "died last week"."""
    words = analysis.words
    limit = words.ends[min(died + 3, len(words) - 1)]
    near = next(within(analysis, Span(words.ends[died], limit)), None)
    return near is not None and near.year is None and (near.relative or near.weekday is not None)


def _of_a_person(analysis: Analysis, born: int, sentence: Sentence) -> bool:
    """Whether it is a person who was born: a club is born too, and elected, and joins things."""
    words = analysis.words
    before = Span(sentence.span.start, words.starts[born])
    if words.lows[max(born - 2, 0) : born] in (["who", "was"], ["he", "was"], ["she", "was"]):
        return True
    named = max(analysis.names.within(before), key=lambda m: m.bare.end, default=None)
    if named is None:
        return False
    return analysis.names.of(named).kind == "person" and words.at(named.bare.end - 1) >= born - 2


def _deed(analysis: Analysis, sentence: Sentence, born: DateMention) -> Iterator[Problem]:
    """What somebody did in a year in which he was a child: "born in 1980, joined the navy in 1985"."""
    words, birth = analysis.words, born.year or 0
    inside = words.inside(sentence.span)
    behind = range(words.at(born.span.end - 1) + 1, inside.stop)
    between = words.lows[behind.start : behind.stop]
    if sum(words.lows[i] == "born" for i in inside) > 1 or not people.OTHERS_OF_A_FAMILY.isdisjoint(between):
        return
    for i in behind:
        if not is_deed(words, i) or not _NEW_CLAUSE.isdisjoint(words.lows[behind.start : i]):
            continue
        when = _dated(analysis, i, sentence)
        if when is None or when.year is None or when.year - birth >= GROWN or when.unit not in {"year", "month", "day"}:
            continue
        yield Problem(
            (when.span,),
            f"Somebody born in {birth} was {max(when.year - birth, 0)} in {when.year}."
            if when.year >= birth
            else f"The year {when.year} lies before the birth in {birth}.",
            "Which of the two years is wrong?",
            related=((born.span, "the birth"),),
        )
        return


def is_deed(words: Words, at: int) -> bool:
    """Whether a verb tells what only the grown do."""
    needs = next((nouns for verb, nouns in calendar.NOT_OF_CHILDREN if verb == words.lows[at]), None)
    return needs is not None and (not needs or not set(needs).isdisjoint(words.lows[at + 1 : at + 4]))


def _age(words: Words, inside: range) -> tuple[int, Span, bool] | None:
    """The one age in the sentence, and whether it is told as the age at death; None where there are none or several.

    What somebody was "when she was 14" is an age of then.
    """
    found = []
    for i in inside:
        years = count(words.lows[i])
        if years not in AGES or years is None:
            continue
        before, after = words.lows[max(0, i - 3) : i], words.lows[i + 1 : i + 2]
        if (
            before[-1:] == ["aged"]
            or before[-2:] in (["age", "of"], ["at", "age"])
            or before[-3:] == ["at", "the", "age"]
        ):
            found.append((years, words.span(i, i), True))
        elif (
            words.lows[i + 1 : i + 3] == ["-", "year-old"]
            or (before[-1:] == [","] and after == [","])
            or (before[-1:] in (["was"], ["is"]) and after in (["."], ["when"], [","]) and not _of_then(words, i))
        ):
            found.append((years, words.span(i, i), False))
    return found[0] if len(found) == 1 else None


def _of_then(words: Words, at: int) -> bool:
    """Whether a clause of time tells an age: "when [she was] 14"."""
    return not calendar.OF_THEN.isdisjoint(words.lows[max(0, at - _TO_ITS_CLAUSE) : at])


_TO_ITS_CLAUSE = 4
"""Words from "when" to an age, with whose it is."""
