"""V003: a quotation cut so that its sense changes, or cut without saying so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.rules._passages import INTERVIEW, ask, place, shown
from verifier.rules._rule import Problem, rule_against
from verifier.settings import Severity

if TYPE_CHECKING:
    from verifier.sources import Difference, Fact, Held


@rule_against(
    "V003",
    "cut-changes-sense",
    "error",
    what="A quotation that leaves out words of its source without a mark, or leaves out a negation or a condition with "
    "a mark or at an end, or joins words that do not follow one another in one turn. A warning where the sense may be "
    "kept.",
    why="A cut is marked so that the reader knows of it, and must leave the sense as it was. “We may borrow … if the "
    "council agrees” is no promise; cut before the “if” it is one.",
    sources=(INTERVIEW,),
    fires=(
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “We may borrow ten of that,” Holm said.",
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “We will … raise the levy for it this year,” Holm said.",
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “Lorries have to take the long way, and I am sorry for "
        "that,” Holm said.",
    ),
    passes=(
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “The new bridge costs 25 million dollars … I spoke to Ana "
        "Ruiz "
        "about it on Monday,” Holm said.",
        "Bridge plan\n\nIf the council agrees, Mayor Karin Holm said, “we may borrow ten of that”.",
    ),
)
def cut_changes_sense(held: Held) -> Iterator[Problem]:
    """Each quotation with a cut that its house does not allow."""
    for number, fact in enumerate(held.facts):
        if fact.what != "quotation" or fact.status != "differs" or fact.source is None:
            continue
        for difference in held.against(fact):
            if difference.kind in ("cut", "order"):
                yield Problem(
                    spans=(difference.article or fact.span,),
                    message=_message(fact, difference),
                    question=ask(fact),
                    severity=_severity(held, difference),
                    evidence=number,
                )
                break


def _severity(held: Held, difference: Difference) -> Severity | None:
    """An error where a negation or condition is lost inside the quotation, else what the house says."""
    return None if "“" in difference.note else held.severity(difference)


def _message(fact: Fact, difference: Difference) -> str:
    assert fact.source is not None  # noqa: S101 - the caller has looked
    assert fact.passage is not None  # noqa: S101
    where = place(fact.source, fact.passage)
    words = shown(difference.source.of(fact.source.text)) if difference.source else ""
    if difference.kind == "order":
        return f"“{words}” {difference.note} of the source ({where})."
    if difference.note == "left out before":
        return f"The source has “{words}” right before these words, and the quotation is without it ({where})."
    if difference.note == "left out after":
        return f"The source goes on “{words}”, and the quotation stops before it ({where})."
    return f"The source has “{words}” here, {difference.note} ({where})."
