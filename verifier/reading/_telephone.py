"""Telephone numbers: digits that measure nothing, however they are grouped ("+47 555 0101", "(020) 7946 0958")."""

from __future__ import annotations

from verifier.reading.words import Words

_MOST = 8
"""Tokens looked at on either side: no number of a telephone has more."""
_NEAR = 2
"""Characters: no more than one stands between."""
_BETWEEN = frozenset("()-–./")
_TELLS = frozenset("+(0")
"""What opens such a number, or a group of it: none is without."""
_LONG = 7
"""Digits of a number set as one, behind its plus."""
_GROUP = 3
"""Digits of a group of thousands: "12 000" is a figure."""
_AREA = 3
"""Digits in the brackets of an American number."""


def holds(words: Words, at: int) -> bool:
    """Whether the digits at a token are a telephone number's, or another mark that nobody counts with ("007")."""
    if not words.forms[at].isdigit():
        return False
    near = words.forms[max(0, at - _MOST - 1) : at + _MOST + 1]
    if _TELLS.isdisjoint([form[0] for form in near]):  # a row of numbers is not walked around each of them
        return False
    first, last = _run(words, at)
    groups = [i for i in range(first, last + 1) if words.forms[i].isdigit()]
    start, shown = groups[0], [(i, words.forms[i]) for i in groups]
    if start and words.forms[start - 1][-1] == "+" and words.ends[start - 1] == words.starts[start]:
        return len(groups) > 1 or len(words.forms[start]) >= _LONG
    nought = any(_opens_with_nought(f) and (i == start or len(f) != _GROUP) for i, f in shown)
    return len(groups) > 1 and (nought or _has_area(words, groups))


def _opens_with_nought(form: str) -> bool:
    return len(form) > 1 and form[0] == "0" and form.isdigit()


def _has_area(words: Words, groups: list[int]) -> bool:
    """ "(212) 555-0199", whose last group may open with any digit."""
    first = groups[0]
    bracketed = first > 0 and words.forms[first - 1] == "(" and words.forms[first + 1] == ")"
    return bracketed and [len(words.forms[i]) for i in groups] == [_AREA, _AREA, _AREA + 1]


def _run(words: Words, at: int) -> tuple[int, int]:
    """The first and last token of the groups of digits, with the marks between them, around a token."""
    first = last = at
    while first and at - first < _MOST and _goes_on(words, first - 1, first):
        first -= 1
    while last + 1 < len(words) and last - at < _MOST and _goes_on(words, last + 1, last):
        last += 1
    return first, last


def _goes_on(words: Words, at: int, beside: int) -> bool:
    """Whether a token is digits or a mark between them, a space at most from the one beside it."""
    if not words.forms[at].isdigit() and words.forms[at] not in _BETWEEN:
        return False
    left, right = (at, beside) if at < beside else (beside, at)
    return words.starts[right] - words.ends[left] < _NEAR
