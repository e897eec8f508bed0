"""What the model's answers come to, once they are held against the article: all of it in the article's own offsets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from verifier.article import Span
from verifier.reading._model import OutletMention, Source

if TYPE_CHECKING:
    from verifier.claims import Statement
    from verifier.sources import Paraphrase, Rest

ClaimKind = Literal["direct", "mixed", "indirect", "reported"]
VerdictAnswer = Literal["contradiction", "compatible", "unclear"]
Sure = Literal["certain", "likely", "possible"]
RestingAnswer = Literal["supported", "further", "against", "not there"]
"""What a paraphrase is beside the passages it may rest on."""


@dataclass(frozen=True, slots=True)
class ModelClaim:
    """A claim that the rules do not have; ``spans`` are the article's text that carries it.

    ``source`` is whom the model credits (its mention as it stands there), ``unresolved`` the words of the claim that
    the text does not explain.
    """

    text: str
    spans: tuple[Span, ...]
    kind: ClaimKind
    source: Source | None = None
    cue: Span | None = None
    outlets: tuple[OutletMention, ...] = ()
    checkable: bool = True
    unresolved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worded:
    """What the model says of a statement that the rules have, too: the claim in its words, and whether it is a fact."""

    text: str
    checkable: bool
    unresolved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages to be judged together; ``key`` is the caller's name for them.

    ``computed`` is what code is certain of (how far two days are apart, two figures in one unit).
    """

    key: str
    first: Span
    second: Span
    computed: str
    question: str


def same_places(one: tuple[Span, Span], other: tuple[Span, Span]) -> bool:
    """Whether two pairs are of the same two places, whichever comes first."""
    (a, b), (c, d) = one, other
    return (a.overlaps(c) and b.overlaps(d)) or (a.overlaps(d) and b.overlaps(c))


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model says about a pair, and why, in its own words."""

    answer: VerdictAnswer
    why: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two places the model holds against each other (rules X001 and X002); ``kind`` says in what they disagree."""

    first: Span
    second: Span
    kind: str
    sure: Sure
    why: str


@dataclass(frozen=True, slots=True)
class Further:
    """A paraphrase that goes further than the passage it rests on, or against it: the words of both sides.

    ``ours`` is in the article, ``theirs`` in the text of the passage's source.
    """

    paraphrase: Paraphrase
    rest: Rest
    answer: Literal["further", "against"]
    ours: Span
    theirs: Span
    why: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that was thrown out, and why."""

    what: str
    why: str


@dataclass(slots=True)
class ModelReading:
    """All that one run with a model brought.

    ``worded`` is by the index of the rules' statement, and ``split`` are those that several of the ``claims`` tell
    between them. ``speakers`` are by the index of the quotation; ``guessed`` are the quotations whose speaker nothing
    in the text credits with them: an opinion, no attribution. ``doubted`` are other speakers for the rules'
    attributions, by index, ``credited`` those for running words whose speaker the rules only guessed, and for any whom
    they only describe; ``unsaid`` are those that are nobody's speech to the model, a few words in marks at most, and
    ``bounded`` the places of those in running words that run on beyond what is said.
    ``judged`` is by pair key.
    """

    claims: list[ModelClaim] = field(default_factory=list)
    worded: dict[int, Worded] = field(default_factory=dict)
    split: set[int] = field(default_factory=set)
    speakers: dict[int, Source | None] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)
    doubted: dict[int, Source] = field(default_factory=dict)
    credited: dict[int, Source] = field(default_factory=dict)
    unsaid: set[int] = field(default_factory=set)
    bounded: dict[int, Span] = field(default_factory=dict)
    judged: dict[str, Judged] = field(default_factory=dict)
    disagreements: list[Disagreement] = field(default_factory=list)
    further: list[Further] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def places(self, statement: Statement) -> tuple[Span, ...]:
        """Where a statement of the rules stands, running words no further than the model says that they go."""
        of = statement.attribution
        cut = self.bounded.get(of.index) if of is not None and statement.spans == of.content else None
        return statement.spans if cut is None else (cut,)
