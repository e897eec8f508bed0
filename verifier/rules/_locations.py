"""One thing or event put in two places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Span
from verifier.english import places
from verifier.english.places import IN, LINKS, SEATS
from verifier.reading import Analysis
from verifier.reading._model import NameMention

_BACK = 6


class Seat(NamedTuple):
    """Something of somebody's, and where the article puts it."""

    owner: int
    thing: str
    region: str
    city: str | None
    span: Span


def seats(analysis: Analysis) -> Iterator[Seat]:
    """Every "Acme's headquarters in Ohio"."""
    words = analysis.words
    mentions = analysis.names.mentions
    if SEATS.isdisjoint(words.places):
        return
    for at, mention in enumerate(mentions):
        first = words.at(mention.bare.start)
        if first < 2 or words.lows[first - 1] not in IN or (found := _place(analysis, at)) is None:
            continue
        t = first - 2
        while t > 0 and words.lows[t] in LINKS:
            t -= 1
        if words.lows[t] not in SEATS:
            continue
        owner = _owner(analysis, mentions[max(0, at - 3) : at], t)
        if owner is not None:
            yield Seat(owner, words.lows[t].rstrip("s"), *found)


def _owner(analysis: Analysis, before: tuple[NameMention, ...], thing: int) -> int | None:
    """Whose the thing is: the name right before it, with or without a possessive."""
    words = analysis.words
    for mention in reversed(before):
        last = words.at(mention.bare.end - 1)
        between = words.lows[last + 1 : thing]
        if last < thing and len(between) <= _BACK and all(w in places.BEFORE_A_SEAT for w in between):
            return mention.entity
    return None


def _place(analysis: Analysis, at: int) -> tuple[str, str | None, Span] | None:
    """The region of a place, with "Austin, Texas" read as one."""
    mentions, text = analysis.names.mentions, analysis.article.plain
    mention = mentions[at]
    name = mention.bare.of(text)
    if name in places.DEMONYMS and name not in places.PLACES:
        return None
    if at + 1 < len(mentions):
        follows = mentions[at + 1]
        state = follows.bare.of(text)
        if text[mention.bare.end : follows.bare.start].strip() == "," and (
            state in places.STATES or state in places.COUNTRIES
        ):
            return (places.region_of(state) or state, name, Span(mention.bare.start, follows.bare.end))
    region = places.region_of(name)
    if region is None:
        return None
    return (region, name if name in places.CITIES else None, mention.bare)


def conflicts(analysis: Analysis) -> Iterator[tuple[Seat, Seat]]:
    """Two places given for one thing, the later one first."""
    seen: dict[tuple[int, str], list[Seat]] = {}
    for seat in seats(analysis):
        known = seen.setdefault((seat.owner, seat.thing), [])
        clash = next((k for k in known if _elsewhere(k, seat)), None)
        if clash is not None:
            yield seat, clash
        elif len(known) < _BACK:
            known.append(seat)


def _elsewhere(a: Seat, b: Seat) -> bool:
    """Whether two places exclude each other: two states, two countries, or two cities of one region."""
    if a.region == b.region:
        return a.city is not None and b.city is not None and a.city != b.city
    return (a.region in places.STATES) == (b.region in places.STATES)
