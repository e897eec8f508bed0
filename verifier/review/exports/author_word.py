"""The author's own Word file, its layout untouched: comments at their places, and what is to be mended as tracked
changes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from verifier._exceptions import InputError
from verifier.article._docx import Place, letters
from verifier.report.models import Span
from verifier.review.exports._cleared import Cleared
from verifier.review.exports._revisions import STATES, Changes, comment, name, rewritten, stretches, track

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write(articles: Sequence[Cleared]) -> bytes:
    """One document an article.

    Raises:
        InputError: the article did not come as a Word file, or the file is not how it reads now.
    """
    import docx  # noqa: PLC0415 - only whoever takes a Word file waits for it
    from docx.text.run import Run  # noqa: PLC0415

    (one,) = articles
    path, text = one.report.article.path or "the article", one.report.article.text
    original = one.word_file
    if original is None:
        raise InputError(path, "did not come to the desk as a Word file; take the format word")
    document = docx.Document(io.BytesIO(original))
    read, places = letters(document)
    if read != text:
        raise InputError(path, "reads otherwise than the Word file it came in; take the format word")
    points = one.told(*STATES)
    _cut_at([stretch for p in points for stretch in stretches(p)], places)
    _, places = letters(document)
    placed = [(point, _runs(point.spans[0], places)) for point in points]
    first = next((run for run in document.element.body.iter(name("w:r")) if _may_be_marked(run)), None)
    for point, runs in placed:
        if runs or first is not None:
            about = "" if runs else point.spans[0].text
            comment(document, [Run(r, document) for r in list(runs) or [first]], point, about)
    numbered, changed = Changes(document), set[Any]()
    for point, runs in placed:
        plain = runs and all(run.getparent().tag in (name("w:p"), name("w:hyperlink")) for run in runs)
        if rewritten(point) and plain and changed.isdisjoint(runs):
            changed.update(runs)
            track([(start, end, run) for run, (start, end) in runs.items()], point, numbered)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _cut_at(ends: Iterable[tuple[int, int]], places: Sequence[Place | None]) -> None:
    """Cut the file's runs where stretches begin and end: Word comments on whole runs alone."""
    cuts: set[Place] = set()
    for start, end in ends:
        first, last = places[start], places[end - 1]
        cuts |= {first} if first else set()
        cuts |= {(last[0], last[1] + 1)} if last else set()
    for element, at in sorted(cuts, key=lambda cut: -cut[1]):  # from the end: what stands before keeps its place
        if _may_be_marked(element.getparent()):
            _cut(element, at)


def _cut(element: Any, at: int) -> None:
    """One run made two, of one look; nothing where one of them would be empty."""
    run, words = element.getparent(), element.text or " "  # a tab or a line break is one character
    look = run.find(name("w:rPr"))
    if 0 < at < len(words):
        tail = deepcopy(element)
        element.text, tail.text = words[:at], words[at:]
        for half in (element, tail):
            half.set(_SPACE, "preserve")
        element.addnext(tail)
    first = element if at == 0 else element.getnext()
    before = first.getprevious() if first is not None else None
    if first is None or before is None or before is look:
        return
    rest = run.makeelement(run.tag, run.attrib)
    if look is not None:
        rest.append(deepcopy(look))
    rest.extend([first, *first.itersiblings()])
    run.addnext(rest)


def _runs(span: Span, places: Sequence[Place | None]) -> dict[Any, tuple[int, int]]:
    """The runs that a span covers, in order, with where they begin and end in the text; none where one of them is where
    Word takes no comment."""
    found: dict[Any, tuple[int, int]] = {}
    for offset in range(span.start, span.end):
        place = places[offset]
        if place:
            run = place[0].getparent()
            found[run] = (found[run][0] if run in found else offset, offset + 1)
    return found if all(map(_may_be_marked, found)) else {}


def _may_be_marked(run: Any) -> bool:
    """Whether Word takes a comment there: on a run, and in no text box."""
    return run.tag == name("w:r") and not any(above.tag == name("w:txbxContent") for above in run.iterancestors())
