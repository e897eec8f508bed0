"""Bodies that bear no name of their own: somebody's ("the Lee campaign", "Lee's office") and a party's people
("Democrats")."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.article import Span
from verifier.english import closed, names, nouns
from verifier.reading import tags
from verifier.reading._analysis import Analysis
from verifier.reading._model import Entity

_OWNERS = frozenset(("person", "other"))


def somebodys(analysis: Analysis) -> Iterator[Span]:
    """Where a body stands that is told by whose it is."""
    words = analysis.words
    for mention in analysis.names.mentions:
        if analysis.names.of(mention).kind not in _OWNERS:
            continue
        inside = words.inside(mention.bare)
        first, behind = inside.start, inside.stop
        owner = words.low(behind) in closed.AFTER_AN_OWNER
        at = behind + owner
        if at >= len(words) or words.forms[at] not in nouns.OF_SOMEBODY or words.starts[at] - words.ends[at - 1] > 1:
            continue
        if _is_a_noun(analysis, at + 1) or not (owner or words.low(first - 1) == "the"):
            continue
        yield words.span(words.inside(mention.span).start if owner else first - 1, at)


def partisans(analysis: Analysis) -> Iterator[Span]:
    """Where a party's people are first named as all of them: "Democrats", not "some 40 Democrats"; each party once."""
    words, seen = analysis.words, set[str]()
    for i, low in enumerate(words.lows):
        if low in seen or low not in names.PARTIES or not words.forms[i][0].isupper():
            continue
        told = analysis.tags[i - 1] if i else tags.MARK
        if told in _TELLS_WHICH or _is_a_noun(analysis, i + 1):
            continue
        seen.add(low)
        yield words.span(i, i)


_TELLS_WHICH = frozenset((tags.DETERMINER, tags.NUMBER, tags.NAME, tags.ADJECTIVE, tags.NOUN, tags.POSSESSIVE))
_NOUNS = frozenset((tags.NOUN, tags.NAME, tags.NOUN_OR_VERB))


def _is_a_noun(analysis: Analysis, at: int) -> bool:
    """Whether what stands there can belong to the word before it: "the Lee campaign [spokesman]"."""
    words = analysis.words
    return at < len(words) and words.starts[at] - words.ends[at - 1] == 1 and analysis.tags[at] in _NOUNS


def is_a_thing(analysis: Analysis, entity: Entity) -> bool:
    """Whether letters stand for a thing, not for a body: "TV", "an SUV"."""
    name = entity.name
    if entity.kind in ("person", "outlet") or not name.isupper() or " " in name:
        return False
    words = analysis.words
    one = ("a", "an")
    counted = any(
        words.low(at.start - 1) in one and not words.low(at.stop).isalpha()
        for at in (words.inside(mention.bare) for mention in entity.mentions)
    )
    return counted or name in names.THINGS_IN_LETTERS
