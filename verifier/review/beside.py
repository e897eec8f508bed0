"""What the sources say, beside the fact or finding it bears on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from verifier.report._screen import clean
from verifier.report._sides import around, to_be_seen
from verifier.report._tally import counted
from verifier.report.evidence import Evidence
from verifier.report.models import Report, Span
from verifier.review.cards import Card

_SAID = {
    "confirmed": "The source has it so",
    "differs": "The source has it otherwise",
    "near": "No source has it; most like it",
    "absent": "No source has it",
    "not compared": "Not compared",
}
_TO_BE_SEEN = "A source may have it"
_AS_A_WHOLE = ("accusation", "superlative")
"""Facts that no name or figure in them bears out: that a source has these is told on cards of their own."""
_VALUES = ("figure", "date", "unit", "name")
"""Kinds of difference in which one value stands in the place of another; words put otherwise are no suggestion."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One passage of a source; ``pieces`` are its words, each with how it looks ("differs", "around" what
    bears on it, or nothing).

    ``against`` and ``place`` are what a tick is against: the source, and where in it. ``instead`` is how the card's
    words would read with the source's value in the place of the article's; empty where more than one value differs.
    ``finding`` is the key of the finding that was made of the same passage, and ``dropped`` whether that was called a
    false alarm: what is no finding is nothing that the source has otherwise.
    """

    status: str
    says: str
    pieces: tuple[tuple[str, str], ...]
    against: str
    place: str
    instead: str = ""
    finding: str = ""
    dropped: bool = False


def beside(report: Report, board: Iterable[Card]) -> Mapping[str, Sequence[Beside]]:
    """What bears on each card, by the card's name: evidence of its own, or of the words it is about."""
    if not report.evidence:
        return {}
    names = {s.id: PurePath(s.path).name for s in report.run.sources}
    found: dict[str, list[Beside]] = {}
    board = list(board)
    made = {c.note.finding.evidence: c.standing for c in board if c.note and c.note.finding.evidence}
    for card in board:
        wanted = card.note.finding.evidence if card.note else None
        bearing = [e for e in report.evidence if e.id == wanted or (wanted is None and _about(e, card))]
        if bearing:
            of = made if wanted is None else {}  # on the finding's own card nothing need say so
            found[card.name] = [
                replace(
                    _shown(e, names.get(e.source or "", "")),
                    instead=_instead(e, card.spans[0]),
                    finding=of[e.id].item.key if e.id in of else "",
                    dropped=e.id in of and of[e.id].ruling.state == "false-alarm",
                )
                for e in bearing[:3]
            ]
    return found


def read_as(report: Report, names: Collection[str]) -> str:
    """How sources that just came were read, in a line: how much of them there is, and on what it bears."""
    told = []
    for one in report.run.sources:
        if one.path not in names:
            continue
        size = " on ".join([counted(one.words, "word"), *[counted(one.pages, "page")] * bool(one.pages)])
        if one.state != "compared":
            told.append(f"{one.path} is {one.state}: {one.problem or 'nothing in it can be held against the article'}")
            continue
        bearing = [e.status for e in report.evidence if e.source == one.id]
        so, otherwise = bearing.count("confirmed"), bearing.count("differs")
        on = [f"{so:,} so" if so else "", f"{otherwise:,} otherwise" if otherwise else ""]
        said = f"of the facts it has {' and '.join(filter(None, on))}" if so or otherwise else "it bears on no fact"
        told.append(f"{one.path} was read, {size}; {said}")
    return f"{'. '.join(told)}." if told else ""


def _about(evidence: Evidence, card: Card) -> bool:
    if card.what in _AS_A_WHOLE and evidence.status == "confirmed":
        return False
    if card.kind == "finding" and card.note and not card.note.finding.code.startswith("V"):
        return False
    return any(s.start < evidence.article.end and evidence.article.start < s.end for s in card.spans)


def _instead(evidence: Evidence, words: Span) -> str:
    told = [d for d in evidence.differences if not d.allowed]
    if evidence.status != "differs" or len(told) != 1 or told[0].kind not in _VALUES:
        return ""
    ours, theirs = told[0].article, told[0].source
    if not ours or not theirs or ours.start < words.start or ours.end > words.end:
        return ""
    return clean(words.text[: ours.start - words.start] + theirs.text + words.text[ours.end - words.start :])


def _shown(evidence: Evidence, source: str) -> Beside:
    place = []
    if evidence.page is not None:
        place.append(f"page {evidence.page}")
    if evidence.time is not None:
        place.append(f"{int(evidence.time) // 60}:{int(evidence.time) % 60:02}")
    if evidence.turn and evidence.turn.speaker:
        place.append(clean(evidence.turn.speaker))
        if evidence.time is None:  # a minute is found by listening; without one, by counting who speaks
            place.append(f"passage {evidence.turn.number}")
    where = ", ".join(place)
    says = _TO_BE_SEEN if to_be_seen(evidence) else _SAID[evidence.status]
    told = [says, clean(source), where, clean(evidence.note)]
    pieces: list[tuple[str, str]] = []
    if evidence.span:
        marked = [d.source for d in evidence.differences if d.source and not d.allowed]
        before, after = (("around", _line(words)) for words in around(evidence))
        pieces = [before, *((look, _line(words)) for look, words in _cut(evidence.span, marked)), after]
    return Beside(evidence.status, ": ".join(filter(None, [told[0], ", ".join(filter(None, told[1:]))])),
                  tuple(p for p in pieces if p[1]), clean(source), where)  # fmt: skip


def _line(text: str) -> str:
    """A piece of a line, which keeps the space that parts it from the next."""
    return f"{' ' * text[:1].isspace()}{clean(text).strip()}{' ' * (text[-1:].isspace() and not text.isspace())}"


def _cut(span: Span, marked: Sequence[Span]) -> list[tuple[str, str]]:
    """A source's words, cut where they differ."""
    pieces, at = [], span.start
    for one in sorted(marked, key=lambda s: s.start):
        if one.start >= at and one.end <= span.end:
            pieces.append(("", span.text[at - span.start : one.start - span.start]))
            pieces.append(("differs", span.text[one.start - span.start : one.end - span.start]))
            at = one.end
    return [*pieces, ("", span.text[at - span.start :])]
