"""Makes text from outside safe to print and tells how wide it stands on a terminal.

An article is written by strangers: an escape sequence in it could rewrite what the reader sees, a bidirectional
override could turn a sentence round. Both are shown by name instead of being obeyed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from verifier._shortening import whole_words

TAB = "    "
_JOINERS = "\u200c\u200d"  # inside words of several scripts and inside emoji: harmless, and needed as they are
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


_ODD = re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]")
"""All but what is printed as itself beyond doubt: the letters of Europe, its dashes, quotation marks and ellipses."""


@lru_cache(maxsize=4096)
def shown(char: str) -> str:
    """One character as it may be printed: itself, or a visible stand-in; nothing for what has no width anyway."""
    if char == "\t":
        return TAB
    code = ord(char)
    if code < 0x20 or code == 0x7F:
        return "␡" if code == 0x7F else chr(0x2400 + code)
    if code < 0x7F:
        return char
    category = unicodedata.category(char)
    if char in _TURNS or category in ("Cc", "Cs", "Zl", "Zp"):
        return f"<U+{code:04X}>"
    if category == "Cf" and char not in _JOINERS:
        return ""
    return " " if category == "Zs" and unicodedata.east_asian_width(char) not in "WF" else char


def clean(text: str) -> str:
    """Text on one line, with nothing in it that a terminal would obey."""
    return text if _plain(text) else printed(" ".join(text.split()))


def printed(text: str) -> str:
    """The same with its blanks as they are."""
    return text if _plain(text) else "".join(map(shown, text))


def _plain(text: str) -> bool:
    """Whether every character is printed as itself, as in nearly all that is shown."""
    return text.isprintable() if text.isascii() else not _ODD.search(text)


_PAIR = re.compile(r"""(?<![^\s(\[“‘—–-])"([^"]*)"(?![^\s.,;:!?)\]”’'—–-])""")


def typeset(text: str) -> str:
    """A message with the marks around quoted words as they are printed, “so”; as it is where they do not pair up."""
    if '"' not in text:
        return text
    paired = _PAIR.sub("“\\1”", text)
    return text if '"' in paired else paired


_MARKS = '“”"'
_AROUND = re.compile(r"""^(?:''|``|["“”„«»])+|(?:''|["“”„«»])+$""")
_SINGLE = re.compile(r"""['‘`]((?:[^'‘’]|\b['’]\b)*)['’]""")
"""Words between single marks, which hold no mark but apostrophes within a word."""


def bare(words: str) -> str:
    """Quoted words without the marks around them, which whoever shows them puts there; those inside stay."""
    words = words.strip()
    inner = _AROUND.sub("", words)
    between = _SINGLE.fullmatch(words) if inner == words else None
    return between[1] if between else inner


def quoted(said: str) -> str:
    """Words between marks; those that hold marks of their own stand as they are, so that none is doubled or lost."""
    inner = bare(said)
    return said if any(mark in inner for mark in _MARKS) else f"“{inner}”"


_COMMAND = re.compile(r"^([ \t]*:)(?=:)|(##)(?=\[)", re.MULTILINE)


def unheard(text: str) -> str:
    """Lines none of which the runner of GitHub Actions takes for a command.

    It reads whatever a step prints: a line that begins with two colons, or ``##[`` anywhere in one, could silence the
    annotations that follow or mask words in the log. A space takes them apart.
    """
    return _COMMAND.sub(lambda m: f"{m[0]} ", text)


def width(text: str) -> int:
    """How many cells the text takes; wide characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_cells(c) for c in text)


def cut(text: str, cells: int) -> str:
    """The text, or as much of it as fits into so many cells with an ellipsis behind it."""
    if width(text) <= cells:
        return text
    room, fits = cells - 1, 0
    for char in text:
        room -= _cells(char)
        if room < 0:
            break
        fits += 1
    return text[: whole_words(text, fits)].rstrip(" ,;:") + "…"


def padded(text: str, cells: int) -> str:
    """The text with blanks behind it up to so many cells."""
    return text + " " * (cells - width(text))


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
