"""Titles that one person cannot hold at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verifier.english import places, titles
from verifier.english.titles import CHAMBERS, PARTY_WORDS, PAST, SINGLE, UNDER
from verifier.reading import Analysis
from verifier.reading._model import Entity, NameMention


class Office(NamedTuple):
    """A title taken apart."""

    role: str
    under: bool
    region: str | None
    party: str | None
    chamber: str | None


def conflicts(analysis: Analysis) -> Iterator[tuple[NameMention, NameMention]]:
    """Two mentions of one person whose titles exclude each other, the later one first; one pair a person."""
    for entity in analysis.names.entities:
        if entity.kind == "person":
            pair = _conflict(entity)
            if pair is not None:
                yield pair


def _conflict(entity: Entity) -> tuple[NameMention, NameMention] | None:
    seen: dict[Office, NameMention] = {}
    for mention in entity.mentions:
        office = _office(mention.title) if mention.title else None
        if office is None or office in seen:
            continue
        for earlier, first in seen.items():
            if _exclude(office, earlier):
                return mention, first
        seen[office] = mention
    return None


def _exclude(a: Office, b: Office) -> bool:
    if a.chamber and b.chamber and a.chamber != b.chamber:
        return True
    if a.role != b.role:
        return False
    if a.party and b.party and a.party != b.party:
        return True
    if a.role not in SINGLE:
        return False
    if a.under != b.under:
        return True
    return a.role != "director" and a.region is not None and b.region is not None and a.region != b.region


def _office(title: str) -> Office | None:
    """The office that a title names; None for one that is past, to come, or no office."""
    forms = title.split()
    lows = [f.lower() for f in forms]
    if any(low in PAST or low.startswith(("ex-", "then-")) or low.endswith("-elect") for low in lows):
        return None
    role = next((low for low in reversed(lows) if low in titles.ROLES or low in CHAMBERS), None)
    if role is None:
        return None
    if role == "minister" and "prime" in lows:
        role = "prime minister"
    regions = [r for f in forms if f in places.DEMONYMS and (r := places.region_of(f))]
    party = next((PARTY_WORDS[low] for low in lows if low in PARTY_WORDS), None)
    chamber = None if "state" in lows else CHAMBERS.get(role)
    under = any(low in UNDER for low in lows)
    return Office(role, under, regions[0] if len(regions) == 1 else None, party, chamber)
