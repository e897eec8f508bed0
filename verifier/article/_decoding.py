"""From bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from verifier._exceptions import InputError

# What a file that is no text begins with, and what to do about it.
_MAGIC = (
    (b"\x89PNG", "is a PNG image, not text"),
    (b"\xff\xd8\xff", "is a JPEG image, not text"),
    (b"GIF8", "is a GIF image, not text"),
    (b"\x7fELF", "is a program, not text"),
    (b"\x1f\x8b", "is compressed (gzip); unpack it first"),
    (b"BZh", "is compressed (bzip2); unpack it first"),
    (b"PK\x03\x04", "is a ZIP archive; unpack it, or give the file its own ending (.docx)"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file; save it as .docx or plain text"),
    (b"{\\rtf", "is RTF; save it as .docx or plain text"),
    (b"%PDF-", "is a PDF; give it the ending .pdf"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1c-\x1f\x7f\ue000-\uf8ff\ufffd]")
"""What no text is made of: control characters, those for private use, and the sign for what could not be decoded."""
_PLAIN = re.compile("[ \\n\\r\\t.,\\u3000\\u3001\\u3002\\uff0c\\uff0e\\u060c\\u06d4\\u0964]")
_ENOUGH = 100
"""Characters among which every script has a space, a line's end or a stop."""
_MAX_CONTROL_SHARE = 0.05


def decode(data: bytes, name: str) -> str:
    """The text of a file: ``data.decode(encoding)``, nothing added and nothing taken away.

    UTF-8 is tried first, then UTF-16 and UTF-32 (by their byte order mark, or by the zeros they leave), then what
    charset-normalizer makes of it, and windows-1252 in the end. The byte order mark of UTF-16 belongs to the
    encoding; U+FEFF at the start of UTF-8 is a character like any other and keeps its offset.

    Raises:
        InputError: the bytes are no text.
    """
    for magic, problem in _MAGIC:
        if data.startswith(magic):
            raise InputError(name, problem)
    text = _wide(data, name) or _utf8(data) or _legacy(data)
    controls = len(_CONTROL.findall(text)) - _isolated_zeros(text)
    if controls > 2 and controls > _MAX_CONTROL_SHARE * len(text):
        raise InputError(name, "is binary, not text; save the article as .txt, .md, .html, .docx or .pdf")
    return text


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _wide(data: bytes, name: str) -> str | None:
    """UTF-16 and UTF-32, which show by their mark or, in English, by a zero beside every letter.

    Any bytes are UTF-16 of some kind: what comes of a wrong mark is a wall of characters without a space or a stop.

    Raises:
        InputError: the mark is there, and what stands behind it is nothing that anybody wrote.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        encodings = ["utf-32"]
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        head = data[:2000]
        half = max(len(head) // 2, 1)
        even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
        encodings = [
            e for e, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)) if zeros > 0.7 > 5 * letters
        ]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(text) >= _ENOUGH and not _PLAIN.search(text):
            raise InputError(name, f"begins as {encoding.upper()} and goes on as something else; save it as UTF-8")
        return text
    return None


def _legacy(data: bytes) -> str:
    """Bytes that are no UTF: windows-1252 where it reads as English, else what charset-normalizer finds."""
    western = data.decode("cp1252", errors="replace")
    foreign = sum(b >= 0x80 for b in data[:100_000])
    if "\ufffd" not in western and foreign <= 0.1 * min(len(data), 100_000):
        return western  # a news article in English with a few curly quotes and accents; guesses do worse
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only the rare file needs it

    best = from_bytes(data[:100_000]).best()
    if best is not None:
        try:
            return data.decode(best.encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    return western


def _isolated_zeros(text: str) -> int:
    """NULs that stand alone between other characters: padding and accidents, which a text may hold."""
    return len(re.findall(r"(?<!\x00)\x00(?!\x00)", text)) if text.count("\x00") < 0.02 * len(text) else 0
