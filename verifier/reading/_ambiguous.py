"""Words that may be a noun or a verb: "plans" in "Congress plans", "records" in "HRB records show"."""

from __future__ import annotations

from verifier.english import cues
from verifier.english import grammar as lex
from verifier.english.closed import PLACES_IN, SEVERAL
from verifier.english.inflection import Form
from verifier.english.verbs import NEVER_NOUN
from verifier.reading.tags import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    MARK,
    NAME,
    NOUN,
    NOUN_OR_VERB,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TO,
    VERB,
    agrees,
    closed_classes,
    verb_forms,
)
from verifier.reading.words import Words

OBJECT_FOLLOWS = frozenset((DETERMINER, PRONOUN, SUBORDINATOR, TO, ADVERB))
"""Tags of what may follow a verb as its object."""


def settled(words: Words, i: int, before: str, form: int, following: str) -> str:
    """ "plans" after a noun: a verb where it agrees with the noun and what follows can be its complement."""
    low = words.lows[i]
    if low in NEVER_NOUN:
        return VERB
    if before in (ADVERB, MARK):
        told = (before == ADVERB and after_subject(words, i)) or (
            following in OBJECT_FOLLOWS and (before == ADVERB or form & Form.THIRD)
        )
        return VERB if told else NOUN_OR_VERB
    if before not in (NOUN, NAME, NOUN_OR_VERB):
        return VERB if before == CONJUNCTION and _joined(words, i, form, following) else NOUN
    named = before == NAME and bool(form & Form.THIRD)  # "the Times reports": a name's "s" is no plural
    if not named and not agrees(words.lows[i - 1], form):
        return VERB if following in OBJECT_FOLLOWS and form & Form.BASE and _several(words, i) else NOUN
    if named and _has_verb_behind(words, i):
        return NOUN  # "HRB records show that"
    return VERB if following in OBJECT_FOLLOWS or named else NOUN_OR_VERB


def _joined(words: Words, i: int, form: int, following: str) -> bool:
    """Whether "and" or "but" joins a verb in the third person: "expects rain but [warns] that", "expects rain, and
    [says] it"; not "fears, doubts and [claims] that", of things of which there are several."""
    if form & Form.BASE or following not in _WHOLE_OBJECT or i < _JOINED:
        return False
    if following == SUBORDINATOR and words.lows[i] in cues.nouns():
        return False  # "likes her, but [claims] that she lied are false"
    if words.lows[i - 1] == "but":
        return True
    earlier = i - 2 - (words.forms[i - 2] == ",")
    apart = earlier < i - 2 or closed_classes().get(words.lows[earlier]) == PRONOUN
    return apart and not agrees(words.lows[earlier], Form.BASE)


_JOINED = 3  # the words of which the first can be what is joined to
_WHOLE_OBJECT = frozenset((DETERMINER, PRONOUN, SUBORDINATOR))


def _has_verb_behind(words: Words, i: int) -> bool:
    """Whether a plain verb with what it says follows: "records [show he] has", not "Lee plans [a show]"."""
    if i + 2 >= len(words) or words.forms[i + 1][0].isupper():
        return False
    form = verb_forms().get(words.lows[i + 1], 0)
    acts = form & Form.PAST and not form & Form.BASE
    if acts or words.lows[i + 1] in lex.AUXILIARIES:
        return True  # "some HRB figures declared that", "HRB rivals have"
    if not form & Form.BASE:
        return False
    if words.lows[i + 2] == ".":
        return True  # "the quay is safe, HRB reports show."
    return words.forms[i + 2][0].isupper() or closed_classes().get(words.lows[i + 2]) in (
        PRONOUN,
        SUBORDINATOR,
        DETERMINER,
    )


def after_subject(words: Words, i: int) -> bool:
    """Whether a pronoun or a name stands before the adverb before ``i``: "they even [plan] for it"; behind how often
    something is done any noun does it: "lynx rarely [take] sheep"."""
    if i < 2:
        return False
    named = words.forms[i - 2][0].isupper() and words.forms[i - 1].islower()
    often = words.lows[i - 1] in lex.HOW_OFTEN and words.lows[i - 2].isalpha()
    often = often and words.lows[i - 2] not in closed_classes()
    return named or often or words.lows[i - 2] in lex.SUBJECT_PRONOUNS


def _several_of_a_place(words: Words, i: int) -> bool:
    """Whether a plural with a name attached stands before ``i``: "some in America [worry]", "voters in Ohio [fear]"."""
    link = i - 2
    while link > i - 5 and link > 0 and words.forms[link][0].isupper():
        link -= 1
    if link < 1 or words.lows[link] not in PLACES_IN or not words.forms[i - 1][0].isupper():
        return False
    head = words.lows[link - 1]
    opening = link == 1 or not words.forms[link - 2][0].isalnum()
    common = words.forms[link - 1].islower() or opening
    return head in SEVERAL or (common and head.isalpha() and agrees(head, Form.BASE))


def _several(words: Words, i: int) -> bool:
    """Whether more than one do it, though the word before ``i`` stands for one."""
    return _several_of_a_place(words, i) or _several_before_a_link(words, i) or _two_named(words, i)


def _two_named(words: Words, i: int) -> bool:
    """ "Lee and Ann Brandt [call] it": two names."""
    link = i - 1
    while link > max(0, i - _LINK) and words.forms[link][0].isupper():
        link -= 1
    return link < i - 1 and words.lows[link] == "and" and words.forms[link - 1][0].isupper()


def _several_before_a_link(words: Words, i: int) -> bool:
    """Whether a plural with a phrase hung on it stands before ``i``: "records from the last vote [show] he won"."""
    closed = closed_classes()
    for link in range(i - 2, max(0, i - _LINK), -1):
        told = closed.get(words.lows[link])
        if not words.forms[link][0].isalnum():
            return False
        if told == PREPOSITION:
            return words.lows[link - 1].isalpha() and agrees(words.lows[link - 1], Form.BASE)
        if told not in (None, DETERMINER, ADJECTIVE, NOUN):
            return False
    return False


_LINK = 8  # words of a phrase between a subject and its verb
