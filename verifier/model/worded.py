"""A claim in the model's words, tied to the article: what code knows better is not taken from the answer."""

from __future__ import annotations

from typing import Any

from verifier.article import Span
from verifier.model import grounding, passages
from verifier.model.results import ClaimKind, ModelClaim
from verifier.reading import Analysis
from verifier.reading._model import OutletMention, Source


def claim(analysis: Analysis, said: Any, chosen: Source | None, outlet: OutletMention | None) -> ModelClaim:
    """The claim that an answer holds; ``chosen`` and ``outlet`` are whom and what its numbers stand for.

    Its span is the stretch of the sentence that has the same words, else the sentence.
    """
    article = analysis.article
    sentence = article.sentences[said.sentence - 1].span
    try:
        span = grounding.locate(said.wording.rstrip("."), article.text, sentence)
    except grounding.GroundingError:
        span = sentence
    open_words = dict.fromkeys(map(passages.shown, said.unresolved))
    return ModelClaim(
        text=passages.shown(said.wording),
        span=span,
        kind=kind_of(analysis, said.kind, span, credited=chosen is not None),
        source=chosen,
        cue=_cue(analysis, sentence, chosen),
        outlets=(outlet,) if outlet and not _of_a_part(analysis, outlet, span) else (),
        checkable=said.checkable,
        unresolved=tuple(w for w in open_words if w and w in said.wording),
    )


def kind_of(analysis: Analysis, said: ClaimKind, span: Span, *, credited: bool) -> ClaimKind:
    """Whether there are quotation marks is not for the model to say; what nobody is credited with outside of them is
    the writer's own."""
    quotations = [q for q in analysis.quotations if q.kind != "scare" and q.marks.overlaps(span)]
    if any(q.span.covers(span) or q.marks.covers(span) for q in quotations):
        return "direct"
    if not credited:
        return "reported"
    if not quotations:
        return "indirect"
    return "mixed" if said == "indirect" else said


def _of_a_part(analysis: Analysis, outlet: OutletMention, span: Span) -> bool:
    """Whether the rules credit the outlet with a smaller part of these words only ("a fall of 3 percent, less than the
    5 percent forecast by ...")."""
    for attribution in analysis.attributions:
        source = attribution.source
        part = sum(s.end - s.start for s in attribution.content if span.overlaps(s))
        if source and source.name == outlet.name and 0 < part < (span.end - span.start) / 2:
            return True
    return False


def _cue(analysis: Analysis, sentence: Span, chosen: Source | None) -> Span | None:
    """The cue that the rules found in the sentence for this speaker."""
    for attribution in analysis.attributions:
        cue, source = attribution.cue, attribution.source
        if chosen and cue and source and sentence.covers(cue) and source.name == chosen.name:
            return cue
    return None
