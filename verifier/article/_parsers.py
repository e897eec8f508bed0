"""What the readers of HTML, DOCX and PDF share: paragraphs put together to one text, and parsers kept quiet."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from verifier.article import _structure
from verifier.article._model import Article, ParagraphKind, Span
from verifier.article._plain import plain as plain_view

_UNPAIRED = re.compile("[\ud800-\udfff]")
Block = tuple[str, ParagraphKind | None]


def from_blocks(blocks: Sequence[Block], metadata: _structure.Metadata, *, path: str) -> Article:
    """An article whose text is these paragraphs with a blank line between each two.

    Raises:
        InputError: they hold no words.
    """
    kept = [(shown, kind) for raw, kind in blocks if (shown := _UNPAIRED.sub("\ufffd", raw).strip())]
    text = "\n\n".join(shown for shown, _ in kept)
    _structure.require_words(text, path)
    plain = plain_view(text)
    spans: list[tuple[Span, ParagraphKind | None]] = []
    at = 0
    for shown, kind in kept:
        piece = plain[at : at + len(shown)]
        start = at + len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append((Span(start, start + len(piece.strip())), kind))
        at += len(shown) + 2
    return _structure.assemble(text, plain, spans, metadata, path=path)


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
