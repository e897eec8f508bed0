"""A language of which nothing is known: every table is empty, and only rules that read no words run."""

from __future__ import annotations

from decimal import Decimal

NAME = "an unknown language"
RULES = frozenset({"T003"})
FUNCTION_WORDS = BEFORE_A_DAY = ONE = PERCENT = ABOUT = ABOVE = BELOW = THAN = LABELS = AFTER_A_CLOCK = frozenset[str]()
OPENING_MARKS = CLOSING_MARKS = AND = FROM = TO = UP = DOWN = PEOPLE = frozenset[str]()
HEDGES = OPEN_LIST = frozenset[str]()
VERB_LAST = CAPITALS_NAME = False
MONTHS: dict[str, int] = {}
WEEKDAYS: dict[str, int] = {}
DAY_OF_A_MONTH, DATE_IN_FULL = "{month}-{day}", "{year}-{month}-{day}"
DECIMAL_MARK = "."
CARDINALS: dict[str, Decimal] = {}
SCALES: dict[str, Decimal] = {}
CURRENCIES: dict[str, str] = {}
UNITS: dict[str, str] = {}
ALWAYS = LABELLED = ALONE = ""
TRIGGERS: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {}
