"""What a person decided at the review desk about findings, facts and stretches marked by hand, as a report shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from verifier.report._base import Record, Span

Shown = Literal["mend", "fine", "false-alarm", "call", "answered"]
"""How something stands that a person has decided on."""

TO_DO = ("call", "answered")
"""What is decided and still to be checked: a call is to be made, or what it brought is to be judged."""

SIGNS = {"mend": "✎", "fine": "✓", "false-alarm": "×", "call": "☎", "answered": "✆", "open": "?"}
"""A state without colour, for whoever cannot tell colours apart, and for paper."""


class Decision(Record):
    """One finding or fact cleared: what was decided, why, and by whom; all but the decision may be empty.

    ``should_read`` is what is to stand there instead, ``against`` what it was checked against, ``whom`` who is to be
    called, or was, and ``answer`` what that brought; ``edited`` says that its sentence was another then.
    """

    decision: Shown
    note: str = ""
    reviewer: str = ""
    should_read: str = ""
    against: str = ""
    whom: str = ""
    answer: str = ""
    edited: bool = False


class Ticked(Record):
    """A fact of the article, or a stretch that somebody marked ``by_hand``, with what was decided about it.

    ``key`` tells it from the others of its article. ``along`` is what it was decided along with: a finding's
    fingerprint or a fact's key.
    """

    key: str
    span: Span
    by_hand: str = ""
    decision: Decision | None = None
    along: str = ""

    @property
    def state(self) -> str:
        """What was decided, or that it is open."""
        return self.decision.decision if self.decision else "open"


Decisions = Mapping[str, Decision]
"""The decisions about one article, by the fingerprint of the finding."""
