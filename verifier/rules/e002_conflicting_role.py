"""One person with two roles that do not go together (E002)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.reading import Analysis
from verifier.rules import _roles
from verifier.rules._rule import Problem, rule


@rule(
    "E002",
    "conflicting-role",
    "warning",
    what="One person with two titles that nobody holds at once.",
    why="A premier is not a vice premier: one of the two titles is wrong, or the article leaves out that one is past.",
    fires=(
        "They met Vice Premier Hu Lan at the old harbour on Monday.\n\nThe next day Premier Hu Lan flew home.",
        "Sen. Tom Vale spoke first.\n\nLater Rep. Vale left the room.",
        "French President Jean Roux spoke first.\n\nLater Belgian President Jean Roux left the room.",
    ),
    passes=(
        "They met former Vice Premier Hu Lan on Monday.\n\nThe next day Premier Hu Lan flew home.",
        "Sen. Tom Vale spoke first.\n\nVale, a lawyer, left the room. Sen. Vale came back.",
        "Lieutenant General Tom Vale spoke first.\n\nLater General Vale left the room.",
    ),
)
def conflicting_role(analysis: Analysis) -> Iterator[Problem]:
    """Each person's titles against one another."""
    text = analysis.article.text
    for later, earlier in _roles.conflicts(analysis):
        here, there = later.span.of(text), earlier.span.of(text)
        yield Problem(
            spans=(later.span,),
            related=((earlier.span, "the other title"),),
            message=f"The same person is “{here}” here and “{there}” there.",
            question="Which title is right? If one is past, say so.",
        )
