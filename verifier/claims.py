"""Claims: every attributed statement, and every statement of fact that could be checked."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.article import Span
from verifier.language import Analysis
from verifier.language._model import Attribution, DateMention, Quantity


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with the words that carry it; ``attribution`` is None for the writer's own.

    ``text`` stands alone; ``values`` are the dates and figures inside.
    """

    text: str
    spans: tuple[Span, ...]
    attribution: Attribution | None
    values: tuple[DateMention | Quantity, ...]
    checkable: bool


def find(analysis: Analysis) -> tuple[Statement, ...]:
    """Every claim of the article, in the order of the text."""
    del analysis
    return ()
