"""What the cells of a table are: prose that is read, labels beside it, or figures that are shown and not checked.

A table of figures has no sentences. One that lays a story out, or sets an answer beside its question, has a sentence in
most rows, and is read cell by cell; of any other only the rows that have one are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Cell = Literal["told", "label", "turn", "left"]
"""``told`` is prose; ``label`` a few words beside prose, or a question; ``turn`` says who speaks in the next cell of
its row; ``left`` is not read."""

_STORY = 20  # words in one cell: no table of figures has so many
_SENTENCE = 5  # words that end as a sentence does: no label, figure or unit of a table has so many
_QUESTION = 3  # words of the shortest question
_LABEL = 14  # words of a label or a question
_CLOSING = " *_)]\"'”’»\n\t"
_STOP = re.compile(r"""(?<!\.\.)[^\W\d_]{2,}[)\]]?[.!?…][)\]"'”’»*_]*\s*$|[,.!?…]["'”’»][*_]*\s*$""")
_ASKS_AND_ANSWERS = ("Q", "A", "Q.", "A.")


def told(cell: str) -> bool:
    """Whether a cell holds prose: a few words that end as a sentence does, or more than a figure is named in."""
    count = len(cell.split())
    return count >= _STORY or (count >= _SENTENCE and _STOP.search(cell) is not None)


def sort_out(rows: Sequence[Sequence[str]]) -> list[list[Cell]]:
    """What each cell of each row is."""
    filled = sum(1 for row in rows if any(any(c.isalnum() for c in cell) for cell in row))
    telling = [any(told(cell) or _asks(cell) for cell in row) for row in rows]
    whole = 2 * sum(telling) >= filled
    return [
        _row(row) if tells or (whole and any(_STOP.search(cell) for cell in row)) else ["left"] * len(row)
        for row, tells in zip(rows, telling, strict=True)
    ]


def _row(row: Sequence[str]) -> list[Cell]:
    kinds: list[Cell] = []
    for i, cell in enumerate(row):
        words = cell.strip()
        goes_on = "told" not in kinds and any(any(c.isalpha() for c in later) for later in row[i + 1 :])
        if not any(c.isalpha() for c in words):
            kinds.append("left")
        elif goes_on and _says_who(words):
            kinds.append("turn")
        elif goes_on and len(words.split()) <= _LABEL and (words.endswith("?") or _STOP.search(words) is None):
            kinds.append("label")
        else:
            kinds.append("told")
    return kinds


def _asks(cell: str) -> bool:
    return len(cell.split()) >= _QUESTION and cell.rstrip(_CLOSING).endswith("?")


def _says_who(words: str) -> bool:
    return words in _ASKS_AND_ANSWERS or (words.endswith(":") and len(words.split()) <= _SENTENCE)


def turn(label: str) -> str:
    """What stands between the name of who speaks and the words."""
    return " " if label.rstrip().endswith((":", ".")) else ": "
