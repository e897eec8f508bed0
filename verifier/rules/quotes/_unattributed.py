"""Q001: words in quotation marks that the article gives to nobody."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.article import Span
from verifier.english import saying, verbs
from verifier.reading import Analysis, _saying
from verifier.reading._model import Quotation
from verifier.reading.words import Words
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
        "In a statement on Friday, Lee was careful. She spoke of the future alone.\n\n"
        '"If any harbour cannot be run well, it should be sold."\n\nThe vote is on Monday.',
        "Lee was asked about the cost.\n\nShe put it this way:\n\n"
        '"This will cost every family in the town a great deal of money and bring us nothing."',
        '"This will cost every family in the town a great deal of money.\n\n"It will bring us nothing," Lee said.',
        'He wore a shirt that read "Keep Our Harbour" and hummed "Row, Row, Row Your Boat."',
        'The film, "The Man Who Sold the Harbour to the Sea," opens on Friday.',
        '"This will cost every family in the town a great deal." ― Ann Lee, shopkeeper',
        '"This will cost every family in the town a great deal." Ann Lee, shopkeeper, "What the harbour did to us all"',
    ),
)
def unattributed_quote(analysis: Analysis) -> Iterable[Problem]:
    """Direct quotations that no attribution with a source holds, unless the words around them hint at one."""
    held = {i for a in analysis.attributions if a.source is not None for i in a.quotations}
    for quotation in analysis.quotations:
        if quotation.kind != "direct" or quotation.index in held:
            continue
        if _is_statement(analysis, quotation) and not _hinted(analysis, quotation):
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


def _hinted(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether the words of its paragraph outside all marks, or the lines around it, hint at a speaker."""
    article, words = analysis.article, analysis.words
    paragraph = article.paragraph_at(quotation.marks.start)
    if paragraph is None:
        return True
    quoted = {
        i
        for q in analysis.quotations[max(0, quotation.index - _AROUND) : quotation.index + _AROUND]
        for i in words.inside(q.marks)
    }
    outside = [i for i in words.inside(paragraph.span) if i not in quoted]
    if _signed(words, outside, paragraph.span):
        return True
    for i in outside:
        low = words.lows[i]
        signed = low in _DASHES and any(form[0].isupper() for form in words.forms[i + 1 : i + 2])
        if signed or low in saying.HINTS or _saying.is_verb(low):
            return True
    return _introduced(analysis, quotation, paragraph.index)


def _signed(words: Words, outside: list[int], paragraph: Span) -> bool:
    """The paragraph is quotations and a signature after the first of them: a few words that begin with a capital, say
    nothing and end without a stop ("…" Ann Lee, shopkeeper)."""
    named = [i for i in outside if words.forms[i][0].isalnum()]
    if not named or len(named) > _SIGNATURE or words.inside(paragraph).start in outside:
        return False
    tells = any(
        words.lows[i] in verbs.OF_A_SENTENCE or (words.forms[i].islower() and words.lows[i].endswith("ed"))
        for i in named
    )
    return words.forms[named[0]][0].isupper() and not tells and words.forms[outside[-1]] not in {".", "!", "?"}


_SIGNATURE = 8  # words: a name with a role; more are a sentence
_AROUND = 20  # quotations of the same paragraph that may stand before and after
_DASHES = frozenset(("—", "–", "―", "--"))


def _introduced(analysis: Analysis, quotation: Quotation, paragraph: int) -> bool:
    """The text leads up to the quotation with a colon or tells of a statement in the paragraph before, or signs it in
    the next line."""
    article, words = analysis.article, analysis.words
    first = words.at(quotation.marks.start)
    if first > 0 and words.forms[first - 1] == ":":
        return True
    before = words.inside(article.paragraphs[paragraph - 1].span) if paragraph else range(0)
    alone = words.inside(article.paragraphs[paragraph].span).start == first
    if alone and any(
        words.lows[i] in saying.UTTERANCES and "in" in words.lows[max(before.start, i - 3) : i] for i in before
    ):
        return True
    if paragraph + 1 < len(article.paragraphs):
        nxt: Span = article.paragraphs[paragraph + 1].span
        if article.plain[nxt.start] in "—–―-":
            return True
    return False
