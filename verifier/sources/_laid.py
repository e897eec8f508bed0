"""A part of a quotation at the place it was found at: the source's words there, of one turn."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from verifier.article import Span
from verifier.sources._folding import Folded
from verifier.sources._library import Shelved
from verifier.sources._model import Source
from verifier.sources._placing import Placed
from verifier.sources._quoted import Part


@dataclass(frozen=True, slots=True)
class Laid:
    """A part of a quotation with the place it was found at."""

    part: Part
    shelf: Shelved
    placed: Placed
    fits: bool

    @property
    def span(self) -> Span:
        """The source's words that it was laid on; where they reach into another turn, those of the turn that has most
        of its words."""
        folded, source = self.shelf.searchable.folded, self.shelf.source
        first, stop = self.placed.first, self.placed.stop
        if source.turn_at(folded.starts[first]) == source.turn_at(folded.starts[stop - 1]):
            return folded.span(first, stop)
        same = [at for b in self.placed.blocks if b.same for at in range(b.source_first, b.source_stop)]
        if not same:
            return folded.span(first, stop)
        turn = Counter(source.turn_at(folded.starts[at]) for at in same).most_common(1)[0][0]
        own = [at for at in range(first, stop) if source.turn_at(folded.starts[at]) == turn]
        return folded.span(own[0], own[-1] + 1)


def turn_words(source: Source, folded: Folded, first: int) -> tuple[int, int]:
    """The first word of the turn that holds a word, and the one behind its last."""
    turn = source.turn_at(folded.starts[first])
    if turn is None:
        return 0, len(folded)
    start, end = source.turns[turn].span
    return bisect_left(folded.starts, start), bisect_left(folded.starts, end)
