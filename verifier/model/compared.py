"""Words as wordings are compared: what a word is in any of its spellings and endings, and what kind of word it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from verifier.english import calendar, wordings
from verifier.reading import matching

DifferenceKind = Literal["number", "date", "unit", "negation", "name", "omission", "addition", "word"]

STRICT: frozenset[DifferenceKind] = frozenset({"number", "date", "unit", "negation"})
_PIECE = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_](?:[^\W\d_]|\u2060|['’](?=[^\W\d_]))*|[%$€£¥]")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
NUMBERING = "no."
"""How "No." is compared where it counts: "mine No. 2"."""
_NUMBERED = re.compile(r"\.?\s?\d")
_ENDS = frozenset(".!?;:–—")
_PAUSES = frozenset(',"“”')
ALIKE = 4
"""Letters by which two forms of a word are taken for one ("reopen", "reopened")."""


class Word(NamedTuple):
    """A word of a text: where it stands, as written, as it is compared, of what kind it is, and the marks before it."""

    start: int
    end: int
    form: str
    key: str
    kind: DifferenceKind
    before: str

    @property
    def begins(self) -> bool:
        """Whether the mark before it ends what came before."""
        return not _ENDS.isdisjoint(self.before) or "--" in self.before

    @property
    def pauses(self) -> bool:
        """Whether there is a comma before it, or a quotation begins or ends there."""
        return not _PAUSES.isdisjoint(self.before)

    @property
    def beginnings(self) -> set[str]:
        """How it begins, as it is compared and as written: "leaves" is a form of "leaf" and of "leave"."""
        return {self.key[:ALIKE], fold(self.form)[:ALIKE]}


@lru_cache(maxsize=2048)
def read(text: str) -> tuple[Word, ...]:
    """The words of a text as wordings are compared."""
    return tuple(_read(text))


@lru_cache(maxsize=2048)
def keys(text: str) -> frozenset[str]:
    """The words of a text as they are compared."""
    return frozenset(word.key for word in read(text))


@lru_cache(maxsize=2048)
def beginnings(text: str) -> frozenset[str]:
    """How they begin."""
    return frozenset().union(*(word.beginnings for word in read(text)))


def _read(text: str) -> Iterator[Word]:
    # Dots of an abbreviation are no word's edge; each is put aside with the place it took, so that offsets hold.
    text = _DOTTED.sub(lambda m: m.group().replace(".", "\N{WORD JOINER}"), text)
    end = 0
    for match in _PIECE.finditer(text):
        start, form = match.start(), match.group().replace("\u2060", "")
        before, end = text[end:start], match.end()
        low = fold(form)
        if low == "no" and _NUMBERED.match(text, match.end()):  # "mine No. 2" denies nothing
            yield Word(start, match.end(), form, NUMBERING, "word", before)
            continue
        if low in {"can't", "cannot"} or low.endswith("n't"):
            yield Word(start, match.end(), form, "not", "negation", before)
            continue
        for ending in ("'s", "'ll", "'ve", "'re", "'d", "'m"):
            low = low.removesuffix(ending)
        bare = form[: len(low)]
        if low:
            yield Word(start, match.end(), bare, *_keyed(bare, low), before)


def _keyed(form: str, low: str) -> tuple[str, DifferenceKind]:
    if low in wordings.NEGATIONS:
        return "not", "negation"
    if low[0].isdigit() or low in wordings.NUMBERS or low in wordings.FRACTIONS:
        return wordings.NUMBERS.get(low, low.rstrip(".,:").replace(",", "")), "number"
    if low in wordings.UNITS:
        return wordings.UNITS[low], "unit"
    month = wordings.MONTHS.get(low, low) if form[0].isupper() else low
    if month in calendar.WORDS_IN_DATES and (month not in {"may", "march"} or form[0].isupper()):
        return month, "date"
    if form[0].isupper():
        return matching.stem(low), "name"
    return matching.stem(low), "word"


def of_meaning(given: Sequence[Word]) -> list[Word]:
    """Those of the words that say something of their own."""
    full = (w for w in given if w.kind != "negation" and (len(w.form) > 2 or w.kind in STRICT))
    return [w for w in full if w.form.casefold() not in wordings.EMPTY]


def fold(word: str) -> str:
    """A word as it is compared: case and the shape of the apostrophe aside."""
    return word.replace("’", "'").casefold()
