"""Headline, standfirst and lead beside the sentences of the body that tell the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from verifier.article import Paragraph, Sentence, Span
from verifier.language import Analysis, matching, oppositions
from verifier.language._lexicon import lexicon
from verifier.language.capitals import title_case
from verifier.language.matching import SentenceIndex
from verifier.language.words import Words

NEAR = 0.3
"""How much of a summary's sentence a sentence of the body must hold to count as telling the same."""
_FAR = 0.15
"""The same for a sentence in which a word stands that the summary replaces by one the body never uses."""
CLOSE = 0.75
"""The same for a sentence that is nearly a copy, where the body's other words no longer matter."""
_REORDERED = 0.45
_REACH = 3
"""How far two rival words may stand from the nearest words that their sentences share, in words with a meaning."""

_NOT = frozenset({"not", "never", "cannot"})
_DOUBT = lexicon(
    """
    no none neither nor without fail fails failed refuse refuses refused deny denies denied stop stops stopped
    unable lack lacks lacked except reject rejects rejected hardly barely prevent prevented end ends ended ending
    lift lifts lifted lifting reverse reversed overturn overturned until
    """
)
"""Words that may turn a sentence round without a "not"."""
_HEADS = frozenset({"headline", "standfirst"})


@dataclass(frozen=True, slots=True)
class Clash:
    """Two stretches that cannot both be right: one of the summary, one of the body; ``what`` says in which way."""

    here: Span
    there: Span
    what: str


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The article laid out for comparison."""

    words: Words
    keys: list[str]
    index: SentenceIndex
    heads: tuple[Sentence, ...]
    """The sentences of headline and standfirst."""
    summaries: tuple[Sentence, ...]
    """The same with those of the lead."""
    body_from: int
    """The first paragraph that is neither headline nor standfirst."""


@lru_cache(maxsize=1)
def read(analysis: Analysis) -> Reading | None:
    """Lay the article out; None where it has no headline, standfirst or lead apart from a body."""
    article = analysis.article
    heads = [p.index for p in article.paragraphs if p.kind in _HEADS or _unmarked(analysis.words, p)]
    bodies = [p.index for p in article.paragraphs if p.kind == "body" and p.index not in heads]
    if len(bodies) < 2:
        return None
    lead = bodies[0]
    top = tuple(s for s in article.sentences if s.paragraph in heads)
    summaries = (*top, *(s for s in article.sentences if s.paragraph == lead))
    return Reading(analysis.words, analysis.keys, analysis.topics, top, summaries, lead)


def _unmarked(words: Words, paragraph: Paragraph) -> bool:
    """Whether a first block is a headline by its capitals."""
    return paragraph.index == 0 and title_case(words, paragraph.span)


def partners(reading: Reading, sentence: Sentence, least: float = NEAR, most: int = 3) -> list[matching.Likeness]:
    """The sentences of the body that tell what a sentence of the summary tells, the best first."""
    first = max(sentence.paragraph + 1, reading.body_from)
    return [n for n in reading.index.like(sentence, most, lambda s: s.paragraph >= first) if n.score >= least]


def retold(reading: Reading) -> Iterator[Sentence]:
    """The sentences of headline and standfirst, and those of a first paragraph that the story tells again.

    A plain text does not mark its standfirst: it is the paragraph under the headline after which the story begins anew.
    """
    yield from reading.heads
    for sentence in reading.summaries[len(reading.heads) :]:
        if reading.heads and sentence.paragraph == 1 and partners(reading, sentence):
            yield sentence


def clashes(reading: Reading) -> Iterator[Clash]:
    """The first clash of each sentence of a summary with the body."""
    for sentence in reading.summaries:
        wide = [_Pair(reading, sentence, near) for near in partners(reading, sentence, _FAR, 5)]
        pairs = [pair for pair in wide[:3] if pair.score >= NEAR]
        looks = [pair.clash for pair in pairs] + [pair.stranger for pair in wide]
        clash = next((found for look in looks if (found := look())), None)
        if clash is not None:
            yield clash


class _Pair:
    """A sentence of the summary and one of the body that tells the same."""

    def __init__(self, reading: Reading, sentence: Sentence, near: matching.Likeness) -> None:
        self.reading, self.score = reading, near.score
        self.top = max(sentence.paragraph, reading.body_from - 1)
        self.words, self.keys = reading.words, reading.keys
        self.here = self.words.inside(sentence.span)
        self.there = self.words.inside(near.sentence.span)
        self.left = {self._key(i) for i in self.here}
        self.right = {self._key(j) for j in self.there}

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """The words that answer each other; only a pair that is near enough to clash needs them."""
        return matching.align(self.keys, self.here, self.there)

    def _key(self, i: int) -> str:
        return self.keys[i] or self.words.lows[i]

    def clash(self) -> Clash | None:
        """The first clash of rival words, else of a negation."""
        if len(self.pairs) < 2:
            return None
        return self._rivals() or self._negation()

    def _rivals(self) -> Clash | None:
        for a, b in matching.slots(self.pairs, self.here, self.there):
            for i in a:
                mine = self._key(i)
                rivals = oppositions.rivals(mine)
                if not rivals or mine in self.right or not self._absent(mine):
                    continue
                for j in b:
                    theirs = self._key(j)
                    if (
                        theirs in rivals
                        and theirs not in self.left
                        and self._beside(i, a, j, b)
                        and self._same_sign(i, j)
                    ):
                        return Clash(self.words.span(i, i), self.words.span(j, j), "rival")
        return None

    def stranger(self) -> Clash | None:
        """A word that the body never uses, where it uses a rival of it in telling the same, wherever that stands."""
        places = {self._key(j): j for j in self.there}
        for i in self.here:
            mine = self._key(i)
            rivals = (oppositions.rivals if self.score >= NEAR else oppositions.siblings)(
                mine
            ) & places.keys() - self.left
            if (
                not rivals
                or not self.keys[i]
                or not oppositions.loose(mine)
                or mine in self.right
                or not self._unused(mine)
            ):
                continue
            j = min(places[r] for r in rivals)
            if self._same_sign(i, j):
                return Clash(self.words.span(i, i), self.words.span(j, j), "rival")
        return None

    def _absent(self, mine: str) -> bool:
        """Whether the body never uses the word, or the two sentences are so near that it does not matter."""
        return self.score >= CLOSE or self._unused(mine)

    def _unused(self, mine: str) -> bool:
        """Whether the body never uses the word."""
        sentences = self.reading.index.sentences
        return all(sentences[at].paragraph <= self.top for at in self.reading.index.postings.get(mine, ()))

    def _beside(self, i: int, a: range, j: int, b: range) -> bool:
        """Whether both words stand near the same shared word, on the same side."""
        before = max(self._between(a.start, i), self._between(b.start, j)) <= _REACH and a.start > self.here.start
        after = max(self._between(i + 1, a.stop), self._between(j + 1, b.stop)) <= _REACH and a.stop < self.here.stop
        return before or after

    def _between(self, first: int, last: int) -> int:
        return sum(1 for t in range(first, last) if self.keys[t])

    def _same_sign(self, i: int, j: int) -> bool:
        return self._negated(i, self.here) == self._negated(j, self.there)

    def _negated(self, i: int, inside: range) -> bool:
        """Whether a negation stands within a few words before the word."""
        return any(
            denies(self.words.lows[t]) or self.words.lows[t] in _DOUBT for t in range(max(inside.start, i - 4), i)
        )

    def _negation(self) -> Clash | None:
        """A "not" on one side where the other has the same word without any."""
        if self.score < 0.5:
            return None
        ours = [t for t in self.here if denies(self.words.lows[t])]
        theirs = [t for t in self.there if denies(self.words.lows[t])]
        if ours and not theirs and not self._doubt(self.there):
            return self._denied(ours, dict(self.pairs))
        if theirs and not ours and not self._doubt(self.here):
            clash = self._denied(theirs, {j: i for i, j in self.pairs})
            return Clash(clash.there, clash.here, clash.what) if clash else None
        return None

    def _doubt(self, inside: range) -> bool:
        return any(self.words.lows[t] in _DOUBT for t in inside)

    def _denied(self, negations: list[int], partner: dict[int, int]) -> Clash | None:
        """The first negation whose next word with a meaning the other sentence has too."""
        for n in negations:
            stop = next((t for t in range(n + 1, min(n + 3, len(self.words))) if self.keys[t] or self._mark(t)), None)
            if stop is not None and stop in partner:
                other = partner[stop]
                return Clash(self.words.span(n, stop), self.words.span(other, other), "negation")
        return None

    def _mark(self, t: int) -> bool:
        return self.words.forms[t] in {",", ".", ";", ":", "—", "(", ")"}


def denies(low: str) -> bool:
    """Whether a word says that what follows is not so."""
    return low in _NOT or low.endswith(("n't", "n’t"))
