"""A quotation as it is looked for: cut where it shows a cut, with the editor's words in brackets known as such."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.article import Span
from verifier.english import speech
from verifier.sources._folding import Folded, fold

_CUT = re.compile(r"[\[(]?[ ]?(?:…|\.[ ]?\.[ ]?\.(?:[ ]?\.)?)[ ]?[\])]?")
_BRACKET = re.compile(r"\[([^\[\]]{1,120})\]")
_PARENTHESIS = re.compile(r"\(([^()]{1,60})\)")
_MOST_LETTERS = 4
"""Letters in brackets that mend the word they are tied to: "[w]ill", "want[ed]"."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a quotation that stand together; ``edited`` are those in brackets, parallel to the words.

    ``span`` is where they stand in the article.
    """

    folded: Folded
    edited: tuple[bool, ...]
    span: Span

    @property
    def said(self) -> int:
        """How many words are the speaker's."""
        return len(self.edited) - sum(self.edited)


def parts(plain: str, spans: Sequence[Span]) -> list[Part]:
    """The parts of a quotation that stands in these stretches of a plain view (several where it runs over several
    paragraphs): cut at every "…" and "[…]", never at the end of a paragraph."""
    found: list[Part] = []
    pieces: list[Span] = []
    for span in spans:
        at = span.start
        for cut in _CUT.finditer(plain, span.start, span.end):
            pieces.append(Span(at, cut.start()))
            found.append(_part(plain, pieces))
            pieces = []
            at = cut.end()
        pieces.append(Span(at, span.end))
    found.append(_part(plain, pieces))
    return [part for part in found if part.said]


def _part(plain: str, pieces: Sequence[Span]) -> Part:
    whole = Folded()
    edited: list[bool] = []
    for piece in pieces:
        shown, brackets, hidden = _brackets(plain, piece)
        folded = fold(shown, hidden, 0, len(shown))
        for at, (word, start, end) in enumerate(zip(folded.words, folded.starts, folded.ends, strict=True)):
            del at
            whole.add(word, start + piece.start, end + piece.start)
            edited.append(any(b.start < end and start < b.end for b in brackets))
        known = len(whole) - len(folded)
        whole.fillers += [(known + at, Span(s.start + piece.start, s.end + piece.start)) for at, s in folded.fillers]
    return Part(whole, tuple(edited), Span(pieces[0].start, pieces[-1].end))


def _brackets(plain: str, piece: Span) -> tuple[str, list[Span], list[Span]]:
    """A stretch of the same length with its brackets out of the way; where they stood; what in them nobody said."""
    text = plain[piece.start : piece.end]
    brackets: list[Span] = []
    hidden: list[Span] = []
    for match in _BRACKET.finditer(text):
        if _is_stage(match[1]):
            hidden.append(Span(*match.span()))
            continue
        brackets.append(Span(*match.span()))
        tied = (
            text[match.end() : match.end() + 1].isalpha() or text[max(0, match.start() - 1) : match.start()].isalpha()
        )
        fill = "\xad" if tied and len(match[1]) <= _MOST_LETTERS and match[1].isalpha() else " "
        text = text[: match.start()] + fill + match[1] + fill + text[match.end() :]
    for match in _PARENTHESIS.finditer(text):
        if _is_stage(match[1]):
            hidden.append(Span(*match.span()))
    return text, brackets, sorted(hidden)


def _is_stage(words: str) -> bool:
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words.lower())
    return bool(found) and all(word in speech.STAGE for word in found)
