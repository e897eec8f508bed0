"""Whether two values that are not surely of one thing are worth a question: they become a candidate."""

from __future__ import annotations

from verifier.events import FigurePair, FigureTelling
from verifier.reading import Analysis
from verifier.rules._numbers import _certain

_SLIP, _NO_SLIP = -28, 12
"""How surely two values are of one thing (log-odds in tenths) where a slip leads from one to the other, and where none
does."""
_FEW = 3
"""Words that two sentences share in which one sum of money may be told."""


def asked(analysis: Analysis, pair: FigurePair, *, slip: bool) -> bool:
    """Whether there is something to ask: nothing tells two things apart whatever else holds, and the words around both
    say enough for one."""
    if any(reason.parts and reason.always for reason in pair.sameness.because):
        return False
    if pair.sameness.parted and _certain.is_toll(pair):
        return False  # two disasters
    if pair.sameness.weight >= (_SLIP if slip else _NO_SLIP) and _may_be_one(analysis, pair):
        return True
    return slip and _alike(pair.first, pair.second)


def is_measured(pair: FigurePair) -> bool:
    """Whether the values are of a kind that few words tell apart: spans of time, shares of one of many groups."""
    return pair.first.kind != "count" and not pair.first.kind.startswith("money")


def _may_be_one(analysis: Analysis, pair: FigurePair) -> bool:
    """Where few words tell two values apart, a word beside both is the same, or joined to both ("17-year-olds"); the
    top of an article tells what is told below, and of spans of time an article seldom gives two alone that are not of
    one thing."""
    if not is_measured(pair) or any(reason.beside for reason in pair.sameness.because):
        return True
    time = pair.first.kind.startswith("time") and not pair.sameness.parted
    if pair.first.top or (time and any(reason.alone for reason in pair.sameness.because)):
        return True
    one, two = (told.span.of(analysis.article.text).partition("-")[2].lower() for told in (pair.first, pair.second))
    return one == two != ""


def _alike(one: FigureTelling, two: FigureTelling) -> bool:
    """Whether each sum of money stands alone in its sentence, and the two sentences share some words: where a slip
    leads from one to the other, they are one sum as often as not."""
    money = one.kind.startswith("money") and one.company == two.company == 1
    return money and len(one.wide & two.wide) >= _FEW
