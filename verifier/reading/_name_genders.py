"""Genders that only the article tells: "When I met Lee, she was late", where no first name and no title does.

A pronoun counts where its sentence names one person and it stands behind that name, outside quotation marks. One may be
anybody's; two of one kind and none of the other are believed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import Literal

from verifier.article import Article
from verifier.english import closed
from verifier.english.people import GENDERS
from verifier.reading._model import Names
from verifier.reading.words import Words

_BELIEVED = 2  # pronouns
_PEOPLE = frozenset(("person", "other"))
_MARKS = frozenset(("“", '"', "''", "‘", "``", "«"))


def learned(article: Article, words: Words, names: Names) -> Names:
    """The names with the genders that pronouns show."""
    told: dict[int, Counter[Literal["male", "female"]]] = defaultdict(Counter)
    for sentence in article.sentences:
        named = [m for m in names.within(sentence.span) if names.of(m).kind in _PEOPLE]
        if not named or len({m.entity for m in named}) > 1 or names.of(named[0]).gender is not None:
            continue
        for i in range(words.at(named[0].bare.end - 1) + 1, words.inside(sentence.span).stop):
            if words.forms[i] in _MARKS:
                break
            if words.lows[i] in closed.SUBJECTS and (gender := GENDERS.get(words.lows[i])) is not None:
                told[named[0].entity][gender] += 1
    entities = list(names.entities)
    for index, counts in told.items():
        [gender, *others] = counts
        if not others and counts[gender] >= _BELIEVED and entities[index].kind == "person":
            entities[index] = replace(entities[index], gender=gender)
    return Names(tuple(entities), names.mentions)
