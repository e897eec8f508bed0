"""What has not run on an article, and what reading decided about its file, in words for people."""

from __future__ import annotations

from verifier.report._screen import clean
from verifier.report.models import Report


def not_run(report: Report) -> list[str]:
    """A line for each reason for which chosen rules have not run, and one for each remark on the file."""
    return [
        *(f"{', '.join(part.codes)} did not run: {part.why}" for part in report.run.not_run),
        *(clean(remark) for remark in report.run.remarks),
    ]
