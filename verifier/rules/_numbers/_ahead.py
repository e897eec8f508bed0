"""Who is ahead, and by how much: two shares against the lead that is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.english import arithmetic, changes, closed
from verifier.english import grammar as lex
from verifier.reading import Analysis, matching
from verifier.reading.tags import PREPOSITION
from verifier.rules._numbers._figures import TABLE, WHEN, Figure, by_sentence
from verifier.rules._numbers._sums import Sum

_OFF = Decimal(1)
"""Points by which a lead may be rounded."""
_TO_THE_SHARES, _TO_THE_POINTS, _BETWEEN = 6, 9, 6
_POINT = "point"
_VOTED = frozenset(matching.key(w) for w in arithmetic.VOTED)
_VOTES = frozenset(["vote", "votes"])
_JOINS = frozenset(["-", "–"])


def check(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """The leads of the whole article."""
    earlier = None
    told = by_sentence(figures)
    for sentence, held in told.items():
        if len(held) > TABLE:
            continue
        yield from _told_before(analysis, told.get(sentence - 1, ()), held)
        shares = [f for f in held if f.dimension == "%"]
        if earlier:
            yield from _same(analysis, sentence, held, earlier)
        for one, two in pairwise(held):
            if _is_result(analysis, one, two):
                yield from _ahead(analysis, one, two)
                yield from _by_so_much(analysis, one, two, held)
            elif _is_against(analysis, one, two):
                yield from _ahead(analysis, one, two)
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
    """Whether two shares or counts are set against each other: "48 percent to 41 percent", "48 to 41 percent",
    "48%-41%", "8,450 votes to 7,050"."""
    lows = analysis.words.lows
    between = [low for low in lows[one.last + 1 : two.first] if low not in _VOTES]
    joined = between == ["to"] or (len(between) == 1 and between[0] in _JOINS | arithmetic.VERSUS)
    kind = one.dimension == two.dimension and (one.dimension in {"%", "count", "score"})
    return joined and kind and lows[one.first - 1] not in {"from", "between"}


def _is_against(analysis: Analysis, one: Figure, two: Figure) -> bool:
    """Whether two shares are those of two rivals: "41 percent, against 46 percent for Brandt", "41 percent to Brandt's
    46 percent"."""
    words = analysis.words
    between, after = words.forms[one.last + 1 : two.first], words.forms[two.last + 1 : two.last + 3]
    if one.dimension != "%" or two.dimension != "%" or len(between) > _BETWEEN or not between:
        return False
    against = not arithmetic.SET_AGAINST.isdisjoint(low.lower() for low in between)
    for_a_name = after[:1] == ["for"] and after[1:] != [] and after[1][0].isupper()
    a_names = between[-1] in closed.AFTER_AN_OWNER and len(between) > 1 and between[-2][0].isupper()
    return against and (for_a_name or a_names)


def _ahead(analysis: Analysis, one: Figure, two: Figure) -> Iterator[Sum]:
    """ "Brandt led Osei 41 percent to 47 percent": the lower share for whoever is ahead."""
    words = analysis.words
    ahead = arithmetic.AHEAD | arithmetic.CHOSEN
    verb = next((i for i in _before(analysis, one, _TO_THE_SHARES) if words.lows[i] in ahead), None)
    if verb is None or one.quantity.high >= two.quantity.low or one.dimension == "score":
        return
    between = words.forms[verb + 1 : one.first]
    chosen = words.lows[verb] in arithmetic.CHOSEN
    if words.lows[verb - 1] in arithmetic.NOT_AHEAD and not (chosen and words.lows[verb - 1] in lex.BE):
        return
    if chosen and analysis.tags[two.last + 1 : two.last + 2] == [PREPOSITION]:
        return  # "women prefer her 36 percent to 41 percent of men"
    if all(form[0].isupper() or not form[0].isalnum() or form in arithmetic.OF_A_RIVAL for form in between):
        note = f"said to be ahead (“{words.forms[verb]}”)"
        yield Sum(two, (one,), note, "Who is ahead, and by how much?")


def _before(analysis: Analysis, figure: Figure, far: int) -> range:
    start = analysis.words.inside(analysis.article.sentences[figure.sentence].span).start
    return range(figure.first - 1, max(start, figure.first - far) - 1, -1)


def _by_so_much(analysis: Analysis, one: Figure, two: Figure, held: Sequence[Figure]) -> Iterator[Sum]:
    """ "leads by six points, 48 percent to 44 percent", "won by 1,200 votes, with 8,450 to 7,050"; or behind it:
    "58 to 40, a margin of 12 votes"."""
    of_shares = one.dimension == "%"
    alone = sum(f.dimension == "%" for f in held) == 2
    for lead in held:
        points = lead.dimension == "points" or lead.noun == _POINT
        bare = lead.dimension == "count" and lead.noun == "" and _is_margin(analysis, two, lead, alone=True)
        if lead in (one, two) or points != of_shares or not (points or lead.noun in _VOTED or bare):
            continue
        if not (bare or _is_lead(analysis, lead, one) or _is_margin(analysis, two, lead)):
            continue
        if of_shares and not alone and not (held.index(lead) + 1 == held.index(one) and _bracketed(analysis, one, two)):
            continue
        gap, told = _distance(one, two), lead.quantity
        off = _OFF if of_shares else Decimal(0)
        if gap < told.low - off or gap > told.high + off:
            apart = f"{gap:g} points" if of_shares else f"{gap:,f}"
            yield Sum(lead, (one, two), f"the two are {apart} apart", "Which of the three figures is off?")


def _told_before(analysis: Analysis, before: Sequence[Figure], held: Sequence[Figure]) -> Iterator[Sum]:
    """ "The council passed it by three votes. It was 14 to 9": a lead in the sentence before the result."""
    leads = [f for f in before if f.noun in _VOTED]
    if len(leads) != 1 or len(held) < 2 or not _is_result(analysis, held[0], held[1]):
        return
    (lead,), (one, two), lows = leads, held[:2], analysis.words.lows
    opening = lows[analysis.words.inside(analysis.article.sentences[one.sentence].span).start : one.first]
    gap = _distance(one, two)
    by = lows[lead.first - 1] == "by" and one.dimension in {"count", "score"}
    if by and arithmetic.TELLS_A_RESULT.issuperset(opening) and not lead.quantity.low <= gap <= lead.quantity.high:
        yield Sum(lead, (one, two), f"the two are {gap:,f} apart", "Which of the three figures is off?")


def _bracketed(analysis: Analysis, one: Figure, two: Figure) -> bool:
    """Whether a result stands in brackets of its own: "a 20-point deficit among women (34%-54%)"."""
    lows = analysis.words.lows
    return lows[one.first - 1] == "(" and lows[two.last + 1 : two.last + 2] == [")"]


def _is_lead(analysis: Analysis, lead: Figure, result: Figure) -> bool:
    """Whether a figure is the lead of the result right behind it, told in one clause and of one day."""
    lows, start = analysis.words.lows, max(lead.first - 5, 0)
    stretch, between = lows[start : result.first], range(lead.last + 1, result.first)
    told = not changes.LEADS.isdisjoint(stretch) or not arithmetic.AHEAD.isdisjoint(stretch)
    apart = not arithmetic.NO_LEAD_OF_NOW.isdisjoint(stretch) or any(
        lows[i] in {";", "and"} or lows[i].isdigit() or analysis.keys[i] in WHEN for i in between
    )
    return told and not apart and 0 < len(between) < _TO_THE_POINTS


def _is_margin(analysis: Analysis, result: Figure, lead: Figure, *, alone: bool = False) -> bool:
    """Whether a figure is the lead of the result right before it: "58 to 40, a margin of 12 votes"; one that tells
    no unit stands ``alone``: "28 to 19 on Tuesday to build the bypass, a majority of nine."."""
    words = analysis.words
    between = words.lows[result.last + 1 : lead.first]
    if alone:
        opens = between[-4:-2] in ([",", "a"], ["(", "a"]) and between.count(",") < 2
        closed_there = words.low(lead.last + 1) in _CLOSES
        named = between[-1:] == ["of"] and between[-2] in changes.LEADS | arithmetic.MOST
        return opens and named and closed_there and len(between) <= _TO_THE_MARGIN and ";" not in between
    told = not changes.LEADS.isdisjoint(between) and between[-1:] == ["of"]
    return told and len(between) <= _TO_THE_POINTS and ";" not in between


_CLOSES = frozenset([".", ",", ")", ";", ""])
_TO_THE_MARGIN = 16
"""Tokens from a result, with what was voted on, to its majority."""
