"""Estimates: what somebody puts at a figure: "the bank puts the cost at 40 million"."""

from __future__ import annotations

from verifier.english import closed, numbers
from verifier.reading import _clause_subjects, _complements, _passives, phrases, tags
from verifier.reading._sentence import NOMINAL, Reading, Stretch
from verifier.reading._stated import Statement, statement, stretch


def read(r: Reading, i: int) -> Statement | None:
    """ "<The bank> *puts* [the cost at 40 million]": a figure that somebody gives a thing."""
    link = next((j for j in range(i + 2, min(i + _ESTIMATED, r.last)) if r.low(j) in closed.BEFORE_AN_ESTIMATE), None)
    if link is None or not _complements.opens_phrase(r, i + 1) or not _is_a_figure(r, link + 1):
        return None
    if any(r.tag(j) in _NO_THING and r.low(j) not in ("of", "for") for j in range(i + 1, link)):
        return None  # "put the kettle on at 8"
    start = phrases.group_start(r, i)
    source = _clause_subjects.subject(r, i) if r.tag(i) == tags.VERB and not _passives.with_be(r, start, i) else None
    content = stretch(r, i + 1, wide=False)
    if source is None or content is None or r.tag(start - 1) == tags.TO:
        return None
    return statement(r, source, Stretch(start, i), [content], "say")


_ESTIMATED = 10  # words of a thing that is given a figure
_FIGURE = 4  # words from "at" to the figure
_NO_THING = frozenset((tags.MARK, tags.AUXILIARY, tags.SUBORDINATOR, tags.PREPOSITION, tags.CONJUNCTION))


def _is_a_figure(r: Reading, at: int) -> bool:
    """Whether a figure stands here, with its currency and what hedges it: "between €40 million", "about 14"."""
    for i in range(at, at + _FIGURE):
        if r.tag(i) == tags.NUMBER or r.low(i) in numbers.COUNTS - closed.ARTICLES:
            return True
        if r.tag(i) in NOMINAL or r.low(i) == ".":
            return False
    return False
