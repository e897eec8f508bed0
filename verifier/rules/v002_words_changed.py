"""V002: a quotation whose source has other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.rules._passages import INTERVIEW, ask, kind, place, shown
from verifier.rules._rule import Problem, rule_against

if TYPE_CHECKING:
    from verifier.sources import Difference, Fact, Held


@rule_against(
    "V002",
    "words-changed",
    "error",
    what="A quotation that its source has in other words: a negation, a figure, a name, a modal or condition, a word "
    "of "
    "content, in that order of weight. What a house lets stand is its quote policy (docs/sources.md).",
    why="The reader takes every word between quotation marks for the speaker's own. A “not” that was lost turns the "
    "sentence; a “may” that became “will” makes a promise of a thought.",
    sources=(INTERVIEW,),
    fires=(
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “We will raise the levy for it this year,” Holm said.",
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “The new bridge costs 35 million dollars, and we may borrow "
        "ten of that if the council agrees,” Holm said.",
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “Trucks have to take the long way round until the spring,” "
        "Holm said.",
    ),
    passes=(
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “We won't raise the levy for it this year,” Holm said. “The "
        "new bridge costs $25 million, and we may borrow 10 of that if the council agrees.”",
        "Bridge plan\n\nMayor Karin Holm spoke on Monday. “I spoke to [council member] Ana Ruiz about it on Monday,” "
        "Holm said.",
    ),
)
def words_changed(held: Held) -> Iterator[Problem]:
    """Each quotation that stands in a source otherwise."""
    for number, fact in enumerate(held.facts):
        if fact.what != "quotation" or fact.status != "differs" or fact.source is None:
            continue
        changed = [d for d in held.against(fact) if d.kind not in ("cut", "order")]
        if not changed:
            continue
        spans = tuple(dict.fromkeys(d.article or fact.span for d in changed))
        yield Problem(
            spans=spans,
            message=_message(held, fact, changed),
            question=ask(fact),
            severity=held.severity(changed[0]),
            evidence=number,
        )


def _message(held: Held, fact: Fact, changed: list[Difference]) -> str:
    assert fact.source is not None  # noqa: S101 - the caller has looked
    assert fact.passage is not None  # noqa: S101
    first = changed[0]
    text, source = held.analysis.article.text, fact.source.text
    ours = f"“{shown(first.article.of(text))}”" if first.article else "nothing"
    theirs = f"“{shown(first.source.of(source))}”" if first.source else "nothing"
    what = kind(first)
    where = place(fact.source, fact.passage)
    more = f", and {len(changed) - 1} more difference{'s' if len(changed) > 2 else ''}" if changed[1:] else ""
    return f"The source has {theirs} where the quotation has {ours}: {what} differs ({where}){more}."
