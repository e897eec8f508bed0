"""Shares and parts against their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.english import changes, closed, hedges, people
from verifier.english.nouns import WHOLES
from verifier.reading import Analysis, matching
from verifier.reading.quantities import bounds
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum

_OPENERS = frozenset(["-", "--", "–", "—", "(", ",", "or", ":"])
_LISTS = frozenset(["-", "--", "–", "—", "(", ":"])
_SEXES = frozenset(matching.key(w) for w in people.SEXES)
_TO_THE_LIST, _BETWEEN_PARTS = 6, 7
"""Tokens from a whole to the mark that opens its list, and from one part to the next."""
_ROOM = Decimal("0.03")


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
    yield from _pieces(analysis, sentence)
    yield from _of_which(analysis, sentence)
    yield from _of_the(analysis, sentence)
    yield from _left(analysis, sentence)


def _of_which(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "$28 million, of which the state pays $17 million and the city $14 million": parts beyond their whole."""
    lows = analysis.words.lows
    for at, whole in enumerate(sentence[:-2]):
        stretch = lows[whole.last + 1 : sentence[at + 1].first]
        if "which" not in stretch or stretch[stretch.index("which") - 1] != "of":
            continue
        parts = [f for f in sentence[at + 1 :] if f.dimension == whole.dimension]
        if len(parts) < 2 or not closed.NESTED.isdisjoint(lows[whole.last + 1 : parts[-1].last]):
            continue
        least = sum((bounds(f.quantity)[0] for f in parts), Decimal(0))
        if least > bounds(whole.quantity)[1]:
            yield Sum(
                whole, tuple(parts), "the parts are more than the whole", "Is the whole wrong, or one of the parts?"
            )


def _of_the(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "Of the 42 farms, 30 are insured and 15 are not": parts of a whole that opens the sentence, more than it."""
    whole, parts = sentence[0], sentence[1:]
    lows = analysis.words.lows
    opens = whole.first >= 2 and lows[whole.first - 2 : whole.first] == ["of", "the"]
    if not opens or len(parts) < 2 or whole.dimension != "count" or any(p.dimension != "count" for p in parts):
        return
    stretch = set(lows[whole.last + 1 : parts[-1].last])
    if any(p.noun not in {"", whole.noun} for p in parts) or not closed.NESTED.isdisjoint(stretch) or "both" in stretch:
        return
    if sum((p.quantity.low for p in parts), Decimal(0)) > whole.quantity.high:
        yield Sum(whole, tuple(parts), "the parts are more than the whole", "Is the whole wrong, or one of the parts?")


def _left(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "Two of the seven were caught, leaving five on the run"."""
    lows = analysis.words.lows
    for part, whole, rest in zip(sentence, sentence[1:], sentence[2:], strict=False):
        between = lows[part.last + 1 : whole.first]
        if "of" not in between or len(between) > 3 or lows[rest.first - 1] != "leaving":
            continue
        if {part.dimension, whole.dimension, rest.dimension} != {"count"} or rest.noun not in {"", whole.noun}:
            continue
        left = whole.quantity.value - part.quantity.value
        if not rest.quantity.low <= left <= rest.quantity.high and whole.quantity.low == whole.quantity.high:
            yield Sum(rest, (whole, part), f"that leaves {_figure(left)}", "Which of the three figures is off?")


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
    """ "30 of the 120 members, or 25 percent"."""
    if at < 2:
        return
    part, whole, share = sentence[at - 2 : at + 1]
    lows = analysis.words.lows
    of, tail = lows[part.last + 1 : whole.first], lows[whole.last + 1 : share.first]
    if part.dimension != whole.dimension or "of" not in of or len(of) > 4 or len(tail) > 6 or not tail:
        return
    if tail[-1] not in hedges.BEFORE_A_SHARE or part.dimension == "%":
        return
    if not _fits(part, whole, share.quantity.low, share.quantity.high):
        real = part.quantity.value / whole.quantity.value * 100 if whole.quantity.value else Decimal(0)
        yield Sum(
            share, (part, whole), f"the one is {real:.0f} percent of the other", "Which of the three figures is off?"
        )


def _pieces(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """A whole, a mark that opens the list of its parts, and the parts: "27 people (15 men and 11 women)", "90 jobs
    would go: 40 in Ayr, 25 in Oban and 35 at sea"."""
    for at, whole in enumerate(sentence[:-2]):
        parts = _parts(analysis, sentence, at)
        if len(parts) < 2 or not _exact(whole, parts):
            continue
        total = sum((p.quantity.value for p in parts), Decimal(0))
        if total != whole.quantity.value:
            yield Sum(
                whole, tuple(parts), f"the parts add up to {_figure(total)}", "Is the whole wrong, or one of the parts?"
            )


def _parts(analysis: Analysis, sentence: Sequence[Figure], at: int) -> list[Figure]:
    """The figures of the list behind a whole; none where the list does not begin right there or is not closed."""
    words, whole = analysis.words, sentence[at]
    gap = words.lows[whole.last + 1 : sentence[at + 1].first]
    if not gap or len(gap) > _TO_THE_LIST or not (gap[-1] in _LISTS or (gap[-1] == "," and len(gap) <= 2)):
        return []
    parts = [sentence[at + 1]]
    told_apart = gap[-1] == ","
    for figure in sentence[at + 2 :]:
        between = words.lows[parts[-1].last + 1 : figure.first]
        if not 2 <= len(between) <= _BETWEEN_PARTS or between[-1] not in analysis.language.AND | {","}:
            break
        parts.append(figure)
        if between[-1] in analysis.language.AND:
            apart = not told_apart or all(p.noun in _SEXES for p in parts)
            listed = words.lows[whole.first : min(figure.last + _TO_THE_LIST, len(words))]
            return parts if apart and analysis.language.OPEN_LIST.isdisjoint(listed) else []
    return []


def _exact(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether all are plain counts or sums of one currency, and the parts are told apart: each counts something else,
    or none names what it counts."""
    nouns = [p.noun for p in parts]
    apart = len(set(nouns)) == len(nouns) or not any(nouns) or set(nouns) == {whole.noun}
    return apart and all(
        p.dimension == whole.dimension
        and p.quantity.value <= whole.quantity.value
        and (p.dimension.startswith("money") or (p.dimension == "count" and p.quantity.low == p.quantity.high))
        for p in parts
    )


def _figure(value: Decimal) -> str:
    """A figure as people write it: no ".0" behind a whole number."""
    return f"{int(value) if value == value.to_integral_value() else value:,}"
