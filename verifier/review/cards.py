"""What the pages of one article show: its text with every mark, and cards to decide on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from verifier.report._lines import Lines
from verifier.report._notes import FindingNote
from verifier.report._screen import clean
from verifier.report._view import Row, View
from verifier.report.models import Claim, Report, Span
from verifier.review.choices import Choice
from verifier.review.passages import claim_keys, speakers, stands
from verifier.review.records import Item, Kind, Standing

Standings = Mapping[tuple[Kind, str], Standing]

_PIECES = 4_000
"""Stretches of marked text that a page shows before it shows less than the whole."""
_MARGIN = 3
"""Paragraphs shown before the first and after the last of a page's cards, where the text is cut."""
_AROUND, _WORDS = 60, 240
"""Characters shown around a place, and of its own words."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A place with the words around it, for whoever has the text not in view."""

    before: str
    words: str
    after: str
    line: int


@dataclass(frozen=True, slots=True)
class FindingCard:
    """A finding to decide on; ``number`` counts from 1 in the order of the text."""

    number: int
    note: FindingNote
    standing: Standing
    speakers: frozenset[str]


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


@dataclass(frozen=True, slots=True)
class Lost:
    """A decision whose finding is gone; ``stands`` tells whether its words are still in the text."""

    standing: Standing
    stands: bool


def finding_cards(article: int, view: View, standings: Standings) -> list[FindingCard]:
    """A card for every finding."""
    credited = _Credited(view.report)
    return [
        FindingCard(
            number,
            note,
            _standing(standings, Item(article, "finding", note.finding.fingerprint)),
            credited.near(note.finding.spans),
        )
        for number, note in enumerate(view.notes, 1)
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


def fitting(cards: Iterable[FindingCard], choice: Choice) -> list[FindingCard]:
    """The cards that the filters let through."""
    return [
        c
        for c in cards
        if choice.state in ("", c.standing.ruling.state)
        and choice.severity in ("", c.note.finding.severity)
        and choice.code in ("", c.note.finding.code)
        and choice.origin in ("", c.note.finding.origin)
        and (not choice.speaker or choice.speaker in c.speakers)
    ]


def lost(report: Report, standings: Standings) -> list[Lost]:
    """What was decided about findings and claims that this report no longer has, the oldest decision first."""
    here = {("finding", f.fingerprint) for f in report.findings} | {("claim", key) for key in claim_keys(report)}
    here |= {("speaker", name) for name in speakers(report)}
    gone = [s for place, s in standings.items() if place not in here and s.ruling.state != "open"]
    return [
        Lost(s, s.passage is not None and stands(s.passage.words, report.article.text))
        for s in sorted(gone, key=lambda s: s.at)
    ]


def options(cards: Iterable[FindingCard]) -> dict[str, dict[str, int]]:
    """What there is to filter by, with how many findings each leaves."""
    codes: Counter[str] = Counter()
    people: Counter[str] = Counter()
    origins: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    states: Counter[str] = Counter()
    for card in cards:
        codes[card.note.finding.code] += 1
        origins[card.note.finding.origin] += 1
        severities[card.note.finding.severity] += 1
        states[card.standing.ruling.state] += 1
        people.update(card.speakers)
    return {
        "code": dict(sorted(codes.items())),
        "speaker": dict(people.most_common()),
        "origin": dict(origins),
        "severity": {s: severities[s] for s in ("error", "warning", "info") if severities[s]},
        "state": {s: states[s] for s in ("open", "confirmed", "dismissed", "needs-a-call")},
    }


class Excerpts:
    """Gives the words around a place of one article."""

    def __init__(self, report: Report) -> None:
        self._text = report.article.text
        self._lines = Lines(self._text)

    def __call__(self, span: Span) -> Excerpt:
        """The words of a place, cut where they are many, with what stands around them."""
        before = self._text[max(0, span.start - _AROUND) : span.start]
        words = clean(self._text[span.start : min(span.end, span.start + _WORDS)])
        after = self._text[span.end : span.end + _AROUND]
        if span.start > _AROUND:
            before = "… " + before.partition(" ")[2]
        if span.end + _AROUND < len(self._text):
            after = after.rpartition(" ")[0] + " …"
        words += " …" if len(span.text) > _WORDS else ""
        return Excerpt(_side(before), words, _side(after), self._lines.at(span.start)[0])


@dataclass(frozen=True, slots=True)
class Text:
    """The paragraphs that a page shows, numbered from 1; all of them, unless the article is long."""

    rows: tuple[Row, ...]
    first: int
    last: int
    total: int


def around(view: View, places: Iterable[Span], *, everything: bool) -> Text:
    """The text around some places: a browser takes seconds for tens of thousands of marks, and nobody reads them."""
    total = len(view.rows)
    if everything or sum(len(row.pieces) for row in view.rows) <= _PIECES:
        return Text(view.rows, 1, total, total)
    starts = [0, *accumulate(len(row.gap) + sum(len(p.text) for p in row.pieces) for row in view.rows)]
    at = [bisect_right(starts, span.start) - 1 for span in places] or [0]
    first, last = max(0, min(at) - _MARGIN), min(total, max(at) + 1 + _MARGIN)
    return Text(view.rows[first:last], first + 1, last, total)


class _Credited:
    """Who is credited in the sentences that a place lies in."""

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


def _side(text: str) -> str:
    """Context on one line, the space next to the words kept."""
    cleaned = clean(text)
    return (" " if text[:1].isspace() else "") + cleaned.strip() + (" " if text[-1:].isspace() else "")
