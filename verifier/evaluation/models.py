"""What an evaluation comes to: frozen records, as they are written with ``-o json`` and read back by ``--compare``."""

from __future__ import annotations

from typing import Literal

from verifier.report.models import Record

SCHEMA_VERSION = "1.0"

FINDINGS = "findings"
QUOTES = "quotes"
QUOTE_SPEAKERS = "quotes and speakers"
CLAIMS = "claims"
CLAIM_SPEAKERS = "claims and speakers"
CLEAN = "must not be"
TOTALS = (FINDINGS, QUOTES, QUOTE_SPEAKERS, CLAIMS, CLAIM_SPEAKERS)

Outcome = Literal["found", "missed", "false", "forbidden"]
Kind = Literal["finding", "quote", "claim"]


class Counts(Record):
    """How many things gold has and how many of them were found; how many were raised and how many of these are right.

    Found and right differ where one true claim is told in two parts.
    """

    gold: int = 0
    found: int = 0
    raised: int = 0
    right: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            gold=self.gold + other.gold,
            found=self.found + other.found,
            raised=self.raised + other.raised,
            right=self.right + other.right,
        )

    @property
    def precision(self) -> float | None:
        """Which share of what was raised is right; None where nothing was raised."""
        return self.right / self.raised if self.raised else None

    @property
    def recall(self) -> float | None:
        """Which share of what gold has was found; None where gold has nothing."""
        return self.found / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there was nothing to find and nothing was raised."""
        if not self.gold and not self.raised:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Entry(Record):
    """One thing that was found, missed, raised though it is not so (false), or done though it must not be (forbidden).

    ``row`` is the rule or total it counts under, ``key`` what it is known by in another evaluation of the same gold,
    ``times`` in how many of the runs it came out so.
    """

    row: str
    outcome: Outcome
    key: str
    words: str
    times: int = 1


class Row(Record):
    """One line of the table: a rule, or a total. Figures of several runs are taken over all runs together.

    ``f1_range`` is the lowest and the highest F1 of a single run, where there were several.
    """

    name: str
    counts: Counts
    precision: float | None
    recall: float | None
    f1: float | None
    f1_range: tuple[float, float] | None = None

    @classmethod
    def of(cls, name: str, runs: list[Counts]) -> Row:
        """The row for what each run came to."""
        total = sum(runs, Counts())
        single = [run.f1 for run in runs if run.f1 is not None]
        return cls(
            name=name,
            counts=total,
            precision=_rounded(total.precision),
            recall=_rounded(total.recall),
            f1=_rounded(total.f1),
            f1_range=(round(min(single), 4), round(max(single), 4)) if len(runs) > 1 and single else None,
        )


class ArticleResult(Record):
    """One article of one column: each thing in gold and each thing raised, with what became of it."""

    gold: str
    article: str
    entries: tuple[Entry, ...]


class Unsteady(Record):
    """Something that came in some runs of the model and not in others."""

    article: str
    kind: Kind
    words: str
    times: int


class Column(Record):
    """One way of reading all articles: the rules alone, or with one model and one set of prompts, ``runs`` times.

    ``missing`` is what the model left unanswered: figures of a column that lacks answers are those of a part.
    """

    label: str
    engine: Literal["rules", "rules+model"]
    model: str | None
    prompts: dict[str, str]
    runs: int
    rows: tuple[Row, ...]
    articles: tuple[ArticleResult, ...]
    unsteady: tuple[Unsteady, ...]
    missing: tuple[str, ...]
    calls: int
    tokens_in: int
    tokens_out: int
    cost: float | None

    def row(self, name: str) -> Row | None:
        """The row of this name."""
        return next((row for row in self.rows if row.name == name), None)

    def entries(self, outcome: Outcome) -> list[tuple[ArticleResult, Entry]]:
        """Everything that came out so, with its article."""
        return [(a, e) for a in self.articles for e in a.entries if e.outcome == outcome]


class Shift(Record):
    """A row whose F1 is not what it was; None where there was nothing to measure."""

    row: str
    before: float | None
    after: float | None


class Progress(Record):
    """What is better and what is worse in one column than in an earlier evaluation; lines say article, rule and words.

    ``other_gold`` is how many things only one of the two evaluations was asked for.
    """

    label: str
    earlier: str
    shifts: tuple[Shift, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    other_gold: int


class Evaluation(Record):
    """Everything: a column each for the rules alone and for every model and set of prompts that was asked for."""

    schema_version: str
    version: str
    columns: tuple[Column, ...]
    progress: tuple[Progress, ...] = ()


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
