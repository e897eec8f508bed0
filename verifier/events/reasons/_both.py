"""What two dates have in common."""

from __future__ import annotations

from verifier.events import days
from verifier.events.dates import DateTelling
from verifier.reading.event_words import SPOKEN, events
from verifier.reading.matching import key

CONTEST = key("win")
"""Won and lost between two: with another opponent it is another match."""
_DEADLINE = key("expire")
_RARE, _USUAL, _COMMON = 1.0, 0.5, 0.25
"""What a word counts for that both sentences hold, by how many others hold it too."""
_CLOSE = 1.5
"""How many times as much it counts where it stands in both clauses."""
_DAY_OR_TWO = 2


def likeness(a: DateTelling, b: DateTelling) -> float:
    """How much the words around two dates have in common: rare words count more, and words of both clauses."""
    score = 0.0
    for k in a.wide & b.wide:
        weight = _RARE if k in a.rare else _COMMON if k in a.common else _USUAL
        score += weight * _CLOSE if k in a.near and k in b.near else weight
    return score


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that is in the larger."""
    return len(a & b) / max(1, min(len(a), len(b)))


def happening(a: DateTelling, b: DateTelling) -> frozenset[str]:
    """What both tell: events of one kind, or one verb, or a verb and its noun."""
    return (a.kinds & b.kinds) | (a.deed & (b.deed | b.called)) | (a.called & b.deed)


def told(a: DateTelling, b: DateTelling) -> bool:
    """Whether both tell something that may be one event."""
    return not a.events.isdisjoint(b.events) or bool(happening(a, b))


def alike(a: DateTelling, b: DateTelling) -> bool:
    """Whether both tell such an event, and share another word than that for it, in the clause of one at least."""
    return told(a, b) and any(not events(k) for k in (a.near & b.wide) | (a.wide & b.near))


def definite(a: DateTelling, b: DateTelling) -> bool:
    """Whether one of them takes up what is known."""
    return a.definite or b.definite


def lone(a: DateTelling, b: DateTelling) -> bool:
    """Whether one of the two days stands nowhere else in the text."""
    return a.lone or b.lone


def speech(a: DateTelling, b: DateTelling) -> DateTelling | None:
    """The one that is of a speech or an interview, where the other one only says when somebody spoke."""
    if a.saying == b.saying:
        return None
    found = b if a.saying else a
    return found if found.events & SPOKEN else None


def follows(a: DateTelling, b: DateTelling, name: str) -> bool:
    """Whether a name beside the second date comes up first right after the first one's sentence, and before its own:
    it may be whom the first told without a name ("The mayor resigned on Monday. Helen Brandt had led ...")."""
    return name in a.next_named and name in b.known


def names_the_limit(a: DateTelling, b: DateTelling) -> bool:
    """Whether one bounds its event, and the other names that limit ("the October 6 deadline")."""
    if a.limit == b.limit or a.value.unit != "day" or not days.close(a.value, b.value):
        return False
    shared = 1 if a.referred or b.referred else 2
    return _DEADLINE in (b.kinds if a.limit else a.kinds) and len(a.wide & b.wide) >= shared


def near_a_limit(a: DateTelling, b: DateTelling) -> bool:
    """Whether one bounds its event and the other is a day or two off, as written in the calendar."""
    if not (a.limit or b.limit) or a.value.unit != "day" or not (days.written(a.value) and days.written(b.value)):
        return False
    return 0 < days.apart(a.value, b.value) <= _DAY_OR_TWO and len(a.wide & b.wide) > 1
