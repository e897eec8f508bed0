"""A share told twice: as a fraction and in percent, as a fraction and by its count, as times a limit that is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from verifier.english import arithmetic, changes, closed, hedges
from verifier.english.units import FRACTIONS
from verifier.reading import Analysis
from verifier.reading._fractions import of_so_many
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum

_NEAR = 7
"""Tokens from the one telling to the other."""
_ROOM = Decimal(4)
"""Percentage points by which a fraction may be rounded."""
_SMALL = 25
"""Percent below which a fraction and its percentage are compared as so many times each other."""
_FEW = (2, 4, 5, 10)
"""Of so many one is a round percentage."""
_EXACT = Decimal("1.5")
"""What is added to it where nothing says that "three in four" is rounded."""
_FAR_ABOVE = Decimal("1.32")
_HEDGED = 6
"""Tokens before "four" in which "more than three in four" is called rough."""
_FAR = 12
_APPOSED = 5
_TIMES = Decimal("1.3")


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """Every pair or three of neighbours in one sentence that tell one share twice."""
    for one, two in pairwise(sentence):
        yield from _in_percent(analysis, one, two)
        yield from _out_of(analysis, one, two)
        yield from _exact(analysis, one, two)
        yield from _in_words(analysis, one, two)
        yield from _majority(analysis, one, two)
    for one, two, three in zip(sentence, sentence[1:], sentence[2:], strict=False):
        yield from _counted(analysis, one, two, three)
        yield from _times(analysis, one, two, three)


def _is_fraction(analysis: Analysis, figure: Figure) -> bool:
    """Whether a share is told in words: "half", "a third"."""
    return (
        figure.dimension == "%" and analysis.words.lows[figure.last][0].isalpha() and not _is_percent(analysis, figure)
    )


def _is_percent(analysis: Analysis, figure: Figure) -> bool:
    return figure.dimension == "%" and analysis.words.lows[figure.first][0].isdigit()


def _again(analysis: Analysis, one: Figure, two: Figure) -> bool:
    """Whether the second figure tells the first again: in brackets of its own, or after ", or" and before a comma."""
    lows = analysis.words.lows
    between, after = lows[one.last + 1 : two.first], lows[two.last + 1 : two.last + 2]
    if not between or len(between) > _NEAR or "and" in between:
        return False
    if between[-1] == "(":
        return after == [")"] and "," not in between
    if between[-1] == ",":
        return between[0] == "of" and after == [","] and between.count(",") == 1
    return between[-2:] == [",", "or"] and after in ([","], ["."]) and between.count(",") == 1


def _in_percent(analysis: Analysis, one: Figure, two: Figure) -> Iterator[Sum]:
    """ "half of the members (34 percent)"."""
    if not _is_fraction(analysis, one) or not _is_percent(analysis, two) or not _again(analysis, one, two):
        return
    if not _meet(one.quantity.low, one.quantity.high, two):
        yield Sum(two, (one,), "the fraction and the percentage are not the same share", "Which of the two is right?")


def _meet(low: Decimal, high: Decimal, share: Figure) -> bool:
    return share.quantity.low <= high + _ROOM and share.quantity.high >= low - _ROOM


def _out_of(analysis: Analysis, two: Figure, share: Figure) -> Iterator[Sum]:
    """ "four in ten women (60 percent)", "one in five men, or 30 percent"."""
    parts = of_so_many(analysis.words, two.first, two.quantity.value) if two.dimension == "count" else None
    if parts is None or not _is_percent(analysis, share) or not _again(analysis, two, share):
        return
    value = parts * 100 / two.quantity.value
    start = max(two.first - _HEDGED, 0)
    hedged = not hedges.OF_FIGURES.isdisjoint(analysis.words.lows[start : two.first - 1])
    room = value / 10 if hedged else _EXACT
    low, high = value - room, value + room
    small = value < _SMALL and (share.quantity.low > value * _FAR_ABOVE or share.quantity.high * _FAR_ABOVE < value)
    other = parts == 1 and _is_of_another(share, two.quantity.value)
    if small or other or not _meet(low, high, share):
        yield Sum(share, (two,), f"the fraction is {value:.3g} percent", "Which of the figures is off?")


def _is_of_another(share: Figure, told: Decimal) -> bool:
    """Whether a percentage is exactly another one's of so many: 20 is one in five, no rounding of one in four."""
    return any(share.quantity.value == Decimal(100) / n for n in _FEW if n != told)


def _in_words(analysis: Analysis, one: Figure, two: Figure) -> Iterator[Sum]:
    """ "300 of the 900, more than half,", "of 900 people, 300 would move, or two thirds"."""
    lows = analysis.words.lows
    if not one.dimension == two.dimension == "count" or (two.noun not in {"", one.noun} and one.noun):
        return
    if "of" in lows[one.last + 1 : two.first] and arithmetic.BEFORE_A_WHOLE.issuperset(lows[one.last + 1 : two.first]):
        part, whole = one, two
    elif (
        "of" in lows[max(one.first - 2, 0) : one.first] and lows[two.first - 1] == "," and two.first - one.last <= _FAR
    ):
        part, whole = two, one
    else:
        return
    stop = analysis.words.inside(analysis.article.sentences[two.sentence].span).stop
    marks = [i for i in range(two.last + 1, min(two.last + _FAR, stop)) if lows[i] in {",", "(", ";", "."}]
    told = worded(lows, marks[0] + 1 + (lows[marks[0] + 1 : marks[0] + 2] == ["or"])) if marks else None
    if told is None or not 0 < part.quantity.value < whole.quantity.value or whole.quantity.high.is_infinite():
        return
    least, most = part.quantity.low * 100 / whole.quantity.high, part.quantity.high * 100 / whole.quantity.low
    real = part.quantity.value * 100 / whole.quantity.value
    end = told.last + 1 + 2 * (lows[told.last + 1 : told.last + 3] == ["of", "them"])
    if lows[end : end + 1] in ([","], ["."], [")"]) and (most < told.low or least > told.high):
        words = analysis.words.span(told.first, told.last).of(analysis.article.text)
        note = f"the one is {real:.0f} percent of the other, not {' '.join(words.split())}"
        yield Sum(part, (whole,), note, "Is the fraction wrong, or one of the counts?")


def _majority(analysis: Analysis, whole: Figure, part: Figure) -> Iterator[Sum]:
    """ "A majority of the 40 delegates, 17, backed it"."""
    lows = analysis.words.lows
    most = (
        not arithmetic.MOST.isdisjoint(lows[max(whole.first - 4, 0) : whole.first])
        and lows[whole.first - 1] != "majority"
    )
    between, behind = lows[whole.last + 1 : part.first], lows[part.last + 1 : part.last + 2]
    marks = (between[-1:], behind) in (([","], [","]), (["("], [")"]), (["or"], [","]))
    counts = whole.dimension == part.dimension == "count" and part.noun in {"", whole.noun} and whole.noun
    if most and marks and counts and len(between) < _APPOSED and part.quantity.high * 2 <= whole.quantity.low:
        real = part.quantity.value * 100 / whole.quantity.value
        yield Sum(part, (whole,), f"{real:.0f} percent are no majority", "Which of the two figures is wrong?")


class Worded(NamedTuple):
    """A share in words, from token ``first`` to ``last``: at least and at most so many percent."""

    first: int
    last: int
    low: Decimal
    high: Decimal


def worded(lows: Sequence[str], first: int) -> Worded | None:
    """The share in words that begins at a token: "more than half", "nearly two thirds", "a quarter"."""
    at, hedges = first, list[str]()
    while at < len(lows) and (lows[at] in arithmetic.BEFORE_A_FRACTION or lows[at] in changes.NOT_QUITE):
        hedges.append(lows[at])
        at += 1
    parts = Decimal(1)
    if at < len(lows) and lows[at] in arithmetic.TIMES_A_FRACTION:
        parts, at = Decimal(arithmetic.TIMES_A_FRACTION[lows[at]]), at + 1
    low = lows[at] if at < len(lows) else ""
    number, dash, unit = low.partition("-")
    if dash and number in arithmetic.TIMES_A_FRACTION:
        parts, low = Decimal(arithmetic.TIMES_A_FRACTION[number]), unit
    share = FRACTIONS.get(low.removesuffix("s"))
    if share is None:
        return None
    value = share * parts
    if not arithmetic.ABOVE_A_FRACTION.isdisjoint(hedges):
        return Worded(first, at, value, min(value * 2, Decimal(100)))
    if not arithmetic.BELOW_A_FRACTION.isdisjoint(hedges):
        return Worded(first, at, Decimal(0), value)
    room = value / 5 if hedges else value / 10
    return Worded(first, at, value - room - 1, value + room + 1)


def _exact(analysis: Analysis, one: Figure, two: Figure) -> Iterator[Sum]:
    """ "more than 13 million votes, 12.3 million to be exact"."""
    lows = analysis.words.lows
    after, between = lows[two.last + 1 : two.last + 5], lows[one.last + 1 : two.first]
    told = any(tuple(after[at : at + len(e)]) == e for e in arithmetic.EXACTLY for at in (0, 1))
    again = len(between) <= _FAR and (between[-1:] in (["-"], ["–"], ["—"], ["--"], [","], ["("], ["or"]))
    if not told or not again or one.dimension != two.dimension or one.quantity.low == one.quantity.high:
        return
    if two.noun in {"", one.noun} and (two.quantity.high < one.quantity.low or two.quantity.low > one.quantity.high):
        yield Sum(two, (one,), "the exact figure is not what was told before it", "Which of the two is right?")


def _counted(analysis: Analysis, share: Figure, whole: Figure, part: Figure) -> Iterator[Sum]:
    """ "more than half of the 120 members, or 48, stayed away", "a third of the 90 seats, 60 of them"."""
    lows = analysis.words.lows
    of = lows[share.last + 1 : whole.first]
    if share.dimension != "%" or of not in (["of", "the"], ["of", "its"], ["of", "their"], ["the"], ["of"]):
        return
    exact = whole.dimension == part.dimension == "count" and whole.quantity.low == whole.quantity.high
    if not exact or part.noun not in {"", whole.noun} or whole.quantity.value <= 0 or whole.quantity.value < 5:
        return
    between = lows[whole.last + 1 : part.first]
    behind = lows[part.last + 1 : part.last + 3]
    told = behind == ["of", "them"] or (behind[:1] == [","] and len(between) < _APPOSED)
    them = told and between[-1:] == [","] and between.count(",") == 1 and len(between) <= _NEAR
    who = between[1:2] != [] and between[1] in closed.RELATIVES and len(between) <= _FAR
    them = them or (who and behind[:1] == [","] and between[-1] == "," and between.count(",") == 1)
    if not them and not _again(analysis, whole, part):
        return
    real = part.quantity.value * 100 / whole.quantity.value
    low, high = share.quantity.low, share.quantity.high
    if low - _ROOM > real or real > high + _ROOM or (low == share.quantity.value == 50 and real < low):
        yield Sum(
            part, (share, whole), f"the one is {real:.0f} percent of the other", "Which of the three figures is off?"
        )


def _times(analysis: Analysis, value: Figure, times: Figure, base: Figure) -> Iterator[Sum]:
    """ "60 micrograms, 60 times more than the limit of 40 micrograms"."""
    lows = analysis.words.lows
    same = value.dimension == base.dimension and (value.noun == base.noun or "" in {value.noun, base.noun})
    behind = lows[times.last + 1 : base.first]
    if times.quantity.noun != "time" or not same or value.dimension == "%" or times.first - value.last > _NEAR:
        return
    if behind[:1] != ["times"] or len(behind) > _NEAR or not base.quantity.value > 0:
        return
    of = behind[-1] == "of" and behind[-2] in arithmetic.EXTREMES and behind[1] in arithmetic.COMPARED
    as_many = behind[1:2] == ["as"] and behind[3:4] == ["as"] and arithmetic.AS_MANY.issuperset(behind[2:3])
    if not of and not (as_many and len(behind) <= _APPOSED):
        return
    ratio = value.quantity.value / base.quantity.value
    told = times.quantity
    wide = [b for r in (ratio, ratio - 1) if r > 0 for b in (r / _TIMES, r * _TIMES)]
    if wide and (told.high < min(wide) or told.low > max(wide)):
        yield Sum(times, (value, base), f"the one is {ratio:.3g} times the other", "Which of the three figures is off?")
