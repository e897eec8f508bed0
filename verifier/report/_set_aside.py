"""What was set aside, in words: suppressed findings, suppressions that did nothing, what is gone since the baseline."""

from __future__ import annotations

from verifier.report.models import Finding, Report


def why(finding: Finding) -> str:
    """Why a finding is suppressed, until when and by what; empty where it is not."""
    if finding.suppression is None:
        return ""
    until = f", until {finding.suppression.until}" if finding.suppression.until else ""
    return f"{finding.suppression.reason} ({finding.suppression.by}{until})"


def idle_wishes(report: Report) -> list[str]:
    """The suppressions that somebody should look at: unused, expired or refused."""
    return [
        f"{wish.where}: suppression {f'of {wish.code} ' if wish.code else ''}{wish.state}: {wish.problem}"
        for wish in report.run.suppressions
        if wish.state in {"unused", "expired", "refused"}
    ]


def gone(report: Report) -> list[str]:
    """The findings of the baseline that are no longer there."""
    return [f"{one.code} “{one.words}”" for one in report.run.gone]
