"""A Word file: the article with what is to be mended as tracked changes, and everything said about it as comments."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from verifier.report._pieces import blocks
from verifier.review.exports._cleared import Cleared, Point
from verifier.review.exports._revisions import STATES, Changes, comment, rewritten, stretches, track, xml

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def write(articles: Sequence[Cleared]) -> bytes:
    """One document an article."""
    import docx  # noqa: PLC0415 - only whoever takes a Word file waits for it

    (one,) = articles
    made = docx.Document()
    _about(made, one)
    points = one.told(*STATES)
    changed: list[tuple[int, int]] = []
    numbered = Changes(made)
    for block in blocks(one.report.article):
        here = [p for p in points if p.spans[0].start < block.end and p.spans[0].end > block.start]
        headline = block.start == 0 and one.report.article.title == one.report.article.text[: block.end].strip()
        paragraph = made.add_paragraph(style="Title" if headline else None)
        _paragraph(made, paragraph, one.report.article.text, (block.start, block.end), here, numbered, changed)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _about(made: Document, one: Cleared) -> None:
    made.core_properties.title = xml(one.report.article.title or "")[:255]
    made.core_properties.author = xml(", ".join(one.reviewers()))[:255]
    made.core_properties.comments = ""


def _paragraph(  # noqa: PLR0913 - each is a part of what a paragraph is made of
    made: Document,
    paragraph: Paragraph,
    text: str,
    bounds: tuple[int, int],
    points: list[Point],
    numbered: Changes,
    changed: list[tuple[int, int]],
) -> None:
    """One paragraph cut at every place, so that each comment stands on its own words."""
    start, end = bounds
    cuts = {start, end}
    for point in points:
        cuts |= {min(max(edge, start), end) for stretch in stretches(point) for edge in stretch}
    runs: list[tuple[int, int, Any]] = []
    for low, high in pairwise(sorted(cuts)):
        runs.append((low, high, paragraph.add_run(xml(text[low:high]))))
    for point in points:
        low, high = max(point.spans[0].start, start), min(point.spans[0].end, end)
        covered = [(a, b, run) for a, b, run in runs if a >= low and b <= high]
        if not covered:
            continue
        comment(made, [run for _, _, run in covered], point)
        whole = (low, high) == (point.spans[0].start, point.spans[0].end)
        clash = any(a < high and low < b for a, b in changed)
        if rewritten(point) and whole and not clash:
            changed.append((low, high))
            track([(a, b, run._r) for a, b, run in covered], point, numbered)
