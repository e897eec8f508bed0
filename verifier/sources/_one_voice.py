"""Whether the words of a quotation stand in the turns of one speaker, whom another may have cut short by a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from verifier.english.synonyms import FUNCTION_WORDS
from verifier.sources import _voices
from verifier.sources._laid import Laid
from verifier.sources._model import Source
from verifier.sources._typing import Difference

_CUTS_IN = 3
"""Words of a turn that only cuts in: "Yeah.", "That's right."."""
_LEAST = 3
"""Small words in another's turn that are not met by chance; of words with a meaning one less."""


def one_stretch(source: Source, one: int | None, other: int | None) -> bool:
    """Whether two turns are one speaker's, who goes on after whoever cut in."""
    if one is None or other is None or one == other:
        return one == other
    first, last = sorted((one, other))
    between = source.turns[first + 1 : last]
    whose = _whose(source, first)
    if whose != _whose(source, last) or (whose is None and len(between) != 1):
        return False
    return all(
        (whose is not None and _whose(source, n) == whose) or len(turn.span.of(source.plain).split()) <= _CUTS_IN
        for n, turn in enumerate(between, first + 1)
    )


def only_cut_in(source: Source, difference: Difference) -> bool:
    """Whether all that a quotation leaves out there is what another cut in with: nobody quotes that with it."""
    if difference.article is not None or difference.source is None:
        return False
    turn = source.turn_at(difference.source.start)
    if turn is None or turn != source.turn_at(difference.source.end - 1) or not 0 < turn < len(source.turns) - 1:
        return False
    return one_stretch(source, turn - 1, turn + 1) and _whose(source, turn) != _whose(source, turn - 1)


def of_others(laid: Laid) -> Iterator[Difference]:
    """The words of one part that are another's than most of it."""
    source, folded = laid.shelf.source, laid.shelf.searchable.folded
    same = [(b.first + n, b.source_first + n) for b in laid.placed.blocks if b.same for n in range(b.stop - b.first)]
    turns = {at: source.turn_at(folded.starts[at]) for _, at in same}
    if len(set(turns.values())) < 2:
        return
    own = Counter(turns.values()).most_common(1)[0][0]
    for turn, group in groupby(same, key=lambda both: turns[both[1]]):
        run = list(group)
        words = [folded.words[at] for _, at in run]
        telling = len(words) >= _LEAST - any(word not in FUNCTION_WORDS for word in words)
        if telling and not _are_one(source, turn, own):
            ours = laid.part.folded.span(run[0][0], run[-1][0] + 1)
            yield Difference("order", ours, folded.span(run[0][1], run[-1][1] + 1), "stands in another turn")


def _are_one(source: Source, turn: int | None, own: int | None) -> bool:
    """Whether two turns are one speaker's: what lies between them is a cut, and told as one."""
    if turn is None or own is None or one_stretch(source, turn, own):
        return True
    return _whose(source, turn) is not None and _whose(source, turn) == _whose(source, own)


def _whose(source: Source, turn: int) -> str | None:
    return _voices.named(source.turns[turn].label, source.card)
