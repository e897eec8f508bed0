"""A style before a name that the pronoun of its own sentence contradicts: "Mr Poe is a nurse, and she trains"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Sentence, Span
from verifier.english import closed, grammar, titles
from verifier.english.people import GENDERS
from verifier.reading import Analysis
from verifier.reading._model import NameMention
from verifier.rules._quoted import Quoted


class Clash(NamedTuple):
    """A name with its style, and the pronoun that goes on with it."""

    style: Span
    pronoun: Span


def clashes(analysis: Analysis) -> Iterator[Clash]:
    """Each style with a pronoun of the other gender, where nobody named by then can be whom the pronoun means."""
    quoted = Quoted(analysis)
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
        if not _somebody_else(analysis, named, words.starts[pronoun], GENDERS[words.lows[pronoun]]):
            yield Clash(named.span, words.span(pronoun, pronoun))


def _goes_on(analysis: Analysis, sentence: Sentence, named: NameMention) -> int | None:
    """The "he" or "she" of a second main clause: "Mr Poe came, and [she] sat down"."""
    words = analysis.words
    for i in words.inside(Span(named.bare.end, sentence.span.end)):
        subject = words.lows[i] in closed.SUBJECTS and words.lows[i] in GENDERS
        if subject and words.lows[i - 1] in closed.COORDINATORS and words.forms[i - 2] == ",":
            return i
    return None


def _somebody_else(analysis: Analysis, named: NameMention, end: int, gender: str) -> bool:
    """Whether another person has been named by then whom a pronoun of this gender can mean, or is spoken of without
    a name: "his wife", "the nurse"."""
    words = analysis.words
    surname = analysis.names.of(named).name.split()[-1]
    people = (e for e in analysis.names.entities if e.kind == "person" and e.gender in (None, gender))
    others = (e for e in people if e.name.split()[-1] != surname)
    if any(m.bare.start < end for e in others for m in e.mentions[:1]):
        return True
    inside = words.inside(Span(named.bare.end, end))
    roles = [i for i in inside if words.lows[i] in titles.ROLES]
    is_one = words.lows[inside.start] in grammar.BE and words.lows[inside.start + 1] in closed.ONE if inside else False
    return len(roles) > is_one  # "is a nurse" is told of who is named, "has a wife" of another
