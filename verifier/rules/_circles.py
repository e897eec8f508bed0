"""Circles of whom the article says who they are: critics, some, many, and somebody in their midst who has a name."""

from __future__ import annotations

from bisect import bisect_left

from verifier.article import Span
from verifier.english import closed, saying
from verifier.reading import Analysis

_NEAR = 60  # characters from "among them" or "and her supporters" to a name


def is_told(analysis: Analysis, span: Span, *, nameless: bool) -> bool:
    """Whether a reader knows from the article whom the words of a source mean, or whom he could ask.

    ``nameless`` is a circle that could be anybody, unlike "a senior official".
    """
    if _beside_somebody(analysis, span) or _polled(analysis, span):
        return True
    return nameless and (_named_after(analysis, span) or _illustrated(analysis, span))


def _beside_somebody(analysis: Analysis, span: Span) -> bool:
    """ "The mayor, Ana Silva, and her supporters say": somebody who can be asked says it with them."""
    words = analysis.words
    inside = words.inside(span)
    joined = [at for at in range(max(1, inside.start - 1), inside.stop - 1) if words.lows[at] == "and"]
    return any(
        words.lows[at - 1] in closed.SUBJECTS
        or any(
            m.span.end == words.ends[at - 1] for m in analysis.names.within(Span(span.start - _NEAR, words.starts[at]))
        )
        for at in joined
    )


def _polled(analysis: Analysis, span: Span) -> bool:
    """ "62 percent were against it. Most said": those who were asked, whom the poll has counted."""
    words, article = analysis.words, analysis.article
    inside = words.inside(span)
    sentence = article.sentence_at(span.start)
    if len(inside) != 1 or words.lows[inside.start] not in closed.VAGUE_QUANTIFIERS or sentence is None:
        return False
    start = article.paragraphs[sentence.paragraph].span.start
    first, end = (bisect_left(analysis.quantities, at, key=lambda q: q.span.start) for at in (start, span.start))
    return any(q.kind == "percent" for q in analysis.quantities[first:end])


def _named_after(analysis: Analysis, span: Span) -> bool:
    """Whether members of a circle are named in its sentence or the next two: "Critics, among them Ann Lee, say"."""
    article = analysis.article
    sentence = article.sentence_at(span.start)
    if sentence is None:
        return False
    last = article.sentences[min(sentence.index + 2, len(article.sentences) - 1)]
    end = last.span.end if last.paragraph - sentence.paragraph <= 1 else sentence.span.end
    behind = article.plain[span.end : end].lower()
    told = [span.end + behind.find(words) for words in saying.NAMES_THEM if words in behind]
    told += [span.end] if behind.lstrip(", ").startswith("including") else []
    named = (m for at in told for m in analysis.names.within(Span(at - _NEAR, at + _NEAR)) if m.bare.start > span.end)
    return any(analysis.names.of(m).kind in ("person", "organisation") for m in named)


def _illustrated(analysis: Analysis, span: Span) -> bool:
    """Whether the next sentence quotes somebody who is named there for the first time: one of those meant."""
    sentence = analysis.article.sentence_at(span.start)
    if sentence is None:
        return False
    attributions = analysis.attributions
    first = bisect_left(attributions, sentence.span.end, key=lambda a: a.content[0].start)
    for i in range(first, len(attributions)):
        told = analysis.article.sentence_at(attributions[i].content[0].start)
        if told is None or told.index > sentence.index + 1 or told.paragraph > sentence.paragraph + 1:
            return False
        source = attributions[i].source
        if attributions[i].kind == "indirect" or source is None or source.entity is None or source.basis != "explicit":
            continue
        entity = analysis.names.entities[source.entity]
        return entity.kind == "person" and entity.mentions[0].span.start >= sentence.span.end
    return False
