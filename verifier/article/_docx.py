"""DOCX, read with python-docx: the text as it stands once tracked changes are accepted, figures in tables set aside.

What is struck through or hidden is no part of it. A text box is read behind the paragraph it hangs on, what is told in
a table as the paragraphs in it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

import docx
from docx.oxml import parse_xml

from verifier._exceptions import InputError
from verifier.article import _cells, _parsers, _structure
from verifier.article._docx_words import (
    BOX,
    CELL,
    FALLBACK,
    GONE,
    OFF,
    ROW,
    TABLE,
    P,
    Piece,
    Styles,
    W,
    goes_on_unseen,
    is_deleted,
    is_unseen,
    joined,
    lines,
    styles_of,
    words_of,
)
from verifier.article._model import Article, BlockKind

_MORE = re.compile(r" (?=struck |at )")
_MARGINS = ("header+xml", "footer+xml")
_MAX_UNPACKED = 60_000_000  # bytes; an article's XML is a hundredth of that, a zip bomb a thousand times more
_CHANGES = (W + "ins", W + "del", W + "moveTo")
Place = tuple[Any, int]
"""An element of the file, and which character of its text."""


def read(data: bytes, *, path: str, published: date | None) -> Article:
    """An article from a Word file; styles tell headline (Title, first Heading 1), standfirst (Subtitle), headings.

    Raises:
        InputError: the file is broken, encrypted, unpacks to something huge, or holds no words.
    """
    _inspect(data, path)
    try:
        document = docx.Document(io.BytesIO(data))
        styles = styles_of(document)
        told = list(_paragraphs(document.element.body, styles))
        blocks = _titled([(joined(pieces), kind) for pieces, kind in told])
        asked = _questions(told)
        title = (document.core_properties.title or "").strip() or None
        remarks = tuple(_remarks(document, styles))
    except Exception as problem:  # python-docx raises whatever its parts raise
        raise InputError(path, "is no readable Word file; save it again as .docx or as plain text") from problem
    headed: list[_parsers.Block] = [
        (text, "heading" if kind is None and text in asked else kind) for text, kind in blocks
    ]
    article = _parsers.from_blocks(headed, _structure.Metadata(title=title, published=published), path=path)
    return replace(article, remarks=(*remarks, *article.remarks))


def _remarks(document: Any, styles: Styles) -> Iterator[str]:
    """What an editor would want to know of the file: changes that nobody has accepted yet, and what is not read."""
    body = document.element.body
    passages = sum(
        1
        for run in body.iter(W + "r")
        if is_unseen(run, styles) and run.find(W + "t") is not None and not goes_on_unseen(run, styles)
    )
    for count, what, then in (
        (sum(1 for _ in body.iter(*_CHANGES)), "tracked change", "read as if accepted"),
        (passages, "passage struck through or hidden", "left out"),
        (sum(1 for _ in body.iter(W + "commentReference")), "comment", "not read"),
        (sum(1 for _ in body.iter(W + "footnoteReference", W + "endnoteReference")), "note", "not read"),
        (len(_margins(document, styles)), "text at the head or foot of pages", "not read"),
    ):
        if count:
            first, *rest = _MORE.split(what, maxsplit=1)
            yield " ".join([f"{count} {first if count == 1 else first + 's'}", *rest, f"in the Word file: {then}"])


def _margins(document: Any, styles: Styles) -> set[str]:
    """What stands over and under every page, numbers of pages aside."""
    parts = (part for part in document.part.package.iter_parts() if part.content_type.endswith(_MARGINS))
    told = {"\n".join(map(joined, lines(parse_xml(part.blob), styles))) for part in parts}
    return {words for words in told if sum(1 for word in words.split() if any(c.isalpha() for c in word)) > 1}


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


def letters(document: Any) -> tuple[str, list[Place | None]]:
    """The text of a Word file as :func:`read` has it, and where in the file each of its characters stands; None for
    the line breaks between paragraphs, which stand nowhere."""
    places: list[Place | None] = []
    blocks: list[str] = []
    for pieces, _ in _paragraphs(document.element.body, styles_of(document)):
        text = joined(pieces)
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


def _paragraphs(container: Any, styles: Styles) -> Iterator[tuple[list[Piece], BlockKind | None]]:
    """The paragraphs in order, through content controls; a table of figures is one block to skip.

    A paragraph whose end was deleted goes on in the next.
    """
    begun: list[Piece] = []
    boxes: list[Any] = []
    for element in _tops(container):
        if element.tag == TABLE:
            yield from _table(element, styles)
            continue
        begun += words_of(element, styles)
        boxes += _boxes(element)
        if element.find(f"{W}pPr/{W}rPr/{W}del") is None:
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
        if child.tag in (P, TABLE):
            yield child
        elif child.tag not in GONE and child.tag != FALLBACK:
            yield from _tops(child)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, none inside another; each is there once more for older programs."""
    for box in paragraph.iter(BOX):
        around = list(box.iterancestors())
        around = around[: around.index(paragraph)]
        if not any(element.tag in (BOX, FALLBACK) for element in around):
            yield box


def _table(table: Any, styles: Styles) -> Iterator[tuple[list[Piece], BlockKind | None]]:
    """What is told in a table as the paragraphs in it; rows of figures between as one block to skip, a row a line, tabs
    between its cells."""
    rows = [
        [cell for cell in row.iter(CELL) if next(cell.iterancestors(TABLE)) is table]
        for row in table.iter(ROW)
        if next(row.iterancestors(TABLE)) is table and not is_deleted(row)
    ]
    shown = [["\n".join(joined(words) for words in lines(cell, styles)) for cell in row] for row in rows]
    framed = len(list(table.iter(CELL))) == 1
    left: list[Piece] = []
    for row, kinds in zip(rows, _cells.sort_out(shown), strict=True):
        label: list[Piece] = []
        for kind, together in groupby(zip(row, kinds, strict=True), key=lambda cell: cell[1]):
            cells = [cell for cell, _ in together]
            if kind == "left" and not framed:
                left += _figures(cells, styles)
                continue
            yield left[1:], "skip"
            left = []
            told = [(pieces, of) for cell in cells for pieces, of in _paragraphs(cell, styles)]
            told = [(pieces, of) for pieces, of in told if joined(pieces).strip()]
            if kind == "turn":
                label = [piece for pieces, _ in told for piece in pieces]
                label.append((None, _cells.turn(joined(label))))
                continue
            for pieces, of in told:
                yield label + pieces, "label" if kind == "label" else of
                label = []
    yield left[1:], "skip"


def _figures(cells: Sequence[Any], styles: Styles) -> list[Piece]:
    """The words of a row, a tab before each paragraph and a line break before the first."""
    told = [words for cell in cells for words in lines(cell, styles)]
    return [piece for i, words in enumerate(told) for piece in ((None, "\t" if i else "\n"), *words)]


def _kind(paragraph: Any, styles: Styles) -> BlockKind | None:
    properties = paragraph.find(f"{W}pPr/{W}pStyle")
    name = styles.names.get(properties.get(W + "val", ""), "") if properties is not None else ""
    if name == "title":
        return "headline"
    if name == "subtitle":
        return "standfirst"
    if name in ("quote", "intense quote", "block text"):
        return "quotation"
    return "heading" if name.startswith("heading") else None


def _questions(told: list[tuple[list[Piece], BlockKind | None]]) -> set[str]:
    """The questions of an interview, set in bold in lines of their own. Among two of them any line in bold is one."""
    bold = {joined(pieces) for pieces, kind in told if kind is None and _is_bold(pieces)}
    return bold if sum(1 for text in bold if text.rstrip().endswith("?")) > 1 else set()


def _is_bold(pieces: list[Piece]) -> bool:
    """Whether all words of a paragraph are in bold."""
    runs = [next(e.iterancestors(W + "r"), None) for e, words in pieces if e is not None and words.strip()]
    marks = [None if run is None else run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(marks) and all(mark is not None and mark.get(W + "val", "1") not in OFF for mark in marks)


def _titled(blocks: list[_parsers.Block]) -> list[_parsers.Block]:
    """The first heading at the top is the headline where no paragraph has the style Title."""
    shown = [(text, kind) for text, kind in blocks if text.strip()]
    if not any(kind == "headline" for _, kind in shown):
        first = next((i for i, (_, kind) in enumerate(shown[:3]) if kind == "heading"), None)
        if first is not None:
            shown[first] = (shown[first][0], "headline")
    return shown
