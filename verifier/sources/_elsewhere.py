"""The same figure or date in other words: where a source has it in a sentence unlike the article's.

A source that says "1.4 million dollars" has the article's "$1.4 million", whatever it says around it. Whether it tells
the same is shown by what it counts, by the words around it, of the question before it too, and by who speaks there.
Where that is too little, the figure is shown and nothing said of it: it is never absent, and never confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from verifier.article import Span
from verifier.reading import Analysis, lying, matching
from verifier.reading._model import DateMention, Quantity
from verifier.sources import _voices
from verifier.sources._comparing import credited
from verifier.sources._day_values import holds
from verifier.sources._held import Credit
from verifier.sources._passages import keys_of
from verifier.sources._values import Value, Values, agrees, has_no_unit, of_one_measure

_ENOUGH = 3
"""Signs by which an equal value is of the same thing: words in common, the noun counted, the speaker credited."""
_LOOKED_AT = 40
_RARE = 3
"""Figures of a number that hardly two texts have by chance."""
_TELLING = 13
"""Numbers from which an equal one is hardly met by chance; smaller ones count everything."""


OTHERWISE = "which tells it otherwise: of another way, time or thing"
TO_JUDGE = "which has it; whether of the same thing, a person has to see"


class Met(NamedTuple):
    """An equal value: the passage that holds it, its place there, and whether it surely tells the same."""

    at: int
    value: Value
    same: bool


def met(analysis: Analysis, values: Values, value: Quantity | DateMention, keys: frozenset[str]) -> list[Met]:
    """The passages with the same value, the likeliest first; none where no source has it, or only a small one that
    counts something else."""
    credit = _credit(analysis, value.span)
    found: list[tuple[bool, int, Met]] = []
    for at in _candidates(values, value, keys):
        for other in values.of(at):
            one = _one_value(value, other.value)
            if not one and not _bare(value, other.value):
                continue
            signs = _signs(values, at, keys, credit) + _same_noun(value, other.value)
            if signs >= _least(value):
                same = one and signs >= _ENOUGH and _telling(value)
                found.append((same, signs, Met(at, other, same)))
    return [one for *_, one in sorted(found, key=lambda one: (not one[0], -one[1], one[2].at))]


def _one_value(ours: Quantity | DateMention, theirs: Quantity | DateMention) -> bool:
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return of_one_measure(ours, theirs) and agrees(ours, theirs)
    return isinstance(ours, DateMention) and isinstance(theirs, DateMention) and holds(theirs, ours)


def _bare(ours: Quantity | DateMention, theirs: Quantity | DateMention) -> bool:
    return isinstance(ours, Quantity) and isinstance(theirs, Quantity) and has_no_unit(ours, theirs)


def _candidates(values: Values, value: Quantity | DateMention, keys: frozenset[str]) -> Iterator[int]:
    """The passages to be read: those that share a word, and those that hold a number of the same digits."""
    like = [at for _, at in values.passages.like(keys, shared=1, most=_LOOKED_AT)]
    number = value.value if isinstance(value, Quantity) else Decimal(value.day or value.year or 0)
    held = values.holding(number) if number else []
    yield from dict.fromkeys([*like, *held[:_LOOKED_AT]])


def _signs(values: Values, at: int, keys: frozenset[str], credit: Credit | None) -> int:
    """How much a passage, with what leads to it, has in common with the article's sentence."""
    passage = values.passages[at]
    signs = len(keys & (passage.keys | keys_of(values.passages.before(at))))
    turn = passage.shelf.source.turn_at(passage.span.start)
    if credit is None or turn is None:
        return signs
    label = passage.shelf.source.turns[turn].label
    return signs + (_voices.same(credit.name, credit.titles, label, passage.shelf.source) is True)


def _same_noun(value: Quantity | DateMention, other: Quantity | DateMention) -> bool:
    if not (isinstance(value, Quantity) and isinstance(other, Quantity)):
        return False
    return other.noun is not None and value.noun is not None and matching.stem(value.noun) == matching.stem(other.noun)


def _credit(analysis: Analysis, span: Span) -> Credit | None:
    """Whom the article credits with the figure."""
    carrier = next((one for content, one in lying.said(analysis, span) if content.covers(span)), None)
    return credited(analysis, carrier)


def _telling(value: Quantity | DateMention) -> bool:
    """Whether an equal figure is more than a small number, or a year, that stands anywhere."""
    if isinstance(value, DateMention):
        return value.month is not None
    return value.kind in ("money", "percent") or value.value >= _TELLING or value.value % 1 != 0


def _least(value: Quantity | DateMention) -> int:
    """How many signs an equal value needs to be shown at all: none where it has three figures or is a date."""
    if isinstance(value, DateMention) or len(value.value.normalize().as_tuple().digits) >= _RARE:
        return 0
    return 1 if _telling(value) else 2
