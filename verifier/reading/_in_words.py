"""Openings that say whose the words behind them are: "in the words of Ann Lee,", "in her words,", "as Lee put it,",
"to quote Lee,"."""

from __future__ import annotations

from verifier.english import closed, cues, grammar, nouns, saying
from verifier.reading import _noun_phrases
from verifier.reading._gaps import Said
from verifier.reading.words import Words

_BACK = 30  # tokens from the opening to the quotation
_OWNER = 8  # tokens from "in" to "words"
_OPENS = saying.WORDED | {"it", "quote"}


def of(words: Words, start: int, first: int) -> Said | None:
    """The opening before a quotation at token ``first`` in a sentence from ``start``; None where there is none, or what
    it names is no person, role or body."""
    for i in reversed(words.standing(_OPENS, range(max(start, first - _BACK), first))):
        said = (
            _of_whom(words, i, first) or _whose(words, start, i) or _put(words, start, i) or _quoting(words, i, first)
        )
        if said is not None:
            return said if _speaks(words, said) and _leads(words, said, first) else None
    return None


def _of_whom(words: Words, i: int, first: int) -> Said | None:
    """ "*in the words of* <Ann Lee>"."""
    if words.lows[i] not in saying.WORDED or words.lows[i - 2 : i] != ["in", "the"] or words.low(i + 1) != "of":
        return None
    return Said((i - 2, i + 1), (i + 2, _noun_phrases.noun_phrase_end(words, i + 2, first)))


def _whose(words: Words, start: int, i: int) -> Said | None:
    """ "*in* <Ann Lee>*'s words*", "*in* <her> own *words*"."""
    if words.lows[i] not in saying.WORDED:
        return None
    owner = i - 1 - (words.lows[i - 1] == "own")
    opens = next((j for j in range(owner - 1, max(start, i - _OWNER) - 1, -1) if words.lows[j] == "in"), None)
    if opens is None:
        return None
    if words.lows[owner] in closed.AFTER_AN_OWNER:
        return Said((i, i), (opens + 1, owner - 1))
    return Said((i, i), (owner, owner)) if words.lows[owner] in grammar.POSSESSIVES and opens == owner - 1 else None


def _put(words: Words, start: int, i: int) -> Said | None:
    """ "*as* <Ann Lee> *put it*"."""
    if words.lows[i] != "it" or words.lows[i - 1] not in cues.PUTS:
        return None
    last = i - 2
    while last > start and words.lows[last] in saying.BETWEEN_SPEAKER_AND_VERB:
        last -= 1
    opens = next((j for j in range(last - 1, max(start, i - _OWNER) - 1, -1) if words.lows[j] == "as"), None)
    return Said((i - 1, i), (opens + 1, last)) if opens is not None else None


def _quoting(words: Words, i: int, first: int) -> Said | None:
    """ "*to quote* <Ann Lee>"."""
    if words.lows[i - 1 : i + 1] != ["to", "quote"]:
        return None
    return Said((i - 1, i), (i + 1, _noun_phrases.noun_phrase_end(words, i + 1, first)))


def _speaks(words: Words, said: Said) -> bool:
    """Whether whoever is named can have said something: no song, no book."""
    assert said.subject is not None  # noqa: S101 - each of them has one
    first, last = said.subject
    if last < first:
        return False
    tokens = range(first, last + 1)
    low = _noun_phrases.head(words, tokens)
    if low in nouns.DOCUMENTS:
        return False
    named = any(words.forms[i][0].isupper() for i in tokens) and words.lows[first] != "the"
    return named or low in grammar.POSSESSIVES or low in saying.PRONOUNS or _noun_phrases.is_a_role(words, tokens)


def _leads(words: Words, said: Said, first: int) -> bool:
    """Whether nothing but an aside stands between the opening and the quotation: ", who blessed the barrel,"."""
    assert said.subject is not None  # noqa: S101 - each of them has one
    behind = max(said.cue[1], said.subject[1]) + 1
    if words.lows[behind:first] in ([], [","], [":"]):
        return True
    aside = words.forms[behind] == "," and words.lows[behind + 1] in closed.RELATIVES
    return aside and words.forms[first - 1] == "," and "," not in words.forms[behind + 1 : first - 1]
