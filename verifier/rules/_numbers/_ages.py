"""One person, two ages."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from verifier.english import arithmetic, events, people, verbs
from verifier.reading import Analysis, matching
from verifier.reading._model import NameMention
from verifier.reading.quantities import compatible
from verifier.rules._numbers._figures import Figure


def pairs(analysis: Analysis, figures: list[Figure]) -> Iterator[list[tuple[Figure, Figure]]]:
    """Two ages given right beside the same person's name: the same two are one question, however often told."""
    for known in _aged(analysis, figures)[0].values():
        told: dict[frozenset[Decimal], list[tuple[Figure, Figure]]] = {}
        for one, two in itertools.pairwise(known):
            if one.quantity.value != two.quantity.value:
                told.setdefault(frozenset((one.quantity.value, two.quantity.value)), []).append((one, two))
        yield from told.values()
    yield from ([pair] for pair in _twins(analysis, figures))


def _twins(analysis: Analysis, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """ "The twins Ana and Mia Lopez, 34 and 36, ..."."""
    lows = analysis.words.lows
    if arithmetic.TWINS.isdisjoint(analysis.words.places):
        return
    for one, two in itertools.pairwise(figures):
        bare = all(f.dimension in {"age", "count"} and f.noun in {"", "ag", "age"} for f in (one, two))
        paired = lows[one.last + 1 : two.first] == ["and"] and lows[one.first - 1] == ","
        if bare and paired and _born_together(analysis, one.first) and one.quantity.value != two.quantity.value:
            yield one, two


def unnamed(analysis: Analysis, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """An age without a name that the one person whose age is told does not have, nor the thing that is told to be so
    old: likely, and no more."""
    aged, nameless = _aged(analysis, figures)
    if len(aged) == 1:
        ((person, (first, *_)),) = aged.items()
        for other in nameless:
            if abs(other.quantity.value - first.quantity.value) > 1 and _same_person(analysis, other, person):
                yield first, other
    yield from _things(analysis, nameless, figures)
    yield from _older(analysis, figures)


def _born_together(analysis: Analysis, at: int) -> bool:
    """Whether "twins" and their names stand right before a token."""
    words = analysis.words
    for i in range(at - 1, max(at - 9, -1), -1):
        if words.lows[i] in arithmetic.TWINS:
            return True
        if not (words.forms[i][0].isupper() or words.lows[i] in {",", "and"}):
            return False
    return False


def _aged(analysis: Analysis, figures: list[Figure]) -> tuple[dict[int, list[Figure]], list[Figure]]:
    """The ages told, by whose they are, and those beside no name."""
    aged: dict[int, list[Figure]] = {}
    nameless = []
    for figure in figures:
        if figure.dimension == "age" or _is_told_of(analysis, figure):
            person = _person(analysis, figure)
            if person is not None:
                aged.setdefault(person, []).append(figure)
            else:
                nameless.append(figure)
    return aged, nameless


def _is_told_of(analysis: Analysis, figure: Figure) -> bool:
    """Whether a bare number is told of somebody as an age is: "Ruiz is 31 and", "Ruiz is 31."."""
    lows, value = analysis.words.lows, figure.quantity.value
    bare = figure.dimension == "count" and figure.first == figure.last and not figure.noun
    ends = lows[figure.last + 1 : figure.last + 2] in ([","], ["."], ["and"], [])
    says = figure.first > 1 and lows[figure.first - 1] == "is" and ends
    return bare and says and _GROWN <= value <= _OLDEST and _person(analysis, figure) is not None


def _older(analysis: Analysis, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """ "At 87, she ..." where the oldest person of the article is 84: nobody was that old."""
    ages = [f for f in figures if f.dimension == "age"]
    if not ages:
        return
    lows, oldest = analysis.words.lows, max(ages, key=lambda f: f.quantity.value)
    for figure in figures:
        follows = lows[figure.last + 1 : figure.last + 6]
        if figure.dimension != "count" or not figure.first or lows[figure.first - 1] != "at" or len(follows) < 2:
            continue
        told = follows[0] == "," and follows[1] in {"he", "she"} and verbs.UNREAL.isdisjoint(follows)
        if told and 0 < figure.quantity.value - oldest.quantity.value <= _GENERATION:
            yield oldest, figure


def _same_person(analysis: Analysis, figure: Figure, person: int) -> bool:
    """Whether an age without a name is that of the one person whose age is told: "the 15-year-old", or "a 15-year-old
    who" in a sentence that names him."""
    words = analysis.words
    if not figure.first or figure.last + 1 >= len(words):
        return False
    before, after = words.lows[figure.first - 1], words.lows[figure.last + 1]
    if before == "the":
        return after in people.STANDS_FOR_AGE or not after[0].isalnum()
    span = analysis.article.sentences[figure.sentence].span
    named = any(span.covers(m.bare) for m in analysis.names.entities[person].mentions)
    return before == "a" and after in people.STANDS_FOR_AGE and named


def _things(analysis: Analysis, ages: list[Figure], figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """ "The ten-year-old bridge" and "a bridge was built 15 years ago"."""
    keys, lows = analysis.keys, analysis.words.lows
    for age in ages:
        thing = keys[age.last + 1] if age.last + 1 < len(keys) else ""
        if not thing or lows[age.last + 1] in people.STANDS_FOR_AGE:
            continue
        for ago in figures:
            if (
                ago.quantity.unit == "years"
                and ago.dimension == "time"
                and lows[ago.last + 1 : ago.last + 2] == ["ago"]
            ):
                begun = thing in ago.about and not _BEGINNINGS.isdisjoint(ago.about)
                if begun and not compatible(ago.quantity, age.quantity):
                    yield ago, age


def _person(analysis: Analysis, figure: Figure) -> int | None:
    """The entity whose name stands right before ("Ana Ruiz, 29,") or right after ("29-year-old Ana Ruiz")."""
    words, mentions = analysis.words, analysis.names.mentions
    at = bisect_left(mentions, figure.quantity.span.start, key=lambda m: m.bare.start)
    before, opens = (mentions[at - 1] if at else None), words.forms[figure.first - 1] if figure.first else ""
    if before and opens in {",", "("} and figure.first > 1 and before.bare.end == words.ends[figure.first - 2]:
        return before.entity if _is_whole(analysis, before) else None
    if before and words.lows[max(figure.first - 3, 0) : figure.first - 1] == [",", "who"]:  # "Ruiz, who is 31"
        named = before.bare.end == words.ends[figure.first - 4] and _is_whole(analysis, before)
        return before.entity if named else None
    if (
        before and opens in {"a", "an"} and before.bare.end == words.ends[figure.first - 3]
    ):  # "Ruiz, a 31-year-old clerk"
        apposed = words.forms[figure.first - 2] == "," and figure.dimension == "age"
        return before.entity if apposed and _is_whole(analysis, before) else None
    if before and opens == "is" and before.bare.end == words.ends[figure.first - 2]:  # "Ruiz is 31"
        return before.entity if _is_whole(analysis, before) else None
    after = mentions[at] if at < len(mentions) else None
    if after and figure.last + 1 < len(words) and after.span.start == words.starts[figure.last + 1]:
        return after.entity if _is_whole(analysis, after) else None
    return None


def _is_whole(analysis: Analysis, mention: NameMention) -> bool:
    """Whether a name is a person's, and given with the surname: "James, 43" may be anybody's son."""
    entity = analysis.names.of(mention)
    surname = entity.name.split()[-1]
    return entity.kind == "person" and mention.bare.of(analysis.article.text).split()[-1] == surname


_GROWN, _OLDEST = 10, 110
"""Ages that a bare number may be."""
_GENERATION = 15
"""Years: somebody much older than everybody else is likely somebody else."""
_BEGINNINGS = frozenset(matching.key(w) for w in events.BEGINNINGS)
