"""Names of days and months, and the words that point from one day to another."""

from __future__ import annotations

from typing import Literal

Turn = Literal["last", "this", "next"]

WEEKDAYS = {
    name: at for at, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
WEEKDAY_NAMES = tuple(name.capitalize() for name in WEEKDAYS)

MONTHS = {
    name: at
    for at, name in enumerate(
        (
            "january", "february", "march", "april", "may", "june",
            "july", "august", "september", "october", "november", "december",
        ),
        1,
    )
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
MONTH_NAMES = tuple(name.capitalize() for name in MONTHS)

TURNS: dict[str, Turn] = {
    "last": "last", "past": "last", "previous": "last", "this": "this", "next": "next", "coming": "next",
    "following": "next",
}  # fmt: skip
