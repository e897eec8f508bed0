"""Attributions: what is said, by whom, with which cue, through which outlet."""

from __future__ import annotations

from verifier.article import Article
from verifier.language import direct, speakers
from verifier.language._model import Attribution, AttributionKind, Names, Quotation
from verifier.language.words import Words
from verifier.settings import Settings


def find(
    article: Article, words: Words, names: Names, quotations: tuple[Quotation, ...], settings: Settings
) -> tuple[Attribution, ...]:
    """Every attributed statement, quoted or not, in the order of the text."""
    del settings
    utterances = direct.find(article, words, quotations)
    resolve = speakers.Resolver(article, words, names, quotations)
    found: list[Attribution] = []
    for said in sorted(utterances, key=lambda u: u.content[0]):
        source = resolve.source(said.subject, continued=said.continued) if said.subject else None
        kind: AttributionKind = "mixed" if said.mixed else "direct"
        found.append(Attribution(len(found), kind, tuple(said.content), source, said.cue, tuple(said.quotations)))
    return tuple(found)
