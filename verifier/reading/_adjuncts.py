"""Where a thing ends that somebody speaks of, and where begins what tells of the speaking.

"praised [the plan] on Monday"; "attacked [Lee] last week"; "endorsed [the bill] as it was mended"; "mocked [Lee], the
chair of the panel". A clause that is said may hold all of that; a thing that is spoken of seldom does.
"""

from __future__ import annotations

from verifier.english import calendar, closed, saying
from verifier.english import grammar as lex
from verifier.english.inflection import Form
from verifier.reading import tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch

_OPENING = frozenset(("“", '"', "''", "‘", "«", "(", "["))
_BARE = frozenset((tags.NAME, tags.PRONOUN, tags.POSSESSIVE))
_FULL = VERBAL | {tags.TO, tags.ING, tags.SUBORDINATOR}


def without(r: Reading, thing: Stretch) -> Stretch:
    """The thing without when, where, how and after what it was spoken of."""
    bare = True
    for i in range(thing.first, thing.last + 1):
        tag, low = r.tag(i), r.low(i)
        if i > thing.first and _begins(r, i, thing, bare=bare):
            goes_on = low != "," and any(_completes(r, j) for j in range(i, thing.last))
            return thing if goes_on else Stretch(thing.first, i - 1)
        if low in _OPENING or (tag in _FULL and r.tag(i - 1) != tags.DETERMINER):
            break
        bare = bare and (tag in _BARE or low in closed.DEMONSTRATIVES)
    return thing


def _completes(r: Reading, i: int) -> bool:
    """ "praised her [for] it", "cast him [as] a rogue"; not "[as] she left"."""
    return r.low(i) in closed.COMPLETES and not _meanwhile(r, i)


def _meanwhile(r: Reading, i: int) -> bool:
    """Whether "as" opens a clause: "attacked him [as] she left", "[as] the town prepares for the vote"."""
    if r.low(i) != "as" or r.low(i + 1) in closed.ONE:
        return False
    for j in range(i + 1, min(i + _SUBJECT, r.last)):
        if r.tag(j) in (tags.AUXILIARY, tags.CONTRACTED):
            return j > i + 1 or r.tag(j) == tags.CONTRACTED
        if r.tag(j) == tags.VERB:
            form = tags.verb_forms().get(r.low(j), 0)
            return r.low(i + 1) in closed.SUBJECTS | {"it"} or bool(form & Form.THIRD and r.tag(j - 1) in NOMINAL)
        if r.tag(j) not in _IN_A_SUBJECT or (r.tag(j) == tags.PRONOUN and j > i + 1):
            return False
    return False


_SUBJECT = 8  # words from "as" to the verb of its clause
_IN_A_SUBJECT = NOMINAL | {tags.DETERMINER, tags.ADJECTIVE, tags.POSSESSIVE, tags.PRONOUN, tags.ADVERB}


def _begins(r: Reading, i: int, thing: Stretch, *, bare: bool) -> bool:
    low = r.low(i)
    if low in closed.TELLS_WHEN or _meanwhile(r, i) or _time(r, i):
        return True
    if low == ",":
        return _apposition(r, i, thing.last)
    if low in closed.LOCATES:
        return bare or r.low(i + 1) in lex.TIMES or r.low(i + 1)[:1].isdigit() or _venue(r, i, thing.last)
    if low == "by":
        return bare or r.tag(i + 1) == tags.ING
    return False


def _time(r: Reading, i: int) -> bool:
    """Whether a time stands here that is no part of a phrase: "praised Lee [last week]", "the plan [Monday] night"."""
    last = i
    while r.low(last) in calendar.BEFORE_A_BARE_TIME:
        last += 1
    if (last == i and r.low(i) not in calendar.WEEKDAYS) or r.low(last) not in lex.TIMES:
        return False
    if r.tag(i - 1) in (tags.PREPOSITION, tags.DETERMINER) or r.low(i - 1) in calendar.BEFORE_A_TIME:
        return False
    while r.low(last + 1) in lex.TIMES:
        last += 1
    return r.tag(last + 1) in _BEHIND_A_TIME and r.low(last + 1) not in closed.PLACES_IN


_BEHIND_A_TIME = frozenset((tags.MARK, tags.PREPOSITION, tags.TO, tags.CONJUNCTION, tags.SUBORDINATOR, tags.ING))


def _venue(r: Reading, i: int, last: int) -> bool:
    """ "in a statement", "in an interview": where the words stand, not the thing."""
    for j in range(i + 1, min(i + 6, last + 1)):
        if r.low(j) in saying.UTTERANCES or r.low(j) in saying.IN_WHICH:
            return True
        if r.tag(j) not in NOMINAL | {tags.DETERMINER, tags.ADJECTIVE, tags.ADVERB, tags.ING, tags.POSSESSIVE}:
            return False
    return False


def _apposition(r: Reading, comma: int, last: int) -> bool:
    """Whether behind the comma something is only told of the thing: "Lee, the chair", no list."""
    if r.low(comma + 1) not in closed.ARTICLES:
        return False
    return not any(r.low(j) in closed.COORDINATORS for j in range(comma + 1, last + 1))
