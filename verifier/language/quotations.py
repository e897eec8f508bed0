"""Quotations: which quotation marks belong together, and whether what they hold is speech."""

from __future__ import annotations

from verifier.article import Article
from verifier.language._model import Quotation
from verifier.language.words import Words


def find(article: Article, words: Words) -> tuple[Quotation, ...]:
    """Every quotation in the article, in order."""
    del article, words
    return ()
