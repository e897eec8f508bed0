"""The words around a date: its clause, the verb and the nouns in it, who does what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from verifier.english import calendar, closed, verbs
from verifier.english.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from verifier.english.events import (
    AHEAD,
    BARE,
    FILLING,
    HAPPENING,
    LEADING,
    ONCE,
    PLACING,
    PLANNED,
    POINTING,
    PRESENT_FOR_FUTURE,
    PUT_OFF,
    SCENE_STOPS,
    TOLD,
)
from verifier.english.inflection import PASTS
from verifier.english.lexicon import lexicon
from verifier.reading.event_words import deed, done_by, events, general, phrase
from verifier.reading.matching import key
from verifier.reading.words import Words

_WALL = SCENE_STOPS | {"who", "which"}
"""The same, read on from the date: what comes before "which" is what the date may belong to."""
_PAST = PASTS | verbs.SAME_IN_THE_PAST
_INSIDE = closed.DETERMINERS_AND_POSSESSIVES | {"of", "$", "£", "€"}
"""Small words that may stand inside the noun phrase after a verb."""
_ENDS = lexicon('. ? ! : " “ ” ; )')
_TOLD_AGAIN = 8
"""Mentions of a word in which its capital is looked for."""
_LEFT, _RIGHT = 16, 14
"""Tokens on each side of a date that are taken for its clause, at most."""
_TIME = frozenset(key(word) for word in {*WEEKDAYS, *MONTHS, *SHORT_MONTHS, *calendar.CLOCK})


class Scene(NamedTuple):
    """A date's tokens and its clause's."""

    words: Words
    keys: list[str]
    clause: range
    date: range


def subject(keys: Iterable[str]) -> frozenset[str]:
    """The keys that say what a sentence is about: no days, months, times or figures."""
    return frozenset(k for k in keys if k and k not in _TIME and not k[0].isdigit())


def told(scene: Scene, clause: range) -> list[int]:
    """Where the event stands that a date belongs to: the two nearest told before it in its clause, else the nearest
    after it; and one in apposition ("on Friday night, the opening night")."""
    lows, keys, date = scene.words.lows, scene.keys, scene.date
    before = range(date.start - 1, clause.start - 1, -1)
    found = [i for i in before if event_at(lows, keys, i) and lows[i - 1] not in BARE][:2]
    for i in [i for i in range(max(date.stop, clause.start), clause.stop) if event_at(lows, keys, i)][:1]:
        if not found or ({",", "the"} <= set(lows[date.stop : i]) and i - date.stop < 5):
            found.append(i)
    return found


def event_at(lows: list[str], keys: list[str], at: int) -> frozenset[str]:
    """The events a token can name; in two words, the verb names it ("stepped down", "opened fire")."""
    if at and keys[at] and phrase(keys[at - 1], lows[at]):
        return frozenset()
    return (phrase(keys[at], lows[at + 1]) if at + 1 < len(lows) else frozenset()) or events(keys[at])


def is_name(words: Words, at: int, start: int) -> bool:
    """Whether a token is a capitalised word, and not only because its sentence begins with it."""
    if not words.forms[at][0].isupper():
        return False
    if at != start:
        return True
    others = (i for i in words.places[words.lows[at]][:_TOLD_AGAIN] if i and words.lows[i - 1] not in _ENDS)
    return any(words.forms[i][0].isupper() for i in others)


def is_site(words: Words, at: int) -> bool:
    """Whether a token belongs to the name of a place, by the preposition before it."""
    if not words.forms[at][0].isupper():
        return False
    while at and words.forms[at - 1][0].isupper():
        at -= 1
    return at > 0 and words.lows[at - 1] in PLACING


def is_past(words: Words, at: int) -> bool:
    low = words.lows[at]
    return low in _PAST or (low.endswith("ed") and words.forms[at] == low)


def _is_verb(words: Words, at: int) -> bool:
    """Whether a token is a verb in the past tense, or in its base form after "will" or "to"."""
    low, after = words.lows[at], words.lows[at + 1] if at + 1 < len(words) else ""
    if is_past(words, at) or low in PRESENT_FOR_FUTURE or (low[-1] == "s" and after in closed.DETERMINERS_OF_ONE):
        return True
    before = at - 2 if at > 1 and words.lows[at - 1] in FILLING else at - 1
    return at > 0 and words.lows[before] in LEADING


def verb(scene: Scene) -> int | None:
    """The nearest verb before the date in its clause, else the nearest after it."""
    keys, clause, date = scene.keys, scene.clause, scene.date
    for i in (*range(date.start - 1, clause.start - 1, -1), *range(date.stop, clause.stop)):
        if keys[i] and _is_verb(scene.words, i):
            return int(i)
    return None


def deeds(scene: Scene, verb: int | None) -> frozenset[str]:
    """Names for what a verb tells, with the small word after it ("walked out")."""
    if verb is None:
        return frozenset()
    after = scene.words.lows[verb + 1 : verb + 2]
    return deed(scene.keys[verb], after[0] if after else "")


def acts(scene: Scene, verb: int | None, doers: frozenset[str]) -> frozenset[str]:
    """The events a verb names, some of them by who does it: what a court blocks is its ruling, what a council bans
    its vote."""
    if verb is None:
        return frozenset()
    called = general(scene.keys[verb])  # "showed restraint" tells of no show
    return (frozenset() if called else kinds(scene, [verb])) | done_by(scene.keys[verb], doers)


def run_end(scene: Scene) -> int:
    """Where the nouns end that a date stands before ("Friday's surprise vote")."""
    end = scene.clause.start
    while end < scene.clause.stop and scene.keys[end] and not is_past(scene.words, end):
        end += 1
    return end


def nouns(scene: Scene, told: list[int], *, modifier: bool) -> list[int]:
    """The nouns that name what the date belongs to: events among what is told, and the noun right beside the date."""
    words, keys, date = scene.words, scene.keys, scene.date
    beside = run_end(scene) - 1 if modifier else date.start - 2
    found = [i for i in told if not _is_verb(words, i)]
    near = beside >= scene.clause.start and (modifier or words.lows[date.start - 1] == "on")
    if not near or beside in found or not keys[beside] or _is_verb(words, beside) or not words.forms[beside].islower():
        return found
    start = beside
    while start > scene.clause.start and keys[start - 1]:
        start -= 1
    if modifier:
        return [*found, beside]
    if start > 1 and not PLACING.isdisjoint(words.lows[start - 2 : start]):
        return found
    return [*found, beside, *_whole(scene, start)]


def _whole(scene: Scene, part: int) -> list[int]:
    """The noun before an "of" whose noun phrase begins here ("the completion of the work")."""
    words, at = scene.words, part - 1
    at -= at > 0 and words.lows[at] in closed.DETERMINERS_AND_POSSESSIVES
    known = at > scene.clause.start and words.lows[at] == "of" and scene.keys[at - 1] and not _is_verb(words, at - 1)
    return [at - 1] if known else []


def kinds(scene: Scene, told: Iterable[int]) -> frozenset[str]:
    return frozenset(kind for i in told for kind in event_at(scene.words.lows, scene.keys, i))


def is_put_off(scene: Scene) -> bool:
    """Whether the clause tells a plan that did not hold ("had been planned for Monday but was put off")."""
    lows = scene.words.lows
    return any(
        lows[i] in PUT_OFF or (lows[i] in PLANNED and lows[i - 1] in ONCE) or lows[i : i + 2] == ["put", "off"]
        for i in scene.clause
    )


def is_ahead(lows: list[str], at: int) -> bool:
    low = lows[at]
    if low in AHEAD:
        return not (low.endswith("ed") and lows[at - 1] in closed.DETERMINERS_AND_POSSESSIVES)
    return low in {"is", "are"} and lows[at + 1] == "to"


def points(scene: Scene, noun: int) -> bool:
    """Whether a noun has a determiner that points ("the concert", "his arrest"), and nothing but its own happening is
    told between it and the date."""
    words, lows = scene.words, scene.words.lows
    at = noun - 1
    while at >= max(scene.clause.start, noun - 3) and scene.keys[at] and lows[at] not in POINTING:
        at -= 1
    if at < 0 or lows[at] not in POINTING:
        return False
    skip = noun + 2 if lows[noun + 1 : noun + 2] == [","] else noun + 1
    return all(lows[i] in HAPPENING or not is_past(words, i) for i in range(skip + 1, scene.date.start))


def sides(scene: Scene, verb: int | None) -> tuple[frozenset[str], frozenset[str]]:
    """The keys on either side of a verb, the done to before it in the passive."""
    if verb is None:
        return frozenset(), frozenset()
    keys, lows = scene.keys, scene.words.lows
    before = subject(keys[i] for i in range(max(scene.clause.start, verb - 6), verb) if lows[i] not in FILLING)
    end = verb + 1
    while end < min(scene.clause.stop, verb + 8) and end not in scene.date and (keys[end] or lows[end] in _INSIDE):
        end += 1
    after = subject(keys[verb + 1 : end])
    return (after, before) if lows[verb - 1] in verbs.PASSIVE else (before, after)


def phrase_end(lows: list[str], at: int, stop: int) -> int:
    """Where a noun phrase that begins here stops: at a mark, or after ten words."""
    end = at
    while end < min(stop, at + 10) and lows[end] not in _WALL and lows[end] != ",":
        end += 1
    return end


def clause_of(lows: list[str], first: int, last: int, inside: range) -> range:
    """The tokens around a date up to the nearest clause ends."""
    start, end = first, last + 1
    while (
        start > max(inside.start, first - _LEFT) and lows[start - 1] not in SCENE_STOPS and not _breaks(lows, start - 1)
    ):
        if lows[start - 1] == "said" and lows[start] in TOLD and start < first:
            break
        start -= 1
    while end < min(inside.stop, last + 1 + _RIGHT) and lows[end] not in _WALL and not _breaks(lows, end):
        end += 1
    return range(start, end)


def _breaks(lows: list[str], at: int) -> bool:
    """Whether a comma here begins another clause (", and beat Italy")."""
    return lows[at] == "," and lows[at + 1 : at + 2] in (["and"], ["but"], ["then"])
