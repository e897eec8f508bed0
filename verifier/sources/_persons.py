"""Holds the names of an article's people against the sources: the same name, or a surname with a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from verifier.article import Span
from verifier.english import titles
from verifier.reading import Analysis
from verifier.sources import _voices
from verifier.sources._held import Fact, misspelled, noted
from verifier.sources._library import Shelved
from verifier.sources._model import Source
from verifier.sources._typing import Difference

_LOOKED_AT = 200
"""Places of a surname in one source."""
_NAMES = 3
"""Words before a surname among which the first name stands."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def facts(analysis: Analysis, shelves: Sequence[Shelved]) -> Iterator[Fact]:
    """The people of an article whose surname a source has, or has with a slip behind the same first name or title.

    Somebody with another first name bears out nobody: he differs where he has the same title or the first name may be
    a slip, and else may be somebody else of the name.
    """
    for entity in analysis.names.entities:
        parts = _WORD.findall(entity.name)
        if entity.kind != "person" or len(parts) < 2:
            continue
        # A title that no list has is no first name: "Vet [Marco] Lindholm".
        first = next((part for part in parts[:-1] if _is_given(part)), parts[0]).lower()
        last = parts[-1].lower()
        full = next((m for m in entity.mentions if len(_WORD.findall(m.bare.of(analysis.article.plain))) > 1), None)
        if full is None:
            continue
        office = titles.office_of([w.lower() for w in _WORD.findall(full.title or "")])
        fact = _named(shelves, first, last, office, full.bare)
        if fact is not None:
            yield fact


def _named(shelves: Sequence[Shelved], first: str, last: str, title: str, span: Span) -> Fact | None:
    """What the sources have of somebody, in whatever order: with the first name, else with another one, else the
    surname alone, else with a slip."""
    bearers = [(shelf, bearer) for shelf in shelves for bearer in _bearers(shelf, first, last)]
    told = [_held(shelf, bearer, first, title, span) for shelf, bearer in bearers]
    named = [fact for fact, (_, bearer) in zip(told, bearers, strict=True) if bearer.given]
    differing = [fact for fact in named if fact.status == "differs"]
    for fact in (f for f in named if f.status == "confirmed"):
        having = {id(f.source) for f in named if f.status == "confirmed"}
        return noted(fact, next((f for f in differing if id(f.source) not in having), None))
    if named:
        return next(iter(differing), named[0])
    if told:
        return told[0]
    for shelf in shelves:
        slip = None if shelf.source.machine else _misspelled(shelf, first, last)  # a program spells by the sound
        if slip is not None:
            return misspelled(span, shelf, slip)
    return None


def _held(shelf: Shelved, bearer: _Bearer, first: str, title: str, span: Span) -> Fact:
    """What one who bears the surname says of the name: whoever is called otherwise bears out no first name."""
    fact = Fact("name", span, "confirmed", source=shelf.source, passage=bearer.place, similarity=1.0, shelves=(shelf,))
    if not bearer.given or _one_given(first, bearer.given):
        return fact
    if shelf.source.machine or not (bearer.title == title != "" or _voices.close(first, bearer.given)):
        return replace(fact, status="near")
    return replace(fact, status="differs", differences=(Difference("name", span, bearer.place),))


def _one_given(one: str, other: str) -> bool:
    """Whether two first names may be one: the same, an initial, the short form."""
    short = titles.NICKNAMES
    if not other:
        return False
    return one == other or one[:1] == other or other[:1] == one or short.get(one, one) == short.get(other, other)


class _Bearer(NamedTuple):
    """Where a source has a surname, with the first name that it has there and the office before that ("mayor"), empty
    for none."""

    place: Span
    given: str = ""
    title: str = ""


def _bearers(shelf: Shelved, first: str, last: str) -> Iterator[_Bearer]:
    """Who bears a surname in what is said, and on labels."""
    folded, plain = shelf.searchable.folded, shelf.source.plain
    for at in shelf.searchable.places(last)[:_LOOKED_AT]:
        written = plain[folded.starts[at]].isupper()
        begins, floor = at, max(0, at - (_NAMES if written else 1))
        while (
            begins > floor
            and plain[folded.starts[begins - 1]].isupper() == written  # "Helen met Okafor" names no Helen Okafor
            and "," not in plain[folded.starts[begins - 1] : folded.starts[at]]
        ):
            begins -= 1
        near = [i for i in range(begins, at) if _is_given(folded.words[i]) or _one_given(first, folded.words[i])]
        if not near and begins < at - 1 and written and not _is_title(folded.words[at - 1]):
            near = [at - 1]  # "Sheriff Lorna Pike"
        if not near:
            yield _Bearer(folded.span(at, at + 1))
            continue
        given = next((i for i in near if _one_given(first, folded.words[i])), near[-1])
        office = titles.office_of(folded.words[max(0, given - 2) : given])
        yield _Bearer(folded.span(given, at + 1), folded.words[given], office)
    for span, name in _on_labels(shelf.source):
        if last in name:
            yield _Bearer(span, next(filter(_is_given, sorted(name - {last})), ""))


def _is_given(word: str) -> bool:
    return titles.is_given(word.capitalize())


def _is_title(word: str) -> bool:
    return word in titles.ROLES or word in titles.HONORIFICS or word in titles.MODIFIERS or word in titles.MEMBERS


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
