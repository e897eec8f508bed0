"""Grounding: whether a model's words are the article's own, and if not, what kind of word differs.

Two questions. Are copied words verbatim (:func:`locate`)? Only marks, case and white space are forgiven, and the span
is then the article's text. And does a free wording say what its sentences say (:func:`unsupported`)? Figures, dates,
units, money and the negation of the clause it tells are strict: a "March 2" for a "March 1" or a lost "not" is exactly
what a fact-checker is here to find. For the rest it knows English: a possessive, a hyphen, "n't", another ending make
no other word, and a name is good wherever the article has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from verifier.article import Span
from verifier.english import calendar, wordings
from verifier.reading import matching

DifferenceKind = Literal["number", "date", "unit", "negation", "name", "omission", "addition", "word"]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’\-][^\W_]+)*|[%$€£¥]")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_ENDS = frozenset(".!?;:–—")
_ALIKE = 4
"""Letters by which two forms of a word are taken for one ("reopen", "reopened")."""
_LONG = 4
"""Shorter words are not compared: they carry too little, and their forms differ too much."""
_REACH = 3
"""Words of meaning after a "not" that it is about."""
LEAST_SHARED = 0.6
"""A wording with less of its evidence than this says something else: an example of the prompt, most often."""
STRICT: frozenset[DifferenceKind] = frozenset({"number", "date", "unit", "negation"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch where the words differ; either side may be empty."""

    kind: DifferenceKind
    said: str
    written: str

    def __str__(self) -> str:
        if not self.said:
            return f"{self.kind}: the article's {self.written!r} is missing"
        if not self.written:
            return f"{self.kind}: {self.said!r} is not in the article"
        return f"{self.kind}: {self.said!r} where the article has {self.written!r}"


class GroundingError(ValueError):
    """An answer that is not the article's: what differs."""

    def __init__(self, differences: Sequence[Difference]) -> None:
        self.differences = tuple(differences)
        super().__init__("; ".join(map(str, differences)))


class Word(NamedTuple):
    """A word of a text: where it stands, as written, as it is compared, what kind of word it is, and whether the mark
    before it ends what came before."""

    start: int
    end: int
    form: str
    key: str
    kind: DifferenceKind
    begins: bool


def locate(said: str, text: str, within: Span) -> Span:
    """Where the words of an answer stand in the article, between ``within``'s edges.

    Exact first; else the same words in the same order with other punctuation, case or white space, and the span is
    then what the article has.

    Raises:
        GroundingError: a word differs, is missing or was added; each difference has its kind.
    """
    exact = text.find(said, within.start, within.end) if said.strip() else -1
    if exact >= 0:
        return Span(exact, exact + len(said))
    asked = words(said)
    there = list(_WORD.finditer(text, within.start, within.end))
    folded = [fold(m.group()) for m in there]
    if not asked:
        raise GroundingError([Difference("omission", "", within.of(text))])
    size = len(asked)
    want = [fold(w) for w in asked]
    for at in range(len(folded) - size + 1):
        if folded[at : at + size] == want:
            return Span(there[at].start(), there[at + size - 1].end())
    raise GroundingError(_nearest(asked, [m.group() for m in there]))


def unsupported(wording: str, evidence: str, *around: str) -> list[Difference]:
    """What a free wording says that its evidence does not: each word of it that has no ground, then its negations.

    Figures, dates and units must stand in the evidence. Names and other words of some length may also come from
    ``around``, the texts of what else the article says.
    """
    return [*groundless(wording, evidence, *around), *_negated(read(wording), read(evidence))]


def groundless(wording: str, evidence: str, *around: str) -> list[Difference]:
    """The words of a free wording that have no ground, as :func:`unsupported` tells them, whatever is denied."""
    have, all_of_it = _keys(evidence), [_keys(text) for text in (evidence, *around)]
    begin = [_beginnings(text) for text in (evidence, *around)]
    found = []
    for word in read(wording):
        if word.key in have or word.kind == "negation":
            continue
        known = any(word.key in keys for keys in all_of_it)
        if word.kind not in STRICT and (known or word.form.casefold() in wordings.EMPTY):
            continue
        opens = word.kind == "name" and _opens(wording, word.start)
        loose = word.kind == "word" or opens
        if loose and (len(word.form) < _LONG or any(word.key[:_ALIKE] in keys for keys in begin)):
            continue
        found.append(Difference(word.kind, word.form, ""))
    return found


def differences(said: str, written: str) -> list[Difference]:
    """Every stretch in which two wordings differ, typed; empty where only punctuation, case or white space does."""
    return _compare(words(said), words(written))


def shared(wording: str, evidence: str) -> float:
    """How much of a wording stands in its evidence: the share of its words of meaning that do, 0 to 1."""
    there = {word.key[:_ALIKE] for word in read(evidence)}
    said = _meaning(read(wording))
    return sum(word.key[:_ALIKE] in there for word in said) / len(said) if said else 0.0


@lru_cache(maxsize=2048)
def read(text: str) -> tuple[Word, ...]:
    """The words of a text as wordings are compared."""
    return tuple(_read(text))


@lru_cache(maxsize=2048)
def _keys(text: str) -> frozenset[str]:
    return frozenset(word.key for word in read(text))


@lru_cache(maxsize=2048)
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(key[:_ALIKE] for key in _keys(text))


def _read(text: str) -> Iterator[Word]:
    # Dots of an abbreviation are no word's edge; each is put aside with the place it took, so that offsets hold.
    text = _DOTTED.sub(lambda m: m.group().replace(".", "\N{WORD JOINER}"), text)
    end = 0
    for match in re.finditer(r"\d+(?:[.,:]\d+)*|[^\W\d_](?:[^\W\d_]|\u2060|['’](?=[^\W\d_]))*|[%$€£¥]", text):
        start, form = match.start(), match.group().replace("\u2060", "")
        begins, end = not _ENDS.isdisjoint(text[end:start]), match.end()
        low = fold(form)
        if low in {"can't", "cannot"} or low.endswith("n't"):
            yield Word(start, match.end(), form, "not", "negation", begins)
            continue
        for ending in ("'s", "'ll", "'ve", "'re", "'d", "'m"):
            low = low.removesuffix(ending)
        bare = form[: len(low)]
        if low:
            yield Word(start, match.end(), bare, *_keyed(bare, low), begins)


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


def _negated(said: Sequence[Word], there: Sequence[Word]) -> list[Difference]:
    """Whether the wording says "not" where its clause does: one for each that the words it tells stand under."""
    told = {word.key[:_ALIKE] for word in _meaning(said)}
    owed = [word.form for at, word in enumerate(there) if _turns(word) and _owed(there, at, told)]
    given = [word.form for word in said if _turns(word)]
    if len(given) == len(owed):
        return []
    if len(given) > len(owed):
        return [Difference("negation", given[-1], "")]
    return [Difference("negation", "", owed[0])]


def _owed(there: Sequence[Word], at: int, told: set[str]) -> bool:
    """Whether a wording with these words tells the clause of the "not" at this place.

    Where the same is said without it in another clause ("the mill did not burn, but the barn burned"), the words before
    it decide which of the two is told.
    """
    about = _about(there, at)
    if not about or not any(key in told for key in about):
        return not about
    others = {w.key[:_ALIKE] for w in _meaning([*there[:at], *there[at + 1 + len(about) + _REACH :]])}
    before = _before(there, at)
    return others.isdisjoint(about) or not before or any(key in told for key in before)


def _turns(word: Word) -> bool:
    return word.kind == "negation" or word.form.casefold() in wordings.REVERSING


def _about(there: Sequence[Word], at: int) -> list[str]:
    """The beginnings of the words that a "not" at this place is about: the next ones of its clause."""
    found: list[str] = []
    for word in there[at + 1 :]:
        if word.begins or len(found) == _REACH or (found and word.form.casefold() in wordings.ENDS_NEGATION):
            break
        found += [w.key[:_ALIKE] for w in _meaning([word])]
    return found


def _before(there: Sequence[Word], at: int) -> list[str]:
    """The beginnings of the words of meaning before a "not", back to where its clause begins."""
    found: list[str] = []
    for word, after in zip(reversed(there[:at]), reversed(there[: at + 1]), strict=False):
        if after.begins or (found and word.form.casefold() in wordings.ENDS_NEGATION):
            break
        found += [w.key[:_ALIKE] for w in _meaning([word])]
    return found


def _meaning(given: Sequence[Word]) -> list[Word]:
    return [w for w in given if w.kind != "negation" and len(w.form) > 2 and w.form.casefold() not in wordings.EMPTY]


def _nearest(asked: list[str], there: list[str]) -> list[Difference]:
    """The differences from the stretch of the article that resembles the answer most."""
    blocks = _shared_runs(asked, there)
    if not blocks:
        return [Difference("word", " ".join(asked), "")]
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(there), blocks[-1].b + blocks[-1].size + len(asked) - blocks[-1].a - blocks[-1].size)
    return _compare(asked, there[first:last])


def _shared_runs(asked: list[str], there: list[str]) -> list[Match]:
    matcher = SequenceMatcher(None, [fold(w) for w in asked], [fold(w) for w in there], autojunk=False)
    return [b for b in matcher.get_matching_blocks() if b.size]


def _opens(text: str, at: int) -> bool:
    """Whether a word at this place has its capital from the sentence it opens."""
    before = text[:at].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:"


def _compare(said: list[str], written: list[str]) -> list[Difference]:
    matcher = SequenceMatcher(None, [fold(w) for w in said], [fold(w) for w in written], autojunk=False)
    found = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            left, right = said[a:b], written[c:d]
            found.append(Difference(_worst(left, right), " ".join(left), " ".join(right)))
    return found


def _worst(said: list[str], written: list[str]) -> DifferenceKind:
    """The gravest kind among the words of a difference, in the order a fact-checker would fear them."""
    kinds = {w.kind for word in (*said, *written) for w in read(word)}
    graver: tuple[DifferenceKind, ...] = ("negation", "number", "date", "unit", "name")
    for kind in graver:
        if kind in kinds:
            return kind
    if not said:
        return "omission"
    return "word" if written else "addition"


def words(text: str) -> list[str]:
    """The words, figures and units of a text."""
    return _WORD.findall(text)


def fold(word: str) -> str:
    """A word as it is compared: case and the shape of the apostrophe aside."""
    return word.replace("’", "'").casefold()
