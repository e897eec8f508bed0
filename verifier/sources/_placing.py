"""Where the words of a quotation stand in a source: 3-grams vote for a diagonal, the best ones are laid word on word.

A diagonal is the distance between a word's number in the quotation and in the source; words added or left out move it
by a few, so near ones vote together. What is laid on is exact: rapidfuzz's edit operations between the first and the
last 3-gram that the two share, and at both ends the stretch of the source that fits best.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import LCSseq, Levenshtein

from verifier.sources._folding import Folded
from verifier.sources._index import Index, grams

LEAST_WORDS = 8
"""Words from which a quotation may differ from its source in more than one and still be found."""
_ALIKE = 0.8
"""Share of its words from which a quotation stands there; invented ones of eight words and more stay below."""
_COMMON = 64
"""A 3-gram at more places than this tells nothing about where a quotation stands."""
_COMMON_WORD = 400
_REACH = 600
"""Words of a source that a quotation may leave out without saying so and still be laid on as one."""
_CANDIDATES = 4
_LOOSE_END = 5
"""Words at an end of a quotation that are looked for apart where the rest stands somewhere else."""


class Block(NamedTuple):
    """A stretch of the part's words (``first`` up to ``stop``) against one of the source's."""

    same: bool
    first: int
    stop: int
    source_first: int
    source_stop: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A part laid on a source: the source's words from ``first`` up to ``stop``, and the blocks in order.

    ``similarity`` is the share of the speaker's words that are the same, ``edits`` how many words differ on the side
    that has more of them; the editor's words in brackets count on neither.
    """

    first: int
    stop: int
    blocks: tuple[Block, ...]
    similarity: float
    edits: int


class Searchable:
    """The words of a source with their index, and where each word stands once somebody asks."""

    def __init__(self, folded: Folded, index: Index | None = None) -> None:
        self.folded = folded
        self.index = index or Index.of(folded.words)
        self._places: dict[str, list[int]] | None = None

    def places(self, word: str) -> list[int]:
        """Where a folded word stands."""
        if self._places is None:
            self._places = {}
            for at, one in enumerate(self.folded.words):
                self._places.setdefault(one, []).append(at)
        return self._places.get(word, [])


def place(
    words: Sequence[str], edited: Sequence[bool], source: Searchable, known: Sequence[int] | None = None
) -> list[Placed]:
    """Where these words may stand in a source, the best place first; nothing where they stand nowhere.

    ``known`` are the words' own 3-grams, for who looks in many sources.
    """
    threes = grams(words) if known is None else known
    hits = [(i, p) for i, gram in enumerate(threes) for p in source.index.places(gram, _COMMON)]
    found: list[Placed] = []
    for diagonal in _diagonals(hits):
        near = [(i, p) for i, p in hits if abs(p - i - diagonal) <= max(4, len(words) // 3)]
        laid = _lay(words, edited, source.folded.words, _chain(near, diagonal), hits)
        if all(laid.first != other.first or laid.stop != other.stop for other in found):
            found.append(laid)
    if len(words) < LEAST_WORDS and not any(one.edits <= _forgiven(words) for one in found):
        found += _short(words, edited, source)
    found.sort(key=lambda one: (-one.similarity, one.edits, one.first))
    return found[:_CANDIDATES]


def stands(words: Sequence[str], edited: Sequence[bool], one: Placed) -> bool:
    """Whether words that were laid there were said there: four in five of many, all but one of a few."""
    said = len(words) - sum(edited)
    if said >= LEAST_WORDS:
        return one.similarity >= _ALIKE
    return one.edits <= _forgiven(words)


def _forgiven(words: Sequence[str]) -> int:
    """How many words of a short quotation may differ: one, and none where there are hardly any."""
    return 1 if len(words) > 3 else 0


def _diagonals(hits: Sequence[tuple[int, int]]) -> list[int]:
    votes: dict[int, int] = {}
    for i, p in hits:
        votes[p - i] = votes.get(p - i, 0) + 1
    summed = {d: sum(votes.get(d + step, 0) for step in range(-3, 4)) for d in votes}
    best: list[int] = []
    for diagonal in sorted(votes, key=lambda d: (-summed[d], -votes[d], d)):
        if len(best) == _CANDIDATES or (best and summed[diagonal] * 3 < summed[best[0]]):
            break
        if all(abs(diagonal - other) > 3 for other in best):
            best.append(diagonal)
    return best


def _chain(hits: Sequence[tuple[int, int]], diagonal: int) -> list[tuple[int, int]]:
    """Hits that go on in both texts, in order: those on the diagonal, and of the others what goes with them."""
    chain: list[tuple[int, int]] = []
    for i, p in sorted(hits, key=lambda hit: (abs(hit[1] - hit[0] - diagonal), hit)):
        at = bisect_left(chain, (i, -1))
        before, behind = chain[at - 1 : at], chain[at : at + 1]
        if all(j < i and q < p for j, q in before) and all(i < j and p < q for j, q in behind):
            chain.insert(at, (i, p))
    return chain


def _lay(
    words: Sequence[str],
    edited: Sequence[bool],
    source: Sequence[str],
    chain: list[tuple[int, int]],
    hits: Sequence[tuple[int, int]],
) -> Placed:
    chain = _with_loose_ends(words, chain, hits)
    (i, p), (j, q) = chain[0], chain[-1]
    j, q = j + 3, q + 3
    start = p - _best_length(list(reversed(words[:i])), list(reversed(source[max(0, p - i - 3) : p])))
    stop = q + _best_length(words[j:], source[q : q + len(words) - j + 3])
    return _laid(words, edited, source, start, stop)


def _with_loose_ends(
    words: Sequence[str], chain: list[tuple[int, int]], hits: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The chain with what it lacks at its ends, where that stands a cut away: "We build … we pay" without its mark."""
    j, q = chain[-1]
    if len(words) - j - 3 >= _LOOSE_END:
        behind = [(i, p) for i, p in hits if i >= j + 3 and q + 3 <= p <= q + _REACH]
        if behind:
            nearest = min(p - i for i, p in behind)
            chain = chain + _chain([(i, p) for i, p in behind if p - i <= nearest + 3], nearest)
    i, p = chain[0]
    if i >= _LOOSE_END:
        before = [(k, r) for k, r in hits if k + 3 <= i and p - _REACH <= r and r + 3 <= p]
        if before:
            nearest = max(r - k for k, r in before)
            chain = _chain([(k, r) for k, r in before if r - k >= nearest - 3], nearest) + chain
    return chain


def _best_length(words: Sequence[str], source: Sequence[str]) -> int:
    """How many of a source's words fit these best, counted from the beginning of both; as many as there are words
    where several fit alike."""
    if not words:
        return 0
    lengths = range(max(0, len(words) - 3), min(len(source), len(words) + 3) + 1)
    return min(
        lengths,
        key=lambda n: (
            Levenshtein.distance(words, source[:n]),
            -LCSseq.similarity(words, source[:n]),
            abs(len(words) - n),
        ),
        default=min(len(source), len(words)),
    )


def _laid(words: Sequence[str], edited: Sequence[bool], source: Sequence[str], start: int, stop: int) -> Placed:
    blocks: list[Block] = []
    for op in Levenshtein.opcodes(words, source[start:stop]):
        same = op.tag == "equal"
        one = Block(same, op.src_start, op.src_end, start + op.dest_start, start + op.dest_end)
        if blocks and not same and not blocks[-1].same:
            one = Block(False, blocks[-1].first, one.stop, blocks[-1].source_first, one.source_stop)
            blocks.pop()
        blocks.append(one)
    said = len(words) - sum(edited)
    alike = sum(not edited[i] for b in blocks if b.same for i in range(b.first, b.stop))
    edits = sum(_edits(b, edited) for b in blocks if not b.same)
    return Placed(start, stop, tuple(blocks), alike / said if said else 0.0, edits)


def _edits(block: Block, edited: Sequence[bool]) -> int:
    theirs = sum(not edited[i] for i in range(block.first, block.stop))
    by_editor = block.stop - block.first - theirs
    return theirs if by_editor else max(theirs, block.source_stop - block.source_first)


def _short(words: Sequence[str], edited: Sequence[bool], source: Searchable) -> list[Placed]:
    """Where a few words stand as they are, or with one of them otherwise."""
    said = [i for i, by_editor in enumerate(edited) if not by_editor]
    known = sorted((len(source.places(words[i])), i) for i in said if source.places(words[i]))
    found: dict[tuple[int, int], Placed] = {}
    forgiven = _forgiven(words)
    if len(known) < len(said) - forgiven:
        return []
    for count, i in known[: 1 + forgiven]:
        if count > _COMMON_WORD:
            continue
        for p in source.places(words[i]):
            for laid in _around(words, edited, source.folded.words, i, p):
                if laid.edits <= forgiven:
                    found[laid.first, laid.stop] = laid
    return list(found.values())


def _around(words: Sequence[str], edited: Sequence[bool], source: Sequence[str], i: int, p: int) -> list[Placed]:
    """The words laid on so that word ``i`` stands at ``p`` of the source, as long as they are, or one off."""
    more = 3 * sum(edited)
    return [
        _laid(words, edited, source, p - i + before, p - i + len(words) + after)
        for before in ((0, -1, 1) if len(words) > 3 else (0,))
        for after in ((0, -1, 1, *range(2, more + 1)) if len(words) > 3 or more else (0,))
        if p - i + before >= 0 and p - i + len(words) + after <= len(source)
    ]
