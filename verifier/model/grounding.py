"""Grounding: whether a model's words are the article's own, and if not, what kind of word differs.

An answer is compared with its evidence word by word. Differences of punctuation, case and white space may be
repaired, and the span is then the article's text; every other difference has a kind and is never repaired, because a
"March 2" for a "March 1" or a lost "not" is exactly what a fact-checker is here to find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from typing import Literal

from verifier.article import Span
from verifier.english import calendar, closed, negation, numbers, units

DifferenceKind = Literal["number", "date", "unit", "negation", "name", "omission", "addition", "word"]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’\-][^\W_]+)*|[%$€£¥]")


_ALIKE = 4
"""Letters by which two forms of a word are taken for one ("reopen", "reopened")."""
_LONG = 4
"""Shorter words are not compared: they carry too little, and their forms differ too much."""
_JUST_BEFORE = 2
LEAST_SHARED = 0.6
"""A wording with less of its evidence than this says something else: an example of the prompt, most often."""


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
    """An answer that is not the article's: what differs, in words that can be sent back once."""

    def __init__(self, differences: Sequence[Difference]) -> None:
        self.differences = tuple(differences)
        super().__init__("; ".join(map(str, differences)))


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


def unsupported(wording: str, evidence: str, before: str = "") -> list[Difference]:
    """What a free wording says that its evidence does not: facts first, and after them any other word.

    Numbers, dates, units and negations must stand in the evidence. Names must, too, or, where the evidence has a
    pronoun to resolve, in what stands ``before`` it. Every other word of some length must begin like one of either.
    """
    there = words(evidence)
    have = {fold(w) for w in there}
    earlier = {fold(w) for w in words(before)} if have & closed.ANY_PRONOUN else set()
    begin, begin_before = ({fold(w)[:_ALIKE] for w in given} for given in (there, words(before)))
    found = []
    for match in _WORD.finditer(wording):
        word, low = match.group(), fold(match.group())
        kind = _kind(word, first=False)
        if low in have or kind == "negation":
            continue
        if kind == "name" and (low in earlier or (_opens(wording, match.start()) and low[:_ALIKE] in begin)):
            continue
        if kind == "word" and (len(low) < _LONG or low[:_ALIKE] in begin or low[:_ALIKE] in begin_before):
            continue
        if kind in {"name", "word"} and low in closed.EMPTY:
            continue
        found.append(Difference(kind, word, ""))
    said, written = _negations(words(wording)), _negations(_stretch(words(wording), there))
    if said != written:
        found.append(Difference("negation", "not", "") if said > written else Difference("negation", "", "not"))
    return found


def differences(said: str, written: str) -> list[Difference]:
    """Every stretch in which two wordings differ, typed; empty where only punctuation, case or white space does."""
    return _compare(words(said), words(written))


def _nearest(asked: list[str], there: list[str]) -> list[Difference]:
    """The differences from the stretch of the article that resembles the answer most."""
    blocks = _shared_runs(asked, there)
    if not blocks:
        return [Difference("word", " ".join(asked), "")]
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(there), blocks[-1].b + blocks[-1].size + len(asked) - blocks[-1].a - blocks[-1].size)
    return _compare(asked, there[first:last])


def _stretch(asked: list[str], there: list[str]) -> list[str]:
    """The part of the evidence that a wording covers, with the words just before it, where a "not" would stand."""
    blocks = _shared_runs(asked, there)
    return there[max(0, blocks[0].b - _JUST_BEFORE) : blocks[-1].b + blocks[-1].size] if blocks else there


def _shared_runs(asked: list[str], there: list[str]) -> list[Match]:
    matcher = SequenceMatcher(None, [fold(w) for w in asked], [fold(w) for w in there], autojunk=False)
    return [b for b in matcher.get_matching_blocks() if b.size]


def _negations(given: list[str]) -> int:
    return sum(_kind(word, first=False) == "negation" for word in given)


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
    kinds = {_kind(word, first=False) for word in (*said, *written)}
    graver: tuple[DifferenceKind, ...] = ("negation", "number", "date", "unit", "name")
    for kind in graver:
        if kind in kinds:
            return kind
    if not said:
        return "omission"
    return "word" if written else "addition"


def _kind(word: str, *, first: bool) -> DifferenceKind:
    low = fold(word)
    if low in negation.NEGATIONS or low.endswith("n't"):
        return "negation"
    if low[0].isdigit() or low in numbers.WORDS:
        return "number"
    if low in units.WORDS:
        return "unit"
    if low in calendar.WORDS_IN_DATES and (low not in {"may", "march"} or word[0].isupper()):
        return "date"
    return "name" if word[0].isupper() and not first else "word"


def words(text: str) -> list[str]:
    """The words, figures and units of a text."""
    return _WORD.findall(text)


def shared(wording: str, evidence: str) -> float:
    """How much of a wording stands in its evidence: the share of its longer words that begin alike there, 0 to 1."""
    there = {fold(w)[:_ALIKE] for w in words(evidence)}
    said = [fold(w)[:_ALIKE] for w in words(wording) if len(w) >= _LONG and fold(w) not in closed.EMPTY]
    return sum(w in there for w in said) / len(said) if said else 0.0


def fold(word: str) -> str:
    """A word as it is compared: case and the shape of the apostrophe aside."""
    return word.replace("’", "'").casefold()
