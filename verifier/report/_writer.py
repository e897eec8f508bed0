"""What every format is to the rest of the house: a writer that is handed one report after the other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.report._tally import Tally
from verifier.report.models import Report


@dataclass(frozen=True, slots=True)
class Look:
    """How text for people should look; formats for machines ignore it. ``width`` is in cells."""

    colour: bool = False
    width: int = 100
    quiet: bool = False
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Writer(ABC):
    """Writes ``total`` reports, one after the other, into one stream of text: begin, articles, end.

    ``article`` looks at nothing but its own report and number, so that articles can be written in any process.
    """

    total: int = 1
    look: Look = Look()

    def begin(self) -> str:
        """What stands before the first report."""
        return ""

    @abstractmethod
    def article(self, report: Report, index: int) -> str:
        """One report; ``index`` counts from 0."""

    def between(self) -> str:
        """What stands between two reports."""
        return ""

    def end(self, tallies: Sequence[Tally]) -> str:
        """What stands after the last report, given what each came to."""
        del tallies
        return ""

    def whole(self, reports: Sequence[Report]) -> str:
        """Everything at once."""
        written = self.between().join(self.article(r, i) for i, r in enumerate(reports))
        return self.begin() + written + self.end([Tally.of(r) for r in reports])
