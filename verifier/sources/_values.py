"""The figures and dates in the sentences of the sources, and when two of them measure the same or are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from verifier._exceptions import InputError
from verifier.article import Span, from_text
from verifier.english import numbers, units
from verifier.english.calendar import MONTH_NAMES, WEEKDAY_NAMES
from verifier.english.synonyms import FUNCTION_WORDS
from verifier.reading import dates, matching, quantities, words
from verifier.reading._model import DateMention, Quantity
from verifier.sources._dated import day_of
from verifier.sources._day_values import both_counted, contradicts, lacks, meet
from verifier.sources._library import Shelved
from verifier.sources._passages import Passage, Passages, keys_of
from verifier.sources._tables import with_year

_WORDS = (*units.CARDINALS, *units.SCALES, *units.FRACTIONS, "halve", *units.ORDINALS)
_HAS_VALUE = re.compile(
    rf"[\d½¼¾⅓⅔⅕⅛]|\b(?:{'|'.join(_WORDS)}|{'|'.join(WEEKDAY_NAMES)}|{'|'.join(MONTH_NAMES)}|yesterday|today|tomorrow)s?\b",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"\S+\s*\Z")
_LEAD = 40
_CONVERTED = Decimal("0.04")
"""How far off a value may be that was converted and rounded: "300 yards" of 274 metres."""
_NEAR = 6
"""Words on either side of a figure that say what it measures."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its place in the text it was read from."""

    value: Quantity | DateMention
    span: Span

    def moved(self, by: int) -> Value:
        """The same in a text of which this one was a part."""
        return Value(self.value, Span(self.span.start + by, self.span.end + by))

    def above(self, text: str) -> Value:
        """The same with the year that stands over it in a table."""
        if not isinstance(self.value, DateMention):
            return self
        return Value(with_year(self.value, text, self.span), self.span)


class Values:
    """The sentences of all sources that hold a value, by what they are about, and the values in them."""

    def __init__(self, shelves: Sequence[Shelved]) -> None:
        self.passages = Passages(shelves, lambda text: _HAS_VALUE.search(text) is not None)
        self._read: dict[int, list[Value]] = {}
        self._shelves = shelves
        self._by_digits: dict[str, list[int]] | None = None

    def of(self, at: int) -> list[Value]:
        """The values of a passage, in the source's own offsets."""
        if at not in self._read:
            passage = self.passages[at]
            plain, own = passage.shelf.source.plain, day_of(passage.shelf.source)
            # With the word before it: a number that begins a text is none of its figures, as in a headline.
            lead = _LAST_WORD.search(plain, max(0, passage.span.start - _LEAD), passage.span.start)
            start = lead.start() if lead else passage.span.start
            read = [v.moved(start) for v in _read(plain[start : passage.span.end], own.day if own else None)]
            text = passage.shelf.source.text
            self._read[at] = [v.above(text) for v in read if v.span.start >= passage.span.start]
        return self._read[at]

    def holding(self, number: Decimal) -> list[int]:
        """The passages that hold a number of these digits, whatever its scale: "600,000", "0.6 million"."""
        if self._by_digits is None:
            self._by_digits = {}
            for shelf in self._shelves:
                folded = shelf.searchable.folded
                for word, start, end in zip(folded.words, folded.starts, folded.ends, strict=True):
                    if word[0].isdecimal() and (at := self.passages.at(shelf, Span(start, end))) is not None:
                        self._by_digits.setdefault(_digits(word), []).append(at)
        return self._by_digits.get(_digits(format(number, "f")), [])


def _digits(number: str) -> str:
    return number.replace(",", "").replace(".", "").strip("0")


def _read(plain: str, published: date | None) -> list[Value]:
    """The values of a few sentences, days counted from when they were published."""
    try:
        article = from_text(plain, published=published)
    except InputError:
        return []
    tokens = words.split(article.plain)
    found: list[Quantity | DateMention] = [*quantities.find(article, tokens), *dates.find(article, tokens)]
    return [Value(value, value.span) for value in found]


def words_around(tokens: words.Words, span: Span) -> frozenset[str]:
    """The keys of the words around a place in a text."""
    first, last = tokens.at(span.start), tokens.at(span.end - 1)
    lows = tokens.lows[max(0, first - _NEAR) : first] + tokens.lows[last + 1 : last + 1 + _NEAR]
    return frozenset(k for low in lows if low not in FUNCTION_WORDS and (k := matching.key(low)))


def words_beside(passage: Passage, place: Span) -> frozenset[str]:
    """The keys of the words around a place in a passage."""
    plain = passage.shelf.source.plain
    before, after = plain[passage.span.start : place.start].split(), plain[place.end : passage.span.end].split()
    return keys_of(" ".join(before[-_NEAR:])) | keys_of(" ".join(after[:_NEAR]))


def comparable(a: Quantity | DateMention, b: Quantity | DateMention) -> bool:
    """Whether two values measure the same kind of thing."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if not of_one_measure(a, b):
            return False
        if a.noun is None or b.noun is None or _of_heat(a, b.unit) or _of_heat(b, a.unit):
            return a.noun == b.noun or a.kind != "count" or b.kind != "count"
        return matching.key(a.noun) == matching.key(b.noun)
    if isinstance(a, DateMention) and isinstance(b, DateMention):
        return a.unit == b.unit and (a.day is None) == (b.day is None)
    return False


def of_one_measure(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are in units that one can be told in as well as in the other, whatever they count."""
    a, b = _in_whole(a, b)
    one, other = quantities.dimension(a), quantities.dimension(b)
    return one == other or _of_heat(a, other) or _of_heat(b, one)


def _in_whole(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Cents as dollars beside dollars, and "64,000 pounds" as money beside pounds."""
    a, b = _as_money(a, b), _as_money(b, a)
    return _part(a, b.unit), _part(b, a.unit)


def _as_money(told: Quantity, beside: Quantity) -> Quantity:
    """What is counted in a word that is of weights, too, and of money beside money."""
    named = numbers.MONEY_BEHIND_A_SCALE.get(f"{told.noun}s", numbers.MONEY_BEHIND_A_SCALE.get(told.noun or ""))
    if told.kind != "count" or beside.kind != "money" or named != beside.unit:
        return told
    return told._replace(kind="money", unit=beside.unit, noun=None)


def _part(money: Quantity, whole: str) -> Quantity:
    if money.kind != "money" or whole not in units.PARTS_OF_MONEY.get(money.unit, ()):
        return money
    low, value, high = (side / 100 for side in (money.low, money.value, money.high))
    return money._replace(unit=whole, low=low, value=value, high=high)


def in_another_unit(a: Quantity, b: Quantity | DateMention) -> bool:
    """Whether the one number is given in another currency, or in points for percent: none is the other, converted."""
    if not isinstance(b, Quantity) or a.kind != b.kind or a.kind not in ("money", "percent"):
        return False
    return not of_one_measure(a, b) and a.value == b.value


def has_no_unit(a: Quantity, b: Quantity) -> bool:
    """Whether the one is the number of the other and says nothing of what it is in: "1.4 million" of "$1.4 million"."""
    bare = [q for q in (a, b) if q.kind == "count" and not q.unit]
    return len(bare) == 1 and a.value == b.value


def limits_the_other_way(a: Quantity | DateMention, b: Quantity | DateMention) -> bool:
    """Whether one number is told as a least and as a most: "more than 500" and "fewer than 500"."""
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return False
    return a.value == b.value and a.unit == b.unit and ((_least(a) and _most(b)) or (_most(a) and _least(b)))


def _least(q: Quantity) -> bool:
    return q.low == q.value < q.high


def _most(q: Quantity) -> bool:
    return q.low < q.value == q.high


def may_be_one_currency(a: Quantity, b: Quantity) -> bool:
    """Whether both are dollars, one of which does not say whose: every country's papers call their own so."""
    return "USD" in (a.unit, b.unit) and {a.unit, b.unit} <= frozenset(units.DOLLARS_OF.values())


def _of_heat(bare: Quantity, other: str) -> bool:
    """Whether degrees that say no scale can be those of one."""
    return bare.unit == units.DEGREE and other in units.TEMPERATURES.values()


def can_be_of_one(ours: Quantity, theirs: Quantity | DateMention) -> bool:
    """Whether two readings of one number can count the same, one of which says nothing of what it counts."""
    if not isinstance(theirs, Quantity) or not of_one_measure(ours, theirs) or not agrees(ours, theirs):
        return False
    return ours.noun is None or theirs.noun is None


def agrees(a: Quantity | DateMention, b: Quantity | DateMention) -> bool:
    """Whether they can be the same value, rounded, converted or hedged."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        a, b = _in_whole(a, b)
        if _most(a) and _most(b):
            return bool(a.value == b.value) and quantities.compatible(a, b)
        return quantities.compatible(a, b) and (_within(a, b) or _within(b, a))
    if isinstance(a, DateMention) and isinstance(b, DateMention):
        if both_counted(a, b):
            return (a.earliest, a.latest) == (b.earliest, b.latest)
        return meet(a, b) and not contradicts(a, b) and not lacks(a, b)
    return False


def excludes(a: Quantity | DateMention, b: Quantity | DateMention) -> bool:
    """Whether they are two values, and neither is a limit that the other keeps: "up to 45" leaves 35 be."""
    if agrees(a, b):
        return False
    if isinstance(a, Quantity) and isinstance(b, Quantity) and _limits(a) != _limits(b):
        return not quantities.compatible(*_in_whole(a, b))
    return True


def _limits(q: Quantity) -> tuple[bool, bool]:
    return _least(q), _most(q)


def _within(a: Quantity, b: Quantity) -> bool:
    """Whether one value is what the other can mean, as roughly as that is worded: 1,200 is not 1,300, though each may
    be rounded from 1,250."""
    factor = quantities.bounds(a._replace(low=a.value, high=a.value))[0]
    low, high = quantities.bounds(b)
    slack = _CONVERTED if a.unit != b.unit and {a.unit, b.unit} <= units.FACTORS.keys() else Decimal(0)
    return low * (1 - slack) <= factor <= high * (1 + slack)
