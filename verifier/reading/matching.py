"""What two mentions are about: a word in other endings, a thing in another word, a sentence told twice.

Everything here works on *keys*: one string for every token of the article, the same for all forms of a word
("killed", "kills", "deaths" share one), and empty for words that carry no meaning of their own and for marks. Keys are
made once for an article (:func:`keys`) and are then only sliced and compared; they are never shown to anyone.

    keys(words)                  the key of every token, parallel to ``words.forms``
    content(keys, tokens)        the set of keys in a stretch of tokens
    overlap(a, b)                how much of the smaller of two sets is in the larger, 0 to 1
    index(article, words, keys)  finds the sentences that tell the same thing as a given one
    align(keys, a, b)            which tokens of two sentences answer each other, in order
    slots(pairs, a, b)           the stretches between them: where the two sentences can differ
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from verifier.article import Article, Sentence
from verifier.english.synonyms import FUNCTION_WORDS, IRREGULAR, SYNONYM_GROUPS
from verifier.reading.words import Words

_COMMON = 40
"""A key that stands in more sentences than this says nothing about which of them belong together (and a look-up
that followed it would grow with the square of the text)."""

_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("bdgmnprt")


@lru_cache(maxsize=20_000)
def stem(low: str) -> str:
    """A word in lower case without its ending: "raised", "raises" and "raising" give "rais".

    Good enough to compare with, not a word to show. Irregular forms come from a table.
    """
    low = IRREGULAR.get(low, low)
    if len(low) < 4 or not low[-1].isalpha():
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("es") and low[-3] in "sxzho":
        low = low[:-2]
    elif low[-1] == "s" and low[-2] not in "su":
        low = low[:-1]
    for ending in ("ing", "ed"):
        root = low.removesuffix(ending)
        if root != low and len(root) > 2 and not _VOWELS.isdisjoint(root):
            return _mend(root)
    return low[:-1] if low[-1] == "e" and len(low) > 3 else low


def _mend(root: str) -> str:
    """Undo what an ending does to the word it is put on: "stopp" is "stop", "carri" is "carry"."""
    if root[-1] == "i":
        return root[:-1] + "y"
    return root[:-1] if root[-1] == root[-2] and root[-1] in _DOUBLED else root


_SYNONYMS = {stem(word): stem(group[0]) for group in SYNONYM_GROUPS for word in group}


@lru_cache(maxsize=20_000)
def key(low: str) -> str:
    """The key of a word in lower case: "" for a function word or a mark, else one string for all its forms and
    for the few words that mean the same in any news story ("killed", "died", "dead")."""
    if low in FUNCTION_WORDS or not (low[0].isalnum() or low[-1].isalnum()):
        return ""
    root = stem(low)
    return _SYNONYMS.get(root, root)


def keys(words: Words, meaningless: frozenset[str] = frozenset()) -> list[str]:
    """The key of every token; ``meaningless`` are function words of a language that is not English."""
    known = dict(zip(words.places, map(key, words.places), strict=True)) | dict.fromkeys(meaningless, "")
    return [*map(known.__getitem__, words.lows)]


def content(keys: Sequence[str], tokens: Iterable[int]) -> frozenset[str]:
    """The keys in a stretch of tokens, those of function words left out."""
    return frozenset([k for i in tokens if (k := keys[i])])


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that is in the larger, 0 to 1; 0 where either is empty."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


class Likeness(NamedTuple):
    """A sentence that shares words with another; ``score`` is 0 to 1: the share of the asked sentence's words that it
    holds, rare words counting more."""

    sentence: Sentence
    score: float


class SentenceIndex(NamedTuple):
    """The sentences of an article by what they are about."""

    sentences: tuple[Sentence, ...]
    contents: tuple[frozenset[str], ...]
    postings: dict[str, list[int]]

    def like(self, asked: Sentence, limit: int = 3, where: Callable[[Sentence], bool] | None = None) -> list[Likeness]:
        """The sentences nearest to one of the article, best first, itself left out; ``where`` narrows the search."""
        scores: dict[int, float] = {}
        total = 0.0
        for word in self.contents[asked.index]:
            places = self.postings[word]
            weight = 1.0 / (1.0 + 0.2 * len(places))
            total += weight
            if len(places) > _COMMON:
                continue
            for at in places:
                scores[at] = scores.get(at, 0.0) + weight
        scores.pop(asked.index, None)
        best_first = sorted((-score / total, at) for at, score in scores.items())
        fitting = (
            Likeness(self.sentences[at], -score)
            for score, at in best_first
            if where is None or where(self.sentences[at])
        )
        return list(islice(fitting, limit))


def index(article: Article, words: Words, keys: Sequence[str]) -> SentenceIndex:
    """Index every sentence of the article."""
    contents = tuple(content(keys, words.inside(s.span)) for s in article.sentences)
    postings: dict[str, list[int]] = {}
    for at, found in enumerate(contents):
        for word in found:
            postings.setdefault(word, []).append(at)
    return SentenceIndex(article.sentences, contents, postings)


def align(keys: Sequence[str], a: range, b: range) -> list[tuple[int, int]]:
    """Pairs of tokens, one of each stretch, that have the same key, as many as keep the order in both.

    ``a`` and ``b`` are ranges of token indexes (``words.inside(sentence.span)``). Only words with meaning are paired.
    """
    places: dict[str, list[int]] = {}
    for j in b:
        if keys[j]:
            places.setdefault(keys[j], []).append(j)
    # The longest increasing run of partners: ends[n] is the lowest partner that closes a run of n + 1 pairs.
    ends: list[int] = []
    nodes: list[tuple[int, int, int]] = []
    tails: list[int] = []
    for i in a:
        for j in reversed(places.get(keys[i], ())[:8]):
            at = bisect_left(ends, j)
            nodes.append((i, j, tails[at - 1] if at else -1))
            if at == len(ends):
                ends.append(j)
                tails.append(len(nodes) - 1)
            else:
                ends[at] = j
                tails[at] = len(nodes) - 1
    pairs = []
    node = tails[-1] if tails else -1
    while node >= 0:
        i, j, node = nodes[node]
        pairs.append((i, j))
    pairs.reverse()
    return pairs


def slots(pairs: Sequence[tuple[int, int]], a: range, b: range) -> list[tuple[range, range]]:
    """The stretches before, between and after the pairs of an alignment, where at least one side has tokens.

    Two mentions in the two halves of one slot stand in the same place of the same sentence: if they name two values,
    the sentences differ there and agree around it.
    """
    found = []
    i, j = a.start, b.start
    for left, right in (*pairs, (a.stop, b.stop)):
        if i < left or j < right:
            found.append((range(i, left), range(j, right)))
        i, j = left + 1, right + 1
    return found
