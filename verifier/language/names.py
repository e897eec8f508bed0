"""Names: people, organisations, places and outlets, and which mentions mean the same one."""

from __future__ import annotations

from verifier.article import Article
from verifier.language._model import Names
from verifier.language.words import Words


def find(article: Article, words: Words) -> Names:
    """Every name in the article, its mentions gathered under the fullest form."""
    del article, words
    return Names((), ())
