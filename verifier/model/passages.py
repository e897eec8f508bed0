"""Passages: the article's words as they are put into a prompt, and the numbered choices beside them.

Words are shown as they stand, apart from characters that would break the page of the prompt: control, direction and
zero-width characters are left out, line ends become spaces. Nothing that comes back is read from here; answers are
numbers, and a wording is compared with the article itself.
"""

from __future__ import annotations

import hashlib
import unicodedata

from verifier.article import Article, Span
from verifier.reading import Analysis
from verifier.reading._model import Entity, Source

NOBODY = "nobody named"
_REACH = 3
"""Paragraphs before and after a passage in which a speaker is looked for."""
_MOST = 12
"""Choices beyond this many help no model."""


def fence(article: Article) -> str:
    """A line that the article's text does not hold, the same for the same article."""
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    for start in range(0, 48, 8):
        mark = f"=== {digest[start : start + 12]} ==="
        if mark not in article.text:
            return mark
    return f"=== {digest} ==="


def shown(text: str) -> str:
    """The words for a prompt: one line, no characters that nobody sees."""
    if text.isprintable():  # nothing to fold or to leave out, as in most sentences
        return text.strip()
    folded = "".join(" " if c.isspace() else c for c in text)
    return "".join(c for c in folded if unicodedata.category(c) not in {"Cc", "Cf", "Co", "Cs", "Cn"}).strip()


def number(article: Article, span: Span) -> int:
    """The number that the sentence has in which a passage begins."""
    sentence = article.sentence_at(span.start)
    return sentence.index + 1 if sentence else 1


def around(article: Article, span: Span, reach: int = _REACH) -> Span:
    """From ``reach`` paragraphs before the passage to as many after it."""
    here = article.paragraph_at(span.start)
    at = here.index if here else 0
    first = article.paragraphs[max(0, at - reach)]
    last = article.paragraphs[min(len(article.paragraphs) - 1, at + reach)]
    return Span(first.span.start, max(last.span.end, span.end))


def speakers(analysis: Analysis, near: Span, span: Span) -> list[Source]:
    """Who could speak in ``span``: whom the rules found, and everybody named in ``near``, nearest first.

    Each once, with the title where the rules have it: two numbers for one person, and a model that is asked twice
    contradicts itself without meaning to.
    """
    found: dict[str, Source] = {}
    for attribution in analysis.attributions:
        source = attribution.source
        if source and source.resolved and any(near.overlaps(part) for part in attribution.content):
            found.setdefault(source.name, Source(source.mention, source.name, "explicit", source.vague, source.entity))
    known = {source.entity for source in found.values()}
    dates = [d.span for d in analysis.dates if near.overlaps(d.span)]
    mentions = [m for m in analysis.names.mentions if near.covers(m.span) and not any(map(m.span.overlaps, dates))]
    mentions.sort(key=lambda m: abs(m.span.start - span.start))
    for mention in mentions:
        entity = analysis.names.of(mention)
        if entity.kind != "place" and entity.index not in known and not _opens_a_sentence(analysis, entity):
            choice = Source(mention.span, entity.name, "explicit", entity=entity.index)
            if choice.resolved:
                found.setdefault(choice.name, choice)
    kept = sorted(found.values(), key=lambda s: abs(s.mention.start - span.start))[:_MOST]
    return sorted(kept, key=lambda s: s.mention)


def _opens_a_sentence(analysis: Analysis, entity: Entity) -> bool:
    """Whether all that makes it a name is the capital of a sentence's first word ("Buses run every ten minutes")."""
    starts = {s.span.start for s in analysis.article.sentences}
    return entity.kind == "other" and " " not in entity.name and all(m.span.start in starts for m in entity.mentions)
