"""JSON: the report itself for one article, a list of reports for several; and one report a line."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.report._tally import Tally
from verifier.report._writer import Writer
from verifier.report.models import Report


class JsonWriter(Writer):
    """Indented JSON. The same input and settings give the same bytes, ``run.seconds`` aside."""

    def begin(self) -> str:
        """Several reports are a list."""
        return "" if self.total == 1 else "[\n"

    def article(self, report: Report, index: int) -> str:
        """One report."""
        del index
        return report.model_dump_json(indent=2)

    def between(self) -> str:
        """A comma."""
        return ",\n"

    def end(self, tallies: Sequence[Tally]) -> str:
        """The end of the list."""
        del tallies
        return "\n" if self.total == 1 else "\n]\n"


class JsonlWriter(Writer):
    """One report a line, in the order of the input."""

    def article(self, report: Report, index: int) -> str:
        """One line."""
        del index
        return report.model_dump_json() + "\n"
