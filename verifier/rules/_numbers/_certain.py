"""What makes two values one beyond what the words around them show: a toll is one, headline and lead give one value,
digits change places, and one value stands alone against many."""

from __future__ import annotations

from typing import NamedTuple

from verifier.english import arithmetic, calendar, closed, events
from verifier.english import grammar as lex
from verifier.events import FigureTelling
from verifier.events.figures import APART, BODY, HEADLINE, PEOPLE_APART, YEAR
from verifier.events.ledger import FigurePair
from verifier.events.places import FATES
from verifier.reading import matching
from verifier.reading.quantities import bounds
from verifier.rules._kinds.slips import is_transposed

_TOLL, _HEADLINE = "one toll", "headline and lead"
_APART, _SOURCE = "told apart", "other source"
_SENTENCE = frozenset(["same values beside", "most of it again"])
_OTHERS = events.ELSEWHERE | {"more"}
_MEASURES = ("time", "length")
"""How the kinds begin whose values are called by what is measured."""
_PHRASE, _SIZE = 2, 3
"""Words of what is counted that are the same, and how many times the smaller the larger may be."""
_SCORED = frozenset(matching.key(w) for w in arithmetic.SCORED)
_ALONE = matching.key("alone")
_OFTEN, _ALWAYS = 2, 3
"""Times that a value is told for another one to be the odd one out: where a slip leads from the one to the other, and
where none does."""
_OF_THEM = 2
"""Words behind a preposition that say where, or of which of them."""


class Certainty(NamedTuple):
    """``explains`` says why, ``plain`` whether no other reading is left."""

    explains: str
    plain: bool


def certain(pair: FigurePair, *, slip: bool) -> Certainty | None:
    """Why the two values are surely of one thing; None where only the words around them say so."""
    if one_value(pair):
        return Certainty("", plain=not _may_be_a_part(pair))
    if pair.sameness.weight >= 0 and transposed(pair):
        return Certainty("The digits of the one are those of the other in another order.", plain=False)
    if told_alike(pair, slip=slip) or told_beside_the_same(pair):
        return Certainty("The same words say what they are of.", plain=False)
    if of_the_headline(pair, slip=slip):
        return Certainty("The headline counts what the article tells.", plain=False)
    if odd_one(pair, slip=slip):
        return Certainty(f"The one is told {pair.odd_one} times, the other once.", plain=False)
    return None


def _may_be_a_part(pair: FigurePair) -> bool:
    """Whether a lead may tell a part of what its headline sums up; of the dead it tells all."""
    one, two = pair.first, pair.second
    return one.rank == HEADLINE and two.value.value < one.value.value and one.noun not in FATES


def one_value(pair: FigurePair) -> bool:
    """Whether there is only one value to be told, so that any two of them conflict."""
    reasons = {r.name for r in pair.sameness.because}
    if reasons.isdisjoint({_TOLL, _HEADLINE}):
        return False
    one, two = pair.first, pair.second
    if _years(one) != _years(two) or (one.rank != HEADLINE and two.when - one.when and _dated(two)):
        return False  # "two died on Monday", "the three who died in April"
    if _TOLL in reasons and _above_its_whole(one, two):
        return True
    parting = {r.name for r in pair.sameness.because if r.parts}
    if _HEADLINE in reasons and parting <= {_APART} and one.apart ^ two.apart <= PEOPLE_APART:
        return True
    if pair.sameness.parted:
        return False
    less, more = sorted((one, two), key=lambda t: bounds(t.value))
    known = bool(one.wide & two.wide) or two.definite
    elsewhere = bool(two.names - one.wide - one.names) and not two.definite
    return known and not elsewhere and not _is_part(less, more)


def transposed(pair: FigurePair) -> bool:
    """Whether the two have the digits of one figure in another order, so that few things but a slip explain them."""
    one, two = pair.first, pair.second
    parting = {r.name for r in pair.sameness.because if r.parts}
    alike = one.noun == two.noun and (one.noun or one.kind.startswith("money"))
    return (
        bool(alike)
        and one.noun not in FATES
        and parting <= {_APART, _SOURCE}
        and is_transposed(one.value.value, two.value.value)
    )


def told_alike(pair: FigurePair, *, slip: bool) -> bool:
    """Whether both count one thing in the same words; where a slip leads from one to the other, it is enough that the
    small word right before both is the same ("the 430 pages"), or two words of what they count are."""
    if framed(pair):
        return True
    one, two = pair.first, pair.second
    alike = (one.left[:1] == two.left[:1] and _is_small(one.left)) or _same_phrase(one, two)
    return slip and alike and _of_one_noun(one, two) and _none_apart(pair)


def told_beside_the_same(pair: FigurePair) -> bool:
    """Whether the sentence is told twice, with the same other values."""
    return {r.name for r in pair.sameness.because} >= _SENTENCE and _none_apart(pair)


def of_the_headline(pair: FigurePair, *, slip: bool) -> bool:
    """Whether the headline counts what the other counts, too: an article seldom counts other things of that name. Where
    no slip leads from one to the other, the two sentences share more words."""
    one, two = pair.first, pair.second
    apart = _are_others(pair) or any(r.parts and r.always for r in pair.sameness.because)
    counted = one.noun == two.noun not in FATES | _SCORED and (one.kind == "count" or one.kind.startswith(_MEASURES))
    if one.rank != HEADLINE or apart or not counted:
        return False
    return slip or (_of_one_size(one, two) and len(one.wide & two.wide) > _PHRASE)


def framed(pair: FigurePair) -> bool:
    """Whether two words of what both count or measure are the same, the nearest among them, and the two are of one
    size: "the 50-state poll", "12 weeks of unpaid leave"."""
    one, two = pair.first, pair.second
    behind = one.after == two.after and one.after in one.phrase - APART
    of_one_kind = _of_one_noun(one, two) or one.kind.startswith(_MEASURES)
    return behind and of_one_kind and _of_one_size(one, two) and _same_phrase(one, two) and _none_apart(pair)


def _of_one_size(one: FigureTelling, two: FigureTelling) -> bool:
    less, more = sorted((one.value.value, two.value.value))
    return more <= less * _SIZE


def _of_one_noun(one: FigureTelling, two: FigureTelling) -> bool:
    """Whether both count one thing, of which there is one number: not what is scored, nor what became of people."""
    return one.kind == "count" and one.noun == two.noun != "" and one.noun not in FATES | _SCORED


def _is_small(left: tuple[str, ...]) -> bool:
    """Whether the word before a figure says how known or how exact it is, not what was done."""
    return left != () and not matching.key(left[0]) and left[0] not in lex.HAVE | lex.BE


def _none_apart(pair: FigurePair) -> bool:
    """Whether at most a word in the sentence, or another speaker, sets the two apart: where the words for a thing are
    the same, both are met as often if it is one."""
    return not _are_others(pair) and {r.name for r in pair.sameness.because if r.parts} <= {_APART, _SOURCE}


def _are_others(pair: FigurePair) -> bool:
    """Whether a word right beside one of them says that it counts others."""
    return bool((pair.first.apart ^ pair.second.apart) & _OTHERS)


def _same_phrase(one: FigureTelling, two: FigureTelling) -> bool:
    return len(one.phrase & two.phrase - APART) >= _PHRASE


def is_toll(pair: FigurePair) -> bool:
    """Whether both count what became of people, of which there is one figure where it is one event."""
    return any(r.name == _TOLL for r in pair.sameness.because)


def is_part_of_a_toll(pair: FigurePair) -> bool:
    """Whether the smaller of two tolls is told of one place or group: no conflict, however near the two are."""
    return is_toll(pair) and _is_part(*sorted((pair.first, pair.second), key=lambda t: bounds(t.value)))


def _years(telling: FigureTelling) -> frozenset[str]:
    return frozenset(word for kind, word in telling.when if kind == YEAR)


def _dated(telling: FigureTelling) -> bool:
    """Whether a month or a season is told of it."""
    return any(word not in _WEEKDAYS for kind, word in telling.when if kind != YEAR)


_WEEKDAYS = frozenset(map(matching.key, calendar.WEEKDAYS))


def _above_its_whole(whole: FigureTelling, part: FigureTelling) -> bool:
    """ "22 people died in Bato alone" where 19 are told in all."""
    return bounds(part.value)[0] > bounds(whole.value)[1] and part.apart - whole.apart == {_ALONE}


def _is_part(less: FigureTelling, more: FigureTelling) -> bool:
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


def odd_one(pair: FigurePair, *, slip: bool) -> bool:
    """Whether one of the two is told once where the other stands again and again: "the 12-member board"."""
    fact = pair.first.kind == "count" or pair.first.kind.startswith("money")
    always = any(r.parts and r.always for r in pair.sameness.because)
    return fact and not always and pair.first.noun not in FATES and pair.odd_one >= (_OFTEN if slip else _ALWAYS)
