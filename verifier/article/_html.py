"""HTML, read with trafilatura: the story without the page around it, title, byline, outlet and date from metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby, islice
from typing import Any

import trafilatura
from trafilatura.settings import use_config

from verifier._exceptions import InputError
from verifier.article import (
    _cells,
    _comments,
    _decoding,
    _html_asks,
    _html_date,
    _html_notes,
    _html_page,
    _mail_parts,
    _parsers,
    _structure,
)
from verifier.article._model import Article, BlockKind

_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]{0,300}\?>")
_BREAK = "\u2028"
_SHOWN = 60  # characters of a paragraph that is not read
_BLOCK_KINDS: dict[str, BlockKind | None] = {
    "head": "heading", "title": "heading", "quote": "quotation",
    "p": None, "item": None, "ab": None, "cell": None, "row": None, "list": None, "div": None, "code": None,
}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n]+")
_EMPTY_LINE = re.compile(r"\n[ ]*\n")
_MAY_BREAK = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))
"""Characters that tell a browser where a word may break and where not: set by programs, seen by nobody."""


def read(data: bytes, *, path: str, published: date | None, subject: str | None = None) -> Article:
    """An article from a page of HTML. Nothing is fetched. ``subject`` is that of the mail which the page is.

    Raises:
        InputError: no story can be found in the page.
    """
    marked = _comments.mark(_DECLARATION.sub("", _decode(data, path)))
    try:
        with _parsers.quiet(*_LOGGERS):
            page = _html_page.parsed(marked.page)
            day, told, story, notes, lines = None, [], None, 0, ""
            if page is not None:
                day = _html_date.published(page)  # before the times in lines become words of them
                notes = _html_notes.leave_out(page)
                lines = _html_page.lines(page) if subject is not None else ""
                _html_page.prepare(page)
                told = [marked.without(words) or "" for words in _html_page.told(page)]
                story = _extract(page)
    except Exception as problem:  # lxml and trafilatura raise many kinds on broken pages
        raise InputError(path, "is no readable HTML; save the story as .txt or .md") from problem
    if story is None or story.body is None:
        raise InputError(path, "holds no story that could be told from the page around it; save its text as .txt")
    metadata = _structure.Metadata(
        title=_told(story.title, marked),
        byline=_told(story.author, marked),
        outlet=_told(story.sitename, marked),
        published=day or published,
    )
    found = list(_blocks(story.body))
    if _html_asks.is_all(found):
        raise InputError(path, "holds only what a page asks before it shows a story; open it, and save it then")
    remarks: tuple[str, ...] = ()
    if subject is not None:
        _, subject, remarks = _mail_parts.forwarded(lines, subject)
        found = list(_without_heads(found))
        metadata = replace(metadata, title=metadata.title or subject or None)
    blocks = _titled(found, metadata.title, marked)
    article = _parsers.from_blocks(blocks, metadata, path=path, marked=marked)
    return replace(article, remarks=(*remarks, *_left_out(told, article.text, notes), *article.remarks))


def _without_heads(blocks: list[_parsers.Block]) -> Iterator[_parsers.Block]:
    """A mail's blocks without the heads of mails that were passed on in it, each of which may be several of them."""
    told = [(words, kind) for words, kind in blocks if words.strip()]
    lines = iter(_mail_parts.headless("\n".join(words for words, _ in told)).split("\n"))
    for words, kind in told:
        yield "\n".join(islice(lines, words.count("\n") + 1)), kind


def _told(words: str | None, marked: _comments.Marked) -> str | None:
    """What a page says of itself, without what nobody sees of it."""
    return (marked.without(words) or "").translate(_MAY_BREAK) or None


def _left_out(told: list[str], text: str, notes: int) -> Iterator[str]:
    """What of the page is no part of the article: its notes, and what of the story the reader of pages took for none (a
    text that is folded away, a box)."""
    if notes:
        yield f"{notes} {'note' if notes == 1 else 'notes'} of the page: not read"
    there = _bare(text)
    missing = [words for words in told if _bare(words) not in there]
    if missing:
        count = "1 paragraph of the page is" if len(missing) == 1 else f"{len(missing)} paragraphs of the page are"
        yield f"{count} not in the text that was read; the first begins: {missing[0][:_SHOWN].rstrip()}…"


def _bare(words: str) -> str:
    return "".join(c for c in words if c.isalnum())


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


def _extract(page: Any) -> Any:
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    config.set("DEFAULT", "MIN_OUTPUT_COMM_SIZE", "1")
    return trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        fast=True,
        config=config,
        date_extraction_params={"extensive_search": False},  # the day is looked for elsewhere
    )


def _blocks(element: Any, kind: BlockKind | None = None) -> Iterator[_parsers.Block]:
    """The words between the blocks inside an element and those blocks, in order."""
    run = [element.text or ""]
    for child in element:
        if child.tag == "table":
            yield from _runs(run, kind)
            yield from _table(child, kind)
            run = []
        elif child.tag in _BLOCK_KINDS and not (child.tag == "quote" and element.tag == "p"):
            yield from _runs(run, kind)
            yield from _blocks(child, _BLOCK_KINDS[child.tag] or kind)
            run = []
        else:
            run.append(_text(child))
        run.append(child.tail or "")
    yield from _runs(run, kind)


def _runs(run: list[str], kind: BlockKind | None) -> Iterator[_parsers.Block]:
    """The words between two blocks; an empty line among them ends a paragraph."""
    for piece in _EMPTY_LINE.split(_folded_run(run)):
        yield piece, kind


def _table(table: Any, kind: BlockKind | None) -> Iterator[_parsers.Block]:
    """What is told in a table, as old pages lay stories out, as the blocks in it; rows of figures between as one block
    to skip."""
    rows = [list(row) for row in table.iter("row")]
    shown = [[_folded_run([_text(cell)]).strip() for cell in row] for row in rows]
    left: list[str] = []
    for row, words, kinds in zip(rows, shown, _cells.sort_out(shown), strict=True):
        label = ""
        for is_, together in groupby(zip(row, words, kinds, strict=True), key=lambda cell: cell[2]):
            cells = list(together)
            if is_ == "left":
                left.append("\t".join(said for _, said, _ in cells))
                continue
            yield "\n".join(left), "skip"
            left = []
            if is_ == "turn":
                label = cells[-1][1] + _cells.turn(cells[-1][1])
                continue
            for said, of in (block for cell, _, _ in cells for block in _blocks(cell, kind) if block[0].strip()):
                yield label + said.lstrip(), "label" if is_ == "label" else of
                label = ""
    yield "\n".join(left), "skip"


def _text(element: Any) -> str:
    """The words of an element inside a line; a line break is one."""
    return (
        _BREAK
        if element.tag == "lb"
        else (element.text or "") + "".join(_text(child) + (child.tail or "") for child in element)
    )


def _folded_run(run: list[str]) -> str:
    """The words with white space folded as a browser does, line breaks kept; where words may break is not told."""
    return _SPACE.sub(" ", "".join(run).translate(_MAY_BREAK)).replace(_BREAK, "\n")


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
