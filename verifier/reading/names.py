"""Names: people, organisations, places and outlets, and which mentions mean the same one."""

from __future__ import annotations

from verifier.article import Article
from verifier.english import outlets
from verifier.reading import _name_clusters, _name_cuts, _name_genders
from verifier.reading._model import Names
from verifier.reading.words import Words
from verifier.settings import Settings


def find(article: Article, words: Words, settings: Settings | None = None) -> Names:
    """Every name in the article, its mentions gathered under the fullest form."""
    table = outlets.table(settings.outlets) if settings and settings.outlets else outlets.OUTLETS
    return _name_genders.learned(
        article, words, _name_clusters.gather(article, words, _name_cuts.find(article, words, table))
    )
