"""Joins the lines of a PDF into paragraphs.

A PDF knows no paragraphs, only words at places. A paragraph ends where the next line stands further down than lines
do, where the size of type changes, or where a line ends well before the column does with a stop. What a browser prints
in the margins, and what stands at the head or foot of every page, is no part of the article.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from verifier.english import closed
from verifier.english.everyday import everyday

_FURNITURE = re.compile(
    r"(?:file:///|https?://)\S*(?:\s+\d{1,4}\s?/\s?\d{1,4})?"
    r"|(?:page\s+)?\d{1,4}\s?(?:/|of)\s?\d{1,4}|page\s+\d{1,4}|-\s?\d{1,4}\s?-"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s.{0,200})?",
    re.IGNORECASE,
)
_EDGE = 2  # lines at the head and the foot of a page that may be a margin's
_STOPS = (".", "!", "?", ":", '"', "”", "’", "'", ")", "…")
_WIDER = 1.25  # this much more than the usual distance between lines is a gap
_OTHER_SIZE = 1.12
_DROPPED = 1.8  # times the size of the text: a great initial
_NEAR = 6  # lines drawn between it and its word; further off is another column
_SHORT = 0.85  # of the column
_HEADLINE = 1.3  # times the size of the text
_TOP = 6  # paragraphs among which the headline is looked for
_OPENING = "\"“‘'«„"
_INSIDE = "’'"
_ALONE = closed.ARTICLES | closed.FIRST_PERSON_SINGULAR
_CUT = re.compile(r"[^\W\d_][-\xad]$")
_FIGURES = re.compile(r"\d+")


class Line(NamedTuple):
    """A line of a page; ``height`` (points, upwards), ``size`` of its type and ``left``, where it begins, are 0 where
    they are not known."""

    text: str
    height: float = 0.0
    size: float = 0.0
    left: float = 0.0


class Laid(NamedTuple):
    """Paragraphs, where each page begins (the number of the paragraph and the place in it, for a paragraph may run on
    over the end of a page), and which of them is the headline, told by its type."""

    paragraphs: list[str]
    begins: list[tuple[int, int]]
    headline: int | None


def placed(written: str, pieces: Sequence[Line]) -> list[Line]:
    """The lines of a page's text, each with the place of its first piece; an empty line stays one."""
    found: list[Line] = []
    at = 0
    for text in written.strip("\n").split("\n"):
        words = text.strip()
        line = Line(words)
        for index in range(at, min(at + 40, len(pieces))):
            piece = pieces[index].text
            if words and (words.startswith(piece) or piece.startswith(words)):
                line = pieces[index]._replace(text=words)
                at = index + 1
                break
        found.append(line)
    return found


def paragraphs(pages: Sequence[Sequence[Line]]) -> Laid:
    """The paragraphs of all pages."""
    kept = [_with_drop_caps(page) for page in _without_margins(pages)]
    lines = [line for page in kept for line in page]
    width = max(_usual_width(lines), 1)
    body = median(line.size for line in lines) if lines else 0.0
    distance = _usual_distance(kept, body)
    found: list[str] = []
    sizes: list[float] = []
    begins: list[tuple[int, int]] = []
    for page in kept:
        last: Line | None = None
        first = True
        for line, below in zip(page, (*page[1:], None), strict=False):
            if not line.text:
                last = None
                continue
            if last and below and last.height <= line.height and _indented(below, line, after=last):
                last = None  # the first line of a column opens a paragraph
            apart = distance * _larger(line, body)
            if found and (_goes_on(last, line, width, apart) if last else page[0] is line and _open(found[-1])):
                found[-1] = _joined(found[-1], line.text)
                begins += [(len(found) - 1, len(found[-1]) - len(line.text))] if first else []
            else:
                found.append(line.text)
                sizes.append(line.size)
                begins += [(len(found) - 1, 0)] if first else []
            last, first = line, False
        begins += [(len(found), 0)] if first else []
    return Laid(found, begins, _headline(found, sizes, [line.size for line in lines]))


def _headline(found: Sequence[str], sizes: Sequence[float], lines: Sequence[float]) -> int | None:
    """The paragraph at the top in the largest type, where the type of the text is smaller; what stands above it is the
    head of the page."""
    if not any(lines) or not found:
        return None
    top = max(sizes[:_TOP])
    first = sizes.index(top)
    return first if top >= median(lines) * _HEADLINE and len(found[first].split()) > 1 else None


def _without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without what browsers print at their edges and what the edges of most pages share."""
    at_edges = [_at_edges(page) for page in pages]
    edges = [{page[i].text for i in at if page[i].text} for page, at in zip(pages, at_edges, strict=True)]
    count = Counter(pattern for edge in edges for pattern in {_pattern(text) for text in edge})
    often = {pattern for pattern, times in count.items() if len(pages) > 1 and times > max(1, len(pages) / 2)}
    as_written = Counter(text for edge in edges for text in edge)
    found = []
    for number, page in enumerate(pages):
        kept = [
            line
            for i, line in enumerate(page)
            if i not in at_edges[number]
            or not _margin(line.text, often, first=number == 0 and i < _EDGE and as_written[line.text] > 1)
        ]
        found.append(_trimmed(kept))
    return found


def _at_edges(page: Sequence[Line]) -> set[int]:
    """The lines that may be a margin's: the first and the last, in the order of the file and on the page."""
    order = sorted((i for i, line in enumerate(page) if line.height), key=lambda i: page[i].height)
    found = {*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))}
    return found | set(order[:_EDGE]) | set(order[-_EDGE:])


def _margin(text: str, often: set[str], *, first: bool) -> bool:
    """A line of the margin; the first page may have as headline what later pages repeat word by word, so there it
    stays: what counts up from page to page is none."""
    plain = unicodedata.normalize("NFKC", text)  # "file" may be printed with a ligature
    return _FURNITURE.fullmatch(plain) is not None or (not first and _pattern(text) in often)


def _with_drop_caps(page: list[Line]) -> list[Line]:
    """The page with a great initial put before the rest of its word, wherever the file has drawn it."""
    for at, line in enumerate(page):
        letter = line.text.lstrip(_OPENING)
        if len(letter) != 1 or not letter.isupper() or not line.size:
            continue
        beside = [
            i
            for i, other in enumerate(page)
            if (other.text[:1].islower() or other.text[:1].isupper() or other.text[:1] in _INSIDE)
            and other.size * _DROPPED <= line.size
            and 0 <= other.height - line.height <= line.size
        ]
        if beside:
            first = min(beside, key=lambda i: (abs(i - at) > _NEAR, -page[i].height))
            whole = page[first]._replace(text=_begun(line.text, page[first].text, page))
            return [whole if i == first else other for i, other in enumerate(page) if i != at]
    return page


def _begun(initial: str, rest: str, page: Sequence[Line]) -> str:
    """A great initial with what follows it. Where it is a word by itself ("A"), it is one here if the two make none
    and the rest is a word."""
    word = rest.split()[0].strip(".,;:").lower()
    letter = initial[-1:].lower()
    if letter in _ALONE and not everyday(letter + word):
        known = everyday(word) or any(word in line.text.split() for line in page)
        return f"{initial} {rest}" if known else initial + rest
    return initial + rest


def _pattern(text: str) -> str:
    """A line with its figures taken alike: page numbers count up."""
    return _FIGURES.sub("0", text)


def _trimmed(page: list[Line]) -> list[Line]:
    start, end = 0, len(page)
    while start < end and not page[start].text:
        start += 1
    while end > start and not page[end - 1].text:
        end -= 1
    return page[start:end]


def _usual_width(lines: Sequence[Line]) -> int:
    """How many characters a full line has."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[min(int(len(lengths) * 0.9), len(lengths) - 1)] if lengths else 0


def _larger(line: Line, body: float) -> float:
    """How many times as large as the text's a line's type is, 1 for what is no larger: its lines stand so much further
    apart."""
    return max(1.0, line.size / body) if body else 1.0


def _usual_distance(pages: Sequence[Sequence[Line]], body: float) -> float:
    """The distance of a line from the next within a paragraph of the text, or 0 where places are not known."""
    steps = [
        (a.height - b.height) / _larger(a, body)
        for page in pages
        for a, b in pairwise(page)
        if a.height > b.height and b.text and a.text and _same_size(a, b) and b.text[0].islower()
    ]
    return float(median(steps)) if steps else 0.0


def _same_size(one: Line, other: Line) -> bool:
    low, high = sorted((one.size, other.size))
    return high <= low * _OTHER_SIZE or low == 0


def _goes_on(last: Line, line: Line, width: int, distance: float) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if not _same_size(last, line):
        return False
    step = last.height - line.height
    if step > 0 and _indented(last, line, after=last):
        return False
    if distance and last.height and line.height and step > 0:
        return step <= distance * _WIDER and not (_ends_early(last, width) and _starts_anew(line))
    first_word = line.text.split()[0]
    fits = len(last.text) + 1 + len(first_word) < width * _SHORT
    return line.text[0].islower() or not fits


def _indented(beside: Line, line: Line, *, after: Line) -> bool:
    """Whether a line begins a little further in than the one beside it, after a sentence's end: a new paragraph."""
    within = line.left - beside.left
    return bool(beside.left) and 0.4 * line.size <= within <= 4 * line.size and after.text.endswith(_STOPS)


def _ends_early(line: Line, width: int) -> bool:
    return len(line.text) < width * _SHORT and line.text.endswith(_STOPS)


def _starts_anew(line: Line) -> bool:
    return not line.text[0].islower()


def _open(paragraph: str) -> bool:
    """Whether a paragraph at the end of a page may go on over the page."""
    return not paragraph.endswith(_STOPS)


def _joined(paragraph: str, line: str) -> str:
    """Two lines as one; a word that the line's end cut in two is put together again."""
    if line[0].islower() and _CUT.search(paragraph):
        cut = paragraph.rsplit(None, 1)[-1]
        if "-" not in cut[:-1] and cut[:-1].islower():
            return paragraph[:-1] + line
        return paragraph + line
    return f"{paragraph} {line}"
