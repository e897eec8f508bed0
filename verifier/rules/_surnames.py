"""A surname that stands once and is one slip of the pen away from one that the article uses throughout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from verifier.article import Span
from verifier.english import closed, names, places, titles
from verifier.english.everyday import COMMON, FUNCTION
from verifier.reading import Analysis
from verifier.reading._model import Entity

_USED = 2
"""Times a surname stands in the article before another spelling, which stands once, is taken for a slip."""
_SHORTEST = 4
_CROWD = 60
"""More capitalised words with the same first letters than this are a list of names."""


_ONE_SOUND = {"i", "y"}
"""Ends of names that are no two endings."""


class Slip(NamedTuple):
    """The odd spelling, and the place where the article gives the name in full."""

    odd: Span
    usual: Span


def slips(analysis: Analysis) -> Iterator[Slip]:
    """Every capitalised word that stands once and differs by one letter, or two that changed places."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - start-up can do without

    known = _surnames(analysis)
    if not known:
        return
    shelves: dict[str, list[str]] = defaultdict(list)
    for surname in known:
        for beginning in beginnings(surname):
            shelves[beginning].append(surname)
    forms = analysis.words.forms
    once = [(low, where) for low, where in analysis.words.places.items() if len(where) == 1]
    for low, where in once:
        alone = len(low) >= _SHORTEST - 1 and forms[where[0]][0].isupper()
        if not (alone and _may_be_name(analysis, where[0])):
            continue
        near = {s for b in beginnings(low) for s in shelves.get(b, ())[:_CROWD]}
        for surname in sorted(near):
            if (
                OSA.distance(low, surname, score_cutoff=1) == 1
                and not (is_derived(low, surname) and not _is_one(analysis, where[0], known[surname]))
                and (not accents(low, surname) or len(analysis.words.places[surname]) >= _USED)
            ):
                entity = known[surname]
                slip = accents(low, surname) or _is_mistyped(analysis, where[0], surname)
                beside = _in_one_sentence(analysis, where[0], surname) and not slip
                if not beside and _stands_for(analysis, where[0], entity, surname):
                    usual = in_full(entity)
                    if usual.of(analysis.article.text).split()[-1].lower() != low:
                        yield Slip(analysis.words.span(where[0], where[0]), usual)
                        break


def beginnings(low: str) -> set[str]:
    """What a slip of the pen leaves alone: the first two letters, or the first and the last."""
    return {low[:2], f"{low[:1]}…{low[-1:]}"}


def is_derived(one: str, other: str) -> bool:
    """One is the other with an ending: a plural, a demonym, "-ism"."""
    short, long = sorted((one, other), key=len)
    rest = long[len(short) :]
    stems = {name.removesuffix("s") for name in (short, long)}
    if len({stem[:-1] if stem[-1:] in names.ENDINGS_OF_PEOPLES else stem for stem in stems}) == 1:
        return True  # "Latin", "Latino", "Latinas"
    if len(short) == len(long) and short[:-1] == long[:-1]:
        return {short[-1], long[-1]} != _ONE_SOUND  # "Latina", "Latino"; but "Orlovsky", "Orlovski" are one
    return long.startswith(short) and (len(rest) != 1 or rest in names.ENDINGS_OF_A_NAME) and rest != short[-1]


def accents(one: str, other: str) -> bool:
    """Whether two names differ in accents alone, which a keyboard may lack."""
    bare = [normalize("NFD", name).encode("ascii", "ignore") for name in (one, other)]
    return bare[0] == bare[1]


def in_full(entity: Entity) -> Span:
    """The first mention of the name in its fullest form."""
    longest = max(len(m.bare) for m in entity.mentions)
    return next(m.bare for m in entity.mentions if len(m.bare) == longest)


def _surnames(analysis: Analysis) -> dict[str, Entity]:
    """The people of the article by the surnames that it uses, of several the one named most."""
    found: dict[str, Entity] = {}
    for entity in analysis.names.entities:
        parts = entity.name.split()
        low = parts[-1].lower()
        if entity.kind != "person" or len(parts) == 1 or len(low) < _SHORTEST or not low.isalpha():
            continue
        known = found.get(low)
        often = len(analysis.words.places.get(low, ()))
        named = titles.is_given(parts[0].lower()) or bool(entity.titles) or often > _USED or not low.isascii()
        used = named and often >= _USED
        if used and _outweighs(entity, known):
            found[low] = entity
    return found


def _outweighs(entity: Entity, known: Entity | None) -> bool:
    return known is None or len(entity.mentions) > len(known.mentions)


def _may_be_name(analysis: Analysis, at: int) -> bool:
    """Whether a word is written as a name and is none that is known, nor a word."""
    form, low = analysis.words.forms[at], analysis.words.lows[at]
    if not (form.isalpha() and form[0].isupper() and form[1:].islower()):
        return False
    known = form in places.PLACES or form in places.DEMONYMS or places.region_of(form) is not None
    return not (known or _is_word(low) or titles.is_given(low) or low in titles.ROLES)


def _is_one(analysis: Analysis, at: int, entity: Entity) -> bool:
    """Whether a title or the person's own first name before a word shows one person: "Mr Hendricks" is no family."""
    article, low = analysis.words.lows[at - 2 : at] if at > 1 else ("", "")
    own = low == entity.name.split()[0].lower() and titles.is_given(low)
    return low in titles.HONORIFICS or (own and article != "the")


def _in_one_sentence(analysis: Analysis, at: int, surname: str) -> bool:
    """Whether both spellings stand in one sentence, which tells two people apart."""
    sentence = analysis.article.sentence_at(analysis.words.starts[at])
    return sentence is not None and any(
        sentence.span.start <= analysis.words.starts[i] < sentence.span.end for i in analysis.words.places[surname]
    )


def _is_mistyped(analysis: Analysis, at: int, surname: str) -> bool:
    """Whether a word is a name that the article gives again and again, with two letters in each other's place, one
    twice or one left out, and stands alone: so a hand goes wrong, and no other name comes of it but by chance."""
    words = analysis.words
    low, before = words.lows[at], words.forms[at - 1] if at else "."
    if len(words.places[surname]) < _OFTEN or before[0].isupper() or before.lower() in closed.COORDINATORS:
        return False
    inner = [surname[:i] + surname[i + 1 :] for i in range(1, len(surname) - 1)]
    twice = [surname[:i] + surname[i] + surname[i:] for i in range(1, len(surname) - 1)]
    swapped = sorted(low) == sorted(surname)
    return swapped or low in inner or low in twice


_OFTEN = 5


def _stands_for(analysis: Analysis, at: int, entity: Entity, surname: str) -> bool:
    """Whether the words around the odd spelling are such as stand around the surname: alone, behind a title, behind
    the person's own first name, or before a word that follows the surname elsewhere."""
    words = analysis.words
    before = words.forms[at - 1] if at else ""
    after = words.forms[at + 1] if at + 1 < len(words) else ""
    if before in {"@", "#", "-", "/", ".", "_"} and words.ends[at - 1] == words.starts[at]:
        return False
    if before == "." and at > 1 and len(words.forms[at - 2]) == 1 and words.forms[at - 2].isupper():
        return False  # an initial: somebody else, whom the text gives in full
    if before and before[0].isupper() and before[0].isalpha() and not _leads_to(before.lower(), entity):
        return False
    if after and after[0].isupper() and after[0].isalpha():
        return any(words.lows[i + 1 : i + 2] == [after.lower()] for i in words.places[surname])
    return True


def _leads_to(low: str, entity: Entity) -> bool:
    """Whether a capitalised word can stand before this person's surname, as a title or as his own first name."""
    given = entity.name.split()[0].lower()
    own = titles.NICKNAMES.get(low, low) == titles.NICKNAMES.get(given, given) or low in entity.name.lower().split()
    return own or low in titles.HONORIFICS or low in titles.ROLES or _is_word(low)


def _is_word(low: str) -> bool:
    return low in FUNCTION or low in COMMON
