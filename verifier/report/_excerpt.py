"""The words in question with their surroundings: one line of the article, cut to a width, with marks under it."""

from __future__ import annotations

from dataclasses import dataclass

from verifier._shortening import after, before
from verifier.report._screen import shown, width

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one line to be marked: offsets into the article; ``sign`` is drawn under every cell of it."""

    start: int
    end: int
    sign: str


def excerpt(text: str, bounds: tuple[int, int], marks: list[Mark], room: int) -> tuple[str, str]:
    """The part of a line that holds the marks, ready to print, and the line of signs below it.

    ``bounds`` is where the line starts and ends in the text, ``room`` how many cells there are. Where the marks do
    not fit, the line is cut after the first of them, or inside it.
    """
    first, last = _window(text, bounds, marks, room)
    pieces: list[str] = []
    signs: list[str] = []
    if first > bounds[0]:
        pieces.append(_ELLIPSIS)
        signs.append(" ")
    for offset in range(first, last):
        piece = shown(text[offset])
        pieces.append(piece)
        sign = next((m.sign for m in marks if m.start <= offset < m.end), " ")
        signs.append(sign * width(piece))
    if last < bounds[1]:
        pieces.append(_ELLIPSIS)
    below = "".join(signs).rstrip()
    return "".join(pieces), below or " " * width("".join(pieces)) + marks[0].sign


def _window(text: str, bounds: tuple[int, int], marks: list[Mark], room: int) -> tuple[int, int]:
    """Which offsets of the line are shown: the marks, then as much on both sides as there is room for."""
    start, end = bounds
    low = max(start, min(m.start for m in marks))
    high = min(end, max(m.end for m in marks))
    if _cells(text, start, min(end, start + room + 1)) <= room and end - start <= room:
        return start, end
    left = room - 2  # the two ellipses
    first = last = low
    while last < high and left > 0:
        left -= width(shown(text[last]))
        last += 1
    turn = True
    while left > 0 and (first > start or last < end):
        if (turn and first > start) or last >= end:
            first -= 1
            left -= width(shown(text[first]))
        else:
            left -= width(shown(text[last]))
            last += 1
        turn = not turn
    return _whole_words(text, bounds, (first, last), (low, high))


def _whole_words(text: str, bounds: tuple[int, int], window: tuple[int, int], kept: tuple[int, int]) -> tuple[int, int]:
    """The window without the half words at its ends. What starts in it is kept; what it cannot hold is cut anyway."""
    first, last = window
    if first > bounds[0] and not text[first - 1].isspace():
        first = kept[0] - len(before(text, kept[0], kept[0] - first, bounds[0]))
    floor = kept[1] if kept[1] <= last else kept[0]
    if last < bounds[1] and not text[last].isspace():
        last = floor + len(after(text, floor, last - floor, bounds[1]).rstrip())
    return first, last


def _cells(text: str, start: int, end: int) -> int:
    return sum(width(shown(c)) for c in text[start:end])
