"""Shares that cannot stand beside each other: of rivals who together get more than all, of answers that make another
share than the one they are all of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.english import arithmetic
from verifier.reading import Analysis, tags
from verifier.reading._fractions import of_so_many
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum

_ROUNDED = Decimal(2)
"""Percentage points by which shares that are rounded may pass the whole."""
_TO_THE_SHARE, _BETWEEN, _TO_THE_LIST = 3, 10, 9
"""Tokens from a verb to the share, from one share to the next, and from a share to the mark behind which its parts
are."""
_COLON = frozenset([":", "-", "--", "–", "—"])
_ANSWER = frozenset((tags.ADJECTIVE, tags.ADVERB, tags.VERB, tags.PARTICIPLE, tags.ING))


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """The shares of one sentence."""
    shares = [f for f in sentence if f.dimension == "%"]
    yield from _more_than_all(analysis, shares)
    yield from _answers(analysis, sentence)


def _more_than_all(analysis: Analysis, shares: Sequence[Figure]) -> Iterator[Sum]:
    """ "Brook received 83 percent, while Marsh held 33 percent", "84 percent chose Brook while 45 percent chose Marsh":
    a run of shares of the vote, each that of somebody else."""
    run: list[Figure] = []
    for share in shares:
        near = not run or _of_one_vote(analysis, run[-1], share)
        if not (near and _whose(analysis, share)):
            yield from _over(analysis, run)
            run = []
        if _whose(analysis, share):
            run.append(share)
    yield from _over(analysis, run)


def _over(analysis: Analysis, run: Sequence[Figure]) -> Iterator[Sum]:
    names = [_whose(analysis, share) for share in run]
    total = sum((f.quantity.low for f in run), Decimal(0))
    apart = len(set(names)) == len(names) > 1 and len({n.partition(":")[0] for n in names}) == 1
    if apart and total > 100 + _ROUNDED and all(f.quantity.value < 100 for f in run):
        value = sum((f.quantity.value for f in run), Decimal(0))
        yield Sum(run[-1], tuple(run[:-1]), f"the shares add up to {value:g} percent", "Which of the shares is off?")


def _of_one_vote(analysis: Analysis, one: Figure, two: Figure) -> bool:
    """Whether two shares are told in one breath, and no other place, day or group comes between ("in Oban")."""
    between = range(one.last + 1, two.first)
    if analysis.words.lows[one.last + 1 : one.last + 2] == ["of"]:
        between = between[1:]
    return len(between) <= _BETWEEN and all(analysis.tags[i] != tags.PREPOSITION for i in between)


def _whose(analysis: Analysis, share: Figure) -> str:
    """Whose share of the vote it is, and how that is told; "" where it is not told as one's share of all votes."""
    words, kinds = analysis.words, analysis.tags
    behind = words.lows[share.last + 1 : share.last + 4]
    of_all = (
        not behind
        or behind[0] in arithmetic.BETWEEN_CANDIDATES | {"."}
        or (behind[0] == "of" and not arithmetic.SHARED_OUT.isdisjoint(behind))
    )
    for i in range(share.first - 1, max(0, share.first - _TO_THE_SHARE) - 1, -1):
        if words.lows[i] in arithmetic.RECEIVES:
            return f"gets:{words.lows[i - 1]}" if of_all and _is_person(analysis, share, i - 1) else ""
        if words.lows[i] not in arithmetic.OF_A_RIVAL:
            break
    chosen = share.last + 2
    if behind[:1] and behind[0] in arithmetic.CHOSEN and kinds[chosen : chosen + 1] == [tags.NAME]:
        return f"{behind[0]}:{words.lows[chosen]}"
    return ""


def _is_person(analysis: Analysis, share: Figure, at: int) -> bool:
    """Whether a person's name ends at this word: towns and firms have shares that are of nothing in common."""
    sentence = analysis.article.sentences[share.sentence].span
    ends = [m for m in analysis.names.within(sentence) if m.bare.end == analysis.words.ends[at]]
    return any(analysis.names.of(m).kind == "person" for m in ends)


def _answers(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "Four in ten like it: 30% strongly and 26% somewhat": a share, and the two answers that it is of."""
    lows, kinds = analysis.words.lows, analysis.tags
    for one, two in pairwise(sentence):
        at = sentence.index(one)
        joined = lows[one.last + 1 : two.first]
        if one.dimension != "%" or two.dimension != "%" or at == 0 or lows[one.first - 1] not in _COLON:
            continue
        first, second = kinds[one.last + 1], "".join(kinds[two.last + 1 : two.last + 2])
        answers = joined[1:] == ["and"] and first in _ANSWER and (second in _ANSWER or first == tags.ADVERB)
        whole = sentence[at - 1]
        if not answers or one.first - whole.last > _TO_THE_LIST or (ends := _share(analysis, sentence, at - 1)) is None:
            continue
        value = one.quantity.value + two.quantity.value
        if not ends[0] - _ROUNDED <= value <= ends[1] + _ROUNDED:
            note = f"the two make {value:g} percent"
            yield Sum(whole, (one, two), note, "Is the share wrong, or one of its parts?")


def _share(analysis: Analysis, sentence: Sequence[Figure], at: int) -> tuple[Decimal, Decimal] | None:
    """The least and the most percent that a share may be, told as such or as "four in ten"."""
    figure = sentence[at]
    if figure.dimension == "%":
        return figure.quantity.low, figure.quantity.high
    whole = figure.quantity.value
    part = of_so_many(analysis.words, figure.first, whole) if figure.dimension == "count" else None
    if part is None:
        return None
    room = 50 / whole
    return part * 100 / whole - room, part * 100 / whole + room
