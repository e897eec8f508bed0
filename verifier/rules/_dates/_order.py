"""Events told as earlier or later than another, whose dates say the opposite."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.english import closed, saying, verbs
from verifier.events import DateTelling, ledger
from verifier.reading import Analysis
from verifier.reading._model import DateMention
from verifier.reading.event_words import events
from verifier.reading.words import Words
from verifier.rules._rule import Problem

_AFTER = frozenset({"after", "following"})
_WITHIN = 10
"""Tokens after "after", "before" or a verb of saying in which its event stands."""
_MONTHS_APART = 5


def problems(analysis: Analysis) -> Iterator[Problem]:
    """Every date that lies on the wrong side of the event it is told beside."""
    known: dict[tuple[str, str], list[DateTelling]] = {}
    for dated in ledger(analysis).dates:
        for name in dated.events:
            known.setdefault((name, dated.value.unit), []).append(dated)
    for dated in ledger(analysis).dates:
        if not dated.alone or dated.saying:
            continue
        for at, low in _sentence(analysis, dated):
            if low in _AFTER or low == "before" or low in saying.REPORTED:
                found = _other(analysis, known, dated, at)
                if found and _reversed(dated.value, found.value, before=low == "before"):
                    yield _problem(analysis, dated, found, "before" if low == "before" else "after")
                    break


def _sentence(analysis: Analysis, dated: DateTelling) -> Iterator[tuple[int, str]]:
    """The tokens of the date's sentence with their places."""
    return ((i, analysis.words.lows[i]) for i in _inside(analysis, dated))


def _inside(analysis: Analysis, dated: DateTelling) -> range:
    return analysis.words.inside(analysis.article.sentences[dated.sentence].span)


def _other(
    analysis: Analysis, known: dict[tuple[str, str], list[DateTelling]], dated: DateTelling, at: int
) -> DateTelling | None:
    """The dated telling of the one event named after this word, where it is surely the same."""
    words, keys = analysis.words, analysis.keys
    for i in range(at + 1, min(at + 1 + _WITHIN, _inside(analysis, dated).stop)):
        named = events(keys[i])
        if not named:
            continue
        met = (d for name in sorted(named) for d in known.get((name, dated.value.unit), ())[:3] if d is not dated)
        told = list({id(d): d for d in met}.values())
        if len(told) != 1 or told[0].ahead or told[0].limit or told[0].saying or told[0].apart or not told[0].told:
            return None
        same = _same_subject(words, keys, i, told[0])
        return told[0] if same and verbs.NOT_YET.isdisjoint(words.lows[at + 1 : i]) else None
    return None


def _same_subject(words: Words, keys: list[str], at: int, told: DateTelling) -> bool:
    """Whether the event's word here and there is a past verb with one subject, or here the noun of an owner."""
    if words.lows[at - 1] in closed.OWNERS and words.lows[at] != words.lows[told.told[0]]:
        return True
    subject = _subject(words, keys, at)
    return bool(subject) and subject == _subject(words, keys, told.told[0])


def _subject(words: Words, keys: list[str], at: int) -> str:
    """The key of the nearest name before a verb."""
    for i in range(at - 1, max(-1, at - 5), -1):
        if keys[i] and not words.lows[i].endswith("ly"):
            return keys[i] if words.forms[i][0].isupper() else ""
    return ""


def _reversed(own: DateMention, other: DateMention, *, before: bool) -> bool:
    """Whether the first date lies on the wrong side of the second."""
    first, second = (other, own) if before else (own, other)
    if first.earliest and first.latest and second.earliest and second.latest:
        return first.latest < second.earliest
    if first.month and second.month and first.day and second.day and not (first.year or second.year):
        close = abs(first.month - second.month) <= _MONTHS_APART
        return close and (first.month, first.day) < (second.month, second.day)
    return False


def _problem(analysis: Analysis, dated: DateTelling, other: DateTelling, side: str) -> Problem:
    text = analysis.article.text
    own, event_date = (" ".join(d.value.span.of(text).split()) for d in (dated, other))
    return Problem(
        (dated.value.span,),
        f"What is dated {own} is told as coming {side} what is dated {event_date}.",
        "Which of the two dates is wrong, or is it another event?",
        related=((other.value.span, "the other event"),),
    )
