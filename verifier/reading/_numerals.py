"""Numerals: digits or number words read as a value, before anybody asks what they count."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from verifier.english import grammar, hedges, numbers, people
from verifier.english.calendar import MONTH_NUMBERS
from verifier.english.units import CARDINALS, CURRENCY_WORDS, FRACTIONS, SCALES, SHORT_SCALES
from verifier.reading import _counted, _fractions
from verifier.reading.words import Words

_LONGEST = 24
"""Digits beyond these are an identifier or an attack, not a figure."""
_TOO_LARGE = Decimal(10) ** _LONGEST
_MOST_WORDS = 9
_GROUP = 3
"""Digits of a group of thousands."""


LABELLED = frozenset(numbers.LABELS.split())
_BEFORE_FIGURES = hedges.OF_FIGURES | grammar.DETERMINERS | grammar.CONJUNCTIONS | grammar.PREPOSITIONS


class Numeral(NamedTuple):
    """A number from token ``first`` to ``last``, both included.

    ``step`` is the size of the last place given (0.1 million for "1.1 million"), 0 where the number is exact. ``rest``
    is what a hyphen ties to it in the same compound ("year", "old"). ``fraction`` marks a share ("half") as percent.
    """

    first: int
    last: int
    value: Decimal
    step: Decimal
    rest: tuple[str, ...] = ()
    fraction: bool = False


def digits(form: str, mark: str = ".") -> tuple[Decimal, Decimal] | None:
    """The value and last place of a token of digits, or None for a time, a version or an identifier.

    ``mark`` stands before decimals, "." or ","; the other one of the two groups thousands.
    """
    if not form.isascii() or len(form) > _LONGEST or ":" in form:
        return None
    whole, dot, decimals = form.partition(mark)
    head, *groups = whole.split("." if mark == "," else ",")
    if "." in decimals or "," in decimals or (len(head) > 3 and groups) or any(len(g) != 3 for g in groups):
        return None
    value = Decimal("".join([head, *groups, dot and ".", decimals]))
    return value, Decimal(1).scaleb(-len(decimals)) if dot else Decimal(1)


def read(words: Words, i: int, *, money: bool) -> Numeral | None:
    """The numeral that begins at token ``i``, or None."""
    low = words.lows[i]
    if part := _fractions.share(words, i):
        return Numeral(i, part[1], part[0], Decimal(0), fraction=True)
    if "0" <= low[0] <= "9":
        return _from_digits(words, i, money)
    return _from_words(words, i)


def _from_digits(words: Words, i: int, money: bool) -> Numeral | None:
    found = digits(words.lows[i])
    if found is None:
        return None
    value, step = found
    lows, last, first = words.lows, i, i
    if _pointed(words, i):
        value, step, first = value.scaleb(-len(lows[i])), Decimal(1).scaleb(-len(lows[i])), i - 1
    while first == i and step == 1 and value < _TOO_LARGE and _groups(words, last, i):
        last += 1
        value = value * 1000 + Decimal(lows[last])
    if step == 1 and (part := _fractions.behind(words, last)):
        value, step, last = value + part[0], part[0] / 10, part[1]
    after = last + 1
    if after < len(lows) and lows[after] == "-" and after + 1 < len(lows) and lows[after + 1] in SCALES:
        after += 1
    if after < len(lows):
        scale = SCALES.get(lows[after])
        of_money = money or (after + 1 < len(lows) and lows[after + 1] in CURRENCY_WORDS)
        if scale is None and words.starts[after] == words.ends[last]:
            counted = lows[after] == numbers.SHORT_THOUSAND and _counted.noun(words, after + 1) is not None
            scale = SHORT_SCALES.get(lows[after]) if of_money or counted else None
        if scale is not None:
            value, step, last = value * scale, step * scale, after
    if value >= _TOO_LARGE:  # a row of numbers, "100 101 102 ..."; nor is there a remainder of what has so many digits
        return None
    return Numeral(first, last, value, step, _tied(words, last))


def _pointed(words: Words, i: int) -> bool:
    """Whether a point with nothing before it opens the number: ".25 percent"."""
    if not i or words.forms[i - 1] != "." or words.ends[i - 1] != words.starts[i] or not words.lows[i].isdigit():
        return False
    return i > 1 and words.starts[i - 1] > words.ends[i - 2]


def _groups(words: Words, last: int, first: int) -> bool:
    """Whether the next token is another group of thousands, set apart by one space: "12 000", "1 250 000".

    Without noughts the group may be a number of its own after a date, a page or an age, so that a name, a word that
    numbers, or another number beside it leaves them two.
    """
    lows, at = words.lows, last + 1
    if at >= len(lows) or words.starts[at] - words.ends[last] != 1 or len(lows[first]) > _GROUP:
        return False
    if not (lows[first].isdecimal() and lows[at].isdecimal() and len(lows[at]) == _GROUP) or lows[first][0] == "0":
        return False
    if lows[at] == "000" or last > first:
        return True
    if at + 1 < len(lows) and words.starts[at + 1] - words.ends[at] == 1 and lows[at + 1].isdigit():
        return len(lows[at + 1]) == _GROUP  # "1 250 600"
    return at + 1 < len(lows) and lows[at + 1].isalpha() and not (first and _numbers(words, first - 1))


def _numbers(words: Words, before: int) -> bool:
    """Whether a word may make of the figure behind it one of a series: "May 12", "page 12", "aged 12", "Flight 12"."""
    form, low = words.forms[before], words.lows[before]
    if low in LABELLED or low in MONTH_NUMBERS or low in people.AGED or low[0].isdigit():
        return True
    return form[0].isupper() and low not in _BEFORE_FIGURES


def _tied(words: Words, last: int) -> tuple[str, ...]:
    """The parts that a hyphen ties to the number at ``last``: "year", "old" of "15-year-old"."""
    dash = last + 1
    if dash + 1 >= len(words) or words.forms[dash] not in "-‑" or words.starts[dash] != words.ends[last]:
        return ()
    if words.starts[dash + 1] != words.ends[dash] or not words.lows[dash + 1][0].isalpha():
        return ()
    return tuple(words.lows[dash + 1].split("-"))


def _parts(low: str) -> tuple[list[Decimal], tuple[str, ...]]:
    """The number words a hyphenated word begins with, and its other parts."""
    pieces = low.split("-")
    values: list[Decimal] = []
    while len(values) < len(pieces) and pieces[len(values)] in CARDINALS:
        values.append(CARDINALS[pieces[len(values)]])
    return values, tuple(pieces[len(values) :])


def _from_words(words: Words, i: int) -> Numeral | None:  # noqa: PLR0911 - one line for each form
    lows = words.lows
    low, after = lows[i], lows[i + 1] if i + 1 < len(lows) else ""
    if low in {"a", "an"} and after in SCALES:
        return _grow(words, i, i + 1, Decimal(1))
    if low in numbers.ONE_OF:
        return _half_of_a_scale(words, i) or _share(words, i, Decimal(1))
    values, rest = _parts(low)
    if not values:
        return None
    value = sum(values, Decimal(0))
    if rest and rest[0] in SCALES:
        return Numeral(i, i, value * SCALES[rest[0]], Decimal(0), rest[1:])
    if len(rest) == 1 and rest[0].removesuffix("s") in FRACTIONS:
        share = value * FRACTIONS[rest[0].removesuffix("s")]
        return _of_a_scale(words, i, i, share) or Numeral(i, i, share, Decimal(0), fraction=True)
    if rest[:3] == numbers.AND_A_HALF:
        return Numeral(i, i, value + Decimal("0.5"), Decimal(0), rest[3:])
    if rest:
        return Numeral(i, i, value, Decimal(0), rest) if value else None
    return _share(words, i, value) or _with_a_part(words, i, value) or _grow(words, i, i, value)


def _half_of_a_scale(words: Words, i: int) -> Numeral | None:
    """ "half a million" and "a half million"."""
    lows = words.lows
    scale = SCALES.get(lows[i + 2]) if lows[i : i + 2] in (["half", "a"], ["a", "half"]) and i + 2 < len(lows) else None
    return Numeral(i, i + 2, scale / 2, scale / 10) if scale else None


def _with_a_part(words: Words, i: int, value: Decimal) -> Numeral | None:
    """ "two and a half million", "five point three percent"."""
    lows = words.lows
    if found := _fractions.behind(words, i):
        part, last = found
    elif lows[i + 1 : i + 2] == ["point"] and lows[i + 2 : i + 3] and CARDINALS.get(lows[i + 2], Decimal(10)) < 10:
        last, part = i + 2, CARDINALS[lows[i + 2]] / 10
    else:
        return None
    scale = SCALES.get(lows[last + 1]) if last + 1 < len(lows) else None
    if scale is None:
        return Numeral(i, last, value + part, Decimal("0.1"), _tied(words, last))
    return Numeral(i, last + 1, (value + part) * scale, scale / 10)


def _share(words: Words, i: int, times: Decimal) -> Numeral | None:
    """A share told by a fraction: "half of", "nearly half the", "a quarter of", "three quarters of"."""
    lows = words.lows
    last = i if lows[i] == "half" else i + 1
    whole = FRACTIONS.get(lows[last].removesuffix("s")) if last < len(lows) else None
    if whole is None or last + 1 >= len(lows):
        return None
    of = lows[last + 1] == "of" or (lows[i] == "half" and lows[last + 1] in numbers.AFTER_HALF)
    if not of or (i and lows[i - 1] in numbers.BEFORE_HALF):
        return None
    return _of_a_scale(words, i, last, whole * times) or Numeral(i, last, whole * times, Decimal(0), fraction=True)


def _of_a_scale(words: Words, first: int, last: int, share: Decimal) -> Numeral | None:
    """A share of a round number, which is a number: "three quarters of a million", "three-quarters of a million"."""
    of = words.lows[last + 1 : last + 3] == ["of", "a"]
    scale = SCALES.get(words.low(last + 3)) if of else None
    return Numeral(first, last + 3, share * scale / 100, scale / 10) if scale is not None else None


def _grow(words: Words, first: int, last: int, value: Decimal) -> Numeral:
    """Read on from the first number word: "two hundred and fifty thousand"."""
    lows = words.lows
    total, current, step = Decimal(0), value, Decimal(0)
    at = last if lows[last] in SCALES else last + 1
    while at < len(lows) and at - first < _MOST_WORDS:
        low = lows[at]
        joined = low == "and" and lows[at - 1] in SCALES and at + 1 < len(lows) and lows[at + 1] in CARDINALS
        if low in SCALES:
            current *= SCALES[low]
            step = SCALES[low] / 10 if SCALES[low] > 100 else Decimal(0)
            if SCALES[low] > 100:
                total, current = total + current, Decimal(0)
        elif joined or (low in CARDINALS and _continues(lows, at)):
            at += joined
            current += CARDINALS[lows[at]]
        else:
            break
        last = at
        at += 1
    return Numeral(first, last, total + current, step, _tied(words, last))


def _continues(lows: Sequence[str], at: int) -> bool:
    """Whether the number word at ``at`` belongs to the one before it: "hundred five", not "two three"."""
    before = lows[at - 1]
    return before in SCALES or (CARDINALS.get(before, Decimal(0)) >= 20 and CARDINALS[lows[at]] < 10)
