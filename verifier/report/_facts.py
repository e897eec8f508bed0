"""What was decided about the facts of an article and the stretches marked by hand, as a page shows it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from verifier.report._notes import FindingNote, shortened
from verifier.report._pieces import Block, Mark
from verifier.report._places import Places
from verifier.report._screen import clean, quoted
from verifier.report._tally import counted
from verifier.report.decisions import SIGNS, TO_DO, Decision, Ticked
from verifier.report.models import Report

_COUNTED = {
    "fine": "checked", "mend": "to mend", "false-alarm": "false alarm", "call": "to call",
    "answered": "answered, to judge", "along": "decided along with another", "open": "open",
}  # fmt: skip
"""How many stand so, in words."""


class FactNote(NamedTuple):
    """A fact or mark: ``name`` is where the margin tells of it, ``anchor`` its place in the text."""

    name: str
    anchor: str
    place: str
    words: str
    fact: Ticked


class Lead(NamedTuple):
    """What a fact was decided along with, and the name of its note."""

    name: str
    says: str


class FactLine(NamedTuple):
    """Facts of one paragraph that stand alike, told in one line. What was decided along with something else is told
    there, its ``lead``; what is only marked has no decision."""

    notes: tuple[FactNote, ...]
    decision: Decision | None
    lead: Lead | None

    @property
    def state(self) -> str:
        """How they stand."""
        return self.notes[0].fact.state

    @property
    def sign(self) -> str:
        """The state without colour."""
        return SIGNS[self.state]

    @property
    def by_hand(self) -> str:
        """Who marked them."""
        return self.notes[0].fact.by_hand


@dataclass(frozen=True, slots=True)
class Facts:
    """The lines beside each paragraph, by its number, and how many facts stand how in words."""

    beside: Mapping[int, tuple[FactLine, ...]]
    count: str = ""

    @property
    def lines(self) -> list[FactLine]:
        """All of them in the order of the text."""
        return [line for _, here in sorted(self.beside.items()) for line in here]

    @property
    def to_check(self) -> list[FactLine]:
        """Whose words are to be checked still: calls, and what is marked by hand and open."""
        return [line for line in self.lines if line.state in (*TO_DO, "open") and not line.lead]

    @property
    def to_mend(self) -> list[FactLine]:
        """What is to read otherwise."""
        return [line for line in self.lines if line.state == "mend" and not line.lead]


def facts_beside(
    report: Report, prefix: str, facts: Sequence[Ticked], parts: Sequence[Block], noted: Iterable[FindingNote]
) -> Facts:
    """The facts that were decided on and the marks, laid out; nothing where there are none."""
    told = [f for f in facts if f.decision or f.by_hand]
    if not told:
        return Facts({})
    leads = {(n.finding.fingerprint, n.state): Lead(n.name, f"finding {n.badge}") for n in noted}
    leads |= {(f.key, f.state): Lead(_name(prefix, f), quoted(_words(f))) for f in told if not f.along}
    starts, at = [b.start for b in parts], Places(report.article).at
    found: dict[int, dict[tuple[object, ...], list[FactNote]]] = {}
    led: dict[str, Lead] = {}
    for fact in sorted(told, key=lambda f: (f.span.start, -f.span.end)):
        note = FactNote(_name(prefix, fact), f"{prefix}fact-at-{fact.key}", at(fact.span.start), _words(fact), fact)
        lead = leads.get((fact.along, fact.state))
        if lead:
            led[fact.key] = lead
        here = found.setdefault(max(0, bisect_right(starts, fact.span.start) - 1), {})
        here.setdefault((fact.state, lead or fact.decision, fact.by_hand), []).append(note)
    beside = {number: tuple(_line(notes, led) for notes in here.values()) for number, here in found.items()}
    states = Counter("along" if f.key in led else f.state for f in facts)
    parts_told = [
        counted(states[state], words) if state == "false-alarm" else f"{states[state]} {words}"
        for state, words in _COUNTED.items()
        if states[state]
    ]
    return Facts(beside, f"{counted(len(facts), 'fact')}: {', '.join(parts_told)}")


def fact_marks(facts: Facts) -> list[Mark]:
    """Where they stand in the text, each with the sign of its state; the words lead to the margin."""
    return [
        Mark(
            note.fact.span.start,
            note.fact.span.end,
            ("t", f"t-{line.state}"),
            anchor=note.anchor,
            badge=line.sign,
            note=note.name,
        )
        for line in facts.lines
        for note in line.notes
    ]


def _line(notes: Sequence[FactNote], led: Mapping[str, Lead]) -> FactLine:
    first = notes[0].fact
    lead = led.get(first.key)
    return FactLine(tuple(notes), None if lead else first.decision, lead)


def _words(fact: Ticked) -> str:
    return shortened(clean(fact.span.text)).rstrip(" ,;")


def _name(prefix: str, fact: Ticked) -> str:
    return f"{prefix}fact-{fact.key}"
