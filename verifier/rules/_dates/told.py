"""Two dates of one event, as D001 and D002 tell them."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.events import days, ledger
from verifier.reading import Analysis
from verifier.rules._kinds.conflicts import conflict
from verifier.rules._rule import Problem


def problems(analysis: Analysis, *, sure: bool) -> Iterable[Problem]:
    """The pairs that are surely of one event, or those that only may be."""
    text = analysis.article.text
    what = "the same event" if sure else "what may be the same event"
    for pair in ledger(analysis).date_pairs:
        likely = pair.sameness.how in {"perhaps", "other"} or pair.sameness.parted
        if likely and not days.may_be_one(pair.first.value, pair.second.value):
            continue
        if sure == (pair.sameness.how == "same" and not likely):
            first, second = (" ".join(told.span.of(text).split()) for told in (pair.first, pair.second))
            yield conflict(
                pair,
                f"The text gives {first} and {second} for {what}.",
                "Is it one event? If so, which date is right?",
                likely=likely,
            )
