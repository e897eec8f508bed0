"""The sentences of the sources by what they are about: rare words and names that they share with the article's."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from verifier.article import Span
from verifier.reading import matching
from verifier.sources._library import Shelved
from verifier.sources._model import Source
from verifier.sources._tables import is_row

SHARED = 3
"""Words with a meaning that a passage must share with the article's sentence to be looked at."""
_CANDIDATES = 4
_BEFORE = 240
"""Characters before a sentence in which it is told what it is about: "What will it cost?" """
_SENTENCE = re.compile(r"[.?!][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9$€£])|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Passage(NamedTuple):
    """A sentence of a source, and the keys of its words."""

    shelf: Shelved
    span: Span
    keys: frozenset[str]


class Passages:
    """The sentences of all sources (those that are ``wanted``), in their order."""

    def __init__(self, shelves: Sequence[Shelved], wanted: Callable[[str], bool] = bool) -> None:
        self._all = [p for shelf in shelves for p in _passages(shelf, wanted)]
        self._by_key: dict[str, list[int]] = {}
        self._starts: dict[int, tuple[int, list[int]]] = {}
        for at, passage in enumerate(self._all):
            self._starts.setdefault(id(passage.shelf), (at, []))[1].append(passage.span.start)
            for key in passage.keys:
                self._by_key.setdefault(key, []).append(at)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, at: int) -> Passage:
        return self._all[at]

    def having(self, key: str) -> Sequence[int]:
        """The passages that have a word."""
        return self._by_key.get(key, ())

    def beside(self, at: int, key: str) -> list[int]:
        """The other passages of the same source that have a word."""
        return [n for n in self.having(key) if n != at and self._all[n].shelf is self._all[at].shelf]

    def before(self, at: int) -> str:
        """What stands before a passage."""
        shelf, span, _ = self._all[at]
        return shelf.source.plain[max(0, span.start - _BEFORE) : span.start]

    def leading(self, at: int) -> Iterator[int]:
        """A passage and those right before it, the nearest first."""
        shelf, span, _ = self._all[at]
        while at >= 0 and self._all[at].shelf is shelf and self._all[at].span.end >= span.start - _BEFORE:
            yield at
            at -= 1

    def at(self, shelf: Shelved, place: Span) -> int | None:
        """The passage of a source that holds a place in it."""
        first, starts = self._starts.get(id(shelf), (0, ()))
        n = bisect_right(starts, place.start) - 1
        return first + n if n >= 0 and self._all[first + n].span.covers(place) else None

    def like(
        self,
        keys: frozenset[str],
        fits: Callable[[int], bool] | None = None,
        shared: int = SHARED,
        most: int = _CANDIDATES,
        *,
        of_each: bool = False,
    ) -> list[tuple[float, int]]:
        """The passages that share most with these keys, rare ones counting more; the best first.

        ``fits`` leaves out those that cannot be meant, ``shared`` is how many keys there must be in common, ``most``
        how many passages are wanted, ``of_each`` source where it matters what any of them says.
        """
        scores: dict[int, float] = {}
        common: dict[int, int] = {}
        for key in keys:
            places = self._by_key.get(key, ())
            weight = math.log(1 + len(self._all) / (1 + len(places)))
            for at in places:
                scores[at] = scores.get(at, 0.0) + weight
                common[at] = common.get(at, 0) + 1
        enough = min(shared, len(keys))
        fitting = [(score, at) for at, score in scores.items() if common[at] >= enough and (fits is None or fits(at))]
        ranked = sorted(fitting, key=lambda one: (-one[0], one[1]))
        if not of_each:
            return ranked[:most]
        taken: Counter[int] = Counter()
        found: list[tuple[float, int]] = []
        for one in ranked:
            shelf = id(self._all[one[1]].shelf)
            if taken[shelf] < most:
                taken[shelf] += 1
                found.append(one)
        return found


def keys_of(text: str) -> frozenset[str]:
    """What the words of a text are compared by; those without a meaning of their own have nothing."""
    return frozenset(k for w in _WORD.findall(text) if (k := matching.key(w.lower().replace("’", "'"))))


def _passages(shelf: Shelved, wanted: Callable[[str], bool]) -> Iterator[Passage]:
    source = shelf.source
    for start, end in _pieces(source):
        text = source.plain[start:end]
        if wanted(text):
            yield Passage(shelf, Span(start, end), keys_of(text))


def _pieces(source: Source) -> Iterator[tuple[int, int]]:
    """The sentences of a source, none of which goes over the end of a turn; its head, too, where it is a transcript."""
    head = Span(0, source.turns[0].span.start if source.turns else len(source.plain))
    for stretch in (head, *(turn.span for turn in source.turns)):
        at = stretch.start
        for end in _SENTENCE.finditer(source.plain, stretch.start, stretch.end):
            yield from _rows(source, at, end.end())
            at = end.end()
        if at < stretch.end:
            yield from _rows(source, at, stretch.end)


def _rows(source: Source, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch as it is; of a table each row."""
    if not any(is_row(line) for line in source.text[start:end].splitlines()):
        yield start, end
        return
    at = start
    for line in source.text[start:end].splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line)
        at += len(line)
