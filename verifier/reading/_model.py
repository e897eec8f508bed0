"""What the language rules hand on: quotations, sources, attributions, names, dates, quantities.

All records are frozen; every span is code points into the article's text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from verifier.article import Span
from verifier.english import calendar
from verifier.reading import who

QuoteKind = Literal["direct", "mixed", "scare"]
Basis = Literal["explicit", "pronoun", "continuation"]
AttributionKind = Literal["direct", "mixed", "indirect"]
EntityKind = Literal["person", "organisation", "place", "outlet", "other"]
DateUnit = calendar.Unit
ValueKind = Literal["date", "money", "percent", "count", "quantity"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks: ``span`` inside the marks, ``marks`` with them.

    ``direct`` is a whole utterance, ``mixed`` a quoted fragment inside a paraphrase, ``scare`` anything that is
    nobody's speech (titles, nicknames, words held at arm's length). ``continues`` says that the words go on in the
    next paragraph, where the opening mark is repeated or left out.
    """

    index: int
    span: Span
    marks: Span
    kind: QuoteKind
    continues: bool = False


class Source(NamedTuple):
    """Who speaks: the words that name the source there ("he"), and whom they mean in the article's fullest form.

    ``clause`` says that the words are no phrase that could name anybody: "the film shows Lee wanting".
    """

    mention: Span
    name: str
    basis: Basis
    vague: bool = False
    entity: int | None = None
    clause: bool = False

    @property
    def resolved(self) -> bool:
        """Whether the article shows whom the words mean: not where nothing is left but a pronoun or a figure."""
        return not self.clause and who.may_speak(self.name, known=self.entity is not None)


class OutletMention(NamedTuple):
    """A news outlet that a statement came through; ``name`` in its fullest form in the article."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something said, and by whom: ``content`` is what is attributed, a paraphrase around a quoted fragment too.

    ``quotations`` are the indexes of the quotations inside the content; ``outlets`` the chain it came through,
    outermost first.
    """

    index: int
    kind: AttributionKind
    content: tuple[Span, ...]
    source: Source | None
    cue: Span | None
    quotations: tuple[int, ...] = ()
    outlets: tuple[OutletMention, ...] = ()


class NameMention(NamedTuple):
    """One place where a name stands: ``span`` with its title ("U.S. Trade Representative (USTR) Robert Lighthizer"),
    ``bare`` without."""

    span: Span
    bare: Span
    title: str | None
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named; ``name`` is the fullest form in the article, titles not included."""

    index: int
    kind: EntityKind
    name: str
    titles: tuple[str, ...]
    mentions: tuple[NameMention, ...]
    gender: Literal["male", "female"] | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """All names of the article: ``mentions`` in the order of the text, ``entities`` by index."""

    entities: tuple[Entity, ...]
    mentions: tuple[NameMention, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:  # where each begins, to be searched for every sentence
        object.__setattr__(self, "_starts", tuple([m.bare.start for m in self.mentions]))

    def within(self, span: Span) -> Iterator[NameMention]:
        """The mentions that lie inside the span, in order."""
        start, end = span
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return iter([m for m in self.mentions[first:last] if m.bare.end <= end])

    def of(self, mention: NameMention) -> Entity:
        """Whom the mention means."""
        return self.entities[mention.entity]


class DateMention(NamedTuple):
    """A date as written. ``earliest`` and ``latest`` bound the days it can mean (equal for a single known day),
    None where the article does not say enough; ``weekday`` is 0 for Monday.

    ``unit`` is how much time the words name ("in July" is a month). ``relative`` marks what counts from the day of
    writing ("yesterday", "this week"). ``last_day`` closes a range of days inside one month ("March 1-3").
    ``turn`` is the word that moves a weekday, month or year from the nearest one: "last", "this", "next".
    """

    span: Span
    earliest: date | None
    latest: date | None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    unit: DateUnit = "day"
    relative: bool = False
    last_day: int | None = None
    turn: Literal["last", "this", "next"] | None = None


class Quantity(NamedTuple):
    """A figure as written: ``span`` with sign, currency, scale and unit ("$1.1 billion", "25 percent", "two dozen").

    ``value`` is in ``unit`` ("USD", "%", "people", "km"); ``low`` and ``high`` bound what the wording allows ("about",
    "nearly", "more than", and the last digit given). ``noun`` is the head of what is counted, in the singular.
    """

    span: Span
    kind: ValueKind
    value: Decimal
    unit: str
    low: Decimal
    high: Decimal
    noun: str | None = None
