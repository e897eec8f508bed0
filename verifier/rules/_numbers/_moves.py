"""A value that changed: which way it is said to go, by how much, and what its two figures say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from verifier.english import changes, closed
from verifier.languages import Language
from verifier.reading import Analysis, matching
from verifier.rules._numbers import _changes, _differences, _totals
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum

_FAR = 14
_BACK = 10
"""Tokens from a value back to the verb that moves it."""


class _Move(NamedTuple):
    """From ``start`` to ``end``, said to go ``up`` or not by the word at token ``verb``."""

    start: Figure
    end: Figure
    up: bool
    verb: int


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """The changes told in one sentence: direction, and the percentage where it is given too."""
    for one, two in _neighbours(sentence):
        move = _move(analysis, one, two)
        if move is None:
            continue
        start, end = move.start.quantity, move.end.quantity
        verb = analysis.words.forms[move.verb]
        if end.value < start.value if move.up else end.value > start.value:
            yield Sum(
                move.end,
                (move.start,),
                f"said to go {'up' if move.up else 'down'} (“{verb}”)",
                "Which way, and to what?",
            )
        else:
            yield from _changes.check(analysis, move.start, move.end, move.verb, sentence)
            yield from _differences.told_behind(analysis, move.start, move.end, move.up, sentence)
            yield from _differences.told_before(analysis, move.start, move.end, move.up, sentence)
            if move.start.dimension == "%":
                yield from _totals.in_points(analysis, move.start, move.end, sentence)
                yield from _differences.in_points(analysis, move.start, move.end, move.verb)


def _neighbours(sentence: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Every two figures of one unit that follow each other, whatever others ("four years ago") stand between."""
    last: dict[tuple[str, str], Figure] = {}
    for figure in sentence:
        unit = (figure.dimension, "" if figure.dimension == "count" else figure.quantity.unit)
        if unit in last:
            yield last[unit], figure
        last[unit] = figure


def _move(analysis: Analysis, one: Figure, two: Figure) -> _Move | None:
    """The change that two figures of a sentence tell, in any of the usual orders."""
    if two.first - one.last > _FAR or (one.noun and two.noun and one.noun != two.noun):
        return None
    before_one, before_two = _leading(analysis, one), _leading(analysis, two)
    lows = analysis.words.lows
    language = analysis.language
    if _set_beside(analysis, two):
        start, end, verb = two, one, _told_behind(analysis, two)
    elif before_one in language.FROM and before_two in language.TO:
        start, end, verb = one, two, _verb(analysis, one.first - _BACK, one.first)
        if verb is None and language.VERB_LAST:
            verb = _verb(analysis, two.last + 1, _end_of_clause(analysis, two.last + 1))
    elif before_one in language.TO and before_two in language.FROM:
        start, end, verb = two, one, _verb(analysis, one.first - _BACK, one.first)
    elif before_two == "to" and before_one != "to" and lows[two.first - 1] != "up":
        start, end, verb = one, two, _verb(analysis, two.first - 5, two.first)
        if verb is None or verb[0] <= one.last or not _anaphor(lows, one.last, verb[0]):
            return None
    elif before_two == "from":
        start, end, verb = two, one, _particle(lows, one.last + 1, two.first)
    else:
        return None
    return _Move(start, end, verb[1], verb[0]) if verb else None


def _leading(analysis: Analysis, figure: Figure) -> str:
    """The preposition before a figure: "to" of "to just over 5 percent"."""
    at = _before(analysis, figure)
    return analysis.words.lows[at] if at >= 0 else ""


def _before(analysis: Analysis, figure: Figure) -> int:
    """The token before a figure and what hedges it."""
    lows = analysis.words.lows
    at = figure.first - 1
    while at > 0 and figure.first - at < 5 and lows[at] in analysis.language.HEDGES - analysis.language.TO:
        at -= 1
    return at


def _set_beside(analysis: Analysis, figure: Figure) -> bool:
    """Whether a figure is the earlier one that another is held against: "compared with [£1,000] a year ago"."""
    lows, at = analysis.words.lows, _before(analysis, figure)
    return at > 0 and lows[at] in {"with", "to"} and lows[at - 1] in closed.SET_BESIDE


def _told_behind(analysis: Analysis, figure: Figure) -> tuple[int, bool] | None:
    """The word that says which way, behind the second of two figures: ", an [increase] of 20%", ", [up] 20%"."""
    lows, keys, forms = analysis.words.lows, analysis.keys, analysis.words.forms
    up, down = _ways(analysis.language)
    for i in range(figure.last + 1, min(figure.last + _BACK, len(lows) - 2)):
        if forms[i] in {".", ";"}:
            return None
        if lows[i] in changes.PARTICLES and forms[i - 1] == ",":
            return i, changes.PARTICLES[lows[i]]
        if lows[i] == "of" and lows[i - 2] in closed.ONE and forms[i - 3] == ",":
            return (i - 1, keys[i - 1] in up) if keys[i - 1] in up | down else None
    return None


def _end_of_clause(analysis: Analysis, first: int) -> int:
    """The first mark within a few words."""
    forms = analysis.words.forms
    return next((i for i in range(first, min(first + 4, len(forms))) if not forms[i][0].isalnum()), first + 4)


@lru_cache(maxsize=8)
def _ways(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of the verbs that say up, and of those that say down."""
    return frozenset(matching.key(w) for w in language.UP), frozenset(matching.key(w) for w in language.DOWN)


def _verb(analysis: Analysis, first: int, last: int) -> tuple[int, bool] | None:
    """The nearest word that says up or down in a stretch of tokens."""
    up, down = _ways(analysis.language)
    lows = analysis.words.lows
    for i in range(last - 1, max(first, 0) - 1, -1):
        if analysis.keys[i] in up:
            return i, True
        if analysis.keys[i] in down:
            return i, False
        if lows[i] in changes.PARTICLES and lows[i - 1] in changes.GO:
            return i, changes.PARTICLES[lows[i]]
        if analysis.words.forms[i] in {".", ";"}:
            return None
    return None


def _particle(lows: Sequence[str], first: int, last: int) -> tuple[int, bool] | None:
    """The "up" or "down" right between two figures: "$5 million, up from $4 million"."""
    for i in range(first, last):
        if lows[i] in {"up", "down"} and lows[i + 1] == "from" and i - first <= 3:
            return i, lows[i] == "up"
    return None


def _anaphor(lows: Sequence[str], first: int, verb: int) -> bool:
    """Whether the subject before the verb is the figure's own again: "... 70 percent; this has dropped to ..."."""
    return any(low in closed.TAKES_UP for low in lows[max(first, verb - 5) : verb])
