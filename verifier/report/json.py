"""JSON: the report itself for one article, a list of reports for several; and one report a line."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.report import _files
from verifier.report._tally import Tally
from verifier.report._writer import Writer
from verifier.report.models import SCHEMA_VERSION, Report, Unread


class JsonWriter(Writer):
    """Indented JSON. The same input and settings give the same bytes, ``run.seconds`` aside."""

    def begin(self) -> str:
        """Several reports are a list."""
        return "" if self.total == 1 else "[\n"

    def article(self, report: Report, index: int) -> str:
        """One report."""
        del index
        return report.model_dump_json(indent=2)

    def unread(self, path: str, problem: str) -> str:
        """An :class:`Unread` in the report's place."""
        return _unread(path, problem).model_dump_json(indent=2)

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

    def unread(self, path: str, problem: str) -> str:
        """One line, an :class:`Unread`."""
        return _unread(path, problem).model_dump_json() + "\n"


def _unread(path: str, problem: str) -> Unread:
    return Unread(schema_version=SCHEMA_VERSION, path=_files.shown(path), unread=problem)
