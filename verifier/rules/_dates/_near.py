"""Whether two dates of what is likely one event are near enough in their words to say so, and why."""

from __future__ import annotations

from verifier.english import events
from verifier.reading import matching
from verifier.rules._dates._pairs import Pair, is_slip

_CLAUSE, _SENTENCE = 0.75, 0.6
"""The share of the shorter clause, or sentence, that the other one holds."""
_WORDS = 4
_ONCE = frozenset(matching.key(w) for w in events.ONLY_ONCE)


def is_near(pair: Pair) -> bool:
    """Whether a reader would take it so: two days of the calendar a slip apart, one event in the words of one clause or
    sentence, or an event that a date names again ("Tuesday's debate")."""
    a, b = pair.first, pair.second
    if _once(pair):
        return True
    if a.mention.unit != "day":
        return _told_again(pair) or (is_slip(a, b) and bool(a.deed & b.deed and a.doers & b.doers))
    written = a.mention.day and b.mention.day and a.mention.month and b.mention.month
    if written and is_slip(a, b):
        return True
    return _one_clause(pair) or _told_again(pair) or _named_again(pair)


def because(pair: Pair) -> str:
    """The reasons, as a sentence goes on."""
    a, b = pair.first, pair.second
    said = []
    if _told_again(pair):
        said.append("one sentence holds most of the words of the other")
    if _one_clause(pair):
        said.append("both clauses tell it in the same words")
    if _named_again(pair):
        said.append("one takes up what the other tells")
    if _once(pair):
        said.append("it happens once to one person or house")
    if is_slip(a, b):
        said.append("a slip of the pen leads from one date to the other")
    return "; ".join(said) or "they share words, and no other date is given for it"


def _one_clause(pair: Pair) -> bool:
    a, b = pair.first, pair.second
    told = a.kinds & b.kinds or a.deed & (b.deed | b.called) or a.called & b.deed
    return bool(told) and _share(a.near, b.near) >= _CLAUSE


def _once(pair: Pair) -> bool:
    """Whether it happens once to anybody, and both tell it of one."""
    a, b = pair.first, pair.second
    return not _ONCE.isdisjoint((a.kinds | a.deed) & (b.kinds | b.deed)) and bool(a.doers & b.doers)


def _told_again(pair: Pair) -> bool:
    a, b = pair.first, pair.second
    return len(a.wide & b.wide) >= _WORDS and _share(a.wide, b.wide) >= _SENTENCE


def _named_again(pair: Pair) -> bool:
    """ "Friday's ruling", where the other tells of a ruling and neither has names of its own."""
    a, b = pair.first, pair.second
    named = (a.definite and a.referred & (b.kinds | b.deed | b.called)) or (
        b.definite and b.referred & (a.kinds | a.deed | a.called)
    )
    return bool(named) and not (a.names - b.wide and b.names - a.wide)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))
