"""The record of an attributed statement, and how one is made of the tokens of its sentence."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from verifier.article import Span
from verifier.english.cues import Kind
from verifier.reading import _antecedents, _reach, _subjects
from verifier.reading._sentence import Reading, Stretch


class Statement(NamedTuple):
    """One attributed statement: ``content`` in the order of the text; no source where the sentence names none.

    ``meant`` is the phrase that a relative pronoun takes up ("<the mayor>, who said"); ``nested`` says that it stands
    inside another's statement and counts beside it.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: Kind
    relays: bool = False
    meant: Span | None = None
    nested: bool = False


def stretch(r: Reading, first: int, *, wide: bool) -> Stretch | None:
    """The stretch that is stated from ``first`` on; None for none."""
    last = _reach.statement_end(r, first, wide=wide)
    return Stretch(first, last) if last >= first and r.last > first else None


def statement(  # noqa: PLR0913
    r: Reading,
    source: Stretch | None,
    cue: Stretch,
    content: list[Stretch],
    kind: Kind,
    *,
    relays: bool = False,
    nested: bool = False,
) -> Statement | None:
    """The statement as spans; None where its parts would overlap, which no reading of the sentence allows."""
    if source is not None:
        source = Stretch(_subjects.past_opening(r.words, source.first, source.last), source.last)
    span = r.words.span
    spans = tuple(span(c.first, c.last) for c in content)
    named = span(source.first, source.last) if source is not None else None
    told = span(cue.first, cue.last)
    parts = sorted([told, *spans, *([named] if named else [])])
    if any(a.overlaps(b) for a, b in pairwise(parts)):
        return None
    before = _antecedents.of(r, source) if source is not None else None
    meant = span(before.first, before.last) if before is not None else None
    return Statement(named, told, spans, kind, relays, meant, nested)
