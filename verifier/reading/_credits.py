"""Credits: who is named behind a quotation, or in the line below it, without a word of saying.

"“It is cold.” Ann Lee, diver" closes its paragraph without a stop; so does the line "Ann Lee, diver" under a quotation
that has its paragraph to itself. Where lines with names stand above quotations, each is the head of what follows it.
"""

from __future__ import annotations

from verifier.article import Article
from verifier.english import closed, verbs
from verifier.reading import _gaps, _saying
from verifier.reading._gaps import Said
from verifier.reading._model import Names
from verifier.reading._noun_phrases import DASHES, OPENING
from verifier.reading.words import Words

_LONGEST = 14  # words of a name with what somebody is
_STOPS = frozenset((".", "!", "?", ":", ";", ","))
_BEHIND = frozenset((",", "("))


class Credits:
    """The credits of an article."""

    def __init__(self, article: Article, words: Words, names: Names) -> None:
        self._article = article
        self._words = words
        self._runs: dict[int, tuple[bool, bool]] = {}
        self._names = names

    def behind(self, start: int, end: int) -> Said | None:
        """Who is named from ``start``, behind a quotation, to ``end``, the end of its paragraph."""
        return _gaps.signature(self._words, start, end) or self._named(start, end, alone=True)

    def below(self, paragraph: int) -> Said | None:
        """Who is named in the line under a paragraph that is one quotation, or above it where such lines are the heads
        of the quotations below them: where lines and quotations alternate, what comes first tells."""
        headed, signed = self._run(paragraph)
        if not headed:
            return self._line(paragraph + 1)
        return None if signed else self._line(paragraph - 1)

    def _run(self, paragraph: int) -> tuple[bool, bool]:
        """Whether a line with a name stands above the first, and one below the last, of the quotations that take turns
        with such lines here."""
        if paragraph not in self._runs:
            first = last = paragraph
            while first > 1 and self._line(first - 1) is not None and self._opens_with_mark(first - 2):
                first -= 2
            while self._line(last + 1) is not None and self._opens_with_mark(last + 2):
                last += 2
            ends = self._line(first - 1) is not None, self._line(last + 1) is not None
            self._runs.update(dict.fromkeys(range(first, last + 1, 2), ends))
        return self._runs[paragraph]

    def _opens_with_mark(self, paragraph: int) -> bool:
        """Whether a paragraph is quoted, so that a name below it is its credit and no head."""
        if not 0 <= paragraph < len(self._article.paragraphs):
            return False
        tokens = self._words.inside(self._article.paragraphs[paragraph].span)
        return bool(tokens) and self._words.forms[tokens.start] in OPENING

    def _line(self, paragraph: int) -> Said | None:
        if not 0 <= paragraph < len(self._article.paragraphs):
            return None
        line = self._article.paragraphs[paragraph]
        if line.kind not in ("body", "heading"):
            return None
        tokens = self._words.inside(line.span)
        if not tokens:
            return None
        if self._words.forms[tokens.start] in DASHES:
            return _gaps.signature(self._words, tokens.start, tokens.stop)
        return self._named(tokens.start, tokens.stop, alone=False)

    def _named(self, start: int, end: int, *, alone: bool) -> Said | None:
        """A person with what he or she is, and nothing that tells or ends a sentence; ``alone``: the name will do."""
        words = self._words
        if not 1 < end - start <= _LONGEST or words.forms[end - 1] in _STOPS or not words.forms[start][0].isupper():
            return None
        person = next(self._names.within(words.span(start, end - 1)), None)
        if person is None or person.span.start != words.starts[start] or self._names.of(person).kind != "person":
            return None
        last = words.at(person.bare.end - 1)
        more = last + 1 < end
        if last == start or (more and words.forms[last + 1] not in _BEHIND) or not (more or alone):
            return None
        tells = (
            words.lows[i] in verbs.OF_A_SENTENCE or words.lows[i] in closed.RELATIVES or _saying.is_verb(words.lows[i])
            for i in range(last + 1, end)
        )
        named = (start, last)
        return None if any(tells) else Said(named, named)
