"""Pairs of quotation marks within one paragraph, found only to keep sentences whole.

Who speaks and what a quotation is, is for the floor above; here a mark without its partner simply does not count.
"""

from __future__ import annotations

import re

_DOUBLE = re.compile("[“”\"„‟«»]|''|``")
_SINGLE_OPEN = re.compile(r"(?<![^\s(\[“\"—–-])[‘'](?=[^\W\d_]|“|\")")
_SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?![^\W_])")
_OPENERS = frozenset("“„«") | {"``"}
_CLOSERS = frozenset("”»")
_MAX_SINGLE = 2000


def pairs(block: str, *, continues: bool = False) -> list[tuple[int, int]]:
    """Offsets (of the opening mark, behind the closing mark) of every pair, in order; nested ones are left out.

    ``continues`` says that the next paragraph opens with a mark, so that one left open here runs to the end.
    """
    found, left_open = _doubles(block)
    if left_open is not None and continues:
        found.append((left_open, len(block)))
    if "‘" in block or "'" in block:
        found = _with_singles(block, found)
    return found


def _doubles(block: str) -> tuple[list[tuple[int, int]], int | None]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _DOUBLE.finditer(block):
        mark, start, end = match.group(), match.start(), match.end()
        before = block[start - 1] if start else " "
        after = block[end] if end < len(block) else " "
        if mark in _OPENERS:
            opened = start
        elif mark in _CLOSERS:
            if opened is not None:
                found.append((opened, end))
            opened = None
        elif opened is None:
            if not after.isspace() and not before.isalnum():
                opened = start
        elif (before.isspace() or before in "([") and not after.isspace():
            opened = start  # a second opening mark: the first one lost its partner
        else:
            found.append((opened, end))
            opened = None
    return found, opened


def _with_singles(block: str, doubles: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs of single marks that stand outside the double ones, put among them."""
    openings = [m.start() for m in _SINGLE_OPEN.finditer(block)]
    if not openings:
        return doubles
    found = list(doubles)
    at = 0
    for number, start in enumerate(openings):
        while at < len(doubles) and doubles[at][1] <= start:
            at += 1
        if at < len(doubles) and doubles[at][0] <= start:
            continue
        limit = openings[number + 1] if number + 1 < len(openings) else len(block)
        end = _closing(block, start, min(limit, start + _MAX_SINGLE))
        if end is not None:
            found.append((start, end))
    return sorted(found)


def _closing(block: str, start: int, limit: int) -> int | None:
    """Where the single mark opened at ``start`` closes: after a stop or comma if any, else at the first chance."""
    first = None
    for match in _SINGLE_CLOSE.finditer(block, start + 2, limit):
        if block[match.start() - 1] in ".,!?…":
            return match.end()
        if first is None:
            first = match.end()
    return first
