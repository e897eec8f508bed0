"""Speakers: whom the words that name a source mean, in the article's fullest form."""

from __future__ import annotations

from verifier.article import Article, Span
from verifier.language._model import Names, Source
from verifier.language.words import Words


class Resolver:
    """Resolves sources in the order of the text, and remembers who spoke last."""

    def __init__(self, article: Article, words: Words, names: Names) -> None:
        self._text = article.text
        self._plain = article.plain
        self._words = words
        self._names = names

    def source(self, mention: Span, continued: bool = False) -> Source:
        """Who is meant by the words at ``mention``."""
        return Source(mention, mention.of(self._text), "continuation" if continued else "explicit")
