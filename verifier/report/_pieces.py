"""Cuts an article at every boundary of every mark, so that marks may overlap and nest and no character is lost."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from verifier.report.models import Article

_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*")
_LINE_BREAK = re.compile(r"[\r\n]\s*")


class Mark(NamedTuple):
    """Something to be seen in the text: where, and how it looks.

    ``colour`` is the speaker's; where marks nest, the innermost one's holds. ``anchor`` is its name, ``badge`` its
    number or letter, ``note`` the name of the note that explains it, ``onward`` the anchor of the next place that the
    same note is about.
    """

    start: int
    end: int
    classes: tuple[str, ...]
    colour: str = ""
    anchor: str | None = None
    badge: str | None = None
    note: str | None = None
    onward: str | None = None

    @property
    def look(self) -> str:
        """Its classes as a page has them."""
        return " ".join(self.classes)


class Piece(NamedTuple):
    """A stretch of text in which no mark begins or ends.

    ``notes`` are those of the marks that lie over it, the innermost first; ``begins`` are the marks with an anchor
    that start here.
    """

    text: str
    classes: tuple[str, ...]
    notes: tuple[str, ...]
    begins: tuple[Mark, ...]

    @property
    def look(self) -> str:
        """Its classes as a page has them."""
        return " ".join(self.classes)

    @property
    def noted(self) -> str:
        """The names of its notes as a page has them."""
        return " ".join(self.notes)

    @property
    def blank(self) -> bool:
        """Whether there is nothing to be read."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it would be read, by its place; the white space before it begins at ``before``, that after it
    ends at ``after``."""

    before: int
    start: int
    end: int
    after: int


def blocks(article: Article) -> list[Block]:
    """The paragraphs of a text; together with the white space after each they are all of it.

    Where the text has blank lines, they part the paragraphs. Where it has none every line break does, except one
    that stands inside a sentence.
    """
    text = article.text
    length = len(text.rstrip())
    cuts = [m.span() for m in _BLANK_LINE.finditer(text, 0, length)]
    if not cuts:
        starts = [s.start for s in article.sentences]
        cuts = [m.span() for m in _LINE_BREAK.finditer(text, 0, length) if not _inside(article, starts, m.start())]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), length]
    return [Block(*place) for place in zip([0, *ends[:-1]], starts, ends, [*starts[1:], len(text)], strict=True)]


def _inside(article: Article, starts: list[int], offset: int) -> bool:
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < article.sentences[at].end


def cut(text: str, block: Block, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The pieces of a block: joined they are its text, whatever the marks are.

    ``marks`` come in the order of their starts and may reach beyond the block.
    """
    begin, stop = block.start, block.end
    here = [m for m in marks if m.start < stop and m.end > begin]
    edges = {begin, stop, *[m.start for m in here if m.start > begin], *[m.end for m in here if m.end < stop]}
    over: list[Mark] = []
    at = 0
    for start, end in pairwise(sorted(edges)):
        over = [m for m in over if m.end > start]
        while at < len(here) and here[at].start <= start:
            over.append(here[at])
            at += 1
        first = block.before if start == block.start else start
        yield Piece(
            text=text[start:end],
            classes=_classes(over),
            notes=_notes(over),
            begins=tuple([m for m in over if m.anchor and first <= m.start <= start]),
        )


def _classes(over: Sequence[Mark]) -> tuple[str, ...]:
    """How the marks look together: all that they say, and the colour of the innermost that has one."""
    if len(over) < 2:
        return _look(over[0].classes, over[0].colour) if over else ()
    coloured = [m for m in over if m.colour]
    colour = min(coloured, key=_length).colour if coloured else ""
    looks = [c for m in over for c in m.classes if c]
    return tuple(dict.fromkeys([*looks, colour] if colour else looks))


@lru_cache(maxsize=1_000)
def _look(classes: tuple[str, ...], colour: str) -> tuple[str, ...]:
    """How a mark looks by itself, as most do."""
    return tuple(dict.fromkeys(filter(None, (*classes, colour))))


def _notes(over: Sequence[Mark]) -> tuple[str, ...]:
    if len(over) < 2:
        return (over[0].note,) if over and over[0].note else ()
    noted = [m for m in over if m.note]
    return tuple(dict.fromkeys([m.note for m in sorted(noted, key=_length) if m.note])) if noted else ()


def _length(mark: Mark) -> int:
    return mark.end - mark.start
