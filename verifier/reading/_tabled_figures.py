"""Figures in a language of which only tables are known: a number with its scale, its currency, unit or noun."""

from __future__ import annotations

from decimal import Decimal

from verifier.languages import Language
from verifier.reading import _hedges
from verifier.reading._model import Quantity, ValueKind
from verifier.reading._numerals import Numeral, digits
from verifier.reading.words import Words

_TIED = frozenset("-–/#@_№'’:")
_YEARS = range(1500, 2100)
_TO_THE_NOUN = 3
"""Words after a number among which the noun it counts is looked for, adjectives before it."""


def find(words: Words, language: Language, dated: set[int]) -> tuple[Quantity, ...]:
    """Every figure of the article but those at the tokens of its dates, in order."""
    found: list[Quantity] = []
    done = -1
    for at, low in enumerate(words.lows):
        if at <= done or at in dated:
            continue
        if low[0].isdigit() or low in language.CARDINALS or low in language.ONE:
            numeral = _numeral(words, at, language)
            if numeral is not None:
                quantity, done = _measured(words, numeral, language)
                found += [quantity] if quantity else []
    return tuple(found)


def _numeral(words: Words, at: int, language: Language) -> Numeral | None:
    """The number that begins here; none for ordinals, years, times, parts of names and what other signs are tied to."""
    low = words.lows[at]
    known = digits(low, language.DECIMAL_MARK) if low[0].isdigit() else None
    if known is None:
        word = language.CARDINALS.get(low, Decimal(1) if low in language.ONE else None)
        known = (word, Decimal(0)) if word is not None else None
    if known is None or _tied(words, at) or _names_something(words, at, language):
        return None
    (value, step), last = known, at
    after = words.lows[at + 1] if at + 1 < len(words) else ""
    scale = language.SCALES.get(after)
    if scale is not None:
        value, step, last = value * scale, (step or Decimal(1)) * scale, at + 1
        last += len(after) <= 3 and words.forms[last + 1 : last + 2] == ["."]  # "Mio. Euro"
    elif low in language.ONE or (after == "." and low.isdigit() and len(low) <= 2):
        return None
    return Numeral(at, last, value, step)


def _tied(words: Words, at: int) -> bool:
    """Whether a sign or letter touches the number: "20-jährige", "B12", "1/2"."""
    if (
        at
        and words.ends[at - 1] == words.starts[at]
        and (words.forms[at - 1] in _TIED or words.forms[at - 1][-1].isalnum())
    ):
        return True
    following = at + 1
    return (
        following < len(words)
        and words.starts[following] == words.ends[at]
        and (words.forms[following] in _TIED or words.forms[following][0].isalnum())
    )


def _names_something(words: Words, at: int, language: Language) -> bool:
    """Whether the number is part of a name or a time of day."""
    before = words.lows[at - 1] if at else ""
    if before == "." and at > 1:  # "Nr. 5"
        before = words.lows[at - 2]
    after = words.lows[at + 1] if at + 1 < len(words) else ""
    return before in language.LABELS or after in language.AFTER_A_CLOCK


def _measured(words: Words, numeral: Numeral, language: Language) -> tuple[Quantity | None, int]:
    """The quantity, and the last token that belongs to it."""
    first, last, lows = numeral.first, numeral.last, words.lows
    after = lows[last + 1] if last + 1 < len(lows) else ""
    before = lows[first - 1] if first else ""
    kind: ValueKind = "count"
    noun = None
    if after in language.CURRENCIES:
        kind, unit, last = "money", language.CURRENCIES[after], last + 1
    elif before in language.CURRENCIES and not before.isalnum():
        kind, unit, first = "money", language.CURRENCIES[before], first - 1
    elif after in language.PERCENT:
        kind, unit, last = "percent", "%", last + 1
        noun = _noun(words, last + 1, language)
    elif after in language.UNITS:
        kind, unit, last = "quantity", language.UNITS[after], last + 1
    else:
        noun = _noun(words, last + 1, language)
        unit = noun or ""
        year = numeral.step == 1 and numeral.value in _YEARS and lows[first].isdigit()
        if (noun is None and (first == 0 or numeral.last == first)) or year:
            return None, numeral.last
    low, high = _limits(words, first, numeral, kind, language)
    return Quantity(words.span(first, last), kind, numeral.value, unit, low, high, noun), last


def _noun(words: Words, at: int, language: Language) -> str | None:
    """The first capitalised word after a number, with nothing but adjectives before it: languages of which this is not
    true have no plain counts."""
    for i in range(at, min(at + _TO_THE_NOUN, len(words))):
        form, low = words.forms[i], words.lows[i]
        if form[0].isupper():
            return low
        if not form.isalpha() or (low in language.FUNCTION_WORDS and i > at) or form in language.AND:
            return None
    return None


def _limits(words: Words, first: int, numeral: Numeral, kind: ValueKind, language: Language) -> tuple[Decimal, Decimal]:
    """The least and the most that the wording allows."""
    value = numeral.value
    one = words.lows[first - 1] if first else ""
    if one in language.THAN and first > 1:
        one = words.lows[first - 2]
    if one in language.ABOUT:
        return value * Decimal("0.88"), value * Decimal("1.12")
    if one in language.ABOVE:
        return value, value * Decimal("1.5")
    if one in language.BELOW:
        return Decimal(0), value
    half = _hedges.last_place(numeral, kind)
    return value - half, value + half
