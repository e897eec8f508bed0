"""The same words quoted twice: which quotations repeat one another, and where their wording differs.

That two quotations are of one utterance is seen by their words, in their order, and by who speaks: no event is told,
and :mod:`verifier.events` has no say in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import ne
from typing import NamedTuple

from verifier.article import Span
from verifier.reading import Analysis, matching
from verifier.reading._model import Quotation, Source
from verifier.reading.words import Words

_SHORT = 4
"""Fewer words than this are too few to say that two quotations repeat one another."""
_LONG = 6
"""Words from which on two people seldom say the same but for one."""
_SHARE = 0.7
"""How many of the shorter quotation's words the longer one must have in the same order."""
_SLOT = 3
"""The most words that may stand in place of others; more is another sentence."""
_TELLING = 2
"""Words with a meaning that they must share."""
_OFTEN = 12
"""Pairs of words that stand in more quotations than this do not tell which repeat one another."""
_LEAST, _LONGEST, _AROUND = 4, 80, 1
"""A quotation of more words than these, all but one of them told again, is no turn of phrase."""
_EDITED = frozenset({"[", "]", "…", "...", "(", ")"})


class Rewording(NamedTuple):
    """Two quotations of the same utterance, with the words in which they differ."""

    one: Quotation
    other: Quotation
    here: Span
    there: Span
    sure: bool = False
    """Whether it is the same utterance beyond doubt: all but one word of it, told again in another paragraph."""


@lru_cache(maxsize=1)
def rewordings(analysis: Analysis) -> tuple[Rewording, ...]:
    """Every quotation that repeats a longer one (or an equal one before it) in other words."""
    return tuple(_rewordings(analysis))


def _rewordings(analysis: Analysis) -> Iterator[Rewording]:
    words = analysis.words
    if len(analysis.quotations) < 2:
        return
    spoken = {q.index: _spoken(words, q.span) for q in analysis.quotations}
    where = _index(words.lows, spoken)
    keys: list[str] = []  # few articles have two quotations that are so much as to be compared
    sources = _sources(analysis)
    for q in analysis.quotations:
        mine = spoken[q.index]
        if len(mine) < _SHORT or (q.kind == "scare" and len(mine) <= _SHORT):
            continue
        for index in _candidates(words.lows, mine, where, q.index):
            other = analysis.quotations[index]
            longer = (len(spoken[index]), -index) > (len(mine), -q.index)
            if not longer or _in_one_breath(analysis, q, other):
                continue
            told = _one_word(analysis, spoken, q, other)
            if not _may_be_one(analysis, sources, q, other):
                told = told._replace(sure=False) if told and len(mine) >= _LONG else None
            elif told is None and _share(words, mine, other):
                keys = keys or [low if low[0].isalnum() else "" for low in words.lows]
                told = _differ(analysis, keys, q, other)
            if told is not None:
                yield told
                break


def of_top(analysis: Analysis, told: Rewording) -> tuple[Span, Span] | None:
    """The differing words with those of headline, standfirst or lead first; None where both stand below it."""
    article = analysis.article
    body = [p for p in article.paragraphs if p.kind == "body"]
    below = body[0].span.end if body and body[0].index > 0 else 0
    here, there = sorted((told.here, told.there))
    return (here, there) if here.start < below <= there.start else None


def _spoken(words: Words, span: Span) -> list[int]:
    return [t for t in words.inside(span) if words.lows[t][0].isalnum()]


def _index(lows: Sequence[str], spoken: dict[int, list[int]]) -> dict[tuple[str, str], list[int]]:
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, tokens in spoken.items():
        for pair in set(pairwise([lows[t] for t in tokens])):
            where[pair].append(index)
    return where


def _candidates(lows: Sequence[str], mine: list[int], where: dict[tuple[str, str], list[int]], own: int) -> list[int]:
    """The quotations that share most pairs of words with this one, three at the most."""
    count: dict[int, int] = defaultdict(int)
    for pair in pairwise([lows[t] for t in mine]):
        places = where[pair]
        if 1 < len(places) <= _OFTEN:  # one place is this quotation's own
            for index in places:
                count[index] += 1
    count.pop(own, None)
    return sorted(count, key=lambda index: (-count[index], index))[:3]


def _may_be_one(analysis: Analysis, sources: dict[int, list[Source]], one: Quotation, other: Quotation) -> bool:
    """Whether nothing shows that two people are speaking."""
    speakers = [_speakers(analysis, sources.get(q.index, []), q) for q in (one, other)]
    return not speakers[0] or not speakers[1] or not speakers[0].isdisjoint(speakers[1])


def _in_one_breath(analysis: Analysis, one: Quotation, other: Quotation) -> bool:
    """Whether both stand in one paragraph: a speaker who comes back to his words, or two slogans side by side."""
    paragraphs = [analysis.article.paragraph_at(q.span.start) for q in (one, other)]
    return paragraphs[0] == paragraphs[1]


def _sources(analysis: Analysis) -> dict[int, list[Source]]:
    """Who is credited with each quotation, by its index."""
    found: dict[int, list[Source]] = defaultdict(list)
    for attribution in analysis.attributions:
        if attribution.source is not None:
            for index in attribution.quotations:
                found[index].append(attribution.source)
    return found


def _speakers(analysis: Analysis, sources: list[Source], quotation: Quotation) -> set[str]:
    """Who is credited with a quotation; where nobody is, the people its sentence names beside it."""
    people = [analysis.names.entities[s.entity] for s in sources if s.entity is not None]
    credited = {e.name for e in people if e.kind == "person"}
    sentence = analysis.article.sentence_at(quotation.span.start)
    if sources or sentence is None:
        return credited
    named = [analysis.names.of(m) for m in analysis.names.within(sentence.span) if not quotation.marks.covers(m.bare)]
    return {e.name for e in named if e.kind == "person"}


def _share(words: Words, mine: list[int], other: Quotation) -> bool:
    """Whether another quotation has enough of a quotation's words at all: no more of them can be paired."""
    there = words.inside(other.span)
    theirs = set(words.lows[there.start : there.stop])
    return len([t for t in mine if words.lows[t] in theirs]) >= _least(mine)


def _differ(analysis: Analysis, keys: Sequence[str], one: Quotation, other: Quotation) -> Rewording | None:
    """The one place where a quotation's words differ from those of a longer one; None for the same or for too much."""
    words = analysis.words
    here, there = words.inside(one.span), words.inside(other.span)
    mine = _spoken(words, one.span)
    pairs = _run(matching.align(keys, here, there))
    if not pairs or not _enough(analysis, one, pairs, mine):
        return None
    window = range(pairs[0][1], pairs[-1][1] + 1)
    for a, b in matching.slots(pairs, range(pairs[0][0], pairs[-1][0] + 1), window):
        told = _slot(words, one, other, a, b)
        if told is not None:
            return told
    return _ends(words, one, other, pairs)


def _run(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of an alignment without wide gaps in the longer quotation."""
    best: list[tuple[int, int]] = []
    current: list[tuple[int, int]] = []
    for pair in pairs:
        if current and pair[1] - current[-1][1] > pair[0] - current[-1][0] + _SLOT:
            current = []
        current.append(pair)
        if len(current) > len(best):
            best = list(current)
    return best


def _enough(analysis: Analysis, quotation: Quotation, pairs: list[tuple[int, int]], mine: list[int]) -> bool:
    """Whether two quotations share enough to be one utterance, and not only the name of whom they speak of."""
    words = analysis.words
    telling = [i for i, _ in pairs if matching.key(words.lows[i])]
    if len(pairs) < _least(mine) or len(telling) < _TELLING:
        return False
    named = [mention.bare for mention in analysis.names.within(quotation.span)]
    return not all(any(name.covers(words.span(i, i)) for name in named) for i in telling)


def _least(mine: list[int]) -> float:
    """How many of a quotation's words another must have for it to be the same utterance."""
    return len(mine) - 1 if len(mine) <= _SHORT + 1 else _SHARE * len(mine)


def _slot(words: Words, one: Quotation, other: Quotation, a: range, b: range) -> Rewording | None:
    """A slot in which both have a word, and not the same one in another form."""
    ours = [t for t in a if words.lows[t][0].isalnum()]
    theirs = [t for t in b if words.lows[t][0].isalnum()]
    if any(words.forms[t] in _EDITED for t in (*a, *b)) or not (ours and theirs):
        return None
    if max(len(ours), len(theirs)) > _SLOT or not _other_words(words, ours, theirs):
        return None
    return Rewording(one, other, words.span(ours[0], ours[-1]), words.span(theirs[0], theirs[-1]))


def _ends(words: Words, one: Quotation, other: Quotation, pairs: list[tuple[int, int]]) -> Rewording | None:
    """Words that differ before the first shared one or behind the last, in a quotation that is otherwise the same."""
    here, there = words.inside(one.span), words.inside(other.span)
    i, j = pairs[-1]
    behind = range(i + 1, here.stop)
    size = len([t for t in behind if words.lows[t][0].isalnum()])
    if size:
        return _slot(words, one, other, behind, range(j + 1, min(j + 1 + size, there.stop)))
    i, j = pairs[0]
    before = range(here.start, i)
    size = len([t for t in before if words.lows[t][0].isalnum()])
    return _slot(words, one, other, before, range(max(j - size, there.start), j)) if size else None


def _other_words(words: Words, ours: list[int], theirs: list[int]) -> bool:
    """Whether at least one side has a word with a meaning that is not the other side's in another form or spelling."""
    left, right = (
        {k for t in side for w in words.lows[t].split("-") if (k := matching.key(w))} for side in (ours, theirs)
    )
    if not left or not right or left & right:
        return False
    stems = {matching.stem(words.lows[t]) for t in ours} & {matching.stem(words.lows[t]) for t in theirs}
    joined = "".join(words.lows[t] for t in ours), "".join(words.lows[t] for t in theirs)
    figures = joined[0][0].isdigit(), joined[1][0].isdigit()
    return not stems and joined[0][:4] != joined[1][:4] and figures[0] == figures[1]


def _one_word(analysis: Analysis, spoken: dict[int, list[int]], one: Quotation, other: Quotation) -> Rewording | None:
    """The two where one word alone, with the same words before and behind, is another in what is told twice.

    A word at the beginning or the end may be where two sentences go apart, as in a speech.
    """
    words = analysis.words
    mine, theirs = spoken[one.index], spoken[other.index]
    if not _LEAST < len(mine) <= _LONGEST or len(theirs) > _LONGEST * 4:
        return None
    said, told = ([words.lows[t] for t in tokens] for tokens in (mine, theirs))
    known = set(told)
    if len([low for low in said if low not in known]) > 1:
        return None
    for start in range(len(told) - len(said) + 1):
        wrong = [*map(ne, said, told[start : start + len(said)])]
        if sum(wrong) == 1 and wrong.index(True) in range(_AROUND, len(said) - _AROUND):
            here, there = mine[wrong.index(True)], theirs[start + wrong.index(True)]
            if _other_words(words, [here], [there]) and not _is_edited(words, here, there):
                return Rewording(one, other, words.span(here, here), words.span(there, there), sure=True)
    return None


def _is_edited(words: Words, here: int, there: int) -> bool:
    """Whether an editor's bracket stands beside one of the words."""
    return any(words.forms[i] in _EDITED for t in (here, there) for i in (t - 1, t + 1) if 0 <= i < len(words))
