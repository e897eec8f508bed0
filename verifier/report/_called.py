"""What a finding is called in words: a rule's name is for programs, and may be of one of several things it finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.report.models import Finding, Report

_OF_SEVERAL = {"figure-differs": ("figure", "date", "name")}
"""Names of rules that begin with one of the kinds of fact that they find something of."""


def called(name: str, facts: Iterable[str] = ()) -> str:
    """A rule in words; ``facts`` are the kinds of fact it has found something of, all that it can where there are
    none."""
    first, _, rest = name.partition("-")
    if name not in _OF_SEVERAL:
        return name.replace("-", " ")
    found = set(facts)
    kinds = [kind for kind in _OF_SEVERAL[name] if not found or kind in found] or [first]
    listed = ", ".join(kinds[:-1]) + " or " * (len(kinds) > 1) + kinds[-1]
    return f"{listed} {rest.replace('-', ' ')}"


def fact_of(report: Report, finding: Finding) -> list[str]:
    """The kind of fact that a finding is about, where a source bears on it."""
    return [e.fact for e in report.evidence if finding.evidence is not None and e.id == finding.evidence]
