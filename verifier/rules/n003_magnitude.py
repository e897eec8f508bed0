"""Million here, billion there, for one thing (N003)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from verifier.english import closed, verbs
from verifier.reading import Analysis, matching
from verifier.reading.quantities import bounds
from verifier.reading.tags import NOUN
from verifier.rules._numbers import _figures
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._told import disagreement
from verifier.rules._rule import Problem, rule

_TOO_COMMON = frozenset(matching.key(w) for w in verbs.TOO_COMMON)
"""What happens to any sum: sharing it does not make two sums the same."""
_THOUSANDS = (1_000, 1_000_000, 1_000_000_000)


@rule(
    "N003",
    "magnitude",
    "error",
    what="Million here, billion there, for the same thing.",
    why="The same digits with another scale are nearly always a slip of the pen, and a large one.",
    fires=(
        "The state spent $2.4 billion on the bridge.\n\nCritics of the bridge, which cost $2.4 million, are not happy.",
        "The county will pay 900,000 dollars. Ruiz called the grant a bridge.\n\nIt rained.\n\n"
        "The grant of 900 million dollars must be spent by May.",
        "The fund holds 30 million shares in the bank.\n\nIts 30 billion shares in the bank are not for sale.",
    ),
    passes=(
        "The state spent $2.4 billion on the bridge.\n\nThe city spent $2.4 million on a school.",
        "The fund holds 30 million shares.\n\nThe fund holds 30 million shares.",
    ),
)
def magnitude(analysis: Analysis) -> Iterator[Problem]:
    """Report values of the same digits that are a thousand times apart, where they share what they are about."""
    digits: dict[tuple[str, str], list[Figure]] = {}
    for figure in _figures.collect(analysis):
        value = figure.quantity.value
        if value >= 1000:
            digits.setdefault((figure.dimension, str(value.normalize()).split("E")[0]), []).append(figure)
    for shelf in digits.values():
        for one, two in itertools.pairwise(shelf):
            if not _thousands_apart(one, two):
                continue
            sure = _same_thing(one, two) or _named_again(analysis, one, two)
            if sure or _taken_up(analysis, two):
                problem = disagreement(analysis, one, two, "Thousands, millions or billions?")
                yield problem if sure else replace(problem, severity="warning")


def _taken_up(analysis: Analysis, figure: Figure) -> bool:
    """Whether a sum of more than one digit says which thing is meant, as only what was told before can: "the $2.4
    million project", where $2.4 billion was told."""
    words = analysis.words
    known = words.low(figure.first - 1) in closed.DEFINITE_ONE and analysis.tags[figure.last + 1 : figure.last + 2] == [
        NOUN
    ]
    digits = figure.quantity.value.normalize().as_tuple().digits
    return known and figure.dimension.startswith("money") and len(digits) > 1


def _same_thing(one: Figure, two: Figure) -> bool:
    if one.noun != two.noun:
        return False
    return bool((one.about & two.about) - _TOO_COMMON) and not (one.names - two.names and two.names - one.names)


def _named_again(analysis: Analysis, one: Figure, two: Figure) -> bool:
    """Whether the second figure belongs to something told beside the first: "the grant of 900 million dollars", where
    the sentence of the first figure, or the one after it, speaks of a grant."""
    lows, keys = analysis.words.lows, analysis.keys
    if two.first < 3 or lows[two.first - 1] != "of" or lows[two.first - 3] not in closed.DEFINITE_ONE:
        return False
    contents = analysis.topics.contents
    return any(keys[two.first - 2] in told for told in contents[one.sentence : one.sentence + 2])


def _thousands_apart(one: Figure, two: Figure) -> bool:
    """Whether one value is the other times a thousand, a million or a billion."""
    small, large = sorted((one.quantity.value, two.quantity.value))
    return small > 0 and large / small in _THOUSANDS and bounds(one.quantity)[0] >= 1000
