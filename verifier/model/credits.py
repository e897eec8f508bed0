"""Credits: whether the text itself ties words to the speaker that the model chose and bears out its reasons."""

from __future__ import annotations

from collections.abc import Callable

from verifier.article import Paragraph, Span
from verifier.english import closed, cues, nouns, people, sayers
from verifier.model import grounding, passages
from verifier.model.results import Dropped, ModelReading
from verifier.reading import Analysis
from verifier.reading._model import Quotation, Source
from verifier.reading.roster import head


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


def reason(why: str, evidence: str, reading: ModelReading, *, reckons: bool = False) -> str:
    """The model's one line of why; empty, and told among what was dropped, where it brings facts that stand nowhere in
    the evidence.

    A reason that ``reckons`` may hold figures of its own: what parts come to.
    """
    said = passages.shown(why)[:_LONGEST]
    facts = {"name", "unit"} if reckons else {"name", "unit", "number", "date"}
    found = grounding.groundless(said, evidence)
    if not any(d.kind in facts and d.said and d.said.casefold() not in _COUNTING for d in found):
        return said
    reading.dropped.append(Dropped(f"the reason: {said}", "it has facts of its own; what it is a reason for stays"))
    return ""


_LONGEST = 300
"""Characters of a reason that are told."""
_COUNTING = frozenset({"one", "two"})
"""A reason speaks of two places, the one and the other."""


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


def is_a_guess(source: Source) -> bool:
    """Whether the rules only guessed who says it: a pronoun, or words that name neither anybody nor a kind of people,
    a body or a document ("the dueling says")."""
    if source.basis == "pronoun":
        return True
    noun = head(source.name.lower().split())
    one = noun.removesuffix("s")
    somebody = one in people.SEXES or noun in nouns.PLURAL_HEADS or not sayers.WITH_WORDS.isdisjoint((noun, one))
    return source.entity is None and not somebody


def only_describes(source: Source) -> bool:
    """Whether the rules have nothing but a word for a body that the article may name: "the company", "her campaign";
    "the woman in the kitchen" is told by what she is."""
    match source.name.lower().split():
        case [opening, noun] if source.entity is None:
            return opening in closed.DEFINITE_AND_POSSESSIVES and noun in nouns.GROUPS
    return False
