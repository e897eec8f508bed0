"""The ledger: everything the article gives a value of, shelved by what can be compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from verifier.article import Span
from verifier.english import calendar, numbers
from verifier.events.figures import FATES, FigureTelling, Teller
from verifier.events.sameness import Sameness, same
from verifier.reading import Analysis

_MANY = 30
"""Values of one thing from which on they are a table in prose, where nothing is told twice."""
_SHARED = 2
"""Words that two sentences share at least where they tell one thing; one is enough for the top of the article."""

_ENTRIES = 3

Shelf = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values of one kind in two sentences, the earlier one first, and whether they are of one thing."""

    first: FigureTelling
    second: FigureTelling
    sameness: Sameness
    both_repeated: bool = False
    """Whether each of the two values stands in more than one place."""
    odd_one: int = 0
    """How often the one value is told with the word behind it, where the other is told so once and no third at all:
    "the 12-member board" three times, "the 21-member board" once."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The tellings of one article, by the slot they have a value in."""

    figures: tuple[FigureTelling, ...]

    def pairs(self) -> Iterator[Pair]:
        """Every two figures that can be compared and may be of one thing, in the order of the first."""
        shelves: dict[Shelf, list[FigureTelling]] = defaultdict(list)
        for telling in self.figures:
            shelf = _shelf(telling)
            if shelf is not None:
                shelves[shelf].append(telling)
        for full in shelves.values():
            if 2 <= len(full) <= _MANY:
                yield from _paired(full)


def compared(full: list[FigureTelling]) -> list[FigureTelling]:
    """The tellings of one shelf, each told how many values the article gives of its thing."""
    variety = len({t.value.value for t in full})
    behind: dict[str, set[Decimal]] = defaultdict(set)
    for telling in full:
        behind[telling.after].add(telling.value.value)
    return [t._replace(variety=variety, fewness=len(behind[t.after])) for t in full]


def _paired(full: list[FigureTelling]) -> Iterator[Pair]:
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
            if found.how != "other":
                both = min(times[first.value.value], times[second.value.value]) > 1
                yield Pair(first, second, found, both, _odd_one(first, second, behind))


def _odd_one(first: FigureTelling, second: FigureTelling, behind: Counter[tuple[str, Decimal]]) -> int:
    if not first.after == second.after != "" or max(first.fewness, second.fewness) != 2:
        return 0
    few, many = sorted(behind[t.after, t.value.value] for t in (first, second))
    return many if few == 1 < many else 0


def _shelf(telling: FigureTelling) -> Shelf | None:
    """What a figure can be compared with; None where it measures nothing that is told twice."""
    value = telling.value
    if telling.kind in numbers.TOLD_ONCE or value.noun in {"age", "anniversary"}:
        return None
    if telling.kind == "count":
        return ("count", telling.noun) if telling.noun else None
    return (telling.kind, value.unit)


@lru_cache(maxsize=1)
def ledger(analysis: Analysis) -> Ledger:
    """The ledger of an article; several rules ask for the same one in turn, and the last is kept."""
    if is_log(analysis):
        return Ledger(())
    teller = Teller(analysis)
    return Ledger(tuple(_credited(analysis, teller.figures())))


def _credited(analysis: Analysis, tellings: list[FigureTelling]) -> Iterator[FigureTelling]:
    """The tellings with who says them, where somebody is credited."""
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
