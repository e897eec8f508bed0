"""What a language brings to be read by its tables: the one place where that is declared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol

Phrases = str
"""Phrases in lower case, separated by bars or line ends."""


class Language(Protocol):
    """A language as tables of words in lower case. A module that has these names is one.

    Where a table is empty, nothing of its kind is read.
    """

    def __hash__(self) -> int:
        """Modules are told apart by identity."""

    @property
    def NAME(self) -> str:  # noqa: N802 - the names of a module's constants
        """The language's name in English: "German"."""

    @property
    def RULES(self) -> frozenset[str] | None:  # noqa: N802
        """The codes of the rules that run on articles in it; None for all."""

    @property
    def CAPITALS_NAME(self) -> bool:  # noqa: N802
        """Whether a capital inside a sentence makes a name; where every noun has one, it tells nothing."""

    @property
    def FUNCTION_WORDS(self) -> frozenset[str]:  # noqa: N802
        """Words without a meaning of their own, which never show what two passages have in common."""

    @property
    def MONTHS(self) -> Mapping[str, int]:  # noqa: N802
        """Months by name and short form, 1 for January."""

    @property
    def WEEKDAYS(self) -> Mapping[str, int]:  # noqa: N802
        """Days of the week by name and short form, 0 for Monday."""

    @property
    def BEFORE_A_DAY(self) -> frozenset[str]:  # noqa: N802
        """What may stand between a weekday and its date: "Dienstag, den 3. März"."""

    @property
    def DAY_OF_A_MONTH(self) -> str:  # noqa: N802
        """How a day is written: "{month} {day}"."""

    @property
    def DATE_IN_FULL(self) -> str:  # noqa: N802
        """How it is written with its year: "{month} {day}, {year}"."""

    @property
    def DECIMAL_MARK(self) -> str:  # noqa: N802
        """The mark before decimals, "." or ","; the other one of the two groups thousands."""

    @property
    def CARDINALS(self) -> Mapping[str, Decimal]:  # noqa: N802
        """Number words that are one token."""

    @property
    def ONE(self) -> frozenset[str]:  # noqa: N802
        """Words for one that are articles elsewhere: a number only before a scale ("eine Million")."""

    @property
    def SCALES(self) -> Mapping[str, Decimal]:  # noqa: N802
        """What multiplies the number before it, in all its forms: "Million", "Millionen", "Mio"."""

    @property
    def CURRENCIES(self) -> Mapping[str, str]:  # noqa: N802
        """Currencies by name and sign, with their ISO 4217 codes."""

    @property
    def UNITS(self) -> Mapping[str, str]:  # noqa: N802
        """Units of measure in all their forms, with the name they have in the report ("kilometers")."""

    @property
    def PERCENT(self) -> frozenset[str]:  # noqa: N802
        """Words and signs for hundredths."""

    @property
    def ABOUT(self) -> frozenset[str]:  # noqa: N802
        """Words before a figure that let it vary to both sides."""

    @property
    def ABOVE(self) -> frozenset[str]:  # noqa: N802
        """Words before a figure that make it the least."""

    @property
    def BELOW(self) -> frozenset[str]:  # noqa: N802
        """Words before a figure that make it the most."""

    @property
    def THAN(self) -> frozenset[str]:  # noqa: N802
        """What links "more" or "less" to a figure; the word before it decides by ABOVE or BELOW."""

    @property
    def LABELS(self) -> frozenset[str]:  # noqa: N802
        """Words after which a number is part of a name: "Artikel 3", "Platz 2"."""

    @property
    def AFTER_A_CLOCK(self) -> frozenset[str]:  # noqa: N802
        """Words that make the figure before them a time of day."""

    @property
    def OPENING_MARKS(self) -> frozenset[str]:  # noqa: N802
        """Quotation marks that open whatever stands beside them; those that can do both are in neither set."""

    @property
    def CLOSING_MARKS(self) -> frozenset[str]:  # noqa: N802
        """Quotation marks that never open."""

    @property
    def ALWAYS(self) -> Phrases:  # noqa: N802
        """Openings that no sentence of an article has: "jetzt newsletter abonnieren"."""

    @property
    def LABELLED(self) -> Phrases:  # noqa: N802
        """Openings that are the page's own before a colon, a bar or an arrow: "mehr zum thema"."""

    @property
    def ALONE(self) -> Phrases:  # noqa: N802
        """Lines that are the page's own where nothing else stands in them: "anzeige"."""

    @property
    def TRIGGERS(self) -> Mapping[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:  # noqa: N802
        """Words of orders to a language model, each with the sets of which one word each must stand near."""

    @property
    def AND(self) -> frozenset[str]:  # noqa: N802
        """What joins the last item of a list."""

    @property
    def FROM(self) -> frozenset[str]:  # noqa: N802
        """What stands before the first value of a change."""

    @property
    def TO(self) -> frozenset[str]:  # noqa: N802
        """What stands before its last value."""

    @property
    def UP(self) -> frozenset[str]:  # noqa: N802
        """Verbs, in the forms in which they stand, of a value that grows."""

    @property
    def DOWN(self) -> frozenset[str]:  # noqa: N802
        """The same of one that shrinks."""

    @property
    def PEOPLE(self) -> frozenset[str]:  # noqa: N802
        """What shares of people are of, in the plural: more than a hundred percent of them there are not."""

    @property
    def HEDGES(self) -> frozenset[str]:  # noqa: N802
        """What may stand between a preposition and its figure: "auf zuletzt knapp 64 Prozent"."""

    @property
    def OPEN_LIST(self) -> frozenset[str]:  # noqa: N802
        """Words beside a list that need not be whole: "darunter"."""

    @property
    def VERB_LAST(self) -> bool:  # noqa: N802
        """Whether the verb of a change may stand behind its values: "ist von 70 auf 64 Prozent gesunken"."""
