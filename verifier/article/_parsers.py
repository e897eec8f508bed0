"""What the readers of HTML, DOCX and PDF share: paragraphs put together to one text, and parsers kept quiet."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from verifier.article import _comments, _structure
from verifier.article._model import Article, BlockKind, Comment, Span
from verifier.article._plain import plain as plain_view

_UNPAIRED = re.compile("[\ud800-\udfff]")
Block = tuple[str, BlockKind | None]


_UNMARKED = _comments.Marked("", (), "")


def from_blocks(
    blocks: Sequence[Block],
    metadata: _structure.Metadata,
    *,
    path: str,
    marked: _comments.Marked = _UNMARKED,
) -> Article:
    """An article whose text is these paragraphs with a blank line between each two.

    ``marked`` is the page they come from, where marks in them stand for comments.

    Raises:
        InputError: they hold no words.
    """
    kept: list[Block] = []
    places: dict[int, int] = {}
    length = 0
    for raw, kind in blocks:
        lifted, here = marked.lift(raw)
        for number in here:
            places.setdefault(number, length)
        if shown := _UNPAIRED.sub("\ufffd", lifted).strip():
            kept.append((shown, kind))
            length += len(shown) + 2
    text = "\n\n".join(shown for shown, _ in kept)
    _structure.require_words(text, path)
    plain = plain_view(text)
    spans: list[tuple[Span, BlockKind | None]] = []
    at = 0
    for shown, kind in kept:
        piece = plain[at : at + len(shown)]
        start = at + len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append((Span(start, start + len(piece.strip())), kind))
        at += len(shown) + 2
    article = _structure.assemble(text, plain, spans, metadata, path=path)
    comments = tuple(Comment(places.get(number), words) for number, words in enumerate(marked.words))
    return replace(article, comments=comments) if comments else article


@contextmanager
def quiet(*names: str) -> Iterator[None]:
    """Keep these loggers and all warnings from the terminal: what matters becomes an InputError."""
    loggers = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
