"""Which of the old belongs to which of the new: what is worded alike, then what is worded nearly so."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_NEAR = 0.5
"""The least share of words two wordings must have in common to be one thing, edited; below it, most of it is new."""
_REACH = 100
"""How far apart, in their order, two wordings may stand to be compared, so that a rewritten book stays linear."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Places in the old and the new sequence: pairs in the order of the new, and what has no partner."""

    pairs: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    added: tuple[int, ...]


def align(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Pair the wordings: equal ones in the order they occur, of the rest the nearest to each other first.

    Upper case, white space and the marks around words make no difference.
    """
    before, after = [_words(w) for w in old], [_words(w) for w in new]
    pairs = _equal(before, after)
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    left = [i for i in range(len(old)) if i not in taken_old]
    right = [j for j in range(len(new)) if j not in taken_new]
    for i, j in _nearest(before, after, left, right):
        if i not in taken_old and j not in taken_new:
            pairs.append((i, j))
            taken_old.add(i)
            taken_new.add(j)
    return Alignment(
        tuple(sorted(pairs, key=lambda pair: pair[1])),
        tuple(i for i in left if i not in taken_old),
        tuple(j for j in right if j not in taken_new),
    )


def _words(wording: str) -> tuple[str, ...]:
    return tuple(word.strip(".,;:!?\"'“”‘’()") or word for word in wording.casefold().split())


def _equal(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for i, words in enumerate(before):
        waiting[words].append(i)
    return [(waiting[words].popleft(), j) for j, words in enumerate(after) if waiting[words]]


def _nearest(
    before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]], left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs that are near enough, the nearest first; of equally near ones those that stand at the same place."""
    found = []
    for rank, i in enumerate(left):
        for other in range(max(0, rank - _REACH), min(len(right), rank + _REACH + 1)):
            j = right[other]
            likeness = Indel.normalized_similarity(before[i], after[j], score_cutoff=_NEAR)
            if likeness:
                found.append((-likeness, abs(rank - other), i, j))
    return [(i, j) for _, _, i, j in sorted(found)]
