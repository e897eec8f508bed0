"""One person's birth, death and age told in different sentences, as obituaries do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from verifier.article import Sentence, Span
from verifier.english import calendar, closed, grammar
from verifier.english.people import GENDERS
from verifier.reading import Analysis
from verifier.reading._model import DateMention, Entity
from verifier.reading.words import Words
from verifier.rules._dates import _ages_then, _lives
from verifier.rules._dates._figures import AGES, count
from verifier.rules._dates._places import within
from verifier.rules._rule import Problem

_BACK = 8
"""Sentences in which the person is looked for whom "she was born" means."""


_LATELY = timedelta(days=14)
"""How long ago somebody died of whom it is told by the day of the week."""


class _Age(NamedTuple):
    years: int
    span: Span


def problems(analysis: Analysis, written: date | None) -> Iterator[Problem]:
    """Every person whose age does not lie between the birth told in one sentence and the death or day of writing."""
    born = _told_of(analysis, calendar.BIRTH)
    yield from _ages_then.problems(analysis, born)
    yield from _ages_then.beside(analysis, born)
    deaths = _told_of(analysis, calendar.DEATH, lately=True)
    died = {who: told for who, told in deaths.items() if told[0].year is not None}
    for index, (birth, sentence) in born.items():
        death = deaths.get(index)
        if death is not None and death[1] is sentence:
            continue  # one sentence: the rule on lives
        entity = analysis.names.entities[index]
        day = died[index][0] if index in died else None
        end = day.earliest or day.year if day else written
        age = _age(analysis, entity, death[1] if death else None)
        if age is None or end is None or birth.year is None:
            continue
        least, most = _years(birth, end)
        if death is not None and isinstance(end, date) and day is None:
            least = _years(birth, end - _LATELY)[0]  # the birthday may lie between the death and the day of writing
        if not least <= age.years <= most:
            years = str(most) if least == most else f"{least} to {most}" if least + 1 < most else f"{least} or {most}"
            yield _problem(analysis, age, f"{entity.name} was {years}", (birth, day))
    for index, (death_day, sentence) in died.items():
        if index not in born:
            yield from _as_a_child(analysis, index, death_day, sentence)


def _as_a_child(analysis: Analysis, index: int, death: DateMention, told: Sentence) -> Iterator[Problem]:
    """What somebody did in a year in which he was a child, by his death and his age then."""
    age = _age(analysis, analysis.names.entities[index], told)
    if age is None or death.year is None:
        return
    words, text = analysis.words, analysis.article.text
    for sentence in analysis.article.sentences[told.index + 1 : told.index + 1 + _BACK]:
        inside = words.inside(sentence.span)
        deed = next((i for i in inside if _lives.is_deed(words, i)), None)
        if deed is None or _subject(analysis, sentence, deed) != index:
            continue
        when = next(within(analysis, Span(words.ends[deed], sentence.span.end)), None)
        years = when.year - (death.year - age.years) if when is not None and when.year is not None else _lives.GROWN
        if when is not None and years < _lives.GROWN and when.unit in {"year", "month", "day"}:
            yield Problem(
                (when.span,),
                f"Who died in {death.year} aged {age.years} was {max(years, 0)} in {when.year}."
                if years >= 0
                else f"Who died in {death.year} aged {age.years} was not born in {when.year}.",
                "Which is wrong, the age or one of the two years?",
                related=((age.span, "the age"), (death.span, f"the death in {death.span.of(text)}")),
            )
            return


def _told_of(
    analysis: Analysis, lows: frozenset[str], *, lately: bool = False
) -> dict[int, tuple[DateMention, Sentence]]:
    """The dated birth or death of each person of whom the article tells one; one of ``lately`` is dated by its day of
    the week alone ("died on Sunday")."""
    words, found = analysis.words, dict[int, tuple[DateMention, Sentence]]()
    twice = set()
    for at in sorted(i for low in lows for i in words.places.get(low, ())):
        sentence = analysis.article.sentence_at(words.starts[at])
        if sentence is None:
            continue
        day = next(within(analysis, Span(words.ends[at], sentence.span.end)), None)
        who = _subject(analysis, sentence, at)
        if who is None or day is None or day.unit == "decade":
            continue
        if day.year is None and not (lately and _lives.is_lately(analysis, at)):
            continue
        if who in found:
            twice.add(who)
        found[who] = day, sentence
    return {who: told for who, told in found.items() if who not in twice}


def _subject(analysis: Analysis, sentence: Sentence, verb: int) -> int | None:
    """The person of whom the sentence tells it: its first name, or whom a pronoun in front means."""
    first = _start(analysis, sentence)
    if verb == first:
        return _of_the_main_clause(analysis, sentence, verb)
    low = analysis.words.low(first)
    gender = GENDERS.get(low) if low in closed.SUBJECTS else None  # "her brother was born": he was
    if gender is None:
        return _opens(analysis, sentence, verb)
    for index in range(sentence.index - 1, max(-1, sentence.index - _BACK), -1):
        who = _opens(analysis, analysis.article.sentences[index], None)
        if who is not None and analysis.names.entities[who].gender in (None, gender):
            return who
    return None


def _start(analysis: Analysis, sentence: Sentence) -> int:
    """The first token of a sentence, its dateline left out: "Larne, June 9 - [Ann] Lee died"."""
    words, dateline = analysis.words, analysis.article.dateline
    first = words.at(sentence.span.start)
    if dateline is None or not sentence.span.covers(dateline):
        return first
    inside = words.inside(sentence.span)
    behind = (i for i in inside if words.starts[i] >= dateline.end and words.forms[i][0].isalnum())
    return next(behind, first)


def _of_the_main_clause(analysis: Analysis, sentence: Sentence, verb: int) -> int | None:
    """The person behind the first comma: "Born in Ayr in 1944, [Penn] joined the navy"."""
    words = analysis.words
    inside = words.inside(sentence.span)
    comma = next((i for i in inside if i > verb and words.lows[i] == ","), None)
    if comma is None or words.lows[comma + 1].isdigit():
        return None  # "Born on June 3, 1944"
    people = [m for m in analysis.names.within(sentence.span) if analysis.names.of(m).kind == "person"]
    return next((m.entity for m in people if words.at(m.span.start) == comma + 1), None)


def _opens(analysis: Analysis, sentence: Sentence, verb: int | None) -> int | None:
    """The person with whose name the sentence begins, with nobody else before the verb."""
    end = sentence.span.end if verb is None else analysis.words.starts[verb]
    start = analysis.words.starts[_start(analysis, sentence)]
    if end <= start:
        return None
    named = list(analysis.names.within(Span(start, end)))
    people = [m for m in named if analysis.names.of(m).kind == "person"]
    if not people or not _stands_first(analysis, sentence, people[0].span.start):
        return None
    if verb is not None and len({m.entity for m in named}) > 1 and not _is_aside(analysis, people[0].bare.end, verb):
        return None
    return people[0].entity


def _stands_first(analysis: Analysis, sentence: Sentence, name: int) -> bool:
    """Whether nothing stands before a name but what the person is: "[The pianist] Ann Lee"."""
    words = analysis.words
    before = range(_start(analysis, sentence), words.at(name))
    if not before:
        return True
    what = words.forms[before.start + 1 : before.stop]
    plain = all(form.islower() and form.isalpha() and form not in grammar.PREPOSITIONS for form in what)
    return words.lows[before.start] in closed.ARTICLES and len(before) <= _WHAT and plain


_WHAT = 4
"""Words that say what somebody is, with their article."""


def _is_aside(analysis: Analysis, end: int, verb: int) -> bool:
    """Whether between a name and its verb stands a relative clause: "Ann Lee, who taught in Ayr, [died]"."""
    words = analysis.words
    first = words.at(end - 1) + 1
    opens = words.lows[first : first + 1] == [","] and words.lows[first + 1] in closed.RELATIVES
    return opens and words.lows[verb - 1] == ","


def _age(analysis: Analysis, entity: Entity, death: Sentence | None) -> _Age | None:
    """The one age that the text gives the person: in the sentence of the death or the one after, or behind the name."""
    words = analysis.words
    found = []
    for mention in entity.mentions:
        at = words.at(mention.bare.end - 1) + 1
        if words.lows[at : at + 1] == [","] and words.lows[at + 2 : at + 3] == [","]:
            found.append(at + 1)
    if death is not None:
        inside = words.inside(death.span)
        found += [i for i in inside if words.lows[i - 1] == "aged" or words.lows[i - 2 : i] == ["age", "of"]]
        found += [i for i in inside if words.lows[i - 1] in {"at", "age"} and _is_an_age(words, i)]
    if death is not None and death.index + 1 < len(analysis.article.sentences):
        after = words.inside(analysis.article.sentences[death.index + 1].span)
        lows = words.lows[after.start : after.stop]
        if lows[0] in GENDERS and lows[1:2] == ["was"] and (lows[3:4] in _ENDS or lows[3:5] == ["years", "old"]):
            found.append(after.start + 2)
    ages = [_Age(years, words.span(i, i)) for i in found if (years := count(words.lows[i])) in AGES and years]
    return ages[0] if len({age.years for age in ages}) == 1 else None


_ENDS = ([","], ["."], ["and"])
"""Behind the age in a sentence that tells it: "She was 81 and had been ill"."""
_GROWN_UP = 25
"""Years from which "died at 81" is no time of day."""


def _is_an_age(words: Words, at: int) -> bool:
    """Whether somebody "died at [81],"."""
    low = words.lows[at]
    return low.isdecimal() and int(low[:3]) >= _GROWN_UP and words.lows[at + 1 : at + 2] in ([","], ["."])


def _years(birth: DateMention, end: date | int) -> tuple[int, int]:
    """The ages that somebody born then can have then."""
    year = end if isinstance(end, int) else end.year
    whole = year - (birth.year or 0)
    if isinstance(end, int) or birth.day is None or birth.month is None:
        return whole - 1, whole
    years = whole - ((end.month, end.day) < (birth.month, birth.day))
    return years, years


def _problem(analysis: Analysis, age: _Age, reckoned: str, days: tuple[DateMention, DateMention | None]) -> Problem:
    text = analysis.article.text
    birth, death = days
    until = death.span.of(text) if death else "the article's own date"
    return Problem(
        (age.span,),
        f"{reckoned} by {until}, born {birth.span.of(text)}, but the text says {age.years}.",
        "Which is right, the age, the birth or the death?"
        if death
        else "Which is right, the age or the year of birth?",
        related=((birth.span, "the birth"), *(((death.span, "the death"),) if death else ())),
    )
