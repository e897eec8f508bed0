"""The results of an article as tellings: who beat whom, by what score."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from verifier.article import Sentence, Span
from verifier.english.contests import BEAT
from verifier.english.events import OTHERS
from verifier.events.telling import Slot
from verifier.reading import Analysis
from verifier.reading._model import DateMention, NameMention

_DASHES = frozenset({"-", "–", "—"})
_TELLING = 4
_GAP = 3
"""How many words may stand between the parts: "beat debutants Malta", "lost narrowly"."""


class ResultTelling(NamedTuple):
    """A result in its surroundings: what every :class:`~verifier.events.telling.Telling` has, and more.

    ``winner`` and ``loser`` are the words by which each side is known, ``score`` the two figures, the higher first;
    ``days`` are the dates of the sentence.
    """

    slot: Slot
    span: Span
    sentence: int
    paragraph: int
    near: frozenset[str]
    wide: frozenset[str]
    names: frozenset[str]
    apart: frozenset[str]
    definite: bool
    winner: frozenset[str]
    loser: frozenset[str]
    score: tuple[int, int]
    days: tuple[DateMention, ...]


def results(analysis: Analysis) -> Iterator[ResultTelling]:
    """Every result between two neighbouring names with a score that has a winner."""
    words, mentions = analysis.words, analysis.names.mentions
    dashes = (i for dash in _DASHES for i in words.places.get(dash, ()))
    if not any(i and _score(analysis, i - 1, i + 2) for i in dashes):
        return
    for one, other in pairwise(mentions):
        if one.entity == other.entity:
            continue
        a, b = words.at(one.bare.end - 1), words.at(other.bare.start)
        if not 0 < b - a - 1 <= 2 * _GAP + 2:
            continue
        between = words.lows[a + 1 : b]
        inside = _score(analysis, a + 1, b)
        verb = next((w for w in between if w in BEAT or w == "lost"), None)
        if verb is None and (inside is None or len(between) > _GAP):
            continue
        score = inside or _score(analysis, words.at(other.bare.end - 1) + 1, words.at(other.bare.end - 1) + 6)
        sentence = analysis.article.sentence_at(one.bare.start)
        if score is None or score[0] == score[1] or sentence is None or not sentence.span.covers(other.bare):
            continue  # the two stand in two sentences, or in a headline and the story
        lost = verb == "lost" or (verb is None and score[0] < score[1])
        sides = (other, one) if lost else (one, other)
        yield _telling(analysis, sentence, Span(one.bare.start, other.bare.end), sides, score)


def _telling(
    analysis: Analysis, sentence: Sentence, span: Span, sides: tuple[NameMention, NameMention], score: tuple[int, int]
) -> ResultTelling:
    words, inside = analysis.words, analysis.words.inside(sentence.span)
    winner, loser = (frozenset(_known_by(analysis, side)) for side in sides)
    return ResultTelling(
        slot="sides",
        span=span,
        sentence=sentence.index,
        paragraph=sentence.paragraph,
        near=frozenset(analysis.keys[i] for i in words.inside(span)) - {""},
        wide=frozenset(analysis.keys[i] for i in inside) - {""},
        names=winner | loser,
        apart=frozenset(OTHERS.intersection(words.lows[inside.start : inside.stop])),
        definite=False,
        winner=winner,
        loser=loser,
        score=(max(score), min(score)),
        days=_days(analysis, sentence.span),
    )


def _days(analysis: Analysis, stretch: Span) -> tuple[DateMention, ...]:
    """The dates inside a stretch of the text."""
    first, end = (bisect_left(analysis.dates, at, key=lambda date: date.span.start) for at in stretch)
    return tuple(date for date in analysis.dates[first:end] if stretch.covers(date.span))


def _known_by(analysis: Analysis, side: NameMention) -> list[str]:
    """The words of a side's name that tell: "South Korea" and "Korea Republic" are one."""
    name = analysis.names.of(side).name
    return [name, *(word for word in name.split() if len(word) >= _TELLING)]


def _score(analysis: Analysis, first: int, last: int) -> tuple[int, int] | None:
    """A score like "3-0" between two tokens."""
    forms = analysis.words.forms
    for t in range(first, min(last, len(forms)) - 2):
        if forms[t + 1] in _DASHES and _figure(forms[t]) and _figure(forms[t + 2]):
            return int(forms[t]), int(forms[t + 2])
    return None


def _figure(form: str) -> bool:
    return form.isascii() and form.isdigit() and len(form) <= 3
