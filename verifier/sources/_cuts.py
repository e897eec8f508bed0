"""What a cut takes with it: the negation or the condition that the words left standing had in their source."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.article import Span
from verifier.english import speech
from verifier.sources._folding import Folded

_ENDS = frozenset(".?!")
_PAUSES = frozenset(",;:—–-()")
_BEFORE = 6
"""Words before a quotation among which something may turn it."""
_NEAR = 2
_SHOWN = 16
"""Words shown of what limits a quotation."""


def between(plain: str, source: Folded, first: int, stop: int) -> str:
    """The word that a marked cut took out of the sentences it cuts into; empty where they keep their sense.

    What is cut as a whole clause, between pauses, was no part of what is left, unless it sets a condition.
    """
    if first >= stop:
        return ""
    edges = [i for i in range(first, stop) if _breaks(plain, source, i)]
    if not edges:
        whole = _pause(plain, source, first) and _pause(plain, source, stop)
        words = source.words[first:stop]
        return _limits(words) if whole else (_negation(words) or _condition(words))
    head = source.words[first : edges[0]] if not _breaks(plain, source, first) else []
    tail = source.words[edges[-1] : stop]
    return _limits(head) or ("" if _pause(plain, source, first) else _negation(head[:_NEAR])) or _turns(tail)


def before(plain: str, source: Folded, first: int, floor: int) -> tuple[str, Span | None]:
    """What stands right before a quotation in its sentence and turns it: "I don't think (we will build the bridge)"."""
    start = first
    while start > max(floor, first - _BEFORE) and not _breaks(plain, source, start):
        start -= 1
    words = source.words[start:first]
    near = words[-_NEAR:]
    if not words or _pause(plain, source, first):
        return "", None
    for phrase in speech.DOUBTS:
        at = _find(words, phrase)
        if at is not None and len(words) - at - len(phrase) <= _NEAR:
            return " ".join(phrase), source.span(start + at, start + at + len(phrase))
    for back, word in enumerate(reversed(near), 1):
        if word in ("not", "never") or (word == "no" and back == 1):
            return word, source.span(first - back, first - back + 1)
    return "", None


def after(plain: str, source: Folded, stop: int, ceiling: int) -> tuple[str, Span | None]:
    """What follows a quotation in its sentence and limits it: "(We will build the bridge) if the council agrees"."""
    if stop >= min(ceiling, len(source)) or _breaks(plain, source, stop):
        return "", None
    for tail in speech.TAILS:
        if tuple(source.words[stop : stop + len(tail)]) == tail:
            end = stop + len(tail)
            while end < min(ceiling, len(source), stop + _SHOWN) and not _breaks(plain, source, end):
                end += 1
            return " ".join(tail), source.span(stop, min(end, len(source)))
    return "", None


def _breaks(plain: str, source: Folded, i: int) -> bool:
    """Whether a sentence ends before this word."""
    if i <= 0 or i >= len(source):
        return True
    gap = plain[source.ends[i - 1] : source.starts[i]]
    return not _ENDS.isdisjoint(gap) or "\n\n" in gap


def _pause(plain: str, source: Folded, i: int) -> bool:
    """Whether a mark parts this word from the one before."""
    if _breaks(plain, source, i):
        return True
    return not _PAUSES.isdisjoint(plain[source.ends[i - 1] : source.starts[i]])


def _negation(words: Sequence[str]) -> str:
    return next((w for w in words if w in speech.NEGATIONS), "")


def _limits(words: Sequence[str]) -> str:
    """A condition that the words begin with."""
    return next((" ".join(tail) for tail in speech.TAILS if tuple(words[: len(tail)]) == tail), "")


def _condition(words: Sequence[str]) -> str:
    """A condition anywhere in the words."""
    return _limits(words) or next((w for w in words if w in speech.CUT_CONDITIONS), "")


def _turns(words: Sequence[str]) -> str:
    """What turns a clause from in front of it."""
    for phrase in speech.DOUBTS:
        at = _find(words, phrase)
        if at is not None and len(words) - at - len(phrase) <= _NEAR:
            return " ".join(phrase)
    return next((w for w in words[-_NEAR:] if w in speech.CUT_TURNS), "")


def _find(words: Sequence[str], phrase: tuple[str, ...]) -> int | None:
    last = len(words) - len(phrase)
    return next((at for at in range(last, -1, -1) if tuple(words[at : at + len(phrase)]) == phrase), None)
