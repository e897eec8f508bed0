"""Shares and parts against their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.english import changes, closed, hedges
from verifier.english.nouns import WHOLES
from verifier.reading import Analysis
from verifier.reading.quantities import bounds
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum

_OPENERS = frozenset(["-", "--", "–", "—", "(", ",", "or", ":"])
_ROOM = Decimal("0.03")
_TO_THE_SHARE = 7


def check(analysis: Analysis, sentence: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Sum]:
    """The shares of one sentence against its own figures, or the sum told in the sentences before."""
    for at, figure in enumerate(sentence):
        if figure.dimension != "%":
            continue
        if figure.quantity.low > 100 and figure.quantity.noun in analysis.language.PEOPLE:
            yield Sum(figure, (), "more than all of them", "What is the share of?")
        yield from _beyond(analysis, sentence, at)
        yield from _part_of_the_money(analysis, sentence, at, earlier)
        yield from _part_and_whole(analysis, sentence, at)


def _fits(part: Figure, whole: Figure, low: Decimal, high: Decimal) -> bool:
    """Whether a part can be between ``low`` and ``high`` percent of a whole."""
    (part_low, part_high), (whole_low, whole_high) = bounds(part.quantity), bounds(whole.quantity)
    return part_low <= whole_high * high / 100 * (1 + _ROOM) and part_high >= whole_low * low / 100 * (1 - _ROOM)


def _beyond(analysis: Analysis, sentence: Sequence[Figure], at: int) -> Iterator[Sum]:
    """ "1,150 guests, 15 percent over the limit of 1,000"."""
    if not 0 < at < len(sentence) - 1:
        return
    value, share, base = sentence[at - 1 : at + 2]
    lows = analysis.words.lows[share.last + 1 : base.first]
    if not lows or len(lows) > 7 or value.dimension != base.dimension or share.first - value.last > 6:
        return
    if value.dimension not in {"count"} and not value.dimension.startswith("money"):
        return
    low, high = share.quantity.low, share.quantity.high
    if lows[0] in changes.MORE:
        wanted = (100 + low, 100 + high)
    elif lows[0] in changes.LESS:
        wanted = (100 - high, 100 - low)
    else:
        return
    if not wanted[1].is_infinite() and not _fits(value, base, *wanted):
        real = value.quantity.value / base.quantity.value * 100 - 100 if base.quantity.value else Decimal(0)
        yield Sum(
            share, (value, base), f"the two values are {abs(real):.0f} percent apart", "Which of the three is off?"
        )


def _part_of_the_money(
    analysis: Analysis, sentence: Sequence[Figure], at: int, earlier: Sequence[Figure]
) -> Iterator[Sum]:
    """ "Nearly half the money -- $500 million -- came from ..." against the sum told before."""
    if at + 1 >= len(sentence):
        return
    share, part = sentence[at], sentence[at + 1]
    between = analysis.words.lows[share.last + 1 : part.first]
    if not part.dimension.startswith("money") or not 2 <= len(between) <= 7 or between[-1] not in _OPENERS:
        return
    if WHOLES.isdisjoint(between) or not closed.KNOWN_WHOLE & set(between):
        return
    wholes = [f for f in earlier[-12:] if f.dimension == part.dimension and f.quantity.value > part.quantity.value]
    if not wholes or any(_fits(part, f, share.quantity.low, share.quantity.high) for f in wholes):
        return
    whole = max(wholes, key=lambda f: f.quantity.value)
    real = part.quantity.value / whole.quantity.value * 100
    yield Sum(part, (whole, share), f"that is {real:.0f} percent of the sum told before", "Which figure is off?")


def _part_and_whole(analysis: Analysis, sentence: Sequence[Figure], at: int) -> Iterator[Sum]:
    """ "30 of the 120 members, or 25 percent", "of 120 members, 30 stayed away, or 25 percent"."""
    if at < 2:
        return
    one, two, share = sentence[at - 2 : at + 1]
    lows = analysis.words.lows
    between, tail = lows[one.last + 1 : two.first], lows[two.last + 1 : share.first]
    if one.dimension != two.dimension or one.dimension == "%" or len(tail) > _TO_THE_SHARE or not tail:
        return
    if "of" in between and len(between) <= 4:
        part, whole = one, two
    elif _opens(lows, one, two) and two.noun in {"", one.noun}:
        part, whole = two, one
    else:
        return
    if not _told_again(lows, tail, share) or _fits(part, whole, share.quantity.low, share.quantity.high):
        return
    real = part.quantity.value / whole.quantity.value * 100 if whole.quantity.value else Decimal(0)
    yield Sum(share, (part, whole), f"the one is {real:.0f} percent of the other", "Which of the three figures is off?")


def _opens(lows: Sequence[str], whole: Figure, part: Figure) -> bool:
    """Whether a whole stands right before its part: "of 120 members, 30", "of the 120 who were asked, 30"."""
    of = lows[max(whole.first - 2, 0) : whole.first]
    return (of[-1:] == ["of"] or of == ["of", "the"]) and lows[part.first - 1] == "," and part.first - whole.last <= 8


def _told_again(lows: Sequence[str], tail: Sequence[str], share: Figure) -> bool:
    """Whether a share tells again what was counted: ", or about 25 percent", "(25 percent)"."""
    words = [low for low in tail if low not in hedges.OF_FIGURES]
    again = words[-1:] in (["or"], ["("]) or tail[-1] in hedges.BEFORE_A_SHARE
    apart = words[-2:] == ["and", "nearly"]
    return again and not apart and (words[-1:] != ["("] or lows[share.last + 1 : share.last + 2] == [")"])
