"""Events told as earlier or later than another, whose dates say the opposite."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.english import saying
from verifier.events import DateTelling, ledger, undated
from verifier.reading import Analysis
from verifier.reading._model import DateMention
from verifier.rules._rule import Problem

_AFTER = frozenset({"after", "following"})
_MONTHS_APART = 5


def problems(analysis: Analysis) -> Iterator[Problem]:
    """Every date that lies on the wrong side of the event it is told beside."""
    known = undated.dated(analysis)
    for dated in ledger(analysis).dates:
        if not dated.alone or dated.saying:
            continue
        for at, low in _sentence(analysis, dated):
            if low in _AFTER or low == "before" or low in saying.REPORTED:
                found = undated.led_to(analysis, known, dated, at)
                if found and _reversed(dated.value, found.value, before=low == "before"):
                    yield _problem(analysis, dated, found, "before" if low == "before" else "after")
                    break


def _sentence(analysis: Analysis, dated: DateTelling) -> Iterator[tuple[int, str]]:
    """The tokens of the date's sentence with their places."""
    inside = analysis.words.inside(analysis.article.sentences[dated.sentence].span)
    return ((i, analysis.words.lows[i]) for i in inside)


def _reversed(own: DateMention, other: DateMention, *, before: bool) -> bool:
    """Whether the first date lies on the wrong side of the second."""
    first, second = (other, own) if before else (own, other)
    if first.earliest and first.latest and second.earliest and second.latest:
        return first.latest < second.earliest
    if first.month and second.month and first.day and second.day and not (first.year or second.year):
        close = abs(first.month - second.month) <= _MONTHS_APART
        return close and (first.month, first.day) < (second.month, second.day)
    return False


def _problem(analysis: Analysis, dated: DateTelling, other: DateTelling, side: str) -> Problem:
    text = analysis.article.text
    own, event_date = (" ".join(d.value.span.of(text).split()) for d in (dated, other))
    return Problem(
        (dated.value.span,),
        f"What is dated {own} is told as coming {side} what is dated {event_date}.",
        "Which of the two dates is wrong, or is it another event?",
        related=((other.value.span, "the other event"),),
    )
