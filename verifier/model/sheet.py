"""The sheet: the article as numbered sentences, as every question about it begins.

A sentence has the number of its place in the article, whatever part of the article is shown. Lines that are no prose
say what they are. An article that is too long for one question comes in parts that overlap; each shows the lines at
the article's head, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.article import Article, Paragraph, Sentence
from verifier.model import passages

MOST_SENTENCES = 110
"""Sentences that one question asks about; the words of their answer come one after the other, and that takes time."""
MOST_WORDS = 2_500
"""Words of an article that is shown whole in each question: beyond this a part of its own costs less than the whole
article read again from a cache (``benchmarks/model.py``)."""
MOST_LOOKED_AT = 9_000
"""Words that one look can compare."""
_OVERLAP = 8
"""Sentences of the part before that are shown again."""
_HEAD = frozenset({"headline", "standfirst", "byline", "dateline"})
_PULLED = 40
"""Words of a pull quote at most."""
_CREDIT = re.compile(
    r"^\W*(?:(?:file )?(?:photo|picture|image|photograph|illustration|graphic|video|caption)\b\W|[©])"
    r"|\((?:photo|picture|image|credit|file)\b[^()]{0,80}\)\W*$"
    r"|\b(?:getty images|(?:ap|afp|reuters|epa) photo|shutterstock|/(?:reuters|afp|ap|epa|getty))\W*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[-*•‣▪–—]|\d{1,2}[.)])\s+\S")
_LINKS = re.compile(r"https?://\S+|\bwww\.\S+|\bpic\.twitter\.com\S*")


@dataclass(frozen=True, slots=True)
class Part:
    """What one question shows and asks about: sentences by index; ``first`` to ``last`` are asked about."""

    shown: tuple[Sentence, ...]
    first: int
    last: int

    @property
    def where(self) -> str:
        """The sentences that are asked about, in words for a person."""
        return (
            f"sentences {self.first + 1} to {self.last + 1}" if self.last > self.first else f"sentence {self.first + 1}"
        )


class Sheet:
    """An article, ready to be put before questions."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._kinds = _kinds(article)
        self._prose = [s for s in article.sentences if s.paragraph not in self._kinds]

    @property
    def prose(self) -> Sequence[Sentence]:
        """The sentences somebody wrote as prose."""
        return self._prose

    def parts(self) -> list[Part]:
        """What is asked about question by question: all of a short article at once."""
        return self._cut(MOST_WORDS, MOST_SENTENCES)

    def looks(self) -> list[Part]:
        """What is looked at at once: nearly every article whole."""
        return self._cut(MOST_LOOKED_AT, len(self.article.sentences))

    def lines(self, part: Part, *, turned: bool = False) -> str:
        """The sentences of a part, a line each, paragraphs apart; ``turned`` puts its second half first."""
        paragraphs: dict[int, list[str]] = {}
        for sentence in part.shown:
            kind = self._kinds.get(sentence.paragraph)
            words = passages.shown(sentence.span.of(self.article.text))
            line = f"[{sentence.index + 1}] {f'({kind}) ' if kind else ''}{words}"
            paragraphs.setdefault(sentence.paragraph, []).append(line)
        blocks = ["\n".join(lines) for lines in paragraphs.values()]
        if turned:
            half = (len(blocks) + 1) // 2
            blocks = blocks[half:] + blocks[:half]
        return "\n\n".join(blocks)

    def _cut(self, words: int, sentences: int) -> list[Part]:
        everything = self.article.sentences
        if not everything:
            return []
        counts = [len(s.span.of(self.article.text).split()) for s in everything]
        if sum(counts) <= words and len(self._prose) <= sentences:
            return [Part(everything, 0, everything[-1].index)]
        head = [s for s in everything if self._kinds.get(s.paragraph) in _HEAD]
        return [
            Part(
                tuple(sorted({*head, *everything[max(0, first - _OVERLAP) : last + 1]}, key=lambda s: s.index)),
                first,
                last,
            )
            for first, last in _runs(counts, words, sentences)
        ]


def _runs(counts: Sequence[int], words: int, sentences: int) -> Iterator[tuple[int, int]]:
    """First and last sentence of runs of about one length, none longer than allowed."""
    many = max(-(-sum(counts) // words), -(-len(counts) // sentences))
    size = sum(counts) / many
    first, told = 0, 0
    for at, count in enumerate(counts):
        told += count
        if told >= size or at - first + 1 >= sentences or at == len(counts) - 1:
            yield first, at
            first, told = at + 1, 0


def _kinds(article: Article) -> dict[int, str]:
    """What each paragraph is that is no prose, by index."""
    found: dict[int, str] = {}
    texts = {p.index: _folded(p.span.of(article.text)) for p in article.paragraphs if p.kind == "body"}
    whole = "\n".join(texts.values())
    for paragraph in article.paragraphs:
        kind = _kind(paragraph, article, texts, whole)
        if kind:
            found[paragraph.index] = kind
    return found


def _kind(paragraph: Paragraph, article: Article, texts: dict[int, str], whole: str) -> str | None:
    if paragraph.kind not in {"body", "standfirst"}:
        return "cross-heading" if paragraph.kind == "heading" else paragraph.kind
    words = paragraph.span.of(article.text)
    if paragraph.kind == "standfirst":
        return None
    if _CREDIT.search(words):
        return "caption"
    if len(_LINKS.sub("", words).split()) < 4 and _LINKS.search(words):
        return "links"
    own = texts[paragraph.index]
    if 3 < len(own.split()) <= _PULLED and whole.count(own) > 1:
        first = next(at for at, text in texts.items() if own in text)
        longer = any(own in text and len(text) > len(own) for at, text in texts.items() if at != paragraph.index)
        if longer or first != paragraph.index:
            return "pull quote"
    return "list" if _BULLET.match(words) else None


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
