"""Which two dates may date the same event, and how surely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from verifier.language._model import DateMention
from verifier.language.dated import Dated, Story
from verifier.language.event_words import SPOKEN, event
from verifier.language.matching import key

_CONTEST = event(key("win"))
"""Won and lost between two: with another opponent it is another match."""

Sureness = Literal["same", "likely"]

Places = Mapping[str, Sequence[int]]
"""The sentences that hold a key."""

_REACH = 40
"""Dates before it in the article with which each date is compared."""
_RARE, _COMMON = 3, 6
"""Sentences up to which a word is rare in the article, or not yet common: rare words tell events apart."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two dates that differ, of what is the same event, or likely so."""

    first: Dated
    second: Dated
    sureness: Sureness


def pairs(story: Story, places: Places) -> Iterator[Pair]:
    """Every pair of differing dates of one event, each later date once, with the likeliest earlier one."""
    lone = [_lone(dated, story) for dated in story.dated]
    for n, second in enumerate(story.dated):
        best: tuple[float, Pair] | None = None
        for m in range(max(0, n - _REACH), n):
            first = story.dated[m]
            if not _comparable(first, second):
                continue
            score = likeness(first, second, places)
            sureness = _judge(first, second, score, lone=lone[m] or lone[n]) or _near_miss(first, second)
            if sureness and (best is None or score > best[0]):
                best = score, Pair(first, second, sureness)
        if best:
            yield best[1]


def _comparable(a: Dated, b: Dated) -> bool:
    apart = b.sentence.index - a.sentence.index
    if apart == 0 or (apart == 1 and a.sentence.paragraph == b.sentence.paragraph):
        return False  # told one after the other: two events
    return _same_grain(a.mention, b.mention) and differ(a.mention, b.mention)


def _same_grain(a: DateMention, b: DateMention) -> bool:
    return a.unit == b.unit or (a.year is not None and b.year is not None)


def differ(a: DateMention, b: DateMention) -> bool:
    """Whether the two cannot be the same day, month or year."""
    if a.weekday is not None and b.weekday is not None and not (a.turn or b.turn):
        return a.weekday != b.weekday
    if a.month and b.month and not (a.year and b.year):
        return a.month != b.month or bool(a.day and b.day and a.day != b.day)
    if a.earliest and a.latest and b.earliest and b.latest:
        return a.latest < b.earliest or b.latest < a.earliest
    return False


def _lone(dated: Dated, story: Story) -> bool:
    """Whether no other date in the article can mean the same day."""
    own = dated.mention
    return not any(
        d.mention is not own and d.mention.unit == own.unit and not differ(d.mention, own) for d in story.dated[:_REACH]
    )


def likeness(a: Dated, b: Dated, places: Places) -> float:
    """How much the words around two dates have in common: rare words count more, and words of both clauses."""
    score = 0.0
    for k in a.wide & b.wide:
        sentences = len(places[k])
        weight = 1.0 if sentences <= _RARE else 0.5 if sentences <= _COMMON else 0.25
        score += weight * 1.5 if k in a.near and k in b.near else weight
    return score


def _judge(a: Dated, b: Dated, score: float, *, lone: bool) -> Sureness | None:
    """How sure it is that two dates date one event; ``lone`` where one of the two stands nowhere else in the text."""
    if a.marks != b.marks or a.label or b.label or a.limit or b.limit or _other_figures(a, b):
        return None
    share = len(a.wide & b.wide) / max(1, min(len(a.wide), len(b.wide)))
    if share >= 0.7 and score >= 4:
        return "same"
    if a.saying or b.saying:
        return _judge_speech(a, b, score, lone=lone)
    definite = a.definite or b.definite
    if not definite and _apart(a, b):
        return None
    if a.events & b.events:
        return _judge_event(a, b, score, lone=lone)
    done = lone and a.mention.unit == "day" and len(a.near & b.near) > 1 and bool(a.verbs & b.verbs)
    needed = 2 if definite and a.near & b.near else 3 if done or (a.ahead and b.ahead) else 4.5
    return "likely" if score >= needed else None


def _other_figures(a: Dated, b: Dated) -> bool:
    """Whether both tell figures and none is the same: one more in a row of results, prices or counts."""
    return bool(a.figures and b.figures) and a.figures.isdisjoint(b.figures)


def _apart(a: Dated, b: Dated) -> bool:
    """Whether one has happened and the other is to come, their clauses name other people and places, or something
    else is told of the same thing ("the fire broke out", "the fire was put out")."""
    if (a.ahead and b.past and not b.ahead) or (b.ahead and a.past and not a.ahead):
        return True
    others = a.names - b.wide and b.names - a.wide
    if others and (a.names.isdisjoint(b.names) or _CONTEST in a.events & b.events):
        return True
    told = (a.events | b.events) and a.events == b.events
    return bool(told and a.verbs and b.verbs and _nouns(a, b)) and a.verbs.isdisjoint(b.verbs)


def _nouns(a: Dated, b: Dated) -> set[str]:
    """The events that are told as things, not done, on both sides."""
    return {k for k in a.near & b.near if event(k) and k not in a.verbs and k not in b.verbs}


def _judge_event(a: Dated, b: Dated, score: float, *, lone: bool) -> Sureness | None:
    """Two dates of events of one kind."""
    if a.definite or b.definite:
        return "same" if score >= 4 else "likely" if score >= (0 if lone else 0.5) else None
    if lone and (a.pointed or b.pointed) and _slip(a, b):
        return "likely"
    if not any(event(k) is None for k in (a.near & b.wide) | (a.wide & b.near)):
        return None
    if score >= 4:
        return "same"
    return "likely" if score >= (1 if lone and (a.pointed or b.pointed or _slip(a, b)) else 2) else None


def _slip(a: Dated, b: Dated) -> bool:
    """Whether the two dates differ by what a slip of the pen changes: the year or the month alone, or a day or two."""
    one, two = a.mention, b.mention
    if one.month and one.month == two.month:
        return one.day == two.day or (bool(one.day and two.day) and abs((one.day or 0) - (two.day or 0)) in {1, 2, 10})
    return bool(one.day) and one.day == two.day


def _judge_speech(a: Dated, b: Dated, score: float, *, lone: bool) -> Sureness | None:
    """What somebody "said Friday", beside the speech or interview in which it may have been said."""
    if a.saying and b.saying:
        return None
    speech = b if a.saying else a
    if not speech.events & SPOKEN:
        return None
    return "likely" if score >= (0.3 if lone and (speech.pointed or speech.definite) else 2) else None


def _near_miss(a: Dated, b: Dated) -> Sureness | None:
    """Days of the month one or two apart, where one is a limit and the other what happens at it."""
    if not (a.limit or b.limit) or not (a.mention.day and b.mention.day and a.mention.month and b.mention.month):
        return None
    apart = abs((_day(a.mention) - _day(b.mention)).days)
    return "likely" if 0 < apart <= 2 and len(a.wide & b.wide) >= 2 else None


def _day(mention: DateMention) -> date:
    try:
        return mention.earliest or date(2000, mention.month or 1, mention.day or 1)
    except ValueError:
        return date.min
