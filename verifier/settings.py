"""What a desk may choose: which rules run, how strict they are, whom everybody knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that change what is found; all are optional.

    ``select`` and ``ignore`` hold rule codes or their prefixes ("D", "Q001"); an empty ``select`` means all.
    ``severities`` gives rules another severity: ``{"D002": "info"}``. ``known_people`` are names that need no
    introduction (Q007), in full or by surname; ``outlets`` adds to the news outlets known; ``house_style`` holds the
    forms that the house writes (T004), as :func:`verifier.rules.problem_with_style` knows them. ``quote_policy`` names
    what may differ between a quotation and its source (docs/sources.md). ``language`` is the articles' language in
    BCP 47 ("de"), where their words are not to tell it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: dict[str, Severity] = field(default_factory=dict)
    known_people: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    house_style: frozenset[str] = frozenset()
    quote_policy: str = "standard"
    language: str | None = None
