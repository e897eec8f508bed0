"""German, as far as its tables go: calendar, numbers, units, quotation marks, what pages put between the lines.

A module of the shape of :class:`verifier.languages.Language`. SOURCES.md says where the words come from.
"""

from __future__ import annotations

from verifier.german.boilerplate import ALONE, ALWAYS, LABELLED, TRIGGERS
from verifier.german.calendar import AFTER_A_CLOCK, BEFORE_A_DAY, DATE_IN_FULL, DAY_OF_A_MONTH, MONTHS, WEEKDAYS
from verifier.german.numbers import (
    ABOUT,
    ABOVE,
    BELOW,
    CARDINALS,
    CURRENCIES,
    DECIMAL_MARK,
    HEDGES,
    LABELS,
    ONE,
    PERCENT,
    SCALES,
    THAN,
    UNITS,
)
from verifier.german.words import AND, DOWN, FROM, FUNCTION_WORDS, OPEN_LIST, PEOPLE, TO, UP

__all__ = [
    "ABOUT",
    "ABOVE",
    "AFTER_A_CLOCK",
    "ALONE",
    "ALWAYS",
    "AND",
    "BEFORE_A_DAY",
    "BELOW",
    "CAPITALS_NAME",
    "CARDINALS",
    "CLOSING_MARKS",
    "CURRENCIES",
    "DATE_IN_FULL",
    "DAY_OF_A_MONTH",
    "DECIMAL_MARK",
    "DOWN",
    "FROM",
    "FUNCTION_WORDS",
    "HEDGES",
    "LABELLED",
    "LABELS",
    "MONTHS",
    "NAME",
    "ONE",
    "OPENING_MARKS",
    "OPEN_LIST",
    "PEOPLE",
    "PERCENT",
    "RULES",
    "SCALES",
    "THAN",
    "TO",
    "TRIGGERS",
    "UNITS",
    "UP",
    "VERB_LAST",
    "WEEKDAYS",
]

NAME = "German"
RULES = frozenset({"D003", "N002", "N003", "Q005", "T001", "T003"})
OPENING_MARKS = frozenset({"„"})
CLOSING_MARKS = frozenset({"”"})
"""„so“ and »so«, in Switzerland «so»: “ closes here, and » opens as often as it closes, so their neighbours decide."""
VERB_LAST = True
CAPITALS_NAME = False
