"""Who is ahead, and by how much: two shares against the lead that is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.english import arithmetic, changes
from verifier.reading import Analysis
from verifier.rules._numbers._figures import WHEN, Figure, by_sentence
from verifier.rules._numbers._sums import Sum

_OFF = Decimal(1)
"""Points by which a lead may be rounded."""
_TO_THE_SHARES, _TO_THE_POINTS = 6, 9
_POINT = "point"
_JOINS = frozenset(["-", "–"])


def check(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """The leads of the whole article."""
    earlier = None
    for sentence, held in by_sentence(figures).items():
        shares = [f for f in held if f.dimension == "%"]
        if earlier:
            yield from _same(analysis, sentence, held, earlier)
        for one, two in pairwise(held):
            if _is_result(analysis, one, two):
                yield from _ahead(analysis, one, two)
                yield from _by_points(analysis, one, two, held)
        if len(shares) >= 2:
            earlier = shares[:2]


def _same(analysis: Analysis, sentence: int, held: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Sum]:
    """ "Her lead is the same: 49 to 47", where the shares before are further apart."""
    shares = [f for f in held if f.dimension == "%"]
    lows = analysis.words.lows[analysis.words.inside(analysis.article.sentences[sentence].span).start : held[-1].last]
    told = not changes.LEADS.isdisjoint(lows) and "same" in lows and all(f.dimension != "points" for f in held)
    if told and len(shares) == 2:
        now, then = _distance(*shares), _distance(*earlier)
        if abs(now - then) > _OFF:
            yield Sum(shares[1], tuple(earlier), f"a lead of {now:g} points, {then:g} before", "Is it the same lead?")


def _distance(one: Figure, two: Figure) -> Decimal:
    return abs(one.quantity.value - two.quantity.value)


def _is_result(analysis: Analysis, one: Figure, two: Figure) -> bool:
    """Whether two shares are set against each other: "48 percent to 41 percent", "48 to 41 percent", "48%-41%"."""
    between = analysis.words.lows[one.last + 1 : two.first]
    joined = between == ["to"] or (len(between) == 1 and between[0] in _JOINS)
    return joined and one.dimension == two.dimension == "%"


def _ahead(analysis: Analysis, one: Figure, two: Figure) -> Iterator[Sum]:
    """ "Brandt led Osei 41 percent to 47 percent": the lower share for whoever is ahead."""
    words = analysis.words
    verb = next((i for i in _before(analysis, one, _TO_THE_SHARES) if words.lows[i] in arithmetic.AHEAD), None)
    if verb is None or one.quantity.high >= two.quantity.low:
        return
    between = words.forms[verb + 1 : one.first]
    if between and all(form[0].isupper() or not form[0].isalnum() or form in arithmetic.OF_A_RIVAL for form in between):
        note = f"said to be ahead (“{words.forms[verb]}”)"
        yield Sum(two, (one,), note, "Who is ahead, and by how much?")


def _before(analysis: Analysis, figure: Figure, far: int) -> range:
    start = analysis.words.inside(analysis.article.sentences[figure.sentence].span).start
    return range(figure.first - 1, max(start, figure.first - far) - 1, -1)


def _by_points(analysis: Analysis, one: Figure, two: Figure, held: Sequence[Figure]) -> Iterator[Sum]:
    """ "leads by six points, 48 percent to 44 percent", "a nine-point lead, 51 percent to 45 percent"."""
    if sum(f.dimension == "%" for f in held) != 2:
        return
    for points in held:
        if points.dimension == "points" or points.noun == _POINT:
            gap, told = _distance(one, two), points.quantity
            off = gap < told.low - _OFF or gap > told.high + _OFF
            if off and _is_lead(analysis, points, one):
                yield Sum(points, (one, two), f"the two are {gap:g} points apart", "Which of the three figures is off?")


def _is_lead(analysis: Analysis, points: Figure, result: Figure) -> bool:
    """Whether points are the lead of the result right behind them, told in one clause and of one day."""
    lows, start = analysis.words.lows, max(points.first - 5, 0)
    stretch, between = lows[start : result.first], range(points.last + 1, result.first)
    lead = not changes.LEADS.isdisjoint(stretch) or not arithmetic.AHEAD.isdisjoint(stretch)
    apart = not arithmetic.NO_LEAD_OF_NOW.isdisjoint(stretch) or any(
        lows[i] == ";" or analysis.keys[i] in WHEN for i in between
    )
    return lead and not apart and 0 < len(between) < _TO_THE_POINTS
