"""The words of a Word file: what a reader sees of its paragraphs once tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P, TABLE, ROW, CELL, BOX = W + "p", W + "tbl", W + "tr", W + "tc", W + "txbxContent"
_TAKEN_OUT = (W + "del", W + "moveFrom")
GONE = frozenset({*_TAKEN_OUT, W + "pPr", W + "rPr", W + "instrText"})
_UNSEEN = (W + "strike", W + "dstrike", W + "vanish")
OFF = frozenset({"0", "false", "off", "none"})
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
Piece = tuple[Any, str]
"""An element with its text; None where a line break stands for no element."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The names of the file's styles by their ids, and the ids of those whose words are struck through or hidden."""

    names: Mapping[str, str]
    unseen: frozenset[str]


def styles_of(document: Any) -> Styles:
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    own = {style.style_id: _marked(style.element) for style in document.styles}
    parents = {
        style.style_id: base.get(W + "val", "")
        for style in document.styles
        if (base := style.element.find(W + "basedOn")) is not None
    }
    unseen = set()
    for name in names:
        at, steps = name, 0
        while own.get(at) is None and at in parents and steps < len(parents):
            at, steps = parents[at], steps + 1
        if own.get(at):
            unseen.add(name)
    return Styles(names, frozenset(unseen))


def words_of(element: Any, styles: Styles) -> Iterator[Piece]:
    """The text below an element, in order, without what tracked changes took out, is struck through, or hidden, and
    without that of the boxes on it."""
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        if child.tag in GONE or child.tag in (FALLBACK, BOX) or (child.tag == W + "r" and is_unseen(child, styles)):
            continue
        if child.tag == W + "t":
            yield child, child.text or ""
        elif child.tag in _MARKS:
            yield child, _MARKS[child.tag]
        else:
            stack.extend(reversed(child))


def is_unseen(run: Any, styles: Styles) -> bool:
    """Whether a run is struck through or hidden, by itself or by its style: an editor has taken it out, or never meant
    it to be read."""
    marked = _marked(run)
    if marked is not None:
        return marked
    paragraph = next(run.iterancestors(P), None)
    style = run.find(f"{W}rPr/{W}rStyle")
    around = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
    return any(named is not None and named.get(W + "val") in styles.unseen for named in (style, around))


def goes_on_unseen(run: Any, styles: Styles) -> bool:
    """Whether the run before is left out as well: Word cuts one passage into many."""
    before = run.getprevious()
    return before is not None and before.tag == W + "r" and is_unseen(before, styles)


def _marked(element: Any) -> bool | None:
    """Whether the properties of a run or a style strike its words through or hide them; None where they do not say."""
    marks = [mark for name in _UNSEEN if (mark := element.find(f"{W}rPr/{name}")) is not None]
    return any(mark.get(W + "val", "1") not in OFF for mark in marks) if marks else None


def joined(pieces: list[Piece]) -> str:
    return "".join(words for _, words in pieces)


def lines(cell: Any, styles: Styles) -> Iterator[list[Piece]]:
    """The words of each paragraph in a cell, through the tables in it."""
    for p in cell.iter(P):
        if (
            not any(is_deleted(row) for row in p.iterancestors(ROW))
            and joined(words := list(words_of(p, styles))).strip()
        ):
            yield words


def is_deleted(row: Any) -> bool:
    """Whether a tracked change took a row out."""
    return row.find(f"{W}trPr/{W}del") is not None
