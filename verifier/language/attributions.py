"""Attributions: what is said, by whom, with which cue, through which outlet."""

from __future__ import annotations

from verifier.article import Article
from verifier.language._model import Attribution, Names, Quotation
from verifier.language.words import Words
from verifier.settings import Settings


def find(
    article: Article, words: Words, names: Names, quotations: tuple[Quotation, ...], settings: Settings
) -> tuple[Attribution, ...]:
    """Every attributed statement, quoted or not, in the order of the text."""
    del article, words, names, quotations, settings
    return ()
