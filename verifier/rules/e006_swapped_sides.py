"""Who did what to whom, turned round (E006)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.events import ledger
from verifier.reading import Analysis
from verifier.rules._kinds.conflicts import conflict
from verifier.rules._rule import Problem, rule


@rule(
    "E006",
    "swapped-sides",
    "warning",
    what="One result told with winner and loser swapped.",
    why="The same score between the same two, once won by the one and once by the other, is one match told wrong once.",
    fires=(
        "Malta beat Norway 3-0 in the opening match on Sunday.\n\nNorway 3-0 Malta was the score that nobody expected.",
        "Norway defeated Malta 2-1 on Sunday.\n\nIt rained. Malta beat Norway 2-1 with a late goal.",
    ),
    passes=(
        "Norway beat Malta 3-0 in the opening match on Sunday.\n\nMalta lost 0-3 to Norway, its worst start.",
        "Norway beat Malta 3-2\n\nNorway beat Malta 3-2 on Sunday.\n\nIt rained, and nobody was sent off.",
        "Norway beat Malta 3-0 on Sunday.\n\nIn the second match Malta beat Norway 2-1.",
        "Norway beat Malta 3-0 in May 2019.\n\nIn May 2021 Malta beat Norway 3-0.",
    ),
)
def swapped_sides(analysis: Analysis) -> Iterator[Problem]:
    """Each telling of a score against the others between the same two."""
    text = analysis.article.text
    for pair in ledger(analysis).result_pairs():
        here, there = pair.second.span.of(text), pair.first.span.of(text)
        message = f"“{here}” and “{there}” give the same score to different winners."
        yield conflict(pair, message, "Who won?", likely=False)
