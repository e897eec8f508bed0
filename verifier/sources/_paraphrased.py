"""What somebody is said to have said without quotation marks, with the passages of the sources it may rest on.

Nothing is decided here: a passage is a candidate by the rare words and names that it shares with the paraphrase, and by
whose turn it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.article import Span
from verifier.reading import lying
from verifier.reading._model import Attribution
from verifier.sources import _voices
from verifier.sources._against import nearest
from verifier.sources._comparing import credited
from verifier.sources._held import Credit, Held
from verifier.sources._model import Source
from verifier.sources._passages import SHARED, Passages, keys_of

_MOST = 3
"""Passages that are shown for one paraphrase."""
_LEAST = 3
"""Words with a meaning below which a paraphrase says too little to go further than anything."""
_OWN = 2
"""Words to be shared with a sentence of the speaker's own, of whom it is known that he speaks there."""
_LONGEST = 1_200
"""Characters of a passage that are shown."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A stretch of a source that a paraphrase may rest on: a sentence with those beside it in its turn."""

    source: Source
    span: Span

    @property
    def label(self) -> str:
        """Who speaks there, as the source has it; empty where it does not say."""
        turn = self.source.turn_at(self.span.start)
        return (self.source.turns[turn].label or "") if turn is not None else ""

    @property
    def said(self) -> str:
        """Its words, as long as ``span``: labels, times and stage directions are blanks."""
        text = list(self.span.of(self.source.text))
        for hidden in self.source.hidden:
            if hidden.overlaps(self.span):
                for at in range(max(hidden.start, self.span.start), min(hidden.end, self.span.end)):
                    text[at - self.span.start] = " "
        return "".join(text)


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """Words of the article that somebody is credited with, from the first to the last, and what they may rest on."""

    span: Span
    credit: Credit | None
    rests: tuple[Rest, ...]


def paraphrases(held: Held) -> tuple[Paraphrase, ...]:
    """Each paraphrase of the article for which a source has a passage, in the order of the text."""
    told = [a for a in held.analysis.attributions if a.kind in ("indirect", "mixed") and a.content]
    if not told or not held.compared:
        return ()
    passages = Passages(nearest(held))
    found = (_paraphrase(held, one, passages) for one in told)
    return tuple(sorted((p for p in found if p is not None), key=lambda p: p.span))


def _paraphrase(held: Held, told: Attribution, passages: Passages) -> Paraphrase | None:
    article = held.analysis.article
    span = Span(told.content[0].start, told.content[-1].end)
    words = " ".join(_outside(held, part) for part in told.content)
    if len(keys_of(words)) < _LEAST:
        return None  # what is not between quotation marks says next to nothing
    keys = keys_of(" ".join(part.of(article.plain) for part in told.content))
    credit = credited(held.analysis, told)
    theirs = credit if credit is not None and credit.person and _speaks(held, credit) else None
    ranked = passages.like(
        keys,
        lambda at: _can_be(passages[at].shelf.source, passages[at].span, credit, known=theirs is not None),
        _OWN if theirs else SHARED,
    )
    rests = tuple(_rests(passages, [at for _, at in ranked[:_MOST]]))
    return Paraphrase(span, credit, rests) if rests else None


def _outside(held: Held, part: Span) -> str:
    """The words of a stretch that stand outside quotation marks."""
    text = list(part.of(held.analysis.article.plain))
    for quotation in lying.quotations(held.analysis, part):
        if quotation.kind != "scare":
            for at in range(max(quotation.marks.start, part.start), min(quotation.marks.end, part.end)):
                text[at - part.start] = " "
    return "".join(text)


def _speaks(held: Held, credit: Credit) -> bool:
    """Whether turns of a source are known to be this person's."""
    return any(
        turn.label and _voices.same(credit.name, credit.titles, turn.label, shelf.source) is True
        for shelf in held.compared
        for turn in shelf.source.turns
    )


def _can_be(source: Source, span: Span, credit: Credit | None, *, known: bool) -> bool:
    """Whether these can be the credited person's words: his own turn where his turns are known, no other's anywhere."""
    turn = source.turn_at(span.start)
    if credit is None or not credit.person or turn is None or not source.turns[turn].label:
        return True
    same = _voices.same(credit.name, credit.titles, source.turns[turn].label, source)
    return same is True if known else same is not False


def _rests(passages: Passages, chosen: list[int]) -> Iterator[Rest]:
    """The sentences with their neighbours, each stretch once, the best first."""
    taken: list[tuple[Source, Span]] = []
    for at in chosen:
        source = passages[at].shelf.source
        span = _widened(passages, at)
        if not any(source is other and span.overlaps(where) for other, where in taken):
            taken.append((source, span))
            yield Rest(source, span)


def _widened(passages: Passages, at: int) -> Span:
    """From the sentence before to the one behind, in the same turn of the same source."""
    shelf, span, _ = passages[at]
    turn = shelf.source.turn_at(span.start)
    start, end = span
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(passages) and passages[beside].shelf is shelf:
            other = passages[beside].span
            if shelf.source.turn_at(other.start) == turn:
                start, end = min(start, other.start), max(end, other.end)
    if end - start > _LONGEST:
        start, end = span.start, min(span.end, span.start + _LONGEST)
    text = shelf.source.text[start:end]
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
