"""Words that exclude each other: opposites ("allow", "forbid") and members of one small class ("brother", "sister").

General English, written from no article. Looked up by :func:`rivals` with the keys of :mod:`matching`, so one entry
holds for all forms of a word.
"""

from __future__ import annotations

from functools import cache, lru_cache

from verifier.english import opposites, speech
from verifier.reading.matching import key

_TIGHT = "~ "
"""Opens a line of words that often stand side by side: they exclude each other in the same place only."""

_SHORTEST = 4
"""Letters of a word that is turned by what stands before it."""


@cache
def _loose() -> frozenset[str]:
    lines = (*opposites.OPPOSITES.strip().splitlines(), *opposites.CLASSES.strip().splitlines())
    loose = (line.replace("/", " ").split() for line in lines if not line.startswith(_TIGHT))
    return frozenset(key(w) or w for line in loose for w in line if w != "|")


def loose(a: str) -> bool:
    """Whether this key excludes its rivals wherever a sentence that tells the same has them."""
    return a in _loose()


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in opposites.OPPOSITES.strip().splitlines():
        one, other = ({key(w) or w for w in side.split()} for side in line.removeprefix(_TIGHT).split("|"))
        for a in one:
            found.setdefault(a, set()).update(other)
        for b in other:
            found.setdefault(b, set()).update(one)
    return {k: frozenset(v - {k}) for k, v in found.items()}


@cache
def _siblings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in opposites.CLASSES.strip().splitlines():
        things = [{key(w) or w for w in thing.split("/")} for thing in line.removeprefix(_TIGHT).split()]
        for member in set().union(*things):
            excluded = set().union(*(thing for thing in things if member not in thing))
            of_one = set().union(*(thing for thing in things if member in thing))
            found.setdefault(member, set()).update(excluded - of_one)
    return {k: frozenset(v) for k, v in found.items()}


@lru_cache(maxsize=4_000)
def rivals(a: str) -> frozenset[str]:
    """Every key that excludes this one, as its opposite or as another member of its class."""
    return _table().get(a, frozenset()) | _siblings().get(a, frozenset())


def siblings(a: str) -> frozenset[str]:
    """The other members of this key's class."""
    return _siblings().get(a, frozenset())


def turned(one: str, other: str) -> bool:
    """Whether one word is the other with what turns it before it: "approve" and "disapprove"."""
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return len(short) >= _SHORTEST and any(long == prefix + short for prefix in speech.NEGATIVE_PREFIXES)
