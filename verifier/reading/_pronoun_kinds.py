"""Which kinds of names and phrases a pronoun can take up: "he" no party and no people, "it" a body."""

from __future__ import annotations

from verifier.english import closed, nouns, people, places, titles
from verifier.english.everyday import everyday
from verifier.english.names import PARTISANS
from verifier.reading._model import Entity


def is_a_party(entity: Entity) -> bool:
    """Whether a name is that of many who hold with a party, and so of no "he", though they say something: "Whigs"."""
    low = entity.name.lower()
    return low.endswith("s") and low.removesuffix("s") in PARTISANS


def is_a_kind(entity: Entity) -> bool:
    """Whether a word names a kind of people or a quarter, and nobody whom "he" could mean: "Republicans"."""
    low = entity.name.lower()
    one = low.removesuffix("s")
    ordinary = len(entity.mentions) == 1 and (everyday(low) or everyday(one))
    ordinary = ordinary or (" " in low and not entity.titles and all(map(everyday, low.split())))  # "Quay War"
    kind = (one != low and one.endswith(people.ENDINGS)) or low in people.CIRCLES
    return kind or ordinary or one in PARTISANS or entity.name in places.DEMONYMS


def may_be_a_body(entity: Entity) -> bool:
    """Whether a name is a body's, or one of several words that begins with no first name and no title."""
    if entity.kind in ("organisation", "outlet"):
        return True
    person = entity.gender is not None or entity.titles or titles.is_given(entity.name.split()[0])
    return entity.kind != "place" and " " in entity.name and not person


def several(name: str) -> bool:
    """Whether a phrase names several: "business groups", "the mayor and the council", "others"."""
    lows = name.lower().split()
    end = next((i for i, low in enumerate(lows) if i and low in closed.ENDS_HEAD), len(lows))
    head = lows[end - 1]
    return "and" in lows or head in nouns.PLURAL_HEADS or (head.endswith("s") and head[-2:] != "ss")
