"""A paraphrase that says more than its quotation (X002): declared for the catalogue, only a model can find it."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.reading import Analysis
from verifier.rules._rule import Problem, rule


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
