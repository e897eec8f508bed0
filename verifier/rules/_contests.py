"""Who beat whom: contests told with their score."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from verifier.article import Span
from verifier.english.contests import BEAT
from verifier.reading import Analysis
from verifier.reading._model import NameMention

_DASHES = frozenset({"-", "–", "—"})
_TELLING = 4
_GAP = 3
"""How many words may stand between the parts: "beat debutants Malta", "lost narrowly"."""


class Contest(NamedTuple):
    """One telling: the entities of winner and loser, and the two figures of the score, the higher first."""

    winner: int
    loser: int
    score: tuple[int, int]
    span: Span


def conflicts(analysis: Analysis) -> Iterator[tuple[Contest, Contest]]:
    """Two tellings of one score between the same two, with the sides swapped; the later one first."""
    won: dict[tuple[int, tuple[int, int]], Contest] = {}
    lost: dict[tuple[int, tuple[int, int]], Contest] = {}
    for contest in contests(analysis):
        as_winner = won.get((contest.loser, contest.score))
        as_loser = lost.get((contest.winner, contest.score))
        if as_winner and _one_side(analysis, as_winner.loser, contest.winner):
            yield contest, as_winner
        elif as_loser and _one_side(analysis, as_loser.winner, contest.loser):
            yield contest, as_loser
        won.setdefault((contest.winner, contest.score), contest)
        lost.setdefault((contest.loser, contest.score), contest)


def _one_side(analysis: Analysis, one: int, other: int) -> bool:
    """Whether two names are one side's: "South Korea", "Korea Republic"."""
    if one == other:
        return True
    words = [set(analysis.names.entities[n].name.split()) for n in (one, other)]
    return any(len(w) >= _TELLING for w in words[0] & words[1])


def contests(analysis: Analysis) -> Iterator[Contest]:
    """Every contest between two neighbouring names with a score that has a winner."""
    words, mentions = analysis.words, analysis.names.mentions
    for one, other in pairwise(mentions):
        if one.entity == other.entity:
            continue
        a, b = words.at(one.bare.end - 1), words.at(other.bare.start)
        if not 0 < b - a - 1 <= 2 * _GAP + 2:
            continue
        between = words.lows[a + 1 : b]
        inside = _score(analysis, a + 1, b)
        verb = next((w for w in between if w in BEAT or w == "lost"), None)
        score = inside or _score(analysis, words.at(other.bare.end - 1) + 1, words.at(other.bare.end - 1) + 6)
        if score is None or score[0] == score[1] or (verb is None and (inside is None or len(between) > _GAP)):
            continue
        lost = verb == "lost" or (verb is None and score[0] < score[1])
        yield _contest(one, other, score, lost)


def _contest(one: NameMention, other: NameMention, score: tuple[int, int], lost: bool) -> Contest:
    winner, loser = (other, one) if lost else (one, other)
    high, low = max(score), min(score)
    return Contest(winner.entity, loser.entity, (high, low), Span(one.bare.start, other.bare.end))


def _score(analysis: Analysis, first: int, last: int) -> tuple[int, int] | None:
    """A score like "3-0" between two tokens."""
    forms = analysis.words.forms
    for t in range(first, min(last, len(forms)) - 2):
        if forms[t + 1] in _DASHES and _figure(forms[t]) and _figure(forms[t + 2]):
            return int(forms[t]), int(forms[t + 2])
    return None


def _figure(form: str) -> bool:
    return form.isascii() and form.isdigit() and len(form) <= 3
