"""Why two dates are taken for two dates of one event.

Of the reasons that point to the event only the heaviest counts: they are one sign, read in several ways. What the words
have in common comes on top of it, once for each half point of likeness. All of that makes it no more than possible;
the reasons that lift are those by which a reader would take it so.
"""

from __future__ import annotations

from verifier.english.events import ONLY_ONCE, ONSETS
from verifier.events import days
from verifier.events.dates import DateTelling
from verifier.events.reasons import _both
from verifier.events.reasons._reason import Reason
from verifier.reading import matching, oppositions
from verifier.reading.event_words import deed

_EVENT = "what points to the event"
_ONCE = frozenset(matching.key(w) for w in ONLY_ONCE)
_ONSETS = frozenset(name for w in ONSETS for name in deed(matching.key(w))) | deed("break", "out") - deed("break")
_HALF_POINTS = 9
"""Half points of likeness beyond which more of it says no more."""
_MANY = 4
"""The likeness of two clauses with many words in common."""
_AGAIN = 0.7
"""The share of the shorter sentence, or clause, that the other one holds where it is the same again."""


def _named_by_its_day(a: DateTelling, b: DateTelling) -> bool:
    return _both.definite(a, b) and bool(a.events & b.events)


def _points_back(a: DateTelling, b: DateTelling) -> bool:
    """Whether one is a noun with a determiner that names what the other tells, and that does not come back."""
    if not (a.referred or b.referred) or not _both.lone(a, b):
        return False
    told = _both.happening(a, b)
    return bool(told & (a.referred | b.referred)) and not told <= a.returning and days.close(a.value, b.value)


def _known_by_a_slip(a: DateTelling, b: DateTelling) -> bool:
    """Whether one tells of a known event ("the closure begins on"), and a slip of the pen leads to its day."""
    known = (a.pointed or b.pointed) and days.is_slip(a.value, b.value)
    return known and _both.lone(a, b) and _both.told(a, b)


def _near_in_writing(a: DateTelling, b: DateTelling) -> bool:
    near = a.pointed or b.pointed or days.is_slip(a.value, b.value)
    return near and _both.lone(a, b) and _both.alike(a, b)


def _one_doer(a: DateTelling, b: DateTelling) -> bool:
    """Whether one verb tells it of the same on both sides, as who does it or whom it is done to, and of no one else."""
    if a.deed.isdisjoint(b.deed) or not _both.lone(a, b):
        return False
    parts = ((a.doers, b.doers), (a.done_to, b.done_to))
    return any(x & y for x, y in parts) and not any(x and y and x.isdisjoint(y) for x, y in parts)


def _one_verb(a: DateTelling, b: DateTelling) -> bool:
    words = bool(a.verbs & b.verbs) and len(a.near & b.near) > 1
    return words and _both.lone(a, b) and a.value.unit == "day"


def _known_speech(a: DateTelling, b: DateTelling) -> bool:
    speech = _both.speech(a, b)
    return speech is not None and (speech.pointed or speech.definite) and _both.lone(a, b)


def _told_in_many_words(a: DateTelling, b: DateTelling) -> bool:
    if a.events.isdisjoint(b.events) or _both.likeness(a, b) < _MANY:
        return False
    return _both.definite(a, b) or _both.alike(a, b)


def _sentence_again(a: DateTelling, b: DateTelling) -> bool:
    """Whether one sentence is the other over again; a day on which it was said is no day on which it is to be, and
    what is told again can be said again. In the same words another thing is told where each has a name of its own, or
    a word that excludes one of the other: "the House", "the fair closes"."""
    if a.saying or b.saying or _both.share(a.wide, b.wide) < _AGAIN or _both.likeness(a, b) < _MANY:
        return False
    own, other = a.wide - b.wide, b.wide - a.wide
    named = bool(own & a.names and other & b.names)
    if named or min(len(own), len(other)) > 1:
        return False
    return all(oppositions.rivals(k).isdisjoint(other) for k in own)


def _clause_again(a: DateTelling, b: DateTelling) -> bool:
    return a.value.unit == "day" and _both.share(a.near, b.near) >= _AGAIN and bool(_both.happening(a, b))


def _taken_up(a: DateTelling, b: DateTelling) -> bool:
    """ "Friday's ruling", where the other tells of a ruling and not each of them has names of its own."""
    if not _both.definite(a, b):
        return False
    named = (a.definite and a.referred & (b.kinds | b.deed | b.called)) or (
        b.definite and b.referred & (a.kinds | a.deed | a.called)
    )
    return bool(named) and a.value.unit == "day" and not (a.names - b.wide and b.names - a.wide)


def _once(a: DateTelling, b: DateTelling) -> bool:
    return not _ONCE.isdisjoint((a.kinds | a.deed) & (b.kinds | b.deed)) and bool(a.doers & b.doers)


def _came_about_later(a: DateTelling, b: DateTelling) -> bool:
    """Whether what one tells of as known came about only after what the other tells of it: "the fire broke out on
    Tuesday night" that burned a mill on Monday."""
    for known, other in ((a, b), (b, a)):
        told = known.referred & (other.kinds | other.deed | other.called)
        if told and known.deed & _ONSETS and not known.limit and not other.deed & _ONSETS:
            return days.follows_soon(other.value, known.value) and other.past
    return False


def _slip(a: DateTelling, b: DateTelling) -> bool:
    if not days.is_slip(a.value, b.value):
        return False
    if a.value.unit == "day":
        return days.written(a.value) and days.written(b.value)
    return bool(a.deed & b.deed and a.doers & b.doers)


REASONS: tuple[Reason[DateTelling], ...] = (
    Reason(
        "deadline",
        27,
        "one bounds what the other calls the deadline",
        _both.names_the_limit,
        "The mill must hand in its papers by October 5.\n\nIt rained.\n\nThe mill would keep the October 9 deadline.",
        "The mill must hand in its papers by October 5.\n\nIt rained.\n\nThe mill would keep the October 9 date.",
        joins=True,
        group=_EVENT,
    ),
    Reason(
        "at the limit",
        27,
        "one bounds what happens, and the other is a day or two off",
        _both.near_a_limit,
        "The mayor of Wick was open to a truce beyond March 1.\n\nIt rained.\n\nWick and its mayor fear March 2.",
        "The mayor of Wick was open to a truce beyond March 1.\n\nIt rained.\n\nWick and its mayor fear March 9.",
        joins=True,
        group=_EVENT,
    ),
    Reason(
        "named by its day",
        27,
        "one calls by its day what the other tells",
        _named_by_its_day,
        "A court in Wick ruled on Friday.\n\nMany cheered.\n\nOwners called Monday's ruling a blow.",
        "A court in Wick ruled on Friday.\n\nMany cheered.\n\nOwners called Monday's weather a blow.",
        group=_EVENT,
    ),
    Reason(
        "known, a slip apart",
        27,
        "one tells as known what the other tells",
        _known_by_a_slip,
        "A bridge in Wick will close on June 14, 2021.\n\nIt rained.\n\nThe closure begins on June 15, 2021.",
        "A bridge in Wick will close on June 14, 2021.\n\nIt rained.\n\nThe closure begins on July 9, 2021.",
        group=_EVENT,
    ),
    Reason(
        "points back",
        27,
        "one points back at what the other tells",
        _points_back,
        "He was arrested on March 3.\n\nHe denied it.\n\nSince his arrest on March 20 he has been held in Cardiff.",
        "He was arrested on March 3.\n\nHe denied it.\n\nSince an arrest on March 20 he has been held in Cardiff.",
        group=_EVENT,
    ),
    Reason(
        "such an event, near in writing",
        21,
        "both tell such an event, and a day that stands nowhere else is near to the other in writing or told as known",
        _near_in_writing,
        "Wick opened museums in 1987.\n\nEntry is free.\n\nWick opened more museums in 1978.",
        "Wick opened museums in 1987.\n\nEntry is free.\n\nWick opened more museums in 1923.",
        group=_EVENT,
    ),
    Reason(
        "one doer",
        18,
        "both tell it of the same",
        _one_doer,
        "Ada Vale painted a bridge on Monday.\n\nIt rained.\n\nVale painted a bridge on Friday.",
        "Ada Vale painted a bridge on Monday.\n\nIt rained.\n\nVale painted a mill on Friday.",
        group=_EVENT,
    ),
    Reason(
        "such an event",
        15,
        "both tell such an event",
        _both.alike,
        "Wick opened museums in 1987.\n\nEntry is free.\n\nWick launched museums in 1923.",
        "Wick opened museums in 1987.\n\nEntry is free.\n\nWick closed museums in 1923.",
        group=_EVENT,
    ),
    Reason(
        "told as known",
        15,
        "one is told as known, in words of the other",
        lambda a, b: _both.definite(a, b) and bool(a.near & b.near),
        "The mill stood under water on Monday.\n\nIt rained.\n\nFriday's water was deep.",
        "The mill stood under water on Monday.\n\nIt rained.\n\nThe water was deep on Friday.",
        group=_EVENT,
    ),
    Reason(
        "one verb",
        9,
        "both have one verb",
        _one_verb,
        "The mayor took a ferry on Monday.\n\nIt rained.\n\nThe mayor took a grey ferry on Friday.",
        "The mayor took a ferry on Monday.\n\nIt rained.\n\nThe mayor had a grey ferry on Friday.",
        group=_EVENT,
    ),
    Reason(
        "both to come",
        9,
        "both are still to come",
        lambda a, b: a.ahead and b.ahead,
        "The mayor will be in Wick on Monday.\n\nIt rained.\n\nThe mayor will be there on Friday.",
        "The mayor will be in Wick on Monday.\n\nIt rained.\n\nThe mayor was there on Friday.",
        group=_EVENT,
    ),
    Reason(
        "said in the known speech",
        27,
        "one is of a speech told as known, in which the other may have been said",
        _known_speech,
        "“We are broke,” the mayor said Friday.\n\nIt rained.\n\nHer speech on Monday drew a crowd.",
        "“We are broke,” the mayor said Friday.\n\nIt rained.\n\nSpeeches on Monday drew a crowd.",
        group=_EVENT,
    ),
    Reason(
        "said in a speech",
        15,
        "one is of a speech, in which the other may have been said",
        lambda a, b: _both.speech(a, b) is not None,
        "“We are broke,” the mayor said Friday.\n\nIt rained.\n\nSpeeches on Monday drew a crowd.",
        "“We are broke,” the mayor said Friday.\n\nIt rained.\n\nShips on Monday drew a crowd.",
        group=_EVENT,
    ),
    Reason(
        "told in many words",
        28,
        "such an event is told in many of the same words",
        _told_in_many_words,
        "The council of Wick approved the long tram line over the river on Tuesday.\n\nIt rained.\n\n"
        "Monday's vote on the long tram line over the river of Wick drew a crowd.",
        "The council of Wick approved the long tram line over the river on Tuesday.\n\nIt rained.\n\n"
        "Monday's vote on the line drew a crowd.",
    ),
    Reason(
        "sentence again",
        67,
        "one sentence holds most of the words of the other",
        _sentence_again,
        "The old ferry left the harbour of Wick with grey sheep on Monday.\n\nIt rained.\n\n"
        "With grey sheep the old ferry left the harbour of Wick on Friday.",
        "The old ferry left the harbour of Wick with grey sheep on Monday.\n\nIt rained.\n\n"
        "The old ferry is back from the harbour of Tain, where crews painted it on Friday.",
        joins=True,
    ),
    Reason(
        "clause again",
        0,
        "both clauses tell it in the same words",
        _clause_again,
        "Rebels attacked the post on Sunday.\n\nIt rained.\n\nRebels attacked the post on Tuesday.",
        "Rebels attacked the post on Sunday.\n\nIt rained.\n\nAn army of the north attacked again on Tuesday.",
        lifts=True,
    ),
    Reason(
        "taken up",
        0,
        "one takes up what the other tells, and not each has names of its own",
        _taken_up,
        "A court in Wick ruled on Friday.\n\nMany cheered.\n\nOwners called Monday's ruling a blow.",
        "A court in Wick ruled on Friday.\n\nMany cheered.\n\nOwners called Monday's ruling on Tain a blow.",
        lifts=True,
    ),
    Reason(
        "once only",
        0,
        "it happens once to one person or house",
        _once,
        "Paul Grady died on Monday at home.\n\nFans wept.\n\nGrady, who died on Tuesday, had been ill.",
        "Paul Grady sang on Monday at home.\n\nFans wept.\n\nGrady, who sang on Tuesday, had been ill.",
        lifts=True,
    ),
    Reason(
        "came about later",
        0,
        "what one tells of as known came about only after what the other tells of it",
        _came_about_later,
        "A fire burned a mill in Wick on Monday.\n\nIt rained.\n\nThe fire broke out on Tuesday night.",
        "A fire burned a mill in Wick on Tuesday.\n\nIt rained.\n\nThe fire broke out on Monday night.",
        lifts=True,
    ),
    Reason(
        "slip",
        0,
        "a slip of the pen leads from one date to the other",
        _slip,
        "The choir sings in Porto on April 20.\n\nIt rained.\n\nThe choir of Porto sings on April 22.",
        "The choir sings in Porto on April 20.\n\nIt rained.\n\nThe choir of Porto sings on May 8.",
        lifts=True,
    ),
    Reason(
        "words in common",
        3,
        "they share words",
        lambda a, b: min(int(2 * _both.likeness(a, b)), _HALF_POINTS),
        "The ferry left on Monday.\n\nIt rained.\n\nThe ferry came on Friday.",
        "The ferry left on Monday.\n\nIt rained.\n\nA bus came on Friday.",
    ),
)
