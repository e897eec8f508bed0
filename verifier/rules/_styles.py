"""A style before a name that the pronoun of its own sentence contradicts: "Mr Poe is a nurse, and she trains".

Only a sentence that first says what the one named is leaves no other reading: in "Mr Poe asked the woman at the door,
and she laughed" somebody else is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Sentence, Span
from verifier.english import closed, grammar, sayers, titles
from verifier.english.people import GENDERS, NOUNS, RELATIONS, SEXES
from verifier.reading import Analysis
from verifier.reading._model import NameMention
from verifier.rules._quoted import Quoted


class Clash(NamedTuple):
    """A name with its style, and the pronoun that goes on with it."""

    style: Span
    pronoun: Span


def clashes(analysis: Analysis) -> Iterator[Clash]:
    """Each style with a pronoun of the other gender, where nobody named by then can be whom the pronoun means."""
    quoted = Quoted.of(analysis)
    words = analysis.words
    for sentence in analysis.article.sentences:
        first = words.inside(sentence.span)
        gender = titles.HONORIFICS.get(words.lows[first.start]) if first else None
        named = next(analysis.names.within(sentence.span), None) if gender is not None else None
        if named is None or named.span.start != sentence.span.start or named.span.start in quoted:
            continue
        pronoun = _goes_on(analysis, sentence, named)
        if pronoun is None or GENDERS[words.lows[pronoun]] == gender:
            continue
        if not _somebody_else(analysis, sentence, named, words.starts[pronoun], GENDERS[words.lows[pronoun]]):
            yield Clash(named.span, words.span(pronoun, pronoun))


def _goes_on(analysis: Analysis, sentence: Sentence, named: NameMention) -> int | None:
    """The "he" or "she" that goes on with what the one named is: "Mr Poe is a retired nurse, and [she] sat down"."""
    words = analysis.words
    inside = words.inside(Span(named.bare.end, sentence.span.end))
    if len(inside) < _SHORTEST or words.lows[inside[0]] not in grammar.BE or words.lows[inside[1]] not in closed.ONE:
        return None
    comma = next((i for i in inside if words.forms[i] == ","), inside[-1])
    described = words.lows[inside[2] : comma]
    if described[-1:] == [] or described[-1] not in titles.ROLES or not grammar.PREPOSITIONS.isdisjoint(described):
        return None
    if comma + 2 > inside[-1] or words.lows[comma + 1] not in closed.COORDINATORS:
        return None
    pronoun = comma + 2
    return pronoun if words.lows[pronoun] in closed.SUBJECTS and words.lows[pronoun] in GENDERS else None


_SHORTEST = 5  # words: "is a nurse, and she"


def _somebody_else(analysis: Analysis, sentence: Sentence, named: NameMention, end: int, gender: str) -> bool:
    """Whether another person can be meant: one named by then, or spoken of without a name ("his wife", "her")."""
    words = analysis.words
    surname = analysis.names.of(named).name.split()[-1]
    people = (e for e in analysis.names.entities if e.kind == "person" and e.gender in (None, gender))
    others = (e for e in people if e.name.split()[-1] != surname)
    if any(m.bare.start < end for e in others for m in e.mentions[:1]):
        return True
    at, pronoun = words.at(named.span.start), words.at(end)
    stop = words.inside(sentence.span).stop
    if any(GENDERS.get(low, gender) != gender for low in words.lows[pronoun + 1 : stop]):
        return True  # "Mr Poe is a nurse, and she calls him": he is the other one
    of_it = {low for low, one in GENDERS.items() if one == gender}
    return any(low in of_it or low in RELATIONS or low in SEXES or _is_person(low) for low in words.lows[:at])


def _is_person(low: str) -> bool:
    """Whether a word says what one person is, so that a pronoun may mean whoever that is: "a patient"."""
    return low in titles.ROLES or low in NOUNS or low in sayers.ONE_PERSON
