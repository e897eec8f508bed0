"""What has not run on an article, in words for people."""

from __future__ import annotations

from verifier.report.models import Report


def not_run(report: Report) -> list[str]:
    """A line for each reason for which chosen rules have not run."""
    return [f"{', '.join(part.codes)} did not run: {part.why}" for part in report.run.not_run]
