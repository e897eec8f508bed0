"""Words of headline, standfirst and lead that exclude a word of the body, where that tells the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from verifier.article import Sentence, Span
from verifier.english import closed, inflection, negation
from verifier.events.top import LEAST_SHARED, NEAR, Top, partners
from verifier.reading import Analysis, matching, oppositions

_FAR = 0.15
"""How much of a sentence of the top one of the body must hold in which a word stands that the top replaces by one the
body never uses."""
_CLOSE = 0.75
"""How much it must hold to be nearly a copy, where the rest of the body no longer matters."""
_REACH = 3
"""How far two rival words may stand from the nearest words that their sentences share, in words with a meaning."""

_TOLD = 0.5
"""How much of a summary's sentence a sentence of the body must hold for a "not" to matter."""
_MOST = 0.8
"""Or how much of the shorter of the two they must share."""
_CLAUSE = 6
_COPY = 5
_SLOT = 3


class Opposed(NamedTuple):
    """Two stretches that cannot both be right: one of the summary, one of the body; ``what`` says in which way."""

    here: Span
    there: Span
    what: str


def opposed(reading: Top) -> Iterator[Opposed]:
    """The first words of each sentence of the top that the body has the opposite of."""
    for sentence in reading.summaries:
        wide = [_Pair(reading, sentence, near) for near in partners(reading, sentence, _FAR, 5)]
        pairs = [pair for pair in wide[:3] if pair.score >= NEAR]
        looks = [pair.opposed for pair in pairs] + [pair.stranger for pair in wide]
        first = next((found for look in looks if (found := look())), None)
        if first is not None:
            yield first


class _Pair:
    """A sentence of the summary and one of the body that tells the same."""

    def __init__(self, reading: Top, sentence: Sentence, near: matching.Likeness) -> None:
        self.reading, self.score = reading, near.score
        self.top = max(sentence.paragraph, reading.body_from - 1)
        self.words, self.keys = reading.words, reading.keys
        self.here = self.words.inside(sentence.span)
        self.there = self.words.inside(near.sentence.span)
        keys, lows = self.keys, self.words.lows
        self.left = {keys[i] or lows[i] for i in self.here}
        self.right = {keys[j] or lows[j] for j in self.there}

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """The words that answer each other; only a pair that is near enough to differ needs them."""
        return matching.align(self.keys, self.here, self.there)

    def _key(self, i: int) -> str:
        return self.keys[i] or self.words.lows[i]

    def opposed(self) -> Opposed | None:
        """The first rival words, else a negation."""
        if len(self.pairs) < 2:
            return None
        return self._rivals() or self._negation() or self._replaced()

    def _rivals(self) -> Opposed | None:
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
                        return Opposed(self.words.span(i, i), self.words.span(j, j), "rival")
        return None

    def stranger(self) -> Opposed | None:
        """A word that the body never uses, where it uses a rival of it in telling the same, wherever that stands."""
        if sum(1 for i in self.here if self.keys[i] and self.keys[i] in self.right) < LEAST_SHARED:
            return None  # a headline of three words shares one with many a sentence
        places = {self._key(j): j for j in self.there}
        theirs = places.keys() - self.left
        opposed = oppositions.rivals if self.score >= NEAR else oppositions.siblings
        for i in self.here:
            mine = self._key(i)
            rivals = opposed(mine) & theirs
            if (
                not rivals
                or not self.keys[i]
                or not oppositions.loose(mine)
                or mine in self.right
                or not self._unused(mine)
            ):
                continue
            j = min(places[r] for r in rivals)
            company = self.keys[j] in oppositions.siblings(mine) or self._same_company(i, j)
            if company and self._same_sign(i, j):
                return Opposed(self.words.span(i, i), self.words.span(j, j), "rival")
        return None

    def _same_company(self, i: int, j: int) -> bool:
        """Whether a word that both sentences have stands on the same side of both, a few words away."""
        behind = [self._near(range(i + 1, self.here.stop)), self._near(range(j + 1, self.there.stop))]
        before = [self._near(range(i - 1, self.here.start - 1, -1)), self._near(range(j - 1, self.there.start - 1, -1))]
        return bool(behind[0] & behind[1] or before[0] & before[1])

    def _near(self, tokens: range) -> set[str]:
        found: list[str] = []
        for t in tokens:
            if len(found) > _REACH:
                break
            if self.keys[t]:
                found.append(self.keys[t])
        return set(found)

    def _absent(self, mine: str) -> bool:
        """Whether the body never uses the word, or the two sentences are so near that it does not matter."""
        return self.score >= _CLOSE or self._unused(mine)

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
            negation.says_not(self.words.lows[t]) or self.words.lows[t] in negation.DOUBT
            for t in range(max(inside.start, i - 4), i)
        )

    def _negation(self) -> Opposed | None:
        """A "not" before a word that both have, where the other sentence has it without any."""
        short = min(len(self._content(self.here)), len(self._content(self.there)))
        if self.score < _TOLD and len(self.pairs) < max(2, _MOST * short):
            return None
        partner = dict(self.pairs)
        found = self._denied(partner, self.here, self.there)
        if found is None:
            back = self._denied({j: i for i, j in self.pairs}, self.there, self.here)
            found = Opposed(back.there, back.here, back.what) if back else None
        return found

    def _content(self, inside: range) -> list[int]:
        return [t for t in inside if self.keys[t]]

    def _denied(self, partner: dict[int, int], mine: range, other: range) -> Opposed | None:
        """The first negation whose next word with a meaning the other sentence has too, without a doubt before it."""
        for n in (t for t in mine if negation.says_not(self.words.lows[t])):
            stop = next((t for t in range(n + 1, min(n + 6, mine.stop)) if self.keys[t] or self._mark(t)), None)
            between = self.words.lows[n + 1 : stop] if stop else []
            if (
                stop is None
                or stop not in partner
                or not negation.PARTLY.isdisjoint(self.words.lows[n + 1 : n + 2] + between)
            ):
                continue
            answer = partner[stop]
            others = [self.words.lows[t] for t in range(max(other.start, answer - _CLAUSE), answer)]
            if any(negation.says_not(low) or low in negation.DOUBT for low in others) or self._other_clause(
                partner, stop
            ):
                continue
            return Opposed(self.words.span(n, stop), self.words.span(answer, answer), "negation")
        return None

    def _other_clause(self, partner: dict[int, int], word: int) -> bool:
        """Whether none of the words around a denied one stands around it in the other sentence."""
        return not any(
            t in partner and abs(partner[t] - partner[word]) <= _CLAUSE
            for t in range(word - _CLAUSE, word + _CLAUSE + 1)
            if t != word
        )

    def _replaced(self) -> Opposed | None:
        """One word in place of another in a sentence that is otherwise a copy, where the body never uses the first."""
        mine = self._content(self.here)
        if len(self.pairs) < _COPY or len(mine) - len(self.pairs) > 1:
            return None
        for a, b in matching.slots(self.pairs, self.here, self.there):
            ours, theirs = self._content(a), self._content(b)
            if len(ours) != 1 or len(theirs) != 1 or len(a) != len(b) or len(a) > _SLOT:
                continue
            i, j = ours[0], theirs[0]
            if self._unused(self._key(i)) and self._other_word(i, j) and self._same_sign(i, j):
                return Opposed(self.words.span(i, i), self.words.span(j, j), "word")
        return None

    def _other_word(self, i: int, j: int) -> bool:
        """Whether two words are of one kind, as far as their endings show, and not two forms or spellings of one."""
        mine, theirs = self.words.forms[i], self.words.forms[j]
        if self.words.low(i - 1) != self.words.low(j - 1) or self.words.low(i - 1) not in closed.BEFORE_NOUNS:
            return False  # verbs are paraphrased more often than they are wrong
        if not (mine.isalpha() and theirs.isalpha() and mine.islower() and theirs.islower()):
            return False
        ends = [next((e for e in inflection.ENDINGS if w.endswith(e)), "") for w in (mine, theirs)]
        return ends[0] == ends[1] and mine[:4] != theirs[:4] and self._key(j) not in self.left

    def _mark(self, t: int) -> bool:
        return self.words.forms[t] in {",", ".", ";", ":", "—", "(", ")"}


def bare_denial(analysis: Analysis, reading: Top, pair: Opposed) -> bool:
    """Whether one side has the very two words that the other has with a "not" between them ("pleads guilty", "pleaded
    not guilty"), and nothing in the body has them as the top has."""
    if pair.what != "negation":
        return False
    words, keys = analysis.words, analysis.keys
    here, there = words.inside(pair.here), words.inside(pair.there)
    before, denied = keys[here.start - 1] if here.start else "", len(here) > 1
    if not before or before != keys[there.start - 1] or {len(here), len(there)} != {1, 2}:
        return False
    start = analysis.article.paragraphs[reading.body_from].span.start
    word = keys[here.stop - 1]
    for i, key in enumerate(keys[: len(words)]):
        if key == word and words.starts[i] >= start and i >= 2:
            negated = negation.says_not(words.lows[i - 1])
            if negated == denied and keys[i - 1 - negated] == before:
                return False
    return True
