"""The report: frozen Pydantic models, the contract that other tools build on.

Offsets are code points into ``Article.text``; ``text[start:end]`` of every span equals its ``text``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import PrivateAttr

from verifier._shortening import short
from verifier.report._base import Record as Record
from verifier.report._base import Span as Span
from verifier.report.evidence import Evidence, SourceRead

_SHOWN = 80
"""Characters of a finding's words on its one line."""
SCHEMA_VERSION = "1.1"


class Sentence(Record):
    """A sentence of the article, by its place."""

    id: str
    start: int
    end: int


class Article(Record):
    """The article as read. ``text`` is what every offset points into, also where the file was HTML, DOCX or PDF.

    ``language`` is what it reads as, by BCP 47: "en", "de", "und" where it has no name here.
    """

    path: str | None
    title: str | None
    sha256: str
    length: int
    published: date | None
    text: str
    sentences: tuple[Sentence, ...]
    language: str = "en"
    _pages: tuple[int, ...] = PrivateAttr(default=())

    @property
    def pages(self) -> tuple[int, ...]:
        """Where each page of a PDF begins, while it is as it was just read: no report on disk keeps that."""
        return self._pages

    def on(self, pages: tuple[int, ...]) -> Article:
        """The same with the beginnings of its pages."""
        self._pages = pages
        return self


class Outlet(Record):
    """A news outlet that a statement came through."""

    name: str
    span: Span


class Speaker(Record):
    """Who is credited: the fullest form of the name in the article, and the words that name the source there.

    ``document`` is whether that is a text ("the annual report"), and nobody who could be rung up.
    """

    name: str
    mention: Span
    basis: Literal["explicit", "pronoun", "continuation", "model"]
    vague: bool
    document: bool = False


class Quote(Record):
    """Words in quotation marks; the span lies inside the marks.

    ``second_opinion`` is whom a model credits where the rules credit somebody else, or where nothing in the text does.
    """

    id: str
    span: Span
    kind: Literal["direct", "mixed", "scare"]
    claim: str | None
    speaker: Speaker | None
    second_opinion: Speaker | None = None
    cue: Span | None
    outlet: Outlet | None
    origin: Literal["rules", "model"]


class Value(Record):
    """A date, sum, share, count or measure inside a claim, as a value with its unit."""

    kind: Literal["date", "money", "percent", "count", "quantity"]
    span: Span
    value: float | str
    unit: str | None


class Claim(Record):
    """A statement: attributed to somebody (direct, mixed, indirect) or the writer's own (reported).

    ``unresolved`` are words of ``text`` that the article does not explain ("the letter"). ``by_model`` says that a
    model states it, too: ``text`` and ``checkable`` are then the model's, places and speaker are whose ``origin``
    says. ``second_opinion`` is whom a model credits where the rules credit somebody else.
    """

    id: str
    text: str
    spans: tuple[Span, ...]
    kind: Literal["direct", "mixed", "indirect", "reported"]
    speaker: Speaker | None
    cue: Span | None
    via: tuple[Outlet, ...]
    values: tuple[Value, ...]
    checkable: bool
    unresolved: tuple[str, ...] = ()
    second_opinion: Speaker | None = None
    origin: Literal["rules", "model"]
    by_model: bool = False


class Related(Record):
    """The other side of a finding, and what it is."""

    span: Span
    label: str


class Verdict(Record):
    """What the model said about a finding of the rules."""

    answer: Literal["contradiction", "compatible", "unclear"]
    explanation: str


class Suppression(Record):
    """Why a finding does not count: somebody said so, beside its place in the article or in a file next to it.

    ``until`` is the last day on which it holds; None means for good.
    """

    reason: str
    until: date | None = None
    by: Literal["comment", "sidecar"]


class Finding(Record):
    """One thing that needs a human; the first span is where to look.

    A suppressed finding is reported and never counts. ``baseline`` tells whether a baseline knew it, None where none
    was named. ``evidence`` is the id of what a source says of it, None where the article alone shows it. ``kind`` is
    what two places disagree in, where a model found them.
    """

    # The article of the report that holds it: no field, and no part of what is equal, written or pickled.
    __slots__ = ("_in",)

    id: str
    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    message: str
    spans: tuple[Span, ...]
    related: tuple[Related, ...]
    explanation: str
    question: str
    origin: Literal["rules", "model"]
    verdict: Verdict | None
    fingerprint: str
    suppression: Suppression | None = None
    baseline: Literal["new", "unchanged"] | None = None
    evidence: str | None = None
    kind: str | None = None

    def __repr__(self) -> str:
        """Itself in angle brackets: a test that fails on findings shows them to be read."""
        return f"<{self}>"

    def __str__(self) -> str:
        """One line: where, how severe, what, and the words. The place is the terminal's, line and column of a text; of
        a finding that no report holds (a copy of it alone) only offsets are known."""
        from verifier.report import _handy  # noqa: PLC0415 - it knows the writers, which know this module

        first, article = self.spans[0], getattr(self, "_in", None)
        place = _handy.place(article, first) if article else f"{first.start}-{first.end}"
        words = " ".join(first.text.split())
        return f"{place}: {self.severity} {self.code} {self.message} “{short(words, _SHOWN)}”"

    @property
    def counts(self) -> bool:
        """Whether the exit code looks at it: neither suppressed nor known to the baseline."""
        return self.suppression is None and self.baseline != "unchanged"


class Candidate(Record):
    """What a rule holds for likely and is not sure of: no finding, and nothing counts it.

    A model judges it where there is one, and what it calls a contradiction is a finding of that rule instead.
    """

    id: str
    code: str
    name: str
    message: str
    spans: tuple[Span, ...]
    related: tuple[Related, ...]
    explanation: str
    question: str
    origin: Literal["rules", "model"]
    verdict: Verdict | None
    fingerprint: str


class QuotationCoverage(Record):
    """Every pair of quotation marks: credited to somebody, to nobody, or in no quote at all."""

    total: int
    attributed: int
    unattributed: int
    uncovered: tuple[Span, ...]


class FigureCoverage(Record):
    """Every figure: inside an attributed statement, or in nothing that names a source."""

    total: int
    sourced: int
    uncovered: tuple[Span, ...]


class Coverage(Record):
    """What the quotes and claims account for."""

    quotations: QuotationCoverage
    figures: FigureCoverage


class Dropped(Record):
    """An answer of the model that was thrown out, and why."""

    what: str
    why: str


class SuppressionWish(Record):
    """A suppression that somebody wrote, at ``where``, and what came of it.

    ``state``: it is used; unused (there is nothing to suppress), expired or refused (``problem`` says why); or idle
    (its rule did not run).
    """

    where: str
    code: str
    reason: str
    until: date | None
    by: Literal["comment", "sidecar"]
    state: Literal["used", "unused", "expired", "refused", "idle"]
    problem: str


class Gone(Record):
    """A finding of the baseline that is no longer there; ``words`` are those it pointed at."""

    code: str
    words: str
    fingerprint: str


class NotRun(Record):
    """Rules that were chosen and have not run on this article, by code, and why."""

    codes: tuple[str, ...]
    why: str


class Run(Record):
    """How the report was made.

    ``endpoint`` is its host, None where answers were only replayed; ``cassette`` the name of the file they were
    replayed from or recorded to. ``sources`` are those that were named for the article, ``remarks`` tell what reading
    decided about its file. ``seconds`` is the only field that differs between two runs of the same input.
    """

    version: str
    engine: Literal["rules", "rules+model"]
    model: str | None
    endpoint: str | None
    cassette: str | None = None
    prompts: dict[str, str]
    calls: int
    cache_hits: int
    retries: int
    tokens_in: int
    tokens_out: int
    tokens_cached: int = 0
    tokens_thought: int = 0
    negotiated: tuple[str, ...] = ()
    cost: float | None
    dropped: tuple[Dropped, ...]
    missing: tuple[str, ...]
    seconds: float
    complete: bool
    suppressions: tuple[SuppressionWish, ...] = ()
    gone: tuple[Gone, ...] = ()
    sources: tuple[SourceRead, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    remarks: tuple[str, ...] = ()


class Unread(Record):
    """What stands in a report's place where an article could not be read; ``unread`` is the reason."""

    schema_version: str
    path: str
    unread: str


class Report(Record):
    """All that is known about one article; ``candidates`` came with version 1.1."""

    schema_version: str
    article: Article
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...] = ()
    coverage: Coverage
    run: Run
    candidates: tuple[Candidate, ...] = ()

    def model_post_init(self, _context: object, /) -> None:
        """Its findings know in which article they are, however it was made: read, copied, unpickled."""
        for finding in self.findings:
            object.__setattr__(finding, "_in", self.article)

    def model_copy(self, **how: Any) -> Self:
        """A copy, as of any model of Pydantic's."""
        copied = super().model_copy(**how)
        copied.model_post_init(None)
        return copied

    def __setstate__(self, state: dict[Any, Any]) -> None:
        super().__setstate__(state)
        self.model_post_init(None)

    def html(self) -> str:
        """The report as a page of one file, as ``-o html`` writes it."""
        from verifier.report import _handy  # noqa: PLC0415 - it knows the writers, which know this module

        return _handy.html(self)

    def rows(self) -> list[dict[str, str | int]]:
        """A row a finding with its line and column, for ``pandas.DataFrame(report.rows())`` and the like."""
        from verifier.report import _handy  # noqa: PLC0415 - it knows the writers, which know this module

        return _handy.rows(self)

    def write(self, path: str | Path, form: str = "") -> Path:
        """Write the report into a file, in the format that its name ends with (``.html``, ``.json``, ``.csv``, ``.md``,
        ``.sarif``, ``.txt``), or in ``form``, any that ``-o`` knows. It takes its name when it is whole.

        Raises:
            UsageError: the format is unknown, or the file cannot be written.
        """
        from verifier.report import _handy  # noqa: PLC0415 - it knows the writers, which know this module

        return _handy.write(self, Path(path), form)

    def __str__(self) -> str:
        from verifier.report import _handy  # noqa: PLC0415 - it knows the writers, which know this module

        return _handy.short(self)

    def __repr__(self) -> str:
        from verifier.report import _handy  # noqa: PLC0415 - it knows the writers, which know this module

        return _handy.named(self)

    def _repr_html_(self) -> str:
        from verifier.report import _handy  # noqa: PLC0415 - it knows the writers, which know this module

        return _handy.cell(self)
