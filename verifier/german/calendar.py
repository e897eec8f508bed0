"""Months, weekdays, and the words beside dates and times."""

from __future__ import annotations

_MONTHS = (
    "januar jänner jan", "februar feber feb", "märz mär mrz", "april apr", "mai", "juni jun", "juli jul", "august aug",
    "september sept sep", "oktober okt", "november nov", "dezember dez",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_WEEKDAYS = (
    "montag mo",
    "dienstag di",
    "mittwoch mi",
    "donnerstag do",
    "freitag fr",
    "samstag sonnabend sa",
    "sonntag so",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
DAY_OF_A_MONTH, DATE_IN_FULL = "{day}. {month}", "{day}. {month} {year}"
BEFORE_A_DAY = frozenset({"den", "dem", "der"})
AFTER_A_CLOCK = frozenset({"uhr"})
