"""A sum that does not come out."""

from __future__ import annotations

from typing import NamedTuple

from verifier.rules._numbers._figures import Figure
from verifier.settings import Severity


class Sum(NamedTuple):
    """``figure`` does not fit the ``others``; ``note`` says how, ``question`` what to check; ``severity`` is
    set where it need not be a slip."""

    figure: Figure
    others: tuple[Figure, ...]
    note: str
    question: str
    severity: Severity | None = None
