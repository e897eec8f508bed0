"""Deeds done to whoever a pronoun means: "Lee led him there", in which "he" of the next sentence is not Lee."""

from __future__ import annotations

from verifier.article import Span
from verifier.english import grammar, units
from verifier.english.inflection import Form
from verifier.english.people import GENDERS
from verifier.reading import tags
from verifier.reading._model import Entity, Names
from verifier.reading._subjects import NO_NOUNS
from verifier.reading.words import Words

_BEFORE_A_THING = frozenset(units.ORDINALS)
_BEFORE_A_DEED = grammar.AUXILIARIES | grammar.ADVERBS | {",", "who"}


def on_another(words: Words, names: Names, person: Entity, sentence: Span, gender: str) -> bool:
    """Whether the person does something in the sentence to somebody who is only called "him" or "her" there."""
    ends = [m.bare.end for m in names.within(sentence) if m.entity == person.index]
    return any(_is_done_to(words, _deed(words, end) + 1, gender) for end in ends)


def _deed(words: Words, end: int) -> int:
    """The word behind a name, past what may stand before its verb: "Lee, who [had]"."""
    i = words.at(end - 1) + 1
    while i < len(words) and words.lows[i] in _BEFORE_A_DEED:
        i += 1
    return i


def _is_done_to(words: Words, at: int, gender: str) -> bool:
    """Whether the pronoun at a place is the object of the verb before it: "led [him]", "gave [her] a book"."""
    if at + 1 >= len(words) or GENDERS.get(words.lows[at]) != gender:
        return False
    acts = tags.verb_forms().get(words.lows[at - 1], 0) & Form.PAST
    after = words.lows[at + 1]
    if after in _BEFORE_A_THING and words.low(at + 2)[:1].isalpha() and words.low(at + 2) not in NO_NOUNS:
        return False  # "published [her] first novel"
    alone = words.lows[at] == "him" or (words.lows[at] == "her" and (after in NO_NOUNS or not after[0].isalnum()))
    return bool(acts) and alone
