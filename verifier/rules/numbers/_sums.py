"""A sum that does not come out."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.rules.numbers._figures import Figure


@dataclass(frozen=True, slots=True)
class Sum:
    """``figure`` does not fit the ``others``; ``note`` says how, ``question`` what to check."""

    figure: Figure
    others: tuple[Figure, ...]
    note: str
    question: str
