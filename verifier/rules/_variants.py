"""Names that look like one name spelt two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, groupby
from typing import NamedTuple

from verifier.english import closed, names, people, places, titles
from verifier.english.everyday import everyday
from verifier.reading import Analysis
from verifier.reading._model import Entity, NameMention
from verifier.rules._surnames import accents, is_derived

_CROWD = 40
"""More names than this with the same first letters are not compared with one another."""


class Variant(NamedTuple):
    """Two entities that look like one, the rarer form first."""

    rare: NameMention
    usual: NameMention


def variants(analysis: Analysis) -> Iterator[Variant]:
    """Every pair of names in the article that may be one name, once a pair."""
    small = analysis.words.small
    named = [e for e in analysis.names.entities if _proper(e, small)]
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity in named:
        for beginning in _beginnings(entity):
            groups[beginning].append(entity)
    told: set[tuple[int, int]] = set()
    borne = {_family(e) for e in named if e.kind == "person" and len(e.name.split()) > 1}
    for group in groups.values():
        if len(group) > _CROWD:
            continue
        for one, other in combinations(group, 2):
            pair = (one.index, other.index)
            alike = pair not in told and _same(one, other) and not _attested(one, other, borne)
            if alike and not _are_two(analysis, one, other):
                told.add(pair)
                rare, usual = sorted((one, other), key=lambda e: (_weight(e), -e.mentions[0].bare.start))
                yield Variant(rare.mentions[0], usual.mentions[0])


def _attested(one: Entity, other: Entity, borne: set[str]) -> bool:
    """Whether a surname that stands alone is somebody's whom the article, or every reader, knows by another name in
    full; or the two are written alike where they stand first."""
    lone = [e for e in (one, other) if len(e.name.split()) == 1]
    if len(lone) == 1 and (_family(lone[0]) in borne or lone[0].name in people.KNOWN):
        return True
    return _family(one) == _family(other) and len(lone) == 1


def _are_two(analysis: Analysis, one: Entity, other: Entity) -> bool:
    """Whether the article sets them beside each other ("Marti and Marty shook hands"), or gives them two roles that
    share no word ("Coach Marti", "Referee Marty")."""
    if _joined(analysis, one, other) or _joined(analysis, other, one):
        return True
    roles = [{w for t in e.titles for w in t.lower().split() if w in titles.ROLES} for e in (one, other)]
    return all(roles) and roles[0].isdisjoint(roles[1]) and not any(len(e.name.split()) > 1 for e in (one, other))


def _joined(analysis: Analysis, one: Entity, other: Entity) -> bool:
    """Whether "and" alone stands between a mention of the one and the next of the other."""
    words = analysis.words
    starts = {words.at(m.span.start) for m in other.mentions}
    return any(
        words.low(last + 1) in closed.COORDINATORS and last + 2 in starts
        for last in (words.at(m.span.end - 1) for m in one.mentions)
    )


def _beginnings(entity: Entity) -> set[str]:
    """What a slip of the pen leaves alone: the family name's first two letters, or its first and its last two."""
    family = _fold(_family(entity))
    return {family[:2], f"{family[:1]}…{family[-2:]}"}


def _proper(entity: Entity, small: set[str]) -> bool:
    """Whether this is a name of somebody: not a place's, no plain word."""
    words = entity.name.split()
    if entity.kind not in ("person", "other") or entity.name in places.PLACES or places.region_of(entity.name):
        return False
    if any(w in places.DEMONYMS or w in places.PLACES for w in words):
        return False
    return not any(everyday(w.lower()) or w.lower() in small for w in words) and len(_family(entity)) > 3


def _weight(entity: Entity) -> tuple[int, int]:
    return (len(entity.name.split()), len(entity.mentions))


def _family(entity: Entity) -> str:
    words = [w for w in entity.name.split() if w.lower() not in names.GENERATIONS]
    return words[-1].lower() if words else entity.name.lower()


def _fold(name: str) -> str:
    """Mac and Mc are one beginning."""
    return "mc" + name[3:] if name.startswith("mac") and len(name) > 6 else name


def _same(one: Entity, other: Entity) -> bool:
    """Whether two entities look like one somebody."""
    full = [len(e.name.split()) > 1 for e in (one, other)]
    if all(full):
        return _full_names(one, other)
    if not any(full):
        return "person" in (one.kind, other.kind) and _near(_family(one), _family(other), 1)
    lone, whole = (one, other) if full[1] else (other, one)
    return whole.kind == "person" and _alone(lone, whole)


def _alone(lone: Entity, whole: Entity) -> bool:
    """A surname that nobody introduced, beside a full name whose surname looks like it."""
    a, b = _family(lone), _family(whole)
    if titles.is_given(a) or (titles.is_given(b) and b == whole.name.split()[0].lower()) or is_derived(a, b):
        return False
    if whole.name.split()[0].lower().startswith(a[:4]):
        return False
    if _near(a, b, 1):
        return True
    return lone.kind == "person" and _like(_fold(a), _fold(b))


def _full_names(one: Entity, other: Entity) -> bool:
    given = [e.name.split()[0].lower() for e in (one, other)]
    family = [_family(e) for e in (one, other)]
    if "person" in (one.kind, other.kind) and _slips(given, family):
        return True
    if one.kind != "person" or other.kind != "person":
        return False
    if given[0] == given[1]:
        return family[0] != family[1] and not is_derived(*family) and _near(family[0], family[1], 2)
    if family[0] != family[1]:
        return False
    if any(titles.is_given(g) for g in given):
        return given[0] != given[1] and _single(given[0]) == _single(given[1])
    return len(given[0]) > 3 and _near(given[0], given[1], 1)


def _slips(given: list[str], family: list[str]) -> bool:
    """Whether first name and surname differ by a letter each: Dorinda Brintel lives next door, and Darinda Brintal has
    done so for years. Two usual first names are two people."""
    if given[0] == given[1] or family[0] == family[1] or all(titles.is_given(g) for g in given):
        return False
    return not is_derived(*family) and _near(given[0], given[1], 1) and _near(family[0], family[1], 1)


def _single(name: str) -> str:
    """A name without doubled letters: Phillip and Philip are one, Eric and Erica are two."""
    return "".join(letter for letter, _ in groupby(name))


def _near(a: str, b: str, most: int) -> bool:
    """Whether few letters differ for the length of the names."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - loaded only where two names look alike

    if min(len(a), len(b)) < 5 or accents(a, b) or a == b + "s" or b == a + "s":
        return False
    return OSA.distance(a, b, score_cutoff=most) <= most


def _like(a: str, b: str) -> bool:
    """Whether two surnames could be mixed up: the same beginning and much the same letters."""
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415 - loaded only where two names look alike

    return a[:3] == b[:3] and abs(len(a) - len(b)) <= 2 and JaroWinkler.similarity(a, b) >= 0.8
