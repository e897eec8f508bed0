"""Names, roles and places that disagree (E)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.language import Analysis
from verifier.rules import _head_names, _summary
from verifier.rules._rule import Problem, rule


@rule(
    "E003",
    "headline-unsupported",
    "warning",
    what="A name in the headline or standfirst that the body never mentions.",
    why=(
        "What the headline promises, the article has to tell. A name that stands only there was left over from another "
        "version, cut from the body by mistake, or is the wrong one."
    ),
    fires=(
        "Port strike spreads as Maersk waits\n\nDockers walked out on Monday.\n\nTheir union wants more pay, a "
        "spokesman said.",
        "Denmark and Norway sign fishing deal\n\nThe Danish minister signed the paper on Monday.\n\nIt holds for ten "
        "years.",
    ),
    passes=(
        "Danish dockers strike as WTO meets\n\nDockers in Denmark walked out on Monday.\n\nThe World Trade "
        "Organization met "
        "in Geneva.",
        "Dems pick Poe for mayor\n\nThe Democratic Party chose its candidate on Monday.\n\nJane Poe, 54, is a teacher.",
        "Beijing warns of drought\n\nChinese officials spoke of a dry summer.\n\nRain is not in sight, they said.",
        "Why Towns Are Selling Their Harbours\n\nSmall ports cost a lot.\n\nBuyers are easy to find, brokers say.",
    ),
)
def headline_unsupported(analysis: Analysis) -> Iterator[Problem]:
    """Each name of headline and standfirst against everything the body mentions."""
    reading = _summary.read(analysis)
    if reading is None:
        return
    told: set[str] = set()
    for sentence in reading.heads:
        for mention in _head_names.strangers(analysis, reading, sentence):
            name = mention.bare.of(analysis.article.text)
            if name in told:
                continue
            told.add(name)
            near = _summary.partners(reading, sentence)
            yield Problem(
                spans=(mention.bare,),
                related=((near[0].sentence.span, "the body, without the name"),) if near else (),
                message=f"“{name}” stands at the top of the article, and the body never mentions it.",
                question="Does the name belong to this story? Where it does, the body should say how.",
            )


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
        "Ferry news\n\nThe ferry company did not warn its passengers about the storm.\n\nThe storm came at "
        "noon.\n\nThe ferry "
        "company warned its passengers about the storm, records show.",
    ),
    passes=(
        "Court rejects request for harbour papers\n\nA judge spoke about the case on Friday.\n\nThe court refused the "
        "request for the harbour papers on Friday.",
        "Council news\n\nThe town will not allow dogs on the town beach in summer.\n\nIt met for three hours.\n\nThe "
        "town will ban dogs on the town beach in summer, the mayor wrote.",
        "Ferry news\n\nThe ferry company did not warn its passengers about the storm.\n\nThe storm came at "
        "noon.\n\nThe ferry "
        "company never warned its passengers about the storm, records show.",
    ),
)
def summary_mismatch(analysis: Analysis) -> Iterator[Problem]:
    """Each sentence of headline, standfirst and lead against the sentences of the body that tell the same."""
    reading = _summary.read(analysis)
    if reading is None:
        return
    text = analysis.article.text
    clashes = [c for s in reading.summaries for c in _head_names.swapped(analysis, reading, s)]
    for clash in (*clashes, *_summary.clashes(reading)):
        here, there = clash.here.of(text), clash.there.of(text)
        yield Problem(
            spans=(clash.here,),
            related=((clash.there, "the body"),),
            message=f"The top of the article says “{here}” where the body says “{there}”.",
            question="Which of the two is meant?",
        )
