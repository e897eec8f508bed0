"""Events that are named without a date of their own ("after the vote"), and the one place that dates them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from verifier.english import closed, verbs
from verifier.events.dates import DateTelling
from verifier.events.ledger import ledger
from verifier.reading import Analysis
from verifier.reading.event_words import events
from verifier.reading.words import Words

_WITHIN = 10
"""Tokens in which the event stands that a word like "after" leads to."""
_MOST = 3
"""Dates of one kind of event that are looked at."""

Known = dict[tuple[str, str], list[DateTelling]]


def dated(analysis: Analysis) -> Known:
    """The dates of the article by the kind of event they are of and by how much time they name."""
    known: Known = defaultdict(list)
    for telling in ledger(analysis).dates:
        for kind in telling.events:
            known[kind, telling.value.unit].append(telling)
    return known


def led_to(analysis: Analysis, known: Known, beside: DateTelling, at: int) -> DateTelling | None:
    """The date of the event that the word at ``at`` leads to in the sentence of another date; None where it is not
    surely told once in the article, or is told with another subject."""
    words, keys = analysis.words, analysis.keys
    stop = words.inside(analysis.article.sentences[beside.sentence].span).stop
    for i in range(at + 1, min(at + 1 + _WITHIN, stop)):
        kinds = events(keys[i])
        if not kinds:
            continue
        told = list(_told(known, kinds, beside))
        if len(told) != 1 or not _is_sure(told[0]):
            return None
        same = _same_subject(words, keys, i, told[0])
        return told[0] if same and verbs.NOT_YET.isdisjoint(words.lows[at + 1 : i]) else None
    return None


def _told(known: Known, kinds: frozenset[str], beside: DateTelling) -> Iterator[DateTelling]:
    """The dates of these kinds of event, each once, other than the one beside."""
    seen = {id(beside)}
    for kind in sorted(kinds):
        for telling in known.get((kind, beside.value.unit), ())[:_MOST]:
            if id(telling) not in seen:
                seen.add(id(telling))
                yield telling


def _is_sure(telling: DateTelling) -> bool:
    """Whether a date says on which day its event was: not one ahead, a limit, one that sets it apart from others."""
    return bool(telling.told) and not (telling.ahead or telling.limit or telling.saying or telling.apart)


def _same_subject(words: Words, keys: list[str], at: int, told: DateTelling) -> bool:
    """Whether the event's word here and there is a past verb with one subject, or here the noun of an owner."""
    if words.low(at - 1) in closed.OWNERS and words.lows[at] != words.lows[told.told[0]]:
        return True
    subject = _subject(words, keys, at)
    return bool(subject) and subject == _subject(words, keys, told.told[0])


def _subject(words: Words, keys: list[str], at: int) -> str:
    """The key of the nearest name before a verb."""
    for i in range(at - 1, max(-1, at - 5), -1):
        if keys[i] and not words.lows[i].endswith("ly"):
            return keys[i] if words.forms[i][0].isupper() else ""
    return ""
