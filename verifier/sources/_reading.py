"""From a file to a source: every format that articles come in, captions, and the JSON of machine transcripts."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from verifier._exceptions import InputError
from verifier.article import ENDINGS, Article, decode, read_bytes
from verifier.article import plain as plain_view
from verifier.sources import _captions, _turns
from verifier.sources._model import Card, Mark, Source, SourceKind

MAX_BYTES = 50_000_000
"""Of one source; a whole day of a parliament is a tenth of it."""
CAPTIONS = frozenset((".srt", ".vtt", ".json"))
SUFFIXES = ENDINGS | CAPTIONS
_TEXT = frozenset((".txt", ".text", ""))


def load(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: it is missing, no file, unreadable, empty, or larger than a source may be.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise InputError(name, "a folder; give it as --sources")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(name, "no such file") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "its name cannot be used"
        raise InputError(name, f"cannot read it: {reason}") from None
    if len(data) > MAX_BYTES:
        raise InputError(name, f"larger than {MAX_BYTES / 1e6:g} MB; cut it into parts")
    if not data.strip():
        raise InputError(name, "empty file, nothing to read")
    return data


class Reader(Protocol):
    """What reads an article's bytes: in this process, or apart from it, within limits."""

    def __call__(self, data: bytes, name: str, *, max_bytes: int | None) -> Article:
        """The article in these bytes."""


def from_bytes(data: bytes, path: str, name: str, card: Card, reader: Reader = read_bytes) -> Source:
    """The source in these bytes; ``name`` is its id where the card gives none.

    Raises:
        InputError: it cannot be read as what its ending says.
    """
    suffix = Path(path).suffix.lower()
    digest = hashlib.sha256(data).hexdigest()
    if suffix in CAPTIONS:
        text = decode(data, path)
        written = _captions.machine(text, path) if suffix == ".json" else _captions.subtitles(text, path)
        return _heard(written, name, path, card, digest)
    if suffix in _TEXT or (suffix not in ENDINGS and not data.startswith(b"%PDF-")):
        return from_text(decode(data, path), name, path=path, card=card, digest=digest)
    article = reader(data, path, max_bytes=None)
    made = from_text(article.text, name, path=path, card=card, digest=digest, plain=_with_tables(article))
    return replace(made, pages=tuple(Mark(at, number) for number, at in enumerate(article.pages, 1)))


def _with_tables(article: Article) -> str:
    """The plain view with what an article is not checked for, and a source is read for: its tables."""
    whole, shown = plain_view(article.text), article.plain
    for paragraph in article.paragraphs:
        if paragraph.kind == "skip":
            start, end = paragraph.span
            shown = shown[:start] + whole[start:end] + shown[end:]
    return shown


def from_text(  # noqa: PLR0913 - each says something that the others do not
    text: str,
    name: str = "source",
    *,
    path: str = "",
    card: Card | None = None,
    kind: SourceKind | None = None,
    digest: str = "",
    plain: str | None = None,
) -> Source:
    """A source from its text: with turns where it is a transcript, which the card may say or the text shows. The text
    of a file of subtitles is read as that file is.

    Raises:
        InputError: there are no words in it.
    """
    if kind is None and plain is None and _captions.are(text):
        return _heard(_captions.subtitles(text, path or name), name, path, card, digest or _digest(text))
    card = card or Card()
    if not any(c.isalnum() for c in text):
        raise InputError(path or name, "no words in it")
    shown = plain_view(text) if plain is None else plain
    said = card.kind or kind
    known = frozenset(label.lower() for label, _ in card.labels)
    heard = _turns.hear(shown, transcript=None if said is None else said == "transcript", known=known)
    return Source(
        id=card.id or name,
        path=path or name,
        kind=said or ("transcript" if heard.turns or heard.times else "document"),
        text=text,
        plain=shown,
        sha256=digest or _digest(text),
        turns=heard.turns,
        hidden=heard.hidden,
        times=heard.times,
        card=card,
    )


def _heard(written: _captions.Written, name: str, path: str, card: Card | None, digest: str) -> Source:
    """The transcript in a file of captions."""
    made = from_text(written.text, name, path=path, card=card, kind="transcript", digest=digest)
    return replace(made, times=written.times, machine=written.machine)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
