"""Where a thing ends that somebody speaks of, and where begins what tells of the speaking.

"praised [the plan] on Monday"; "attacked [Lee] at a rally"; "endorsed [the bill] after it was mended"; "mocked [Lee],
the chair of the panel". A clause that is said may hold all of that; a thing that is spoken of seldom does.
"""

from __future__ import annotations

from verifier.english import closed, saying
from verifier.english import grammar as lex
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
    return r.low(i) in closed.COMPLETES and not (r.tag(i + 1) == tags.PRONOUN and r.tag(i + 2) in VERBAL)


def _begins(r: Reading, i: int, thing: Stretch, *, bare: bool) -> bool:
    low = r.low(i)
    if low in closed.TELLS_WHEN:
        return True
    if low == ",":
        return _apposition(r, i, thing.last)
    if low in closed.LOCATES:
        return bare or r.low(i + 1) in lex.TIMES or r.low(i + 1)[:1].isdigit() or _venue(r, i, thing.last)
    if low == "by":
        return bare or r.tag(i + 1) == tags.ING
    return False


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
