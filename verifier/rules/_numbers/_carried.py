"""Parts in one sentence of a whole in the sentence before: "has 420 pupils. Of these, 460", "has 11 seats. Labour holds
six, the Greens four and the Liberals three"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.english import arithmetic, closed
from verifier.reading import Analysis
from verifier.rules._numbers._exactly import added
from verifier.rules._numbers._figures import TABLE, Figure, by_sentence, is_subject
from verifier.rules._numbers._sums import Sum
from verifier.rules._numbers._written import written

_BETWEEN = 8
"""Tokens from one part to the next."""
_NEARLY_ALL = Decimal("0.9")
_FEWEST = 3
_NEAR = 4
"""Sentences from a sum to what becomes of it."""
_OPENING = 4
_SLIP = Decimal("1.5")


def check(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """Every two sentences that follow each other in one paragraph."""
    yield from _of_the_sum(analysis, figures)
    held = by_sentence(figures)
    sentences = analysis.article.sentences
    for (at, before), (here, parts) in pairwise(held.items()):
        if max(len(before), len(parts)) > TABLE:
            continue
        if here - at == 1 and sentences[at].paragraph == sentences[here].paragraph:
            yield from _of_these(analysis, before, parts)
            yield from _shared_out(analysis, before, parts)


def _of_the_sum(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """ "a budget of $48 million. ... Of the total, $21 million goes to schools, $15 million to roads and $14 million to
    parks": more than the one sum of money told before."""
    lows = analysis.words.lows
    for sentence, parts in by_sentence(figures).items():
        start = analysis.words.inside(analysis.article.sentences[sentence].span).start
        opened = lows[start : parts[0].first]
        money = parts[0].dimension
        whole = opened[:1] == ["of"] and len(opened) <= _OPENING and not arithmetic.SHARED_OUT.isdisjoint(opened)
        if not whole or not money.startswith("money") or any(p.dimension != money for p in parts):
            continue
        before = [f for f in figures if f.dimension == money and sentence - _NEAR <= f.sentence < sentence]
        if len({f.quantity.value for f in before}) != 1 or len(parts) < _FEWEST or not _is_list(lows, parts):
            continue
        low, _, (_, most) = added(analysis, parts, before[-1])
        overlap = not arithmetic.OVERLAPS.isdisjoint(lows[start : parts[-1].last + 4])
        if low > most and low < most * _SLIP and not overlap:
            total = sum((p.quantity.value for p in parts), Decimal(0))
            note = f"the parts add up to {written(analysis, before[-1], total)}"
            yield Sum(before[-1], tuple(parts), note, "Is the whole wrong, or one of the parts?")


def _counts(figures: Sequence[Figure]) -> list[Figure]:
    return [f for f in figures if f.dimension == "count"]


def _of_these(analysis: Analysis, before: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Sum]:
    """ "420 pupils. Of these, 460 take the bus", "12 boats. Fifteen of them were sold"."""
    lows = analysis.words.lows
    wholes = [f for f in _counts(before) if f.noun]
    if not wholes:
        return
    first = here[0]
    start = analysis.words.inside(analysis.article.sentences[first.sentence].span).start
    opened = [low for low in lows[start : first.first] if low not in {",", "some", "about"}]
    pointed = len(opened) == 2 and opened[0] == "of" and opened[1] in closed.OF_THEM
    behind = lows[first.last + 1 : first.last + 3]
    pointed = pointed or (
        behind[:1] == ["of"] and behind[1:] in (["them"], ["these"], ["those"]) and first.first - start < 2
    )
    whole = max(wholes, key=lambda f: f.quantity.high)
    one_thing = first.noun in {"", whole.noun} or is_subject(analysis, first)
    if pointed and first.dimension == "count" and one_thing and first.quantity.low > whole.quantity.high:
        yield Sum(first, (whole,), "the part is more than its whole", "Which of the two figures is wrong?")


def _shared_out(analysis: Analysis, before: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Sum]:
    """ "The council has 11 seats. Labour holds six, the Greens four and the Liberals three"."""
    lows = analysis.words.lows
    wholes = [f for f in _counts(before) if f.noun]
    parts = list(here)
    if len(wholes) != 1 or len(parts) < _FEWEST or any(p.dimension != "count" for p in parts):
        return
    (whole,) = wholes
    has = not arithmetic.HAS.isdisjoint(lows[max(whole.first - 3, 0) : whole.first])
    exact = all(f.quantity.low == f.quantity.high for f in (whole, *parts))
    bare = all(p.noun in {"", whole.noun} or is_subject(analysis, p) for p in parts)
    if not (has and exact and bare and _is_list(lows, parts)) or not _ends(analysis, parts[-1]):
        return
    stretch = lows[analysis.words.inside(analysis.article.sentences[parts[0].sentence].span).start : parts[-1].last + 4]
    if not closed.OPEN_LIST.isdisjoint(stretch) or not arithmetic.OVERLAPS.isdisjoint(stretch):
        return
    total = sum((p.quantity.value for p in parts), Decimal(0))
    if total != whole.quantity.value and total >= whole.quantity.value * _NEARLY_ALL:
        note = f"the parts add up to {written(analysis, whole, total)}"
        more = total > whole.quantity.value
        question = "Is the whole wrong, or one of the parts?" if more else "Do the parts leave some out?"
        yield Sum(whole, tuple(parts), note, question, None if more else "warning")


def _is_list(lows: Sequence[str], parts: Sequence[Figure]) -> bool:
    """Whether "and" stands before the last part alone, and a comma before each of the others."""
    for place, (one, two) in enumerate(pairwise(parts), 2):
        between = lows[one.last + 1 : two.first]
        last = place == len(parts)
        if len(between) > _BETWEEN or ("and" in between) != last or ("," not in between and not last):
            return False
    return True


def _ends(analysis: Analysis, last: Figure) -> bool:
    """Whether the sentence ends soon behind the last part."""
    stop = analysis.words.inside(analysis.article.sentences[last.sentence].span).stop
    return stop - last.last <= _BETWEEN
