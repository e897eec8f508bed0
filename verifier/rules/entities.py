"""Names, roles and places that disagree (E)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.language import Analysis
from verifier.rules import _summary
from verifier.rules._rule import Problem, rule


@rule(
    "E005",
    "summary-mismatch",
    "warning",
    what="A headline, standfirst or lead that says the opposite of what the body tells, or names another thing.",
    why=(
        "The head of an article is written last and in a hurry, often by somebody else, and read by most. Where a "
        "sentence of the body tells the same in nearly the same words, a word that excludes the body's word is a slip."
    ),
    fires=(
        "Court grants request for harbour papers\n\nA judge spoke about the case on Friday.\n\nThe court rejected the "
        "request for the harbour papers on Friday.",
        "Council news\n\nThe town will allow dogs on the town beach in summer.\n\nIt met for three hours.\n\nThe town "
        "will ban dogs on the town beach in summer, the mayor wrote.",
        "Ferry news\n\nThe ferry company did not warn its passengers about the storm.\n\nThe storm came at noon.\n\nThe ferry "
        "company warned its passengers about the storm, records show.",
    ),
    passes=(
        "Court rejects request for harbour papers\n\nA judge spoke about the case on Friday.\n\nThe court refused the "
        "request for the harbour papers on Friday.",
        "Council news\n\nThe town will not allow dogs on the town beach in summer.\n\nIt met for three hours.\n\nThe "
        "town will ban dogs on the town beach in summer, the mayor wrote.",
        "Ferry news\n\nThe ferry company did not warn its passengers about the storm.\n\nThe storm came at noon.\n\nThe ferry "
        "company never warned its passengers about the storm, records show.",
    ),
)
def summary_mismatch(analysis: Analysis) -> Iterator[Problem]:
    """Each sentence of headline, standfirst and lead against the sentences of the body that tell the same."""
    reading = _summary.read(analysis)
    if reading is None:
        return
    text = analysis.article.text
    for clash in _summary.clashes(reading):
        here, there = clash.here.of(text), clash.there.of(text)
        yield Problem(
            spans=(clash.here,),
            related=((clash.there, "the body"),),
            message=f"The top of the article says “{here}” where the body says “{there}”.",
            question="Which of the two is meant?",
        )
