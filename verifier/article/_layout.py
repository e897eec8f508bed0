"""Cuts plain text into paragraphs.

Blank lines always separate paragraphs. Within a block, lines are either paragraphs of their own or one paragraph
wrapped at a column; which one is decided for the whole file, by asking of every line whether its neighbour's first
word would still have fitted.
"""

from __future__ import annotations

import re
from itertools import pairwise

from verifier.article._model import Span

_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_MAX_WIDTH = 160  # columns; wider lines are paragraphs
_ENDS = (".", "!", "?", ":", '"', "”", "’", "'", ")", "…")
_SLACK = 6  # columns that a wrapped line may stay short of its width


def blocks(plain: str) -> list[Span]:
    """The paragraphs of a plain text, trimmed, in order."""
    groups = _groups(plain)
    width = _wrap_width(plain, groups)
    found: list[Span] = []
    for lines in groups:
        if width is None or len(lines) == 1:
            found.extend(_trimmed(plain, line) for line in lines)
        else:
            found.extend(_joined(plain, lines, width))
    return found


def _groups(plain: str) -> list[list[Span]]:
    """Lines that hold something, grouped by the blank lines between them."""
    groups: list[list[Span]] = []
    last_end = -2
    for match in _LINE.finditer(plain):
        if match.group().isspace():
            continue
        line = Span(match.start(), match.end())
        if line.start == last_end + 1:
            groups[-1].append(line)
        else:
            groups.append([line])
        last_end = line.end
    return groups


def _wrap_width(plain: str, groups: list[list[Span]]) -> int | None:
    """The column the file is wrapped at, or None where its lines are paragraphs."""
    inner = [(line, after) for lines in groups for line, after in pairwise(lines)]
    if not inner:
        return None
    lengths = sorted(_length(plain, line) for line, _ in inner)
    width = lengths[min(int(len(lengths) * 0.95), len(lengths) - 1)]
    if not 30 <= width <= _MAX_WIDTH:
        return None
    full = sum(_is_full(plain, line, after, width - _SLACK) for line, after in inner)
    open_ended = sum(not plain[line.start : line.end].rstrip().endswith(_ENDS) for line, _ in inner)
    goes_on = [plain[after.start].islower() for _, after in inner]
    if len(inner) < 3 and not (all(goes_on) or (any(goes_on) and open_ended == len(inner))):
        return None  # too little to tell a wrapped line from a short paragraph
    return width if full >= 0.6 * len(inner) and open_ended >= 0.4 * len(inner) else None


def _joined(plain: str, lines: list[Span], width: int) -> list[Span]:
    """The paragraphs of one wrapped block: a new one where a line ends early with a stop, or the next is indented."""
    found = []
    start = lines[0]
    for line, after in pairwise(lines):
        early = not _is_full(plain, line, after, width - _SLACK)
        ended = plain[line.start : line.end].rstrip().endswith(_ENDS)
        indented = plain[after.start].isspace() and not plain[line.start].isspace()
        short = _length(plain, line) < 0.6 * width
        if (early and (ended or short)) or indented:
            found.append(_trimmed(plain, Span(start.start, line.end)))
            start = after
    found.append(_trimmed(plain, Span(start.start, lines[-1].end)))
    return found


def _is_full(plain: str, line: Span, after: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    word = _FIRST_WORD.match(plain, after.start, after.end)
    return _length(plain, line) + 1 + (len(word.group(1)) if word else 0) > width


def _length(plain: str, line: Span) -> int:
    return len(plain[line.start : line.end].rstrip())


def _trimmed(plain: str, span: Span) -> Span:
    piece = plain[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
