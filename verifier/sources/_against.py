"""Holds an article against a library: which sources can be compared at all, then quotations, figures and names."""

from __future__ import annotations

from verifier.languages import UNKNOWN, called
from verifier.reading import Analysis
from verifier.sources import _comparing, _figures
from verifier.sources._folding import fold
from verifier.sources._held import Held
from verifier.sources._index import grams
from verifier.sources._library import Library, Shelved
from verifier.sources._policy import DEFAULT, policy

_ITSELF = 0.6
"""Share of an article's five-word strings from which a source that has them is, or holds, the article."""
_LEAST = 30


def compare(analysis: Analysis, library: Library, quote_policy: str = DEFAULT) -> Held:
    """Hold every quotation, figure and name against the sources.

    Raises:
        UsageError: there is no such quote policy.
    """
    rules = policy(quote_policy)
    compared: list[Shelved] = []
    aside: list[tuple[Shelved, str]] = []
    article = fold(analysis.article.plain)
    language = analysis.article.language
    threes = grams(article.words)
    own = frozenset(hash((a, b)) for a, b in zip(threes, threes[2:], strict=False))
    for shelf in library.shelves:
        if shelf.source.language not in (None, language):
            aside.append(
                (shelf, f"is in {called(shelf.source.language or UNKNOWN)}, the article in {called(language)}")
            )
        elif len(own) >= _LEAST and len(own & shelf.fives) >= _ITSELF * len(own):
            aside.append((shelf, "holds the article itself: it is no source of it"))
        else:
            compared.append(shelf)
    found = [*_comparing.facts(analysis, compared), *_figures.facts(analysis, compared)]
    found.sort(key=lambda fact: fact.span)
    return Held(analysis, library, rules, tuple(found), tuple(compared), tuple(aside))
