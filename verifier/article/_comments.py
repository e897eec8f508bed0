"""Comments to verifier inside an article: found in the mark-up, and carried to their place in the text as read.

A comment is never part of the text that is checked. In Markdown it stands in ``Article.text``, which is the whole file;
in HTML it is not in the text at all: marks take its place until the story has been taken out of the page.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import islice

from verifier.article._model import Comment, Span

_OPENING = re.compile(r"<!--(?=\s{0,50}verifier\s{0,50}:)", re.IGNORECASE)
_LONGEST = 2000  # characters in one comment
_MOST = 200  # comments to verifier in one article; whoever writes more is up to something
_MARKS = "⿰⿱⿲⿳⿴⿵⿶⿷"  # signs that no article has, and that a reader of pages lets pass
_SPACE_OR_TAG = re.compile(r"\s+|<[^<>]*>")
_HIDDEN = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_SHOWN_AGAIN = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_TAGS_BETWEEN = 200  # that may stand between a comment and the words it is for
_BLOCK_END = re.compile(
    r"(?:^|<!--[^<>]*-->|</?(?:p|div|h[1-6]|li|ul|ol|section|article|main|header|footer|aside|body|head|html|blockquote|"
    r"figure|figcaption|table|tr|td|th|br|hr|img|nav|script|style|title|meta|link)\b[^<>]*>)\s*$",
    re.IGNORECASE,
)
_LOOK_BACK = 300  # characters before a comment in which the tag before it is looked for


def said(text: str, start: int = 0, end: int | None = None) -> list[Comment]:
    """The comments to verifier between two offsets, at the place of each."""
    return [Comment(span.start, _words(text, span)) for span in _found(text, start, len(text) if end is None else end)]


def _found(text: str, start: int, end: int) -> list[Span]:
    """Where the comments to verifier stand, marks and all."""
    spans: list[Span] = []
    for opening in islice(_OPENING.finditer(text, start, end), _MOST * 10):
        closing = text.find("-->", opening.end(), min(end, opening.end() + _LONGEST))
        if closing >= 0 and (not spans or opening.start() >= spans[-1].end):
            spans.append(Span(opening.start(), closing + 3))
    return spans[:_MOST]


def _words(text: str, span: Span) -> str:
    return text[span.start + 4 : span.end - 3].strip()


@dataclass(frozen=True, slots=True)
class Marked:
    """A page whose comments to verifier have become marks: ``sign``, the number in ``words``, ``sign``."""

    page: str
    words: tuple[str, ...]
    sign: str

    def lift(self, block: str) -> tuple[str, list[int]]:
        """A block without the marks in it, and the numbers of the comments that they stand for."""
        if not self.sign or self.sign not in block:
            return block, []
        mark = re.compile(f"{self.sign}(\\d{{1,4}}){self.sign}")
        return mark.sub("", block), [int(number) for number in mark.findall(block)]

    def without(self, text: str | None) -> str | None:
        """Any other text without marks."""
        return self.lift(text)[0] if text else text


def mark(page: str) -> Marked:
    """Put a mark in the place of each comment to verifier; a page without any stays what it is."""
    if "verifier" not in page.lower():
        return Marked(page, (), "")
    here = _found(page, 0, len(page))
    readable = html.unescape(page)
    sign = next((sign for sign in _MARKS if sign not in readable), "")
    if not here or not sign:
        return Marked(page, (), "")
    inserted = sorted((_place(page, span), number) for number, span in enumerate(here))
    pieces, at = [], 0
    for place, number in inserted:
        pieces += [page[at:place], f"{sign}{number}{sign}"]
        at = place
    return Marked("".join([*pieces, page[at:]]), tuple(_words(page, span) for span in here), sign)


def _place(page: str, comment: Span) -> int:
    """Where the mark goes: before the words that follow, or behind those before it where a block ends here."""
    words = _next_words(page, comment.end)
    alone = bool(_BLOCK_END.search(page, max(0, comment.start - _LOOK_BACK), comment.start))
    return words if alone or not page[comment.end : words].strip() else comment.start


def _next_words(page: str, at: int) -> int:
    """Where the next words begin, white space, tags, other comments, scripts and styles passed over."""
    for _ in range(_TAGS_BETWEEN):
        if page.startswith("<!--", at):
            closing, length = page.find("-->", at), 3
        elif hidden := _HIDDEN.match(page, at):
            closed = _SHOWN_AGAIN.search(page, hidden.end())
            closing, length = closed.start() if closed else -1, 0
        elif passed := _SPACE_OR_TAG.match(page, at):
            closing, length = passed.end(), 0
        else:
            break
        if closing < 0:
            break
        at = closing + length
    return at
