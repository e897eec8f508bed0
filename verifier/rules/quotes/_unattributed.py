"""Q001: words in quotation marks that the article gives to nobody."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.article import Span
from verifier.language import Analysis, _saying
from verifier.language._model import Quotation
from verifier.rules._rule import Problem, rule

_SHORTEST = 6  # words: fewer are a slogan, a sign, a term more often than somebody's statement


@rule(
    "Q001",
    "unattributed-quote",
    "error",
    what="A direct quotation whose speaker the article never names: not in its sentence, nor in its paragraph, nor by "
    "going on from a quotation whose speaker is named.",
    why="Nobody can check with an unnamed speaker, and readers give such words to whoever was named last.",
    fires=(
        "Harbour plan divides the town\n\nThe council votes on the harbour plan on Monday.\n\n"
        '"This will cost every family in the town a great deal of money and bring us nothing."\n\n'
        "The vote is expected to be close.",
        'Mayor Ann Lee told reporters on Friday that talks were "going well", the Gazette reported.\n\n'
        '"The fact that the port is busy again might mean that the union will be less open to a deal".\n\n'
        'And what if Lee closes the port? "It would be a terrible blow to the shops along the quay".',
    ),
    passes=(
        '"This will cost every family in the town a great deal of money," Ann Lee, a shopkeeper, said. '
        '"It will bring us nothing at all in return."',
        "Lee was asked about the cost.\n\nShe put it this way:\n\n"
        '"This will cost every family in the town a great deal of money and bring us nothing."',
        '"This will cost every family in the town a great deal of money.\n\n"It will bring us nothing," Lee said.',
        'He wore a shirt that read "Keep Our Harbour" and hummed "Row, Row, Row Your Boat."',
        'The film, "The Man Who Sold the Harbour to the Sea," opens on Friday.',
        '"This will cost every family in the town a great deal." ― Ann Lee, shopkeeper',
    ),
)
def unattributed_quote(analysis: Analysis) -> Iterable[Problem]:
    """Direct quotations that no attribution with a source holds, unless the words around them hint at one."""
    held = {i for a in analysis.attributions if a.source is not None for i in a.quotations}
    for at, quotation in enumerate(analysis.quotations):
        if quotation.kind != "direct" or quotation.index in held:
            continue
        if _is_statement(analysis, quotation) and not _hinted(analysis, at, quotation):
            yield Problem(
                (quotation.marks,),
                "Nobody is named as the speaker of this quotation.",
                "Who said this, to whom, and where?",
            )


def _is_statement(analysis: Analysis, quotation: Quotation) -> bool:
    """A whole sentence in the body of the article."""
    article, words = analysis.article, analysis.words
    paragraph = article.paragraph_at(quotation.marks.start)
    if paragraph is None or paragraph.kind not in ("body", "standfirst"):
        return False
    inside = [words.forms[i] for i in words.inside(quotation.span) if words.forms[i][0].isalnum()]
    lower = sum(1 for form in inside if form[0].islower())
    return len(inside) >= _SHORTEST and 2 * lower > len(inside)


def _hinted(analysis: Analysis, at: int, quotation: Quotation) -> bool:
    """Whether the words of its sentence outside the marks, or the line after it, hint at a speaker."""
    article, words = analysis.article, analysis.words
    paragraph = article.paragraph_at(quotation.marks.start)
    if paragraph is None:
        return True
    tokens = words.inside(paragraph.span)
    before = analysis.quotations[at - 1].marks.end if at else 0
    after = analysis.quotations[at + 1].marks.start if at + 1 < len(analysis.quotations) else len(article.text)
    low = max(tokens.start, words.at(before - 1) + 1) if before else tokens.start
    high = min(tokens.stop, words.at(after)) if at + 1 < len(analysis.quotations) else tokens.stop
    first, last = words.at(quotation.marks.start), words.at(quotation.marks.end - 1)
    start = _gap_start(words.forms, low, first)
    end = _gap_end(words.forms, last + 1, high)
    outside = [words.lows[i] for i in (*range(start, first), *range(last + 1, end))]
    return any(_saying.is_verb(low_) or low_ == "according" for low_ in outside) or _introduced(
        analysis, quotation, paragraph.index
    )


def _gap_start(forms: list[str], low: int, first: int) -> int:
    i = first - 1
    while i >= low and forms[i] not in (".", "?", "!"):
        i -= 1
    return i + 1


def _gap_end(forms: list[str], start: int, high: int) -> int:
    i = start
    while i < high and forms[i] not in (".", "?", "!"):
        i += 1
    return i


def _introduced(analysis: Analysis, quotation: Quotation, paragraph: int) -> bool:
    """The text leads up to the quotation with a colon, or signs it in the next line."""
    article, words = analysis.article, analysis.words
    first = words.at(quotation.marks.start)
    if first > 0 and words.forms[first - 1] == ":":
        return True
    if paragraph + 1 < len(article.paragraphs):
        nxt: Span = article.paragraphs[paragraph + 1].span
        if article.plain[nxt.start] in "—–―-":
            return True
    return False
