"""Q001: words in quotation marks that the article gives to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from verifier.article import Span
from verifier.english import saying, verbs
from verifier.reading import Analysis, _saying
from verifier.reading._model import Quotation
from verifier.reading._sentence import VERBAL
from verifier.reading.words import Words
from verifier.rules._beside import beside
from verifier.rules._rule import Problem, rule

_SHORTEST = 6  # words: fewer are a slogan, a sign, a term more often than somebody's statement
_LEAST = 2  # words, where they are all that stands in a paragraph and end like a sentence


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
        'The harbour closes in June, Mayor Ann Lee said on Monday.\n\n"We will not run a boat until it is safe,"\n\n'
        "The line carries a million passengers a year.",
    ),
    passes=(
        '"This will cost every family in the town a great deal of money," Ann Lee, a shopkeeper, said. '
        '"It will bring us nothing at all in return."',
        "In a statement on Friday, Lee was careful. She spoke of the future alone.\n\n"
        '"If any harbour cannot be run well, it should be sold."\n\nThe vote is on Monday.',
        "Lee was asked about the cost.\n\nShe put it this way:\n\n"
        '"This will cost every family in the town a great deal of money and bring us nothing."',
        '"This will cost every family in the town a great deal of money.\n\n"It will bring us nothing," Lee said.',
        "“It went well for the town in the end,” Ann Lee said.\n\n'A fight to the finish.'\n\nThe port opened.",
        'He wore a shirt that read "Keep Our Harbour" and hummed "Row, Row, Row Your Boat."',
        'The film, "The Man Who Sold the Harbour to the Sea," opens on Friday.',
        '"This will cost every family in the town a great deal." ― Ann Lee, shopkeeper',
        '"This will cost every family in the town a great deal." Ann Lee, shopkeeper, "What the harbour did to us all"',
    ),
)
def unattributed_quote(analysis: Analysis) -> Iterable[Problem]:
    """Direct quotations that no attribution with a source holds, unless the words around them hint at one.

    Where somebody has spoken right before, or speaks right after, a reader takes the words for theirs: a note then. Not
    where the quotation ends on a comma and its paragraph with it: there the words that say who spoke were lost.
    """
    held = {i for a in analysis.attributions if a.source is not None for i in a.quotations}
    bare = [
        q
        for q in analysis.quotations
        if q.kind == "direct" and q.index not in held and _is_statement(analysis, q) and not _hinted(analysis, q)
    ]
    alone = _bare_paragraphs(analysis, held) if bare else set()
    for run in _runs(analysis, bare):
        near = None if _breaks_off(analysis, run[-1]) else beside(analysis, run, alone)
        spans = tuple(q.marks for q in run)
        if near is None:
            yield Problem(
                spans,
                "Nobody is named as the speaker of this quotation.",
                "Who said this, to whom, and where?",
                severity="info" if _is_motto(analysis, run) else None,
            )
        else:
            who = " ".join(near.of(analysis.article.plain).split())
            yield Problem(
                spans,
                f'This quotation has no speaker of its own; "{who}" stands right beside it.',
                f'Is this "{who}"? Then say so; else who said it?',
                related=((near, "beside it"),),
                severity="info",
            )


def _is_motto(analysis: Analysis, run: Sequence[Quotation]) -> bool:
    """Whether the words may be nobody's in particular: a few without a verb ("The economy, stupid.")."""
    tokens = [i for quotation in run for i in analysis.words.inside(quotation.span)]
    return len(tokens) <= _SHORTEST and not any(analysis.tags[i] in VERBAL for i in tokens)


def _breaks_off(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether a comma inside the marks waits for "she said", and the paragraph ends instead."""
    article = analysis.article
    paragraph = article.paragraph_at(quotation.marks.start)
    if (
        paragraph is None
        or not quotation.span.of(article.plain).endswith(",")
        or paragraph.span.end != quotation.marks.end
    ):
        return False
    following = _FOLLOWING.search(article.plain, paragraph.span.end)
    return following is None or not following[0].islower()


def _runs(analysis: Analysis, bare: list[Quotation]) -> Iterator[list[Quotation]]:
    """The quotations, those together that follow each other in paragraphs of their own."""
    run: list[Quotation] = []
    for quotation in bare:
        between = analysis.article.plain[run[-1].marks.end : quotation.marks.start] if run else "x"
        if between.strip():
            if run:
                yield run
            run = []
        run.append(quotation)
    if run:
        yield run


def _is_statement(analysis: Analysis, quotation: Quotation) -> bool:
    """A whole sentence in the body of the article."""
    article, words = analysis.article, analysis.words
    paragraph = article.paragraph_at(quotation.marks.start)
    if paragraph is None or paragraph.kind not in ("body", "standfirst") or paragraph.quoted:
        return False
    if _heads_a_part(analysis, quotation):
        return False
    if quotation.marks.end == quotation.span.end or article.plain.endswith("=", 0, quotation.marks.start):
        return False  # where it ends is open (Q005), or it is the value of a mark-up's attribute
    inside = [words.forms[i] for i in words.inside(quotation.span) if words.forms[i][0].isalnum()]
    lower = sum(1 for form in inside if form[0].islower())
    whole = words.forms[words.inside(quotation.span).stop - 1] in _ENDS and _alone(analysis, quotation)
    return len(inside) >= (_LEAST if whole else _SHORTEST) and 2 * lower >= len(inside)


def _heads_a_part(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether a few words alone in their paragraph have other marks than the article gives to speech: a heading, which
    takes single marks where people speak in double ones ('A fight to the finish.')."""
    article = analysis.article
    mark = article.plain[quotation.marks.start]
    if mark not in _SINGLE or len(analysis.words.inside(quotation.span)) > _HEADING or not _alone(analysis, quotation):
        return False
    return any(q.kind == "direct" and article.plain[q.marks.start] not in _SINGLE for q in analysis.quotations)


_FOLLOWING = re.compile(r"\S")
_SINGLE = "'‘"
_HEADING = 10  # words


def _alone(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether the paragraph holds nothing but this quotation."""
    paragraph = analysis.article.paragraph_at(quotation.marks.start)
    return (
        paragraph is not None
        and paragraph.span.start == quotation.marks.start
        and (paragraph.span.end - quotation.marks.end <= 1)
    )


def _bare_paragraphs(analysis: Analysis, held: set[int]) -> set[int]:
    """The paragraphs that are a quotation of nobody, as an exchange has them: short ones, too."""
    found = set()
    for q in analysis.quotations:
        paragraph = analysis.article.paragraph_at(q.marks.start)
        if paragraph is not None and q.index not in held and _alone(analysis, q):
            found.add(paragraph.index)
    return found


_ENDS = frozenset((".", "!", "?", "…"))


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
    if _signed(words, outside, paragraph.span) or _credited_behind(words, quotation, outside):
        return True
    for i in outside:
        low = words.lows[i]
        signed = low in _DASHES and any(form[0].isupper() for form in words.forms[i + 1 : i + 2])
        if signed or low in saying.HINTS or _saying.is_verb(low):
            return True
    return _introduced(analysis, quotation, paragraph.index)


def _credited_behind(words: Words, quotation: Quotation, outside: list[int]) -> bool:
    """Whether a bracket or "by" follows, with a year, a source, an author: a slogan, a title, a signed quotation."""
    behind = words.at(quotation.marks.end - 1) + 1
    return behind in outside and (words.forms[behind] in ("(", "[") or words.lows[behind] == "by")


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
