"""What a name may name, by its words alone."""

from __future__ import annotations

import re

from verifier.english import names, nouns, outlets, places, titles
from verifier.english.everyday import everyday
from verifier.reading._model import EntityKind
from verifier.reading.words import Words

_LONGEST_ACRONYM = 6
_TWO_INITIALS = 2  # letters: "JD Lee"


def capital(form: str) -> bool:
    return form[0].isupper()


def shout(form: str) -> bool:
    return len(form) > 1 and form.isupper()


def initial(words: Words, i: int) -> bool:
    """Whether tokens i and i+1 are an initial and its full stop, as in "Donald J. Trump"."""
    return (
        len(words.forms[i]) == 1
        and words.forms[i].isupper()
        and i + 1 < len(words)
        and words.forms[i + 1] == "."
        and words.starts[i + 1] == words.ends[i]
    )


def guess(words: Words, first: int, end: int, table: dict[str, str], small: set[str]) -> EntityKind | None:
    """A first guess from the words alone; None where only the rest of the article can tell.

    ``table`` holds the known outlets, ``small`` the words that the article writes small somewhere.
    """
    forms, lows = words.forms[first : end + 1], words.lows[first : end + 1]
    name = " ".join(forms)
    if name in table and (end > first or name not in outlets.AMBIGUOUS):
        return "outlet"
    if not names.ORGANISATION_WORDS.isdisjoint(lows):
        return "organisation"
    if first < end and lows[0] in names.PARTICLES and everyday(lows[0]):
        return None  # "Al Sisi", "Al Qaeda"
    return _alone(forms[0]) if first == end else _several(forms, lows, small)


def _alone(form: str) -> EntityKind | None:
    if form in places.PLACES or form in places.DEMONYMS:
        return "place"
    if form.lower() in names.OTHER_WORDS:
        return "other"
    if shout(form):
        return "organisation" if len(form) <= _LONGEST_ACRONYM else "other"
    return None


def _several(forms: list[str], lows: list[str], small: set[str]) -> EntityKind:
    if lows[-1] in names.PLACE_WORDS or " ".join(forms) in places.PLACES or forms[0] in names.PLACE_OPENERS:
        return "place"
    if _is_part_of_the_world(forms, lows):
        return "place"
    if lows[-1] in names.OTHER_WORDS or (lows[-1] in names.GENERATIONS and lows[-2] in names.OTHER_WORDS):
        return "other"  # "Marlow Prize", "World War II"
    if outlets.looks_like_outlet(forms):
        return "outlet"
    return "person" if forms[0] not in places.DEMONYMS and _personal(forms, lows, small) else "other"


def _is_part_of_the_world(forms: list[str], lows: list[str]) -> bool:
    """Whether a quarter or an initial stands before a place: "Northern Virginia", "N. Korea"."""
    before = [low for form, low in zip(forms[:-1], lows[:-1], strict=True) if form != "."]
    if not before or not all(low.rstrip(".") in _QUARTERS or low in places.WIDE for low in before):
        return False
    return forms[-1] in places.PLACES or any(f"{quarter.title()} {forms[-1]}" in places.PLACES for quarter in _QUARTERS)


_QUARTERS = frozenset(word[0] for word in places.QUARTERS) | places.QUARTERS
"""Spelt out and as an initial."""


def _personal(forms: list[str], lows: list[str], small: set[str]) -> bool:
    """Whether several capitals read like a person's name: a given name, a particle, or two or three rare words."""
    at = 0
    while at + 2 < len(forms) and len(forms[at]) == 1 and forms[at + 1] == ".":  # "J. Joe Poe", "J. P. Poe"
        at += 2
    if (
        not at
        and len(forms) > 1
        and lows[-1] not in titles.ROLES
        and _DOTTED.fullmatch(forms[0])
        and not {forms[0], forms[-1]} & _PLACED
    ):
        at = 1  # "J.P. Poe"; not "U.S. Steel", "A.C. Milan"
    forms, lows = forms[at:], lows[at:]
    if _has_a_middle_initial(forms, lows):
        return True
    if shout(forms[0]) and len(forms[0]) > _TWO_INITIALS and not all(map(shout, forms)):
        return False  # "NASA T-shirt"
    if titles.is_given(forms[0]) or lows[-1] in names.GENERATIONS:
        return True
    if lows[-1] in nouns.DOCUMENTS or (shout(forms[-1]) and not any(map(shout, forms[:-1]))):
        return False  # "U.N. Charter", "Junge SVP"
    if any(low in names.PARTICLES and not capital(form) for form, low in zip(forms, lows, strict=True)):
        return True
    return len(forms) <= 3 and not any(low in small or everyday(low) for low in lows)


_DOTTED = re.compile(r"(?:[A-Z]\.){2}")
_PLACED = places.PLACES | places.DEMONYMS.keys()


def _has_a_middle_initial(forms: list[str], lows: list[str]) -> bool:
    """Whether a letter with its full stop parts two words, as in nobody's name but a person's: "Olwen H. Marsh"."""
    names_of_one = [form for form in forms if form.isalpha() and form.istitle() and len(form) > 1]
    initials = sum(len(form) == 1 and form.isupper() for form in forms[1:-1])
    whole = len(names_of_one) + initials + forms.count(".") == len(forms) and initials == forms.count(".")
    return whole and initials > 0 and len(names_of_one) == 2 and not everyday(lows[0])
