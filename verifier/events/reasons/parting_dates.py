"""Why two dates are taken for dates of two events.

Each of these is enough alone; what it weighs matters only where the sentence is told twice in the same words, or one of
the dates is a limit.
"""

from __future__ import annotations

from verifier.events.dates import DateTelling
from verifier.events.reasons import _both
from verifier.events.reasons._reason import Reason
from verifier.reading import oppositions
from verifier.reading.event_words import events


def _other_marks(a: DateTelling, b: DateTelling) -> bool:
    return a.apart != b.apart and not _both.near_a_limit(a, b)


def _limit(a: DateTelling, b: DateTelling) -> bool:
    return (a.limit or b.limit) and not _at_a_limit(a, b)


def _other_figures(a: DateTelling, b: DateTelling) -> bool:
    """Whether both tell figures and none is the same: one more in a row of results, prices or counts."""
    return bool(a.figures and b.figures) and a.figures.isdisjoint(b.figures) and not _at_a_limit(a, b)


def _at_a_limit(a: DateTelling, b: DateTelling) -> bool:
    return _both.names_the_limit(a, b) or _both.near_a_limit(a, b)


def _settled(a: DateTelling, b: DateTelling) -> bool:
    """Whether all that is pointed at is told elsewhere on that very day ("attacked on Tuesday", "Tuesday's attack")."""
    if not (a.referred or b.referred):
        return False
    told = _both.happening(a, b)
    pointing = [(side, told & side.referred) for side in (a, b) if told & side.referred]
    return bool(pointing) and all(tags & side.settled for side, tags in pointing)


def _crossed(a: DateTelling, b: DateTelling) -> bool:
    """Whether who does it to whom is the other way round."""
    crossed = a.doers & b.done_to or b.doers & a.done_to
    return bool(crossed and a.deed & b.deed) and a.doers.isdisjoint(b.doers)


def _done_to_something_else(a: DateTelling, b: DateTelling) -> bool:
    """Whether the same is done to another thing, however alike the rest is told: two foundings by one founder."""
    return bool(a.deed & b.deed and a.done_to and b.done_to) and a.done_to.isdisjoint(b.done_to)


def _opposite(a: DateTelling, b: DateTelling) -> bool:
    """Whether a word of the one clause excludes a word of the other: what opens on one day closes on another."""
    other = b.near - a.wide
    return any(not oppositions.rivals(k).isdisjoint(other) for k in a.near - b.wide)


def _one_to_come(a: DateTelling, b: DateTelling) -> bool:
    to_come = (a.ahead and b.past and not b.ahead) or (b.ahead and a.past and not a.ahead)
    return to_come and not _both.definite(a, b)


def _other_places(a: DateTelling, b: DateTelling) -> bool:
    if not (a.sites and b.sites) or _both.definite(a, b):
        return False
    return bool(a.sites - b.wide and b.sites - a.wide) and a.sites.isdisjoint(b.sites)


def _other_names(a: DateTelling, b: DateTelling) -> bool:
    own, other = a.names - a.sites, b.names - b.sites
    apart = own.isdisjoint(other) or _both.CONTEST in a.events & b.events
    if not apart or _both.definite(a, b):
        return False
    return bool(own - b.wide) and any(not _both.follows(a, b, k) for k in other - a.wide)


def _other_deed(a: DateTelling, b: DateTelling) -> bool:
    if a.attached or b.attached or not a.events or a.events != b.events or _both.definite(a, b):
        return False
    things = any(events(k) and k not in a.verbs and k not in b.verbs for k in a.near & b.near)
    return bool(a.verbs and b.verbs) and things and a.verbs.isdisjoint(b.verbs)


def _only_said(a: DateTelling, b: DateTelling) -> bool:
    return (a.saying or b.saying) and _both.speech(a, b) is None


def _other_match(a: DateTelling, b: DateTelling) -> bool:
    return _both.CONTEST in a.kinds & b.kinds and all(events(k) for k in a.wide & b.wide)


REASONS: tuple[Reason[DateTelling], ...] = (
    Reason(
        "told apart",
        -3,
        "a word sets one of them apart",
        _other_marks,
        "A court in Wick ruled on Friday.\n\nMany cheered.\n\nIn Monday's ruling on a separate case it fined Wick.",
        "A court in Wick ruled on Friday.\n\nMany cheered.\n\nIn Monday's ruling on a long case it fined Wick.",
        parts=True,
        always=True,
    ),
    Reason(
        "label",
        -3,
        "one tells by its date which of several is meant",
        lambda a, b: a.label or b.label,
        "Ada Vale ran for mayor of Wick in 2008.\n\nShe lost.\n\nThe 2012 race in Wick was close.",
        "Ada Vale ran for mayor of Wick in 2008.\n\nShe lost.\n\nThe race in Wick in 2012 was close.",
        parts=True,
        always=True,
    ),
    Reason(
        "limit",
        -3,
        "one only bounds what happens",
        _limit,
        "The pool of Wick is closed until Monday.\n\nIt rained.\n\nThe pool of Wick was clean on Friday.",
        "The pool of Wick is closed on Monday.\n\nIt rained.\n\nThe pool of Wick was clean on Friday.",
        parts=True,
        always=True,
    ),
    Reason(
        "other figures",
        -3,
        "the figures beside them are others, too",
        _other_figures,
        "Oil fell 3 percent on Tuesday.\n\nIt rained.\n\nOil fell 1 percent on Friday.",
        "Oil fell 3 percent on Tuesday.\n\nIt rained.\n\nOil fell 3 percent on Friday.",
        parts=True,
        always=True,
    ),
    Reason(
        "told of that day",
        -3,
        "what one points back at is told of its own day elsewhere",
        _settled,
        "Dockers walked out on Monday.\n\nIt rained. Teachers walked out on Thursday.\n\nMonday's walkout was long.",
        "Dockers slept on Monday.\n\nIt rained. Teachers walked out on Thursday.\n\nMonday's walkout was long.",
        parts=True,
        always=True,
    ),
    Reason(
        "the other way round",
        -3,
        "who does it to whom is the other way round",
        _crossed,
        "Rebels attacked the army on Sunday.\n\nSix died.\n\nThe army attacked the rebels on Tuesday.",
        "Rebels attacked the army on Sunday.\n\nSix died.\n\nThe rebels attacked the army on Tuesday.",
        parts=True,
    ),
    Reason(
        "done to something else",
        -3,
        "it is done to something else",
        _done_to_something_else,
        "The chess club was founded in 2010 by Ada Vale.\n\nIt rained.\n\nThe choir was founded in 2014 by Ada Vale.",
        "The chess club was founded in 2010 by Ada Vale.\n\nIt rained.\n\nThe club was founded in 2014 by Ada Vale.",
        parts=True,
        always=True,
    ),
    Reason(
        "opposite",
        -3,
        "the one is the opposite of the other",
        _opposite,
        "The fair opens with a parade on May 3.\n\nIt rained.\n\nThe fair closes with a parade on May 4.",
        "The fair opens with a parade on May 3.\n\nIt rained.\n\nThe fair has a parade on May 4.",
        parts=True,
        always=True,
    ),
    Reason(
        "one to come",
        -3,
        "one is still to come, the other is past",
        _one_to_come,
        "The choir sang in Porto on Monday.\n\nIt rained.\n\nThe choir will sing in Porto on Friday.",
        "The choir sang in Porto on Monday.\n\nIt rained.\n\nThe choir sang in Porto on Friday.",
        parts=True,
    ),
    Reason(
        "other places",
        -3,
        "they are of different places",
        _other_places,
        "The choir sang in Porto on Monday.\n\nIt rained.\n\nThe choir sang in Braga on Friday.",
        "The choir sang in Porto on Monday.\n\nIt rained.\n\nThe choir sang in Porto on Friday.",
        parts=True,
    ),
    Reason(
        "other names",
        -3,
        "each stands beside names of its own",
        _other_names,
        "On Monday police arrested Ada Vale.\n\nIt rained.\n\nOn Friday police arrested Bo Holm.",
        "On Monday police arrested Ada Vale.\n\nIt rained.\n\nOn Friday police arrested Vale.",
        parts=True,
    ),
    Reason(
        "something else of it",
        -3,
        "something else is told of the same thing",
        _other_deed,
        "A fire broke out in the mill on Monday.\n\nIt rained.\n\nCrews fought a fire in the mill on Friday.",
        "A fire broke out in the mill on Monday.\n\nIt rained.\n\nA fire broke out in the mill on Friday.",
        parts=True,
    ),
    Reason(
        "only said",
        -3,
        "one only says when somebody spoke",
        _only_said,
        "Vale sold the mill in Wick on Monday.\n\nIt rained.\n\n“The mill is dear,” Vale said Friday.",
        "Vale sold the mill in Wick on Monday.\n\nIt rained.\n\nVale left the mill in Wick on Friday.",
        parts=True,
    ),
    Reason(
        "other match",
        -3,
        "both are of contests, and nothing says that it is one",
        _other_match,
        "The Lions won on Monday.\n\nIt rained.\n\nThe Bears won on Friday.",
        "The Lions won on Monday.\n\nIt rained.\n\nThe Lions won on Friday.",
        parts=True,
    ),
)
