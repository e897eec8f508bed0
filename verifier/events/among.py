"""What the rest of the article says of a date: whether its day is named elsewhere, whether what it tells comes back,
which of its words are rare, who is named right after it."""

from __future__ import annotations

from verifier.events import days
from verifier.events.dates import DateTelling
from verifier.reading._model import DateMention
from verifier.reading.matching import SentenceIndex

_MOST = 12
"""Dates of one thing that are held against each other."""
_MANY = 3
"""Different days on which a thing is told from which on it is a series."""
_NEXT = 3
"""Sentences after one about somebody without a name in which the name follows."""
_FIRST = 40
"""Dates of the article among which another one of the same day is looked for."""
_RARE, _COMMON = 3, 6
"""Sentences up to which a word is rare in the article, or not yet common: rare words tell events apart."""


def among(tellings: list[DateTelling], topics: SentenceIndex) -> tuple[DateTelling, ...]:
    """The dates of an article, each with what the others and the other sentences say of it."""
    told = _told(tellings)
    series = frozenset(tag for tag, dated in told.items() if _is_series(dated))
    next_named = {at: _next_named(at, topics) for at in {t.sentence for t in tellings}}
    return tuple(
        _in_words(t, topics)._replace(
            lone=not any(_again(other, t) for other in tellings[:_FIRST]),
            settled=frozenset(tag for tag in t.referred if any(_again(other, t) for other in told.get(tag, ()))),
            returning=series & _tags(t),
            next_named=next_named[t.sentence],
        )
        for t in tellings
    )


def _again(other: DateTelling, telling: DateTelling) -> bool:
    """Whether another telling is of the same day."""
    return other is not telling and days.agree(other.value, telling.value)


def _in_words(telling: DateTelling, topics: SentenceIndex) -> DateTelling:
    places = topics.postings
    return telling._replace(
        rare=frozenset([k for k in telling.wide if len(places[k]) <= _RARE]),
        common=frozenset([k for k in telling.wide if len(places[k]) > _COMMON]),
        known=frozenset(k for k in telling.names if places[k][0] < telling.sentence),
    )


def _tags(telling: DateTelling) -> frozenset[str]:
    return telling.kinds | telling.deed | telling.called


def _told(tellings: list[DateTelling]) -> dict[str, list[DateTelling]]:
    """The dates on which each thing is told to happen, some for each."""
    found: dict[str, list[DateTelling]] = {}
    for telling in tellings:
        for tag in _tags(telling):
            known = found.setdefault(tag, [])
            if len(known) < _MOST:
                known.append(telling)
    return found


def _is_series(tellings: list[DateTelling]) -> bool:
    """Whether a thing is told on so many different days that it comes back, or there are several."""
    known: list[DateMention] = []
    for telling in tellings:
        if all(m.unit != telling.value.unit or days.differ(m, telling.value) for m in known):
            known.append(telling.value)
    return len(known) >= _MANY


def _next_named(sentence: int, topics: SentenceIndex) -> frozenset[str]:
    """The words that come up first in the sentences right after one."""
    after = range(sentence + 1, min(sentence + 1 + _NEXT, len(topics.contents)))
    return frozenset([k for at in after for k in topics.contents[at] if topics.postings[k][0] == at])
