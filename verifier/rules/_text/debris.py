"""Debris: what machines leave in a text: mark-up, entities, escapes, mojibake, hidden characters, mixed alphabets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Span
from verifier.english import slips
from verifier.reading.words import Words
from verifier.settings import Severity


class Debris(NamedTuple):
    """One kind of debris with every place where it lies; ``what`` ends the sentence '"…" …'."""

    places: tuple[Span, ...]
    what: str
    severity: Severity | None = None


# Each pattern runs only where its trigger stands in the text; none looks further than a few hundred characters.
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    (
        "&",
        r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip));",
        "is mark-up",
    ),
    ("<", r"</?(?:[a-zA-Z][a-zA-Z0-9]{0,12})(?:\s[^<>\n]{0,200})?/?>", "is mark-up"),
    ("{{", r"\{\{[^{}\n]{0,80}\}\}", "is a template's place-holder, not text"),
    ("[[", r"\[\[[^\[\]\n]{1,80}\]\]", "is wiki mark-up"),
    ("[/", r"\[/[a-z]{1,12}\]", "is a short code of a content system"),
    ("[object", r"\[object Object\]", "is a programming slip"),
    ("\\u", r"\\u[0-9a-fA-F]{4}", "is an escaped character"),
    ("\\n", r"(?<![A-Za-z:\\])\\n", "is an escaped line break"),
    ("TKTK", r"\bTK(?:TK)+\b", "is a place-holder for something still to come"),
    ("TK", r"\[\s?TK\b[^\[\]\n]{0,120}\]", "is a place-holder for something still to come"),
    ("XX", rf"[$£€]\s?X{{2,4}}\b|\bX{{2,4}}(?=%|\s(?:{slips.COUNTED})\b)", "is a place-holder for a figure"),
    ("[", rf"\[\s?(?:{slips.TO_ONESELF}|{slips.TO_COME})\b[^\[\]\n]{{0,120}}\]", "is a note to whoever writes this"),
    ("(", rf"\((?:{slips.TO_ONESELF})\b[^()\n]{{0,120}}\)", "is a note to whoever writes this"),
    ("orem ipsum", r"\b[Ll]orem ipsum\b", "is filler text"),
)
_MOJIBAKE = re.compile("(?:[ÃÂ][\u0080-\u00bf]|A[\u0302\u0303][\u0080-\u00bf]|â€[\u0080-\uffff]?|ï¿½|ï»¿)+")
_MOJIBAKE_SIGNS = frozenset("ÃÂâï\u0302\u0303")
_INVISIBLE = {"\u200b", "\u2060", "\u00ad", "\u180e", "\u200e", "\u200f", "\ufeff"}
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Greek letters that cannot be told from Latin ones by eye; the rest (Δ, μ, β) is science.
_GREEK_LOOKALIKES = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρυ")
_SHOWN = 8


def find(text: str, words: Words) -> Iterator[Debris]:
    """All debris in the text as read, one record a kind."""
    for trigger, pattern, what in _PATTERNS:
        if trigger in text:
            places = tuple(Span(*m.span()) for m in re.finditer(pattern, text))
            if places:
                yield Debris(places[:_SHOWN], what)
    if text.isascii():
        yield from _characters(text, {c for c in set(text) if c < " " or c == "\x7f"} - set("\t\n\r\f\v"))
        return
    used = set(text)
    strange = {c for c in used if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cn"} or c == "\ufffd"}
    yield from _characters(text, strange - set("\t\n\r\f\v\u200c\u200d\x85"))
    if not _MOJIBAKE_SIGNS.isdisjoint(used):
        places = tuple(Span(*m.span()) for m in _MOJIBAKE.finditer(text))
        if places:
            yield Debris(places[:_SHOWN], "was decoded with the wrong encoding")
    mixed = tuple(_mixed(words)) if any("\u0370" <= c <= "\u052f" for c in used) else ()
    if mixed:
        yield Debris(mixed[:_SHOWN], "mixes letters of two alphabets that look alike")


def _characters(text: str, strange: set[str]) -> Iterator[Debris]:
    """One record for every strange character; a byte-order mark that opens the text is none."""
    for char in sorted(strange):
        places: list[Span] = []
        at = text.find(char)
        while at >= 0 and len(places) < _SHOWN:
            if not (char == "\ufeff" and at == 0) and not _at_home(text, at):
                places.append(Span(at, at + 1))
            at = text.find(char, at + 1)
        if places:
            yield Debris(tuple(places), f"is {_named(char)}", "info" if char in _INVISIBLE else None)


def _at_home(text: str, at: int) -> bool:
    """Whether the character is part of something else: a tag in the flag of a region, half of a mis-decoded letter."""
    if "\x80" <= text[at] <= "\x9f":
        return text[at - 1 : at] in _MOJIBAKE_SIGNS
    return "\U000e0000" <= text[at] <= "\U000e007f" and "\U0001f3f4" in text[max(0, at - 8) : at]


def _named(char: str) -> str:
    kind = "a character that changes the direction of the text" if char in _BIDI else "a character nobody sees"
    if char == "\ufffd":
        return "what is left of a character that could not be decoded"
    if unicodedata.category(char) in {"Co", "Cn"}:
        kind = "a character without a meaning"
    return f"{kind} (U+{ord(char):04X} {unicodedata.name(char, 'control character').lower()})"


def _mixed(words: Words) -> Iterator[Span]:
    for i, form in enumerate(words.forms):
        if form.isascii() or len(form) < 3 or not form[0].isalpha():
            continue
        latin = any("A" <= c <= "z" or "\u00c0" <= c <= "\u024f" for c in form if c.isalpha())
        other = [c for c in form if "\u0370" <= c <= "\u052f"]
        if latin and other and "-" not in form and all(c >= "\u0400" or c in _GREEK_LOOKALIKES for c in other):
            yield words.span(i, i)
