"""Everything the language rules see in one article, gathered once and read by every rule."""

from __future__ import annotations

from dataclasses import dataclass

from verifier import languages
from verifier.article import Article, Span
from verifier.english import titles
from verifier.english.people import GENDERS
from verifier.languages import Language
from verifier.reading import (
    _continuations,
    _tabled_figures,
    attributions,
    blocks,
    dates,
    marks,
    matching,
    names,
    page_lines,
    quantities,
    quotations,
    statements,
    words,
)
from verifier.reading._model import Attribution, DateMention, Names, Quantity, Quotation
from verifier.reading.words import Words
from verifier.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """One article, understood as far as rules can.

    Compared by identity, so that what several rules need of it can be worked out once and kept for the next.
    """

    article: Article
    settings: Settings
    language: Language
    words: Words
    tags: list[str]
    """What each token most likely is, parallel to ``words.forms`` (see :mod:`verifier.reading.tags`)."""
    names: Names
    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    keys: list[str]
    """What each token is about, parallel to ``words.forms`` (see :mod:`verifier.reading.matching`)."""
    topics: matching.SentenceIndex
    """The sentences by what they are about."""
    page_lines: tuple[Span, ...]
    """What the page around the article wrote into it (see :mod:`verifier.reading.page_lines`)."""
    stray_marks: tuple[Span, ...] = ()

    def subject(self, sentence: Span) -> Span | None:
        """The person whom a sentence is about, where its main clause opens with one: named, or "he" or "she"."""
        found = _continuations.subject_of(self.words, self.tags, sentence)
        if found is None:
            return None
        pronoun = found.of(self.article.plain).lower() in GENDERS
        named = any(self.names.of(m).kind == "person" for m in self.names.within(found))
        role = any(self.words.lows[i] in titles.ROLES for i in self.words.inside(found))
        return found if pronoun or named or role else None


def analyse(article: Article, settings: Settings) -> Analysis:
    """Read the article once for everything that claims and rules need.

    English is read in depth, other languages by their tables.
    """
    tokens = words.split(article.plain)
    language = languages.known(article.language)
    if article.language != languages.DEFAULT:
        return _by_tables(article, settings, tokens, language)
    named = names.find(article, tokens, settings)
    paired = marks.pair(article, tokens, language)
    lines = page_lines.find(article, tokens, language, paired)
    quoted = page_lines.unsaid(blocks.mark(article, tokens, quotations.find(article, tokens, paired)), lines)
    tagged = statements.tagged(article, tokens, named)
    said = attributions.find(article, tokens, named, quoted, tagged, lines)
    keys = matching.keys(tokens)
    return Analysis(
        article=article,
        settings=settings,
        language=language,
        words=tokens,
        tags=tagged,
        names=named,
        dates=dates.find(article, tokens),
        quantities=quantities.find(article, tokens),
        quotations=quotations.settle(quoted, said),
        attributions=said,
        page_lines=lines,
        stray_marks=paired.strays,
        keys=keys,
        topics=matching.index(article, tokens, keys),
    )


def _by_tables(article: Article, settings: Settings, tokens: Words, language: Language) -> Analysis:
    """What a language's tables show: no names, nobody who says anything, no statements."""
    paired = marks.pair(article, tokens, language)
    keys = matching.keys(tokens, language.FUNCTION_WORDS)
    days = dates.find(article, tokens, language)
    return Analysis(
        article=article,
        settings=settings,
        language=language,
        words=tokens,
        tags=[""] * len(tokens),
        names=Names((), ()),
        dates=days,
        quantities=_tabled_figures.find(tokens, language, {i for day in days for i in tokens.inside(day.span)}),
        quotations=quotations.find(article, tokens, paired),
        attributions=(),
        page_lines=page_lines.find(article, tokens, language, paired),
        stray_marks=paired.strays,
        keys=keys,
        topics=matching.index(article, tokens, keys),
    )
