"""Whom a reader takes for the speaker of a quotation that names none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from verifier.article import Span
from verifier.english.people import GENDERS
from verifier.reading import Analysis
from verifier.reading._model import Attribution, Quotation


def beside(analysis: Analysis, run: list[Quotation], alone: set[int]) -> Span | None:
    """Whom a reader will take for the speaker: named right behind the quotation, or speaking right before or after,
    past the turns of an exchange."""
    article, behind_it = analysis.article, run[-1].marks.end
    paragraph, last = article.paragraph_at(run[0].marks.start), article.paragraph_at(run[-1].marks.start)
    if paragraph is None or last is None:
        return None
    behind = next(analysis.names.within(Span(behind_it, behind_it + _REACH)), None)
    if behind is not None and behind.span.start - behind_it <= 1 and analysis.names.of(behind).kind == "person":
        return behind.span
    first, end = paragraph.index - 1, last.index + 1
    while first in alone:
        first -= 1
    while end in alone:
        end += 1
    above = _acts_last(analysis, first) if first >= 0 else None
    return above or _speaks_first(analysis, end) or _told_of(analysis, run[0]) or _in_a_scene(analysis, first, end)


def _in_a_scene(analysis: Analysis, first: int, end: int) -> Span | None:
    """Who is told of around a quotation that stands alone: in the last sentence above ("Lee spoke only in riddles") or
    at the opening of the next paragraph ("She hangs up."). Not where an outlet reported it: two may go on."""
    article = analysis.article
    above = article.sentence_at(article.paragraphs[first].span.end - 1) if first >= 0 else None
    below = article.sentence_at(article.paragraphs[end].span.start) if end < len(article.paragraphs) else None
    found = analysis.subject(below.span) if below is not None and article.paragraphs[end].kind == "body" else None
    if above is None or article.paragraphs[first].kind != "body":
        return found
    around = _around(analysis, above.span)
    if any(_reported(one) for one in around if above.span.covers(one.cue or one.content[0])):
        return None
    named = (m.bare for m in analysis.names.within(above.span) if analysis.names.of(m).kind == "person")
    return found or next(named, None)


def _told_of(analysis: Analysis, quotation: Quotation) -> Span | None:
    """Of whom the words may well be, as the text tells of nobody else there: who is named before them in their own
    sentence, or the "he" or "she" of the sentence before in their paragraph."""
    article, words = analysis.article, analysis.words
    sentence = article.sentence_at(quotation.marks.start)
    if sentence is None:
        return None
    own = Span(sentence.span.start, quotation.marks.start)
    before = article.sentences[max(0, sentence.index - 1)]
    start = before.span.start if before.paragraph == sentence.paragraph else own.start
    quoted = [q.marks for q in analysis.quotations[max(0, quotation.index - _AROUND) : quotation.index]]
    people = [m.bare for m in analysis.names.within(own) if analysis.names.of(m).kind == "person"]
    people += [words.span(i, i) for i in words.inside(Span(start, own.end)) if words.lows[i] in GENDERS]
    return max((one for one in people if not any(marks.covers(one) for marks in quoted)), default=None)


def _acts_last(analysis: Analysis, index: int) -> Span | None:
    """Whom the last sentence of a paragraph is about, or who says it; nobody where an outlet reports it: two may go on
    then."""
    article = analysis.article
    sentence = article.sentence_at(article.paragraphs[index].span.end - 1)
    if sentence is None or article.paragraphs[index].kind != "body":
        return None
    for attribution in reversed(_around(analysis, sentence.span)):
        place = attribution.cue or attribution.content[0]
        goes_on = attribution.kind == "direct" and sentence.span.covers(attribution.content[-1])
        if (goes_on or sentence.span.covers(place)) and attribution.source is not None:
            return None if _reported(attribution) else attribution.source.mention
    return analysis.subject(sentence.span)


def _reported(attribution: Attribution) -> bool:
    """Whether an outlet hands a statement on, and is not only whom it was told."""
    place = attribution.cue or attribution.content[0]
    return any(outlet.span.start - place.end > _TOLD for outlet in attribution.outlets)


def _around(analysis: Analysis, sentence: Span) -> Sequence[Attribution]:
    """The attributions that may lie in a sentence: those of which the first words stand in it or shortly before."""
    attributions = analysis.attributions
    at = bisect_left(attributions, sentence.start, key=lambda a: a.content[0].start)
    end = bisect_left(attributions, sentence.end, lo=at, key=lambda a: a.content[0].start)
    return attributions[max(0, at - _BACK) : min(end, at + _MANY)]


_BACK = 3  # attributions that begin before a sentence and may end in it
_MANY = 20  # attributions of a sentence


def _speaks_first(analysis: Analysis, index: int) -> Span | None:
    """Who says something in the first sentence of a paragraph."""
    if index >= len(analysis.article.paragraphs):
        return None
    first = analysis.article.sentence_at(analysis.article.paragraphs[index].span.start)
    if first is None:
        return None
    for attribution in _around(analysis, first.span):
        place = attribution.cue or attribution.content[0]
        if first.span.covers(place) and attribution.source is not None:
            return attribution.source.mention
    return None


_TOLD = 12  # characters between "told" and the outlet that was told
_REACH = 60  # characters in which a name behind the quotation is looked for
_AROUND = 20  # quotations of the same paragraph that may stand before
