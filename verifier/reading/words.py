"""Words: the text cut once into tokens, so that everything after it walks a list instead of the characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, chain
from operator import sub

from verifier.article import Span
from verifier.english import closed, saying
from verifier.english.everyday import FUNCTION

# Initials with their full stops are one word (U.S., J.K.), a possessive is a word of its own, and numbers keep
# their separators; every other mark stands alone. Soft hyphens fill up words in the plain view: no part of their form.
# The first line changes nothing: most words are small letters before a space, and need none of the others tried.
# Only white space lies between two of them, and goes with the one behind it, so that their lengths tell their places.
_TOKEN = re.compile(
    r"\s*(?:[a-z]+(?=[ ,\n])"
    r"|(?:[A-Za-z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Prof|Jr|Sr|St|No|vs|Inc|Corp|Ltd|Co)\.(?=\s)"
    r"|['’]\xad*[sS]\b"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:['’]\xad*(?![sS]\b)[^\W_]+|-[^\W_]+|\xad[^\W_]*)*"
    r"|\.\.\.|''|``|--"
    r"|[^\w\s]|[\w])"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of an article in order: parallel lists, which are quicker to walk than objects.

    ``places`` says where each lower-cased form stands, so that a rule with few trigger words need not walk at all.
    """

    forms: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    places: dict[str, list[int]]
    small: set[str]
    """The words that stand in small letters somewhere."""
    _known: dict[Span, range] = field(default_factory=dict, repr=False, compare=False)
    """The tokens of spans: most are asked for again, a sentence's by every rule."""
    _among: dict[frozenset[str], list[int]] = field(default_factory=dict, repr=False, compare=False)
    """Where the words of a few small sets stand, as they are asked for."""

    def __len__(self) -> int:
        return len(self.forms)

    def low(self, i: int) -> str:
        """The word in lower case; nothing before the first and behind the last."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def inside(self, span: Span) -> range:
        """The indexes of the tokens that begin inside the span."""
        known = self._known.get(span)
        if known is None:
            start, end = span
            first = bisect_left(self.starts, start)
            known = self._known[span] = range(first, bisect_left(self.starts, end, first))
        return known

    def among(self, lows: frozenset[str], span: Span) -> list[int]:
        """The tokens that begin inside the span and are one of a few words: a long sentence is not walked for them."""
        return self.standing(lows, self.inside(span))

    def standing(self, lows: frozenset[str], inside: range) -> list[int]:
        """The same for a stretch of tokens."""
        places = self._among.get(lows)
        if places is None:
            places = sorted(chain.from_iterable(map(self.places.__getitem__, lows & self.places.keys())))
            self._among[lows] = places
        first = bisect_left(places, inside.start)
        return places[first : bisect_left(places, inside.stop, first)]

    def at(self, offset: int) -> int:
        """The index of the token that holds this offset, or of the last one before it (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def span(self, first: int, last: int) -> Span:
        """The span from token ``first`` to token ``last``, both included."""
        return Span(self.starts[first], self.ends[last])


_ADDRESS = re.compile(r"[^\s@]*@[^\s@]+|(?:https?://|www\.)\S+")


def _only_in_addresses(
    plain: str, forms: list[str], lows: list[str], places: dict[str, list[int]], starts: list[int]
) -> set[str]:
    """The words that stand in small letters nowhere but in an address: "www.[acme].com" makes no plain word of Acme."""
    found: set[str] = set()
    if "@" in plain or "www." in plain or "://" in plain:
        inside: set[int] = set()
        for match in _ADDRESS.finditer(plain):
            inside.update(range(bisect_left(starts, match.start()), bisect_left(starts, match.end())))
        for low in {lows[i] for i in inside}:
            if all(i in inside for i in places[low] if forms[i] == low):
                found.add(low)
    return found


def forms_of(plain: str) -> list[str]:
    """The words and marks alone, of a few words that are nowhere in an article."""
    forms = [*map(str.lstrip, _TOKEN.findall(plain.rstrip()))]
    return [form.replace("\xad", "") or form for form in forms] if "\xad" in plain else forms


def _placed(lows: list[str]) -> dict[str, list[int]]:
    """Where each form stands."""
    places: dict[str, list[int]] = {}
    for i, low in enumerate(lows):
        if low in places:
            places[low].append(i)
        else:
            places[low] = [i]
    return places


def _whole_names(forms: list[str], lows: list[str], places: dict[str, list[int]]) -> set[int]:
    """Every possessive that is the end of a name: "[St Anne's] said", which nothing that is owned would do; not "Ann's
    said", where Ann stands elsewhere, too, for that is "Ann has"."""
    ends = [i for mark in closed.AFTER_AN_OWNER for i in places.get(mark, ()) if i]
    says = [i for i in ends if i + 1 < len(lows) and lows[i + 1] in _AFTER_A_SUBJECT and forms[i - 1][0].isupper()]
    behind = set(ends)
    whole = {low: all(at + 1 in behind for at in places[low]) for low in {lows[i - 1] for i in says} - FUNCTION}
    return {i for i in says if whole.get(lows[i - 1])}


_AFTER_A_SUBJECT = saying.ONLY_SAYING | {"has", "have"}


def split(plain: str) -> Words:
    """Cut the text into words and marks."""
    spaced = _TOKEN.findall(plain.rstrip())  # white space that nothing follows would be tried from each of its places
    forms = [*map(str.lstrip, spaced)]
    ends = [*accumulate(map(len, spaced))]
    starts = [*map(sub, ends, map(len, forms))]
    if "\xad" in plain:
        forms = [form.replace("\xad", "") or form for form in forms]
    lows = [*map(str.lower, forms)]
    places = _placed(lows)
    whole = _whole_names(forms, lows, places)
    if whole:
        kept = [i for i in range(len(forms)) if i not in whole]
        forms = [forms[i] + forms[i + 1] if i + 1 in whole else forms[i] for i in kept]
        ends = [ends[i + 1] if i + 1 in whole else ends[i] for i in kept]
        starts = [starts[i] for i in kept]
        lows = [*map(str.lower, forms)]
        places = _placed(lows)
    small = places.keys() & set(forms) - _only_in_addresses(plain, forms, lows, places, starts)
    return Words(forms, lows, starts, ends, places, small)
