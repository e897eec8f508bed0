"""The call sheet: whom to ring, with everything to ask each person at once. Plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from verifier.report._screen import quoted
from verifier.review.exports._cleared import Cleared, Point
from verifier.review.exports.corrections import typed, words
from verifier.review.records import SAID

_NOBODY = "Whom to call is not said"


def write(articles: Sequence[Cleared]) -> str:
    """A section a person, those still to be reached first; behind them what was answered, and what was decided though
    nobody was reached."""
    calls = [(one, point) for one in articles for point in one.calls()]
    parts = {
        "": [c for c in calls if c[1].ruling.state == "call"],
        "ANSWERED": [c for c in calls if c[1].ruling.state != "call" and c[1].ruling.answer],
        "DECIDED WITHOUT AN ANSWER": [c for c in calls if c[1].ruling.state != "call" and not c[1].ruling.answer],
    }
    made = [_part(title, found) for title, found in parts.items() if found]
    return "\n\n\n".join(made if parts[""] else ["No calls to make.", *made]) + "\n"


def _part(title: str, calls: list[tuple[Cleared, Point]]) -> str:
    by_person: dict[str, list[tuple[Cleared, Point]]] = {}
    for one, point in calls:
        by_person.setdefault(point.ruling.whom or _NOBODY, []).append((one, point))
    ordered = sorted(by_person.items(), key=lambda kv: (kv[0] == _NOBODY, kv[0]))
    made = ["\n".join(_person(name, theirs)) for name, theirs in ordered]
    return "\n\n\n".join([title, *made] if title else made)


def _person(name: str, calls: list[tuple[Cleared, Point]]) -> Iterator[str]:
    numbers = list(dict.fromkeys(p.ruling.number for _, p in calls if p.ruling.number))
    title = words(", ".join([name, *numbers]))
    yield title
    yield "=" * min(len(title), 72)
    for at, (one, point) in enumerate(calls, 1):
        yield ""
        yield f"{at}. {words(point.message) or quoted(words(point.spans[0].text))}"
        yield f"   {words(one.report.article.title or one.report.article.path or 'Article')}, {point.where}:"
        for place in point.spans:
            yield f"   {quoted(words(place.text))}"
        yield f"   In: {words(point.sentence)}"
        if point.question:
            yield f"   Ask: {words(point.question)}"
        if point.ruling.note:
            yield f"   Note: {typed(point.ruling.note)}"
        for tried in point.ruling.attempts:
            yield f"   Tried {_when(tried.at)}, {typed(tried.by)}: {typed(tried.what)}"
        yield f"   Answer: {typed(point.ruling.answer) or '_' * 20 * (point.ruling.state == 'call') or 'none'}"
        if point.ruling.state not in ("call", "answered"):
            yield f"   Decided: {SAID[point.ruling.state]}"


def _when(at: str) -> str:
    """A kept moment on this machine's clock."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M %Z}"
