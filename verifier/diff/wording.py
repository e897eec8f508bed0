"""What an edit did to a passage, in words: "March 1 became March 2"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from verifier._shortening import short
from verifier.reading.whole_values import TOKEN
from verifier.report.models import Report, Span

_MOST = 4
"""Edits told one by one; a passage with more of them was rewritten, and both versions say more than a list."""
_LONGEST = 80  # characters of a stretch that is told


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a date or figure with its unit, by its place in the article."""

    word: str
    start: int
    end: int
    value: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """One stretch that was replaced, added (``old`` empty) or dropped (``new`` empty)."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]

    @property
    def key(self) -> tuple[int, int, int, int]:
        """By what the same edit is known when a quote and the claim that carries it both show it; -1 is no place."""
        return (*_bounds(self.old), *_bounds(self.new))

    @property
    def marks_alone(self) -> bool:
        """Whether punctuation is all that it touches."""
        return not any(c.isalnum() or c in "?%$€£¥" for t in (*self.old, *self.new) for c in t.word)

    def told(self) -> str:
        """The edit as a sentence."""
        if not self.old:
            return f"{_shown(self.new)} was added"
        if not self.new:
            return f"{_shown(self.old)} was dropped"
        if _is_value(self.old) or _is_value(self.new):
            return f"{_plain(self.old)} became {_plain(self.new)}"
        return f"{_shown(self.old)} became {_shown(self.new)}"


class Words:
    """The words of one report's article; dates and figures that its claims hold are one word each."""

    def __init__(self, report: Report) -> None:
        held = sorted({(v.span.start, v.span.end) for c in report.claims for v in c.values if v.span.text})
        self._values = held
        self._starts = [start for start, _ in held]

    def of(self, spans: Sequence[Span]) -> list[Token]:
        """The words of these spans, in their order."""
        return [token for span in spans for token in self._within(span)]

    def _within(self, span: Span) -> list[Token]:
        found: list[Token] = []
        at = 0
        while at < len(span.text):
            token = self._next(span, at)
            if token is None:
                at += 1
                continue
            found.append(token)
            at = token.end - span.start
        return found

    def _next(self, span: Span, at: int) -> Token | None:
        """The token that starts here, None at white space."""
        start = span.start + at
        end = self._value_at(start, span.end)
        if end:
            return Token(" ".join(span.text[at : end - span.start].split()), start, end, value=True)
        match = TOKEN.match(span.text, at)
        if not match:
            return None
        word = span.text[at : self._before_value(start, span.start + match.end()) - span.start].rstrip()
        return Token(" ".join(word.split()), start, start + len(word), value=match["value"] is not None)

    def _value_at(self, offset: int, limit: int) -> int | None:
        """Where the longest value that starts here ends."""
        at = bisect_right(self._starts, offset)
        ends = [end for start, end in self._values[max(0, at - 4) : at] if start == offset and end <= limit]
        return max(ends, default=None)

    def _before_value(self, start: int, end: int) -> int:
        """The end of a word that begins here, cut short where a value begins inside it."""
        at = bisect_right(self._starts, start)
        return self._starts[at] if at < len(self._starts) and self._starts[at] < end else end


def edits(old: Sequence[Token], new: Sequence[Token]) -> list[Edit]:
    """What differs between two wordings, in order; white space makes no difference."""
    found: list[Edit] = []
    open_edit = False
    for step in Levenshtein.opcodes([t.word for t in old], [t.word for t in new]):
        if step.tag == "equal":
            open_edit = False
            continue
        edit = Edit(tuple(old[step.src_start : step.src_end]), tuple(new[step.dest_start : step.dest_end]))
        if open_edit:  # no word between this one and the last
            edit = Edit(found[-1].old + edit.old, found.pop().new + edit.new)
        found.append(edit)
        open_edit = True
    return [edit for edit in found if _joined(edit.old) != _joined(edit.new)]


def told(found: Sequence[Edit]) -> list[str]:
    """The edits as sentences, or one that says that there are many."""
    if len(found) > _MOST:
        return [f"the wording changed in {len(found)} places"]
    return [edit.told() for edit in found]


def clipped(words: str) -> str:
    """Words on one line, cut where they are long."""
    return short(" ".join(words.split()), _LONGEST)


def _bounds(tokens: tuple[Token, ...]) -> tuple[int, int]:
    return (tokens[0].start, tokens[-1].end) if tokens else (-1, -1)


def _is_value(tokens: tuple[Token, ...]) -> bool:
    return len(tokens) == 1 and tokens[0].value


def _shown(tokens: tuple[Token, ...]) -> str:
    """A date or a figure as it is, other words in quotation marks."""
    return _plain(tokens) if _is_value(tokens) else f"“{_plain(tokens)}”"


def _plain(tokens: tuple[Token, ...]) -> str:
    return clipped(_joined(tokens))


def _joined(tokens: tuple[Token, ...]) -> str:
    """The words as they stood; "forty years old" is the same whether it was one value or three words."""
    words, end = "", tokens[0].start if tokens else 0
    for token in tokens:
        words += (" " if token.start > end else "") + token.word
        end = token.end
    return words
