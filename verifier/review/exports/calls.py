"""The call sheet: whom to ring, with everything to ask each person at once. Plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from verifier.review.exports._cleared import Cleared, Point
from verifier.review.exports.corrections import quoted, typed, words

_NOBODY = "Whom to call is not said"


def write(articles: Sequence[Cleared]) -> str:
    """A section a person, those still to be reached first."""
    by_person: dict[str, list[tuple[Cleared, Point]]] = {}
    for one in articles:
        for point in one.told("call", "answered"):
            by_person.setdefault(point.ruling.whom or _NOBODY, []).append((one, point))
    ordered = sorted(
        by_person.items(), key=lambda kv: (all(p.ruling.answer for _, p in kv[1]), kv[0] == _NOBODY, kv[0])
    )
    made = "\n\n\n".join("\n".join(_person(name, calls)) for name, calls in ordered)
    return (made or "No calls to make.") + "\n"


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
        yield f"   Answer: {typed(point.ruling.answer)}" if point.ruling.answer else "   Answer: ____________________"


def _when(at: str) -> str:
    """A kept moment on this machine's clock."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M %Z}"
