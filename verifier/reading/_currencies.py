"""Currencies before a sum, and behind one: "C$5", "USD 1.4 million", "5 Canadian dollars", "50p"."""

from __future__ import annotations

from verifier.english import numbers
from verifier.english.units import CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, DOLLARS_OF, PENNY, SCALES
from verifier.reading.words import Words


def before(words: Words, at: int) -> tuple[int, str] | None:
    """The first token of what stands before the number at ``at`` as its currency, and which it is."""
    if not at:
        return None
    sign = words.forms[at - 1]
    if sign in CURRENCY_CODES:
        return at - 1, sign
    if sign not in CURRENCY_SIGNS:
        return None
    if sign == "$" and at > 1 and words.ends[at - 2] == words.starts[at - 1]:
        whose = DOLLARS_OF.get(words.lows[at - 2])
        if whose is not None and words.forms[at - 2].isupper():
            return at - 2, whose
    return at - 1, CURRENCY_SIGNS[sign]


def behind(words: Words, last: int) -> tuple[int, str] | None:
    """The last token of what stands behind the token ``last`` as a currency, and which it is."""
    after, then = words.low(last + 1), words.low(last + 2)
    if after in DOLLARS_OF and CURRENCY_WORDS.get(then) == "USD":
        return last + 2, DOLLARS_OF[after]
    if after == PENNY and words.starts[last + 1] == words.ends[last] and words.lows[last].isdigit():
        return last + 1, "pence"
    named = CURRENCY_WORDS.get(after)
    if named is None and (words.low(last) in SCALES or then == "sterling"):
        named = numbers.MONEY_BEHIND_A_SCALE.get(after)
    if named is None:
        return None
    return last + 1 + (named == "GBP" and then == "sterling"), named
