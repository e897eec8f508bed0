"""The plain view of a text: the same length, with what is odd in it replaced one for one.

What becomes what:

- unusual spaces, and carriage returns before a line feed, become a space; other line ends become a line feed;
- control characters, zero-width and bidirectional marks become a space, or ``FILL`` inside a word, so that they do
  not cut it in two;
- quotation marks of ornament fonts and of full width become the ordinary ones;
- UTF-8 that was decoded as windows-1252 ("â€œ" for “) and HTML entities ("&quot;") become the character they stand
  for, and spaces or ``FILL`` for the rest of their length: before an opening mark, after anything else.
"""

from __future__ import annotations

import html
import re

FILL = "\xad"  # a soft hyphen: stands inside a word for characters that are not there for a reader

_SPACES = (
    "\t\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_INVISIBLE = (
    [chr(c) for c in (*range(0x09), *range(0x0E, 0x1C), 0x7F)]
    + list("\xad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb")
    + [chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x2070))]
)
# windows-1252 punctuation that was decoded as Latin-1 and became control characters
_LATIN_1 = {c: chr(c).encode("latin-1").decode("cp1252", "replace") for c in range(0x80, 0xA0) if c != 0x85}
_TABLE: dict[int, str] = (
    {c: " " if mark == "\ufffd" else mark for c, mark in _LATIN_1.items()}
    | {ord(c): " " for c in _SPACES}
    | {ord(c): "\n" for c in _LINE_ENDS}
    | {ord(c): FILL for c in _INVISIBLE}
    | {ord(mark): usual for mark, usual in zip("❝❞〝〞〟＂❛❜＇", "“”“””\"‘’'", strict=True)}
)
_ODD = re.compile("[^\n -~¡-¬®-ʯ‐-‧‰-⁞€]")
_FILLS = re.compile(FILL + "+")
_CP1252_HIGH = bytes(set(range(0x80, 0xC0)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D}).decode("cp1252") + "\x81\x8d\x8f\x90\x9d"
_MISDECODED = re.compile(
    f"â[€\x80][{re.escape(_CP1252_HIGH)}]?|â(?:„¢|‚¬)|Â[\xa0-\xbf]|Ã[{re.escape(_CP1252_HIGH)}]|ï»¿"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
_OPENING = "“‘«„"
_QUOTES = "\"'"


def plain(text: str) -> str:
    """The plain view of ``text``: see the module. Always of the same length."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if "â" in text or "Â" in text or "Ã" in text or "»" in text:
        text = _MISDECODED.sub(_decoded, text)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if not text.isascii() or not text.isprintable():
        if _ODD.search(text):
            text = text.translate(_TABLE)
        if FILL in text:
            text = _FILLS.sub(_settled, text)
    return text


def blanked(plain_text: str, start: int, end: int) -> str:
    """What stands for the mark-up between these offsets: spaces, or ``FILL`` inside a word; line ends stay."""
    marked = plain_text[start:end]
    if not marked.strip("\n"):
        return marked
    inside = start > 0 and end < len(plain_text) and plain_text[start - 1].isalnum() and plain_text[end].isalnum()
    fill = FILL if inside else " "
    return "".join(c if c == "\n" else fill for c in marked)


def _settled(match: re.Match[str]) -> str:
    """A run of FILL stays where it follows a letter or an apostrophe of a word, and is white space elsewhere."""
    text, start, end = match.string, match.start(), match.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalpha() or (before in "'’" and after.isalpha() and start > 1 and text[start - 2].isalpha()):
        return match.group()
    return " " * (end - start)


def _decoded(match: re.Match[str]) -> str:
    found = match.group()
    try:
        octets = bytes(ord(c) if ord(c) < 0x100 else c.encode("cp1252")[0] for c in found)
        character = octets.decode("utf-8")
    except UnicodeDecodeError:
        character = "”" if found in ("â€", "â\x80") else found  # the last byte of ” is the one that gets lost
    return _padded(character, match)


def _entity(match: re.Match[str]) -> str:
    character = html.unescape(match.group())
    return _padded(character, match) if len(character) == 1 and not "\ud800" <= character <= "\udfff" else match.group()


def _padded(character: str, match: re.Match[str]) -> str:
    """The character, filled up to the length of what it replaces."""
    length = match.end() - match.start()
    if len(character) >= length:
        return character if len(character) == length else match.group()
    before = match.string[match.start() - 1] if match.start() else " "
    rest = length - len(character)
    if character.isalpha() or (character in "'’" and before.isalnum()):
        return character + FILL * rest
    opening = character in _OPENING or (character in _QUOTES and not before.isalnum() and before not in ".,!?;:)%…")
    return " " * rest + character if opening else character + " " * rest
