"""Measures: what a figure is of, by the words behind it."""

from __future__ import annotations

from verifier.english import calendar, numbers, people, units, verbs
from verifier.english.units import CURRENCY_WORDS, FACTORS, UNITS
from verifier.reading import _counted, _currencies
from verifier.reading._model import ValueKind
from verifier.reading._numerals import Numeral
from verifier.reading.words import Words

_PERSONS = (["he"], ["she"], ["who"])


def of(  # noqa: PLR0911 - one line for each way to name a measure
    words: Words, numeral: Numeral, currency: str | None
) -> tuple[ValueKind, str, str | None, int]:
    """Kind, unit, noun and last token of what follows the number; ``currency`` is the one that stands before it."""
    lows, last = words.lows, numeral.last
    last += lows[last + 1 : last + 2] == ["]"]  # a word put in by the editor: "[Ten] years ago"
    last += lows[last + 1 : last + 2] in numbers.BETWEEN and lows[last + 2 : last + 3] != [] and lows[last + 2] in UNITS
    after = lows[last + 1] if last + 1 < len(lows) else ""
    if currency is not None:
        return "money", currency, None, last
    if numeral.fraction:
        return "percent", "%", _counted.noun_of(words, last + 1), last
    if numeral.rest:
        return _tied_measure(words, numeral)
    if after in units.PERCENT:
        return _percent(words, last + 1)
    if after in {"per", "percentage"} and lows[last + 2 : last + 3] in (["cent"], ["point"], ["points"]):
        return _percent(words, last + 2)
    if money := _currencies.behind(words, last):
        return "money", money[1], None, money[0]
    if measure := _in_signs(words, last):
        return measure
    if after in UNITS:
        return _plain_measure(words, last)
    if _is_age(words, numeral):
        return "quantity", "years", "age", last
    noun = _counted.noun(words, last + 1)
    return "count", noun or "", noun, last


def _in_signs(words: Words, last: int) -> tuple[ValueKind, str, str | None, int] | None:
    """Measures of several words or of one sign."""
    if measure := _area(words, last) or _temperature(words, last):
        return "quantity", measure[0], None, measure[1]
    after = words.low(last + 1)
    if after == units.DEGREE_SIGN:
        return "count", units.DEGREE, units.DEGREE, last + 1
    if after == units.METRE and words.starts[last + 1] > words.ends[last]:
        return "quantity", UNITS["meter"], None, last + 1
    return None


def _area(words: Words, last: int) -> tuple[str, int] | None:
    """ "40 square metres", "40 sq. ft", "40 sq m": the unit and its last token."""
    if words.low(last + 1) not in units.SQUARE:
        return None
    at = last + 2 + (words.low(last + 2) == ".")
    side = UNITS["meter"] if words.low(at) == units.METRE else UNITS.get(words.low(at))
    return (f"square {side}", at) if f"square {side}" in FACTORS else None


def _temperature(words: Words, last: int) -> tuple[str, int] | None:
    """ "30 degrees Celsius", "30 °C": the unit and its last token. A bare "30 degrees" may be an angle, too."""
    if words.low(last + 1) not in units.DEGREES:
        return None
    scale = units.TEMPERATURES.get(words.low(last + 2))
    return (scale, last + 2) if scale else None


def _plain_measure(words: Words, last: int) -> tuple[ValueKind, str, str | None, int]:
    """ "48 hours", and "29 years old" or "29 years of age" as an age."""
    unit, follows = UNITS[words.lows[last + 1]], words.lows[last + 2 : last + 4]
    age = unit == "years" and (follows[:1] == ["old"] or follows == ["of", "age"])
    return "quantity", unit, "age" if age else None, last + 2 if age else last + 1


def _percent(words: Words, last: int) -> tuple[ValueKind, str, str | None, int]:
    if words.lows[last].startswith("point"):
        return "percent", "points", None, last
    if words.lows[last + 1 : last + 2] in (["point"], ["points"]):
        return "percent", "points", None, last + 1
    return "percent", "%", _counted.noun_of(words, last + 1), last


def _tied_measure(  # noqa: PLR0911 - one line for each way to name a measure
    words: Words, numeral: Numeral
) -> tuple[ValueKind, str, str | None, int]:
    """What a compound measures: "15-year-old", "60-acre", "46-page"."""
    rest = numeral.rest
    last = numeral.last if "-" in words.forms[numeral.last] else numeral.last + 2
    if rest == ("year",) and words.lows[last + 1 : last + 2] == ["anniversary"]:
        return "count", "ordinal", "anniversary", last
    if rest[0] in UNITS and words.lows[last + 1 : last + 2] == ["anniversary"]:
        return "quantity", UNITS[rest[0]], "anniversary", last
    if rest[0] in UNITS:
        age = "old" in rest
        if UNITS[rest[0]] == "years" and not age and words.lows[last + 1 : last + 2] == ["old"]:
            age, last = True, last + 1
        return "quantity", UNITS[rest[0]], "age" if age and UNITS[rest[0]] == "years" else None, last
    if rest[0] in units.PERCENT:
        return "percent", "%", None, last
    if rest[0] == "point":
        return "percent", "points", None, last
    if rest[0] in CURRENCY_WORDS:
        return "money", CURRENCY_WORDS[rest[0]], None, last
    return "count", rest[0], rest[0], last


def _is_age(words: Words, numeral: Numeral) -> bool:
    """ "Ana Ruiz, 29, said" and "aged 29": a number in commas right after a name, or after the word."""
    first, last, forms = numeral.first, numeral.last, words.forms
    if not 0 < numeral.value <= 115 or numeral.last > first or first < 1:
        return False
    if words.lows[first - 1] in people.AGED:
        return True
    closed = last + 1 < len(words) and forms[last + 1] in {",", ".", ")", ";"}
    if closed and words.lows[first - 1] in verbs.OF_AGE and words.lows[first - 2 : first - 1] in _PERSONS:
        return True
    opened = first > 1 and forms[first - 1] in {",", "("} and forms[first - 2][0].isupper()
    opened = opened and words.lows[first - 2] not in calendar.WEEKDAYS  # "of the 90 who came on Monday, 45, left"
    return closed and opened and words.lows[first].isdigit()
