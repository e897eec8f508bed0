"""From a path, or bytes with a name, to an article; from what a user types to a list of files."""

from __future__ import annotations

import glob
import re
from datetime import date
from pathlib import Path

from verifier._exceptions import InputError
from verifier.article import _decoding
from verifier.article._model import Article
from verifier.article._structure import from_text

MAX_BYTES = 5_000_000
_FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".eml": "mail",
    ".msg": "mail",
}
_PARSED = frozenset({"html", "docx", "pdf", "mail"})
_ELSEWHERE = {
    ".rtf": "RTF", ".odt": "OpenDocument", ".doc": "an old Word file", ".pages": "Pages", ".epub": "an e-book",
}  # fmt: skip
"""What its own program saves as something that is read here."""
_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a mail begins that Outlook saved in its own form; every other that ends so is mail, or plain text."""
_HEADED = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?(?:from|to|cc|subject|date|sender|reply-to|received|return-path|"
    rb"delivered-to|message-id|mime-version|content-[\w-]+|x-[\w-]+|arc-[\w-]+|dkim-signature|thread-[\w-]+|importance):",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
ENDINGS = frozenset(_FORMATS)
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|\?xml|head|body|article)\b", re.IGNORECASE)


def expand(argument: str) -> list[Path]:
    """The files that one PATH argument names: itself, all articles under a folder, or what a glob matches.

    Sorted, so that two runs give the same order. In a folder only files with a known ending count, hidden ones do
    not; a file named outright may have any ending.

    Raises:
        InputError: nothing is there, or a folder holds no article.
    """
    if _URL.match(argument):
        raise InputError(argument, "URLs are not read; save the page as a file first and name that")
    path = Path(argument)
    if _is_folder(path):
        found = _articles_under(path)
        if not found:
            raise InputError(argument, f"no articles in this folder ({', '.join(sorted(ENDINGS))})")
        return found
    if path.exists() or not glob.has_magic(argument):
        return [path]
    matches = sorted(Path(p) for p in glob.glob(argument, recursive=True))  # noqa: PTH207 - Path.glob wants relative patterns
    files = [file for match in matches for file in (_articles_under(match) if _is_folder(match) else [match])]
    if not files:
        raise InputError(argument, "no file matches")
    return list(dict.fromkeys(files))


def read(path: str | Path, *, published: date | None = None, max_bytes: int | None = MAX_BYTES) -> Article:
    """The article in a file, whatever its format; ``published`` is its date where it gives none.

    What needs a parser (a page, a Word file, a PDF, a mail) is read in a process of its own, within limits.

    Raises:
        InputError: the file is missing, unreadable, empty, no text, broken, larger than ``max_bytes``, or reading it
            takes more time or memory than an article needs.
    """
    return read_apart(file_bytes(path, max_bytes), str(path), published=published, max_bytes=max_bytes)


def file_bytes(path: str | Path, max_bytes: int | None = MAX_BYTES) -> bytes:
    """What is in a file, as far as one byte over the limit: enough to see that it is too large.

    Raises:
        InputError: it is missing or unreadable.
    """
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            return file.read() if max_bytes is None else file.read(max_bytes + 1)
    except FileNotFoundError:
        raise InputError(name, "no such file") from None
    except IsADirectoryError:
        raise InputError(name, "a folder, not an article") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "its name cannot be used"
        raise InputError(name, f"cannot read it: {reason}") from None


def read_bytes(data: bytes, name: str, *, published: date | None = None, max_bytes: int | None = MAX_BYTES) -> Article:
    """The article in these bytes; the ending of ``name`` tells the format, the content where there is none.

    Raises:
        InputError: the bytes are empty, no text, broken, or more than ``max_bytes``.
    """
    if max_bytes is not None and len(data) > max_bytes:
        raise InputError(
            name, f"larger than {max_bytes / 1e6:g} MB, more than an article; raise the limit (--max-size) to read it"
        )
    if not data.strip():
        raise InputError(name, "empty file, nothing to read")
    if data.startswith(_OUTLOOK) and _FORMATS.get(Path(name).suffix.lower()) == "mail":
        how = "as .eml, or by File, Save As, Text Only, or copy its text"
        raise InputError(name, f"a mail in Outlook's own form, which is not read; save it {how}, and check that")
    if (kind := _ELSEWHERE.get(Path(name).suffix.lower())) or data.startswith(b"{\\rtf"):
        raise InputError(name, f"{kind or 'RTF'}, which is not read; save it as .docx or .txt, and check that")
    match _format(data, name):
        case "docx":
            from verifier.article import _docx  # noqa: PLC0415 - each parser is loaded by the first file that needs it

            return _docx.read(data, path=name, published=published)
        case "pdf":
            from verifier.article import _pdf  # noqa: PLC0415

            return _pdf.read(data, path=name, published=published)
        case "html":
            from verifier.article import _html  # noqa: PLC0415

            return _html.read(data, path=name, published=published)
        case "mail":
            from verifier.article import _mail  # noqa: PLC0415

            return _mail.read(data, path=name, published=published)
        case "markdown":
            from verifier.article import _markdown  # noqa: PLC0415

            return _markdown.read(_decoding.decode(data, name), path=name, published=published)
        case _:
            return from_text(_decoding.decode(data, name), path=name, published=published)


def read_apart(data: bytes, name: str, *, published: date | None = None, max_bytes: int | None = MAX_BYTES) -> Article:
    """The same as :func:`read_bytes`, but what needs a parser is read in a process of its own, within limits.

    Raises:
        InputError: as there, or reading takes more time or memory than an article needs.
    """
    small = max_bytes is None or len(data) <= max_bytes
    if small and data.strip() and _format(data, name) in _PARSED:
        from verifier.article import _apart  # noqa: PLC0415 - text and Markdown need no other process

        return _apart.read(data, name, published)
    return read_bytes(data, name, published=published, max_bytes=max_bytes)


def _format(data: bytes, name: str) -> str:
    """The format by the ending of the name; by the content where the ending says nothing."""
    ending = Path(name).suffix.lower()
    if ending in _FORMATS and (ending != ".msg" or data.startswith(_OUTLOOK) or _HEADED.match(data[:1000])):
        return _FORMATS[ending]
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return "docx"
    return "html" if _PAGE.match(data[:1000]) else "text"


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def left_out(argument: str) -> list[Path]:
    """The files under a folder that are not read as articles, hidden ones aside; none where it names no folder."""
    path = Path(argument)
    if not _is_folder(path):
        return []
    read_ones = set(_articles_under(path))
    return sorted(
        p
        for p in path.rglob("*")
        if p not in read_ones
        and not any(part.startswith(".") for part in p.relative_to(path).parts)
        and not p.name.endswith(".verifier.toml")
        and p.name not in ("verifier.toml", "verifier-review.db")
        and p.is_file()
    )


def _articles_under(folder: Path) -> list[Path]:
    return sorted(
        p
        for p in folder.rglob("*")
        if p.suffix.lower() in ENDINGS
        and not any(part.startswith(".") for part in p.relative_to(folder).parts)
        and p.is_file()
    )
