"""What has not run on an article, and what reading decided about its file, in words for people."""

from __future__ import annotations

from verifier.report._screen import clean
from verifier.report._tally import counted
from verifier.report.models import Report

_FEW = 3


def not_run(report: Report) -> list[str]:
    """A line for each reason for which chosen rules have not run, and one for each remark on the file.

    A few codes are what somebody asked for by name; many are a wall that nobody reads, and the report lists them.
    """
    return [
        *(f"{_rules(part.codes)} did not run: {part.why}" for part in report.run.not_run),
        *(clean(remark) for remark in report.run.remarks),
    ]


def _rules(codes: tuple[str, ...]) -> str:
    return ", ".join(codes) if len(codes) <= _FEW else counted(len(codes), "rule")
