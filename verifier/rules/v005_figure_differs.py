"""V005: a figure, date or name that a source tells otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.rules._passages import INTERVIEW, ask, place
from verifier.rules._rule import Problem, rule_against

if TYPE_CHECKING:
    from verifier.sources import Fact, Held


@rule_against(
    "V005",
    "figure-differs",
    "error",
    what="A figure or date that a source gives otherwise for the same thing, or a name that it spells otherwise. "
    "What is rounded, converted or hedged alike is no difference; what one source has as the article does and another "
    "otherwise is a warning.",
    why="Figures and names are copied by hand, from the release to the notes to the story, and go wrong on the way. "
    "The source is at hand: it tells in a second.",
    sources=(INTERVIEW,),
    fires=(
        "Bridge plan\n\nThe new bridge costs 35 million dollars, Mayor Karin Holm said on Monday.",
        "Bridge plan\n\nThe mayor had spoken to Ana Ruis about it, Karin Holm said on Monday.",
    ),
    passes=(
        "Bridge plan\n\nThe new bridge costs $25 million, Mayor Karin Holm said on Monday.",
        "Bridge plan\n\nThe old bridge cost 3 million dollars in 1962, the town's archive shows.",
    ),
)
def figure_differs(held: Held) -> Iterator[Problem]:
    """Each figure, date or name that is otherwise in the passage that tells the same."""
    text = held.analysis.article.text
    for number, fact in enumerate(held.facts):
        if fact.what in ("quotation", "paraphrase"):
            continue
        if fact.disputed is not None:
            yield _disputed(fact, fact.disputed, number, text)
        if fact.status != "differs" or fact.source is None or fact.passage is None or fact.theirs is None:
            continue
        note = next((f", {d.note}" for d in fact.differences if d.note), "")
        yield Problem(
            spans=(fact.span,),
            message=f"The article has “{fact.span.of(text)}”, the source “{fact.theirs.of(fact.source.text)}”{note} "
            f"({place(fact.source, fact.passage)}).",
            question=ask(fact, "which is right", "which is right"),
            severity="warning" if fact.what == "name" else None,
            evidence=number,
        )


def _disputed(fact: Fact, other: Fact, number: int, text: str) -> Problem:
    """What one source bears out and another has otherwise: which is right, nobody but a person can say."""
    assert fact.source is not None  # noqa: S101 - it is confirmed, and the other differs
    assert other.source is not None  # noqa: S101
    assert other.passage is not None  # noqa: S101
    assert other.theirs is not None  # noqa: S101
    return Problem(
        spans=(fact.span,),
        message=f"The sources differ: {fact.source.id} has “{fact.span.of(text)}” as the article does, and "
        f"{place(other.source, other.passage)} has “{other.theirs.of(other.source.text)}”.",
        question="Which of the two is right?",
        severity="warning",
        evidence=number,
    )
