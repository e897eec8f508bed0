"""An article with what was decided about it, as the exports take it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, get_args

from verifier.report._places import Places
from verifier.report.decisions import Decision, Shown, Ticked
from verifier.report.models import Claim, Finding, Report, Span
from verifier.review.facts import Fact, Sentences
from verifier.review.ledger import Ledger
from verifier.review.library import Library
from verifier.review.marks import Marked
from verifier.review.passages import claim_keys, places
from verifier.review.records import Item, Kind, Ruling, Standing, State, tells, told_apart
from verifier.review.rows import Row
from verifier.review.shelf import Shelf

_SHOWN: Mapping[State, Shown] = {state: state for state in get_args(Shown)}
"""The states that a report shows, as it calls them."""


@dataclass(frozen=True, slots=True)
class Point:
    """A finding, fact or mark of an article with how it stands, as a list tells it.

    ``what`` is the rule's code or the kind of fact, ``message`` what is wrong with it (empty for a fact), ``sentence``
    what it stands in, ``spans`` its places, the first one first; ``where`` is the first of them, as a card says it.
    """

    kind: Kind
    what: str
    severity: str
    message: str
    question: str
    spans: tuple[Span, ...]
    sentence: str
    where: str
    standing: Standing

    @property
    def ruling(self) -> Ruling:
        """What was decided."""
        return self.standing.ruling


@dataclass(frozen=True)
class Cleared:
    """One article. ``row`` and ``states``, the states in which something of it stands, are known of every article at
    once; the rest is read when a format asks for it, so that a list over a thousand articles reads the few it tells of.
    """

    row: Row
    states: frozenset[State]
    library: Library
    ledger: Ledger

    @cached_property
    def report(self) -> Report:
        """The report."""
        return self.library.report(self.row.id)

    @cached_property
    def standings(self) -> Mapping[tuple[Kind, str], Standing]:
        """What was decided, also on findings that the report no longer has."""
        return self.ledger.standings(self.row.id)

    @cached_property
    def facts(self) -> Sequence[Fact]:
        """The facts; where nobody has read them yet, they are read and kept."""
        if self.row.unread:
            self.library.row(self.row.id)
        return self.library.facts(self.row.id)

    @cached_property
    def marks(self) -> Sequence[Marked]:
        """What was marked by hand."""
        return self.library.marks(self.row.id)

    @property
    def word_file(self) -> bytes | None:
        """The Word file it came in."""
        return Shelf(self.library.file).word_file(self.row.id)

    @property
    def touched(self) -> bool:
        """Whether anything of it was decided."""
        return bool(self.states - {"open"})

    def ruling(self, kind: Kind, key: str) -> Ruling:
        """What was decided; an open ruling where nothing was."""
        standing = self.standings.get((kind, key))
        return standing.ruling if standing else Ruling()

    def findings(self, *states: State) -> list[Finding]:
        """The findings that were decided so, in the order of the text."""
        if self.states.isdisjoint(states):
            return []
        return [f for f in self.report.findings if self.ruling("finding", f.fingerprint).state in states]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Everything there was to decide on, in the order of the text."""
        sentences = Sentences(self.report.article)
        where = Places(self.report.article)

        def point(  # noqa: PLR0913 - as many as a point has parts
            kind: Kind, key: str, what: str, severity: str, told: tuple[str, str], spans: tuple[Span, ...]
        ) -> Point:
            first = spans[0]
            around = sentences.of(first.start, first.end)
            standing = self.standings.get((kind, key)) or Standing(Item(self.row.id, kind, key))
            return Point(kind, what, severity, *told, spans, around, where.at(first.start), standing)

        found = [
            point("finding", f.fingerprint, f.code, f.severity, (f.message, f.question), tuple(places(f)))
            for f in self.report.findings
        ]
        found += [point("fact", f.key, f.kind, "", ("", ""), (f.span,)) for f in self.facts]
        found += [point("mark", m.key, m.what, "", ("", ""), (m.span,)) for m in self.marks]
        return tuple(sorted(found, key=lambda p: (p.spans[0].start, p.kind != "finding")))

    def told(self, *states: State) -> list[Point]:
        """The points that stand so, each problem once: what was decided along with another is told there."""
        if self.states.isdisjoint(states):
            return []
        return self._once([p for p in self.points if p.ruling.state in states])

    def calls(self) -> list[Point]:
        """The points about which somebody is to be called, or was, whatever was decided then; each problem once."""
        if not self.touched:
            return []
        return self._once([p for p in self.points if p.ruling.state in ("call", "answered") or p.ruling.called])

    @staticmethod
    def _once(chosen: Sequence[Point]) -> list[Point]:
        apart = told_apart([p.standing for p in chosen])
        kept = [p for p in chosen if p.standing.item.ref in apart]
        about = {p.ruling.along: p for p in reversed(chosen) if p.kind == "finding"}
        within = [p for p in chosen if p.kind == "finding" and p.standing.item.ref not in apart and p.ruling.wording]
        about |= {p.standing.item.ref: q for q in within for p in kept if tells(p.standing, q.standing)}
        return [
            replace(p, message=of.message) if (of := about.get(p.standing.item.ref)) and not p.message else p
            for p in kept
        ]

    def corrected(self) -> list[tuple[Claim, Ruling]]:
        """The claims that were corrected, each with what it should be."""
        if "corrected" not in self.states:
            return []
        rulings = [(claim, self.ruling("claim", key)) for key, claim in claim_keys(self.report).items()]
        return [(claim, ruling) for claim, ruling in rulings if ruling.state == "corrected"]

    def renamed(self) -> dict[str, Ruling]:
        """The speakers that were corrected, by their names in the report."""
        if "corrected" not in self.states:
            return {}
        names = {c.speaker.name for c in self.report.claims if c.speaker}
        names |= {q.speaker.name for q in self.report.quotes if q.speaker}
        rulings = {name: self.ruling("speaker", name) for name in sorted(names)}
        return {name: ruling for name, ruling in rulings.items() if ruling.state == "corrected"}

    def decisions(self) -> dict[str, Decision]:
        """The decisions on findings, as a report shows them."""
        if not self.touched:
            return {}
        made = {f.fingerprint: self._decision("finding", f.fingerprint) for f in self.report.findings}
        return {key: decision for key, decision in made.items() if decision}

    def ticked(self) -> list[Ticked]:
        """The facts and what was marked by hand, with what was decided about them, as a report shows them; none where
        nobody has looked at the article yet."""
        if not self.touched and not self.marks:
            return []
        facts = [Ticked(key=f.key, span=f.span, **self._ticked("fact", f.key)) for f in self.facts]
        marks = [Ticked(key=m.key, span=m.span, by_hand=m.reviewer, **self._ticked("mark", m.key)) for m in self.marks]
        return facts + marks

    def _ticked(self, kind: Kind, key: str) -> dict[str, Any]:
        ruling = self.ruling(kind, key)
        along = "" if ruling.wording or ruling.note else ruling.along.partition(":")[2]
        return {"decision": self._decision(kind, key), "along": along}

    def _decision(self, kind: Kind, key: str) -> Decision | None:
        """What was decided, as a report shows it; None where it is open, or was mended since."""
        standing = self.standings.get((kind, key))
        ruling = standing.ruling if standing else Ruling()
        if standing is None or ruling.state not in _SHOWN:
            return None
        return Decision(
            decision=_SHOWN[ruling.state],
            note=ruling.note,
            reviewer=standing.reviewer,
            should_read=ruling.wording,
            against=ruling.checked_against,
            whom=ruling.whom if ruling.state in ("call", "answered") or ruling.called else "",
            answer=ruling.answer,
            edited=bool(ruling.edited),
        )

    def reviewers(self) -> list[str]:
        """Everybody who has decided something here."""
        return sorted({s.reviewer for s in self.standings.values()}) if self.states else []
