"""Pairs of figures that measure the same thing and cannot both be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verifier.english import closed, people, verbs
from verifier.reading import Analysis, matching
from verifier.reading.quantities import compatible
from verifier.rules.numbers._figures import Figure, by_sentence, rightly_differ

Pair = tuple[Figure, Figure]

_LIKE = 0.45
"""From this likeness on two sentences can tell the same thing."""
_ALIKE = 0.3
"""Two shared words are enough where they are this share of what stands around one of the figures."""
_ANY = "*"
"""The shelf of sums and shares, which name no noun: there more of what stands around them must be the same."""
_MANY = 24
"""Figures of one noun beyond this are a table in prose; comparing each with each would tell nothing."""


def told_twice(analysis: Analysis, figures: list[Figure]) -> Iterator[Pair]:
    """Pairs that stand in the same place of two sentences that tell the same thing (the headline or the standfirst and
    the body, the lead and the detail)."""
    held = by_sentence(figures)
    seen: set[tuple[int, int]] = set()
    for at in held:
        asked = analysis.article.sentences[at]
        for near in analysis.topics.like(asked, 3, lambda s: s.index in held):
            other = near.sentence.index
            if near.score >= _LIKE and (other, at) not in seen:
                seen.add((at, other))
                yield from _aligned(analysis, held[at], held[other], near.score)


def _aligned(analysis: Analysis, left: list[Figure], right: list[Figure], score: float) -> Iterator[Pair]:
    """The figures of two like sentences that stand between the same words and differ."""
    sentences, words = analysis.article.sentences, analysis.words
    a, b = (words.inside(sentences[side[0].sentence].span) for side in (left, right))
    pairs = matching.align(analysis.keys, a, b)
    if len(pairs) < 2:
        return
    partner = dict(pairs)
    for one in left:
        for two in right:
            if _comparable(one, two) and _same_slot(analysis, partner, (one, two), score):
                known = any(two.quantity.value == f.quantity.value for f in left if f.dimension == two.dimension)
                known = known or any(
                    one.quantity.value == f.quantity.value for f in right if f.dimension == one.dimension
                )
                if not known and not apart(analysis, one, two):
                    yield one, two


def _same_slot(analysis: Analysis, partner: dict[int, int], pair: Pair, score: float) -> bool:
    """Whether the words just before and just after answer each other in both sentences; what is counted is such a
    word, and so is the word right before ("another 30 days")."""
    one, two = pair
    lows = analysis.words.lows
    before = any(partner.get(one.first - i) in range(two.first - 3, two.first) for i in (1, 2, 3))
    before = before or (
        one.first > 0 < two.first and lows[one.first - 1] == lows[two.first - 1] not in closed.EVERYWHERE
    )
    after = any(partner.get(one.last + i) in range(two.last + 1, two.last + 4) for i in (1, 2, 3))
    after = (
        after
        or one.noun == two.noun != ""
        or (one.quantity.kind == "quantity" and one.quantity.unit == two.quantity.unit)
    )
    return (before and after) or ((before or after) and score >= 0.6)


def _comparable(one: Figure, two: Figure) -> bool:
    """Whether two figures are of one kind and cannot be one value."""
    if one.noun == two.noun == "anniversary" and one.dimension != two.dimension:
        return True
    if one.dimension != two.dimension or one.dimension == "score" or compatible(one.quantity, two.quantity):
        return False
    return one.noun == two.noun or not (one.noun and two.noun)


def same_noun(analysis: Analysis, figures: list[Figure]) -> Iterator[Pair]:
    """Pairs that count the same noun in the same surroundings, wherever they stand."""
    shelves: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.quantity.kind == "quantity" and figure.dimension != "age":
            shelves.setdefault((figure.dimension, figure.quantity.unit), []).append(figure)
        elif figure.noun and figure.dimension != "age":
            shelves.setdefault((figure.dimension, figure.noun), []).append(figure)
        if figure.dimension == "%" or figure.quantity.kind == "money":
            shelves.setdefault((figure.dimension, _ANY), []).append(figure)
    for (_, noun), full in shelves.items():
        inside = Counter(f.sentence for f in full)
        shelf = [f for f in full if inside[f.sentence] == 1]  # two of a kind in one sentence are set against each other
        if not 2 <= len(shelf) <= _MANY:
            continue
        for i, one in enumerate(shelf):
            for two in shelf[i + 1 :]:
                if _comparable(one, two) and _same_surroundings(analysis, one, two, nameless=noun == _ANY):
                    yield one, two


def _same_surroundings(analysis: Analysis, one: Figure, two: Figure, *, nameless: bool) -> bool:
    """Whether enough of the words around both are the same; more where they do not name what they count."""
    shared = len(one.about & two.about)
    if nameless and (shared < 3 or one.beside.isdisjoint(two.beside)):
        return False
    if shared == 1 and one.noun in _BODIES and _one_body(analysis, one):
        return not apart(analysis, one, two)
    if shared < 2 or (shared <= 3 and matching.overlap(one.about, two.about) < _ALIKE):
        return False
    return not apart(analysis, one, two)


def _one_body(analysis: Analysis, figure: Figure) -> bool:
    """Whether the article knows only two numbers for this noun: then both are of the one body it tells about."""
    return len({q.value for q in analysis.quantities if q.noun == figure.quantity.noun}) == 2


_BODIES = frozenset(matching.key(w) for w in people.BODIES)
"""People who make up one body, crew or case, whose number an article gives more than once."""


def apart(analysis: Analysis, one: Figure, two: Figure) -> bool:
    """Whether there is a reason for the two to differ: the words around them, or two sources who disagree."""
    told = analysis.topics.contents
    if rightly_differ(one, two, told[one.sentence], told[two.sentence]):
        return True
    sources = [_source(analysis, f) for f in (one, two)]
    return None not in sources and sources[0] != sources[1]


def _source(analysis: Analysis, figure: Figure) -> str | None:
    """Who is credited with the words a figure stands in, if anybody: never a stretch that holds a verb."""
    for said in analysis.attributions:
        if said.source is not None and any(s.covers(figure.quantity.span) for s in said.content):
            return said.source.name if verbs.FINITE_AUXILIARIES.isdisjoint(said.source.name.lower().split()) else None
    return None
