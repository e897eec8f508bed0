"""Two first names for one person: one that stands once, where the article knows the surname with another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Span
from verifier.english import names, people, titles
from verifier.english.everyday import everyday
from verifier.reading import Analysis

_MANY = 60
"""Places of one surname that are looked at."""


class Other(NamedTuple):
    """The odd name, the usual one, and whether nothing else can be meant."""

    odd: Span
    usual: Span
    sure: bool


class _Full(NamedTuple):
    """A first name and a surname by their tokens."""

    first: int
    last: int


def others(analysis: Analysis) -> Iterator[Other]:
    """Every first name that stands once before a surname which the article gives to somebody else of that sex."""
    for surname, given in _surnames(analysis).items():
        bearers = _bearers(analysis, surname, given)
        if len(bearers) < 2:
            continue
        words = analysis.words
        ranked = sorted(bearers.values(), key=lambda told: (len(told), -told[0].first))
        for told in ranked[:-1]:
            odd, usual = told[0], ranked[-1][0]
            if len(told) > 1 or len(words.places[words.lows[odd.first]]) > 1 or _is_explained(analysis, odd):
                continue
            tied = len(ranked[-1]) == 1
            if tied and _is_explained(analysis, usual):
                continue
            sure = len(bearers) == 2 and _may_be_one(analysis, odd, ranked[-1])
            yield Other(words.span(*odd), words.span(*usual), sure)


def _surnames(analysis: Analysis) -> dict[str, set[str]]:
    """The surnames of the article's people with the first names of those that the names know."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in analysis.names.entities:
        parts = entity.name.lower().split()
        if entity.kind == "person" and len(parts) > 1 and parts[-1] not in names.GENERATIONS:
            found[parts[-1]].add(parts[0])
    return found


def _bearers(analysis: Analysis, surname: str, given: set[str]) -> dict[str, list[_Full]]:
    """Where the surname stands behind a first name, by that name in its long form; none where it has a "Jr."."""
    words = analysis.words
    found: dict[str, list[_Full]] = defaultdict(list)
    for at in words.places.get(surname, ())[:_MANY]:
        if words.lows[at + 1 : at + 2] and words.lows[at + 1].strip(".") in names.GENERATIONS:
            return {}
        first = at - 1
        while first > 0 and len(words.forms[first].strip(".")) == 1 and words.forms[first][0].isupper():
            first -= 1
        low = words.lows[first] if first >= 0 else ""
        opens = first <= 0 or not words.forms[first - 1][0].isalnum()
        known = (titles.is_given(low) and not (opens and everyday(low))) or low in given
        if first > 1 and words.forms[first - 1] == "." and len(words.forms[first - 2]) == 1:
            continue  # "B. Hussein Obama": a middle name
        if first >= 0 and words.forms[first][0].isupper() and words.forms[at][0].isupper() and known:
            found[titles.NICKNAMES.get(low, low)].append(_Full(first, at))
    return found


def _is_explained(analysis: Analysis, name: _Full) -> bool:
    """Whether a word of kin, or of one who was in office before, stands in the sentence; whether the name is joined to
    another or explained behind a comma."""
    words = analysis.words
    sentence = analysis.article.sentence_at(words.starts[name.first])
    inside = words.inside(sentence.span) if sentence else range(name.first, name.last + 1)
    if not people.KIN.isdisjoint(words.lows[inside.start : inside.stop]):
        return True
    before = words.lows[max(inside.start, name.first - 4) : name.first]
    after = words.lows[name.last + 1 : name.last + 3]
    if not titles.PAST.isdisjoint(before):
        return True
    joined = before[-1:] in (["and"], ["&"], ["or"], ["not"]) or after[:1] in (["and"], ["&"], ["or"])
    opened = after[:1] == [","] and after[1:] != [] and after[1] in people.OPENS_APPOSITION
    return joined or opened or after[:1] == ["("]


def _may_be_one(analysis: Analysis, odd: _Full, usual: list[_Full]) -> bool:
    """Whether both are of one sex, or introduced with one title."""
    words = analysis.words
    sexes = [titles.gender_of(words.lows[name.first]) for name in (odd, usual[0])]
    if None not in sexes and sexes[0] == sexes[1]:
        return True
    title = words.lows[odd.first - 1] if odd.first else ""
    return (title in titles.HONORIFICS or title in titles.ROLES) and any(
        name.first and words.lows[name.first - 1] == title for name in usual
    )
