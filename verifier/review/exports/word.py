"""A Word file: the article with what is to be mended as tracked changes, and everything said about it as comments."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from verifier.report._pieces import blocks
from verifier.report._screen import clean
from verifier.review.exports._cleared import Cleared, Point
from verifier.review.exports.corrections import words
from verifier.review.records import SAID, State

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_STATES: tuple[State, ...] = ("mend", "call", "answered")
_FORBIDDEN = {n: None for n in range(32) if n not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}
"""Characters that XML cannot hold."""


def write(articles: Sequence[Cleared]) -> bytes:
    """One document an article."""
    import docx  # noqa: PLC0415 - only whoever takes a Word file waits for it

    (one,) = articles
    made = docx.Document()
    _about(made, one)
    points = one.told(*_STATES)
    changed: list[tuple[int, int]] = []
    numbered = _Changes(one)
    for block in blocks(one.report.article):
        here = [p for p in points if p.spans[0].start < block.end and p.spans[0].end > block.start]
        headline = block.start == 0 and one.report.article.title == one.report.article.text[: block.end].strip()
        paragraph = made.add_paragraph(style="Title" if headline else None)
        _paragraph(made, paragraph, one.report.article.text, (block.start, block.end), here, numbered, changed)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _about(made: Document, one: Cleared) -> None:
    made.core_properties.title = _xml(one.report.article.title or "")[:255]
    made.core_properties.author = _xml(", ".join(one.reviewers()))[:255]
    made.core_properties.comments = ""


class _Changes:
    """Numbers for tracked changes, each with who made it and when."""

    def __init__(self, one: Cleared) -> None:
        self._last = 1_000
        del one

    def attributes(self, point: Point) -> dict[str, str]:
        """What Word wants to know of a change."""
        self._last += 1
        at = point.standing.at or datetime.now(UTC).isoformat(timespec="seconds")
        moment = datetime.fromisoformat(at).strftime("%Y-%m-%dT%H:%M:%SZ")
        return {"w:id": str(self._last), "w:author": _xml(point.standing.reviewer) or "verifier", "w:date": moment}


def _paragraph(  # noqa: PLR0913 - each is a part of what a paragraph is made of
    made: Document,
    paragraph: Paragraph,
    text: str,
    bounds: tuple[int, int],
    points: list[Point],
    numbered: _Changes,
    changed: list[tuple[int, int]],
) -> None:
    """One paragraph cut at every place, so that each comment stands on its own words."""
    start, end = bounds
    edges = {start, end}
    for point in points:
        edges |= {min(max(point.spans[0].start, start), end), min(max(point.spans[0].end, start), end)}
    runs: list[tuple[int, int, Any]] = []
    for low, high in pairwise(sorted(edges)):
        runs.append((low, high, paragraph.add_run(_xml(text[low:high]))))
    for point in points:
        low, high = max(point.spans[0].start, start), min(point.spans[0].end, end)
        covered = [run for a, b, run in runs if a >= low and b <= high]
        if not covered:
            continue
        comment = made.add_comment(
            covered, text=_xml(_said(point)), author=_xml(point.standing.reviewer), initials=_initials(point)
        )
        comment._comment_elm.set(_name("w:date"), numbered.attributes(point)["w:date"])
        whole = (low, high) == (point.spans[0].start, point.spans[0].end)
        clash = any(a < high and low < b for a, b in changed)
        if point.ruling.state == "mend" and point.ruling.wording and whole and not clash:
            changed.append((low, high))
            _track(covered, point, numbered)


def _track(runs: list[Any], point: Point, numbered: _Changes) -> None:
    """The runs as deleted, and what they should read as inserted after them."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    deleted = OxmlElement("w:del", attrs=None)
    for name, value in numbered.attributes(point).items():
        deleted.set(_name(name), value)
    runs[0]._r.addprevious(deleted)
    for run in runs:
        element = run._r
        deleted.append(element)
        for t in element.findall(_name("w:t")):
            t.tag = _name("w:delText")
            t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    inserted = OxmlElement("w:ins")
    for name, value in numbered.attributes(point).items():
        inserted.set(_name(name), value)
    run, words_of = OxmlElement("w:r"), OxmlElement("w:t")
    words_of.text = _xml(point.ruling.wording)
    words_of.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words_of)
    inserted.append(run)
    deleted.addnext(inserted)


def _said(point: Point) -> str:
    ruling = point.ruling
    said = [SAID[ruling.state] + (f": {clean(point.message)}" if point.message else "")]
    said += [f"Should read: {ruling.wording}"] if ruling.wording else []
    said += [f"The other place: {clean(s.text)}" for s in point.spans[1:4]]
    said += [f"Checked against: {ruling.checked_against}"] if ruling.against else []
    said += [f"Call: {ruling.whom} {ruling.number}".strip()] if ruling.whom else []
    said += [f"Answer: {ruling.answer}"] if ruling.answer else []
    said += [f"Question: {clean(point.question)}"] if point.question and not (ruling.wording or ruling.answer) else []
    said += [f"Note: {ruling.note}"] if ruling.note else []
    return "\n".join(words(line) for line in said)


def _initials(point: Point) -> str:
    return "".join(part[0] for part in _xml(point.standing.reviewer).split()[:3]).upper()


def _name(tag: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415

    return str(qn(tag))


def _xml(text: str) -> str:
    return text.translate(_FORBIDDEN).encode("utf-8", "replace").decode()
