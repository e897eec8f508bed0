"""Whether the label of a turn and the person whom an article credits are one, another, or cannot be told."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from verifier.english import names as english_names
from verifier.english import speech
from verifier.sources._model import Card, Source

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CLOSE = 0.75


@dataclass(frozen=True, slots=True)
class Voice:
    """A label read: the words of a name, the words of an office, and whether it only says that somebody asks or
    answers. All in small letters."""

    names: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    asks: bool = False
    nameless: bool = False


@lru_cache(maxsize=4096)
def read(label: str) -> Voice:
    """What a label says."""
    words = [w.lower().replace("’", "'") for w in _WORD.findall(label.split("(")[0])]
    if words and all(w in speech.INTERVIEWERS for w in words):
        return Voice(asks=True)
    if not words or all(w in speech.ANSWERERS or w in speech.NAMELESS for w in words):
        return Voice(nameless=True)
    if words[0] in speech.NAMELESS and len(words) <= 2 and all(len(w) <= 2 for w in words[1:]):
        return Voice(nameless=True)  # "Speaker B", "UNIDENTIFIED MALE"
    if words[0] == "the" or all(w in speech.LABEL_TITLES or w in english_names.SMALL_IN_SIGNATURES for w in words):
        return Voice(offices=frozenset(words) - english_names.SMALL_IN_SIGNATURES)
    named = [w for w in words if w not in speech.LABEL_TITLES and w not in english_names.SMALL_IN_SIGNATURES]
    return Voice(frozenset(named), frozenset(words) - frozenset(named) - english_names.SMALL_IN_SIGNATURES)


def named(label: str | None, card: Card) -> str | None:
    """The label with what the card says it stands for in its place."""
    if label is None:
        return card.speakers[0] if len(card.speakers) == 1 else None
    return next((name for known, name in card.labels if known.lower() == label.lower()), label)


@lru_cache(maxsize=1024)
def same(name: str, titles: frozenset[str], label: str | None, source: Source) -> bool | None:
    """Whether the person of this name and these titles (in small letters) speaks under this label: None where neither
    is certain."""
    shown = named(label, source.card)
    if shown is None:
        return None
    voice, words = read(shown), _name(name)
    if voice.nameless or not words:
        return None
    if voice.names:
        known = _one_person(words, voice.names)
        return None if known is False and not _is_person(voice, shown, source) else known
    if voice.offices and voice.offices & titles:
        return True
    if voice.asks or voice.offices:
        return False if voice.asks or _speaks(name, source, shown) else None
    return None


def _is_person(voice: Voice, label: str, source: Source) -> bool:
    """Whether a label is surely somebody's: it has a title or a first name, or comes again ("NOTE:" does neither)."""
    return bool(voice.offices) or len(voice.names) > 1 or _called(source)[label] > 1


@lru_cache(maxsize=64)
def _called(source: Source) -> Counter[str | None]:
    """How many turns each speaker of a source has, by label or by what its card says of that."""
    return Counter(named(turn.label, source.card) for turn in source.turns)


def _name(name: str) -> frozenset[str]:
    words = [w.lower().replace("’", "'") for w in _WORD.findall(name)]
    if words and words[0] == "the":
        return frozenset()  # "the mayor": an office, not a person
    return frozenset(
        w.removesuffix("'s")
        for w in words
        if w not in speech.LABEL_TITLES and w not in english_names.SMALL_IN_SIGNATURES
    )


def _one_person(words: frozenset[str], names: frozenset[str]) -> bool | None:
    """Names are one person's where the shorter is part of the longer; two people where they share nothing."""
    if words <= names or names <= words:
        return True
    slip = any(close(a, b) for a in words for b in names)
    return None if slip or words & names else False


def close(a: str, b: str) -> bool:
    """Whether two names could be one with a slip in it."""
    return a != b and Levenshtein.normalized_similarity(a, b) >= _CLOSE


def _speaks(name: str, source: Source, apart_from: str) -> bool:
    """Whether the person has turns of their own in this source under a label of their name."""
    words = _name(name)
    labels = _called(source).keys() - {None, apart_from}
    return any(_one_person(words, read(label).names) is True for label in labels if label and read(label).names)


def heard(name: str, titles: frozenset[str], source: Source) -> bool:
    """Whether the person speaks in this source, by a label, its card, or the office they hold."""
    listed = [*source.card.speakers, *(who for _, who in source.card.labels)]
    if any(_one_person(_name(name), _name(one)) is True for one in listed if _name(one)):
        return True
    labels = {turn.label for turn in source.turns}
    return any(same(name, titles, label, source) is True for label in labels if label)
