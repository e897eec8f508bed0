"""Shares of one whole that make more than all of it, and a change in points that is told in percent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.english import arithmetic, grammar, hedges, negation, saying
from verifier.reading import Analysis, matching, oppositions
from verifier.rules._numbers import _changes
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum

_BETWEEN, _NAMES = 12, 6
"""Tokens from one share to the next, and where only a name stands between."""
_ROUNDED = Decimal(2)
_SLIP = 125
"""More than this, in percent, is no slip in one share: those who get it overlap."""
_OFF = Decimal(2)


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """The shares of one sentence that are of one whole beyond doubt."""
    shares = [f for f in sentence if f.dimension == "%" and analysis.words.lows[f.first][0].isdigit()]
    if len(shares) != len(sentence) or len(shares) < 3:
        return
    total = sum((f.quantity.value for f in shares), Decimal(0))
    if total <= 100 + _ROUNDED or total > 200 or any(f.quantity.value > 100 for f in shares):
        return
    if _of_others(analysis, shares):
        return
    if any(look(analysis, shares) for look in (_answers, _for_or_not, _candidates, _bracketed, _shared_out)):
        note = f"the shares add up to {total:g} percent"
        yield Sum(shares[-1], tuple(shares[:-1]), note, "Which of the shares is off?")


def _of_others(analysis: Analysis, shares: Sequence[Figure]) -> bool:
    """Whether they are shares of two groups: "60 percent of men, 55 percent of women"."""
    lows = analysis.words.lows
    behind = [lows[f.last + 1 : f.last + 3] for f in shares]
    groups = {after[1] for after in behind if after[:1] == ["of"] and len(after) == 2}
    return len(groups - grammar.OBJECT_PRONOUNS) > 1


def _answers(analysis: Analysis, shares: Sequence[Figure]) -> bool:
    """Whether they are for, against and undecided, each once."""
    if len(shares) != 3:
        return False
    lows = analysis.words.lows
    stretches = []
    for at, share in enumerate(shares):
        stop = shares[at + 1].first if at + 1 < len(shares) else share.last + 5
        stretch = set(lows[share.last + 1 : min(stop, share.last + 1 + _BETWEEN)])
        near = stop - share.last <= _BETWEEN
        stretches.append([kind for kind, words in enumerate(_KINDS) if near and not words.isdisjoint(stretch)])
    # "had no view" is undecided, though there is a "no" in it
    return sorted(s[-1] for s in stretches if s in ([0], [1], [2], [1, 2])) == [0, 1, 2]


_KINDS = (arithmetic.IN_FAVOUR, arithmetic.AGAINST, arithmetic.UNDECIDED)


def _for_or_not(analysis: Analysis, shares: Sequence[Figure]) -> bool:
    """Whether two of three shares did opposite things and the third neither: "52 percent liked it, 38 percent disliked
    it and 20 percent had not noticed"."""
    keys, words = analysis.keys, analysis.words
    stops = [*(f.first for f in shares[1:]), shares[-1].last + 1 + _NAMES]
    told = [range(f.last + 1, min(stop, len(keys))) for f, stop in zip(shares, stops, strict=True)]
    if len(shares) != 3 or any(len(stretch) > _BETWEEN for stretch in told):
        return False
    one, other, rest = ({keys[i] for i in stretch if keys[i]} for stretch in told)
    against = {k: {f"dis{k}", *oppositions.rivals(k)} & other for k in one}
    opposite = any(found and other - found <= one - {k} for k, found in against.items())  # of one and the same thing
    # who has never met it has no opinion; who "did not stay to the end" may have one
    unmet = any(words.lows[i] in grammar.HAVE and negation.says_not(words.low(i + 1)) for i in told[2])
    denied = any(negation.says_not(words.lows[i]) for i in (*told[0], *told[1]))
    return opposite and (unmet or bool(rest & _UNDECIDED)) and not denied


_UNDECIDED = frozenset(matching.key(word) for word in arithmetic.UNDECIDED)


def _candidates(analysis: Analysis, shares: Sequence[Figure]) -> bool:
    """Whether they are "55 percent of the vote, Jon Ness 35 percent and Ida Moen 20 percent"."""
    words = analysis.words
    of = words.lows[shares[0].last + 1 : shares[0].last + 4]
    if of[:2] != ["of", "the"] or of[2:] not in (["vote"], ["votes"]):
        return False
    first = shares[0].last + 4
    for before, share in pairwise(shares):
        between = words.forms[max(before.last + 1, first) : share.first]
        names = [w for w in between if w not in arithmetic.BETWEEN_CANDIDATES | arithmetic.BEFORE_A_CANDIDATE]
        if not names or len(between) > _NAMES or not all(w[0].isupper() for w in names):
            return False
    return True


def _bracketed(analysis: Analysis, shares: Sequence[Figure]) -> bool:
    """Whether one whole is shared out: "the budget goes to schools (50 percent), roads (40 percent) and ...", or is
    "split between schools (50 percent), ...", whatever it is; not "split among voters: schools (50 percent), ..."."""
    lows = analysis.words.lows
    if any(lows[f.first - 1] != "(" or lows[f.last + 1 : f.last + 2] != [")"] for f in shares):
        return False
    start = analysis.words.inside(analysis.article.sentences[shares[0].sentence].span).start
    before = lows[start : shares[0].first]
    among = next((i for i, low in enumerate(before) if i and low in arithmetic.AMONG), 0)
    if among and before[among - 1] in arithmetic.DIVIDED and all(low[0].isalnum() for low in before[among:-1]):
        return True
    return not arithmetic.DIVIDED.isdisjoint(before) and not arithmetic.SHARED_OUT.isdisjoint(before)


def _shared_out(analysis: Analysis, shares: Sequence[Figure]) -> bool:
    """The same in running words: "of the money, 60 percent goes to teachers, 30 percent to buildings and ..."."""
    lows = analysis.words.lows
    start = analysis.words.inside(analysis.article.sentences[shares[0].sentence].span).start
    whole = set(lows[start : shares[1].first]) & arithmetic.SHARED_OUT
    gaps = [lows[a.last + 1 : b.first] for a, b in pairwise(shares)]
    listed = all(2 <= len(gap) <= _BETWEEN and gap[-1] in {",", "and"} for gap in gaps) and gaps[-1][-1] == "and"
    goes = lows[shares[1].last + 1] if shares[1].last + 1 < len(lows) else ""
    alike = all(lows[f.last + 1 : f.last + 2] == [goes] for f in shares[1:]) and goes in gaps[0]
    slip = sum(f.quantity.value for f in shares) <= _SLIP  # "to the north, ... to schools and ... to women" overlap
    slip = slip and arithmetic.OVERLAPS.isdisjoint(lows[shares[0].last : shares[-1].last + _NAMES])
    return bool(whole) and listed and alike and slip and goes in arithmetic.BEFORE_A_RECEIVER


def _beside(analysis: Analysis, share: Figure, start: Figure, end: Figure) -> bool:
    """Whether a share stands behind both of two, or right before them but for when it was: "fell by 6 percent last
    year, from 30 to 24"."""
    if share.first > max(start.last, end.last):
        return True
    lows, first = analysis.words.lows, min(start.first, end.first)
    return share.last < first and all(
        low in _LEADS_UP or low in grammar.TIMES or low.isdigit() for low in lows[share.last + 1 : first]
    )


_LEADS_UP = hedges.OF_FIGURES | saying.WHICH_TIME | arithmetic.LEADS_UP


def in_points(analysis: Analysis, start: Figure, end: Figure, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "rose from 22 percent to 35 percent, a rise of 13 percent": the difference of two shares, which is in points."""
    low, high = start.quantity, end.quantity
    if low.value <= 0 or low.low == 0 or high.low == 0:
        return
    gap = abs(high.value - low.value)
    real = gap * 100 / low.value
    for share in sentence:
        if share.dimension != "%" or share in (start, end) or not _beside(analysis, share, start, end):
            continue
        if not _changes.is_of(analysis, share, start, end):
            continue
        told = share.quantity
        if told.low - _OFF <= real <= told.high + _OFF:
            continue
        points = told.low - 1 <= gap <= told.high + 1
        note = f"that is {gap:g} percentage points, or {real:.0f} percent"
        yield Sum(share, (start, end), note, "Are points meant?" if points else "Which of the three figures is off?")
