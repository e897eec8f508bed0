"""Where the figures of an article stand and what each is a figure of: all that shows which can be compared."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import NamedTuple

from verifier.english import numbers, people
from verifier.reading import Analysis, matching, quantities
from verifier.reading._fractions import of_so_many
from verifier.reading._model import Quantity

_LIST = 12
"""Values of one kind in a sentence from which on it is a list or a table."""
_MANY = 30
"""Values of one thing from which on they are a table in prose, where nothing is told twice."""

_PEOPLE = frozenset(matching.key(w) for w in people.COUNTED.split())
FATES = frozenset(matching.key(w) for w in people.FATES)
_FATES_OF = {matching.key(w): matching.key(fate) for w, fate in people.FATES_OF.items()}
_OF_PEOPLE = frozenset(matching.key(w) for w in people.BEFALLS_PEOPLE)

Shelf = tuple[str, str]


class Place(NamedTuple):
    """A figure, what it counts or measures, and the others of its kind: ``company`` counts those in its sentence,
    ``others`` are their values and ``fellows`` those of the same thing; ``alone`` is whether no other stands in its
    paragraph."""

    value: Quantity
    sentence: int
    paragraph: int
    first: int
    last: int
    inside: range
    kind: str
    noun: str
    company: int = 1
    others: frozenset[Decimal] = frozenset()
    fellows: frozenset[Decimal] = frozenset()
    alone: bool = False

    @property
    def shelf(self) -> Shelf | None:
        """What the figure can be compared with; None where it measures nothing that is told twice."""
        if self.kind in numbers.TOLD_ONCE or self.value.noun in {"age", "anniversary"}:
            return None
        if self.kind == "count":
            return ("count", self.noun) if self.noun else None
        return (self.kind, self.value.unit)


def shelves(places: list[Place]) -> list[list[Place]]:
    """The figures that have others to be compared with, by what they are of; those of tables in prose left out."""
    found: dict[Shelf, list[Place]] = {}
    for place in places:
        if (shelf := place.shelf) is not None:
            found.setdefault(shelf, []).append(place)
    return [full for full in found.values() if 2 <= len(full) <= _MANY]


def places(analysis: Analysis, taken: AbstractSet[int]) -> list[Place]:
    """The article's figures, in order, without those of lists and of paragraphs that nobody wrote as prose; ``taken``
    are the words that belong to a value."""
    starts = [s.span.start for s in analysis.article.sentences]
    found = [place for q in analysis.quantities if (place := _place(analysis, q, starts, taken)) is not None]
    of_paragraphs = Counter((p.paragraph, p.kind) for p in found)
    beside: dict[tuple[int, str], list[Place]] = {}
    for place in found:
        beside.setdefault((place.sentence, place.kind), []).append(place)
    return [
        _in_company(p, beside[p.sentence, p.kind])._replace(alone=of_paragraphs[p.paragraph, p.kind] == 1)
        for p in found
        if len(beside[p.sentence, p.kind]) <= _LIST
    ]


def _in_company(place: Place, all_of_kind: list[Place]) -> Place:
    if len(all_of_kind) == 1:
        return place
    others = [p for p in all_of_kind if p is not place]
    return place._replace(
        company=len(all_of_kind),
        others=frozenset(p.value.value for p in others),
        fellows=frozenset(p.value.value for p in others if p.noun == place.noun),
    )


def _place(analysis: Analysis, quantity: Quantity, starts: list[int], taken: AbstractSet[int]) -> Place | None:
    words = analysis.words
    at = bisect_right(starts, quantity.span.start) - 1
    tokens = words.inside(quantity.span)
    if at < 0 or not tokens:
        return None
    sentence = analysis.article.sentences[at]
    if analysis.article.paragraphs[sentence.paragraph].kind == "skip":
        return None
    inside = words.inside(sentence.span)
    kind = quantities.dimension(quantity)
    kind = f"{kind} {quantity.unit}" if kind != "count" and quantity.kind == "quantity" else kind
    share = kind == "count" and of_so_many(words, tokens.start, quantity.value) is not None
    noun = "" if share else _counted(analysis, quantity, tokens, inside, taken)
    return Place(quantity, at, sentence.paragraph, tokens.start, tokens.stop - 1, inside, kind, noun)


def _counted(analysis: Analysis, quantity: Quantity, tokens: range, inside: range, taken: AbstractSet[int]) -> str:
    """What a figure counts: its noun, or for people what became of them ("14 dead", "killing 14 passengers")."""
    keys = analysis.keys
    noun = matching.key(quantity.noun) if quantity.noun else ""
    noun = _FATES_OF.get(noun, noun)
    plain = quantity.kind == "count" and quantity.unit != "score"
    of_people = not noun or noun in _PEOPLE or noun in FATES
    agents = (quantity.noun or "").endswith(people.AGENTS)
    if not plain or not (of_people or agents):
        return noun
    after = range(tokens.stop, min(tokens.stop + 4, inside.stop))
    before = range(tokens.start - 1, max(inside.start, tokens.start - 4) - 1, -1)
    own = (i for i in (*after, *before) if i not in before or i - 1 not in taken)  # "the 16 dead were four ..."
    fate = next((fate for i in own if (fate := _FATES_OF.get(keys[i], keys[i])) in FATES), "")
    return fate if fate and (of_people or fate in _OF_PEOPLE) else noun
