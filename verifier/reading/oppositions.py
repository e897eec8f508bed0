"""Words that exclude each other: opposites ("allow", "forbid") and members of one small class ("brother", "sister").

General English, written from no article. Looked up by :func:`rivals` with the keys of :mod:`matching`, so one entry
holds for all forms of a word.
"""

from __future__ import annotations

from functools import cache

from verifier.english import opposites
from verifier.reading.matching import key

_TIGHT = "~ "
"""Opens a line of words that often stand side by side: they exclude each other in the same place only."""


@cache
def _loose() -> frozenset[str]:
    lines = (*opposites.OPPOSITES.strip().splitlines(), *opposites.CLASSES.strip().splitlines())
    return frozenset(key(w) or w for line in lines if not line.startswith(_TIGHT) for w in line.split() if w != "|")


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
        members = {key(w) or w for w in line.removeprefix(_TIGHT).split()}
        for member in members:
            found.setdefault(member, set()).update(members - {member})
    return {k: frozenset(v) for k, v in found.items()}


def rivals(a: str) -> frozenset[str]:
    """Every key that excludes this one, as its opposite or as another member of its class."""
    return _table().get(a, frozenset()) | _siblings().get(a, frozenset())


def siblings(a: str) -> frozenset[str]:
    """The other members of this key's class."""
    return _siblings().get(a, frozenset())
