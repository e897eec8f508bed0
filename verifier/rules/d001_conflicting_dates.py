"""Two dates for one event (D001)."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.reading import Analysis
from verifier.rules._dates.told import problems
from verifier.rules._rule import Problem, rule


@rule(
    "D001",
    "conflicting-dates",
    "error",
    what="Two dates for the same event: the article tells it twice, on different days, in different months or years.",
    why="One of the two is wrong, and a reader who takes the wrong one into a diary or a quote passes it on.",
    fires=(
        "A county judge threw out the zoning appeal on Tuesday.\n\nResidents had waited two years.\n\n"
        "Thursday's ruling by the county judge ends the zoning appeal.",
        "The national gallery will open its new sculpture wing on March 3.\n\nTickets are free.\n\n"
        "Visitors can see the new sculpture wing of the national gallery when it opens on March 8.",
    ),
    passes=(
        "A county judge threw out the zoning appeal on Tuesday.\n\nResidents had waited two years.\n\n"
        "Tuesday's ruling by the county judge ends the zoning appeal.",
        "The festival opens on Saturday.\n\nTickets are gone.\n\nLast year's festival opened on a Sunday.",
        "The Lions beat the Hawks on Saturday.\n\nKane scored.\n\nThe Lions play the Bears on Tuesday.",
        "The fair opens with a parade on May 3.\n\nEntry is free.\n\nThe fair closes with a parade on May 4.",
        "The school in Wick will keep its Saturday lessons.\n\nEntry is free.\n\nAt a meeting on Monday the "
        "school in Wick said it would keep its lessons.",
        "The play by Ada Vale is in Wick on May 3.\n\nEntry is free.\n\nThe play by Ada Vale is in Tain on May 4.",
        "The crew left port on Monday. They reached the wreck on Wednesday.",
    ),
)
def conflicting(analysis: Analysis) -> Iterable[Problem]:
    """The pairs that are surely one event."""
    return problems(analysis, sure=True)
