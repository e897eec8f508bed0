"""The article's file as other tools must be told of it."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from verifier.report.models import Article

_TAKEN_OUT = frozenset({".html", ".htm", ".xhtml", ".docx", ".pdf", ".eml", ".msg", ".rtf", ".odt"})


def name(article: Article) -> str:
    """The article's path with ``/`` between folders, relative as it was given; "text" where there is none."""
    return PurePath(article.path).as_posix() if article.path else "text"


def shown(path: str) -> str:
    """A path that a caller named, as a report can hold it: valid Unicode, ``/`` between folders."""
    return PurePath(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")).as_posix()


def uri(article: Article) -> str:
    """The path as a URI reference, relative as it was given."""
    path = PurePath(name(article))
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def has_own_lines(article: Article) -> bool:
    """Whether the lines of the text are those of the file: not where it was taken out of HTML, Word, PDF or a mail, or
    came from the web."""
    if "://" in (article.path or ""):
        return False
    return PurePath(article.path or "").suffix.lower() not in _TAKEN_OUT
