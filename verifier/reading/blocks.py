"""Block quotations: paragraphs that the format marks as somebody else's words, mostly without marks around them.

Whose they are says the line of credit behind ("— Ann Lee, Yearly report"), else the sentence before that announces
them with a colon. Where neither names anybody they are a quotation that nobody is credited with: the mark-up says that
much and no more. A block with cues of its own ("> “It is over,” Lee said.") is read like any other text, and so is an
article that is one block from end to end (a forwarded mail).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from verifier.article import Article, Paragraph
from verifier.english import closed, titles, verbs
from verifier.english.inflection import Form
from verifier.reading import _gaps, tags
from verifier.reading._gaps import Said
from verifier.reading._leads import Leads
from verifier.reading._model import Names, Quotation
from verifier.reading.direct import Utterance
from verifier.reading.words import Words

_DASHES = frozenset(("—", "–", "―", "--", "-"))
_STOPS = frozenset((".", "!", "?", ":"))
_NAME = 5  # words of a name
_LINE = 14  # words of a credit without a dash
_CREDIT = 25  # words of a line of credit with its date and link
_POSTED = 5  # among the first words of a line that tells who posted something, "by" is one


@dataclass(slots=True)
class _Block:
    """Paragraphs of one block quotation, and the line that credits it."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    credit: Paragraph | None = None


def mark(article: Article, words: Words, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """The quotations in the order of the text, each paragraph of a block being one; what it holds is part of it."""
    blocks = list(_blocks(article, words, quotations))
    if not blocks:
        return quotations
    taken = {p.index for block in blocks for p in block.paragraphs}
    found = [q for q in quotations if (at := article.paragraph_at(q.marks.start)) is None or at.index not in taken]
    for block in blocks:
        last = block.paragraphs[-1]
        found += [Quotation(0, p.span, p.span, "direct", p is not last) for p in block.paragraphs]
    found.sort(key=lambda q: q.marks)
    return tuple(replace(q, index=i) for i, q in enumerate(found))


def find(article: Article, words: Words, names: Names, quotations: Sequence[Quotation]) -> list[Utterance]:
    """What every block says, and whom the lines around it credit."""
    leads = Leads(article, words, names)
    marked = {q.marks for q in quotations}
    found = []
    for block in _blocks(article, words, ()):
        if block.paragraphs[0].span not in marked:
            continue  # read like any other text
        said = _credited(words, names, block.credit) if block.credit is not None else _announced(words, leads, block)
        subject = _gaps.span_of(words, said.subject) if said is not None and said.subject is not None else None
        cue = _gaps.span_of(words, said.cue) if said is not None and subject is not None else None
        found.append(Utterance([p.span for p in block.paragraphs], [], subject, cue, block.paragraphs[-1].index))
    return found


def _blocks(article: Article, words: Words, quotations: Sequence[Quotation]) -> Iterator[_Block]:
    """The blocks of an article that has text of its own besides, those left out that hold quotations with more."""
    if not any(p.quoted for p in article.paragraphs):
        return
    if all(p.quoted for p in article.paragraphs if p.kind == "body"):
        return
    inner = {
        p.index
        for q in quotations
        if q.kind == "direct" and (p := article.paragraph_at(q.marks.start)) is not None and not _whole(p, q)
    }
    block = _Block()
    for paragraph in article.paragraphs:
        credit = _is_credit(words, paragraph)
        if block.paragraphs and credit:
            block.credit = paragraph
        elif paragraph.quoted and paragraph.kind == "body" and not (credit and _says_no_more(words, paragraph)):
            block.paragraphs.append(paragraph)
            continue
        if block.paragraphs and inner.isdisjoint(p.index for p in block.paragraphs):
            yield block
        block = _Block()
    if block.paragraphs and inner.isdisjoint(p.index for p in block.paragraphs):
        yield block


def _whole(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether the marks stand around all of the paragraph."""
    return quotation.marks.start - paragraph.span.start <= 1 and paragraph.span.end - quotation.marks.end <= 1


def _is_credit(words: Words, paragraph: Paragraph) -> bool:
    """A short line that opens with a dash and a capital, or in the block itself names somebody with what he is, or
    tells who posted it."""
    tokens = words.inside(paragraph.span)
    if not 1 < len(tokens) <= _CREDIT:
        return False
    if not _opens_with_dash(words, paragraph):
        named = _names_with_role(words, tokens) or _is_titled_name(words, tokens)
        return paragraph.quoted and (named or _posted(words, tokens) is not None)
    return words.forms[tokens.start + 1][0].isupper()


def _opens_with_dash(words: Words, paragraph: Paragraph) -> bool:
    return words.forms[words.inside(paragraph.span).start] in _DASHES


def _says_no_more(words: Words, paragraph: Paragraph) -> bool:
    """Whether a line of credit cannot be words of the block: without a text above it, it credits a picture."""
    return _opens_with_dash(words, paragraph) or _posted(words, words.inside(paragraph.span)) is not None


def _posted(words: Words, tokens: range) -> int | None:
    """The token that begins the name in "Posted by Ann Lee on Monday", "A post shared by Ann Lee (@lee)": what was
    done, by whom, and no sentence around it."""
    by = next((i for i in tokens[1:_POSTED] if words.lows[i] == "by"), None)
    if by is None or by + 1 >= tokens.stop or words.forms[tokens[-1]] in _STOPS:
        return None
    low = words.lows[by - 1]
    done = low.endswith("ed") or tags.verb_forms().get(low, 0) & Form.PARTICIPLE
    told = any(words.lows[i] in verbs.OF_A_SENTENCE and words.forms[i].islower() for i in tokens if i != by - 1)
    return (
        by + 1
        if done and not told and words.forms[tokens.start][0].isupper() and words.forms[by + 1][0].isupper()
        else None
    )


def _names_with_role(words: Words, tokens: range) -> bool:
    """ "Ann Lee, sailor": capitals, a comma, and no sentence."""
    comma = next((i for i in tokens if words.forms[i] == ","), tokens.start)
    capitals = all(words.forms[i][0].isupper() for i in range(tokens.start, comma))
    told = any(words.lows[i] in verbs.OF_A_SENTENCE or words.forms[i] in _STOPS for i in tokens)
    return 1 < comma - tokens.start <= _NAME and capitals and not told and len(tokens) <= _LINE


def _is_titled_name(words: Words, tokens: range) -> bool:
    """ "Bishop Ann Lee": capitals alone, the first of them a title or a first name, and no stop."""
    capitals = all(words.forms[i].replace(".", "").isalpha() and words.forms[i][0].isupper() for i in tokens)
    low = words.lows[tokens.start]
    opens = low in titles.ROLES or low in titles.HONORIFICS or titles.is_given(words.forms[tokens.start])
    return 1 < len(tokens) <= _NAME and capitals and opens


def _credited(words: Words, names: Names, line: Paragraph) -> Said | None:
    """The person or body with which the line begins: "— Ann Lee, Yearly report", "— Ann Lee (@annlee)", "— Ann Lee in
    the Yearly report"."""
    tokens = words.inside(line.span)
    end = next((i for i in tokens if _ends_name(words, i)), tokens.stop)
    behind = words.forms[end : min(end + 4, tokens.stop)]
    handle = any(form[0] == "@" for form in behind)
    if _opens_with_dash(words, line):
        said = _gaps.signature(words, tokens.start, end)
    else:
        begins = _posted(words, tokens) or tokens.start
        said = Said((tokens.start, end - 1), (begins, end - 1))
    if said is None or said.subject is None:
        return None
    known = any(
        names.of(m).kind in ("person", "organisation") for m in names.within(_gaps.span_of(words, said.subject))
    )
    return said if known or handle else None


def _ends_name(words: Words, i: int) -> bool:
    """Whether a word goes on about whoever is credited; a picture beside a name is none of it."""
    form = words.forms[i]
    return form in (",", "(", "|") or form in closed.PLACES_IN or unicodedata.category(form[0]) == "So"


def _announced(words: Words, leads: Leads, block: _Block) -> Said | None:
    """Who is said to have written or said it, in the sentence before that ends in a colon."""
    first = block.paragraphs[0]
    token = words.inside(first.span).start
    return leads.above(first.index, token, token)
