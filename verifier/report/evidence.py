"""Evidence: what the article's quotations, figures and names were held against, and what was found there.

A :class:`Span` of the article points into ``Article.text``; one of a source points into that source's text as it was
read, in code points, too. Nothing here says that anything is false: a status says what stands where.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from verifier.report._base import Record, Span

Status = Literal["confirmed", "differs", "near", "absent", "not compared"]
Fact = Literal["quotation", "figure", "date", "name", "superlative", "paraphrase"]
DifferenceKind = Literal[
    "negation", "figure", "date", "unit", "name", "modal", "word", "cut", "order", "function", "form", "filler",
    "bracket", "marks",
]  # fmt: skip
SourceKind = Literal["transcript", "document", "statement", "wire", "own story", "secondary"]


class Difference(Record):
    """One place where the article and the source differ; the worst kind that fits, worst first:

    ``negation``, ``figure``, ``date``, ``unit``, ``name``, ``modal`` (a modal verb, a condition, a degree: "may", "if",
    "only"), ``word`` (a word of content), ``cut`` (words left out without a mark, or with a negation or condition),
    ``order`` (parts that do not follow one another in one turn), ``function`` (a function word), ``form`` (another
    tense or number of the same word), ``filler`` (hesitations and repetitions left out), ``bracket`` (the editor's
    words), ``marks`` (case, spelling, contractions).

    ``article`` are the article's words there, ``source`` the source's; one of them may be None where the other has
    words that it lacks. ``allowed`` says that the house's quote policy lets it stand. ``note`` adds to the kind.
    """

    kind: DifferenceKind
    article: Span | None
    source: Span | None
    allowed: bool
    note: str = ""


class Turn(Record):
    """The turn of a transcript that holds the passage: its number from 1, and its speaker as labelled there."""

    number: int
    speaker: str | None


class Evidence(Record):
    """One fact of the article beside the passage of a source.

    ``of`` is the id of the quote (``q1``) or claim (``c2``) it belongs to, else of its sentence (``s3``). ``status``:

    - ``confirmed``: the source has it so, but for what the quote policy allows;
    - ``differs``: the source has it otherwise, as ``differences`` tell;
    - ``near``: no source has it; ``span`` is the passage most like it (of a paraphrase: it goes further than that one,
      as a model says, while one that ``differs`` goes against it). Of a figure or date: a source has it, and whether
      of the same thing is not certain, as ``note`` says;
    - ``absent``: no source has it, nor anything like it;
    - ``not compared``: it could not be held against any source; ``note`` says why.

    ``span`` are the source's words, with ``before`` and ``after`` of its text around them. ``time`` is in seconds from
    the beginning of a recording, ``page`` counts from 1. ``similarity`` is the share of the fact's words that stand in
    the passage in the same order, 0 to 1.
    """

    id: str
    of: str
    fact: Fact
    article: Span
    status: Status
    source: str | None = None
    span: Span | None = None
    before: str = ""
    after: str = ""
    turn: Turn | None = None
    time: float | None = None
    page: int | None = None
    differences: tuple[Difference, ...] = ()
    similarity: float = 0.0
    note: str = ""


class SourceRead(Record):
    """A source that was named: what it is, and whether it was compared.

    ``sha256`` is of the file's bytes. ``language`` is an ISO 639-1 code, None where it could not be told. ``state`` is
    ``compared``, ``not compared`` (another language, the article itself; ``problem`` says which) or ``unread`` (the
    file could not be read; ``problem`` says why). ``complete`` says that it holds all that its speakers said there.
    """

    id: str
    path: str
    kind: SourceKind
    sha256: str
    state: Literal["compared", "not compared", "unread"]
    problem: str = ""
    dated: date | None = None
    language: str | None = None
    speakers: tuple[str, ...] = ()
    complete: bool = False
    words: int = 0
    turns: int = 0
    pages: int = 0
