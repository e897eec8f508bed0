"""English in the shape of :class:`verifier.languages.Language`: what asks a language asks English the same way."""

from __future__ import annotations

from verifier.english import closed, hedges, numbers, people, units
from verifier.english.boilerplate import ALONE, ALWAYS
from verifier.english.boilerplate import LABELS as LABELLED
from verifier.english.calendar import AFTER_A_CLOCK, WEEKDAYS
from verifier.english.calendar import MONTH_NUMBERS as MONTHS
from verifier.english.changes import DOWN, UP
from verifier.english.prompts import TRIGGERS
from verifier.english.synonyms import FUNCTION_WORDS
from verifier.english.units import CARDINALS, SCALES, UNITS

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

NAME = "English"
RULES = None
"""All: English is read in depth, not by these tables alone."""
BEFORE_A_DAY = frozenset({"the"})
DAY_OF_A_MONTH, DATE_IN_FULL = "{month} {day}", "{month} {day}, {year}"
DECIMAL_MARK = "."
ONE = frozenset({"a", "an"})
CURRENCIES = units.CURRENCY_SIGNS | units.CURRENCY_WORDS
PERCENT = units.PERCENT
ABOUT = units.ABOUT | units.NEARLY
ABOVE = units.ABOVE
BELOW = units.BELOW
THAN = frozenset({"than"})
LABELS = frozenset(numbers.LABELS.split())
OPENING_MARKS = frozenset({"“", "„", "``", "«"})
CLOSING_MARKS = frozenset({"”", "»"})
AND = frozenset({"and"})
FROM = frozenset({"from"})
TO = frozenset({"to"})
HEDGES = hedges.OF_MOVES
OPEN_LIST = closed.OPEN_LIST
PEOPLE = people.SURVEYED
VERB_LAST = False
CAPITALS_NAME = True
