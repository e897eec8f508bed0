"""The ledger: everything the article gives a value of, shelved by what can be compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Generic

from verifier.article import Span
from verifier.english import calendar
from verifier.events import days
from verifier.events.among import among
from verifier.events.dates import DateTelling, dates
from verifier.events.figures import FigureTelling, Teller
from verifier.events.places import FATES, shelves
from verifier.events.reasons import T
from verifier.events.results import ResultTelling, results
from verifier.events.sameness import Sameness, same
from verifier.reading import Analysis

_LEAST = -45
"""How surely two figures are of one thing for them to be looked at (log-odds in tenths)."""
_NEAR = 10
"""Days of the calendar up to which a slip may lead from one to the other, whatever is told of them."""
_OF_ONE_TOO = frozenset(["limit", "something else of it", "one to come", "told of that day"])
"""Reasons against that hold as often where one day is told twice."""
_SHARED = 2
"""Words that two sentences share at least where they tell one thing; one is enough for the top of the article."""

_REACH, _REACH_IN_A_LIST = 40, 4
"""Dates before it in the article with which each date is compared, and where the article is rather a list of dates."""
_LIST = 300
"""Dates from which on an article is a list of them."""
_ENTRIES = 3
_SCORES = 12
"""Results of one winner with one score that are kept to compare others with: more are a table."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """Two values of one kind in two sentences, the earlier one first, and whether they are of one thing."""

    first: T
    second: T
    sameness: Sameness


@dataclass(frozen=True, slots=True)
class FigurePair(Pair[FigureTelling]):
    """Two figures of one kind, and how often the article gives each."""

    both_repeated: bool = False
    """Whether each of the two values stands in more than one place."""
    odd_one: int = 0
    """How often the one value is told with the word behind it, where the other is told so once and no third at all:
    "the 12-member board" three times, "the 21-member board" once."""


class Ledger:
    """The tellings of one article, by the slot they have a value in; each slot is read when it is first asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._is_log = is_log(analysis)

    @cached_property
    def dates(self) -> tuple[DateTelling, ...]:
        """The dates, each with what it dates."""
        return among(dates(self._analysis), self._analysis.topics)

    @cached_property
    def results(self) -> tuple[ResultTelling, ...]:
        """Who beat whom, by what score."""
        return tuple(results(self._analysis))

    def result_pairs(self) -> Iterator[Pair[ResultTelling]]:
        """Every result with the first one before it that seems to be the same with the sides swapped."""
        shelves: dict[tuple[str, tuple[int, int]], list[ResultTelling]] = defaultdict(list)
        for second in self.results:
            before = {id(t): t for word in second.loser for t in shelves[word, second.score] if t.loser & second.winner}
            found = (Pair(first, second, same(first, second, apart_from="sides")) for first in before.values())
            pair = next((p for p in found if p.sameness.how == "same" and not p.sameness.parted), None)
            if pair is not None:
                yield pair
            for word in second.winner:
                if len(shelves[word, second.score]) < _SCORES:
                    shelves[word, second.score].append(second)

    @cached_property
    def date_pairs(self) -> tuple[Pair[DateTelling], ...]:
        """Every two dates that differ and may be of one event, each later date once, with the likeliest earlier one."""
        pairs = self._date_pairs()
        return tuple(p for p in pairs if not self._is_log or any(r.joins for r in p.sameness.because))

    def figure_pairs(self) -> Iterator[FigurePair]:
        """Every two figures that can be compared and may be of one thing, in the order of the first."""
        if self._is_log:
            return  # what is told changes from hour to hour
        teller = Teller(self._analysis)
        of_one = shelves(teller.places())
        number = {id(place): at for at, full in enumerate(of_one) for place in full}
        in_order = sorted((place for full in of_one for place in full), key=lambda p: p.value.span)
        told: list[list[FigureTelling]] = [[] for _ in of_one]
        for place, telling in zip(in_order, credited(self._analysis, map(teller.telling, in_order)), strict=True):
            told[number[id(place)]].append(telling)
        for full in told:
            yield from _paired(full)

    def _date_pairs(self) -> Iterator[Pair[DateTelling]]:
        told = self.dates
        reach = _REACH if len(told) < _LIST else _REACH_IN_A_LIST
        for at, second in enumerate(told):
            before = (first for first in told[max(0, at - reach) : at] if _comparable(first, second))
            found = [pair for first in before if (pair := _of_one_event(first, second)) is not None]
            if found:
                yield max(found, key=lambda pair: pair.sameness.weight)


def _comparable(first: DateTelling, second: DateTelling) -> bool:
    """Whether two dates differ, in sentences that share a word or an event, and do not just tell one thing after the
    other, as two of one paragraph do."""
    if first.wide.isdisjoint(second.wide) and first.kinds.isdisjoint(second.kinds):
        return False
    apart = second.sentence - first.sentence
    in_turn = apart == 1 and first.paragraph == second.paragraph
    if apart == 0 or (in_turn and not second.referred & (first.kinds | first.deed)):
        return False
    return days.comparable(first.value, second.value) and days.differ(first.value, second.value)


def _of_one_event(first: DateTelling, second: DateTelling) -> Pair[DateTelling] | None:
    found = same(first, second, apart_from="date")
    if found.how == "other" or found.parted:
        return Pair(first, second, found) if _may_be_a_slip(first, second, found) else None
    return Pair(first, second, found)


def _may_be_a_slip(first: DateTelling, second: DateTelling, found: Sameness) -> bool:
    """Whether two days of the calendar are near each other in sentences that share some words, and little sets them
    apart: an article seldom has two such days that are not of one event."""
    written = days.written(first.value) and days.written(second.value)
    if not written or first.value.unit != "day" or days.apart(first.value, second.value) > _NEAR:
        return False
    return len(first.wide & second.wide) >= _SHARED and {r.name for r in found.because if r.parts} <= _OF_ONE_TOO


def compared(full: list[FigureTelling]) -> list[FigureTelling]:
    """The tellings of one shelf, each told how many values the article gives of its thing."""
    variety = len({t.value.value for t in full})
    behind: dict[str, set[Decimal]] = defaultdict(set)
    for telling in full:
        behind[telling.after].add(telling.value.value)
    return [t._replace(variety=variety, fewness=len(behind[t.after])) for t in full]


def _paired(full: list[FigureTelling]) -> Iterator[FigurePair]:
    times = Counter(t.value.value for t in full)
    behind = Counter((t.after, t.value.value) for t in full)
    for first, second in combinations(compared(full), 2):
        if first.sentence == second.sentence:
            continue
        enough = 1 if first.top or second.top else _SHARED
        taken_up = second.definite and first.noun == second.noun != ""
        toll = first.top and first.noun == second.noun and first.noun in FATES
        if taken_up or toll or len(first.wide & second.wide) >= enough:
            found = same(first, second, apart_from="figure")
            if found.weight >= _LEAST:
                both = min(times[first.value.value], times[second.value.value]) > 1
                yield FigurePair(first, second, found, both, _odd_one(first, second, behind))


def _odd_one(first: FigureTelling, second: FigureTelling, behind: Counter[tuple[str, Decimal]]) -> int:
    if not first.after == second.after != "" or max(first.fewness, second.fewness) != 2:
        return 0
    few, many = sorted(behind[t.after, t.value.value] for t in (first, second))
    return many if few == 1 < many else 0


@lru_cache(maxsize=1)
def ledger(analysis: Analysis) -> Ledger:
    """The ledger of an article; several rules ask for the same one in turn, and the last is kept."""
    return Ledger(analysis)


def credited(analysis: Analysis, tellings: Iterable[FigureTelling]) -> Iterator[FigureTelling]:
    """The tellings, in the order of the text, with who says them, where somebody is credited."""
    said = sorted(
        (span, attribution.source.name)
        for attribution in analysis.attributions
        if attribution.source is not None and attribution.source.basis == "explicit"
        for span in attribution.content
    )
    at = 0
    for telling in tellings:
        while at < len(said) and said[at][0].end <= telling.span.start:
            at += 1
        source = next((name for span, name in said[at : at + 3] if _covers(span, telling.span)), None)
        yield telling._replace(source=source) if source else telling


def _covers(span: Span, inner: Span) -> bool:
    return span.start <= inner.start and inner.end <= span.end


def is_log(analysis: Analysis) -> bool:
    """Whether the article is kept from hour to hour ("9:07 p.m. ..."): what it tells changes on the way."""
    words = analysis.words
    entries = 0
    for half in calendar.HALVES_OF_A_DAY:
        for at in words.places.get(half, ()):
            opens = at < 2 or not words.forms[at - 2][0].isalnum()
            entries += bool(at and ":" in words.forms[at - 1] and opens)
    return entries >= _ENTRIES
