"""Grounding: whether a model's words are the article's own, and if not, what kind of word differs.

An answer is compared with its evidence word by word. Differences of punctuation, case and white space may be
repaired, and the span is then the article's text; every other difference has a kind and is never repaired, because a
"March 2" for a "March 1" or a lost "not" is exactly what a fact-checker is here to find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from verifier.article import Span

DifferenceKind = Literal["number", "date", "unit", "negation", "name", "omission", "addition", "word"]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’\-][^\W_]+)*|[%$€£¥]")
_NEGATIONS = frozenset("no not never none nobody nothing nowhere neither nor without cannot n't hardly barely".split())
_DATES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split()
)
_UNITS = frozenset(
    "hundred thousand million billion trillion dozen percent % $ € £ ¥ dollars euros pounds cents km kilometres"
    " kilometers miles metres meters feet kg kilograms tons tonnes hours minutes days weeks months years".split()
)
_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half third quarter twice double".split()
)


_ALIKE = 5
"""Letters by which two forms of a word are taken for one ("reopen", "reopened")."""
LEAST_SHARED = 0.4
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


def unsupported(wording: str, evidence: str, known: frozenset[str]) -> list[Difference]:
    """What a free wording says that its evidence does not: numbers, dates, units, negations and names.

    A stand-alone wording may use other words than the article, but no other facts. ``known`` holds the folded words
    of names that code resolved for it (a pronoun's referent), which may stand in the wording without standing in the
    evidence. A negation that the evidence has and the wording lacks counts too.
    """
    there = [fold(w) for w in words(evidence)]
    have = set(there)
    found = []
    for position, word in enumerate(words(wording)):
        low = fold(word)
        kind = _kind(word, first=position == 0)
        if kind in {"number", "date", "unit", "name"} and low not in have and not (kind == "name" and low in known):
            found.append(Difference(kind, word, ""))
    said = sum(w in _NEGATIONS or w.endswith("n't") for w in map(fold, words(wording)))
    written = sum(w in _NEGATIONS or w.endswith("n't") for w in there)
    if said > written:
        found.append(Difference("negation", "not", ""))
    elif written > said:
        found.append(Difference("negation", "", "not"))
    return found


def differences(said: str, written: str) -> list[Difference]:
    """Every stretch in which two wordings differ, typed; empty where only punctuation, case or white space does."""
    return _compare(words(said), words(written))


def _nearest(asked: list[str], there: list[str]) -> list[Difference]:
    """The differences from the stretch of the article that resembles the answer most."""
    matcher = SequenceMatcher(None, [fold(w) for w in asked], [fold(w) for w in there], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return [Difference("word", " ".join(asked), "")]
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(there), blocks[-1].b + blocks[-1].size + len(asked) - blocks[-1].a - blocks[-1].size)
    return _compare(asked, there[first:last])


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
    if low in _NEGATIONS or low.endswith("n't"):
        return "negation"
    if low[0].isdigit() or low in _NUMBERS:
        return "number"
    if low in _UNITS:
        return "unit"
    if low in _DATES and (low not in {"may", "march"} or word[0].isupper()):
        return "date"
    return "name" if word[0].isupper() and not first else "word"


def words(text: str) -> list[str]:
    """The words, figures and units of a text."""
    return _WORD.findall(text)


def shared(wording: str, evidence: str) -> float:
    """How much of a wording stands in its evidence: the share of its longer words that begin alike there, 0 to 1."""
    there = {fold(w)[:_ALIKE] for w in words(evidence)}
    said = [fold(w)[:_ALIKE] for w in words(wording) if len(w) >= _ALIKE]
    return sum(w in there for w in said) / len(said) if said else 1.0


def fold(word: str) -> str:
    """A word as it is compared: case and the shape of the apostrophe aside."""
    return word.replace("’", "'").casefold()
