"""What a person decided about a finding at the review desk, as a report shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from verifier.report.models import Record


class Decision(Record):
    """One finding cleared: what was decided, why, and by whom; ``note`` and ``reviewer`` may be empty."""

    decision: Literal["confirmed", "dismissed", "needs-a-call"]
    note: str = ""
    reviewer: str = ""


Decisions = Mapping[str, Decision]
"""The decisions about one article, by the fingerprint of the finding."""
