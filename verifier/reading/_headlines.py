"""Headlines that name their speaker before a colon: "Lee: Quay to close in May".

Only somebody whom the article itself tells of is believed to speak so: "Update: Quay closes" and "Ayr: A quay closes"
are nobody's words.
"""

from __future__ import annotations

from verifier.article import Article, Span
from verifier.reading._model import Names
from verifier.reading._said import Said
from verifier.reading.words import Words

_LABEL = 6  # words of a name with its titles
_LEAST = 3  # words that are said


def find(article: Article, words: Words, names: Names) -> list[Said]:
    """What the headline credits somebody with."""
    headline = next((p for p in article.paragraphs if p.kind == "headline"), None)
    if headline is None:
        return []
    tokens = words.inside(headline.span)
    colon = next((i for i in tokens[1 : _LABEL + 1] if words.forms[i] == ":"), None)
    if colon is None or len(tokens) - (colon + 1 - tokens.start) < _LEAST:
        return []
    label = words.span(tokens.start, colon - 1)
    named = next(names.within(label), None)
    if named is None or named.span != label:
        return []
    entity = names.of(named)
    known = any(m.bare.start > headline.span.end for m in entity.mentions)
    if entity.kind != "person" or not known:
        return []
    if "?" in words.forms[colon : tokens.stop]:
        return []  # "Ann Lee: Friend or foe?" is the desk's
    content = Span(words.starts[colon + 1], headline.span.end)
    return [Said([content], label, words.span(colon, colon), direct=False)]
