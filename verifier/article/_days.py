"""Dates as date lines write them: "Tuesday, September 22, 2015", "Published: 3 March 2021 14:00 GMT", "2021-03-03"."""

from __future__ import annotations

import re
from datetime import date

from verifier.english import calendar

_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?=T|\b)")
_NAMED = re.compile(
    r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b"
    r"|\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Za-z]{3,9})\.?,? (\d{4})\b"
)
_FIGURES = re.compile(r"\b(\d{1,2})([/.])(\d{1,2})\2(\d{4})\b")
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")
MAX_LENGTH = 160  # characters; a longer paragraph is no date line


def first_date(text: str) -> date | None:
    """The first whole date in the text: day, month and year. Figures alone count where they can only mean one day."""
    found = []
    for match in _ISO.finditer(text):
        found.append((match.start(), _day(match[1], match[2], match[3])))
    for match in _NAMED.finditer(text):
        month = calendar.MONTH_NUMBERS.get((match[1] or match[5]).lower())
        if month:
            found.append((match.start(), _day(match[3] or match[6], str(month), match[2] or match[4])))
    for match in _FIGURES.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first > 12 or match[2] == ".":
            found.append((match.start(), _day(match[4], match[3], match[1])))
        elif second > 12 or first == second:
            found.append((match.start(), _day(match[4], match[1], match[3])))
    return next((day for _, day in sorted(found, key=lambda f: f[0]) if day), None)


def opens_with_day(text: str) -> bool:
    """Whether the first word is a month, a weekday or a figure."""
    first = _WORD.search(text)
    return first is not None and (first.group().lower() in calendar.WORDS_OF_A_DATE or first.group()[0].isdigit())


def is_day_of_month(text: str) -> bool:
    """Whether a text is a month with a day and nothing else: "Nov 5", "5 November"."""
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) == 2 and any(w.isdigit() for w in words) and any(w in calendar.MONTH_NUMBERS for w in words)


def is_date_line(text: str) -> bool:
    """Whether a paragraph holds a date and nothing else but times, time zones and words like "published"."""
    if len(text) > MAX_LENGTH or not _FIGURE.search(text):
        return False
    words = [w.lower() for w in _WORD.findall(text)]
    dated = (
        any(len(w) >= 3 and w in calendar.WORDS_OF_A_DATE for w in words) or _ISO.search(text) or _FIGURES.search(text)
    )
    if not dated or not any(w.isdigit() and len(w) == 4 for w in _WORD.findall(_ISO.sub(r"\1 ", text))):
        return False
    return all(_belongs(w) for w in words)


def _belongs(word: str) -> bool:
    if word in calendar.WORDS_OF_A_DATE or word in calendar.AROUND_A_DATELINE:
        return True
    return word[0].isdigit() and word.rstrip("stndrhapmz").replace("t", "").isdigit()


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
