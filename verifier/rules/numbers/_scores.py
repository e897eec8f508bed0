"""Scores of games and votes: the same contest with two results."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from verifier.english import closed, contests
from verifier.reading import Analysis, matching
from verifier.rules.numbers._figures import Figure

Result = tuple[Figure, Figure]

_PARTLY_KEYS = frozenset(matching.key(w) for w in contests.PARTS) - {""}
"""Words that make a score one of a part of the game, or of another one."""
_REACH = 7
_VOTE = matching.key("vote")


def pairs(analysis: Analysis, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Results of one contest that differ, and voters on one side who are neither of the two sides of the vote."""
    results = [(a, b) for a, b in itertools.pairwise(figures) if _is_result(a, b)]
    yield from _games(analysis, results)
    yield from _taken_up(analysis, results)
    votes = [r for r in results if _VOTE in r[0].about]
    if len({frozenset(f.quantity.value for f in r) for r in votes}) == 1:
        yield from _voters(analysis, votes[0], figures)


def _is_result(a: Figure, b: Figure) -> bool:
    return a.dimension == b.dimension == "score" and b.first == a.first + 2


def _games(analysis: Analysis, results: list[Result]) -> Iterator[tuple[Figure, Figure]]:
    seen: dict[frozenset[str], Result] = {}
    for result in results[:200]:
        names = _sides(analysis, result)
        if len(names) != 2:
            continue
        other = seen.setdefault(names, result)
        one, two = (sorted(f.quantity.value for f in r) for r in (other, result))
        if one != two:
            place = 0 if other[0].quantity.value != result[0].quantity.value else 1
            yield other[place], result[place]


def _taken_up(analysis: Analysis, results: list[Result]) -> Iterator[tuple[Figure, Figure]]:
    """ "The 9-3 vote" where the only vote told was 9-4: no other result, and one side of it the same."""
    lows = analysis.words.lows
    for result in results[:200]:
        values = _values(result)
        first, last = result[0].first, result[1].last
        if not first or lows[first - 1] not in closed.KNOWN or contests.OUTCOMES.isdisjoint(lows[last + 1 : last + 3]):
            continue
        others = [r for r in results if r is not result]
        if any(_values(r) == values for r in others):
            continue
        close = {_values(r): r for r in reversed(others) if len(_values(r) & values) == 1 and not _partly(analysis, r)}
        if len(close) == 1:
            (other,) = close.values()
            place = 0 if other[0].quantity.value not in values else 1
            wrong = result[0] if result[0].quantity.value not in _values(other) else result[1]
            yield other[place], wrong


def _values(result: Result) -> frozenset[Decimal]:
    return frozenset(f.quantity.value for f in result)


def _partly(analysis: Analysis, result: Result) -> bool:
    """Whether the words around a result make it one of a part of the game, or of another one."""
    near = analysis.words.lows[max(result[0].first - 4, 0) : result[1].last + 5]
    return not contests.PARTS.isdisjoint(near)


def _sides(analysis: Analysis, result: Result) -> frozenset[str]:
    """The names of the two sides of a game: the nearest capitalised words of the clause."""
    words, keys = analysis.words, analysis.keys
    sentence = words.inside(analysis.article.sentences[result[0].sentence].span)
    found: list[str] = []
    first, last = result[0].first, result[1].last
    before = range(first - 1, max(sentence.start, first - _REACH) - 1, -1)
    after = range(last + 1, min(sentence.stop, last + _REACH))
    for side in (before, after):
        for i in side:
            if words.forms[i] in {";", ".", "–", "—", ":", ","} or words.forms[i][0].isdigit():
                break
            if keys[i] in _PARTLY_KEYS or words.lows[i] in contests.PARTS:
                return frozenset()
            if keys[i] and words.forms[i][0].isupper() and keys[i] not in found:
                found.append(keys[i])
    return frozenset(found)


def _voters(analysis: Analysis, vote: Result, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    sides = {f.quantity.value for f in vote}
    for figure in figures:
        if figure.dimension != "count" or figure.quantity.value in sides or figure.quantity.low != figure.quantity.high:
            continue
        after = range(figure.last + 1, min(len(analysis.words), figure.last + 7))
        for i in after:
            if analysis.keys[i] == _VOTE and i + 1 in after and analysis.words.lows[i + 1] in contests.SIDES:
                side = 1 if analysis.words.lows[i + 1] in {"against", "no"} else 0
                yield vote[side], figure
