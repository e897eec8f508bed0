"""HTML, read with trafilatura: the story without the page around it, title, byline, outlet and date from metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura
from lxml import etree
from trafilatura.settings import use_config

from verifier._exceptions import InputError
from verifier.article import _comments, _days, _decoding, _parsers, _structure
from verifier.article._model import Article, ParagraphKind

_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]{0,300}\?>")
_LEAVES = frozenset({"p", "head", "item", "ab", "quote", "title", "cell"})
_SPACE = re.compile(r"[ \t\r\n]+")


def read(data: bytes, *, path: str, published: date | None) -> Article:
    """An article from a page of HTML. Nothing is fetched.

    Raises:
        InputError: no story can be found in the page.
    """
    marked = _comments.mark(_DECLARATION.sub("", _decode(data, path)))
    try:
        with _parsers.quiet(*_LOGGERS):
            story = _extract(marked.page)
    except Exception as problem:  # lxml and trafilatura raise many kinds on broken pages
        raise InputError(path, "is no readable HTML; save the story as .txt or .md") from problem
    if story is None or story.body is None:
        raise InputError(path, "holds no story that could be told from the page around it; save its text as .txt")
    metadata = _structure.Metadata(
        title=marked.without(story.title) or None,
        byline=marked.without(story.author) or None,
        outlet=marked.without(story.sitename) or None,
        published=_days.first_date(story.date or "") or published,
    )
    blocks = _titled(list(_blocks(story.body)), metadata.title, marked)
    return _parsers.from_blocks(blocks, metadata, path=path, marked=marked)


def _decode(data: bytes, path: str) -> str:
    """UTF-8 where it is that, else what the page declares, else what it looks like."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4000])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode("cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name)
        except (UnicodeDecodeError, LookupError):
            pass
    return _decoding.decode(data, path)


def _extract(page: str) -> Any:
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    config.set("DEFAULT", "MIN_OUTPUT_COMM_SIZE", "1")
    return trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, with_metadata=True, fast=True, config=config
    )


def _blocks(body: Any) -> Iterator[_parsers.Block]:
    """The leaf blocks of the story in order; a table is one block to skip."""
    for event, element in etree.iterwalk(body, events=("start",)):
        del event
        if element.tag == "table":
            yield "\n".join(_text(row) for row in element.iter("row")), "skip"
        elif element.tag in _LEAVES and not _inside_leaf(element):
            kind: ParagraphKind | None = "heading" if element.tag in ("head", "title") else None
            inner = [e for e in element.iter(*_LEAVES) if e is not element]
            if not inner:
                yield _text(element), kind
                continue
            yield _SPACE.sub(" ", element.text or ""), kind
            for part in inner:
                yield _text(part), kind


def _inside_leaf(element: Any) -> bool:
    return any(parent.tag in _LEAVES or parent.tag == "table" for parent in element.iterancestors())


def _text(element: Any) -> str:
    """The words of an element; white space folded as a browser does, line breaks kept."""
    for line_break in element.iter("lb"):
        line_break.tail = "\u2028" + (line_break.tail or "")
    return _SPACE.sub(" ", "".join(element.itertext())).replace("\u2028", "\n")


def _titled(blocks: list[_parsers.Block], title: str | None, marked: _comments.Marked) -> list[_parsers.Block]:
    """The blocks with the headline first: the page's title, or its first heading."""
    shown = [(text.strip(), kind) for text, kind in blocks if text.strip()]
    wanted = _folded(title or "")
    for i, (text, _) in enumerate(shown[:4]):
        if wanted and _folded(marked.lift(text)[0]) == wanted:
            return [*shown[:i], (text, "headline"), *shown[i + 1 :]]
    if title and shown:
        return [(title, "headline"), *shown]
    if shown and shown[0][1] == "heading":
        return [(shown[0][0], "headline"), *shown[1:]]
    return shown


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
