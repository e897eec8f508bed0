"""Headlines that name their source before a colon: "Lee: Quay to close in May", "Lee on the quay: It is over", "Poll:
Most want a quay", or behind one: "‘It is over’: Lee on the quay".

Only somebody whom the article itself tells of is believed to speak so: "Update: Quay closes" and "Ayr: A quay closes"
are nobody's words. Of documents only those that find something out are sources: "Letter: Keep the quay" is a genre.
"""

from __future__ import annotations

from verifier.article import Article, Span
from verifier.english import grammar, nouns
from verifier.english.inflection import Form
from verifier.reading import tags
from verifier.reading._model import Names
from verifier.reading._noun_phrases import CLOSING, OPENING
from verifier.reading._said import Said
from verifier.reading.capitals import title_case
from verifier.reading.words import Words

_SINGLE = frozenset(("'", "‘", "’"))
_LABEL = 6  # words of a name with its titles
_LEAST = 3  # words that are said
_ABOUT = ("to", "on")  # "Lee to the council: Keep the quay"


def find(article: Article, words: Words, names: Names) -> list[Said]:
    """What the headline credits somebody with."""
    headline = next((p for p in article.paragraphs if p.kind == "headline"), None)
    if headline is None:
        return []
    tokens = words.inside(headline.span)
    if words.forms[tokens.start] in OPENING | _SINGLE:
        return _quoted_first(words, names, tokens, headline.span.end)
    colon = next((i for i in tokens[1 : _LABEL + 1] if words.forms[i] == ":"), None)
    if colon is None or len(tokens) - (colon + 1 - tokens.start) < _LEAST:
        return []
    if "?" in words.forms[colon : tokens.stop]:
        return []  # "Ann Lee: Friend or foe?" is the desk's
    source = _source(words, names, words.span(tokens.start, colon - 1), headline.span.end)
    if source is None:
        return []
    content = Span(words.starts[colon + 1], headline.span.end)
    return [Said([content], source, words.span(colon, colon), direct=False)]


def told(article: Article, words: Words, names: Names, said: list[Said]) -> list[Said]:
    """All but what a headline in capitals credits to a name and what it does: "Lee Vows" is nobody."""
    shouted = [p.span for p in article.paragraphs if p.kind == "headline" and title_case(words, p.span)]
    return [
        one
        for one in said
        if one.subject is None
        or not any(span.overlaps(one.subject) for span in shouted)
        or not _ends_with_a_deed(words, names, one.subject)
    ]


def _ends_with_a_deed(words: Words, names: Names, subject: Span) -> bool:
    inside = words.inside(subject)
    last = words.lows[inside.stop - 1]
    acts = tags.verb_forms().get(last, 0) & (Form.THIRD | Form.PAST) or last in grammar.ADVERBS or last.endswith("ly")
    named = any(mention.span.end == subject.end for mention in names.within(subject))
    return len(inside) > 1 and bool(acts) and not named


def _quoted_first(words: Words, names: Names, tokens: range, end: int) -> list[Said]:
    """ "‘It is over’: Ann Lee on the quay": the quotation with which a headline opens, and whose it is."""
    colon = next((i for i in tokens if words.forms[i] == ":"), None)
    if colon is None or words.forms[colon - 1] not in CLOSING | _SINGLE or colon - tokens.start < _LEAST:
        return []
    behind = next(names.within(words.span(colon + 1, tokens.stop - 1)), None) if colon + 1 < tokens.stop else None
    if behind is None or behind.span.start != words.starts[colon + 1]:
        return []
    after = words.low(words.at(behind.span.end - 1) + 1)
    source = _source(words, names, behind.span, end) if after in _ABOUT else None
    content = words.span(tokens.start, colon - 1)
    return [Said([content], source, words.span(colon, colon), direct=True)] if source is not None else []


def _source(words: Words, names: Names, label: Span, end: int) -> Span | None:
    """Who or what the words before the colon credit; ``end`` is where the headline ends."""
    inside = words.inside(label)
    if len(inside) == 1 and words.lows[inside.start] in nouns.FIND_OUT:
        return label
    named = next(names.within(label), None)
    if named is None or named.span.start != label.start:
        return None
    behind = inside.stop if named.span == label else words.at(named.span.end - 1) + 1
    if behind < inside.stop and words.lows[behind] not in _ABOUT:
        return None
    entity = names.of(named)
    known = any(m.bare.start > end for m in entity.mentions)
    return named.span if entity.kind == "person" and known else None
