"""Two figures that disagree, as a finding tells them."""

from __future__ import annotations

from verifier.reading import Analysis
from verifier.rules._numbers import _figures
from verifier.rules._numbers._figures import Figure
from verifier.rules._rule import Problem


def disagreement(analysis: Analysis, one: Figure, two: Figure, question: str) -> Problem:
    """The second figure, with the first beside it."""
    here, there = one.quantity.span, two.quantity.span
    one_words, two_words = (_figures.phrase(analysis, f) for f in (one, two))
    return Problem(
        spans=(there,),
        message=f"“{two_words}” here, “{one_words}” elsewhere, for what reads as the same thing.",
        question=question,
        related=((here, "the other value"),),
    )
