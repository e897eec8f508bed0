"""V007: what rests on one second-hand source, or on copies of one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.rules._rule import Problem, Sample, rule_against

if TYPE_CHECKING:
    from verifier.article import Span
    from verifier.sources import Held

_WIRE = Sample(
    "The council of Aldby will vote on the harbour plan on Monday. The plan would close the old "
    "quay to lorries for two years, and shops on the quay would have to move, the agency reported.",
    kind="wire",
)


@rule_against(
    "V007",
    "lone-source",
    "info",
    what="Quotations and figures that only a second-hand source has (a wire report, an own story, another's "
    "article), or "
    "only several sources that are copies of one text.",
    why="A report of what somebody said is one step away from it, and five copies of one report are one report. What "
    "rests on it alone is worth a call.",
    sources=(_WIRE,),
    fires=(
        "Harbour plan\n\nThe plan is disputed. “Shops on the quay would have to move,” a council paper says, and "
        "“close "
        "the old quay to lorries for two years” is its first line.",
    ),
    passes=("Harbour plan\n\nThe plan is disputed. Nobody at the quay wanted to talk about it.",),
)
def lone_source(held: Held) -> Iterator[Problem]:
    """One finding for each second-hand source, or group of copies, that something rests on alone."""
    resting: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for number, fact in enumerate(held.facts):
        if fact.status in ("confirmed", "differs") and (lone := held.rests_on(fact)):
            resting[lone].append((number, fact.span))
    for lone, places in resting.items():
        yield Problem(
            spans=tuple(span for _, span in places),
            message=f"{'This rests' if len(places) == 1 else 'These places rest'} on {lone} alone.",
            question="Can the first hand be reached: whoever said it, or the document itself?",
            evidence=places[0][0],
        )
