"""What the headline says and the body never mentions (E003)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.events import top
from verifier.reading import Analysis
from verifier.reading._model import Quantity
from verifier.rules import _head_figures, _head_names, _head_quotes
from verifier.rules._rule import Problem, rule

_STORY = 3
"""Paragraphs that must follow a first one before it is taken for a standfirst: the lead of a note tells what nothing
repeats."""


@rule(
    "E003",
    "headline-unsupported",
    "warning",
    what="A name, a figure or an utterance in the headline or standfirst that the body never mentions.",
    why=(
        "What the headline promises, the article has to tell. A name that stands only there was left over from another "
        "version, cut from the body by mistake, or is the wrong one."
    ),
    fires=(
        "Port strike spreads as Ana Ruiz waits\n\nDockers walked out on Monday.\n\nTheir union wants more pay, a "
        "spokesman said.",
        "Port strike costs Ports Inc. $90 million\n\nPorts Inc. said on Monday that it had lost $40 million.\n\nThe "
        "strike goes on.",
        "Poe: ‘We are never going to close the pool’\n\nThe pool stays open this year, Jane Poe said on Monday.\n\n"
        "“Nobody plans to close it,” Poe said.",
    ),
    passes=(
        "Poe: ‘We are never going to close the pool’\n\nThe pool stays open this year, Jane Poe said on Monday.\n\n"
        "“We are never going to close the pool,” Poe said.",
        "The ‘never say never again’ pool stays\n\nThe pool stays open this year, Jane Poe said on Monday.\n\n"
        "“Nobody plans to close it,” Poe said.",
        "Port strike costs Ports Inc. $40 million\n\nPorts Inc. said on Monday that it had lost $39.8 million.\n\nThe "
        "strike goes on.",
        "Ferry sails again after 300 years\n\nA ferry left Ports Island on Monday.\n\nIt was the first in three "
        "centuries, the harbour said.\n\nThe crossing takes an hour.",
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
    reading = top.read(analysis)
    if reading is None:
        return
    told: set[str] = set()
    text = analysis.article.text
    below = len(analysis.article.paragraphs) - reading.body_from - 1
    for sentence in top.retold(reading):
        for figure in _head_figures.unsupported(analysis, reading, sentence):
            yield Problem(
                spans=(figure.span,),
                related=(),
                message=f"“{figure.span.of(text)}” stands at the top of the article, and the body never gives it.",
                question="Where does the figure come from? The body should say.",
                likely=sentence not in reading.heads
                and (below < _STORY or _may_stand_alone(analysis, figure) or not top.begins_anew(reading, sentence)),
            )
        for quotation in _head_quotes.nowhere_below(analysis, reading, sentence) if sentence in reading.heads else ():
            yield Problem(
                spans=(quotation.span,),
                message="The quotation in the headline stands nowhere in the body.",
                question="Who said it, and where? The body should quote it.",
            )
        if sentence not in reading.heads:
            continue  # a lead is part of the story: affiliations and datelines stand there alone
        for mention in _head_names.strangers(analysis, reading, sentence):
            name = mention.bare.of(analysis.article.text)
            if name in told or _head_names.is_label(analysis, mention):
                continue
            told.add(name)
            near = top.partners(reading, sentence)
            sure = _head_names.is_known(analysis, mention, sentence)
            yield Problem(
                spans=(mention.bare,),
                related=((near[0].sentence.span, "the body, without the name"),) if near and sure else (),
                message=f"“{name}” stands at the top of the article, and the body never mentions it.",
                question="Does the name belong to this story? Where it does, the body should say how.",
                likely=not sure,
            )


def _may_stand_alone(analysis: Analysis, figure: Quantity) -> bool:
    """Whether a first paragraph that may as well be the lead counts or measures something: such a figure is often told
    once, where a sum of money or a share is what the story goes on about."""
    paragraph = analysis.article.paragraph_at(figure.span.start)
    return figure.kind not in {"money", "percent"} and paragraph is not None and paragraph.kind == "body"
