"""How old somebody was in a year, against the year of birth: "born in 1924", "in 1961, at 36", "in 1939, when she was
14"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verifier.article import Sentence
from verifier.english import calendar, closed, people
from verifier.english.people import GENDERS
from verifier.reading import Analysis
from verifier.reading._model import DateMention
from verifier.reading.words import Words
from verifier.rules._dates._figures import count, is_rough
from verifier.rules._dates._places import within
from verifier.rules._rule import Problem

_AGES = range(3, 116)
_FAMILY = people.OTHERS_OF_A_FAMILY - closed.SUBJECTS - closed.POSSESSIVES_OF_OTHERS - closed.RELATIVES


def problems(analysis: Analysis, born: Mapping[int, tuple[DateMention, Sentence]]) -> Iterator[Problem]:
    """Every age of a year that the one birth of the article contradicts; where it tells two, whose age it is may be
    open."""
    if len(born) != 1:
        return
    [(index, (birth, told))] = born.items()
    entity = analysis.names.entities[index]
    if birth.year is None:
        return
    for sentence in analysis.article.sentences[told.index :]:
        if _tells_of_others(analysis, sentence, index):
            continue
        for then in within(analysis, sentence.span):
            at = _age(analysis.words, then, entity.gender)
            years = count(analysis.words.lows[at]) if at else None
            if then.year is None or then.year <= birth.year or then.unit == "decade" or years not in _AGES:
                continue
            if years is None or then.year - birth.year - 1 <= years <= then.year - birth.year:
                continue
            reckoned = then.year - birth.year
            yield Problem(
                (analysis.words.span(at, at),),
                f"{entity.name}, born {birth.span.of(analysis.article.text)}, was {reckoned - 1} or {reckoned} in "
                f"{then.year}, but the text says {years}.",
                "Which is right, the age or one of the two years?",
                related=((birth.span, "the birth"), (then.span, "the year")),
            )


def _tells_of_others(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """Whether somebody else is named, or one of the family is told of, or what is hers does something."""
    words = analysis.words
    inside = words.inside(sentence.span)
    family = not _FAMILY.isdisjoint(words.lows[inside.start : inside.stop])
    named = (m.entity for m in analysis.names.within(sentence.span) if analysis.names.of(m).kind == "person")
    opens = words.lows[inside.start] in closed.POSSESSIVES_OF_OTHERS
    return family or opens or any(one != index for one in named)


def _age(words: Words, then: DateMention, gender: str | None) -> int:
    """The token of the age that is told right behind a year; 0 where none is."""
    at = words.at(then.span.end - 1) + 1
    at += words.low(at) == ","
    if words.low(at) == "when" and words.low(at + 2) == "was":
        who = GENDERS.get(words.low(at + 1))
        found = at + 3 if who is not None and gender in {None, who} else 0
    elif words.low(at) in {"at", "aged"}:
        found = at + 1
        if words.lows[at + 1 : at + 3] == ["age", "of"] or words.lows[at + 1 : at + 4] == ["the", "age", "of"]:
            found = at + 3 + (words.low(at + 1) == "the")
        elif words.low(at + 1) == "age":
            found = at + 2
        if words.low(found + 1) in calendar.HALVES_OF_DAY:
            return 0
    else:
        return 0
    closed_there = words.low(found + 1) in _CLOSES
    return found if found and closed_there and not is_rough(words.lows, found) else 0


_CLOSES = frozenset([",", ".", ";", ")", "and"])
