"""What had been decided of what is open again: in the version before, or before somebody opened it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from verifier.report._screen import quoted
from verifier.report.models import Report
from verifier.review.cards import Card
from verifier.review.facts import Sentences
from verifier.review.passages import bare, folded, of_finding
from verifier.review.records import SAID, VERDICTS, Event, Item, Kind, Passage, Ruling
from verifier.review.versions import nearest

_ALIKE = 60
"""Likeness of words, or of what two findings say, of 100, from which one is the other after an edit of its sentence."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What had been decided, in words, by whom and when (UTC)."""

    says: str
    reviewer: str
    at: str


def earlier(
    report: Report, board: Iterable[Card], decided: Mapping[tuple[Kind, str], Event], here: Iterable[tuple[Kind, str]]
) -> dict[str, Earlier]:
    """What had been decided of open cards, by the card's name. ``decided`` is the last that was decided on each item
    and not taken back, ``here`` what this version has: of what it has no more that counts which was about a card's
    words, in the sentence that its own has become."""
    known = set(here)
    gone = [e for place, e in decided.items() if place not in known]
    sentences = Sentences(report.article)
    became = _by_sentence(gone, sentences.all()) if gone else {}
    found = {}
    for card in board:
        if card.standing.ruling.state != "open":
            continue
        item = card.standing.item
        was = decided.get((item.kind, item.key))
        if was is None and not card.standing.version:
            about = _passage(report, card, sentences)
            was = next((e for e in became.get(about.context[0], ()) if _same(e, item, about)), None)
            if was is not None:
                found[card.name] = _told(was, about.words[0])
        elif was is not None:
            found[card.name] = _told(was, "")
    return found


def _by_sentence(gone: Iterable[Event], sentences: list[str]) -> dict[str, list[Event]]:
    """What was decided of what is gone, the latest first, by the sentences that theirs have become."""
    found: dict[str, list[Event]] = {}
    became: dict[str, str] = {}
    for event in sorted(gone, key=lambda e: -e.number):
        for sentence in event.passage.context[:1]:
            if sentence not in became:
                became[sentence] = sentence if sentence in sentences else nearest(sentence, sentences)
            found.setdefault(became[sentence], []).append(event)
    return found


def _passage(report: Report, card: Card, sentences: Sentences) -> Passage:
    if card.note:
        return of_finding(report, card.note.finding)
    first = card.spans[0]
    return Passage(card.what, "", (first.text,), (sentences.of(first.start, first.end),))


def _same(was: Event, item: Item, now: Passage) -> bool:
    """Whether a decision was about what a card is about: its words, those that were asked for, or nearly these."""
    before = was.passage
    if was.item.kind != item.kind or before.label != now.label or not before.words:
        return False
    old, new = bare(before.words[0]), bare(now.words[0])
    if new in (old, bare(was.after.wording)):
        return True
    if item.kind == "finding":
        return fuzz.ratio(before.message, now.message) >= _ALIKE
    there = any(new in one for one in before.context) or any(old in one for one in now.context)
    return not there and fuzz.ratio(old, new) >= _ALIKE  # one went and the other came: it was edited


def _told(was: Event, words: str) -> Earlier:
    other = words and was.passage.words and bare(was.passage.words[0]) != bare(words)
    of = f" of {quoted(folded(was.passage.words[0]))}" if other else ""
    return Earlier("".join(_ruling(was.after, of)), was.reviewer, was.at)


def _ruling(ruling: Ruling, of: str) -> Iterator[str]:
    """A ruling in words: "Mend → should read “12 boats”, against the harbour log"."""
    yield (VERDICTS.get(ruling.state) or SAID[ruling.state]) + of
    if ruling.state == "mend" and ruling.wording:
        yield f" → should read {quoted(ruling.wording)}"
    if ruling.against:
        yield f", against {ruling.checked_against}"
    if ruling.whom and (ruling.state in ("call", "answered") or ruling.called):
        yield f", {ruling.party}"
    if ruling.answer:
        yield f", who said {quoted(ruling.answer)}"
    if ruling.note:
        yield f"; {ruling.note}"
