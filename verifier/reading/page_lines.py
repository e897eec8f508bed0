"""Page lines: what the page around an article wrote into it, known by the words with which it addresses its reader.

A line or sentence is matched by its opening words alone, so each look-up is one dictionary access. Nothing in such a
line is told by the article, whoever is quoted there: "Read more: Ann Lee says the quay is lost".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from verifier.article import Article, Span
from verifier.english.boilerplate import CONTACT, MINUTES, NAMING, PICTURES, READ
from verifier.languages import Language
from verifier.reading._model import Quotation
from verifier.reading.marks import Marks
from verifier.reading.words import Words

# always: these words open no sentence of an article. label: only before a colon, bar or arrow.
# alone: only where (almost) nothing else stands in the line.

_ENDS = frozenset((".", "!", "?", "…"))
How = Literal["always", "label", "alone"]


def _table(words: str, how: How) -> Iterable[tuple[str, tuple[tuple[str, ...], How]]]:
    for phrase in " ".join(f"{line}|" for line in words.splitlines()).split("|"):
        tokens = tuple(phrase.split())
        if tokens:
            yield tokens[0], (tokens, how)


@lru_cache(maxsize=8)
def openings(language: Language) -> dict[str, tuple[tuple[tuple[str, ...], How], ...]]:
    """The phrases of a language by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], How]]] = {}
    for words, how in ((language.ALWAYS, "always"), (language.LABELLED, "label"), (language.ALONE, "alone")):
        for first, entry in _table(words, how):  # type: ignore[arg-type]
            table.setdefault(first, []).append(entry)
    return {first: tuple(entries) for first, entries in table.items()}


def find(article: Article, words: Words, language: Language, marks: Marks) -> tuple[Span, ...]:
    """The sentences that the page wrote, in the order of the text; behind a label its whole line. No label is what
    leads to whole sentences between quotation marks; the headline of another story has no stop."""
    known = openings(language).keys()
    speeches = {pair.first for pair in marks.pairs if pair.opened and words.forms[pair.last - 1] in _ENDS}
    found: list[Span] = []
    sentences_in = Counter(sentence.paragraph for sentence in article.sentences)
    for sentence in article.sentences:
        paragraph = article.paragraphs[sentence.paragraph]
        if paragraph.index == 0 or paragraph.kind in {"skip", "headline", "byline", "dateline"}:
            continue
        inside = words.inside(sentence.span)
        if not inside:
            continue
        lows = words.lows[inside.start : inside.stop]
        opens_line = sentence.span.start == paragraph.span.start
        whole_line = opens_line and sentences_in[sentence.paragraph] == 1
        length = 0
        # "More from Ann Lee: “We sail.”"
        leads = ":" in lows and any(words.forms[i] == ":" and i + 1 in speeches for i in inside)
        if not leads and not known.isdisjoint(lows[:4]):
            length = opening(lows, language, whole_line=whole_line)
        if length or sends_away(lows, sentence.span.of(article.text), whole_line=whole_line):
            # A label brings its whole line; an invitation only its sentence.
            found.append(paragraph.span if opens_line and lows[length : length + 1] == [":"] else sentence.span)
    return tuple(found)


def hold(lines: Sequence[Span], offset: int) -> bool:
    """Whether one of the lines, in the order of the text, holds this place."""
    at = bisect_right(lines, offset, key=lambda line: line.start) - 1
    return at >= 0 and offset < lines[at].end


def unsaid(quotations: Iterable[Quotation], lines: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations, those in a page's lines as nobody's speech: a headline of another story."""
    return tuple(replace(q, kind="scare") if lines and hold(lines, q.marks.start) else q for q in quotations)


_AFTER_LABEL = frozenset([":", "|", "»", ">", "→", "›", "–", "—", "-"])
_NAMED = 6
_WRAPPING = frozenset(["(", "[", "*", "-", "–", "—", "•", ">", "»", "→", "|", "_", "+", "▶", "■", "●"])


def opening(lows: Sequence[str], language: Language, *, whole_line: bool) -> int:
    """How many words at the start are boilerplate, 0 for none; ``whole_line`` where nothing else is in the line."""
    start = 0
    while start < len(lows) and lows[start] in _WRAPPING:
        start += 1
    for phrase, how in openings(language).get(lows[start], ()) if start < len(lows) else ():
        end = start + len(phrase)
        if tuple(lows[start:end]) != phrase:
            continue
        after = lows[end] if end < len(lows) else ""
        if how == "always" or (how == "label" and after in _AFTER_LABEL and (whole_line or after in {":", "|", "»"})):
            return end
        if how == "label" and whole_line and phrase[-1] in NAMING and ":" in lows[end : end + _NAMED]:
            return end + lows[end:].index(":")
        if how == "alone" and whole_line and not any(low[:1].isalpha() for low in lows[end:]):
            return end
    return 0


_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<!\w)@\w{2,}")


def sends_away(lows: Sequence[str], text: str, *, whole_line: bool) -> bool:
    """Whether a sentence sends its reader to an address or a handle, or a line counts the minutes of reading or says
    whose a picture or the page is."""
    if lows[0] in CONTACT and "@" in text:
        return _ADDRESS.search(text) is not None
    if whole_line and (_credits_a_picture(lows) or _is_copyright(lows)):
        return True
    if not whole_line or MINUTES.isdisjoint(lows):
        return False
    said = [low for low in lows if low[0].isalnum()]
    return len(said) in {3, 4} and said[0].isdigit() and said[1] in MINUTES and said[2] in READ


def _credits_a_picture(lows: Sequence[str]) -> bool:
    """Whether a short line is the credit of a picture: "AP Photo/Ann Lee", "Ann Lee/Getty Images"."""
    slash = next((i for i, low in enumerate(lows) if low in _BETWEEN_OWNERS), 0)
    beside = {*lows[max(0, slash - 1) : slash], *lows[-1:]}
    return 0 < slash < len(lows) - 1 <= _CREDIT and lows[-1][0].isalpha() and not PICTURES.isdisjoint(beside)


_BETWEEN_OWNERS = frozenset(["/", "|"])
_CREDIT = 10
"""Tokens of a credit."""


def _is_copyright(lows: Sequence[str]) -> bool:
    """Whether a short line says since when a page is whose: "© 2020 Norfish Herald"."""
    return "©" in lows[:3] and any(low.isdigit() and len(low) == _YEAR for low in lows) and len(lows) <= _CREDIT


_YEAR = 4  # digits
