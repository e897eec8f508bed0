"""Finds headline, paragraphs and sentences in a text and gives them their offsets."""

from __future__ import annotations

import re
from datetime import date

import sentencex

from verifier._exceptions import InputError
from verifier.article._model import Article, Paragraph, Sentence, Span

_BLOCK = re.compile(r"[^\s](?:.*\S)?")


def from_text(text: str, *, path: str | None = None, published: date | None = None) -> Article:
    """An article from plain text: blocks are lines, the first block is the headline where it reads like one.

    Raises:
        InputError: the text holds no words, or no valid Unicode.
    """
    where = path or "text"
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise InputError(where, "holds half a surrogate pair, which is no character; read the file again as UTF-8")
    plain = text
    spans = [Span(*m.span()) for m in _BLOCK.finditer(plain)]
    headline = bool(spans) and len(spans) > 1 and not spans[0].of(plain).rstrip('"”’').endswith((".", ":", ";"))
    if not any(c.isalnum() for c in text):
        raise InputError(where, "holds no words")
    paragraphs = tuple(
        Paragraph(i, span, "headline" if i == 0 and headline else "body") for i, span in enumerate(spans)
    )
    sentences: list[Sentence] = []
    for paragraph in paragraphs:
        start, end = paragraph.span
        for boundary in sentencex.get_sentence_boundaries("en", plain[start:end]):
            piece = boundary["text"]
            lead = len(piece) - len(piece.lstrip())
            a = start + boundary["start_index"] + lead
            b = a + len(piece.strip())
            if a < b:
                sentences.append(Sentence(len(sentences), Span(a, b), paragraph.index))
    return Article(
        text=text,
        plain=plain,
        paragraphs=paragraphs,
        sentences=tuple(sentences),
        path=path,
        title=paragraphs[0].span.of(text) if headline else None,
        published=published,
    )
