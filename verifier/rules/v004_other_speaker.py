"""V004: words that are somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.rules._passages import INTERVIEW, ask, place
from verifier.rules._rule import Problem, rule_against

if TYPE_CHECKING:
    from verifier.sources import Held


@rule_against(
    "V004",
    "other-speaker",
    "error",
    what="A quotation whose words stand in the turn of somebody else than the article credits with them (another "
    "speaker, or whoever asked the questions), or that a document quotes from somebody else.",
    why="In a transcript the question often says what the answer is then credited with. Whoever said it is the one to "
    "be quoted.",
    sources=(INTERVIEW,),
    fires=(
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “Is the old bridge safe to cross for lorries today?” Holm "
        "asked.",
        "Bridge plan\n\nThe mayor's office answered on Monday. “It is safe for cars,” Ana Ruiz said. “Lorries have to "
        "take the long way round until the spring.”",
    ),
    passes=(
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “Lorries have to take the long way round until the spring,” "
        "Holm said.",
        "Bridge plan\n\n“Lorries have to take the long way round until the spring,” the mayor said on Monday.",
    ),
)
def other_speaker(held: Held) -> Iterator[Problem]:
    """Each quotation found in another's turn, or quoted there from another."""
    for number, fact in enumerate(held.facts):
        if fact.what == "quotation" and fact.other and fact.credit and fact.source and fact.passage:
            yield Problem(
                spans=(fact.span,),
                message=f"The article credits {fact.credit.name}, and the words are another's there "
                f"({place(fact.source, fact.passage)}).",
                question=ask(fact, "who says this", "who says this there"),
                evidence=number,
            )
