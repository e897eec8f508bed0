"""Which one it is of its kind, in the headline and in the lead: "third national title", "her fourth national title"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from verifier.article import Span
from verifier.english import closed, numbers
from verifier.reading import Analysis, tags
from verifier.reading._model import Quantity
from verifier.rules._dates._figures import ordinal
from verifier.rules._numbers._figures import Figure

_PHRASE = 3
"""Words behind an ordinal that say of what kind it is."""
_OF_A_KIND = (tags.ADJECTIVE, tags.NOUN, tags.NAME, tags.NOUN_OR_VERB)
_OF_MORE = frozenset(["of", "in"])


class _Ordinal(NamedTuple):
    """An ordinal with the keys of the words for its kind, the last of them the noun."""

    value: int
    first: int
    last: int
    kind: tuple[str, ...]
    ends: int


def pairs(analysis: Analysis) -> Iterator[tuple[Figure, Figure]]:
    """The one of the headline and the one of the lead, where each tells one of that kind, and they are two."""
    paragraphs = analysis.article.paragraphs
    head = next((p for p in paragraphs if p.kind == "headline"), None)
    lead = next((p for p in paragraphs if p.kind == "body"), None)
    if head is None or lead is None:
        return
    above, below = (list(_ordinals(analysis, p.span)) for p in (head, lead))
    for one in above:
        alike = [two for two in below if two.kind == one.kind and not _is_aside(analysis, two)]
        if len(alike) == 1 and alike[0].value != one.value and _is_all(analysis, one, alike[0]):
            yield _figure(analysis, one), _figure(analysis, alike[0])


def _ordinals(analysis: Analysis, span: Span) -> Iterator[_Ordinal]:
    words = analysis.words
    inside = words.inside(span)
    for i in inside:
        value = ordinal(words.lows[i], words.low(i - 1))
        if value is None or value < _SECOND:
            continue
        first = i - (words.lows[i] in numbers.ORDINAL_ENDINGS)
        end = i + 1
        while end < inside.stop and end - i <= _PHRASE and analysis.tags[end] in _OF_A_KIND:
            end += 1
        kind = tuple(analysis.keys[i + 1 : end])
        if kind and all(kind):
            yield _Ordinal(value, first, i, kind, end)


_SECOND = 2  # "first" opens many things


def _is_aside(analysis: Analysis, told: _Ordinal) -> bool:
    """Whether it is told on the way to the news: "Orr, who won a fourth title in 2019, has ..."."""
    words = analysis.words
    sentence = analysis.article.sentence_at(words.starts[told.first])
    start = words.at(sentence.span.start) if sentence is not None else told.first
    return not closed.HANGS_BEHIND.isdisjoint(words.lows[start : told.first]) or not (
        closed.RELATIVES.isdisjoint(words.lows[start : told.first])
    )


def _is_all(analysis: Analysis, one: _Ordinal, two: _Ordinal) -> bool:
    """Whether the words for the kind are all that says which ones are counted, two of them or nothing behind: not
    "fourth win of the season", "in five games"."""
    if len(one.kind) > 1:
        return True
    words = analysis.words
    return all(words.low(o.ends) not in _OF_MORE for o in (one, two))


def _figure(analysis: Analysis, told: _Ordinal) -> Figure:
    value = Decimal(told.value)
    span = analysis.words.span(told.first, told.last)
    sentence = analysis.article.sentence_at(span.start)
    noun = told.kind[-1]
    quantity = Quantity(span, "count", value, "ordinal", value, value, noun)
    at = sentence.index if sentence is not None else 0
    return Figure(quantity, told.first, told.last, at, "ordinal", noun, frozenset(), frozenset())
