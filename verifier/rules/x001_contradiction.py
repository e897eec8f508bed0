"""Two statements that cannot both be true (X001): declared for the catalogue, only a model can find it."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.reading import Analysis
from verifier.rules._rule import Problem, rule


@rule(
    "X001",
    "contradiction",
    "error",
    what="Two statements of the article that cannot both be true, whatever their kind.",
    why="Rules see conflicts of form: dates, figures, names. That a bridge cannot be both closed and full of traffic "
    "takes somebody who understands it. Both sentences are cited; the article disagrees with itself, or only seems to.",
    fires=(
        "Bridge stays shut\n\nThe bridge was closed all week.\n\nOn Wednesday lorries queued on the bridge for hours.",
    ),
    passes=("Bridge reopens\n\nThe bridge was closed last week.\n\nThis week lorries queued on the bridge for hours.",),
    model=True,
)
def contradiction(analysis: Analysis) -> Iterable[Problem]:
    """Raised from the model's answers alone."""
    del analysis
    return ()
