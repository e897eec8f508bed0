"""Holds an article against a library: which sources can be compared at all, then quotations, figures and names."""

from __future__ import annotations

from verifier.languages import UNKNOWN, called
from verifier.reading import Analysis
from verifier.sources import _comparing, _told
from verifier.sources._folding import fold
from verifier.sources._held import Held
from verifier.sources._index import grams
from verifier.sources._library import Library, Shelved
from verifier.sources._policy import DEFAULT, policy

_ITSELF = 0.6
"""Share of the strings of three words outside its quotations from which a source that has them holds the article."""
_LEAST = 30
_MANY = 40
"""Sources all of whose sentences are read for figures; of more, those nearest to the article."""


def compare(analysis: Analysis, library: Library, quote_policy: str = DEFAULT) -> Held:
    """Hold every quotation, figure and name against the sources.

    Raises:
        UsageError: there is no such quote policy.
    """
    rules = policy(quote_policy)
    compared: list[Shelved] = []
    aside: list[tuple[Shelved, str]] = []
    own = _own(analysis)
    language = analysis.article.language
    for shelf in library.shelves:
        if shelf.source.language not in (None, language):
            aside.append(
                (shelf, f"is in {called(shelf.source.language or UNKNOWN)}, the article in {called(language)}")
            )
        elif _holds(shelf, own):
            aside.append((shelf, "holds the article itself: it is no source of it"))
        else:
            compared.append(shelf)
    found = [*_comparing.facts(analysis, compared), *_told.facts(analysis, _likeliest(compared, own))]
    found.sort(key=lambda fact: fact.span)
    return Held(analysis, library, rules, tuple(found), tuple(compared), tuple(aside))


def nearest(held: Held) -> list[Shelved]:
    """Where what is told without quotation marks is looked for."""
    return _likeliest(list(held.compared), _own(held.analysis))


def _likeliest(shelves: list[Shelved], own: list[int]) -> list[Shelved]:
    """Where figures and names are looked for: of very many sources those that share most with the article's words."""
    if len(shelves) <= _MANY:
        return shelves
    shared = {id(shelf): sum(shelf.searchable.index.has(gram) for gram in own) for shelf in shelves}
    best = sorted(shelves, key=lambda shelf: -shared[id(shelf)])[:_MANY]
    return [shelf for shelf in shelves if shelf in best]


def _own(analysis: Analysis) -> list[int]:
    """The 3-grams of what the article says in its own words: its quotations stand in its sources."""
    quoted = [q.marks for q in analysis.quotations]
    return grams(fold(analysis.article.plain, quoted).words)


def _holds(shelf: Shelved, own: list[int]) -> bool:
    """Whether a source holds the article."""
    if len(own) < _LEAST:
        return False
    index = shelf.searchable.index
    return sum(index.has(gram) for gram in own) >= _ITSELF * len(own)
