"""Relatives without a name whom a pronoun means: "I asked my mother. “Go,” *she* said" is no word of a woman named
elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from verifier.article import Article, Span
from verifier.english import closed, grammar, people, titles
from verifier.english.people import GENDERS
from verifier.reading.words import Words

_NEAR = 2  # sentences before the pronoun's
_BETWEEN = 2  # words between whose relative it is and what: "my late father"


def meant(
    article: Article, words: Words, mention: Span, gender: str, *, stands_out: Callable[[Span], bool]
) -> Span | None:
    """The relative whom a pronoun of this gender takes up, where the nearest sentence that tells of anybody whom it
    could mean tells of that one alone; ``stands_out`` says whether somebody else is named in a stretch."""
    here = article.sentence_at(mention.start)
    if here is None:
        return None
    for index in range(here.index, max(-1, here.index - _NEAR - 1), -1):
        sentence = article.sentences[index]
        span = Span(sentence.span.start, min(sentence.span.end, mention.start))
        if sentence.paragraph < here.paragraph - 1 or stands_out(span):
            return None
        relatives = {i: last for i in words.among(grammar.POSSESSIVES, span) if (last := _relative(words, i, gender))}
        told = _outside_marks(words, span) if relatives else ()  # most sentences need not be walked
        found = [(i, relatives[i]) for i in told if i in relatives]
        if found:
            acts = any(_acts(words, i, gender) for i in told if i < found[0][0])  # "She drove my mother home"
            return words.span(*found[0]) if len(found) == 1 and not acts else None
    return None


def _outside_marks(words: Words, span: Span) -> list[int]:
    """The tokens of a stretch that stand in no quotation."""
    out, inside = [], False
    for i in words.inside(span):
        if words.forms[i] in _MARKS:
            inside = words.forms[i] not in "”" and not inside
        elif not inside:
            out.append(i)
    return out


_MARKS = frozenset(("“", "”", '"'))


def _acts(words: Words, i: int, gender: str) -> bool:
    return words.lows[i] in closed.SUBJECTS and GENDERS.get(words.lows[i]) == gender


def _relative(words: Words, i: int, gender: str) -> int | None:
    """The last word of a relative of this gender that begins with a possessive, of nobody who could be meant."""
    if GENDERS.get(words.lows[i]) == gender:
        return None
    kin = people.KIN & (titles.FEMALE_ROLES if gender == "female" else titles.MALE_ROLES)
    last = next((j for j in range(i + 1, min(i + 2 + _BETWEEN, len(words))) if words.lows[j] in kin), None)
    if last is None or not all(form.isalpha() and form.islower() for form in words.forms[i + 1 : last]):
        return None
    return last
