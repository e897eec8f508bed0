"""What only a model can find (X): declared here for the catalogue; the rules alone never raise them."""

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


@rule(
    "X002",
    "unsupported-inference",
    "warning",
    what="A paraphrase that says more than the quotation it rests on.",
    why="A writer sums up what somebody said and goes a step further than the words do. Readers take the summary for "
    "what was said.",
    fires=('Mayor on the budget\n\nMayor Ana Ruiz promised to cut taxes. "We will look at every rate," Ruiz said.',),
    passes=('Mayor on the budget\n\nMayor Ana Ruiz promised a review. "We will look at every rate," Ruiz said.',),
    model=True,
)
def unsupported_inference(analysis: Analysis) -> Iterable[Problem]:
    """Raised from the model's answers alone."""
    del analysis
    return ()
