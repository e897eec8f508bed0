"""What is only likely, as a page shows it: apart from the findings, its places side by side."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.report._model_part import verdict
from verifier.report._notes import Side, places, side
from verifier.report._pieces import Mark
from verifier.report._places import Places
from verifier.report.models import Candidate, Report


@dataclass(frozen=True, slots=True)
class LikelyNote:
    """A candidate, its places with their words, and what a model said about it."""

    candidate: Candidate
    sides: tuple[Side, ...]
    verdict: str


def likely_notes(report: Report, prefix: str) -> list[LikelyNote]:
    """A note for every candidate, in the order of the text."""
    text, at = report.article.text, Places(report.article).at
    return [
        LikelyNote(
            candidate,
            tuple(
                side(text, span, label, at(span.start), _anchor(prefix, candidate, number))
                for number, (span, label) in enumerate(places(candidate))
            ),
            verdict(candidate),
        )
        for candidate in report.candidates
    ]


def likely_marks(report: Report, prefix: str) -> list[Mark]:
    """Where the notes lead to: places in the text that look as if nothing were there."""
    return [
        Mark(span.start, span.end, (), anchor=_anchor(prefix, candidate, number))
        for candidate in report.candidates
        for number, (span, _) in enumerate(places(candidate))
    ]


def _anchor(prefix: str, candidate: Candidate, number: int) -> str:
    return f"{prefix}{candidate.id}-{number}"
