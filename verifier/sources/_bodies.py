"""Holds the names of an article's places and bodies against the sources: the same name, or the same with a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.article import Span
from verifier.english import names, nouns, titles
from verifier.english.calendar import WORDS_OF_A_DATE
from verifier.english.synonyms import FUNCTION_WORDS
from verifier.reading import Analysis, matching, place_names
from verifier.reading._model import Entity
from verifier.sources import _voices
from verifier.sources._folding import fold
from verifier.sources._held import Fact, misspelled
from verifier.sources._library import Shelved

_JOINTS = names.JOINTS | {"the"}


def facts(analysis: Analysis, shelves: Sequence[Shelved]) -> Iterator[Fact]:
    """The places and bodies of an article that a source names so, or a body with a slip in its name."""
    plain = analysis.article.plain
    places = set(place_names.first_named(plain, analysis.words, analysis.names.entities))
    bodies = {span for entity in analysis.names.entities if (span := _as_body(entity, plain)) is not None}
    for span in sorted(places | bodies):
        wanted = fold(plain, (), *span).words
        fact = _named(shelves, wanted, span)
        if fact is None and span in bodies:
            fact = _misspelled(shelves, wanted, span)
        if fact is not None:
            yield fact


def _as_body(entity: Entity, plain: str) -> Span | None:
    """Where a body, or what is nobody's and no place's name, is first named in several words."""
    if entity.kind not in ("organisation", "other"):
        return None
    return next((m.bare for m in entity.mentions if len(m.bare.of(plain).split()) > 1), None)


def _named(shelves: Sequence[Shelved], wanted: Sequence[str], span: Span) -> Fact | None:
    """Where a source has the name."""
    for shelf in shelves:
        found = _in_a_row(shelf, wanted)
        if found is not None:
            return Fact("name", span, "confirmed", source=shelf.source, passage=found, similarity=1.0, shelves=(shelf,))
    return None


def _in_a_row(shelf: Shelved, wanted: Sequence[str]) -> Span | None:
    """Where a source has these words, as a name is written, and as no part of a longer one; "the town council" is the
    Town Council."""
    folded, plain = shelf.searchable.folded, shelf.source.plain
    common = len(wanted) > 1 and wanted[-1] in nouns.GROUPS
    for at in shelf.searchable.places(wanted[0]) if wanted else ():
        stop = at + len(wanted)
        if folded.words[at:stop] != list(wanted):
            continue
        if (plain[folded.starts[at]].isupper() or common) and not _is_part(shelf, at, stop):
            return folded.span(at, stop)
    return None


def _is_part(shelf: Shelved, at: int, stop: int) -> bool:
    """Whether words are part of a longer name: "Marsden" of "Marsden Motors"; not of "Marsden Mayor Ann Lee"."""
    return _goes_on(shelf, stop - 1, stop, stop) or _goes_on(shelf, at - 1, at, at - 1)


def _goes_on(shelf: Shelved, left: int, right: int, beside: int) -> bool:
    """Whether the word beside a name, on one side of it, is one of the name."""
    folded, plain = shelf.searchable.folded, shelf.source.plain
    if left < 0 or right >= len(folded):
        return False
    word = folded.words[beside]
    tied = plain[folded.ends[left] : folded.starts[right]].strip(" ") == ""
    capital = plain[folded.starts[beside]].isupper()
    ordinary = word in FUNCTION_WORDS or word in WORDS_OF_A_DATE or word in titles.ROLES or word in titles.HONORIFICS
    return tied and capital and not ordinary and not titles.is_given(word.capitalize())


def _misspelled(shelves: Sequence[Shelved], wanted: Sequence[str], span: Span) -> Fact | None:
    """Where a source has the name but for a slip in one word, which no source has."""
    for shelf in shelves:
        if shelf.source.machine:
            continue  # a program spells by the sound
        for n, word in enumerate(wanted):
            if word in _JOINTS or any(one.searchable.places(word) for one in shelves):
                continue
            slip = _with_slip(shelf, wanted, n)
            if slip is not None:
                return misspelled(span, shelf, slip)
    return None


def _with_slip(shelf: Shelved, wanted: Sequence[str], n: int) -> Span | None:
    """Where a source has a name but for a slip in its word ``n``."""
    folded, plain = shelf.searchable.folded, shelf.source.plain
    anchor = next((i for i, word in enumerate(wanted) if i != n and word not in _JOINTS), None)
    if anchor is None:
        return None
    for at in shelf.searchable.places(wanted[anchor]):
        first, stop = at - anchor, at - anchor + len(wanted)
        if first < 0 or stop > len(folded) or not _slips(wanted, folded.words[first:stop], n):
            continue
        if plain[folded.starts[first]].isupper() and plain[folded.starts[first + n]].isupper():
            return folded.span(first, stop)
    return None


def _slips(ours: Sequence[str], theirs: Sequence[str], n: int) -> bool:
    """Whether all words are the same but one, which is the same with a slip: no other form of it, no other name."""
    if any(a != b for i, (a, b) in enumerate(zip(ours, theirs, strict=True)) if i != n):
        return False
    one, other = ours[n], theirs[n]
    return one[:1] == other[:1] and _voices.close(one, other) and matching.stem(one) != matching.stem(other)
