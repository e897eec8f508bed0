"""Insertions: what is hung on a noun phrase between marks, and must be passed to find it.

"X, a spokesman for Y, said"; "X, 44, of Leeds, said"; "X (D-Ohio) said"; "X, whose son, Tom, was killed, said".
"""

from __future__ import annotations

from verifier.english import closed, titles
from verifier.reading import tags, who
from verifier.reading._sentence import NOMINAL, VERBAL, Reading


def bracket(r: Reading, close: int) -> int:
    for i in range(close, max(r.first, close - 30) - 1, -1):
        if r.low(i) in ("(", "["):
            return i
    return close


def before(r: Reading, mark: int, low: str) -> int:
    """The last word before "X, a spokesman for Y, said": before the mark that opens what this mark closes, and before
    whatever else is hung on X: "X, 44, of Leeds, said", "X, R-Texas, the panel's chair, said"."""
    end = mark
    for i in range(mark - 1, max(r.first, mark - _REACH) - 1, -1):
        if r.low(i) == low and i > r.first:
            if r.tag(i + 1) in VERBAL and (whose := _before_relative(r, i)) is not None:
                return whose
            where = end < mark and _is_where(r, i + 1, end)
            if end < mark and not where and not _hung(r, i + 1, end) and not _recalls(r, i, end):
                return end - 1
            end = mark if where else i
        elif r.low(i) in (";", ":"):
            break
    return end - 1 if end < mark else mark


_REACH = 45  # words of an insertion


def _recalls(r: Reading, mark: int, end: int) -> bool:
    """Whether a participle is inserted behind the subject that opens the sentence, and a relative clause hangs on it:
    "X, recalling days at the lake, where he lived, said"; not "X, saying that Y, who was there, said"."""
    between = range(mark + 1, end)
    opens = all(r.tag(j) not in VERBAL and r.tag(j) != tags.MARK for j in range(r.first + 1, mark))
    relative = r.low(end + 1) in closed.RELATIVES or r.low(end + 1) == "where"
    participle = r.tag(mark + 1) == tags.ING and r.tag(mark - 1) in NOMINAL
    return opens and relative and participle and not any(r.tag(j) == tags.SUBORDINATOR for j in between)


def _before_relative(r: Reading, mark: int) -> int | None:
    """The last word before the relative clause that goes on past ``mark``: "X, whose son, Tom, was killed, said"."""
    for i in range(mark - 1, max(r.first, mark - _REACH), -1):
        if r.low(i) in closed.RELATIVES_OF_A_SUBJECT and r.low(i - 1) == ",":
            return i - 2
    return None


def _hung(r: Reading, first: int, end: int) -> bool:
    """Whether what stands between two marks is hung on a name: an age, "R-Texas", "of Leeds", "who lives there"."""
    if r.low(first) in closed.RELATIVES_OF_A_SUBJECT:
        return end - first > 1
    if all(r.tag(i) == tags.NUMBER for i in range(first, end)):
        return True
    if r.low(first) in ("of", "from") and r.tag(first - 2) in NOMINAL:
        return True
    if r.tag(first) == tags.PREPOSITION and r.tag(first - 2) == tags.NAME and r.tag(end + 1) == tags.NAME:
        return True  # "Lee, at a meeting in Ayr, Ohio, said"
    by = next((i for i in range(first + 1, min(first + _DONE, end)) if r.low(i) == "by"), first)
    if by > first and r.tag(first - 2) == tags.NAME and r.tag(by - 1) in (tags.VERB, tags.PARTICIPLE):
        return r.tag(end + 1) == tags.NAME  # "Lee, questioned by a lawyer, Otto Brandt, said"
    return _is_office(r, first, end) or who.is_affiliation("".join(r.words.forms[first:end]))


_DONE = 4  # words of a participle up to its "by"


def _is_where(r: Reading, first: int, end: int) -> bool:
    """Whether the state or the country of a place stands there, behind a name: "Lee, a York, [Ohio,] baker"."""
    named = all(r.tag(j) == tags.NAME or r.low(j) == "." for j in range(first, end)) and r.tag(first - 2) == tags.NAME
    opening = next((j for j in range(first - 2, r.first, -1) if r.tag(j) != tags.NAME), r.first)
    return named and r.tag(end + 1) == tags.NOUN and r.low(opening) in closed.ONE and r.low(opening - 1) == ","


def _is_office(r: Reading, first: int, end: int) -> bool:
    """ "X, [chief executive of Vagn], which built it, said": what the one named before the mark is; of a place it says
    nothing: "In Ayr, [the head of the school], X, said"."""
    last = first
    while last + 1 < end and r.tag(last + 1) in (tags.NOUN, tags.ADJECTIVE):
        last += 1
    opening = next((j for j in range(first - 2, r.first - 1, -1) if r.tag(j) != tags.NAME), r.first)
    if r.low(opening) in closed.WHERE - {"of"}:
        return False
    return r.tag(first - 2) == tags.NAME and r.low(last) in titles.ROLES and r.tag(last + 1) == tags.PREPOSITION
