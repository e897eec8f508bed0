"""Places: where words that a model copied stand in the article, however its quotation marks came out.

Nothing else is forgiven: a word that differs, is missing or was added makes another passage, and there is no place for
it. The number of a sentence may be off where the words themselves leave no doubt.
"""

from __future__ import annotations

import re

from verifier.article import Article, Span
from verifier.model import grounding

NOT_PRINTED = "not the article's words"
"""Why something is dropped for which there is no place."""
_LEFT_OUT = re.compile(r"\s*(?:…|\.{3}|\[…\]|\[\.\.\.\])\s*")
_SURE = 2
"""Words that must come together before they are looked for outside the sentence they were numbered with."""
_NEAR = 2
"""Sentences from its content in which a cue and a source may stand."""
_LONGEST = 2_500
"""Characters between the first and the last words of a passage whose middle was left out."""


def place(said: str, article: Article, sentence: int) -> Span | None:
    """The span of words that were copied from the sentence with this index, None where they stand nowhere."""
    if not said.strip():
        return None
    here = article.sentences[sentence].span if 0 <= sentence < len(article.sentences) else None
    if here is not None:
        paragraph = article.paragraphs[article.sentences[sentence].paragraph].span
        found = within(said, article.text, here) or within(said, article.text, Span(here.start, paragraph.end))
        if found is not None:
            return found
        reach = Span(here.start, min(len(article.text), here.end + _LONGEST))
        if _LEFT_OUT.search(said.strip()[1:-1]) and (found := within(said, article.text, reach)):
            return found
    return _alone(said, article)


def within(said: str, text: str, where: Span) -> Span | None:
    """The span of the words between these edges; "…" stands for a middle that was left out."""
    pieces = [piece for piece in _LEFT_OUT.split(said.strip()) if piece]
    at, found = where.start, []
    for piece in pieces:
        one = _piece(piece, text, Span(at, where.end))
        if one is None:
            return None
        found.append(one)
        at = one.end
    return Span(found[0].start, found[-1].end) if found else None


def near(words: str, article: Article, sentence: int, content: Span) -> Span | None:
    """Where a cue or a source stands: in the content's sentence, outside of it where it can be, else just beside."""
    sentences, words = article.sentences, words.strip()
    for at in sorted(range(sentence - _NEAR, sentence + _NEAR + 1), key=lambda n: (abs(n - sentence), n > sentence)):
        if not words or not 0 <= at < len(sentences):
            continue
        here = sentences[at].span
        for edges in (Span(here.start, content.start), Span(content.end, here.end), here):
            if edges.start < edges.end and (found := _whole_words(words, article.text, edges, content)) is not None:
                return found
    return None


def _whole_words(words: str, text: str, edges: Span, content: Span) -> Span | None:
    """The words that are no part of longer ones (not the "he" of "the"), those that stand nearest to the content."""
    parts = r"\s+".join(map(re.escape, words.split()))
    begins, ends = r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else ""
    found = [Span(*m.span()) for m in re.compile(begins + parts + ends).finditer(text, *edges)]
    if found:
        return found[-1] if edges.end <= content.start else found[0]
    one = within(words, text, edges)  # with other marks or in another case
    inside = one is not None and (text[one.start - 1 : one.start].isalnum() or text[one.end : one.end + 1].isalnum())
    return None if inside else one


def _piece(said: str, text: str, where: Span) -> Span | None:
    try:
        return grounding.locate(said, text, where)
    except grounding.GroundingError:
        return None


def _alone(said: str, article: Article) -> Span | None:
    """The one place in the article that has these words, where they are enough to be known by."""
    if len(grounding.words(said)) < _SURE:
        return None
    whole = Span(0, len(article.text))
    found = within(said, article.text, whole)
    if found is None or within(said, article.text, Span(found.start + 1, len(article.text))) is not None:
        return None
    return found
