"""S002: figures given as fact, in a paragraph that names no source."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.article import Paragraph, Span
from verifier.english import assertions
from verifier.reading import Analysis, asserted
from verifier.reading._model import Quantity
from verifier.reading._sentence import has_verb
from verifier.rules._rule import Problem, rule

_LARGE = 1000
_MOST = 3
"""Superlatives and accusations told of one article."""


@rule(
    "S002",
    "unsourced-figure",
    "info",
    what="A figure, superlative or accusation given as fact, with no source in its paragraph.",
    why="A reader, and a desk, can only check a figure when the piece says where it comes from.",
    fires=(
        "The valley lost 40 percent of its orchards in ten years.\n\nThe mayor said the rest would be saved.",
        "Repairs have cost $3.2 million so far. The lake is open again.",
        "More than 12,000 people crossed the pass last winter.",
        "The old mill by the lake is the largest bakery in the country.",
        "Leeds will open the first ever school for bakers in May.",
        "Ruiz ran the mill for years. Her partner is accused of fraud.",
    ),
    passes=(
        "The valley lost 40 percent of its orchards in ten years, according to the farm office.",
        "Repairs have cost $3.2 million so far, the mayor said.",
        "The walk took three hours and two boats.",
        "The old mill is the largest bakery in the country, Ana Ruiz said.",
        "The lake froze over the country's oldest mills.",
        "The mill is one of the largest bakeries in the country.",
        "Ruiz ran the mill for years. Prosecutors charged her with fraud in May.",
        "Her partner was never accused of fraud.",
        "A survey of 1,200 farmers put the loss at 40 percent.",
        "The lake froze in May.\n\nAttendance: 11,204",
    ),
)
def unsourced(analysis: Analysis) -> Iterator[Problem]:
    """Report the figures of each paragraph that names no source, once a paragraph."""
    paragraphs = analysis.article.paragraphs
    weighty: dict[int, list[Quantity]] = {}
    for quantity in analysis.quantities:
        if _weighty(quantity):
            paragraph = analysis.article.paragraph_at(quantity.span.start)
            if paragraph is not None and paragraph.kind == "body":
                weighty.setdefault(paragraph.index, []).append(quantity)
    sourced = _sourced(analysis)
    for index, figures in weighty.items():
        tokens = analysis.words.inside(paragraphs[index].span)
        if index in sourced or not has_verb(analysis.tags, tokens):
            continue
        if not _names_a_source(analysis, paragraphs[index]):
            yield _problem(analysis, figures)
    yield from _assertions_of(analysis, sourced)


def _assertions_of(analysis: Analysis, sourced: set[int]) -> Iterator[Problem]:
    """The first superlatives and accusations of paragraphs that name no source."""
    told = 0
    for span, kind in asserted.find(analysis.article, analysis.words):
        paragraph = analysis.article.paragraph_at(span.start)
        if paragraph is None or paragraph.kind != "body" or paragraph.index in sourced:
            continue
        if _names_a_source(analysis, paragraph):
            continue
        told += 1
        if told > _MOST:
            return
        words = " ".join(span.of(analysis.article.plain).split())
        yield Problem(
            spans=(span,),
            message=f"“{words}” is given as fact; the paragraph names no source.",
            question="Who says so?" if kind == "accusation" else "Where is that on record?",
        )


def _weighty(quantity: Quantity) -> bool:
    """Whether a figure is of the kind that somebody must have counted: money, shares, and large numbers."""
    if quantity.kind in {"money", "percent"}:
        return True
    return quantity.kind == "count" and quantity.value >= _LARGE


def _sourced(analysis: Analysis) -> set[int]:
    """The paragraphs that hold a statement credited to somebody."""
    places: list[Span] = []
    for said in analysis.attributions:
        if said.source is not None:
            places += (*said.content, said.source.mention)
    found = (analysis.article.paragraph_at(p.start) for p in places)
    return {p.index for p in found if p is not None}


def _names_a_source(analysis: Analysis, paragraph: Paragraph) -> bool:
    tokens = analysis.words.inside(paragraph.span)
    return not assertions.SOURCE_WORDS.isdisjoint(analysis.words.lows[tokens.start : tokens.stop])


def _problem(analysis: Analysis, figures: list[Quantity]) -> Problem:
    text = analysis.article.plain  # the words without mark-up
    *before, last = [f"“{' '.join(q.span.of(text).split())}”" for q in figures[:3]]
    words = f"{', '.join(before)} and {last}" if before else last
    verb = "is" if len(figures) == 1 else "are"
    return Problem(
        spans=tuple(q.span for q in figures),
        message=f"{words} {verb} given as fact; the paragraph names no source.",
        question="Where does the figure come from?",
        wants_source=True,
    )
