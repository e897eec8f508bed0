"""What each share of those asked chose, where one can choose one thing alone: "52 percent chose the harbour, 38 percent
the old station, and 15 percent had no preference"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from verifier.english import arithmetic, closed, grammar, negation
from verifier.english.units import CARDINALS
from verifier.reading import Analysis, tags
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum

_BETWEEN = 12
"""Tokens from one share to the next."""
_ROUNDED = Decimal(2)
_SLIP = Decimal(125)
"""More than this, in percent, is no slip in one share: some chose more than one."""
_ENDS = frozenset([".", ";", ")", ":", "“", '"'])
_JOINS = closed.COORDINATORS | {"while"}
_VERBAL = (tags.VERB, tags.AUXILIARY)
_OPENS_A_THING = (tags.DETERMINER, tags.NAME, tags.NOUN, tags.ADJECTIVE)


class _Choice(NamedTuple):
    """What follows a share: the verb of choosing ("" where it is left out), and the words for what is chosen; of those
    who chose nothing there are none."""

    verb: str
    thing: tuple[str, ...]


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """Each run of shares of one sentence that opens with a verb of choosing."""
    shares = [f for f in sentence if f.dimension == "%" and analysis.words.lows[f.first][0].isdigit()]
    for at, first in enumerate(shares):
        opened = _choice(analysis, first, _stop(analysis, shares, at))
        if opened is None or not opened.verb:
            continue
        run, chosen = [first], [opened]
        for place in range(at + 1, len(shares)):
            choice = _choice(analysis, shares[place], _stop(analysis, shares, place))
            near = shares[place].first - run[-1].last <= _BETWEEN
            if not near or choice is None or choice.verb not in {"", opened.verb} or choice in chosen:
                break
            run.append(shares[place])
            chosen.append(choice)
        yield from _over(analysis, run)
        return


def _over(analysis: Analysis, run: Sequence[Figure]) -> Iterator[Sum]:
    total = sum((f.quantity.value for f in run), Decimal(0))
    low = sum((f.quantity.low for f in run), Decimal(0))
    if len(run) > 1 and total <= _SLIP and low > 100 + _ROUNDED and not _several(analysis, run[0]):
        yield Sum(run[-1], tuple(run[:-1]), f"the shares add up to {total:g} percent", "Which of the shares is off?")


def _stop(analysis: Analysis, shares: Sequence[Figure], at: int) -> int:
    """The token at which what is told of a share ends: the next share, or the end of the clause."""
    if at + 1 < len(shares):
        return shares[at + 1].first
    lows = analysis.words.lows
    first = shares[at].last + 1
    return next(
        (i for i in range(first, min(first + _BETWEEN, len(lows))) if lows[i] in _ENDS or lows[i] == ","), first
    )


def _choice(analysis: Analysis, share: Figure, stop: int) -> _Choice | None:
    """What those of a share chose; None where it is not told, or is told of others than those of the other shares."""
    lows, kinds = analysis.words.lows, analysis.tags
    told = list(range(share.last + 1, stop))
    if lows[share.last + 1 : share.last + 2] == ["of"] and lows[share.last + 2] in closed.OF_THEM:
        del told[:2]
    while told and (lows[told[-1]] in _JOINS or analysis.tags[told[-1]] == tags.MARK):
        del told[-1]
    while told and lows[told[0]] in grammar.MODALS | grammar.HAVE and lows[told[0] + 1] in arithmetic.CHOOSES_ONE:
        del told[0]
    if not told:
        return None
    verb = lows[told[0]] if lows[told[0]] in arithmetic.CHOOSES_ONE else ""
    del told[: bool(verb)]
    del told[: told != [] and lows[told[0]] == "for"]
    words = tuple(lows[i] for i in told)
    if not words or any(kinds[i] == tags.MARK or (kinds[i] == tags.PREPOSITION and lows[i] != "of") for i in told):
        return None  # "38 percent in Oban", "chose the tram; of men"
    if words[0] in grammar.HAVE and len(words) == _NOTHING and negation.denies(words[1]):
        return _Choice("", ())
    if not arithmetic.UNDECIDED.isdisjoint(words):
        return _Choice("", ())
    thing = kinds[told[0]] in _OPENS_A_THING and all(kinds[i] not in _VERBAL for i in told)
    return _Choice(verb, words) if thing else None


_NOTHING = 3
"""Words of "had no preference"."""


def _several(analysis: Analysis, share: Figure) -> bool:
    """Whether the sentences around say that one may choose several: "more than one", "up to three"."""
    lows = analysis.words.lows
    for sentence in analysis.article.sentences[max(share.sentence - _AROUND, 0) : share.sentence + _AROUND + 1]:
        inside = analysis.words.inside(sentence.span)
        if not arithmetic.SEVERAL_ANSWERS.isdisjoint(lows[inside.start : inside.stop]):
            return True
        if any((lows[i], lows[i + 1]) in arithmetic.BEFORE_SEVERAL and lows[i + 2] in CARDINALS for i in inside[:-2]):
            return True
    return False


_AROUND = 3
"""Sentences on each side in which it may be said how many answers one could give."""
