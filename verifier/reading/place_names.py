"""Where each place is first named: by what its name says, or because something lies in or near it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.article import Span
from verifier.english import names, places
from verifier.english.everyday import MONTHS
from verifier.reading._model import Entity
from verifier.reading.words import Words


def first_named(plain: str, words: Words, entities: Iterable[Entity]) -> Iterator[Span]:
    """The first mention of each place, in any order. Countries are known to every reader, and the words for their
    people name no place."""
    for entity in entities:
        told = (m.bare for m in entity.mentions)
        if entity.kind == "place":
            found = next((bare for bare in told if _is_place(bare.of(plain))), None)
        elif entity.kind == "other" and entity.name.lower() not in words.small | names.PARTISANS | MONTHS:
            found = next((bare for bare in told if _lies_in(words, bare)), None)
        else:
            continue
        if found is not None:
            yield found


def _is_place(name: str) -> bool:
    wide = all(word in places.WIDE for word in name.lower().split())
    return name not in places.COUNTRIES and name not in places.DEMONYMS and not wide


def _lies_in(words: Words, name: Span) -> bool:
    """Whether a name is where something lies or stands: "near Marsden", not "at Marsden's"."""
    at = words.at(name.start)
    owns = words.low(words.at(name.end - 1) + 1).startswith(("'", "’"))
    return at > 0 and words.lows[at - 1] in places.IN and not owns
