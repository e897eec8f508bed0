"""Wording in quotations that nobody would let stand (Q008)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.reading import Analysis
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule
from verifier.rules._text import word_slips


@rule(
    "Q008",
    "doubtful-wording",
    "info",
    what="A quotation with wording that its speaker would hardly have used and an editor hardly let stand.",
    why="A slip inside quotation marks means that the quotation was typed, translated or rewritten on the way: it may "
    "not be verbatim.",
    fires=(
        "Dam plan stalls\n\n“It would be a awful cost for farmers,” the minister said.",
        'Dam plan stalls\n\n"That fact that the river is low makes it easier," the minister said.',
        "Dam plan stalls\n\n“We should of waited for the the rain,” the minister said.",
        "Dam plan stalls\n\nThe minister called the plan “an useful step” for farmers.",
    ),
    passes=(
        "Dam plan stalls\n\n“It would be an awful cost for farmers,” the minister said.",
        "Dam plan stalls\n\n“I know that that is the fact that matters,” the minister said. It was a awful day.",
        "Dam plan stalls\n\n“It was a very, very long day, and we had had no rain,” the minister said.",
    ),
)
def doubtful(analysis: Analysis) -> Iterator[Problem]:
    """The slips that T002 reports outside quotations, inside them."""
    words, quoted = analysis.words, Quoted.of(analysis)
    if not analysis.quotations:
        return
    for slip in word_slips.find(analysis):
        span = words.span(slip.first, slip.last)
        if span.start in quoted and analysis.article.same_paragraph(span):
            yield Problem(
                spans=(span,),
                message=f'In the quotation, "{" ".join(span.of(analysis.article.text).split())}" {slip.what}.',
                question="Is this what was said? Check the quotation against the recording or the source.",
            )
