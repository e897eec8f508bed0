"""A difference as text for people: a section a kind, a line a change, the words in question below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verifier._shortening import short
from verifier.diff.models import Change, Difference
from verifier.report._screen import clean
from verifier.report._tally import counted
from verifier.report.models import Claim, Finding, Quote, Span

_LONGEST = 160  # characters of an article's words on one line
_WIDTH = 8


def as_text(difference: Difference) -> str:
    """All of one difference; nothing in it is obeyed by a terminal."""
    lines = [f"{_name(difference.old.path)} → {_name(difference.new.path)}"]
    lines += [f"  note: {clean(note)}" for note in difference.notes]
    if difference.empty:
        return "\n".join([*lines, f"  no difference ({_same(difference)})", ""])
    lines += [f"  {clean(words)}" for words in difference.article]
    lines += _section("Findings", difference.findings, difference.same.findings)
    lines += _section("Quotes", difference.quotes, difference.same.quotes)
    lines += _section("Claims", difference.claims, difference.same.claims)
    if difference.passages:
        lines += _section("Sentences outside quotes and claims", difference.passages, None)
    return "\n".join([*lines, ""])


def _name(path: str | None) -> str:
    return clean(path or "text")


def _same(difference: Difference) -> str:
    same = difference.same
    parts = (counted(same.findings, "finding"), counted(same.quotes, "quote"), counted(same.claims, "claim"))
    return ", ".join(parts)


def _section(title: str, changes: Sequence[Change[Any]], same: int | None) -> list[str]:
    counts = [f"{sum(c.change == kind for c in changes)} {kind}" for kind in ("new", "gone", "changed")]
    told = [count for count in counts if not count.startswith("0 ")]
    told += [f"{same} the same"] if same is not None else []
    return ["", f"{title}: {', '.join(told)}", *(line for change in changes for line in _lines(change))]


def _lines(change: Change[Any]) -> list[str]:
    thing = change.now
    place = change.new_place or change.old_place or (1, 1)
    head = f"  {change.change:<{_WIDTH}}{place[0]}:{place[1]}"
    if isinstance(thing, Finding):
        first, below = f"{thing.severity} {thing.code} {clean(thing.message)}", [clean(w) for w in change.words]
    else:
        words = [clean(w) for w in change.words]
        first = "; ".join(words) or _quoted(thing)
        below = _versions(change) if words else []
    return [f"{head}  {first}", *(f"{'':<{_WIDTH + 2}}{line}" for line in below)]


def _versions(change: Change[Any]) -> list[str]:
    """The words of a thing; the old and the new ones where they differ."""
    new, old = _quoted(change.now), _quoted(change.old or change.now)
    return [new] if new == old else [f"was: {old}", f"is:  {new}"]


def _quoted(thing: Quote | Claim | Span) -> str:
    words = f"“{_cut(thing.span.text)}”" if isinstance(thing, Quote) else _cut(thing.text)
    speaker = None if isinstance(thing, Span) else thing.speaker
    return f"{words} — {clean(speaker.name)}" if speaker else words


def _cut(words: str) -> str:
    return short(clean(" ".join(words.split())), _LONGEST)
