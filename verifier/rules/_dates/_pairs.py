"""Which two dates may date the same event, and how surely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from verifier.reading._model import DateMention
from verifier.reading.dated import Dated, Story
from verifier.reading.event_words import SPOKEN, events
from verifier.reading.matching import key

_CONTEST = key("win")
"""Won and lost between two: with another opponent it is another match."""

_DEADLINE = key("expire")

Sureness = Literal["same", "likely"]

Places = Mapping[str, Sequence[int]]
"""The sentences that hold a key."""

_ENOUGH = 1.5
"""Likeness of two clauses with one verb and one subject or object."""
_MOST = 12
"""Dates of one thing that are held against each other."""
_MANY = 3
"""Different days on which a thing is told from which on it is a series."""
_NEXT = 3
"""Sentences after one about somebody without a name in which the name follows."""
_WEEKS = 60
"""Days apart up to which a noun points back at what was told."""
_REACH, _REACH_IN_A_LIST = 40, 4
"""Dates before it in the article with which each date is compared, and where the article is rather a list of dates."""
_LIST = 300
"""Dates from which on an article is a list of them."""
_RARE, _COMMON = 3, 6
"""Sentences up to which a word is rare in the article, or not yet common: rare words tell events apart."""


class Pair(NamedTuple):
    """Two dates that differ, of what is the same event, or likely so."""

    first: Dated
    second: Dated
    sureness: Sureness


def pairs(story: Story, places: Places) -> Iterator[Pair]:
    """Every pair of differing dates of one event, each later date once, with the likeliest earlier one."""
    lone = [_lone(dated, story) for dated in story.dated]
    days = _days(story)
    series = frozenset(tag for tag, told in days.items() if _is_series(told))
    reach = _REACH if len(story.dated) < _LIST else _REACH_IN_A_LIST
    for n, second in enumerate(story.dated):
        best: tuple[float, Pair] | None = None
        for m in range(max(0, n - reach), n):
            first = story.dated[m]
            if not _comparable(first, second):
                continue
            score = likeness(first, second, places)
            told = _Told(first, second, score, lone[m] or lone[n], _shared(first, second), places, series)
            if _settled(told, days):
                continue
            sureness = _judge(told) or _near_miss(first, second)
            if sureness and (best is None or score > best[0]):
                best = score, Pair(first, second, sureness)
        if best:
            yield best[1]


class _Told(NamedTuple):
    """Two dates beside each other, with what both tell."""

    a: Dated
    b: Dated
    score: float
    lone: bool
    """Whether one of the two days stands nowhere else in the text."""
    shared: frozenset[str]
    places: Places
    series: frozenset[str]


def _shared(a: Dated, b: Dated) -> frozenset[str]:
    """What both tell: events of one kind, or one verb, or a verb and its noun."""
    return (a.kinds & b.kinds) | (a.deed & (b.deed | b.called)) | (a.called & b.deed)


def _days(story: Story) -> dict[str, list[Dated]]:
    """The dates on which each thing is told to happen, some for each."""
    days: dict[str, list[Dated]] = {}
    for dated in story.dated:
        for tag in dated.kinds | dated.deed | dated.called:
            known = days.setdefault(tag, [])
            if len(known) < _MOST:
                known.append(dated)
    return days


def _is_series(told: list[Dated]) -> bool:
    """Whether a thing is told on so many different days that it comes back, or there are several."""
    known: list[DateMention] = []
    for dated in told:
        if all(m.unit != dated.mention.unit or differ(m, dated.mention) for m in known):
            known.append(dated.mention)
    return len(known) >= _MANY


def _settled(told: _Told, days: dict[str, list[Dated]]) -> bool:
    """Whether all that is pointed at is told elsewhere on that very day ("attacked on Tuesday", "Tuesday's attack")."""
    pointing = [(side, told.shared & side.referred) for side in (told.a, told.b) if told.shared & side.referred]
    return bool(pointing) and all(
        any(_again(other, side) for tag in tags for other in days.get(tag, ())) for side, tags in pointing
    )


def _again(other: Dated, side: Dated) -> bool:
    return other is not side and _same_day(other.mention, side.mention)


def _same_day(a: DateMention, b: DateMention) -> bool:
    """Whether two mentions of one kind can be seen to mean the same day, month or year."""
    if a.unit != b.unit or differ(a, b):
        return False
    if a.earliest and b.earliest:
        return True
    return (a.weekday is not None and a.weekday == b.weekday) or (a.month is not None and a.month == b.month)


def _comparable(a: Dated, b: Dated) -> bool:
    apart = b.sentence.index - a.sentence.index
    if apart == 0 or (
        apart == 1 and a.sentence.paragraph == b.sentence.paragraph and not (b.referred & (a.kinds | a.deed))
    ):
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
    return not any(d.mention is not own and _same_day(d.mention, own) for d in story.dated[:_REACH])


def likeness(a: Dated, b: Dated, places: Places) -> float:
    """How much the words around two dates have in common: rare words count more, and words of both clauses."""
    score = 0.0
    for k in a.wide & b.wide:
        sentences = len(places[k])
        weight = 1.0 if sentences <= _RARE else 0.5 if sentences <= _COMMON else 0.25
        score += weight * 1.5 if k in a.near and k in b.near else weight
    return score


def _judge(told: _Told) -> Sureness | None:
    """How sure it is that two dates date one event."""
    a, b, score = told.a, told.b, told.score
    if a.marks != b.marks or a.label or b.label or a.limit or b.limit or _other_figures(a, b):
        return None
    share = len(a.wide & b.wide) / max(1, min(len(a.wide), len(b.wide)))
    if share >= 0.7 and score >= 4:
        return "same"
    if a.saying or b.saying:
        return _judge_speech(told)
    definite = a.definite or b.definite
    if _swapped(a, b) or (not definite and _apart(told)):
        return None
    if a.events & b.events or told.shared:
        return _judge_event(told)
    done = told.lone and a.mention.unit == "day" and len(a.near & b.near) > 1 and bool(a.verbs & b.verbs)
    needed = 2 if definite and a.near & b.near else 3 if done or (a.ahead and b.ahead) else 4.5
    return "likely" if score >= needed else None


def _swapped(a: Dated, b: Dated) -> bool:
    """Whether who does it to whom is the other way round: the rebels attacked, the army attacked the rebels."""
    crossed = a.doers & b.done_to or b.doers & a.done_to
    return bool(crossed and a.deed & b.deed) and a.doers.isdisjoint(b.doers)


def _other_figures(a: Dated, b: Dated) -> bool:
    """Whether both tell figures and none is the same: one more in a row of results, prices or counts."""
    return bool(a.figures and b.figures) and a.figures.isdisjoint(b.figures)


def _apart(told: _Told) -> bool:
    """Whether one has happened and the other is to come, their clauses name other people and places, or something
    else is told of the same thing ("the fire broke out", "the fire was put out")."""
    a, b = told.a, told.b
    if (a.ahead and b.past and not b.ahead) or (b.ahead and a.past and not a.ahead):
        return True
    if a.sites - b.wide and b.sites - a.wide and a.sites.isdisjoint(b.sites):
        return True
    own, other = a.names - a.sites, b.names - b.sites
    contest = _CONTEST in a.events & b.events
    if own - b.wide and _named_elsewhere(told, other) and (own.isdisjoint(other) or contest):
        return True
    if a.attached or b.attached:
        return False
    same = (a.events | b.events) and a.events == b.events
    return bool(same and a.verbs and b.verbs and _nouns(a, b)) and a.verbs.isdisjoint(b.verbs)


def _nouns(a: Dated, b: Dated) -> set[str]:
    """The events that are told as things, not done, on both sides."""
    return {k for k in a.near & b.near if events(k) and k not in a.verbs and k not in b.verbs}


def _named_elsewhere(told: _Told, names: frozenset[str]) -> set[str]:
    """The names beside the second date that the first cannot mean: who is named only right after it is whom it told
    without a name ("The mayor resigned on Monday. Helen Brandt had led ...")."""
    return {k for k in names - told.a.wide if not _follows(told, k)}


def _follows(told: _Told, name: str) -> bool:
    """Whether a word comes up first right after the first date's sentence."""
    here, places = told.a.sentence.index, told.places[name]
    return here < places[0] <= here + _NEXT and places[0] < told.b.sentence.index


def _judge_event(told: _Told) -> Sureness | None:
    """Two dates of events of one kind."""
    a, b, score, lone = told.a, told.b, told.score, told.lone
    if _CONTEST in told.shared and not any(not events(k) for k in a.wide & b.wide):
        return None
    if (a.definite or b.definite) and a.events & b.events:
        return "same" if score >= 4 else "likely" if score >= (0 if lone else 0.5) else None
    if _points_back(told) or (lone and (a.pointed or b.pointed) and is_slip(a, b)) or _one_doer(told):
        return "likely"
    if not any(not events(k) for k in (a.near & b.wide) | (a.wide & b.near)):
        return None
    if score >= 4 and a.events & b.events:
        return "same"
    return "likely" if score >= (1 if lone and (a.pointed or b.pointed or is_slip(a, b)) else 2) else None


def _points_back(told: _Told) -> bool:
    """Whether one side is a noun with a determiner that points at what the other tells."""
    if not told.shared & (told.a.referred | told.b.referred):
        return False
    needed = 3 if told.shared <= told.series else 0 if told.lone else 1
    return told.score >= needed and _close(told.a.mention, told.b.mention)


def _one_doer(told: _Told) -> bool:
    """Whether both tell it of the same, or the second names whom the first told without a name."""
    a, b = told.a, told.b
    if not told.lone or told.shared <= told.series or not _close(a.mention, b.mention):
        return False
    if a.nameless and any(_follows(told, k) for k in b.doers & b.names):
        return True
    return bool(a.acts & b.acts or a.deed & b.deed) and told.score >= _ENOUGH and _same_parts(a, b)


def _same_parts(a: Dated, b: Dated) -> bool:
    """Whether one who does it, or what it is done to, is the same on both sides, and the other no one else."""
    parts = ((a.doers, b.doers), (a.done_to, b.done_to))
    return any(x & y for x, y in parts) and not any(x and y and x.isdisjoint(y) for x, y in parts)


def _close(a: DateMention, b: DateMention) -> bool:
    """Whether two days are no more than some weeks apart, as far as is known."""
    if a.unit != "day" or not (a.month and b.month):
        return True
    return abs((_day(a) - _day(b)).days) <= _WEEKS


def is_slip(a: Dated, b: Dated) -> bool:
    """Whether the two dates differ by what a slip of the pen changes: the year or the month alone, or a day or two."""
    one, two = a.mention, b.mention
    if one.month and one.month == two.month:
        return one.day == two.day or (bool(one.day and two.day) and abs((one.day or 0) - (two.day or 0)) in {1, 2, 10})
    if one.unit == two.unit == "year":
        return sorted(str(one.year)) == sorted(str(two.year))
    return bool(one.day) and one.day == two.day


def _judge_speech(told: _Told) -> Sureness | None:
    """What somebody "said Friday", beside the speech or interview in which it may have been said."""
    a, b, score, lone = told.a, told.b, told.score, told.lone
    if a.saying and b.saying:
        return None
    speech = b if a.saying else a
    if not speech.events & SPOKEN:
        return None
    if lone and told.shared & speech.referred & SPOKEN:
        return "likely"
    return "likely" if score >= (0.3 if lone and (speech.pointed or speech.definite) else 2) else None


def _near_miss(a: Dated, b: Dated) -> Sureness | None:
    """Days one or two apart, where one is a limit and the other what happens at it, or the limit by its name."""
    if not (a.limit or b.limit) or a.label or b.label or a.mention.unit != "day":
        return None
    named = _DEADLINE in (b.kinds if a.limit else a.kinds)
    needed = 1 if a.referred or b.referred else 2
    if named and a.limit != b.limit and len(a.wide & b.wide) >= needed and a.marks == b.marks:
        return "likely" if _close(a.mention, b.mention) else None
    if not (a.mention.day and b.mention.day and a.mention.month and b.mention.month):
        return None
    apart = abs((_day(a.mention) - _day(b.mention)).days)
    return "likely" if 0 < apart <= 2 and len(a.wide & b.wide) >= 2 else None


def _day(mention: DateMention) -> date:
    try:
        return mention.earliest or date(2000, mention.month or 1, mention.day or 1)
    except ValueError:
        return date.min
