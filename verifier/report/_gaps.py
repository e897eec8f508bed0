"""What nobody stands behind: quotes credited to nobody, figures in no attributed statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verifier.report._lines import Lines
from verifier.report._pieces import Mark
from verifier.report._screen import clean
from verifier.report.models import Report, Span

_MOST = 60
"""Characters shown of one."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One place that lacks a source."""

    words: str
    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """All of one kind: what they lack in words, how many there are in all, and each in the order of the text."""

    what: str
    total: int
    places: tuple[Gap, ...]


def gaps(report: Report, prefix: str) -> tuple[Gaps, ...]:
    """Every kind of which the article has any at all."""
    lines = Lines(report.article.text)
    kinds = (
        ("quotation", "credited to nobody", report.coverage.quotations.total, _quotes(report), f"{prefix}q"),
        ("figure", "without a source", report.coverage.figures.total, _figures(report), f"{prefix}v"),
    )
    return tuple(
        Gaps(
            f"{thing}{'' if total == 1 else 's'} {lack}",
            total,
            tuple(Gap(_short(s.text), lines.at(s.start)[0], f"{anchor}{i}") for i, s in enumerate(spans, 1)),
        )
        for thing, lack, total, spans, anchor in kinds
        if total
    )


def gap_marks(report: Report, prefix: str) -> list[Mark]:
    """The same places in the text."""
    marks = [Mark(s.start, s.end, ("nobody",), f"{prefix}q{i}") for i, s in enumerate(_quotes(report), 1)]
    return marks + [Mark(s.start, s.end, ("unsourced",), f"{prefix}v{i}") for i, s in enumerate(_figures(report), 1)]


def _quotes(report: Report) -> list[Span]:
    return _ordered(q.span for q in report.quotes if q.kind != "scare" and q.speaker is None)


def _figures(report: Report) -> list[Span]:
    return _ordered(report.coverage.figures.uncovered)


def _ordered(spans: Iterable[Span]) -> list[Span]:
    return sorted(spans, key=lambda s: (s.start, s.end))


def _short(words: str) -> str:
    words = clean(words)
    return words if len(words) <= _MOST else f"{words[:_MOST]} …"
