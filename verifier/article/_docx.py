"""DOCX, read with python-docx: the text as it stands once tracked changes are accepted, tables set aside.

What is struck through or hidden is no part of it. A text box is read behind the paragraph it hangs on, a table that
only frames or lays out a story as the paragraphs in it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

import docx

from verifier._exceptions import InputError
from verifier.article import _parsers, _structure
from verifier.article._model import Article, BlockKind

_MAX_UNPACKED = 60_000_000  # bytes; an article's XML is a hundredth of that, a zip bomb a thousand times more
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TABLE, _ROW, _CELL, _BOX = _W + "p", _W + "tbl", _W + "tr", _W + "tc", _W + "txbxContent"
_TAKEN_OUT = (_W + "del", _W + "moveFrom")
_GONE = frozenset({*_TAKEN_OUT, _W + "pPr", _W + "rPr", _W + "instrText"})
_CHANGES = (_W + "ins", _W + "del", _W + "moveTo")
_UNSEEN = (_W + "strike", _W + "dstrike", _W + "vanish")
_OFF = frozenset({"0", "false", "off", "none"})
_STORY = 20  # words in one cell of a table: no table of figures has so many
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
Place = tuple[Any, int]
"""An element of the file, and which character of its text."""
_Piece = tuple[Any, str]
"""An element with its text; None where a line break stands for no element."""
_MARKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}


def read(data: bytes, *, path: str, published: date | None) -> Article:
    """An article from a Word file; styles tell headline (Title, first Heading 1), standfirst (Subtitle), headings.

    Raises:
        InputError: the file is broken, encrypted, unpacks to something huge, or holds no words.
    """
    _inspect(data, path)
    try:
        document = docx.Document(io.BytesIO(data))
        styles = _styles(document)
        told = list(_paragraphs(document.element.body, styles))
        blocks = _titled([(_joined(pieces), kind) for pieces, kind in told])
        asked = _questions(told)
        title = (document.core_properties.title or "").strip() or None
        remarks = tuple(_remarks(document.element.body, styles))
    except Exception as problem:  # python-docx raises whatever its parts raise
        raise InputError(path, "is no readable Word file; save it again as .docx or as plain text") from problem
    headed: list[_parsers.Block] = [
        (text, "heading" if kind is None and text in asked else kind) for text, kind in blocks
    ]
    article = _parsers.from_blocks(headed, _structure.Metadata(title=title, published=published), path=path)
    return replace(article, remarks=remarks)


def _remarks(body: Any, styles: _Styles) -> Iterator[str]:
    """What an editor would want to know of the file: changes that nobody has accepted yet, and what is not read."""
    passages = sum(
        1
        for run in body.iter(_W + "r")
        if _unseen(run, styles) and run.find(_W + "t") is not None and not _goes_on_unseen(run, styles)
    )
    for count, what, then in (
        (sum(1 for _ in body.iter(*_CHANGES)), "tracked change", "read as if accepted"),
        (passages, "passage struck through or hidden", "left out"),
        (sum(1 for _ in body.iter(_W + "commentReference")), "comment", "not read"),
        (sum(1 for _ in body.iter(_W + "footnoteReference", _W + "endnoteReference")), "note", "not read"),
    ):
        if count:
            first, _, rest = what.partition(" struck")
            many = first if count == 1 else f"{first}s"
            yield f"{count} {many}{' struck' + rest if rest else ''} in the Word file: {then}"


def _goes_on_unseen(run: Any, styles: _Styles) -> bool:
    """Whether the run before is left out as well: Word cuts one passage into many."""
    before = run.getprevious()
    return before is not None and before.tag == _W + "r" and _unseen(before, styles)


def _inspect(data: bytes, path: str) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(path, "encrypted, or an old .doc; save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except Exception as problem:  # zipfile raises many kinds on broken input
        raise InputError(path, "is no Word file, or a broken one; save it again as .docx or as plain text") from problem
    if size > _MAX_UNPACKED:
        raise InputError(path, f"unpacks to {size / 1e6:.0f} MB, more than an article; save its text as .txt")


@dataclass(frozen=True, slots=True)
class _Styles:
    """The names of the file's styles by their ids, and the ids of those whose words are struck through or hidden."""

    names: Mapping[str, str]
    unseen: frozenset[str]


def _styles(document: Any) -> _Styles:
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    own = {style.style_id: _marked(style.element) for style in document.styles}
    parents = {
        style.style_id: base.get(_W + "val", "")
        for style in document.styles
        if (base := style.element.find(_W + "basedOn")) is not None
    }
    unseen = set()
    for name in names:
        at, steps = name, 0
        while own.get(at) is None and at in parents and steps < len(parents):
            at, steps = parents[at], steps + 1
        if own.get(at):
            unseen.add(name)
    return _Styles(names, frozenset(unseen))


def letters(document: Any) -> tuple[str, list[Place | None]]:
    """The text of a Word file as :func:`read` has it, and where in the file each of its characters stands; None for
    the line breaks between paragraphs, which stand nowhere."""
    places: list[Place | None] = []
    blocks: list[str] = []
    for pieces, _ in _paragraphs(document.element.body, _styles(document)):
        text = _joined(pieces)
        if not text.strip():
            continue
        at: list[Place | None] = []
        for element, words in pieces:
            at += [(element, n) if element is not None else None for n in range(len(words))]
        start = len(text) - len(text.lstrip())
        shown = text.strip()
        places += [None, None] if blocks else []
        places += at[start : start + len(shown)]
        blocks.append(shown)
    return "\n\n".join(blocks), places


def _paragraphs(container: Any, styles: _Styles) -> Iterator[tuple[list[_Piece], BlockKind | None]]:
    """The paragraphs in order, through content controls; a table of figures is one block to skip.

    A paragraph whose end was deleted goes on in the next.
    """
    begun: list[_Piece] = []
    boxes: list[Any] = []
    for element in _tops(container):
        if element.tag == _TABLE:
            yield from _table(element, styles)
            continue
        begun += _words(element, styles)
        boxes += _boxes(element)
        if element.find(f"{_W}pPr/{_W}rPr/{_W}del") is None:
            yield begun, _kind(element, styles)
            for box in boxes:
                yield from _paragraphs(box, styles)
            begun, boxes = [], []
    yield begun, None
    for box in boxes:
        yield from _paragraphs(box, styles)


def _tops(container: Any) -> Iterator[Any]:
    """The paragraphs and tables of a container, and none inside another."""
    for child in container:
        if child.tag in (_P, _TABLE):
            yield child
        elif child.tag not in _GONE and child.tag != _FALLBACK:
            yield from _tops(child)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, none inside another; each is there once more for older programs."""
    for box in paragraph.iter(_BOX):
        around = list(box.iterancestors())
        around = around[: around.index(paragraph)]
        if not any(element.tag in (_BOX, _FALLBACK) for element in around):
            yield box


def _table(table: Any, styles: _Styles) -> Iterator[tuple[list[_Piece], BlockKind | None]]:
    """A table's rows without prose as blocks to skip, a row a line, tabs between its cells; a row that tells something,
    and all of what only frames a box or lays out a story, as the paragraphs in it."""
    own = (row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table and not _deleted(row))
    rows = [(cells := _cells(row), [_told(cell, styles) for cell in cells]) for row in own]
    lays_out = len(list(table.iter(_CELL))) == 1 or any(len(t.split()) >= _STORY for _, told in rows for t in told)
    for prose, some in groupby(rows, lambda row: lays_out or any(map(_structure.tells, row[1]))):
        if prose:
            for cell in (cell for cells, _ in some for cell in cells):
                yield from _paragraphs(cell, styles)
        else:
            yield _set([cells for cells, _ in some], styles), "skip"


def _deleted(row: Any) -> bool:
    """Whether a tracked change took a row out."""
    return row.find(f"{_W}trPr/{_W}del") is not None


def _cells(row: Any) -> list[Any]:
    """The cells of a row, none of a table inside it."""
    return [cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row]


def _told(cell: Any, styles: _Styles) -> str:
    """The words of a cell, those of a table inside it with them."""
    return "\n".join(_joined(list(_words(p, styles))) for p in cell.iter(_P)).strip()


def _set(rows: list[list[Any]], styles: _Styles) -> list[_Piece]:
    """The words of rows under each other, tabs between cells."""
    told: list[_Piece] = []
    for cells in rows:
        gap = "\n"
        for paragraph in (p for cell in cells for p in cell.iter(_P)):
            words = list(_words(paragraph, styles))
            if _joined(words).strip():
                told += [(None, gap), *words]
                gap = "\t"
    return told[1:]


def _joined(pieces: list[_Piece]) -> str:
    return "".join(words for _, words in pieces)


def _words(element: Any, styles: _Styles) -> Iterator[_Piece]:
    """The text below an element, in order, without what tracked changes took out, is struck through, or hidden, and
    without that of the boxes on it."""
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        if child.tag in _GONE or child.tag in (_FALLBACK, _BOX) or (child.tag == _W + "r" and _unseen(child, styles)):
            continue
        if child.tag == _W + "t":
            yield child, child.text or ""
        elif child.tag in _MARKS:
            yield child, _MARKS[child.tag]
        else:
            stack.extend(reversed(child))


def _unseen(run: Any, styles: _Styles) -> bool:
    """Whether a run is struck through or hidden, by itself or by its style: an editor has taken it out, or never meant
    it to be read."""
    marked = _marked(run)
    if marked is not None:
        return marked
    paragraph = next(run.iterancestors(_P), None)
    style = run.find(f"{_W}rPr/{_W}rStyle")
    around = paragraph.find(f"{_W}pPr/{_W}pStyle") if paragraph is not None else None
    return any(named is not None and named.get(_W + "val") in styles.unseen for named in (style, around))


def _marked(element: Any) -> bool | None:
    """Whether the properties of a run or a style strike its words through or hide them; None where they do not say."""
    marks = [mark for name in _UNSEEN if (mark := element.find(f"{_W}rPr/{name}")) is not None]
    return any(mark.get(_W + "val", "1") not in _OFF for mark in marks) if marks else None


def _kind(paragraph: Any, styles: _Styles) -> BlockKind | None:
    properties = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.names.get(properties.get(_W + "val", ""), "") if properties is not None else ""
    if name == "title":
        return "headline"
    if name == "subtitle":
        return "standfirst"
    if name in ("quote", "intense quote", "block text"):
        return "quotation"
    return "heading" if name.startswith("heading") else None


def _questions(told: list[tuple[list[_Piece], BlockKind | None]]) -> set[str]:
    """The questions of an interview, set in bold in lines of their own. Among two of them any line in bold is one."""
    bold = {_joined(pieces) for pieces, kind in told if kind is None and _is_bold(pieces)}
    return bold if sum(1 for text in bold if text.rstrip().endswith("?")) > 1 else set()


def _is_bold(pieces: list[_Piece]) -> bool:
    """Whether all words of a paragraph are in bold."""
    runs = [next(e.iterancestors(_W + "r"), None) for e, words in pieces if e is not None and words.strip()]
    marks = [None if run is None else run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(marks) and all(mark is not None and mark.get(_W + "val", "1") not in _OFF for mark in marks)


def _titled(blocks: list[_parsers.Block]) -> list[_parsers.Block]:
    """The first heading at the top is the headline where no paragraph has the style Title."""
    shown = [(text, kind) for text, kind in blocks if text.strip()]
    if not any(kind == "headline" for _, kind in shown):
        first = next((i for i, (_, kind) in enumerate(shown[:3]) if kind == "heading"), None)
        if first is not None:
            shown[first] = (shown[first][0], "headline")
    return shown
