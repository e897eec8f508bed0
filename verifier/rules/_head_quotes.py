"""Words quoted at the top of the article that the body quotes otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.article import Sentence
from verifier.english import closed, negation
from verifier.events.top import Top, partners
from verifier.reading import Analysis, matching
from verifier.reading._model import Quotation
from verifier.rules._opposed import Opposed

_SHORT = 3
"""A quotation of so many words is a description ("crazy"), which stands in a sentence of the writer's."""
_SHARED = 0.5
"""How many words of a longer one the body's quotation must have to be the same utterance."""
_NEAR = 3
"""Where the head's own word stands so near, the body has one word more and none other."""
_TOLD = 0.35
_TIDIED = 0.6


def altered(analysis: Analysis, reading: Top, sentence: Sentence) -> Iterator[Opposed]:
    """The quotations of a sentence of the head whose words the body does not have, beside the one it has instead."""
    mine = [q for q in analysis.quotations if q.span.start >= sentence.span.start and q.span.end <= sentence.span.end]
    if len(mine) != 1:
        return
    words = _spoken(analysis, mine[0])
    if not words or _stands_below(analysis, reading, sentence, words):
        return
    other = _one_word_off(analysis, reading, sentence, words)
    if other is not None:
        yield Opposed(mine[0].span, other.span, "one word")
        return
    for near in partners(reading, sentence, _TOLD):
        theirs = [q for q in analysis.quotations if near.sentence.span.covers(q.span)]
        if len(theirs) == 1 and _other(words, _spoken(analysis, theirs[0])):
            yield Opposed(mine[0].span, theirs[0].span, "quoted")
            return


def _one_word_off(analysis: Analysis, reading: Top, sentence: Sentence, words: list[str]) -> Quotation | None:
    """The quotation of the body that has the words in their order, one of them replaced by another that tells."""
    if len(words) <= _SHORT:
        return None
    start = max(sentence.span.end, _first_below(analysis, reading, sentence))
    for quotation in analysis.quotations:
        told = _spoken(analysis, quotation) if quotation.span.start >= start else []
        for at in range(len(told) - len(words) + 1):
            wrong = [(a, b) for a, b in zip(words, told[at : at + len(words)], strict=True) if a != b]
            around = told[max(0, at - _NEAR) : at + len(words) + _NEAR]
            if len(wrong) == 1 and _tells(*wrong[0]) and wrong[0][0] not in around:
                return quotation
    return None


def _tells(mine: str, theirs: str) -> bool:
    """Whether two words mean something else, as far as their forms show."""
    keys = matching.key(mine), matching.key(theirs)
    return bool(all(keys)) and keys[0] != keys[1] and matching.stem(mine)[:4] != matching.stem(theirs)[:4]


def _first_below(analysis: Analysis, reading: Top, sentence: Sentence) -> int:
    paragraphs = analysis.article.paragraphs
    first = max(sentence.paragraph + 1, reading.body_from)
    return paragraphs[first].span.start if first < len(paragraphs) else len(analysis.article.plain)


def nowhere_below(analysis: Analysis, reading: Top, sentence: Sentence) -> Iterator[Quotation]:
    """The utterances of a headline, in the first person or credited to somebody, that the body does not have though it
    quotes."""
    paragraphs = analysis.article.paragraphs
    first = max(sentence.paragraph + 1, reading.body_from)
    if first >= len(paragraphs) or not any(q.span.start > paragraphs[first].span.start for q in analysis.quotations):
        return
    for quotation in (q for q in analysis.quotations if sentence.span.covers(q.span)):
        words = _spoken(analysis, quotation)
        if len(words) <= _SHORT or not (_in_first_person(words) or _is_credited(analysis, quotation)):
            continue
        if _stands_below(analysis, reading, sentence, words):
            continue
        if all(_in_common(analysis, words, s) < _TIDIED for s in analysis.article.sentences if s.paragraph >= first):
            yield quotation  # where a sentence has most of the words, the headline has tidied up an utterance


def _in_first_person(words: list[str]) -> bool:
    return not closed.FIRST_PERSON.isdisjoint(words)


def _is_credited(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether somebody says it: a colon stands before it ("Chief: ‘Nobody …’"), or there is a verb of saying."""
    before = analysis.words.at(quotation.marks.start) - 1
    named = before > 0 and analysis.words.forms[before] == ":"
    return named or any(quotation.index in a.quotations and a.source is not None for a in analysis.attributions)


def _in_common(analysis: Analysis, words: list[str], sentence: Sentence) -> float:
    tokens = analysis.words.inside(sentence.span)
    return len(set(words) & set(analysis.words.lows[tokens.start : tokens.stop])) / len(set(words))


def _spoken(analysis: Analysis, quotation: Quotation) -> list[str]:
    tokens = analysis.words.inside(quotation.span)
    return [low for low in analysis.words.lows[tokens.start : tokens.stop] if low[0].isalnum()]


def _stands_below(analysis: Analysis, reading: Top, sentence: Sentence, words: list[str]) -> bool:
    """Whether the body has the words as they are."""
    paragraphs = analysis.article.paragraphs
    first = max(sentence.paragraph + 1, reading.body_from)
    if first >= len(paragraphs):
        return True
    start = analysis.words.at(paragraphs[first].span.start)
    lows = analysis.words.lows
    return any(
        at >= start and [low for low in lows[at : at + 2 * len(words)] if low[0].isalnum()][: len(words)] == words
        for at in analysis.words.places.get(words[0], ())
    )


def _other(mine: list[str], theirs: list[str]) -> bool:
    """Whether two wordings are of one utterance and do not mean the same as far as their words show."""
    left = {k for low in mine if (k := matching.key(low))}
    right = {k for low in theirs if (k := matching.key(low))}
    if not left or not right:
        return False
    if len(mine) <= _SHORT and len(theirs) <= _SHORT + 2:
        return left.isdisjoint(right)
    shared = len(set(mine) & set(theirs)) / len(set(mine))
    beside = _alike(mine, theirs)
    new = left - right or any(negation.says_not(a) for a in mine) != any(negation.says_not(b) for b in beside)
    return len(mine) > _SHORT and shared >= _SHARED and bool(new)


def _alike(mine: list[str], theirs: list[str]) -> list[str]:
    """The stretch of a longer quotation that has most of the words: a "not" elsewhere in it denies something else."""
    size, known = len(mine) + _NEAR, set(mine)
    starts = range(max(1, len(theirs) - size + 1))
    best = max(starts, key=lambda at: len(known.intersection(theirs[at : at + size])))
    return theirs[best : best + size]
