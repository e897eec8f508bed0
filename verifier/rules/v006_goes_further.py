"""V006: a paraphrase that goes further than its source, or against it; only a model can find it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.rules._passages import INTERVIEW, ask, place, shown
from verifier.rules._rule import Problem, rule_against

if TYPE_CHECKING:
    from verifier.sources import Held


@rule_against(
    "V006",
    "goes-further",
    "warning",
    what="A paraphrase that claims more than the passage of the source it rests on, or goes against it: a promise for "
    "a thought, a condition left out, all for some. Both sides are shown, in their own words.",
    why="What is told without quotation marks is held to no words, and drifts: “may, if the council agrees” becomes "
    "a plan. The reader takes the summary for what was said, and so does the next writer.",
    sources=(INTERVIEW,),
    fires=("Bridge plan\n\nMayor Karin Holm said the town will borrow ten million dollars for the new bridge.",),
    passes=(
        "Bridge plan\n\nMayor Karin Holm said the town may borrow ten million dollars for the new bridge if the "
        "council agrees.",
    ),
    model=True,
)
def goes_further(held: Held) -> Iterator[Problem]:
    """Each paraphrase beside which the model named a passage that says less, or something else."""
    text = held.analysis.article.text
    for number, fact in enumerate(held.facts):
        if fact.what != "paraphrase" or fact.source is None or fact.passage is None:
            continue
        for difference in fact.differences:
            if difference.article is None or difference.source is None:
                continue
            ours, theirs = shown(difference.article.of(text)), shown(difference.source.of(fact.source.text))
            how = "go against" if fact.status == "differs" else "go further than"
            yield Problem(
                spans=(difference.article,),
                message=f"The words “{ours}” may {how} the source, which has “{theirs}” "
                f"({place(fact.source, fact.passage)}).",
                question=ask(fact, "was this said", "does it say this"),
                explanation=fact.note,
                evidence=number,
            )
