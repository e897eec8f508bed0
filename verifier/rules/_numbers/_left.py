"""What is left of a whole without a part of it, and a part that is more than its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.english import arithmetic
from verifier.reading import Analysis
from verifier.rules._numbers._exactly import limits
from verifier.rules._numbers._figures import Figure, is_a_rate
from verifier.rules._numbers._sums import Sum
from verifier.rules._numbers._written import written


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """What is left of the wholes of one sentence, and the parts that are more than they are."""
    yield from _leaving(analysis, sentence)
    yield from _more_than_all(analysis, sentence)


def _leaving(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "Two of the seven were caught, leaving five on the run", "it costs 120,000 crowns; 45,000 crowns were raised,
    leaving 85,000 crowns"."""
    lows = analysis.words.lows
    for part, whole, rest in zip(sentence, sentence[1:], sentence[2:], strict=False):
        if lows[rest.first - 1] != "leaving":
            continue
        between = lows[part.last + 1 : whole.first]
        if "of" in between and len(between) <= 3 and _counts(part, whole, rest) and rest.noun in {"", whole.noun}:
            yield from _rest(analysis, whole, part, rest)
        elif _is_spent(lows, sentence) and between not in (["and"], ["plus"], ["or"]):
            yield from _rest(analysis, part, whole, rest)


def _is_spent(lows: Sequence[str], sentence: Sequence[Figure]) -> bool:
    """Whether a sentence tells of three sums of one money and no more, none of them for each week or for each head."""
    money = sentence[0].dimension
    alike = len(sentence) == _THREE and money.startswith("money") and all(f.dimension == money for f in sentence)
    return alike and not any(is_a_rate(lows, f) for f in sentence)


_THREE = 3  # a whole, what is gone of it and what is left


def _rest(analysis: Analysis, whole: Figure, part: Figure, rest: Figure) -> Iterator[Sum]:
    """What is left of a whole without its part, where it is not what is told."""
    (least, most), (low, high), (told_low, told_high) = limits(analysis, (whole, part, rest), added=True)
    left = whole.quantity.value - part.quantity.value
    if left > 0 and not most.is_infinite() and (told_low > most - low or told_high < least - high):
        note = f"that leaves {written(analysis, rest, left)}"
        yield Sum(rest, (whole, part), note, "Which of the three figures is off?")


def _more_than_all(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "15 of the 12 members voted": a part above its whole."""
    lows = analysis.words.lows
    for part, whole in pairwise(sentence):
        between = lows[part.last + 1 : whole.first]
        if "of" not in between or not arithmetic.BEFORE_A_WHOLE.issuperset(between) or between == ["of"]:
            continue
        counted = _counts(part, whole) and part.noun in {"", whole.noun} and bool(whole.noun)
        counted = counted and "-" not in whole.quantity.span.of(analysis.article.text)
        if counted and part.quantity.low > whole.quantity.high and part.quantity.value < whole.quantity.value * 10:
            yield Sum(part, (whole,), "the part is more than its whole", "Which of the two figures is wrong?")


def _counts(*figures: Figure) -> bool:
    return all(f.dimension == "count" for f in figures)
