"""Figures in their surroundings: what is needed to say whether two of them measure the same thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from verifier.english import calendar, hedges, nouns, people, verbs
from verifier.reading import Analysis, matching, quantities
from verifier.reading._model import Quantity

NEAR = 9
"""How many tokens to each side say what a figure is about."""

_BESIDE = 3

_TELLS_APART = {matching.key(w) or w for w in hedges.FORECASTS.split()}
_TELLS_PEOPLE_APART = {matching.key(w) for w in people.KINDS.split()}
_TELLS_ANY_APART = _TELLS_APART | _TELLS_PEOPLE_APART
"""Words that make two figures differ rightly when only one of them has the word; the second kind only where the
figures count."""
_NO_MATTER = frozenset(matching.key(w) for w in nouns.NO_MATTER) | {"thing"}
"""Words that stand beside figures of every kind."""


_WHEN = {matching.key(w): place for place, names in enumerate(calendar.NAMES) for w in names.split()}
_YEAR = len(calendar.NAMES)


class Figure(NamedTuple):
    """A quantity with its tokens, its sentence, and the words around it.

    ``about`` are the keys near it, its own noun left out, ``beside`` those within a few tokens; ``names`` those with a
    capital; ``apart`` the words that could make it another figure of the same thing; ``when`` the months, weekdays,
    seasons and years that date it, each with its kind.
    """

    quantity: Quantity
    first: int
    last: int
    sentence: int
    dimension: str
    noun: str
    about: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]
    apart: frozenset[str]
    when: frozenset[tuple[int, str]]


@lru_cache(maxsize=1)
def collect(analysis: Analysis) -> list[Figure]:
    """The article's figures, in order; those of paragraphs that nobody wrote as prose are left out.

    The three rules of the family ask for the same article in turn: the last answer is kept.
    """
    article, words = analysis.article, analysis.words
    starts = [s.span.start for s in article.sentences]
    named = {m.bare.start for m in analysis.names.mentions}
    found = []
    for quantity in analysis.quantities:
        at = bisect_right(starts, quantity.span.start) - 1
        if at < 0 or article.paragraphs[article.sentences[at].paragraph].kind == "skip":
            continue
        tokens = words.inside(quantity.span)
        if tokens:
            found.append(_figure(analysis, quantity, tokens, at, named))
    return found


def _figure(analysis: Analysis, quantity: Quantity, tokens: range, sentence: int, named: set[int]) -> Figure:
    words, keys = analysis.words, analysis.keys
    whole = words.inside(analysis.article.sentences[sentence].span)
    first, last = tokens.start, tokens.stop - 1
    near = [i for i in range(max(whole.start, first - NEAR), min(whole.stop, last + NEAR + 1)) if i < first or i > last]
    noun = matching.key(quantity.noun) if quantity.noun else ""
    about, names, apart = set[str](), set[str](), set[str]()
    when: set[tuple[int, str]] = set()
    hedged = first
    while hedged > whole.start and words.lows[hedged - 1] in hedges.OF_FIGURES:
        hedged -= 1
    dimension = quantities.dimension(quantity)
    capitals = analysis.language.CAPITALS_NAME
    telling = _TELLS_ANY_APART if dimension in {"count", "%"} else _TELLS_APART
    for i in near:
        low, key = words.lows[i], keys[i]
        if key in _WHEN or (low.isdigit() and len(low) == 4):
            when.add((_WHEN.get(key, _YEAR), key))
        elif (key or low) in telling and not hedged <= i < first and (words.forms[i].islower() or i == whole.start):
            apart.add(key or low)
        elif low in verbs.UNCERTAIN:
            apart.add("might be")
        if key and key != noun and key not in _NO_MATTER and not low[0].isdigit():
            about.add(key)
            if (
                capitals
                and key not in _WHEN
                and words.forms[i][0].isupper()
                and (i > whole.start or words.starts[i] in named)
            ):
                names.add(key)
    return Figure(
        quantity,
        first,
        last,
        sentence,
        dimension,
        noun,
        frozenset(about),
        matching.content(
            keys,
            (*range(max(whole.start, hedged - _BESIDE), hedged), *range(last + 1, min(last + 1 + _BESIDE, whole.stop))),
        ),
        frozenset(names),
        frozenset(apart),
        frozenset(when),
    )


def phrase(analysis: Analysis, figure: Figure) -> str:
    """The figure as a reader sees it, with what hedges it and what it counts: "more than 50 people"."""
    words, keys = analysis.words, analysis.keys
    sentence = words.inside(analysis.article.sentences[figure.sentence].span)
    first, last = figure.first, figure.last
    while (
        first > sentence.start
        and words.lows[first - 1] in hedges.OF_FIGURES
        and words.lows[first - 1] not in {"to", "at"}
    ):
        first -= 1
    if first > sentence.start and words.lows[first - 1 : first + 1] == ["at", "least"]:
        first -= 1
    for i in range(last + 1, min(last + 5, sentence.stop)):
        if figure.noun and keys[i] == figure.noun:
            last = i
    return " ".join(words.span(first, last).of(analysis.article.text).split())


def rightly_differ(a: Figure, b: Figure, told_a: frozenset[str], told_b: frozenset[str]) -> bool:
    """Whether the words around two figures give a reason why they may differ: another time, another part, another
    subject, a forecast against what came. ``told_a`` and ``told_b`` are the contents of their whole sentences."""
    differ = a.apart ^ b.apart
    if differ and not (differ == {"might be"} and len(a.about & b.about) > 3):
        return True
    if _other_time(a.when, b.when):
        return True
    return _other_names(a.names - b.names, b.names - a.names, told_a, told_b)


def _other_names(
    only_a: frozenset[str], only_b: frozenset[str], told_a: frozenset[str], told_b: frozenset[str]
) -> bool:
    """Whether each figure stands beside a name that the other does not stand beside.

    It is no reason where one sentence only tells more than the other: it holds the other's name too, further off, and
    the other none of its. Where both hold both names, they are set against each other.
    """
    if not (only_a and only_b):
        return False
    more_in_a = only_b <= told_a and only_a.isdisjoint(told_b)
    more_in_b = only_a <= told_b and only_b.isdisjoint(told_a)
    return not (more_in_a or more_in_b)


def _other_time(a: frozenset[tuple[int, str]], b: frozenset[tuple[int, str]]) -> bool:
    """Whether the two name different years, months, seasons or weekdays."""
    kinds = {kind for kind, _ in a} & {kind for kind, _ in b}
    return any({w for k, w in a if k == kind}.isdisjoint(w for k, w in b if k == kind) for kind in kinds)


def by_sentence(figures: Sequence[Figure]) -> dict[int, list[Figure]]:
    """The figures of each sentence."""
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.sentence, []).append(figure)
    return found
