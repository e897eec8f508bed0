"""Two values that need not look alike to be a slip: one toll told twice, the one figure of headline and lead."""

from __future__ import annotations

from verifier.english import closed
from verifier.events import Telling
from verifier.events.ledger import Pair
from verifier.events.telling import BODY, YEAR
from verifier.reading import matching
from verifier.reading.quantities import bounds

_TOLL, _HEADLINE = "one toll", "headline and lead"
_ALONE = matching.key("alone")
_OF_THEM = 2
"""Words behind a preposition that say where, or of which of them."""


def one_value(pair: Pair) -> bool:
    """Whether there is only one value to be told, so that any two of them conflict."""
    reasons = {r.name for r in pair.sameness.because}
    if reasons.isdisjoint({_TOLL, _HEADLINE}):
        return False
    one, two = pair.first, pair.second
    if _years(one) != _years(two):
        return False
    if _TOLL in reasons and _above_its_whole(one, two):
        return True
    if pair.sameness.parted:
        return False
    if _HEADLINE in reasons:
        return True
    less, more = sorted((one, two), key=lambda t: bounds(t.value))
    known = bool(one.wide & two.wide) or two.definite
    return known and not (two.names - one.wide - one.names) and not _is_part(less, more)


def is_part_of_a_toll(pair: Pair) -> bool:
    """Whether the smaller of two tolls is told of one place or group: no conflict, however near the two are."""
    toll = any(r.name == _TOLL for r in pair.sameness.because)
    return toll and _is_part(*sorted((pair.first, pair.second), key=lambda t: bounds(t.value)))


def _years(telling: Telling) -> frozenset[str]:
    return frozenset(word for kind, word in telling.when if kind == YEAR)


def _above_its_whole(whole: Telling, part: Telling) -> bool:
    """ "22 people died in Bato alone" where 19 are told in all."""
    return bounds(part.value)[0] > bounds(whole.value)[1] and part.apart - whole.apart == {_ALONE}


def _is_part(less: Telling, more: Telling) -> bool:
    """Whether the smaller of two values is told of one place, or of one group, that the larger is not told of; headline
    and lead tell of all."""
    if less.rank != BODY:
        return False
    for at, word in enumerate(less.right):
        if word in closed.WHERE or word in closed.SUBORDINATE:
            told = {key for w in less.right[at + 1 : at + 1 + _OF_THEM] if (key := matching.key(w))}
            if told and told.isdisjoint(more.wide | more.near):
                return True
    return less.company > 1
