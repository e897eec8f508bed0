"""Words for what happens, gathered by the event they can name: a verb, its nouns, and what reporters call it next."""

from __future__ import annotations

from functools import lru_cache

from verifier.english.events import (
    CALLED,
    CHOICES,
    COURT,
    GROUPS,
    MEAGRE,
    NOUN_ENDINGS,
    ORDERS,
    PARTICLES,
    PHRASES,
    SPOKEN_KINDS,
    VOTERS,
)
from verifier.reading.matching import key


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    for line in GROUPS.split("\n"):
        listed = line.split()
        for word in listed:
            found.setdefault(key(word), []).append(key(listed[0]))
    for line in CALLED.split("\n"):
        called, _, named = line.partition(": ")
        if named:
            found.setdefault(key(called), []).extend(key(word) for word in named.split())
    return {word: frozenset(named) for word, named in found.items()}


_EVENTS = _table()
_CALLS = frozenset(key(line.partition(":")[0]) for line in CALLED.split("\n") if line)
_NONE: frozenset[str] = frozenset()

SPOKEN = frozenset(key(word) for word in SPOKEN_KINDS)
"""Events that consist of somebody speaking: what is "said Friday" may be said there."""

_PHRASED = {(key(verb), after): _EVENTS[key(named)] for (verb, after), named in PHRASES.items()}
"""Events that a verb names only together with the word after it."""

_MEAGRE = frozenset(key(word) for word in MEAGRE)
"""Verbs that tell too little, or happen too often, for two tellings to be one event."""


_COURT = frozenset(key(word) for word in COURT)
_ORDERS = frozenset(key(word) for word in ORDERS)
_VOTERS = frozenset(key(word) for word in VOTERS)
_CHOICES = frozenset(key(word) for word in CHOICES)
_BY = ((_COURT, _ORDERS, key("rule")), (_VOTERS, _CHOICES, key("vote")))


def done_by(verb_key: str, doers: frozenset[str]) -> frozenset[str]:
    """The event that a verb names by who does it: a court's order is a ruling, a council's ban a vote."""
    return frozenset(name for who, what, name in _BY if verb_key in what and not who.isdisjoint(doers))


def phrase(word_key: str, following: str) -> frozenset[str]:
    """The events that a verb names with the word after it ("stepped down"), none for other pairs."""
    return _PHRASED.get((word_key, following), _NONE)


def events(word_key: str) -> frozenset[str]:
    """The events that a word's key can name, none for other words."""
    return _EVENTS.get(word_key, _NONE)


def general(word_key: str) -> bool:
    """Whether the word names events of many kinds ("the incident")."""
    return word_key in _CALLS


@lru_cache(maxsize=4000)
def deed(word_key: str, following: str = "") -> frozenset[str]:
    """Names for what a verb or the noun of a verb tells, so that "inspected" and "inspection" have one in common, and
    "walked out" and "walkout"; none where the word tells too little."""
    found = {f"={word_key}{following}"} if following in PARTICLES else set()
    if len(word_key) < 3 or not word_key.isalpha():
        return frozenset()
    for particle in PARTICLES:
        if word_key.endswith(particle) and len(word_key) > len(particle) + 2:
            found.add(f"={word_key.removesuffix(particle).rstrip('e')}{particle}")
    roots = {word_key, *(word_key[: -len(ending)] for ending in NOUN_ENDINGS if word_key.endswith(ending))}
    if word_key not in _MEAGRE:
        found |= {f"={root}" for root in roots if len(root) > 2 and root not in _MEAGRE}
    return frozenset(found)
