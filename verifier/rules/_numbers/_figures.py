"""Figures in their surroundings: what is needed to say whether two of them measure the same thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from verifier.english import arithmetic, calendar, hedges, units
from verifier.events.figures import NO_MATTER
from verifier.reading import Analysis, matching, quantities
from verifier.reading._model import Quantity
from verifier.reading.tags import AUXILIARY, PARTICIPLE, VERB

TABLE = 60
"""Figures of one sentence from which on it is a table, whatever it is written like: nothing in it is redone."""
NEAR = 9
"""How many tokens to each side say what a figure is about."""
_FOR_EACH = units.PER | arithmetic.EACH
WHEN = frozenset(matching.key(w) for names in calendar.NAMES for w in names.split())
"""Keys of days, months, seasons."""
_VERBS = ([VERB], [AUXILIARY], [PARTICIPLE])


class Figure(NamedTuple):
    """A quantity with its tokens, its sentence, and the words around it.

    ``about`` are the keys near it, its own noun left out; ``names`` those with a capital.
    """

    quantity: Quantity
    first: int
    last: int
    sentence: int
    dimension: str
    noun: str
    about: frozenset[str]
    names: frozenset[str]


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
    about, names = set[str](), set[str]()
    capitals = analysis.language.CAPITALS_NAME
    for i in near:
        key = keys[i]
        if not key or key == noun or key in NO_MATTER or words.lows[i][0].isdigit():
            continue
        about.add(key)
        named_here = words.forms[i][0].isupper() and (i > whole.start or words.starts[i] in named)
        if capitals and key not in WHEN and named_here:
            names.add(key)
    dimension = quantities.dimension(quantity)
    return Figure(quantity, first, last, sentence, dimension, noun, frozenset(about), frozenset(names))


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
        if figure.noun and keys[i] == figure.noun and not is_subject(analysis, figure):
            last = i
    return " ".join(words.span(first, last).of(analysis.article.text).split())


def is_subject(analysis: Analysis, figure: Figure) -> bool:
    """Whether a verb stands right behind a figure, and a noun behind that is not counted: "10 lost roofs"."""
    return analysis.tags[figure.last + 1 : figure.last + 2] in _VERBS


def by_sentence(figures: Sequence[Figure]) -> dict[int, list[Figure]]:
    """The figures of each sentence."""
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.sentence, []).append(figure)
    return found


def is_a_rate(lows: Sequence[str], figure: Figure) -> bool:
    """Whether a figure is so much for each of something: "$500 [a week]", "14 trains [per hour]"."""
    behind = lows[figure.last + 1 : figure.last + 3]
    at = bool(figure.noun) and behind[:1] != [] and behind[0] not in _FOR_EACH
    return not _FOR_EACH.isdisjoint(behind[at : at + 1])
