"""Votes: one vote with two results, and voters on one side who are neither of the two sides.

Scores of games are left out: an article tells those of many games, halves and sets.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from verifier.english import closed, contests
from verifier.reading import Analysis, matching
from verifier.rules._numbers._figures import Figure

Result = tuple[Figure, Figure]

_VOTE = matching.key("vote")


def pairs(analysis: Analysis, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Results of one vote that differ, and voters on one side who are neither of the two sides of the vote."""
    votes = [(a, b) for a, b in itertools.pairwise(figures) if _is_result(a, b) and _VOTE in a.about]
    yield from _head_and_lead(analysis, figures)
    yield from _taken_up(analysis, votes)
    if len({frozenset(f.quantity.value for f in r) for r in votes}) == 1:
        yield from _voters(analysis, votes[0], figures)


def _is_result(a: Figure, b: Figure) -> bool:
    return a.dimension == b.dimension == "score" and b.first == a.first + 2


def _head_and_lead(analysis: Analysis, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """ "Senate passes farm bill 52-48", and "by 53 votes to 48" in the lead: one result each, one side the same."""
    paragraphs = analysis.article.paragraphs
    kinds = [p.kind for p in paragraphs]
    if "headline" not in kinds or "body" not in kinds:
        return
    told = []
    for paragraph in (paragraphs[kinds.index("headline")], paragraphs[kinds.index("body")]):
        held = [f for f in figures if paragraph.span.covers(f.quantity.span)]
        told.append([(a, b) for a, b in itertools.pairwise(held) if _is_told(analysis, a, b)])
    if any(len(results) != 1 for results in told):
        return
    (one,), (two,) = told
    alike = len(_values(one) & _values(two)) == 1 and len(_values(one)) == len(_values(two)) == _SIDES
    votes = any(_VOTE in f.about or f.noun == _VOTE for f in (*one, *two)) or "votes" in _between(analysis, two)
    if alike and votes and not _partly(analysis, one) and not _partly(analysis, two):
        yield next(
            (a, b) for a in one for b in two if {a.quantity.value} - _values(two) and {b.quantity.value} - _values(one)
        )


_SIDES = 2


def _is_told(analysis: Analysis, a: Figure, b: Figure) -> bool:
    """ "52-48", "52 to 48", "53 votes to 48"."""
    between = [low for low in _between(analysis, (a, b)) if low != "votes"]
    return a.dimension == b.dimension == "score" and len(between) == 1


def _between(analysis: Analysis, result: Result) -> list[str]:
    return analysis.words.lows[result[0].last + 1 : result[1].first]


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


def _voters(analysis: Analysis, vote: Result, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    sides = {f.quantity.value for f in vote}
    for figure in figures:
        if figure.dimension != "count" or figure.quantity.value in sides or figure.quantity.low != figure.quantity.high:
            continue
        if analysis.words.lows[figure.last + 1 : figure.last + 2] == ["of"]:
            continue  # "one of five members who voted against": the five are the side
        after = range(figure.last + 1, min(len(analysis.words), figure.last + 7))
        for i in after:
            if analysis.keys[i] == _VOTE and i + 1 in after and analysis.words.lows[i + 1] in contests.SIDES:
                side = 1 if analysis.words.lows[i + 1] in {"against", "no"} else 0
                yield vote[side], figure
