"""Two dates of one event, as D001 and D002 tell them."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.events import is_log
from verifier.reading import Analysis
from verifier.rules._dates._near import because, is_near
from verifier.rules._dates._pairs import Pair, Sureness, pairs
from verifier.rules._rule import Problem


def problems(analysis: Analysis, sureness: Sureness) -> Iterable[Problem]:
    """The pairs of this sureness; none where what is told changes from hour to hour."""
    if is_log(analysis):
        return
    for pair in pairs(analysis.story, analysis.topics.postings):
        if pair.sureness == sureness:
            yield _problem(analysis, pair)


def _problem(analysis: Analysis, pair: Pair) -> Problem:
    text = analysis.article.text
    first, second = (" ".join(d.mention.span.of(text).split()) for d in (pair.first, pair.second))
    what = "the same event" if pair.sureness == "same" else "what may be the same event"
    return Problem(
        (pair.second.mention.span,),
        f"The text gives {first} and {second} for {what}.",
        "Is it one event? If so, which date is right?",
        explanation=f"The two are taken for one event because {because(pair)}.",
        related=((pair.first.mention.span, "the other date"),),
        likely=pair.sureness == "likely" and not is_near(pair),
    )
