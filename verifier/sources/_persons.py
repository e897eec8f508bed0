"""Holds the names of an article's people and places against the sources: the same name, or a surname with a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.article import Span
from verifier.reading import Analysis, place_names
from verifier.sources import _voices
from verifier.sources._folding import fold
from verifier.sources._held import Fact
from verifier.sources._library import Shelved
from verifier.sources._model import Source
from verifier.sources._typing import Difference

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def facts(analysis: Analysis, shelves: Sequence[Shelved]) -> Iterator[Fact]:
    """The people of an article whose surname a source has, or has with a slip behind the same first name or title."""
    for entity in analysis.names.entities:
        parts = _WORD.findall(entity.name)
        if entity.kind != "person" or len(parts) < 2:
            continue
        first, last = parts[0].lower(), parts[-1].lower()
        full = next((m for m in entity.mentions if len(_WORD.findall(m.bare.of(analysis.article.plain))) > 1), None)
        if full is None:
            continue
        yield from _named(shelves, first, last, full.bare)


def places(analysis: Analysis, shelves: Sequence[Shelved]) -> Iterator[Fact]:
    """The places of an article whose name a source spells so; it may spell another place otherwise."""
    plain = analysis.article.plain
    for span in place_names.first_named(plain, analysis.words, analysis.names.entities):
        wanted = fold(plain, (), *span).words
        for shelf in shelves:
            found = _in_a_row(shelf, wanted)
            if found is not None:
                yield Fact(
                    "name", span, "confirmed", source=shelf.source, passage=found, similarity=1.0, shelves=(shelf,)
                )
                break


def _in_a_row(shelf: Shelved, wanted: Sequence[str]) -> Span | None:
    """Where a source has these words, as a name is written."""
    folded = shelf.searchable.folded
    for at in shelf.searchable.places(wanted[0]) if wanted else ():
        stop = at + len(wanted)
        if folded.words[at:stop] == list(wanted) and shelf.source.plain[folded.starts[at]].isupper():
            return folded.span(at, stop)
    return None


def _named(shelves: Sequence[Shelved], first: str, last: str, span: Span) -> Iterator[Fact]:
    for shelf in shelves:
        if places := _spelled(shelf, last):
            yield Fact(
                "name", span, "confirmed", source=shelf.source, passage=places[0], similarity=1.0, shelves=(shelf,)
            )
            return
    for shelf in shelves:
        if shelf.source.machine:
            continue  # a program spells names by their sound
        if slip := _misspelled(shelf, first, last):
            found = (Difference("name", span, slip),)
            yield Fact("name", span, "differs", source=shelf.source, passage=slip, differences=found, shelves=(shelf,))
            return


def _spelled(shelf: Shelved, last: str) -> list[Span]:
    """Where a source has the surname: in what is said, or on a label."""
    folded = shelf.searchable.folded
    found = [folded.span(at, at + 1) for at in shelf.searchable.places(last)[:1]]
    return found or [span for span, name in _on_labels(shelf.source) if last in name][:1]


def _misspelled(shelf: Shelved, first: str, last: str) -> Span | None:
    """Where a source has the first name with another surname that could be this one with a slip."""
    folded = shelf.searchable.folded
    for at in shelf.searchable.places(first):
        if at + 1 < len(folded) and _voices.close(last, folded.words[at + 1]):
            span = folded.span(at, at + 2)
            if shelf.source.plain[folded.starts[at + 1]].isupper():
                return span
    for span, name in _on_labels(shelf.source):
        if first in name and any(_voices.close(last, word) for word in name):
            return span
    return None


def _on_labels(source: Source) -> Iterator[tuple[Span, frozenset[str]]]:
    """The labels of a transcript with their places, each once."""
    seen: set[str] = set()
    for turn in source.turns:
        if turn.label and turn.label not in seen:
            seen.add(turn.label)
            at = source.text.rfind(turn.label, 0, turn.span.start)
            if at >= 0:
                yield Span(at, at + len(turn.label)), frozenset(w.lower() for w in _WORD.findall(turn.label))
