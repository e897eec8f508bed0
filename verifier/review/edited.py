"""Whether a fact is told in an edited sentence as it was told before, so that what was checked is checked still.

Only what is sure counts: that nothing but marks is written otherwise, that nothing was done but what the desk had asked
for, or that all is the same up to the end of the fact's own clause, and only a clause behind it that stands by itself
is not. Whatever else the author did, somebody looks again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from verifier.article import plain
from verifier.reading import words
from verifier.reading._sentence import Reading
from verifier.reading.own_clauses import read, says_nothing_of_it

_LIKE = str.maketrans(dict(zip("“”„«»’‘–―…", '"""""\'\'——.', strict=True)))
_MOST = 6
"""Corrections of one sentence that are tried together."""

Asked = Sequence[tuple[str, str]]
"""Corrections that were asked for in a sentence: its words, and how they should read."""


def told_as_before(fact: str, old: str, new: str, time: int, *, english: bool) -> bool:
    """Whether the words of a fact (the ``time``-th in their sentence, from 0) are told in the new sentence as in the
    old; clauses are told apart in ``english`` alone."""
    if ("?" in old) != ("?" in new):
        return False
    if _folded(old) == _folded(new):
        return True
    if not english:
        return False
    a, b = read(_plain(old)), read(_plain(new))
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(a.words.forms, b.words.forms, strict=False))))
    end = _end_of(fact, time, a)
    return end > 0 and any(says_nothing_of_it(a, at) and says_nothing_of_it(b, at) for at in range(end, same + 1))


def as_asked(fact: str, old: str, new: str, asked: Asked) -> bool:
    """Whether the author has done some of what was asked for, about other words, and nothing else."""
    sentence, goal = _folded(old), _folded(new)
    mine = [(_folded(a), _folded(b)) for a, b in asked if b and _folded(fact) not in _folded(a)][:_MOST]
    reads = {sentence}
    for before, after in mine:
        reads |= {one.replace(before, after) for one in reads if one.count(before) == 1}
    return goal in reads - {sentence} and sentence.count(_folded(fact)) == goal.count(_folded(fact))


def _end_of(fact: str, time: int, sentence: Reading) -> int:
    """The token behind the fact; 0 where it is not found."""
    forms, mine = sentence.words.forms, words.split(_plain(fact)).forms
    found = [n for n in range(len(forms) - len(mine) + 1) if forms[n : n + len(mine)] == mine]
    return found[time] + len(mine) if len(found) > time else 0


def _folded(text: str) -> str:
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """Words with the marks that are written one way or the other as one."""
    return plain(text).translate(_LIKE)
