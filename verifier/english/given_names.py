"""First names: which are one name in two spellings, and which stand for one another."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from verifier.english import titles

_LETTERS = (
    ("sch", "sh"), ("ph", "f"), ("ch", "k"), ("ck", "k"), ("th", "t"), ("gh", "g"), ("ge", "je"), ("gi", "ji"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("x", "ks"), ("v", "f"), ("z", "s"), ("y", "i"),
    ("ij", "i"), ("aj", "ai"), ("oj", "oi"),
)  # fmt: skip
"""What is written in two ways for one sound in first names, applied in this order."""
_VOWELS = frozenset("aeiou")
_MOST = 3
"""Letters that may differ between two spellings of one name ("Kathryn", "Katherine")."""
_LEAST = 3


@lru_cache(maxsize=4096)
def _sound(low: str) -> tuple[str, str, str]:
    """A name's consonants, its first vowel and the open vowel at its end."""
    for written, heard in _LETTERS:
        low = low.replace(written, heard)
    low = "".join(letter for letter, _ in groupby(low[:1] + low[1:].replace("h", "")))
    vowels = [letter for letter in low if letter in _VOWELS]
    end = low[-1] if low[-1:] in {"a", "o"} else ""
    lead = low[:1] if low[:1] in _VOWELS else ""
    return lead + "".join(letter for letter in low if letter not in _VOWELS), (vowels or [""])[0], end


def sound_alike(one: str, other: str) -> bool:
    """Whether two first names in lower case are one name spelt in two ways: "Kathryn" and "Katherine", "Jon" and
    "John", "Steven" and "Stephen"; not "Jan" and "Jon", "Eric" and "Erica", "Mark" and "Marco"."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - loaded only where two names look alike

    if one == other or min(len(one), len(other)) < _LEAST or not (one.isalpha() and other.isalpha()):
        return False
    if _apart(one, other) or _sound(one) != _sound(other):
        return False
    return OSA.distance(one, other, score_cutoff=_MOST) <= _MOST


def _apart(one: str, other: str) -> bool:
    """Whether one is a man's name and the other a woman's."""
    sexes = {titles.gender_of(one), titles.gender_of(other)}
    return {"male", "female"} <= sexes


def is_short_for(one: str, other: str) -> bool:
    """Whether two first names are one name long and short: "Bill" and "William", "Steve" and "Steven"."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) > 1 and not _apart(one, other):
        return True
    full = {titles.NICKNAMES.get(name, name) for name in (one, other)}
    if len(full) == 1:
        return not (one in titles.NICKNAMES and sound_alike(one, other)) or short in long
    return any(n in titles.NICKNAMES for n in (one, other)) and sound_alike(*full) and not sound_alike(one, other)
