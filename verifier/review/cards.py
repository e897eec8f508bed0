"""What the pages of one article show: its text with every mark, and cards to decide on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from verifier.report._notes import FindingNote
from verifier.report._pieces import Mark
from verifier.report._view import Row, View
from verifier.report.models import Claim, Report, Span
from verifier.review.choices import Choice
from verifier.review.facts import Fact
from verifier.review.marks import Marked
from verifier.review.passages import claim_keys, places, speakers
from verifier.review.records import TO_DO, Draft, Item, Kind, Standing, told_apart
from verifier.review.together import begins

Standings = Mapping[tuple[Kind, str], Standing]
Drafts = Mapping[tuple[Kind, str], Sequence[Draft]]

PREFIX = "t-"
"""How anchors of the text begin, so that none is that of a card."""
_PIECES = 4_000
"""Stretches of marked text that a page shows before it shows less than the whole."""
_MARGIN = 3
"""Paragraphs shown before the first and after the last of a page's cards, where the text is cut."""
_ONCE = ("mend", "fine")
"""States in which what was decided along with something else is not told by itself."""


@dataclass(frozen=True, slots=True)
class Card:
    """Something to decide on: a finding (``note``), a fact, or a mark made by hand.

    ``number`` counts from 1 in the order of the text, ``name`` is what its marks in the text are called, ``anchor`` the
    first of them. ``what`` is the rule's code, or the kind of fact.
    """

    number: int
    kind: Kind
    what: str
    severity: str
    name: str
    anchor: str
    spans: tuple[Span, ...]
    standing: Standing
    drafts: tuple[Draft, ...]
    speakers: frozenset[str]
    note: FindingNote | None = None
    by_hand: str = ""

    @property
    def typed(self) -> dict[str, str]:
        """What this browser has typed and not decided; empty where there is nothing."""
        return next((d.words for d in self.drafts if d.mine), {})

    @property
    def loose(self) -> bool:
        """Whether words stand beside its decision and are in none: nothing else waits here that would bring them up."""
        return self.standing.ruling.state not in TO_DO and any(d.words for d in self.drafts)

    def field(self, name: str) -> str:
        """What stands in a field: what is being typed, else what was decided."""
        typed = self.typed
        return typed.get(name, "") if typed else str(getattr(self.standing.ruling, name))


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim that may be corrected."""

    number: int
    claim: Claim
    standing: Standing


@dataclass(frozen=True, slots=True)
class SpeakerCard:
    """A speaker whose name may be corrected throughout the article."""

    number: int
    name: str
    times: int
    standing: Standing


def fact_marks(found: Iterable[Fact], by_hand: Iterable[Marked]) -> list[Mark]:
    """Facts and marks made by hand, as they stand in the text."""
    marks = [
        Mark(f.span.start, f.span.end, ("fact", f.kind), anchor=f"{PREFIX}k-{f.key}", note=f"{PREFIX}k-{f.key}")
        for f in found
    ]
    return marks + [
        Mark(m.span.start, m.span.end, ("fact", "by-hand"), anchor=f"{PREFIX}m-{m.key}", note=f"{PREFIX}m-{m.key}")
        for m in by_hand
    ]


@dataclass(frozen=True, slots=True)
class Listed:
    """Something to decide on, before anybody has: what of a card is the same for everybody."""

    kind: Kind
    key: str
    what: str
    severity: str
    name: str
    anchor: str
    spans: tuple[Span, ...]
    speakers: frozenset[str]
    note: FindingNote | None = None
    by_hand: str = ""


def listed(view: View, found: Sequence[Fact], by_hand: Sequence[Marked]) -> tuple[Listed, ...]:
    """Every finding, fact and mark, in the order of the text; a finding before the facts it is about."""
    credited = _Credited(view.report)
    made = []
    for n in view.notes:
        f, at = n.finding, tuple(places(n.finding))
        made.append(Listed("finding", f.fingerprint, f.code, f.severity, n.name, n.anchor, at, credited.near(at), n))
    for fact in found:
        name, at = f"{PREFIX}k-{fact.key}", (fact.span,)
        made.append(Listed("fact", fact.key, fact.kind, "", name, name, at, credited.near(at)))
    for m in by_hand:
        name, at = f"{PREFIX}m-{m.key}", (m.span,)
        made.append(Listed("mark", m.key, m.what, "", name, name, at, credited.near(at), by_hand=m.reviewer))
    order = ("finding", "mark", "fact")
    first = {f.fingerprint: begins(view.report, f) for f in view.report.findings}
    return tuple(sorted(made, key=lambda r: (first.get(r.key, r.spans[0].start), order.index(r.kind), -r.spans[0].end)))


def board(article: int, all_of: Sequence[Listed], standings: Standings, drafts: Drafts) -> list[Card]:
    """A card for each, with how it stands."""
    return [
        Card(
            number,
            one.kind,
            one.what,
            one.severity,
            one.name,
            one.anchor,
            one.spans,
            _standing(standings, Item(article, one.kind, one.key)),
            tuple(drafts.get((one.kind, one.key), ())),
            one.speakers,
            one.note,
            one.by_hand,
        )
        for number, one in enumerate(all_of, 1)
    ]


def claim_cards(article: int, report: Report, standings: Standings) -> list[ClaimCard]:
    """A card for every claim."""
    return [
        ClaimCard(number, claim, _standing(standings, Item(article, "claim", key)))
        for number, (key, claim) in enumerate(claim_keys(report).items(), 1)
    ]


def speaker_cards(article: int, report: Report, standings: Standings) -> list[SpeakerCard]:
    """A card for every speaker."""
    return [
        SpeakerCard(number, name, times, _standing(standings, Item(article, "speaker", name)))
        for number, (name, times) in enumerate(speakers(report).items(), 1)
    ]


def fitting(cards: Iterable[Card], choice: Choice, mine: Container[tuple[Kind, str]] = ()) -> list[Card]:
    """The cards that the filters let through; "to do" is what has to be decided still. What
    is to be mended, or was checked against nothing, stands there once, as it is counted. ``mine`` are those for whoever
    asks."""
    cards = list(cards)
    apart = {state: told_apart([c.standing for c in cards if c.standing.ruling.state == state]) for state in _ONCE}
    return [
        c
        for c in cards
        if not choice.state
        or choice.state in _stands(c, apart.get(c.standing.ruling.state, ()))
        or (choice.state == "mine" and (c.kind, c.standing.item.key) in mine)
        or (choice.state == "loose" and c.loose)
        if choice.what in ("", c.kind, c.severity)
        and choice.severity in ("", c.severity)
        and choice.code in ("", c.what)
        and (not choice.origin or (c.note is not None and choice.origin == c.note.finding.origin))
        and (not choice.speaker or choice.speaker in c.speakers)
    ]


def _stands(card: Card, apart: Container[str]) -> list[str]:
    """The choices of what to show that a card belongs to."""
    ruling, once = card.standing.ruling, card.standing.item.ref in apart
    if ruling.state in TO_DO:
        return ["todo"] if ruling.state == "call" and ruling.along else ["todo", ruling.state]
    if ruling.state == "fine":
        return ["fine", "bare"] if once and not ruling.against else ["fine"]
    return [ruling.state] if once or ruling.state not in _ONCE else []


def options(cards: Iterable[Card]) -> dict[str, dict[str, int]]:
    """What there is to filter by, with how many cards each leaves."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("code", "speaker", "what")}
    for card in cards:
        counts["code"][card.what] += 1
        counts["what"][card.kind] += 1
        if card.severity:
            counts["what"][card.severity] += 1
        counts["speaker"].update(card.speakers)
    made = {name: dict(sorted(kept.items())) for name, kept in counts.items()}
    made["speaker"] = dict(counts["speaker"].most_common())
    return made


@dataclass(frozen=True, slots=True)
class Text:
    """The paragraphs that a page shows, numbered from 1; all of them, unless the article is long. ``start`` is where
    the first of them begins in the article's text."""

    rows: tuple[Row, ...]
    first: int
    last: int
    total: int
    start: int = 0


def around(view: View, places: Iterable[Span], *, everything: bool) -> Text:
    """The text around some places: a browser takes seconds for tens of thousands of marks, and nobody reads them."""
    total = len(view.rows)
    if everything or sum(len(row.pieces) for row in view.rows) <= _PIECES:
        return Text(view.rows, 1, total, total)
    starts = [0, *accumulate(len(row.gap) + sum(len(p.text) for p in row.pieces) for row in view.rows)]
    at = [bisect_right(starts, span.start) - 1 for span in places] or [0]
    first, last = max(0, min(at) - _MARGIN), min(total, max(at) + 1 + _MARGIN)
    return Text(view.rows[first:last], first + 1, last, total, starts[first])


class _Credited:
    """Who is credited in which sentence, so that a finding is compared with its own sentences only."""

    def __init__(self, report: Report) -> None:
        self._starts = [s.start for s in report.article.sentences]
        self._names: dict[int, set[str]] = {}
        said = [(span, c.speaker.name) for c in report.claims if c.speaker for span in c.spans]
        said += [(q.span, q.speaker.name) for q in report.quotes if q.speaker]
        for span, name in said:
            for sentence in self._sentences(span):
                self._names.setdefault(sentence, set()).add(name)

    def near(self, spans: Iterable[Span]) -> frozenset[str]:
        """Everybody credited where any of the places lies."""
        return frozenset(name for span in spans for s in self._sentences(span) for name in self._names.get(s, ()))

    def _sentences(self, span: Span) -> range:
        return range(
            bisect_right(self._starts, span.start), bisect_right(self._starts, max(span.start, span.end - 1)) + 1
        )


def _standing(standings: Standings, item: Item) -> Standing:
    return standings.get((item.kind, item.key)) or Standing(item)
