"""What was read: the text, kept verbatim, and the places in it.

Every offset in the package is a Unicode code point into ``Article.text``, start inclusive, end exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from verifier.article._plain import FILL

_BLANK = re.compile(r"\s+")
_BETWEEN_MARKS = re.compile(r"[*_~`)\]>]\s+[*_~`\[<]")
"""A space between two things marked up: "**one** *two*"."""

ParagraphKind = Literal["headline", "standfirst", "byline", "dateline", "heading", "body", "skip"]
BlockKind = ParagraphKind | Literal["quotation", "label"]
"""What a format can tell of a block: its kind, that it is a block quotation, or a heading beside prose in a table."""


class Span(NamedTuple):
    """A stretch of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Comment(NamedTuple):
    """A comment to verifier in the mark-up of the article.

    ``at`` is its place in the text: where it stands in Markdown, the beginning of the paragraph it belongs to in HTML;
    None where that is no part of the story.
    """

    at: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text between blank lines (or in a block element), trimmed of white space.

    ``kind`` is what a reader takes it for:

    - ``headline``: the title over the story; where it is printed twice, both are of this kind;
    - ``standfirst``: the summary between headline and story, only where the story clearly begins after it (a byline,
      date line or dateline follows it, or it lacks the full stop that prose has); in doubt it is ``body``;
    - ``byline``: who wrote it ("By Jane Doe, Reuters"), and ``dateline``: a line that is only a date, either
      with "Published", times and time zones; both are one sentence. A dateline that opens a paragraph
      ("LONDON (AP) —") is no paragraph of its own but ``Article.dateline``;
    - ``heading``: a cross-heading inside the story, one sentence;
    - ``body``: the story, and whatever is none of the others (promo lines too);
    - ``skip``: what nobody wrote as prose (code, figures in tables): shown, never checked, without sentences and blank
      in ``Article.plain``.

    ``quoted``: the format marks it as a block quotation, words of somebody else without marks around them.
    """

    index: int
    span: Span
    kind: ParagraphKind = "body"
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, trimmed; ``paragraph`` is the index of the paragraph that holds it."""

    index: int
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read.

    ``text`` is verbatim. ``plain`` is what the language rules look at: the same length, so that every offset
    holds in both, with unusual white space, control characters, mark-up and mis-decoded quotation marks
    replaced one for one. Nothing of ``plain`` is ever shown but the words of a claim.

    For text and Markdown ``text`` is the decoded file, for HTML, DOCX and PDF the text taken out of it. ``title`` is
    the headline, or what the file's metadata says. ``byline`` and ``outlet`` are names as written. ``published``
    comes from the date line, else the metadata, else the caller; a date without its year is none. ``dateline``
    is the place, date and agency that open the story, without the dash: "BEIJING, March 1 (Reuters)". ``comments``
    are the comments to verifier that its mark-up holds; ``pages`` is where each page of a PDF begins. ``language`` is
    what it is written in, as BCP 47 has it; "en" also where the text is too short to tell, "und" where nothing here can
    name it.
    ``sources`` are the files that the front matter of a Markdown file names as its sources. ``remarks`` tell, in words
    for people, what reading decided about the file: that tracked changes were taken as accepted.
    """

    text: str
    plain: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    path: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    dateline: Span | None = None
    comments: tuple[Comment, ...] = ()
    pages: tuple[int, ...] = ()
    language: str = "en"
    sources: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    _sentence_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _paragraph_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:  # where each begins, to be searched by every rule
        object.__setattr__(self, "_sentence_starts", tuple(s.span.start for s in self.sentences))
        object.__setattr__(self, "_paragraph_starts", tuple(p.span.start for p in self.paragraphs))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this offset, or the last one that starts before it; None before the first."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds this offset, or the last one that starts before it; None before the first."""
        at = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[at] if at >= 0 else None

    def words(self, span: Span) -> str:
        """The words of a span as a reader of the page sees them: mark-up left out, white space folded."""
        text, plain = span.of(self.text), span.of(self.plain)

        def blank(found: re.Match[str]) -> str:
            """What is blank in the plain view was a space, or mark-up beside one or between letters."""
            there = text[found.start() : found.end()]
            return " " if there[0].isspace() or there[-1].isspace() or _BETWEEN_MARKS.search(there) else ""

        return " ".join((text if text == plain else _BLANK.sub(blank, plain).replace(FILL, "")).split())

    def same_paragraph(self, span: Span) -> bool:
        """Whether a span lies in one paragraph, so that its words belong together."""
        first = self.paragraph_at(span.start)
        return first is not None and span.end <= first.span.end
