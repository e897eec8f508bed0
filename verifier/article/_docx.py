"""DOCX, read with python-docx: the text as it stands once tracked changes are accepted, tables set aside.

What is struck through or hidden is no part of it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import docx

from verifier._exceptions import InputError
from verifier.article import _parsers, _structure
from verifier.article._model import Article, BlockKind

_MAX_UNPACKED = 60_000_000  # bytes; an article's XML is a hundredth of that, a zip bomb a thousand times more
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = frozenset({_W + "del", _W + "moveFrom", _W + "pPr", _W + "rPr", _W + "instrText"})
_CHANGES = (_W + "ins", _W + "del", _W + "moveTo")
_UNSEEN = (_W + "strike", _W + "dstrike", _W + "vanish")
_OFF = frozenset({"0", "false", "off", "none"})
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
        blocks = list(_blocks(document.element.body, _style_names(document)))
        title = (document.core_properties.title or "").strip() or None
        remarks = tuple(_remarks(document.element.body))
    except Exception as problem:  # python-docx raises whatever its parts raise
        raise InputError(path, "is no readable Word file; save it again as .docx or as plain text") from problem
    article = _parsers.from_blocks(_titled(blocks), _structure.Metadata(title=title, published=published), path=path)
    return replace(article, remarks=remarks)


def _remarks(body: Any) -> Iterator[str]:
    """What an editor would want to know of the file: changes that nobody has accepted yet, comments."""
    changes = sum(1 for _ in body.iter(*_CHANGES))
    if changes:
        yield f"{changes} tracked change{'' if changes == 1 else 's'} in the Word file: read as if accepted"
    comments = sum(1 for _ in body.iter(_W + "commentReference"))
    if comments:
        yield f"{comments} comment{'' if comments == 1 else 's'} in the Word file: not read"


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


def _style_names(document: Any) -> dict[str, str]:
    return {style.style_id: (style.name or "").lower() for style in document.styles}


def letters(document: Any) -> tuple[str, list[Place | None]]:
    """The text of a Word file as :func:`read` has it, and where in the file each of its characters stands; None for
    the line breaks between paragraphs, which stand nowhere."""
    places: list[Place | None] = []
    blocks: list[str] = []
    for pieces, _ in _paragraphs(document.element.body, {}):
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


def _blocks(body: Any, styles: dict[str, str]) -> Iterator[_parsers.Block]:
    return ((_joined(pieces), kind) for pieces, kind in _paragraphs(body, styles))


def _paragraphs(body: Any, styles: dict[str, str]) -> Iterator[tuple[list[_Piece], BlockKind | None]]:
    """The paragraphs in order, through content controls, with a table as one block to skip."""
    for element in body.iter(_W + "p", _W + "tbl"):
        if any(parent.tag in (_W + "tbl", _W + "p", _FALLBACK) for parent in element.iterancestors()):
            continue
        if element.tag == _W + "tbl":
            rows = [row for row in (list(_words(p)) for p in element.iter(_W + "p")) if _joined(row).strip()]
            yield [piece for row in rows for piece in ((None, "\n"), *row)][1:], "skip"
        else:
            yield list(_words(element)), _kind(element, styles)


def _joined(pieces: list[_Piece]) -> str:
    return "".join(words for _, words in pieces)


def _words(element: Any) -> Iterator[_Piece]:
    """The text below an element, in order, without what tracked changes took out, is struck through, or hidden."""
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        if child.tag in _GONE or child.tag == _FALLBACK or (child.tag == _W + "r" and _unseen(child)):
            continue
        if child.tag == _W + "t":
            yield child, child.text or ""
        elif child.tag in _MARKS:
            yield child, _MARKS[child.tag]
        else:
            stack.extend(reversed(child))


def _unseen(run: Any) -> bool:
    """Whether a run is struck through or hidden: an editor has taken it out, or never meant it to be read."""
    marks = (run.find(f"{_W}rPr/{name}") for name in _UNSEEN)
    return any(mark is not None and mark.get(_W + "val", "1") not in _OFF for mark in marks)


def _kind(paragraph: Any, styles: dict[str, str]) -> BlockKind | None:
    properties = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(properties.get(_W + "val", ""), "") if properties is not None else ""
    if name == "title":
        return "headline"
    if name == "subtitle":
        return "standfirst"
    if name in ("quote", "intense quote", "block text"):
        return "quotation"
    return "heading" if name.startswith("heading") else None


def _titled(blocks: list[_parsers.Block]) -> list[_parsers.Block]:
    """The first heading at the top is the headline where no paragraph has the style Title."""
    shown = [(text, kind) for text, kind in blocks if text.strip()]
    if not any(kind == "headline" for _, kind in shown):
        first = next((i for i, (_, kind) in enumerate(shown[:3]) if kind == "heading"), None)
        if first is not None:
            shown[first] = (shown[first][0], "headline")
    return shown
