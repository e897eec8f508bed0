"""PDF with text, read with pypdf: pages in order, words that a line end cut in two put together again."""

from __future__ import annotations

import io
import re
from datetime import date

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from verifier._exceptions import InputError
from verifier.article import _parsers, _structure
from verifier.article._model import Article

_MAX_PAGES = 300
_MAX_CHARACTERS = 5_000_000
_CUT_WORD = re.compile(r"(?<=[a-z])[-\xad]\n(?=[a-z])")
_UNPAIRED = re.compile("[\ud800-\udfff]")
_ENCRYPTED = "is encrypted; save it without a password"


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
        raise InputError(path, "is no readable PDF; save it again, or save its text as .txt") from problem
    text = _UNPAIRED.sub("\ufffd", _CUT_WORD.sub("", _joined(pages)))
    if not any(c.isalnum() for c in text):
        raise InputError(path, "holds no text, only pictures (a scan?); run it through text recognition first")
    return _structure.from_text(text, path=path, published=published)


def _pages(data: bytes, path: str) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(path, _ENCRYPTED)
    if len(reader.pages) > _MAX_PAGES:
        raise InputError(
            path, f"has {len(reader.pages)} pages, more than an article; save the part to check on its own"
        )
    found, size = [], 0
    for page in reader.pages:
        found.append(page.extract_text().strip("\n"))
        size += len(found[-1])
        if size > _MAX_CHARACTERS:
            raise InputError(path, "holds more text than an article; save the part to check on its own")
    return found


def _joined(pages: list[str]) -> str:
    """The pages as one text: a sentence may run over a page's end, a paragraph that ended there is over."""
    text = ""
    for page in pages:
        if text:
            text += "\n\n" if text.rstrip().endswith((".", "!", "?", '"', "”")) else "\n"
        text += page
    return text
