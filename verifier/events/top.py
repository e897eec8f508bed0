"""The top of the article (headline, standfirst, lead) beside its body: which sentence of the body tells the same.

A sentence of the top leaves out words and has no date of its own mostly, so that no slot is compared here: what is
asked is how much of the one sentence the other holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from verifier.article import Paragraph, Sentence, Span
from verifier.reading import Analysis, matching
from verifier.reading._sentence import has_verb
from verifier.reading.capitals import title_case
from verifier.reading.matching import SentenceIndex
from verifier.reading.words import Words

NEAR = 0.3
"""How much of a summary's sentence a sentence of the body must hold to count as telling the same."""
LEAST_SHARED = 2
"""Words with a meaning that two sentences must share to tell the same thing."""
_MAIN = 0.55
"""How much of its own words a sentence of the body must share to tell the same and little else."""
_MUCH, _SOON = 0.4, 3
"""How much of a standfirst's sentence one of the paragraphs right below it holds: so are told 108 of 168 sentences of
standfirsts and 11 of 209 of leads; with ``NEAR`` anywhere below it is 158 and 43."""
_HALF, _FIFTH = 0.5, 0.2
"""How much of the top's sentence, and of its own words, a sentence of the body must share to be asked about."""
_TOLD_TWICE = 2
_HEADS = frozenset({"headline", "standfirst"})


@dataclass(frozen=True, slots=True, eq=False)
class Top:
    """The article laid out for comparison."""

    words: Words
    keys: list[str]
    index: SentenceIndex
    heads: tuple[Sentence, ...]
    """The sentences of headline and standfirst."""
    summaries: tuple[Sentence, ...]
    """The same with those of the lead."""
    body_from: int
    """The first paragraph that is neither headline nor standfirst."""


@lru_cache(maxsize=1)
def read(analysis: Analysis) -> Top | None:
    """Lay the article out; None where it has no headline, standfirst or lead apart from a body."""
    article = analysis.article
    heads = [p.index for p in article.paragraphs if p.kind in _HEADS or _unmarked(analysis.words, p)]
    bodies = [p.index for p in article.paragraphs if p.kind == "body" and p.index not in heads]
    if len(bodies) < (1 if heads else 2):  # one paragraph below a headline is a body, one alone has nothing above it
        return None
    inside = (analysis.words.inside(article.paragraphs[index].span) for index in bodies)
    if not any(has_verb(analysis.tags, tokens) for tokens in inside):
        return None  # a table tells nothing that could bear a headline out
    lead = bodies[0]
    top = tuple(s for s in article.sentences if s.paragraph in heads)
    summaries = (*top, *(s for s in article.sentences if s.paragraph == lead))
    return Top(analysis.words, analysis.keys, analysis.topics, top, summaries, lead)


def _unmarked(words: Words, paragraph: Paragraph) -> bool:
    """Whether a first block is a headline by its capitals."""
    return paragraph.index == 0 and title_case(words, paragraph.span)


def partners(top: Top, sentence: Sentence, least: float = NEAR, most: int = 3) -> list[matching.Likeness]:
    """The sentences of the body that tell what a sentence of the summary tells, the best first."""
    first = max(sentence.paragraph + 1, top.body_from)
    return [n for n in top.index.like(sentence, most, lambda s: s.paragraph >= first) if n.score >= least]


def retold(top: Top) -> Iterator[Sentence]:
    """The sentences of headline and standfirst, and those of a first paragraph that the story tells again.

    A plain text does not mark its standfirst: it is the paragraph under the headline after which the story begins anew.
    """
    yield from top.heads
    for sentence in top.summaries[len(top.heads) :]:
        if top.heads and sentence.paragraph == 1 and partners(top, sentence):
            yield sentence


def begins_anew(top: Top, sentence: Sentence) -> bool:
    """Whether the story plainly begins again below a sentence of the first paragraph, which is a standfirst then: one
    of the next paragraphs tells much of it. A lead shares its subject with all that follows, little with one sentence.
    """
    return any(n.sentence.paragraph <= sentence.paragraph + _SOON for n in partners(top, sentence, _MUCH))


def shared(analysis: Analysis, here: Span, there: Span) -> float:
    """How much of the top's sentence the body's holds, the words that are compared aside.

    0 where fewer than three words are shared, or the body's sentence is a long one in which they are a side matter.
    """
    article, words, keys = analysis.article, analysis.words, analysis.keys
    sentences = [article.sentence_at(span.start) for span in (here, there)]
    if sentences[0] is None or sentences[1] is None:
        return 0.0
    mine, theirs = (
        {keys[i] for i in words.inside(s.span) if keys[i] and not aside.covers(words.span(i, i))}
        for s, aside in zip(sentences, (here, there), strict=True)
        if s is not None
    )
    both = len(mine & theirs)
    if sum(len(mine & told) >= both for told in analysis.topics.contents) > _TOLD_TWICE:
        return 0.0  # one of several of a pattern: headings, items of a list
    return both / len(mine) if both > LEAST_SHARED and both >= _MAIN * len(theirs) else 0.0


def tells_it(analysis: Analysis, here: Span, there: Span) -> bool:
    """Whether the body's sentence tells enough of what the top's tells for two words to be of one thing.

    Two words may exclude each other ("mother", "son") in sentences that share no more than whom they are about.
    """
    sentences = [analysis.article.sentence_at(span.start) for span in (here, there)]
    mine, theirs = ({analysis.keys[i] for i in analysis.words.inside(s.span)} - {""} if s else set() for s in sentences)
    both = len(mine & theirs)
    return both >= _HALF * len(mine) and both >= _FIFTH * len(theirs)


def in_standfirst(analysis: Analysis, here: Span) -> bool:
    """Whether the top's side stands in a standfirst: whole sentences that sum the body up, where a headline leaves out
    words, quotes in short and plays with them."""
    paragraph = analysis.article.paragraph_at(here.start)
    return paragraph is not None and paragraph.kind == "standfirst"
