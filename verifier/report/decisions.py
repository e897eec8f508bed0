"""What a person decided about a finding at the review desk, as a report shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from verifier.report.models import Record


class Decision(Record):
    """One finding cleared: what was decided, why, and by whom; all but the decision may be empty.

    ``should_read`` is what is to stand there instead, ``against`` what it was checked against, ``answer`` what a call
    brought.
    """

    decision: Literal["mend", "fine", "false-alarm", "call", "answered"]
    note: str = ""
    reviewer: str = ""
    should_read: str = ""
    against: str = ""
    answer: str = ""


Decisions = Mapping[str, Decision]
"""The decisions about one article, by the fingerprint of the finding."""
