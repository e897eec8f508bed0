"""A problem with the name of its rule on it: all that a finding needs, so that the report need not know the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verifier.article import Span
from verifier.settings import Severity


@dataclass(frozen=True, slots=True)
class Raised:
    """What a rule raised, in the article's own offsets; ``verdict`` is the model's answer and its reason.

    ``kind`` is what two places disagree in, where a model said so. ``evidence`` is the number of the fact that a source
    shows otherwise, from 0. ``likely`` sets it apart as a candidate, which only a model's "contradiction" makes a
    finding.
    """

    code: str
    name: str
    severity: Severity
    message: str
    question: str
    explanation: str
    spans: tuple[Span, ...]
    related: tuple[tuple[Span, str], ...]
    origin: Literal["rules", "model"] = "rules"
    verdict: tuple[Literal["contradiction", "compatible", "unclear"], str] | None = None
    likely: bool = False
    kind: str | None = None
    evidence: int | None = None
