"""The facts of an article as a desk knows them: each by a key that an edit of its sentence changes."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from verifier.report.facts import FactKind, told
from verifier.report.models import Article, Report, Span
from verifier.review.records import Passage


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to be ticked, by its place; ``sentence`` is what it stands in.

    ``key`` is made of its kind, its words and its sentence: an edit of the sentence makes it another fact, which
    somebody has to check anew.
    """

    key: str
    kind: FactKind
    span: Span
    sentence: str

    def passage(self) -> Passage:
        """What a decision on it is about."""
        return Passage(self.kind, self.sentence, (self.span.text,), (self.sentence,))


def facts(report: Report) -> list[Fact]:
    """All facts of an article in the order of its text."""
    sentence = Sentences(report.article)
    seen: Counter[str] = Counter()
    found: list[Fact] = []
    text = report.article.text
    for start, end, kind in told(report):
        around = sentence.of(start, end)
        what = "\x1f".join((kind, " ".join(text[start:end].split()), around))
        seen[what] += 1
        key = hashlib.sha256(f"{what}\x1f{seen[what]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        found.append(Fact(key, kind, Span(start=start, end=end, text=text[start:end]), around))
    return found


class Sentences:
    """The sentences of an article by place, white space folded."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._starts = [s.start for s in article.sentences]
        self._ends = [s.end for s in article.sentences]

    def of(self, start: int, end: int) -> str:
        """The sentences that a place stands in."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        if not self._starts:
            return " ".join(self._text[start:end].split())
        low, high = min(start, self._starts[first]), max(end, self._ends[last])
        return " ".join(self._text[low:high].split())

    def all(self) -> list[str]:
        """Every sentence."""
        return [" ".join(self._text[a:b].split()) for a, b in zip(self._starts, self._ends, strict=True)]
