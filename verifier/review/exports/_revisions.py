"""Comments and tracked changes as Word keeps them, for what was decided at a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from verifier.report._screen import quoted
from verifier.review.exports._cleared import Point
from verifier.review.exports.corrections import asked, called, typed, words
from verifier.review.records import SAID, State
from verifier.review.rewording import changes

if TYPE_CHECKING:
    from docx.document import Document

STATES: tuple[State, ...] = ("mend", "call", "answered")
"""What an author is told of."""
_FORBIDDEN = {n: None for n in range(32) if n not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}
"""Characters that XML cannot hold."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Changes:
    """Numbers for tracked changes that the document does not have yet, each with who made it and when."""

    def __init__(self, document: Document) -> None:
        changes = document.element.body.iter(name("w:ins"), name("w:del"), name("w:moveFrom"), name("w:moveTo"))
        taken = {str(change.get(name("w:id"))) for change in changes}
        self._free = (str(n) for n in count(1_001) if str(n) not in taken)

    def attributes(self, point: Point) -> dict[str, str]:
        """What Word wants to know of a change."""
        author = xml(point.standing.reviewer) or "verifier"
        return {"w:id": next(self._free), "w:author": author, "w:date": _moment(point)}


def comment(document: Document, runs: list[Any], point: Point, about: str = "") -> None:
    """Say beside some runs what was decided; ``about`` quotes the words where the runs are not they."""
    said = f"About {quoted(words(about))}: {_said(point)}" if about else _said(point)
    made = document.add_comment(runs, text=xml(said), author=xml(point.standing.reviewer), initials=_initials(point))
    made._comment_elm.set(name("w:date"), _moment(point))


def track(runs: Sequence[tuple[int, int, Any]], point: Point, numbered: Changes) -> None:
    """What a new wording changes in the runs (``w:r``, with their places): words that go as deleted, what comes
    instead as inserted, looking alike. The runs are cut at the ends of ``stretches``."""
    for change in changes(point.spans[0], point.ruling.wording):
        gone = [run for start, end, run in runs if start < change.end and end > change.start]
        before = [run for _, end, run in runs if end <= change.start]
        if gone:
            last = _delete(gone, point, numbered)
            _insert(change.text, gone[0], point, numbered, last.addnext)
        elif before:
            _insert(change.text, before[-1], point, numbered, before[-1].addnext)
        else:
            _insert(change.text, runs[0][2], point, numbered, runs[0][2].addprevious)


def stretches(point: Point) -> list[tuple[int, int]]:
    """What has to be runs of its own: the place, and what of it goes or has something inserted behind it."""
    first = point.spans[0]
    inside = changes(first, point.ruling.wording) if rewritten(point) else []
    found = [(c.start if c.start < c.end else first.start, c.end) for c in inside]
    return [(first.start, first.end), *((start, end) for start, end in found if start < end)]


def rewritten(point: Point) -> bool:
    """Whether it is to read otherwise."""
    return point.ruling.state == "mend" and bool(point.ruling.wording)


def _delete(runs: list[Any], point: Point, numbered: Changes) -> Any:
    """Each of the runs as deleted; the last of the deletions."""
    for run in runs:
        deleted = _change("w:del", point, numbered)
        run.addprevious(deleted)
        deleted.append(run)
        for t in run.findall(name("w:t")):
            t.tag = name("w:delText")
            t.set(_SPACE, "preserve")
    return deleted


def _insert(said: str, like: Any, point: Point, numbered: Changes, put: Callable[[Any], None]) -> None:
    """Words as inserted, in the look of a run."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - only whoever takes a Word file waits for it

    if not said:
        return
    look = like.find(name("w:rPr"))
    inserted = _change("w:ins", point, numbered)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    if look is not None:
        run.append(deepcopy(look))
    text.text = xml(said)
    text.set(_SPACE, "preserve")
    run.append(text)
    inserted.append(run)
    put(inserted)


def name(tag: str) -> str:
    """A tag with its namespace, as lxml has it."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    return str(qn(tag))


def xml(text: str) -> str:
    """Text without what XML cannot hold."""
    return text.translate(_FORBIDDEN).encode("utf-8", "replace").decode()


def _change(tag: str, point: Point, numbered: Changes) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    made = OxmlElement(tag)
    for key, value in numbered.attributes(point).items():
        made.set(name(key), value)
    return made


def _moment(point: Point) -> str:
    at = point.standing.at or datetime.now(UTC).isoformat(timespec="seconds")
    # Word writes the clock on the wall and a Z behind it, and shows just that to everybody.
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%dT%H:%M:%SZ}"


def _said(point: Point) -> str:
    ruling = point.ruling
    said = [SAID[ruling.state] + (f": {words(point.message)}" if point.message else "")]
    said += [f"Should read: {typed(ruling.wording)}"] if ruling.wording else []
    said += [f"The other place: {words(s.text)}" for s in point.spans[1:4]]
    said += [f"Checked against: {typed(ruling.checked_against)}"] if ruling.against else []
    said += [*called(ruling), *asked(point)]
    said += [f"Note: {typed(ruling.note)}"] if ruling.note else []
    return "\n".join(said)


def _initials(point: Point) -> str:
    return "".join(part[0] for part in xml(point.standing.reviewer).split()[:3]).upper()
