"""The difference between two reports: frozen records, as they are written with ``-o json``."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from verifier.report.models import Claim, Finding, Quote, Record, Report, Span

SCHEMA_VERSION = "1.0"

T = TypeVar("T")


class Side(Record):
    """One of the two reports: whose it is and how it was made."""

    path: str | None
    title: str | None
    sha256: str
    engine: Literal["rules", "rules+model"]
    model: str | None
    complete: bool

    @classmethod
    def of(cls, report: Report) -> Side:
        """The side that this report is."""
        return cls(
            path=report.article.path,
            title=report.article.title,
            sha256=report.article.sha256,
            engine=report.run.engine,
            model=report.run.model,
            complete=report.run.complete,
        )


class Change(Record, Generic[T]):
    """Something new (``old`` is None), gone (``new`` is None) or changed.

    ``words`` say what happened, a sentence each; ``old_place`` and ``new_place`` are line and column, from 1.
    """

    change: Literal["new", "gone", "changed"]
    old: T | None
    new: T | None
    old_place: tuple[int, int] | None
    new_place: tuple[int, int] | None
    words: tuple[str, ...]

    @property
    def now(self) -> T:
        """The thing as it is, or as it was where it is gone."""
        thing = self.old if self.new is None else self.new
        if thing is None:
            raise ValueError("a change has an old or a new side")
        return thing


class Same(Record):
    """How many findings, quotes and claims are what they were."""

    findings: int
    quotes: int
    claims: int


class Difference(Record):
    """All that differs between two reports.

    ``article`` tells what changed about the article as a whole (its headline, its date), ``passages`` are edited
    sentences that no quote and no claim of either report speaks of, ``notes`` what makes the two hard to compare.
    """

    schema_version: str
    old: Side
    new: Side
    article: tuple[str, ...]
    findings: tuple[Change[Finding], ...]
    quotes: tuple[Change[Quote], ...]
    claims: tuple[Change[Claim], ...]
    passages: tuple[Change[Span], ...]
    same: Same
    notes: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.article or self.findings or self.quotes or self.claims or self.passages)

    def fails(self, level: str) -> bool:
        """Whether a finding is new, or has become as severe as this: error, warning, info; never says no."""
        return level in _RANK and any(_rank(c.new) >= _RANK[level] > _rank(c.old) for c in self.findings)


_RANK = {"info": 1, "warning": 2, "error": 3}


def _rank(finding: Finding | None) -> int:
    """How much a finding counts; a suppressed one does not."""
    return _RANK[finding.severity] if finding and not finding.suppression else 0
