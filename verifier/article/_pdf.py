"""PDF with text, read with pypdf: pages in order, their lines joined into paragraphs."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import date
from itertools import accumulate

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from verifier._exceptions import InputError
from verifier.article import _parsers, _pdf_columns, _pdf_lines, _structure
from verifier.article._model import Article
from verifier.article._pdf_lines import Line

_MAX_PAGES = 300
_MAX_CHARACTERS = 5_000_000
_UNPAIRED = re.compile("[\ud800-\udfff]")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Letters that are set as one sign: the words they stand in are words with both."""
_ENCRYPTED = "encrypted; save it without a password"


def read(data: bytes, *, path: str, published: date | None) -> Article:
    """An article from a PDF.

    Raises:
        InputError: the file is broken, encrypted, a scan without text, or far longer than an article.
    """
    try:
        with _parsers.quiet("pypdf"):
            pages = _pages(data, path)
    except InputError:
        raise
    except DependencyError:
        raise InputError(path, _ENCRYPTED) from None
    except (PyPdfError, Exception) as problem:  # pypdf raises whatever a broken file makes it stumble over
        raise InputError(path, "no readable PDF; save it again, or save its text as .txt") from problem
    laid = _pdf_lines.paragraphs(pages)
    text = _UNPAIRED.sub("\ufffd", "\n\n".join(laid.paragraphs))
    if not any(c.isalnum() for c in text):
        raise InputError(path, "no text, only pictures (a scan?); run it through text recognition first")
    starts = [0, *accumulate(len(paragraph) + 2 for paragraph in laid.paragraphs)]
    headline = starts[laid.headline] if laid.headline else None
    article = _structure.from_text(text, path=path, published=published, headline=headline)
    return replace(article, pages=tuple(min(len(text), starts[number] + at) for number, at in laid.begins))


def _pages(data: bytes, path: str) -> list[list[Line]]:
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(path, _ENCRYPTED)
    if len(reader.pages) > _MAX_PAGES:
        raise InputError(path, f"{len(reader.pages)} pages, more than an article; save the part to check on its own")
    found, size = [], 0
    for page in reader.pages:
        found.append(_lines(page))
        size += sum(len(line.text) for line in found[-1])
        if size > _MAX_CHARACTERS:
            raise InputError(path, "more text than an article; save the part to check on its own")
    return found


def _lines(page: pypdf.PageObject) -> list[Line]:
    """The lines of a page as pypdf puts them together, each with its place on the page and its size of type."""
    placed: list[Line] = []

    def note(words: str, page_matrix: list[float], text_matrix: list[float], font: object, size: float) -> None:
        del font
        if shown := words.translate(_LIGATURES).strip():
            scale = abs(page_matrix[3]) or 1.0
            height = page_matrix[1] * text_matrix[4] + page_matrix[3] * text_matrix[5] + page_matrix[5]
            left = page_matrix[0] * text_matrix[4] + page_matrix[2] * text_matrix[5] + page_matrix[4]
            placed.append(Line(shown, height, abs(size * (text_matrix[3] or 1.0)) * scale, left))

    written = page.extract_text(visitor_text=note).translate(_LIGATURES)
    return _pdf_columns.untangled(placed) or _pdf_lines.placed(written, placed)
