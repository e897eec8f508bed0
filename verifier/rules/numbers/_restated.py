"""Figures taken up again: "the 43 missing" needs a 43 somewhere, and the article says 34.

A figure with "the" or a possessive before it takes up one that the reader has met. Where the article holds no such
value, but another one for the same thing, one of the two is wrong.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.english import closed, nouns, people, units
from verifier.english.units import CARDINALS
from verifier.reading import Analysis, matching
from verifier.reading.quantities import bounds, compatible
from verifier.rules.numbers._figures import Figure
from verifier.rules.numbers._pairs import apart

_MANY = 150
"""An article with more figures is a table in prose."""
_NEW = frozenset(nouns.NOT_TAKEN_UP.split())
"""Beside these words a figure with "the" is a figure of its own: "the last 30 days", "the other 12"."""
_DEAD = matching.key("dead")
_HEADS = {matching.key("victim"): _DEAD}
_PEOPLE = frozenset(matching.key(w) for w in people.COUNTED.split())
_STATES = frozenset(matching.key(w) for w in people.FATES)
_FAR = 4
"""Values further apart than this many times are seldom a slip for each other."""
_WIDE = Decimal("1.4")
_PLAIN = 10
"""A number below this is often counted by the reader: the three men are those just named."""


def pairs(analysis: Analysis, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """A figure of the article, and the one that takes it up with another value."""
    if len(figures) > _MANY:
        return
    shelves: dict[str, list[Figure]] = {}
    for figure in figures:
        shelves.setdefault(figure.dimension, []).append(figure)
    for figure in figures:
        shelf = shelves[figure.dimension]
        if len(shelf) > 1 and _takes_up(analysis, figure) and not _known(figure, shelf):
            other = _meant(analysis, figure, shelf)
            if other is not None:
                yield other, figure
    for dimension, shelf in shelves.items():
        yield from _swapped(shelf)
        if dimension in {"count", "%"}:
            yield from _echoed(analysis, shelf)
        elif dimension == "ordinal":
            yield from _anniversaries(analysis, shelf)
        elif dimension in units.MEASURES:
            yield from _other_unit(shelf)


def _takes_up(analysis: Analysis, figure: Figure) -> bool:
    """Whether the words around a figure say that the reader knows it."""
    lows = analysis.words.lows
    if not figure.first or lows[figure.first - 1] not in closed.POINTING_BACK or figure.quantity.value < 3:
        return False
    if figure.first > 2 and lows[figure.first - 2] == "of" and _is_part(lows[figure.first - 3]):
        return False  # "112 of the 240 seats" tells the whole for the first time
    if figure.dimension == "score" or figure.quantity.unit == "ordinal":
        return False
    if figure.quantity.noun in {"age", "anniversary"} or _open(figure):
        return False
    return _NEW.isdisjoint(lows[max(figure.first - 3, 0) : figure.last + 4])


def _is_part(low: str) -> bool:
    return low[0].isdigit() or low in CARDINALS or low in closed.PARTS


def _known(figure: Figure, shelf: Sequence[Figure]) -> bool:
    """Whether the article holds the value, or two values that make it."""
    others = [f for f in shelf if f is not figure]
    if any(compatible(f.quantity, figure.quantity) for f in others if not _open(f) or _related(f, figure)):
        return True
    if figure.dimension != "count" or not figure.noun:
        return False
    value = figure.quantity.value
    values = {f.quantity.value for f in others if f.noun == figure.noun or {f.noun, figure.noun} <= _PEOPLE}
    return any(value - v in values or value + v in values for v in values if v not in {value, value / 2})


def _related(one: Figure, two: Figure) -> bool:
    """Whether "at least 30" and "the 34" can be of one thing."""
    return one.noun == two.noun != "" or not one.beside.isdisjoint(two.beside)


def _meant(analysis: Analysis, figure: Figure, shelf: Sequence[Figure]) -> Figure | None:
    """The figure for the same thing, the one that looks most like it first."""
    heads = _heads(analysis, figure)
    narrowed = _narrowed(analysis, figure)
    found: list[tuple[bool, int, bool, int, Figure]] = []
    for other in shelf:
        if other.sentence == figure.sentence or _open(other) or not _same_thing(analysis, figure, other, heads):
            continue
        shared = figure.about & other.about
        if (narrowed and not shared) or not _near(figure, other, shared):
            continue
        found.append((not _alike(figure, other), -len(shared), other.sentence > figure.sentence, len(found), other))
    return min(found)[-1] if found else None


def _near(figure: Figure, other: Figure, shared: frozenset[str]) -> bool:
    """Whether a slip of the pen leads from one value to the other: they are of one size, and a small number is not
    just part of a larger one."""
    (one, _), (two, _) = bounds(figure.quantity), bounds(other.quantity)
    if not one < two * _FAR or not two < one * _FAR:
        return _thousandfold(figure, other)
    return figure.quantity.value >= _PLAIN or one > two or bool(shared)


def _open(figure: Figure) -> bool:
    """Whether the value is only a limit: "more than three", "up to 30"."""
    value = figure.quantity.value
    return figure.quantity.high > value * _WIDE or figure.quantity.low * _WIDE < value


def _thousandfold(figure: Figure, other: Figure) -> bool:
    return figure.quantity.kind == "money" and _digits(figure)[0] == _digits(other)[0]


def _heads(analysis: Analysis, figure: Figure) -> frozenset[str]:
    """What the figure counts or stands before: "job cuts", "missing", "bridge" of "the $480 million bridge"."""
    keys, forms = analysis.keys, analysis.words.forms
    at = figure.last + 1
    if figure.dimension == "count" and figure.noun:
        stop = next((i + 1 for i in range(at, min(at + 5, len(keys))) if keys[i] == figure.noun), at)
        return frozenset({figure.noun, *(k for k in keys[at:stop] if k)})
    if at < len(keys) and forms[at][0].islower() and keys[at]:
        return frozenset([keys[at]])
    return frozenset()


def _narrowed(analysis: Analysis, figure: Figure) -> bool:
    """Whether what follows picks some out of many: "the 12 who ...", "the 30 people in ..."."""
    lows, keys = analysis.words.lows, analysis.keys
    at = figure.last + 1
    if figure.noun:
        at = next((i + 1 for i in range(at, min(at + 5, len(keys))) if keys[i] == figure.noun), at)
    return lows[at : at + 1] != [] and lows[at] in closed.NARROWS


def _same_thing(analysis: Analysis, figure: Figure, other: Figure, heads: frozenset[str]) -> bool:
    if figure.dimension == "%" and _set_against_another(analysis, other):
        return False
    if figure.dimension == "count":
        return _counts_same(analysis, figure, other, heads)
    if heads:
        return not heads.isdisjoint(analysis.topics.contents[other.sentence])
    return _alike(figure, other)


def _counts_same(analysis: Analysis, figure: Figure, other: Figure, heads: frozenset[str]) -> bool:
    if other.noun and other.noun in heads:
        mine, theirs = heads - {figure.noun}, _heads(analysis, other) - {other.noun}
        return not (mine and theirs and mine.isdisjoint(theirs)) or figure.noun != other.noun
    states = {_HEADS.get(h, h) for h in heads} & _STATES
    if (not figure.noun or _DEAD in states) and not states.isdisjoint(other.about):
        in_another_state = bool(other.beside & _STATES) and states.isdisjoint(other.beside)
        return not in_another_state and (not other.noun or other.noun in _PEOPLE)
    return _alike(figure, other) and figure.noun in _PEOPLE and other.noun in _PEOPLE


def _set_against_another(analysis: Analysis, figure: Figure) -> bool:
    """Whether a share is one of two of its sentence: of two sides, two times, two groups."""
    span = analysis.article.sentences[figure.sentence].span
    return sum(q.unit == "%" and span.covers(q.span) for q in analysis.quantities) > 1


def _swapped(shelf: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Two figures of one kind whose digits changed places: "$74,000" and "$47,000"."""
    by_digits: dict[tuple[int, str], list[Figure]] = {}
    for figure in shelf:
        digits, places = _digits(figure)
        if len(digits) > 1:
            by_digits.setdefault((places, "".join(sorted(digits))), []).append(figure)
    for group in by_digits.values():
        for one, two in itertools.pairwise(group):
            of_one_kind = one.noun == two.noun or not (one.noun and two.noun) or one.about & two.about
            if of_one_kind and one.sentence != two.sentence and one.quantity.value >= 100 and _alike(one, two):
                yield one, two


def _echoed(analysis: Analysis, shelf: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Two numbers of one thing with the same words close to them, where the article knows only these two for it; shares
    besides have to look alike: "four nights in a snow cave", "six nights in the cave"."""
    by_noun: dict[str, list[Figure]] = {}
    for figure in shelf:
        shares = figure.dimension == "%" and not _set_against_another(analysis, figure)
        counts = figure.dimension == "count" and figure.noun and figure.noun not in _PEOPLE
        if not _open(figure) and (shares or counts):
            by_noun.setdefault(figure.noun, []).append(figure)
    for noun, group in by_noun.items():
        two_values = len({f.quantity.value for f in group}) == 2
        for one, two in itertools.pairwise(group):
            likely = two_values if noun else _alike(one, two)
            if likely and one.sentence != two.sentence and _echo(analysis, one, two):
                yield one, two


def _echo(analysis: Analysis, one: Figure, two: Figure) -> bool:
    if compatible(one.quantity, two.quantity) or not _near(one, two, one.about):
        return False
    framed = _framed(analysis, one) & _framed(analysis, two) - {one.noun}
    return bool(framed) and not apart(analysis, one, two)


def _anniversaries(analysis: Analysis, shelf: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """ "Its 90th anniversary" and "the 100th anniversary", where no third is told."""
    group = [f for f in shelf if f.quantity.noun == "anniversary"]
    lows = analysis.words.lows
    for one, two in itertools.pairwise(group):
        known = (
            two.first > 0
            and lows[two.first - 1] in closed.POINTING_BACK
            and "of" not in lows[two.last + 1 : two.last + 4]
        )
        if known and len({f.quantity.value for f in group}) == 2 and one.quantity.value != two.quantity.value:
            yield one, two


def _framed(analysis: Analysis, figure: Figure) -> frozenset[str]:
    """What the words close to a figure are about."""
    stop = analysis.words.inside(analysis.article.sentences[figure.sentence].span).stop
    return figure.beside | matching.content(analysis.keys, range(figure.last + 1, min(figure.last + 6, stop)))


def _other_unit(shelf: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """One number with two units of measure: "45 centimetres of snow", "45 inches of snow"."""
    by_value: dict[Decimal, list[Figure]] = {}
    for figure in shelf:
        if figure.quantity.value >= _PLAIN:
            by_value.setdefault(figure.quantity.value, []).append(figure)
    for group in by_value.values():
        for one, two in itertools.pairwise(group):
            if one.quantity.unit != two.quantity.unit and one.sentence != two.sentence and one.about & two.about:
                yield one, two


def _digits(figure: Figure) -> tuple[str, int]:
    """The digits of a value that are not noughts at its end, and how many there are with these."""
    value = figure.quantity.value
    if value != int(value):
        return "", 0
    whole = str(int(value))
    return whole.rstrip("0"), len(whole)


def _alike(one: Figure, two: Figure) -> bool:
    """Whether two values differ by a slip: one other digit, or two that changed places."""
    (a, long_a), (b, long_b) = _digits(one), _digits(two)
    if one.quantity.unit != two.quantity.unit and one.dimension != "count":
        return False
    if long_a != long_b or len(a) != len(b) or len(a) < 2:
        return False
    wrong = [i for i in range(len(a)) if a[i] != b[i]]
    return len(wrong) == 1 or (len(wrong) == 2 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]])
