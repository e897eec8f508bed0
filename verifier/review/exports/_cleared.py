"""An article with what was decided about it, as the exports take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.report.decisions import Decision
from verifier.report.models import Claim, Finding, Report
from verifier.review.passages import claim_keys
from verifier.review.records import Kind, Ruling, Standing, State


@dataclass(frozen=True, slots=True)
class Cleared:
    """One article; ``standings`` may hold decisions on findings that the report no longer has."""

    report: Report
    standings: Mapping[tuple[Kind, str], Standing]

    def ruling(self, kind: Kind, key: str) -> Ruling:
        """What was decided; an open ruling where nothing was."""
        standing = self.standings.get((kind, key))
        return standing.ruling if standing else Ruling()

    def findings(self, state: State) -> list[Finding]:
        """The findings that were decided so, in the order of the text."""
        return [f for f in self.report.findings if self.ruling("finding", f.fingerprint).state == state]

    def corrected(self) -> list[tuple[Claim, Ruling]]:
        """The claims that were corrected, each with what it should be."""
        rulings = [(claim, self.ruling("claim", key)) for key, claim in claim_keys(self.report).items()]
        return [(claim, ruling) for claim, ruling in rulings if ruling.state == "corrected"]

    def renamed(self) -> dict[str, Ruling]:
        """The speakers that were corrected, by their names in the report."""
        names = {c.speaker.name for c in self.report.claims if c.speaker}
        names |= {q.speaker.name for q in self.report.quotes if q.speaker}
        rulings = {name: self.ruling("speaker", name) for name in sorted(names)}
        return {name: ruling for name, ruling in rulings.items() if ruling.state == "corrected"}

    def decisions(self) -> dict[str, Decision]:
        """The decisions on findings, as a report shows them."""
        return {
            f.fingerprint: Decision(decision=state, note=ruling.note, reviewer=reviewer)
            for f in self.report.findings
            for standing in (self.standings.get(("finding", f.fingerprint)),)
            if standing
            for ruling, state, reviewer in ((standing.ruling, standing.ruling.state, standing.reviewer),)
            if state in ("confirmed", "dismissed", "needs-a-call")
        }

    def reviewers(self) -> list[str]:
        """Everybody who has decided something here."""
        return sorted({s.reviewer for s in self.standings.values()})
