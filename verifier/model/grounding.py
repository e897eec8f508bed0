"""Grounding: whether a model's words are the article's own, and if not, what kind of word differs.

Two questions. Are copied words verbatim (:func:`locate`)? Only marks, case and white space are forgiven, and the span
is then the article's text. And does a free wording say what its sentences say (:func:`unsupported`)? Figures, dates,
units, money and the negation of the clause it tells are strict: a "March 2" for a "March 1" or a lost "not" is exactly
what a fact-checker is here to find. For the rest it knows English: a possessive, a hyphen, "n't", another ending make
no other word, and a name is good wherever the article has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise

from verifier.article import Span
from verifier.english import grammar, inflection, nouns, wordings
from verifier.english.assertions import CRIMES
from verifier.english.everyday import COMMON
from verifier.model import denial
from verifier.model.compared import (
    ALIKE,
    NUMBERING,
    STRICT,
    DifferenceKind,
    Word,
    beginnings,
    fold,
    keys,
    of_meaning,
    read,
)
from verifier.reading import event_words, matching

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’\-][^\W_]+)*|[%$€£¥]")
_LONG = 4
"""Shorter words are not compared: they carry too little, and their forms differ too much."""
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
            return f"{self.kind}: {self.said!r} is in none of its sentences"
        return f"{self.kind}: {self.said!r} where the article has {self.written!r}"


class GroundingError(ValueError):
    """An answer that is not the article's: what differs."""

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


def unsupported(wording: str, evidence: str, *around: str, stated: str = "", elsewhere: str = "") -> list[Difference]:
    """What a free wording says that its evidence does not: each word of it that has no ground, then its negations.

    Figures, dates and units must stand in the evidence. Names and other words of some length may also come from
    ``around``, the texts of what else the article says; common words that tell of no deed may come from ``elsewhere``,
    all of the article. ``stated`` is the sentence of the evidence that states it, all
    of it where none is given: a "not" of the others, which say whom "she" means, need not be told.
    """
    denied = denial.amiss(read(wording), read(stated or evidence), read(evidence))
    found = groundless(wording, evidence, *around, elsewhere=elsewhere)
    return [*found, *([Difference("negation", *denied)] if denied else [])]


def groundless(wording: str, evidence: str, *around: str, elsewhere: str = "") -> list[Difference]:
    """The words of a free wording that have no ground, as :func:`unsupported` tells them, whatever is denied."""
    have, named = keys(evidence), [keys(text) for text in (evidence, *around)]
    begin = [beginnings(text) for text in (evidence, *around)]
    found = []
    said = read(wording)
    for at, word in enumerate(said):
        if word.key in have or word.kind == "negation" or _counts_nothing(said, at):
            continue
        if at and said[at - 1].key == NUMBERING and _is_named(word, around):
            continue
        known = any(word.key in those for those in named)
        if word.kind not in STRICT and (known or word.form.casefold() in wordings.LIGHT):
            continue
        if word.kind == "word" and word.key in keys(elsewhere) and _is_common(word):
            continue
        opens = word.kind == "name" and _opens(wording, word.start)
        loose = word.kind == "word" or opens
        if loose and (len(word.form) < _LONG or any(word.beginnings & those for those in begin)):
            continue
        if loose and _inflects(word.form.casefold(), have):
            continue
        found.append(Difference(word.kind, word.form, ""))
    return found


def _is_common(word: Word) -> bool:
    """Whether a word of everyday names a kind of thing that any sentence may need ("campaign", "release"), and nothing
    that happened or that somebody did: "stole", "arrest"."""
    low = word.form.casefold()
    if low not in COMMON or low in CRIMES or low in grammar.ADJECTIVES:
        return False
    told = event_words.events(matching.key(low))
    return low in nouns.DOCUMENTS or told <= event_words.SPOKEN


def _is_named(number: Word, around: Sequence[str]) -> bool:
    """Whether a number belongs to a name that stands elsewhere: "mine No. [2]"."""
    return any(
        one.key == NUMBERING and other.key == number.key for text in around for one, other in pairwise(read(text))
    )


def _inflects(low: str, there: frozenset[str]) -> bool:
    """Whether it is another form of a short word that stands there: "going" of "go"."""
    return any(low in inflection.forms(key) for key in there if 1 < len(key) < _LONG and low.startswith(key))


def differences(said: str, written: str) -> list[Difference]:
    """Every stretch in which two wordings differ, typed; empty where only punctuation, case or white space does."""
    return _compare(words(said), words(written))


def shared(wording: str, evidence: str) -> float:
    """How much of a wording stands in its evidence: the share of its words of meaning that do, 0 to 1."""
    there = {word.key[:ALIKE] for word in read(evidence)}
    said = of_meaning(read(wording))
    return sum(word.key[:ALIKE] in there for word in said) / len(said) if said else 0.0


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


def _counts_nothing(said: Sequence[Word], at: int) -> bool:
    """Whether a word of number or unit is none there: "the one that sank", "a 27-year-old"."""
    before = said[at - 1].form.casefold() if at else ""
    after = said[at + 1].form.casefold() if at + 1 < len(said) else ""
    low = said[at].form.casefold()
    aged = low == "year" and after == "old" and at > 0 and said[at - 1].kind == "number"
    return aged or (low == "one" and before in wordings.BEFORE_A_PRONOUN)


def words(text: str) -> list[str]:
    """The words, figures and units of a text."""
    return _WORD.findall(text)
