"""What every format is to the rest of the house: a writer that is handed one report after the other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from verifier.report._tally import Tally
from verifier.report.models import Report
from verifier.settings import Severity

Level = Literal["error", "warning", "info", "never"]
"""The least severity that counts; a finding that is suppressed, or known to a baseline, never does."""


_ORDER: tuple[Level, ...] = ("info", "warning", "error", "never")


def reaches(severity: Severity, least: Level) -> bool:
    """Whether a severity is at or above a level."""
    return _ORDER.index(severity) >= _ORDER.index(least)


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What a format tells about a rule that ran: the report does not know the rules, so whoever does hands this in."""

    code: str
    name: str
    severity: Severity
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a writer may know beside the reports; each format takes from it what it needs.

    ``colour``, ``width`` (in cells), ``quiet`` and ``verbose`` are for people's formats. ``fail_on`` is what the exit
    code goes by, ``rules`` are those that ran,
    ``version`` is verifier's own, ``candidates`` tells whether what is only likely is shown, too.
    """

    colour: bool = False
    width: int = 100
    quiet: bool = False
    verbose: bool = False
    fail_on: Level = "error"
    rules: tuple[RuleNote, ...] = ()
    version: str = ""
    candidates: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One report in a folder of reports: its file, relative to the folder and with ``/``, and what it came to."""

    file: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Writer(ABC):
    """Writes ``total`` reports, one after the other, into one stream of text: begin, articles, end.

    ``article`` looks at nothing but its own report and number, so that articles can be written in any process. It may
    be empty; ``between`` stands only between two that are not.
    """

    total: int = 1
    look: Look = Look()

    def begin(self) -> str:
        """What stands before the first report."""
        return ""

    @abstractmethod
    def article(self, report: Report, index: int) -> str:
        """One report; ``index`` counts from 0."""

    def unread(self, path: str, problem: str) -> str | None:
        """What stands in the place of an article that could not be read; None where the format is for reading only.

        ``path`` is what the caller named, ``problem`` what is wrong with it. A machine that sees reports alone must be
        able to tell "could not look" from "nothing there". ``end`` is told again, by the tally.
        """
        del path, problem
        return None

    def between(self) -> str:
        """What stands between two reports."""
        return ""

    def end(self, tallies: Sequence[Tally]) -> str:
        """What stands after the last report, given what each came to."""
        del tallies
        return ""

    def index(self, entries: Sequence[Entry]) -> str:
        """The page that leads to the reports of a folder, for formats that have one (``Format.index`` names its file).

        Called once, after all reports of the folder have been written, in the order of the input.
        """
        raise NotImplementedError

    def whole(self, reports: Sequence[Report]) -> str:
        """Everything at once."""
        written = self.between().join(filter(None, (self.article(r, i) for i, r in enumerate(reports))))
        return self.begin() + written + self.end([Tally.of(r) for r in reports])
