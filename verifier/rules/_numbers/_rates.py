"""How often, how many, better than what: figures that another figure of the article settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.english import changes, closed, places, units
from verifier.reading import Analysis
from verifier.reading.quantities import bounds
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum


def check(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """Rates and comparisons of the whole article."""
    yield from _every(analysis, figures)
    yield from _better(analysis, figures)


def _every(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """ "One every 72 minutes" against "20 a day"."""
    lows = analysis.words.lows
    gaps = [f for f in figures if f.dimension == "time" and f.first and lows[f.first - 1] == "every"][:5]
    for figure in figures if gaps else ():
        period = _period(lows, figure) if figure.dimension == "count" and figure.noun else None
        for gap in gaps if period else ():
            if gap.sentence == figure.sentence or not _one_of(analysis, gap, figure.noun):
                continue
            low, high = (Decimal(period or 0) / b for b in reversed(bounds(gap.quantity)))
            if figure.quantity.high < low * Decimal("0.88") or figure.quantity.low > high * Decimal("1.12"):
                yield Sum(
                    figure, (gap,), f"that often makes {(low + high) / 2:.0f}", "Which of the two figures is right?"
                )
                return


def _one_of(analysis: Analysis, gap: Figure, noun: str) -> bool:
    """Whether it is one of them each time: "a train leaves every 30 minutes"."""
    lows = analysis.words.lows
    near = range(max(1, gap.first - 8), min(len(lows), gap.last + 8))
    return any(analysis.keys[i] == noun and lows[i - 1] in closed.ONE for i in near)


def _period(lows: Sequence[str], figure: Figure) -> int | None:
    """The seconds of "a day", "each week" or "per hour" soon after a figure."""
    for i in range(figure.last + 1, min(figure.last + 8, len(lows))):
        if lows[i] == "daily" or (lows[i] in units.PERIODS and lows[i - 1] in units.PER):
            return units.PERIODS[lows[i]]
    return None


def _better(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """ "1.3 percent, better than the outlook for Spain", where Spain's one figure is higher."""
    words, names = analysis.words, analysis.names
    for figure in figures:
        if figure.dimension != "%":
            continue
        than = next((i for i in range(figure.last + 1, figure.last + 6) if words.lows[i : i + 1] == ["than"]), None)
        if than is None or words.lows[than - 1] not in changes.BETTER | changes.WORSE:
            continue
        limit = words.ends[min(than + 8, len(words) - 1)]
        if any(f.first > than and f.quantity.span.start < limit for f in figures if f.sentence == figure.sentence):
            continue
        named = [m for m in names.mentions if words.starts[than] < m.span.start < limit][:1]
        if not named:
            continue
        theirs = _figures_of(analysis, figures, figure, named[0].entity)
        higher = words.lows[than - 1] in changes.BETTER
        values = [f.quantity.value for f in theirs]
        mine = figure.quantity.value
        if values and (mine < min(values) if higher else mine > max(values)):
            yield Sum(
                figure, (theirs[0],), f"called {words.lows[than - 1]} than the other", "Which of the two is right?"
            )


def _figures_of(analysis: Analysis, figures: Sequence[Figure], asked: Figure, entity: int) -> list[Figure]:
    """The shares told of an entity in other sentences: its name stands before the figure, near it."""
    words = analysis.words
    known = _known_as(analysis.names.entities[entity].name)
    spans = [m.bare for e in analysis.names.entities if _known_as(e.name) == known for m in e.mentions]
    found = []
    for figure in figures:
        if figure.dimension == asked.dimension and figure.sentence != asked.sentence:
            first = words.starts[max(figure.first - 9, 0)]
            start = max(first, analysis.article.sentences[figure.sentence].span.start)
            if any(start <= s.start < figure.quantity.span.start for s in spans):
                found.append(figure)
    return found


def _known_as(name: str) -> str:
    """One name for the few countries that go by several."""
    return "us" if name in places.THE_UNITED_STATES else name
