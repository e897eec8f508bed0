"""Wrongs laid at somebody's door in plain words: "the board stole 3 million euros", "he lied to the council"."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.english import assertions, calendar, closed, grammar, inflection, negation, nouns, people, titles
from verifier.reading import _noun_phrases
from verifier.reading.words import Words

_REACH, _BACK = 9, 3
"""How far a deed reaches, and how many adverbs and auxiliaries stand between who did it and the verb."""
_DONE = inflection.Form.PAST | inflection.Form.PARTICIPLE
_TOLD = frozenset(low for verb in assertions.WRONGS for low, tense in inflection.forms(verb).items() if tense & _DONE)


def somebody(words: Words, head: int) -> bool:
    """Whether a noun is a person, a body or a name: who does what first can be looked up, and whom somebody blames."""
    form, low = words.forms[head], words.lows[head]
    if form[0].isupper():
        return low not in calendar.WORDS_OF_A_DATE
    return low in nouns.GROUPS or low in people.SEXES or low in titles.ROLES or low.endswith(people.AGENTS)


def done(words: Words) -> Iterator[tuple[int, int]]:
    """The first and the last token of each: from the verb to the end of its clause."""
    for low in _TOLD & words.places.keys():
        for at in words.places[low]:
            if last := _end(words, at):
                yield at, last
    for at in words.places.get("lied", ()):
        close = _close(words, at)
        if words.low(at + 1) in assertions.LIED and close > at + 1 and _by_somebody(words, at):
            yield at, close


def _end(words: Words, at: int) -> int | None:
    """The last token of the deed; None where nobody does it to anything, or it is a play on words or of a game."""
    whom = words.low(at + 1)
    taken = whom in closed.ARTICLES | closed.POSSESSIVES_OF_OTHERS | closed.ANY_PRONOUN or whom not in closed.EMPTY
    if not taken or not whom[:1].isalnum() or not _by_somebody(words, at):
        return None
    last = _close(words, at)
    return None if assertions.IN_PLAY.intersection(words.lows[at + 1 : last + 1]) else last


def _close(words: Words, at: int) -> int:
    most = min(at + _REACH, len(words))
    end = next((i for i in range(at + 1, most) if words.lows[i] in assertions.ENDS_A_DEED), most)
    while end > at + 2 and words.lows[end - 1] in closed.EMPTY:
        end -= 1
    return end - 1


def _by_somebody(words: Words, at: int) -> bool:
    """Whether somebody stands before a verb as who did it, and its sentence says neither that he did not nor "if"."""
    first = _noun_phrases.sentence_start(words, max(at - _REACH, 0), at)
    before = words.lows[first:at]
    if any(negation.says_not(one) or one in negation.OF_CHARGES or one in assertions.SUPPOSES for one in before):
        return False
    for i in range(at - 1, max(first, at - 1 - _BACK) - 1, -1):
        if words.lows[i] in grammar.HAVE or words.lows[i].endswith("ly"):
            continue
        return words.lows[i] in closed.SUBJECTS or (words.lows[i] not in closed.EMPTY and somebody(words, i))
    return False
