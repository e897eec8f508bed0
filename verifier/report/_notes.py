"""The notes beside the text: each finding with every place it points at, the words of those places lined up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from string import ascii_lowercase
from typing import NamedTuple

from verifier._shortening import short
from verifier.report._called import called, fact_of
from verifier.report._model_part import verdict
from verifier.report._pieces import Mark
from verifier.report._places import Places
from verifier.report._screen import clean, printed
from verifier.report._sides import Sides, of_finding
from verifier.report.decisions import TO_DO, Decision, Decisions
from verifier.report.models import Candidate, Finding, Report, Span

_BEFORE, _AFTER, _WORDS = 15, 30, 90
"""Characters shown of what stands before and after a place, and of its own words."""
_OWN = 4
"""Places of one finding that the list on top names."""
_TOLD = 40
"""Characters after which a message may cut the words it gives."""
_QUOTES = "\"“”„«»'‘’ "


class Side(NamedTuple):
    """One of several places that a finding points at, with the words around it on its line."""

    before: str
    words: str
    after: str
    label: str
    place: str
    anchor: str


class FindingNote(NamedTuple):
    """A finding beside the text; ``name`` is its anchor, ``anchor`` that of its place; ``sides`` where it has several.

    ``badge`` is a number for what is to be checked and a letter for what is only worth knowing, so that either
    counts on without gaps. ``state`` tells whether somebody has dealt with it: suppressed, known (to a baseline),
    mend, fine, false-alarm, call, answered, or open; ``kind`` is what it is called in words.
    """

    name: str
    anchor: str
    badge: str
    place: str
    words: str
    finding: Finding
    sides: tuple[Side, ...]
    verdict: str
    beside: Sides | None
    decision: Decision | None
    state: str
    kind: str

    @property
    def ruled(self) -> bool:
        """Whether a checker has decided on it; a call to be made, or whose answer nobody has judged, is to be checked
        still."""
        return self.decision is not None and self.state not in TO_DO

    @property
    def on_top(self) -> bool:
        """Whether the list on top names it: of what is only worth knowing, that about which there is something to do,
        since somebody said so."""
        return self.finding.severity != "info" or (self.decision is not None and self.state in (*TO_DO, "mend"))

    @property
    def own(self) -> tuple[tuple[str, str], ...]:
        """The words it is about that its message does not give, each with its place: both values of a conflict, the
        quotation that nobody is credited with."""
        if self.sides:
            return tuple((s.words.rstrip(" ,;"), s.place) for s in self.sides[:_OWN])
        given = self.words.strip(_QUOTES)[:_TOLD] in clean(self.finding.message)
        return (("" if given else self.words.rstrip(" ,;"), self.place),)


def notes(report: Report, prefix: str, decisions: Decisions) -> list[FindingNote]:
    """A note for every finding, in the report's order."""
    text = report.article.text
    at = Places(report.article).at
    made = []
    for finding, key, badge in _named(report.findings):
        where = places(finding)
        sides = tuple(
            side(text, span, label, at(span.start), _anchor(prefix, key, i))
            for i, (span, label) in enumerate(where if len(where) > 1 else [])
        )
        words = clean(finding.spans[0].text)
        made.append(
            FindingNote(
                name=_name(prefix, key),
                anchor=_anchor(prefix, key, 0),
                badge=badge,
                place=at(finding.spans[0].start),
                words=shortened(words),
                finding=finding,
                sides=sides,
                verdict=verdict(finding),
                beside=of_finding(report, finding.evidence),
                decision=decisions.get(finding.fingerprint),
                state=_state(finding, decisions),
                kind=called(finding.name, fact_of(report, finding)).capitalize(),
            )
        )
    return made


def finding_marks(report: Report, prefix: str, decisions: Decisions) -> list[Mark]:
    """What the notes point at. The words lead to the note, and each place to the next one of the same note."""
    marks = []
    for finding, key, badge in _named(report.findings):
        where = places(finding)
        state = _state(finding, decisions)
        for i, (span, _) in enumerate(where):
            look = ["f", finding.severity, *(["side"] if i else []), *([state] if state != "open" else [])]
            marks.append(
                Mark(
                    span.start,
                    span.end,
                    tuple(look),
                    anchor=_anchor(prefix, key, i),
                    badge=badge,
                    note=_name(prefix, key),
                    onward=_anchor(prefix, key, (i + 1) % len(where)) if len(where) > 1 else None,
                )
            )
    return marks


def _state(finding: Finding, decisions: Decisions) -> str:
    decision = decisions.get(finding.fingerprint)
    if decision:
        return decision.decision
    return "suppressed" if finding.suppression else "known" if finding.baseline == "unchanged" else "open"


def _named(findings: Sequence[Finding]) -> list[tuple[Finding, str, str]]:
    """Each finding with what its anchors are made of and its badge: 1, 2, 3 … for errors and warnings; a, b, … z, aa …
    for notes.

    The anchor is the fingerprint, so that a link still leads there when the article has been edited elsewhere.
    """
    named = []
    checks = infos = 0
    seen: Counter[str] = Counter()
    for finding in findings:
        if finding.severity == "info":
            infos += 1
            badge = _letters(infos)
        else:
            checks += 1
            badge = str(checks)
        seen[finding.fingerprint] += 1
        again = seen[finding.fingerprint]
        named.append((finding, finding.fingerprint + (f"-{again}" if again > 1 else ""), badge))
    return named


def _name(prefix: str, key: str) -> str:
    return f"{prefix}f-{key}"


def _anchor(prefix: str, key: str, number: int) -> str:
    return f"{prefix}at-{key}" + (f"-side{number}" if number else "")


def _letters(count: int) -> str:
    letters = ""
    while count:
        count, rest = divmod(count - 1, len(ascii_lowercase))
        letters = ascii_lowercase[rest] + letters
    return letters


def places(finding: Finding | Candidate) -> list[tuple[Span, str]]:
    """Everything it points at, with what the other sides are called."""
    return [(s, "") for s in finding.spans] + [(r.span, r.label) for r in finding.related]


def side(text: str, span: Span, label: str, place: str, anchor: str) -> Side:
    """One place with the words around it on its line."""
    words = clean(span.text)
    after = _whole_words(text[span.end : span.end + _AFTER + 1], _AFTER, " …")
    if len(words) > _WORDS:
        words, after = shortened(words), ""
    before = _whole_words(text[max(0, span.start - _BEFORE - 1) : span.start][::-1], _BEFORE, " …")[::-1]
    return Side(printed(before), words, printed(after), "" if label == span.text else label, place, anchor)


def shortened(words: str) -> str:
    """Words that are not too many, cut between two of them where there are more."""
    return short(words, _WORDS)


def _whole_words(text: str, most: int, cut: str) -> str:
    """The beginning of a text up to the end of its line, without a word that ``most`` characters cut in two; ``cut``
    is put where the line goes on."""
    line = text.splitlines()[0] if text else ""
    if len(line) > most:
        line = line[: line.rfind(" ", 0, most + 1) + 1].rstrip() + cut
    return line
