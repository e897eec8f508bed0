"""The notes beside the text: each finding with every place it points at, the words of those places lined up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from verifier.report._lines import Lines
from verifier.report._model_part import verdict
from verifier.report._pieces import Mark
from verifier.report._screen import clean, shown
from verifier.report.decisions import Decision, Decisions
from verifier.report.models import Finding, Report, Span

_BEFORE, _AFTER, _WORDS = 15, 30, 90
"""Characters shown of what stands before and after a place, and of its own words."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of several places that a finding points at, with the words around it on its line."""

    before: str
    words: str
    after: str
    label: str
    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class FindingNote:
    """A finding beside the text; ``anchor`` is its place there, ``name`` its own; ``sides`` where it has several.

    ``badge`` is a number for what is to be checked and a letter for what is only worth knowing, so that either
    counts on without gaps.
    """

    name: str
    anchor: str
    badge: str
    line: int
    finding: Finding
    sides: tuple[Side, ...]
    verdict: str
    decision: Decision | None


def notes(report: Report, prefix: str, decisions: Decisions) -> list[FindingNote]:
    """A note for every finding, in the report's order."""
    lines = Lines(report.article.text)
    made = []
    badges = _badges(report.findings)
    for number, finding in enumerate(report.findings, 1):
        anchor = f"{prefix}f{number}"
        places = _places(finding)
        sides = tuple(
            _side(report.article.text, span, label, lines.at(span.start)[0], _anchor(anchor, i))
            for i, (span, label) in enumerate(places if len(places) > 1 else [])
        )
        line = lines.at(finding.spans[0].start)[0]
        badge = badges[number - 1]
        decided = decisions.get(finding.fingerprint)
        made.append(FindingNote(f"{prefix}n{number}", anchor, badge, line, finding, sides, verdict(finding), decided))
    return made


def finding_marks(report: Report, prefix: str) -> list[Mark]:
    """What the notes point at; the words lead back to the note."""
    marks = []
    badges = _badges(report.findings)
    for number, finding in enumerate(report.findings, 1):
        anchor, note = f"{prefix}f{number}", f"{prefix}n{number}"
        for i, (span, _) in enumerate(_places(finding)):
            look = ("f", finding.severity, "side") if i else ("f", finding.severity)
            marks.append(Mark(span.start, span.end, look, _anchor(anchor, i), badges[number - 1], note))
    return marks


def _badges(findings: Sequence[Finding]) -> list[str]:
    """1, 2, 3 … for errors and warnings; a, b, … z, aa, ab … for notes."""
    badges = []
    checks = infos = 0
    for finding in findings:
        if finding.severity == "info":
            infos += 1
            badges.append(_letters(infos))
        else:
            checks += 1
            badges.append(str(checks))
    return badges


def _letters(count: int) -> str:
    letters = ""
    while count:
        count, rest = divmod(count - 1, len(ascii_lowercase))
        letters = ascii_lowercase[rest] + letters
    return letters


def _places(finding: Finding) -> list[tuple[Span, str]]:
    return [(s, "") for s in finding.spans] + [(r.span, r.label) for r in finding.related]


def _anchor(first: str, number: int) -> str:
    return f"{first}-{number}" if number else first


def _side(text: str, span: Span, label: str, line: int, anchor: str) -> Side:
    words = clean(span.text)
    after = _whole_words(text[span.end : span.end + _AFTER + 1], _AFTER)
    if len(words) > _WORDS:
        words, after = f"{words[:_WORDS]} …", ""
    before = _whole_words(text[max(0, span.start - _BEFORE - 1) : span.start][::-1], _BEFORE)[::-1]
    return Side(_shown(before), words, _shown(after), "" if label == span.text else label, line, anchor)


def _whole_words(text: str, most: int) -> str:
    """The beginning of a text up to the end of its line, without a word that ``most`` characters cut in two."""
    line = text.splitlines()[0] if text else ""
    if len(line) > most:
        line = line[: line.rfind(" ", 0, most + 1) + 1].rstrip()
    return line


def _shown(text: str) -> str:
    return "".join(shown(c) for c in text)
