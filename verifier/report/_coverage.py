"""What is accounted for: the article as strips from its first to its last character, every quotation, every figure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from verifier.report._notes import side
from verifier.report._pieces import Mark
from verifier.report._places import Places
from verifier.report._screen import bare
from verifier.report._speech import NOBODY, short
from verifier.report._tally import Tally, counted
from verifier.report.models import Report, Span

WIDE = 1000
"""How wide a strip is drawn, in its own units."""

_LEAST = 4
_WORDS = 90


class Tick(NamedTuple):
    """A stretch of a strip, and how it looks."""

    x: int
    width: int
    look: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of thing along the article: what it is, and what it comes to in words; ``open`` where some lack."""

    what: str
    sum: str
    open: bool
    ticks: tuple[Tick, ...]


class Account(NamedTuple):
    """One quotation or figure and who stands behind it; ``open`` where nobody does. A figure has the words ``before``
    and ``after`` it: "12" alone says nothing."""

    anchor: str
    place: str
    words: str
    who: str
    colour: int
    open: bool
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Accounts:
    """Every quotation, or every figure, in the order of the text."""

    what: str
    sum: str
    open: int
    rows: tuple[Account, ...]


def lanes(report: Report, tally: Tally, colours: Mapping[str, int]) -> tuple[Lane, ...]:
    """Speech, quotations, figures and findings along the article."""
    scale = _Scale(report.article.length)
    speech, quotes, figures = [], [], []
    for claim in report.claims:
        if claim.kind != "reported":
            number = colours[claim.speaker.name] if claim.speaker else NOBODY
            speech += [scale.tick(s, f"s{number}") for s in claim.spans]
            figures += [scale.tick(v.span, f"s{number}") for v in claim.values if v.kind != "date"]
    for quote in report.quotes:
        number = colours.get(quote.speaker.name, NOBODY) if quote.speaker else NOBODY
        look = "set-off" if quote.kind == "scare" else f"s{number}" if number else "open"
        quotes.append(scale.tick(quote.span, look))
    figures += [scale.tick(s, "open") for s in report.coverage.figures.uncovered]
    found = [scale.tick(f.spans[0], f.severity) for f in report.findings]
    loose = len(_nobody(report))
    figured = report.coverage.figures
    heard = len({c.speaker.name for c in report.claims if c.speaker})
    return (
        Lane(
            "Speech", f"{counted(heard, 'speaker')}, {counted(tally.claims, 'claim')}", open=False, ticks=_thin(speech)
        ),
        Lane("Quotations", _credited(tally), open=loose > 0 and not tally.unheard, ticks=_thin(quotes)),
        Lane(
            "Figures",
            f"{figured.sourced} of {figured.total} sourced",
            open=bool(figured.uncovered),
            ticks=_thin(figures),
        ),
        Lane("Findings", tally.found(), open=False, ticks=_thin(found)),
    )


def _credited(tally: Tally) -> str:
    return f"{tally.quotes}, speakers not read" if tally.unheard else f"{tally.attributed} of {tally.quotes} credited"


def accounts(report: Report, prefix: str, tally: Tally, colours: Mapping[str, int]) -> tuple[Accounts, ...]:
    """Every quotation and every figure, those that nobody stands behind among them."""
    at = Places(report.article).at
    nobody = "not read" if tally.unheard else "nobody"
    quotes = [
        Account(
            f"{prefix}{q.id}",
            at(q.span.start),
            short(bare(q.span.text), _WORDS),
            q.speaker.name if q.speaker else "words set off, nobody's speech" if q.kind == "scare" else nobody,
            colours.get(q.speaker.name, NOBODY) if q.speaker else NOBODY,
            q.speaker is None and q.kind != "scare" and not tally.unheard,
        )
        for q in report.quotes
    ]
    loose = sum(a.open for a in quotes)
    figured = report.coverage.figures
    said = (
        f"{counted(len(quotes), 'quotation')}, speakers not read"
        if tally.unheard
        else f"{counted(loose, 'quotation')} credited to nobody, of {len(quotes)}"
    )
    told = f"{counted(len(figured.uncovered), 'figure')} without a source, of {figured.total}"
    made = (
        Accounts("Quotations", said, loose, tuple(quotes)),
        Accounts("Figures", told, len(figured.uncovered), tuple(_figures(report, at, colours, prefix))),
    )
    return tuple(a for a in made if a.rows)


def gap_marks(report: Report, prefix: str) -> list[Mark]:
    """The places that nobody stands behind, in the text."""
    marks = [Mark(s.start, s.end, ("nobody",)) for s in _nobody(report)]
    return marks + [
        Mark(s.start, s.end, ("unsourced",), anchor=f"{prefix}v{i}") for i, s in enumerate(_bare(report), 1)
    ]


def _figures(report: Report, at: Callable[[int], str], colours: Mapping[str, int], prefix: str) -> list[Account]:
    own = _Own(report)

    def row(anchor: str, figure: Span, who: str, colour: int, *, lacks: bool) -> Account:
        told = side(report.article.text, figure, "", at(figure.start), anchor)
        around = (told.before, told.after)
        return Account(anchor, told.place, short(told.words, _WORDS), who, colour, lacks, *around)

    rows = [(s.start, row(f"{prefix}v{i}", s, own.of(s), NOBODY, lacks=True)) for i, s in enumerate(_bare(report), 1)]
    seen = {(s.start, s.end) for s in report.coverage.figures.uncovered}
    for claim in report.claims:
        for value in claim.values:
            place = (value.span.start, value.span.end)
            if claim.kind != "reported" and claim.speaker and value.kind != "date" and place not in seen:
                seen.add(place)
                name = claim.speaker.name
                rows.append((place[0], row(f"{prefix}{claim.id}", value.span, name, colours[name], lacks=False)))
    return [made for _, made in sorted(rows, key=lambda r: r[0])]


class _Own:
    """Tells whether a figure stands in a statement of the writer's own."""

    def __init__(self, report: Report) -> None:
        spans = sorted((s.start, s.end) for c in report.claims if c.kind == "reported" for s in c.spans)
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def of(self, span: Span) -> str:
        """Who says the figure, in words."""
        at = bisect_right(self._starts, span.start) - 1
        return "the writer" if at >= 0 and self._reach[at] >= span.end else "nobody: in no claim at all"


@dataclass(frozen=True, slots=True)
class _Scale:
    """From code points to the units of a strip."""

    length: int

    def tick(self, span: Span, look: str) -> Tick:
        x = span.start * WIDE // max(1, self.length)
        return Tick(min(x, WIDE - _LEAST), max(_LEAST, (span.end - span.start) * WIDE // max(1, self.length)), look)


def _thin(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """The ticks without those that would be drawn over one of the same look, what lacks or is worst on top."""
    widest: dict[tuple[int, str], Tick] = {}
    for tick in ticks:
        key = (tick.x // _LEAST, tick.look)
        if key not in widest or widest[key].width < tick.width:
            widest[key] = tick
    return tuple(sorted(widest.values(), key=lambda t: (_ON_TOP.get(t.look, 0), -t.width, t.x)))


_ON_TOP = {"info": 1, "warning": 2, "error": 3, "open": 3}


def _nobody(report: Report) -> list[Span]:
    return _ordered(q.span for q in report.quotes if q.kind != "scare" and q.speaker is None)


def _bare(report: Report) -> list[Span]:
    return _ordered(report.coverage.figures.uncovered)


def _ordered(spans: Iterable[Span]) -> list[Span]:
    return sorted(spans, key=lambda s: (s.start, s.end))
