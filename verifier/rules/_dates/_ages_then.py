"""How old somebody was in a year, against the year of birth: "born in 1924", "in 1961, at 36", "in 1939, when she was
14"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verifier.article import Sentence
from verifier.english import calendar, closed, grammar, people
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
        if not _tells_of_others(analysis, sentence, index):
            yield from _off(analysis, birth, sentence, entity.name, entity.gender)


def beside(analysis: Analysis, born: Mapping[int, tuple[DateMention, Sentence]]) -> Iterator[Problem]:
    """The same within one sentence, whoever it is of: "Born in Burma in 1963, she left in 1968, when she was eight";
    ``born`` are the births that are known to be somebody's."""
    words = analysis.words
    known = {sentence.index for _, sentence in born.values()}
    for i in words.places.get("born", ()):
        sentence = analysis.article.sentence_at(words.starts[i])
        if sentence is None or words.inside(sentence.span).start != i or sentence.index in known:
            continue
        birth = next(within(analysis, sentence.span), None)
        if birth is None or words.at(birth.span.start) - i > _TO_THE_BIRTH:
            continue
        who = words.at(birth.span.end - 1) + 2
        if words.low(who - 1) == "," and _is_of_one(analysis, who, words.inside(sentence.span).stop):
            yield from _off(analysis, birth, sentence, words.forms[who].capitalize(), GENDERS.get(words.lows[who]))


_TO_THE_BIRTH = 8
"""Tokens from "born" to the year."""


def _is_of_one(analysis: Analysis, who: int, stop: int) -> bool:
    """Whether a sentence goes on about one being alone, with places and times: no other name, no relative."""
    words = analysis.words
    named = words.forms[who : who + 1] and words.forms[who][0].isupper()
    if not named and words.low(who) not in GENDERS:
        return False
    last = who
    while named and last + 1 < stop and words.forms[last + 1][0].isupper():
        last += 1
    others = (i for i in range(last + 1, stop) if words.forms[i][0].isupper())
    placed = all(words.lows[i - 1] in grammar.PREPOSITIONS | {"to"} or words.forms[i - 1][0].isupper() for i in others)
    return placed and _FAMILY.isdisjoint(words.lows[last + 1 : stop])


def _off(
    analysis: Analysis, birth: DateMention, sentence: Sentence, name: str, gender: str | None
) -> Iterator[Problem]:
    """Every age of a sentence that the birth contradicts."""
    for then in within(analysis, sentence.span):
        at = _age(analysis.words, then, gender)
        years = count(analysis.words.lows[at]) if at else None
        if then.year is None or birth.year is None or then.year <= birth.year or then.unit == "decade":
            continue
        reckoned = then.year - birth.year
        if years is None or years not in _AGES or reckoned - 1 <= years <= reckoned:
            continue
        yield Problem(
            (analysis.words.span(at, at),),
            f"{name}, born {birth.span.of(analysis.article.text)}, was {reckoned - 1} or {reckoned} in "
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
