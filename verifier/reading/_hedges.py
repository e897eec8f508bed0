"""How far a wording lets a value vary: "about", "nearly", "more than", and the last digit given."""

from __future__ import annotations

from decimal import Decimal

from verifier.english import changes
from verifier.english.units import ABOUT, ABOVE, BELOW, CARDINALS, CURRENCY_SIGNS, NEARLY
from verifier.reading import _numerals
from verifier.reading._model import ValueKind
from verifier.reading._numerals import Numeral
from verifier.reading.words import Words

INFINITY = Decimal("Infinity")


def limits(  # noqa: PLR0911 - one line for each way to hedge
    words: Words, first: int, numeral: Numeral, kind: ValueKind
) -> tuple[Decimal, Decimal]:
    """The least and the most that the wording allows."""
    value = numeral.value
    lows = words.lows
    one = lows[first - 1] if first else ""
    two = lows[first - 2] if first > 1 else ""
    if one in ABOUT or (two, one) in {("close", "to"), ("sort", "of")} or (numeral.value and one == "~"):
        wide = max(value / 10, Decimal(1) if kind == "count" and value >= 10 else Decimal(0))
        return value - wide, value + wide
    if one in NEARLY or (two, one) in {("just", "under"), ("just", "below"), ("just", "shy"), ("close", "to")}:
        return value * (Decimal("0.8") if numeral.fraction else Decimal("0.88")), value
    if one == "least" and two == "at":
        return value, INFINITY
    if one in ABOVE or (one == "than" and two in changes.MORE_THAN):
        return value, value * Decimal("1.5")
    up_to = (two, one) == ("up", "to") and (first < 3 or lows[first - 3] not in changes.GO)  # not "goes up to 45"
    if one in BELOW or (one == "than" and two in changes.LESS_THAN) or up_to:
        return Decimal(0), value
    signed = first > 2 and lows[first - 3] in CURRENCY_SIGNS
    if one == "to" and _opens_a_range(two) and (first < 3 or lows[first - 3 - signed] != "from"):
        least = CARDINALS.get(two) or (_numerals.digits(two) or (value,))[0]  # "two to three years"
        return least, value
    if one == "as" and two in {"many", "much"}:
        return Decimal(0), value
    half = last_place(numeral, kind)
    return value - half, value + half


def _opens_a_range(word: str) -> bool:
    """Whether a word can be the first of "two to three": a number, and no year ("from 5 million in 2022 to ...")."""
    year = word.isdigit() and len(word) == 4 and "1500" <= word <= "2099"
    return word in CARDINALS or (word[:1].isdigit() and not year)


def last_place(numeral: Numeral, kind: ValueKind) -> Decimal:
    """How far off a value may be that was rounded to the last place given."""
    value, step = numeral.value, numeral.step
    if numeral.fraction:
        return value / 10
    if step == 1 and value >= 1000 and value % 100 == 0:
        zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
        return min(Decimal(10) ** zeros / 2, value / 20)
    if kind == "count" and step <= 1:
        return Decimal(0)
    off = step * Decimal("0.49")
    if kind == "percent":
        return min(off, value / 4)
    return min(off, value / 10) if step >= 1000 else off
