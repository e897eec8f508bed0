"""Credit lines at the top of an article: who wrote it, when and for whom, and what a press release writes there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from verifier.article import _days
from verifier.article._model import ParagraphKind
from verifier.english import boilerplate, outlets, sentences

TOP = 8
"""Paragraphs in which bylines and date lines are looked for."""
_MAX_BYLINE = 160
_UNTIL = ("until ", "for ", "on ", "to ")
_BY = re.compile(r"(?i:by|from|written by|reporting by|story by|words by)\s*:?\s+(?=[A-Z])")
_NAME_WORD = r"(?:[A-Z][\w.'’-]*|de|da|di|del|der|den|van|von|la|le|el|al|bin|ben|and|&)"
_PERSONS = re.compile(rf"{_NAME_WORD}(?:,? {_NAME_WORD}){{0,14}}")
_CREDIT = re.compile(r"((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w.'’-]*)\s*(?:,|\||—|–| - |/| for | in )\s*(.{2,60})")
_REPORTED_FROM = re.compile(
    r"((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]*(?: and (?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]*)?)"
    r" in (?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*){0,2}(?:,? and agencies)?"
)
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")


def read(
    texts: Sequence[str], given: Sequence[ParagraphKind | None], kinds: list[ParagraphKind]
) -> tuple[str | None, str | None, date | None]:
    """Marks bylines and date lines at the top, and reads them."""
    byline = outlet = published = None
    released = False
    for i, text in enumerate(texts[:TOP]):
        if not text or given[i] not in (None, "body"):
            continue
        if _is_release(text) or (released and _names_contact(text)):
            kinds[i], released = "dateline", True
            published = published or _days.first_date(text)
        elif _days.is_date_line(text):
            kinds[i] = "dateline"
            published = published or _days.first_date(text)
        elif (credit := _byline(text) or (_from_place(text) if i else None)) and len(texts) > 1:
            kinds[i] = "byline"
            byline = byline or credit[0]
            outlet = outlet or credit[1]
            published = published or _days.first_date(text)
    return byline, outlet, published


def _is_release(text: str) -> bool:
    """Whether a line says that a press release may be printed, and when: "FOR IMMEDIATE RELEASE", "Embargoed until
    3 March 2026"."""
    line = " ".join(text.casefold().split())
    label = next((one for one in boilerplate.RELEASES if line.startswith(one)), None)
    if label is None or len(text) > _days.MAX_LENGTH:
        return False
    rest = line[len(label) :].strip(" :.-–—*")
    held_back = rest.startswith(_UNTIL) and ("embargo" in label or _days.first_date(rest) is not None)
    return not rest or _days.opens_with_day(rest) or held_back


def _names_contact(text: str) -> bool:
    label, colon, _ = text.partition(":")
    return bool(colon) and label.strip().casefold() in boilerplate.RELEASED_BY and len(text) <= _MAX_BYLINE


def _byline(text: str) -> tuple[str, str | None] | None:
    """(who, outlet) where the paragraph is a byline: "By Jane Doe, Reuters", "Jane Doe, Chief Correspondent"."""
    if len(text) > _MAX_BYLINE or text.endswith(("?", "!", '"', "”")):
        return None
    line = " ".join(text.split())
    by = _BY.match(line)
    if by:
        return _byline_after_by(line, line[by.end() :])
    credit = _CREDIT.fullmatch(line)
    if credit and is_trade(credit[2]) and len(WORD.findall(credit[2])) <= 6 and not line.endswith("."):
        return credit[1], _outlet(credit[2])
    return None


def _from_place(text: str) -> tuple[str, None] | None:
    """Who wrote it, where a line under the headline is nothing but a whole name and a place: "Jane Doe in Lyon"."""
    credit = _REPORTED_FROM.fullmatch(" ".join(text.split()))
    return (credit[1], None) if credit else None


def _byline_after_by(line: str, rest: str) -> tuple[str, str | None] | None:
    persons = _PERSONS.match(rest)
    if persons is None or _days.opens_with_day(rest) or (line.endswith(".") and not _ends_short(line)):
        return None
    tail = rest[persons.end() :].strip(" ,|-–—/•·")
    if tail and not is_trade(tail) and _days.first_date(tail) is None:
        return None
    names = persons.group().rstrip(" .,&")
    who, _, last = names.rpartition(", ")
    if who and is_trade(last):
        return who, _outlet(last)
    return names, _outlet(tail)


def _ends_short(line: str) -> bool:
    """Whether the last word is an abbreviation, so that its full stop ends no sentence."""
    return line.lower().endswith(sentences.KEEPS_ITS_STOP)


def is_trade(text: str) -> bool:
    words = [w.lower() for w in WORD.findall(text)]
    return bool(words) and len(words) <= 8 and any(w in outlets.TRADE for w in words)


def _outlet(text: str) -> str | None:
    """The outlet in the tail of a byline; a role ("Staff Writer", "political editor") is none."""
    words = [w.lower() for w in WORD.findall(text)]
    if not words or not any(w in outlets.TRADE for w in words) or any(w in outlets.BYLINE_ROLES for w in words):
        return None
    return re.split(r"\s*[|•·]\s*", text)[0].strip()
