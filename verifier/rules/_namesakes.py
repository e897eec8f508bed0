"""Bare surnames that fit two people named just before (Q003)."""

from __future__ import annotations

from bisect import bisect_left

from verifier.article import Sentence, Span
from verifier.english import titles
from verifier.reading import Analysis
from verifier.reading._model import Attribution, NameMention

_BACK = 3  # sentences in which both must be named
_MANY = 20  # names of a sentence that are looked at


def pair(analysis: Analysis, attribution: Attribution) -> tuple[tuple[str, Span], tuple[str, Span]] | None:
    """The two people whom the surname could mean, with where they are named; None where the context decides.

    It decides where one of them has just spoken, or where the surname alone has meant somebody before.
    """
    source = attribution.source
    if source is None or source.basis != "explicit":
        return None
    surname = source.mention.of(analysis.article.text)
    sentence = analysis.article.sentence_at(source.mention.start)
    if sentence is None or not surname.istitle() or not surname.isalpha():
        return None
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        before = analysis.article.sentences[index]
        if before.paragraph < sentence.paragraph - 1:
            return None
        named = _namesakes(analysis, before, surname)
        if named:
            return _both(analysis, attribution, named, surname)
    return None


def _both(
    analysis: Analysis, attribution: Attribution, named: dict[str, tuple[Span, int | None]], surname: str
) -> tuple[tuple[str, Span], tuple[str, Span]] | None:
    if len(named) != 2:
        return None
    first, second = ((name, span) for name, (span, _) in named.items())
    entities = {entity for _, entity in named.values() if entity is not None}
    recent = analysis.attributions[max(0, attribution.index - 3) : attribution.index]
    if any(a.source is not None and a.source.entity in entities for a in recent):
        return None
    earliest = analysis.words.places.get(surname.lower(), [])[:_MANY]
    opening = min(first[1].start, second[1].start)
    alone = any(
        analysis.words.starts[i] < opening and not (i and analysis.words.forms[i - 1][0].isupper()) for i in earliest
    )
    return None if alone else (first, second)


def _namesakes(analysis: Analysis, sentence: Sentence, surname: str) -> dict[str, tuple[Span, int | None]]:
    """The people of that surname named with a given name in the sentence; "Ann and John Reed" are two."""
    mentions = analysis.names.mentions
    at = bisect_left(mentions, sentence.span.start, key=lambda m: m.bare.start)
    found: dict[str, tuple[Span, int | None]] = {}
    for mention in mentions[at : at + _MANY]:
        if mention.bare.end > sentence.span.end:
            break
        full = mention.bare.of(analysis.article.plain)
        if analysis.names.of(mention).kind == "person" and full.endswith(f" {surname}"):
            found[full] = (mention.bare, mention.entity)
            other = _shares_surname(analysis, mention)
            if other is not None:
                found[f"{other.of(analysis.article.plain)} {surname}"] = (other, None)
    return found


def _shares_surname(analysis: Analysis, mention: NameMention) -> Span | None:
    """The given name in "Ann and [John Reed]"."""
    words = analysis.words
    first = words.at(mention.bare.start)
    if first < 2 or words.lows[first - 1] != "and" or not titles.is_given(words.forms[first - 2]):
        return None
    return words.span(first - 2, first - 2)
