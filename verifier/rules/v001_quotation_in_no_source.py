"""V001: a quotation that stands in none of the sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.rules._passages import INTERVIEW, ask, place, shown
from verifier.rules._rule import Problem, rule_against
from verifier.settings import Severity

if TYPE_CHECKING:
    from verifier.sources import Fact, Held

_FEW = 3
"""Words below which a quotation is only missed where the sources are complete: "chaos" may have been said anywhere."""


@rule_against(
    "V001",
    "quotation-in-no-source",
    "error",
    what="A quotation that none of the given sources holds; an error where the sources of its speaker are marked as "
    "complete, else a warning.",
    why="Words in quotation marks stand for words that somebody said. Where no recording, transcript or document has "
    "them, they may come from notes, from memory, from a paraphrase, or from a program that made them up.",
    sources=(INTERVIEW,),
    fires=(
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “This bridge will outlast every one of us and our "
        "children,” Holm said.",
    ),
    passes=(
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “It is safe for cars,” Holm said. “Lorries have to take the "
        "long way round until the spring.”",
        "Bridge plan\n\nMayor Karin Holm read from “The Bridges of Madison County” on Monday.",
    ),
)
def quotation_in_no_source(held: Held) -> Iterator[Problem]:
    """Each quotation that was looked for and not found."""
    for number, fact in enumerate(held.facts):
        if fact.what != "quotation" or fact.status not in ("absent", "near"):
            continue
        complete = held.complete_for(fact)
        if fact.words < _FEW and not complete:
            continue
        severity: Severity | None = None if complete else "warning"
        yield Problem(
            spans=(fact.span,), message=_message(held, fact, complete=complete), question=ask(fact), severity=severity,
            evidence=number,
        )  # fmt: skip


def _message(held: Held, fact: Fact, *, complete: bool) -> str:
    said = f"of {fact.credit.name}" if fact.credit and complete else ""
    where = f"the sources {said}, which are marked as complete, do not hold" if complete else "no source holds"
    message = f"{where[0].upper()}{where[1:]} these words"
    if fact.status == "near" and fact.source and fact.passage:
        near = shown(fact.passage.of(fact.source.text))
        message += f"; the nearest are “{near}” ({place(fact.source, fact.passage)})"
    elif fact.credit and not complete and not held.heard(fact):
        message += f"; {fact.credit.name} is not named as a speaker in any"
    return message + "."
