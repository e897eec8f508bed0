"""The same figure among the same words: what a source has of it before anything near it is asked.

A sentence of a source is read on its own, and not every number in it is read as a figure. Whether the very number
stands there is therefore told by the folded words, whatever else stands beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from verifier.article import Span
from verifier.english.synonyms import FUNCTION_WORDS
from verifier.reading import matching
from verifier.sources._folding import fold
from verifier.sources._library import Shelved
from verifier.sources._passages import Passage

_RUN, _TELLING = 3, 2
"""Words in a row beside a figure that are the same words, and how many of them must mean something."""
_REACH = 9


class Figure:
    """A figure of the article among the folded words of its sentence."""

    def __init__(self, plain: str, sentence: Span, figure: Span) -> None:
        self._words = fold(plain, (), sentence.start, sentence.end)
        self._first = bisect_left(self._words.starts, figure.start)
        self._stop = max(self._first, bisect_left(self._words.starts, figure.end))

    def verbatim(self, shelves: Sequence[Shelved]) -> Iterator[tuple[Shelved, Span]]:
        """The places in the sources where it stands among the same words."""
        for shelf in shelves:
            folded = shelf.searchable.folded
            for at in self._places(shelf):
                before = _run(self._words.words[: self._first][::-1], folded.words[max(0, at - _REACH) : at][::-1])
                stop = at + self._stop - self._first
                after = _run(self._words.words[self._stop :], folded.words[stop : stop + _REACH])
                same = [*before, *after]
                if len(same) >= _RUN and sum(map(_tells, same)) >= _TELLING:
                    yield shelf, folded.span(at, stop)

    def inside(self, passage: Passage) -> Iterator[Span]:
        """Where its number stands in a passage, whatever stands around it."""
        folded = passage.shelf.searchable.folded
        for at in self._places(passage.shelf):
            place = folded.span(at, at + self._stop - self._first)
            if passage.span.covers(place):
                yield place

    def _places(self, shelf: Shelved) -> Iterator[int]:
        own, theirs = self._words.words[self._first : self._stop], shelf.searchable.folded.words
        for at in shelf.searchable.places(own[0]) if own else ():
            if theirs[at : at + len(own)] == own:
                yield at


def _run(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The words that are the same, one by one, until the first that is not."""
    return [mine for mine, _ in takewhile(lambda two: two[0] == two[1], zip(ours, theirs, strict=False))]


def _tells(word: str) -> bool:
    return word not in FUNCTION_WORDS and bool(matching.key(word))
