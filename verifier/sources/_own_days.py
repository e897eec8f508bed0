"""A day of the article that is the day of a source: of its saying, or the very one that the article tells of."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.article import Span
from verifier.english import nouns
from verifier.english.synonyms import FUNCTION_WORDS
from verifier.reading import Analysis, lying
from verifier.reading._model import DateMention
from verifier.sources._dated import day_of
from verifier.sources._library import Shelved


def of_the_saying(
    analysis: Analysis, value: DateMention, shelves: Iterable[Shelved]
) -> tuple[Shelved, Span | None] | None:
    """The source of the day on which, the article says, its words were said: "in a release on Thursday"; with its
    dateline. A day in what was said is none of the source's own."""
    sentence = analysis.article.sentence_at(value.span.start)
    if sentence is None or any(a.source and a.cue for _, a in lying.said(analysis, value.span)):
        return None
    cues = lying.cues(analysis, sentence.span)
    if not (_of_a_text(analysis, value.span) or any(sentence.span.covers(cue) for cue, a in cues if a.source)):
        return None
    return _of_its_day(value, shelves)


def of_that_day(
    analysis: Analysis, value: DateMention, shelves: Iterable[Shelved]
) -> tuple[Shelved, Span | None] | None:
    """The source of the very day that the article tells of, outside what somebody said."""
    if lying.said(analysis, value.span):
        return None
    return _of_its_day(value, shelves)


def _of_its_day(value: DateMention, shelves: Iterable[Shelved]) -> tuple[Shelved, Span | None] | None:
    day = value.earliest
    if day is None or day != value.latest or value.weekday not in (None, day.weekday()):
        return None  # "Wednesday, March 10" of a year in which that was a Tuesday
    owned = ((shelf, day_of(shelf.source)) for shelf in shelves)
    return next(((shelf, own.span) for shelf, own in owned if own and own.day == day), None)


def _of_a_text(analysis: Analysis, day: Span) -> bool:
    """Whether a day hangs on a text: "in a release on Thursday"."""
    tokens = analysis.words
    before = tokens.lows[max(0, tokens.at(day.start) - 3) : tokens.at(day.start)]
    while before and before[-1] in FUNCTION_WORDS:
        before = before[:-1]
    return bool(before) and before[-1] in nouns.DOCUMENTS
