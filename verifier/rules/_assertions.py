"""Superlatives and accusations: what a writer must have from somebody, told as if it were plain to see."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.article import Span
from verifier.english import assertions, negation, nouns
from verifier.reading import Analysis
from verifier.reading.words import Words

_REACH = 9
"""How many tokens after a superlative its scope can stand."""


def find(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """Each superlative and accusation, with what it is called; whether a source is named is for others to say."""
    words = analysis.words
    found = [*_superlatives(words), *_first_ever(words), *_accusations(words)]
    return iter(sorted(found))


def _superlatives(words: Words) -> Iterator[tuple[Span, str]]:
    lows = words.lows
    for low in assertions.EXTREMES & words.places.keys():
        for at in words.places[low]:
            before = lows[max(at - 4, 0) : at]
            if "of" in before[-3:] or not before or before[-1] not in {"the", "'s", "’s"}:
                continue  # "one of the largest" claims little
            if _several(lows, at):
                continue
            last = _scope(words, at)
            owned = before[-1] != "the" and before[-2:-1] != [] and before[-2] in assertions.OWNERS
            if last or owned:
                yield words.span(at - 2 if owned else at - 1, last or at + 1), "superlative"


def _several(lows: list[str], at: int) -> bool:
    """Whether many share it: "the country's oldest plants"."""
    for low in lows[at + 1 : at + 5]:
        if not low[0].isalpha() or low in assertions.ENDS_NOUN:
            return False
        if low in nouns.PEOPLE or (len(low) > 3 and low[-1] == "s" and low[-2] not in "su'’i"):
            return True
    return not lows[at + 1 : at + 2]


def _scope(words: Words, at: int) -> int | None:
    """The last token of "in the country", "in the rich world", "in Spain" or "on record" soon after a superlative."""
    lows, forms = words.lows, words.forms
    for i in range(at + 1, min(at + 1 + _REACH, len(lows))):
        if lows[i] in assertions.ENDS_ITS_CLAUSE:
            return None
        for scope in assertions.SCOPES:
            if tuple(lows[i : i + len(scope)]) == scope:
                return i + len(scope) - 1
        if lows[i] != "in" or i + 1 >= len(lows):
            continue
        if forms[i + 1][0].isupper():
            return i + 1
        if lows[i + 1] == "the":
            return next((j for j in (i + 2, i + 3) if lows[j : j + 1] and lows[j] in assertions.OWNERS), None)
    return None


def _first_ever(words: Words) -> Iterator[tuple[Span, str]]:
    lows = words.lows
    for at in words.places.get("first-ever", ()):
        if at and lows[at - 1] in {"the", "'s", "’s"}:
            yield words.span(at, at), "superlative"
    for at in words.places.get("ever", ()):
        if at > 1 and lows[at - 1] == "first" and lows[at - 2] == "the":
            yield words.span(at - 2, at), "superlative"


def _accusations(words: Words) -> Iterator[tuple[Span, str]]:
    lows = words.lows
    for low, preposition in assertions.ACCUSED.items():
        for at in words.places.get(low, ()):
            if lows[at + 1 : at + 2] != [preposition]:
                continue
            crime = next((i for i in range(at + 2, min(at + 6, len(lows))) if lows[i] in assertions.CRIMES), None)
            around = lows[max(at - 8, 0) : at + 14]
            if (
                crime is not None
                and negation.OF_CHARGES.isdisjoint(around)
                and assertions.AUTHORITIES.isdisjoint(around)
            ):
                yield words.span(at, crime), "accusation"
