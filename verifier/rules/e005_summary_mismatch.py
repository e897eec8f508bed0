"""A headline or standfirst that the body contradicts (E005)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.article import Span
from verifier.english import negation
from verifier.events import top
from verifier.reading import Analysis
from verifier.reading.capitals import title_case
from verifier.rules import _head_names, _head_quotes, _head_tolls, _opposed, _wording
from verifier.rules._rule import Problem, rule

_OF_WORDS = frozenset({"rival", "negation", "word"})
"""Ways to differ that say nothing of what the words are told."""
_COPY = 0.7
"""The share of a sentence of the top that one of the body holds, from which on it is the same told again."""


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
        'Bridge news\n\nPoe called the bridge "a very bad joke on the town" on Monday.\n\nIt rained.\n\n"What we got '
        "is a "
        'very bad tax on the town," Poe said.',
        "Baker calls the new quay “lovely”\n\nA new quay was built in spring.\n\nThe baker called the new quay "
        "“dreadful” on Monday.",
        "Ferry news\n\nThe ferry company did not warn its passengers about the storm.\n\nThe storm came at "
        "noon.\n\nThe ferry "
        "company warned its passengers about the storm, records show.",
        "Former clerk pleads guilty\n\nThe former clerk of Elm Green pleaded not guilty on Friday to theft.\n\nA trial "
        "is set for May.",
    ),
    passes=(
        "Former clerk pleads guilty\n\nThe former clerk of Elm Green pleaded guilty on Friday to theft. He pleaded not "
        "guilty in May.\n\nHe will be sentenced in June.",
        "Court rejects request for harbour papers\n\nA judge spoke about the case on Friday.\n\nThe court refused the "
        "request for the harbour papers on Friday.",
        "Council news\n\nThe town will not allow dogs on the town beach in summer.\n\nIt met for three hours.\n\nThe "
        "town will ban dogs on the town beach in summer, the mayor wrote.",
        "Ferry news\n\nThe ferry company did not warn its passengers about the storm.\n\nThe storm came at "
        "noon.\n\nThe ferry "
        "company never warned its passengers about the storm, records show.",
        "Orchard town opens new cider press\n\nELM GREEN - A new cider press opened in Elm Green on Friday, replacing "
        "an old one.\n\nIt cost little.",
    ),
)
def summary_mismatch(analysis: Analysis) -> Iterator[Problem]:
    """Each sentence of headline, standfirst and lead against the sentences of the body that tell the same."""
    reading = top.read(analysis)
    if reading is None:
        return
    text = analysis.article.text
    quoted = [
        (_opposed.Opposed(*sides, "quoted"), t.sure)
        for t in _wording.rewordings(analysis)
        if (sides := _wording.of_top(analysis, t))
    ]
    told = {c.here.start for c, _ in quoted}
    for s in top.retold(reading):
        quoted += [
            (c, c.what == "one word" or top.shared(analysis, c.here, c.there) >= _COPY)
            for c in _head_quotes.altered(analysis, reading, s)
            if not any(c.here.start <= t < c.here.end for t in told)
        ]
    tolls = [(c, True) for s in reading.heads for c in _head_tolls.opposed(analysis, reading, s)]
    swaps = [c for s in reading.summaries for c in _head_names.swapped(analysis, reading, s)]
    words = [(c, top.shared(analysis, c.here, c.there) >= _COPY) for c in (*swaps, *_opposed.opposed(reading))]
    for pair, sure in (*quoted, *tolls, *words):
        here, there = pair.here.of(text), pair.there.of(text)
        likely = (
            _is_heading(analysis, pair.there)
            or _seems(analysis, pair)
            or not (sure or top.in_standfirst(analysis, pair.here) or _opposed.bare_denial(analysis, reading, pair))
        )
        if likely and pair.what in _OF_WORDS and not top.tells_it(analysis, pair.here, pair.there):
            continue
        yield Problem(
            spans=(pair.here,),
            related=((pair.there, "the body"),),
            message=f"The top of the article says “{here}” where the body says “{there}”.",
            question="Which of the two is meant?",
            explanation=_why(pair.what),
            likely=likely,
        )


def _is_heading(analysis: Analysis, there: Span) -> bool:
    """Whether the body's side is a heading or an item, parallel to that at the top: a paragraph that ends no sentence,
    is written in capitals, or is nothing but a few words."""
    paragraph = analysis.article.paragraph_at(there.start)
    if paragraph is None or paragraph.kind != "body":
        return True
    told = paragraph.span.of(analysis.article.plain).rstrip()
    few = len(analysis.words.inside(paragraph.span)) <= _HEADING
    return few or told.isupper() or told[-1:].isalnum() or title_case(analysis.words, paragraph.span)


_HEADING = 8
"""Tokens of a paragraph that may be a heading although it ends in a stop."""


def _seems(analysis: Analysis, pair: _opposed.Opposed) -> bool:
    """Whether what is denied is how something seems, which may be of another thing."""
    denied = {analysis.words.lows[i] for span in (pair.here, pair.there) for i in analysis.words.inside(span)}
    return pair.what == "negation" and not denied.isdisjoint(negation.OF_IMPRESSIONS)


def _why(what: str) -> str:
    """For which reason the two sides are held against one another."""
    if what == "toll":
        return "Both count the dead, the hurt or the arrested; the body gives the head's figure nowhere, nor its parts."
    if what == "one word":
        return "The body has these words in this order, but for one, and has those of the head nowhere."
    return "The two sentences share most of their words, and differ here."
