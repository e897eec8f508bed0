"""Credits: whether the text itself ties words to the speaker that the model chose for them."""

from __future__ import annotations

from collections.abc import Callable

from verifier.article import Paragraph, Sentence, Span
from verifier.english import cues
from verifier.reading import Analysis
from verifier.reading._model import Quotation, Source


def tied(analysis: Analysis, sentence: Sentence, chosen: Source) -> bool:
    """Whether the sentence hands its words to anybody, and whether it can be this one.

    Either the rules credit him with words of the sentence; or he is named in it beside a cue; or it holds a quotation,
    and he is credited as its speaker can be.
    """
    here = [a for a in analysis.attributions if _touches(a.content, a.cue, sentence.span)]
    if any(a.source is not None and a.source.name == chosen.name for a in here):
        return True
    if (here or _has_cue(analysis, sentence.span, cues.triggers().__contains__)) and _named(
        analysis, sentence.span, chosen
    ):
        return True
    return any(
        spoken(analysis, q, chosen)
        for q in analysis.quotations
        if q.kind != "scare" and q.marks.overlaps(sentence.span)
    )


def spoken(analysis: Analysis, quotation: Quotation, chosen: Source) -> bool:
    """Whether the text can credit this one with the quotation.

    Its paragraph has a verb of saying outside all quotation marks, or the one before leads up to it with a colon; and
    he is named in one of the two ("Lee was angry. 'Never,' she said."). Standing near is not enough.
    """
    article = analysis.article
    here = article.paragraph_at(quotation.marks.start)
    if here is None:
        return False
    before = article.paragraphs[max(0, here.index - 1)]
    introduced = before.span.of(article.text).rstrip().endswith(":")
    if not introduced and not _has_cue(analysis, here.span, cues.is_saying):
        return False
    return _named(analysis, _both(before, here), chosen)


def _touches(content: tuple[Span, ...], cue: Span | None, sentence: Span) -> bool:
    return any(sentence.overlaps(part) for part in content) or (cue is not None and sentence.overlaps(cue))


def _has_cue(analysis: Analysis, where: Span, is_cue: Callable[[str], bool]) -> bool:
    """Whether such a word stands there outside all quotation marks."""
    marked = [q.marks for q in analysis.quotations if q.marks.overlaps(where)]
    return any(
        is_cue(analysis.words.lows[at]) and not any(m.covers(analysis.words.span(at, at)) for m in marked)
        for at in analysis.words.inside(where)
    )


def _named(analysis: Analysis, where: Span, chosen: Source) -> bool:
    if where.covers(chosen.mention):
        return True
    return any(mention.entity == chosen.entity for mention in analysis.names.within(where))


def _both(one: Paragraph, other: Paragraph) -> Span:
    return Span(one.span.start, other.span.end)
