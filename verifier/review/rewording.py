"""What of a passage a new wording changes, by words: an author looks at these, and at nothing that stays."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from verifier.report.models import Span

_WORDS = re.compile(r"\w+(?:[.,:'’-]\w+)*|\s+|.", re.DOTALL)
_KEPT = 0.5
"""The share of words that must stay: below, it is another sentence, and is read more easily whole."""
_MOST = 2_000
"""Characters of either that are compared."""


class Change(NamedTuple):
    """Words that go, by their place in the article, and what comes instead; one of both may be empty."""

    start: int
    end: int
    text: str


def changes(span: Span, wording: str) -> list[Change]:
    """The changes in their order; all of it where little stays, or where it reaches over a line."""
    if _ends_of_the_sentence(span.text, wording):
        span = span.model_copy(update={"end": span.end - 1, "text": span.text[:-1]})
    everything = [Change(span.start, span.end, wording)]
    if max(len(span.text), len(wording)) > _MOST or re.search(r"[\r\n]", span.text):
        return everything
    old, new = _WORDS.findall(span.text), _WORDS.findall(wording)
    alike = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    stays = sum(_told(old[a:b]) for what, a, b, _, _ in alike if what == "equal")
    if stays < _KEPT * max(_told(old), _told(new)):
        return everything
    places = [span.start]
    for word in old:
        places.append(places[-1] + len(word))
    found: list[tuple[int, int, int, int]] = []
    for what, a, b, c, d in alike:
        if what == "equal":
            continue
        if found and not "".join(old[found[-1][1] : a]).strip():  # only a space stays between two: one change
            a, c = found[-1][0], found.pop()[2]
        found.append((a, b, c, d))
    return [Change(places[a], places[b], "".join(new[c:d])) for a, b, c, d in found]


def reads(span: Span, wording: str, inner: Span) -> str | None:
    """How words inside a place read with its new wording; None where that cannot be told."""
    text = span.text
    if max(len(text), len(wording)) > _MOST:
        return inner.text if inner.text in wording else None
    old, new = _WORDS.findall(text), _WORDS.findall(wording)
    edges = [0]
    for word in old:
        edges.append(edges[-1] + len(word))
    bounds = [inner.start - span.start, inner.end - span.start]
    if not set(bounds) <= set(edges):
        return None
    first, last = (edges.index(at) for at in bounds)
    begins = ends = None
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if a <= first < b and (what == "equal" or first == a):
            begins = c + first - a
        if a < last <= b and (what == "equal" or last == b):
            ends = d - (b - last)
    return None if begins is None or ends is None else "".join(new[begins:ends])


def _ends_of_the_sentence(old: str, wording: str) -> bool:
    """Whether the mark that the old words end in belongs to the sentence around them and stays: whoever writes how they
    should read leaves the comma before "she said" out. Where nothing else changes, it is what is to go."""
    return len(old) > 1 and old[-1] in ",;:." and wording[-1:].isalnum() and old[:-1] != wording


def _told(words: list[str]) -> int:
    return sum(word[0].isalnum() for word in words)
