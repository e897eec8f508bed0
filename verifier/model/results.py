"""What the model's answers come to, once they are held against the article: all of it in the article's own offsets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from verifier.article import Span
from verifier.reading._model import OutletMention, Source

ClaimKind = Literal["direct", "mixed", "indirect", "reported"]
VerdictAnswer = Literal["contradiction", "compatible", "unclear"]


@dataclass(frozen=True, slots=True)
class ModelClaim:
    """A claim as the model words it; ``span`` is the article's text that carries it.

    ``source`` is whom the model credits (its mention the nearest one in the text), ``unresolved`` the words of the
    wording that the text does not explain.
    """

    text: str
    span: Span
    kind: ClaimKind
    source: Source | None
    cue: Span | None
    outlets: tuple[OutletMention, ...]
    checkable: bool
    unresolved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages to be judged together; ``key`` is the caller's name for them.

    ``computed`` is what code worked out about them (two dates with their distance, two figures in one unit).
    """

    key: str
    first: Span
    second: Span
    computed: str
    question: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model says about a pair, and why, in its own words."""

    answer: VerdictAnswer
    why: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two passages the model found by itself and judged to contradict each other (rule X001)."""

    first: Span
    second: Span
    why: str


@dataclass(frozen=True, slots=True)
class Overreach:
    """A paraphrase that says more than the quotation it rests on (rule X002)."""

    paraphrase: Span
    quotation: Span
    why: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that was thrown out, and why."""

    what: str
    why: str


@dataclass(slots=True)
class ModelReading:
    """All that one run with a model brought. ``speakers`` are by the index of the quotation, ``judged`` by pair key.

    ``guessed`` are the quotations whose speaker nothing in the text credits with them: an opinion, no attribution.
    """

    claims: list[ModelClaim] = field(default_factory=list)
    speakers: dict[int, Source | None] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)
    judged: dict[str, Judged] = field(default_factory=dict)
    contradictions: list[Contradiction] = field(default_factory=list)
    overreaches: list[Overreach] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
