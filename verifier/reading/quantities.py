"""Quantities: every figure, in digits or in words, as a value with a unit, bounds, and the noun it counts.

Left out are figures that measure nothing: days and years, times, telephone and list numbers, and the numbers in
names ("Apollo 11", "Article 50"). A score or vote ("19-15") gives two quantities of the unit "score".
"""

from __future__ import annotations

from decimal import Decimal

from verifier.article import Article
from verifier.english import calendar, hedges, numbers, people, units, verbs
from verifier.english.calendar import MONTH_NUMBERS
from verifier.english.units import (
    CARDINALS,
    COUNTED_BY_ORDINALS,
    CURRENCY_SIGNS,
    FACTORS,
    FRACTIONS,
    ORDINALS,
    SCALES,
    UNITS,
)
from verifier.reading import (
    _counted,
    _currencies,
    _fractions,
    _hedges,
    _measures,
    _numerals,
    _ranges,
    _scores,
    _telephone,
    matching,
)
from verifier.reading._model import Quantity
from verifier.reading._numerals import LABELLED, Numeral
from verifier.reading.words import Words

"""Words that name one of a series by the number after them: "day five", "phase 2"."""
_TRIGGERS = frozenset([*CARDINALS, *ORDINALS, "half"])
_AFTER_ARTICLE = frozenset([*SCALES, *FRACTIONS])
_FATES = frozenset(matching.key(w) for w in (*people.FATES, *people.FATES_OF))
_ORDINAL_ENDINGS = (["st"], ["nd"], ["rd"], ["th"])
_STATE_WITHIN = 30
"""Characters after a bare figure within which the verb tells what it counts."""
_LISTED = 6
"""Bare numbers before a share that can be shares as well."""
_TENFOLD = 12
_SHARED = 5
"""Tokens between two figures that share a currency."""


def find(article: Article, words: Words) -> tuple[Quantity, ...]:
    """Every figure in the article that is not a date, in order."""
    found: list[Quantity] = []
    starts = {words.at(s.span.start) for s in article.sentences}
    done = -1
    for at in _candidates(words):
        if at <= done:
            continue
        sides, last = _scores.at(words, at, glued=_glued(words, at))
        if sides:
            found += sides
            done = last
            continue
        quantity, done = _one(words, at, starts)
        if quantity is not None:
            for back in range(1, min(len(found), _LISTED) + 1):
                if not _ranges.opens(words, found[-back], found[1 - back] if back > 1 else quantity, listed=back > 1):
                    break
                found[-back] = _ranges.same_share(found[-back], quantity)
            if found and (scale := _shared_scale(words, found[-1], quantity)):
                found[-1] = _scaled(found[-1], quantity, scale)
            sums = [q for q in found[-2:] if q.kind == "money"]
            found.append(_same_money(words, sums[-1], quantity) if sums else quantity)
    return tuple(found)


def _shared_scale(words: Words, before: Quantity, figure: Quantity) -> Decimal | None:
    """The scale that two figures share, told once behind the second: "$26 and $31 million", "5 to 6 million"."""
    last = words.at(before.span.end - 1)
    sign = 1 if words.forms[words.at(figure.span.start)] in CURRENCY_SIGNS else 0
    digits = words.at(figure.span.start) + sign
    joined = words.lows[last + 1] in numbers.JOINS_SHARES and words.at(figure.span.start) == last + 2
    bare = before.kind == figure.kind == "money" and before.unit == figure.unit
    bare = bare or (before.kind == "count" and before.unit == "" and figure.kind in ("money", "count"))
    if not joined or not bare or not words.lows[last][0].isdigit() or not words.lows[digits][0].isdigit():
        return None
    scale = SCALES.get(words.lows[digits + 1]) if digits + 1 < len(words) else None
    alike = (
        scale is not None
        and figure.value / scale <= before.value * _TENFOLD
        and before.value * scale <= figure.value * _TENFOLD
    )
    return scale if alike else None


def _scaled(before: Quantity, figure: Quantity, scale: Decimal) -> Quantity:
    return before._replace(
        kind=figure.kind,
        unit=figure.unit,
        value=before.value * scale,
        low=before.low * scale,
        high=before.high * scale,
        noun=figure.noun,
    )


def _same_money(words: Words, before: Quantity, figure: Quantity) -> Quantity:
    """The figure in the currency of the one before, where it is told once for both: "from 5 million euros to 4
    million", "from $5 million in 2022 to 4 million"."""
    first, last = words.at(figure.span.start), words.at(figure.span.end - 1)
    if figure.kind != "count" or figure.noun is not None or before.kind != "money" or not first:
        return figure
    joint = first - 1
    while joint and words.lows[joint] in hedges.OF_FIGURES and words.lows[joint] != "to":
        joint -= 1
    scaled = words.lows[last] in SCALES and words.lows[joint] in numbers.BEFORE_MORE_MONEY
    gap = joint - words.at(before.span.end - 1)
    moved = words.lows[joint] == "to" and words.lows[words.at(before.span.start) - 1] == "from"
    alike = min(figure.value, before.value) * _TENFOLD >= max(figure.value, before.value)
    if (scaled and gap < _SHARED) or (moved and alike and gap < _SHARED + 1):
        return figure._replace(kind="money", unit=before.unit)
    return figure


def _candidates(words: Words) -> list[int]:
    """The tokens where a number can begin, in order: looked up by form, so that most words are never touched."""
    where = words.places
    lows = [low for low in where if low[0] <= "9" or "-" in low or len(low) == 1]
    opening = where.keys() & _TRIGGERS
    opening.update(low for low in lows if "0" <= low[0] <= "9" or low.split("-", 1)[0] in CARDINALS)
    opening.update(low for low in lows if _fractions.vulgar(low))
    found = [i for low in opening for i in where[low]]
    for article in ("a", "an"):
        found += [i for i in where.get(article, ()) if words.low(i + 1) in _AFTER_ARTICLE]
    found.sort()
    return found


def dimension(quantity: Quantity) -> str:
    """What is measured: "time", "length", "money USD", "%", "age", "score", or "count"."""
    if quantity.unit in FACTORS:
        return "age" if quantity.noun == "age" else FACTORS[quantity.unit][0]
    if quantity.kind == "money":
        return f"money {quantity.unit}"
    return "count" if quantity.kind == "count" and quantity.unit not in {"score", "ordinal"} else quantity.unit


def unit_told(text: str, quantity: Quantity) -> str:
    """What a figure is in, for a report: people where the dead or hurt are counted, a plain number where nothing is
    named."""
    end = quantity.span.end
    follows = text[end : end + _STATE_WITHIN].split()
    verb = next((w for w in follows if w not in verbs.BE_AND_HAVE), "")
    return quantity.unit or ("people" if verb.strip(".,;:") in people.STATES else "number")


def bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The least and most it can mean, in the base unit of its dimension (seconds, metres, square metres, ...)."""
    factor = FACTORS[quantity.unit][1] if quantity.unit in FACTORS else Decimal(1)
    return quantity.low * factor, quantity.high * factor


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities of one dimension can be the same value, each as roughly as it is worded."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    if a.low == a.value < a.high and b.low == b.value < b.high:  # both "more than" or "at least": the same threshold
        return min(low_a, low_b) >= max(low_a, low_b) * Decimal("0.95")
    slack = Decimal("0.04") if a.unit != b.unit else Decimal(0)
    return low_a * (1 - slack) <= high_b and low_b * (1 - slack) <= high_a


def _one(words: Words, at: int, starts: set[int]) -> tuple[Quantity | None, int]:
    """The quantity whose number begins at token ``at``, if it is one, and the last token read."""
    money = _currencies.before(words, at)
    numeral = _numerals.read(words, at, money=money is not None) if words.lows[at] not in ORDINALS else None
    if numeral is None:
        return _ordinal(words, at), at
    numbered = _numbered(words, numeral) if money is None else None
    if numbered is not None:
        return numbered, numeral.last + 1
    if money is None and (
        (_glued(words, at) and not _ranges.closes(words, at))
        or (_leads_on(words, numeral.last) and not _ranges.closes(words, numeral.last + 2))
        or _is_date(words, numeral)
        or _is_label(words, numeral, starts)
        or _telephone.holds(words, at)
    ):
        return None, numeral.last
    if numeral.rest[:1] == ("way",):  # a "two-way" and a "four-way" race are kinds of race, and no figures of one
        return None, numeral.last
    kind, unit, noun, last = _measures.of(words, numeral, money[1] if money else None)
    if unit == "" and noun is None and not _counts(words, numeral):
        return None, numeral.last
    first = money[0] if money else numeral.first
    low, high = _hedges.limits(words, first, numeral, kind)
    value = numeral.value
    return Quantity(words.span(first, last), kind, value, unit, min(low, value), max(high, value), noun), last


def _glued(words: Words, at: int) -> bool:
    """Whether letters or another number are tied to the front: "IE6", "B-52", "555-1234"."""
    if not at or words.ends[at - 1] != words.starts[at]:
        return False
    before = words.forms[at - 1]
    if before[-1].isalnum() or before in "#@/_№":
        return True
    return (
        before in "-.,'’"
        and at > 1
        and words.ends[at - 2] == words.starts[at - 1]
        and words.forms[at - 2][-1].isalnum()
    )


def _leads_on(words: Words, last: int) -> bool:
    """Whether another number is tied to its end: "555-0142", "8–10"."""
    if last + 2 >= len(words) or words.forms[last + 1] not in "-–" or words.ends[last] != words.starts[last + 1]:
        return False
    return words.ends[last + 1] == words.starts[last + 2] and words.forms[last + 2][0].isdigit()


def _is_date(words: Words, numeral: Numeral) -> bool:  # noqa: PLR0911 - one line for each kind of date
    """Whether it is a day, a year, a time, a decade or one of a series: nothing is measured there."""
    first, last, lows = numeral.first, numeral.last, words.lows
    form = lows[first]
    before = lows[first - 1] if first else ""
    before = lows[first - 2] if before == "." and first > 1 else before.rstrip(".")
    after = lows[last + 1] if last + 1 < len(lows) else ""
    odds = after == "to" and lows[last + 2 : last + 3] in (["1"], ["one"])  # "a 3 to 1 margin"
    if odds or after in {"o'clock", "o’clock"} or before in LABELLED:
        return True
    if not form[0].isdigit():
        return False
    whole = form.isdigit()
    hour, point, minutes = form.partition(".")
    if point and after in calendar.HALVES_OF_A_DAY and len(hour) <= 2 and len(minutes) == 2:
        return True  # "5.30am"
    if whole and len(form) == 4 and "1500" <= form <= "2099" and first == last and not numeral.rest:
        return after not in units.PERCENT and not (after in UNITS and after.endswith("s"))
    if whole and len(form) <= 2:
        if before in MONTH_NUMBERS or (after.rstrip(".") in MONTH_NUMBERS and after != "may"):
            return True
        if after in calendar.AFTER_A_CLOCK:
            return True
    if last + 1 < len(words) and words.starts[last + 1] == words.ends[last] and after in numbers.NOT_A_FIGURE_BEFORE:
        return True
    return before in {"'", "’"} or after == "/"


def _is_label(words: Words, numeral: Numeral, starts: set[int]) -> bool:
    """Whether the number is part of a name or numbers a list: "Article 50", "No. 10", "1. Wash the rice"."""
    first, last = numeral.first, numeral.last
    if not words.lows[first][0].isdigit() or not first:
        return (
            first in starts and last + 1 < len(words) and words.forms[last + 1] in ").:" and words.lows[first].isdigit()
        )
    before, after = words.forms[first - 1], words.lows[last + 1] if last + 1 < len(words) else ""
    if first in starts and after in {")", ".", ":"}:
        return True
    if after in units.PERCENT or after in UNITS or last > first or numeral.rest or "," in words.forms[first]:
        return False
    if not before[0].isupper() or matching.key(before.lower()) == "":
        return False
    return _counted.noun(words, last + 1) is None or before.isupper()


def _counts(words: Words, numeral: Numeral) -> bool:
    """Whether a bare number still tells how many: it is large, rounded, or a number that somebody acts as."""
    low, after = words.lows[numeral.first], words.lows[numeral.last + 1 : numeral.last + 2]
    if numeral.first == 0 and numeral.value > 1 and after and matching.key(after[0]) in _FATES:
        return True  # a headline: "Three held over theft"
    return numeral.fraction or after == ["of"] or ((low[0].isdigit() or numeral.value > 1) and numeral.first != 0)


def _ordinal(words: Words, at: int) -> Quantity | None:
    """An ordinal that counts: "for a third straight session"."""
    value, lows = ORDINALS.get(words.lows[at]), words.lows
    if value is None or at + 1 >= len(words) or lows[at + 1] not in COUNTED_BY_ORDINALS:
        return None
    return Quantity(words.span(at, at), "count", value, "ordinal", value, value, lows[at + 1])


def _numbered(words: Words, numeral: Numeral) -> Quantity | None:
    """An ordinal in digits that counts: "the 90th anniversary"."""
    last, value = numeral.last, numeral.value
    if words.lows[last + 1 : last + 2] not in _ORDINAL_ENDINGS or words.starts[last + 1] != words.ends[last]:
        return None
    noun = words.lows[last + 2] if last + 2 < len(words) else ""
    if noun not in COUNTED_BY_ORDINALS:
        return None
    return Quantity(words.span(numeral.first, last + 1), "count", value, "ordinal", value, value, noun)
