"""Quotations in their paragraphs, and the utterances they are given to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from verifier.article import Article, Paragraph, Span
from verifier.english import closed
from verifier.reading._gaps import Said
from verifier.reading._model import Quotation
from verifier.reading.quotations import reads_like_a_title
from verifier.reading.words import Words

OPEN_ENDS = frozenset((",", "?", "!", "—", "--", "…", "...", "–"))  # after these a cue may follow
TAKES_UP = frozenset((",", "—", "--", "–", "―"))


@dataclass(slots=True)
class Utterance:
    """Quoted words with one cue. ``subject`` and ``cue`` are the words that name the speaker and the saying."""

    content: list[Span]
    quotations: list[int]
    subject: Span | None
    cue: Span | None
    paragraph: int
    mixed: bool = False


@dataclass(slots=True)
class Piece:
    """A quotation in its paragraph: ``first`` and ``last`` are the tokens of its marks, ``low`` and ``high`` bound the
    words around it that belong to no other quotation."""

    quotation: Quotation
    first: int
    last: int
    low: int
    high: int
    said: Said | None = None
    cued_after: bool = False
    utterance: Utterance | None = None


@dataclass(slots=True)
class Row:
    """A paragraph with its quotations."""

    paragraph: Paragraph
    first: int
    end: int
    pieces: list[Piece] = field(default_factory=list)


def rows(article: Article, words: Words, quotations: Sequence[Quotation]) -> Iterable[Row]:
    """The paragraphs with quotations that may be speech."""
    row: Row | None = None
    for q in quotations:
        paragraph = article.paragraph_at(q.marks.start)
        if paragraph is None:
            continue
        if row is None or row.paragraph.index != paragraph.index:
            if row is not None and row.pieces:
                yield row
            tokens = words.inside(paragraph.span)
            row = Row(paragraph, tokens.start, tokens.stop)
        first = words.at(q.marks.start)
        last = words.at(q.marks.end - 1)
        if q.kind != "direct" and not _may_be_speech(words, first, last):
            continue
        low = row.pieces[-1].last + 1 if row.pieces else row.first
        if row.pieces:
            row.pieces[-1].high = first
        row.pieces.append(Piece(q, first, last, low, row.end))
    if row is not None and row.pieces:
        yield row


def _may_be_speech(words: Words, first: int, last: int) -> bool:
    """Whether a fragment can open or take up an utterance: "a joke," he said; "Today," he said, "we begin"."""
    inside = [form for form in words.forms[first + 1 : last] if form[0].isalnum()]
    if len(inside) > 1 and reads_like_a_title(inside):
        return False
    return words.forms[last - 1] in OPEN_ENDS or taken_up(words, first)


def taken_up(words: Words, first: int) -> bool:
    """ "A," he said, "b"; "A," he said, but "b"."""
    if first > 1 and words.lows[first - 1] in closed.COORDINATORS:
        first -= 1
    return first > 0 and words.forms[first - 1] in TAKES_UP
