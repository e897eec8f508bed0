"""Credits: whether the text itself ties a claim to the speaker that the model chose for it."""

from __future__ import annotations

from verifier.article import Sentence, Span
from verifier.language import Analysis, cues
from verifier.language._model import Source


def tied(analysis: Analysis, sentence: Sentence, chosen: Source) -> bool:
    """Whether the sentence hands its words to anybody, and whether it can be this one.

    Either the rules credit him with words of the sentence; or he is named in it beside a cue or a quotation; or it
    holds a quotation and he is named in the same paragraph or the one before ("Lee was angry. 'Never,' she said.").
    """
    here = [a for a in analysis.attributions if _touches(a.content, a.cue, sentence.span)]
    if any(a.source is not None and a.source.name == chosen.name for a in here):
        return True
    quoted = any(q.marks.overlaps(sentence.span) for q in analysis.quotations if q.kind != "scare")
    if not quoted and not here and not _has_cue(analysis, sentence.span):
        return False
    if _named(analysis, sentence.span, chosen):
        return True
    return quoted and _named(analysis, _paragraphs(analysis, sentence), chosen)


def _touches(content: tuple[Span, ...], cue: Span | None, sentence: Span) -> bool:
    return any(sentence.overlaps(part) for part in content) or (cue is not None and sentence.overlaps(cue))


def _has_cue(analysis: Analysis, sentence: Span) -> bool:
    triggers = cues.triggers()
    return any(analysis.words.lows[at] in triggers for at in analysis.words.inside(sentence))


def _named(analysis: Analysis, where: Span, chosen: Source) -> bool:
    if where.covers(chosen.mention):
        return True
    return any(mention.entity == chosen.entity for mention in analysis.names.within(where))


def _paragraphs(analysis: Analysis, sentence: Sentence) -> Span:
    article = analysis.article
    here = article.paragraphs[sentence.paragraph]
    before = article.paragraphs[max(0, sentence.paragraph - 1)]
    return Span(before.span.start, here.span.end)
