"""Tagging: the walk that gives each word its tag, by tables, endings, capitals and the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from verifier.english import grammar as lex
from verifier.english import inflection
from verifier.english.closed import ONCE_SINCE, RELATIVE_SUBJECTS, STANDS_ALONE
from verifier.english.inflection import Form
from verifier.english.numbers import COUNTS
from verifier.english.titles import ROLES
from verifier.english.verbs import NEVER_NOUN
from verifier.reading import _ambiguous
from verifier.reading.tags import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CONTRACTED,
    DETERMINER,
    ING,
    MARK,
    NAME,
    NOUN,
    NOUN_OR_VERB,
    NUMBER,
    PARTICIPLE,
    POSSESSIVE,
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

_BASE, _THIRD, _PASTS, _ING = Form.BASE, Form.THIRD, Form.PAST | Form.PARTICIPLE, Form.ING

_ENDINGS = (
    (("ly",), ADVERB),
    (inflection.OF_NOUNS, NOUN),
    (inflection.OF_ADJECTIVES, ADJECTIVE),
    (("ing",), ING),
    (("ed",), PARTICIPLE),
)


# After these a word that could be verb or noun is a noun ("the report", "his plans", "of claims", "new demands").
_NOUN_AFTER = frozenset((DETERMINER, PREPOSITION, POSSESSIVE, ADJECTIVE, NUMBER, ING))
_BEHIND_A_NOUN = frozenset((MARK, AUXILIARY, PRONOUN, CONTRACTED))  # "told the meeting [she] was late"
# Before these it is a verb ("critics claim the", "polls show that", "officials fear it").
_BEFORE_THINGS = frozenset((DETERMINER, POSSESSIVE, ADJECTIVE))
_AFTER_THINGS = frozenset((PREPOSITION, SUBORDINATOR))


@lru_cache(maxsize=20_000)
def _open_class(form: str, first: bool) -> str:
    """A word that is in no table: by its first character, its capital, its ending."""
    opening = form[0]
    if not opening.isalpha():
        return NUMBER if opening.isdigit() else NOUN if form == "%" else MARK
    capital = opening.isupper()
    if capital and not first:
        return NAME
    return _by_ending(form.lower()) or (NAME if capital else NOUN)


def _by_ending(low: str) -> str:
    """What an ending makes of a word; nothing where it tells nothing."""
    if len(low) <= 4 or low in lex.NOT_ADVERBS:
        return ""
    return next((tag_ for endings, tag_ in _ENDINGS if low.endswith(endings)), "")


def _verb(before: str, form: int, following: str) -> str:
    """A spelling that can be a verb, between words tagged ``before`` and ``following``, as far as these tell."""
    if form & _ING:  # "a meeting of leaders" is a thing, "a meeting room" and "the leaders meeting today" are not
        ends = before in (DETERMINER, POSSESSIVE) and following in _BEHIND_A_NOUN  # "the meeting, ..."
        ends = ends or (before == NAME and following == VERB)  # "the June meeting ended"
        return NOUN if ends or (before in _BEFORE_THINGS and following in _AFTER_THINGS) else ING
    if form & _PASTS:
        return _past(before, form)
    if before == ING and form & _THIRD and not form & _BASE and following == PRONOUN:
        return VERB  # "polling shows he leads"
    if before in _NOUN_AFTER or (before == TO and form & _THIRD and not form & _BASE):
        return NOUN_OR_VERB if before == NUMBER else NOUN
    if before in (TO, AUXILIARY, PRONOUN, SUBORDINATOR, CONTRACTED):
        return VERB
    return NOUN_OR_VERB


def _past(before: str, form: int) -> str:
    """ "said", "accused": an adjective after "the", a participle after "of", else a verb."""
    noun = form & _BASE
    if before in (DETERMINER, POSSESSIVE):
        return NOUN if noun else ADJECTIVE
    if before == ADJECTIVE and noun:
        return NOUN
    if before == PREPOSITION:
        return NOUN if noun else PARTICIPLE
    return VERB


def _open(words: Words, i: int, before: str, first: bool) -> str:
    """The tag of a word that is in no closed class, nor a name; ``first`` where a capital says nothing."""
    low, shape = words.lows[i], words.forms[i]
    form = verb_forms().get(low)
    if form is not None and (first or not shape[0].isupper()):
        following = _following(words, i + 1)
        known = _verb(before, form, following)
        if known == NOUN_OR_VERB:
            return _ambiguous.settled(words, i, before, form, following)
        return _after_determiner(words, i, before, known, following)
    if form is None and _opens_who(words, i):
        return VERB
    known = _open_class(shape, before == MARK)
    return known if known != PARTICIPLE and before != TO else _unknown(words, i, before, known)


def _opens_who(words: Words, i: int) -> bool:
    """Whether a word that no table holds can only be the verb behind "who": "a clerk who [answers] the phone"."""
    if not i or words.lows[i - 1] != "who":
        return False
    low, after = words.lows[i], words.lows[i + 1] if i + 1 < len(words) else ""
    acts = words.forms[i].islower() and low.endswith(("s", "ed"))
    return acts and after not in lex.AUXILIARIES and not verb_forms().get(after)


def _following(words: Words, i: int) -> str:
    """The tag of a word as far as the closed classes and a form of the past tell it; a noun's where they do not."""
    if i >= len(words):
        return MARK
    told = closed_classes().get(words.lows[i])
    if told is not None:
        return told
    if not words.forms[i][0].isalnum():
        return MARK
    form = verb_forms().get(words.lows[i], 0)
    return VERB if form & Form.PAST and not form & _BASE and words.forms[i][0].islower() else NOUN


def _after_determiner(words: Words, i: int, before: str, known: str, following: str) -> str:
    """A word that its table calls a noun or an adjective: behind "many" or "another" alone it is the verb."""
    low = words.lows[i]
    form = verb_forms()[low]
    alone = before == DETERMINER and words.lows[i - 1] in STANDS_ALONE
    if known == NOUN and low in NEVER_NOUN and (alone or before not in _A_SAY or not form & _BASE):
        return VERB  # "nearly a third say so", "another says"
    if known == NOUN and alone and form & _BASE and following in _ambiguous.OBJECT_FOLLOWS - {ADVERB}:
        return VERB  # "most believe that", "more call themselves"
    if known == ADJECTIVE and alone and (not low.endswith("ed") or following in _ambiguous.OBJECT_FOLLOWS):
        return VERB  # "many said so", "some accused him"
    return known


def _unknown(words: Words, i: int, before: str, known: str) -> str:
    """A word that no table holds, whose shape says ``known``: what stands about it can say that it is a verb."""
    if known != PARTICIPLE:
        republished = before == TO and known in (NOUN, ADJECTIVE) and _object(words, i)
        return VERB if republished else known  # "to republish the book"
    acts = before in (NAME, PRONOUN) or (before == ADVERB and _ambiguous.after_subject(words, i))
    # "Lee reprimanded him", "the mayor reprimanded a guard", "a review that pooled three trials"
    return (
        VERB
        if acts
        or (before == SUBORDINATOR and _acts_in_relative(words, i))
        or (before in _BEFORE_ACTING and _object(words, i))
        else known
    )


def _acts_in_relative(words: Words, i: int) -> bool:
    """Whether a relative pronoun is the subject of the word behind it: "who trialled a jab", "that shipped ten"."""
    if words.lows[i - 1] not in RELATIVE_SUBJECTS:
        return False
    behind = words.lows[i + 1] if i + 1 < len(words) else "."
    return _object(words, i) or behind[0].isdigit() or behind in COUNTS


def _object(words: Words, i: int) -> bool:
    return i + 1 < len(words) and closed_classes().get(words.lows[i + 1]) in (DETERMINER, PRONOUN)


_BEFORE_ACTING = frozenset((NOUN, MARK, ADVERB))
_A_SAY = frozenset((DETERMINER, POSSESSIVE, PREPOSITION))


def tag(words: Words, plain: frozenset[int] = frozenset(), named: frozenset[int] = frozenset()) -> list[str]:
    """The tag of every word; at the indexes in ``plain`` a capital says nothing: sentence openings, titles.

    ``named`` are the words of names that the article is known to hold, whatever they look like ("Carly").
    """
    closed = closed_classes()
    tags: list[str] = []
    before = MARK
    for i, known in enumerate(map(_always().get, words.lows)):
        if known is None:
            told = closed.get(words.lows[i])
            if told is None:
                known = NAME if i in named else _open(words, i, before, before == MARK or i in plain)
            elif (told in _IN_A_NAME and i in named) or (
                told == AUXILIARY and i not in plain and _is_a_month(words, i, before)
            ):
                known = NAME  # "Grant Green", "Ann Long"
            else:
                known = _closed_class(words, i, told, before)
        tags.append(known)
        before = known
    for i in [i for i, known in enumerate(tags) if known == NOUN_OR_VERB]:
        if _only_verb(words, tags, i, plain):
            tags[i] = VERB
    return tags


def _closed_class(words: Words, i: int, told: str, before: str) -> str:
    """The tag of a word of a closed class, ``told`` by its table, as what stands beside it makes it another."""
    lows = words.lows
    if told == POSSESSIVE and before in (PRONOUN, SUBORDINATOR):
        return AUXILIARY
    if told in _MAY_ACT and (_behind_who(words, i) if told == ADJECTIVE else _backs(words, i, before)):
        return VERB
    if told == ADJECTIVE and before == DETERMINER and lows[i] in ROLES and words.low(i + 1) == "of":
        return NOUN  # "the [chief] of police"
    if lows[i] in ONCE_SINCE and _inside_a_group(lows, i, before):
        return ADVERB
    if (
        lows[i] == "one"
        and i + 1 < len(lows)
        and words.forms[i + 1][0].isalnum()
        and (lows[i + 1] not in closed_classes() or words.forms[i + 1][0].isupper())
    ):
        return NUMBER
    # "according to research", which nobody does there
    return PREPOSITION if told == TO and before == ING and lows[i - 1] == "according" else told


def _behind_who(words: Words, i: int) -> bool:
    """Whether a word that can be an adjective is the verb: "people who [live] here"."""
    return bool(verb_forms().get(words.lows[i], 0) & _BASE) and i > 0 and words.lows[i - 1] == "who"


def _is_a_month(words: Words, i: int, before: str) -> bool:
    """Whether an auxiliary's capital makes a name of it: "on [May] 3", "Ann [May] left"."""
    dated = i + 1 < len(words) and words.forms[i + 1].isdigit()
    return words.forms[i].istitle() and (before != MARK or dated)


_IN_A_NAME = frozenset((ADJECTIVE, ADVERB, NOUN, CONJUNCTION))
_MAY_ACT = frozenset((ADJECTIVE, ADVERB))
_ALWAYS_MARKS = ".,;:!?“”‘’\"'()[]—–-…/"


@cache
def _always() -> dict[str, str]:
    """What has the same tag wherever it stands, a good part of all words and marks."""
    depends = {*_IN_A_NAME, *_MAY_ACT, POSSESSIVE, TO, AUXILIARY}
    words = {low: told for low, told in closed_classes().items() if told not in depends}
    marks = {mark: MARK for mark in _ALWAYS_MARKS if mark not in closed_classes() and mark not in verb_forms()}
    return marks | {low: told for low, told in words.items() if low not in ONCE_SINCE and low != "one"}


def _inside_a_group(lows: Sequence[str], i: int, before: str) -> bool:
    """Whether "once" or "since" stands between a subject or auxiliary and its verb: "has [since] left"."""
    follows = verb_forms().get(lows[i + 1], 0) if i + 1 < len(lows) else 0
    if before == AUXILIARY:
        return True
    return lows[i] == "once" and before in _SUBJECTS and bool(follows & Form.PAST)


def _backs(words: Words, i: int, before: str) -> bool:
    """Whether a word that can be an adverb is the verb: "to [back] the plan", "others [back] the mayor"."""
    low, earlier = words.lows[i], words.lows[i - 1] if i else ""
    if not verb_forms().get(low, 0) & _BASE or not (_object(words, i) or _named_next(words, i)):
        return False
    if before in (TO, AUXILIARY):
        return before == TO or earlier in lex.MODALS | lex.DO
    return before in (NOUN, PRONOUN) and agrees(earlier, _BASE)


def _named_next(words: Words, i: int) -> bool:
    return i + 1 < len(words) and words.forms[i + 1][0].isupper() and words.forms[i].islower()


_SUBJECTS = frozenset((NAME, NOUN, PRONOUN, SUBORDINATOR))
_CLAUSE_ENDS = frozenset((MARK, SUBORDINATOR, CONJUNCTION, TO))
_FINITE = frozenset((VERB, AUXILIARY, CONTRACTED))
_CLAUSE = 14  # words to each side in which the clause's verb is looked for


def _only_verb(words: Words, tags: list[str], i: int, opens: frozenset[int]) -> bool:
    """Whether the clause has no other verb, and what stands before agrees: "[voters] *support* higher taxes"."""
    head = i - 1
    while head > 0 and tags[head] == ADVERB:
        head -= 1
    if tags[head] not in (NOUN, NAME) or not agrees(words.lows[head], verb_forms()[words.lows[i]]):
        return False
    following = i + 1
    if following >= len(tags):
        return False
    placed = tags[following] == PREPOSITION and _opens_clause(tags, head, opens)
    if tags[following] in _ENDS_PHRASE and not placed:
        return False
    lowest, highest = max(0, i - _CLAUSE + 1), min(len(tags), i + _CLAUSE)
    back = next((j for j in range(i - 1, lowest - 1, -1) if j in opens or tags[j] in _CLAUSE_ENDS), lowest)
    on = next((j for j in range(following, highest) if j in opens or tags[j] in _CLAUSE_ENDS), highest)
    return _FINITE.isdisjoint((*tags[back:i], *tags[following:on]))


def _opens_clause(tags: list[str], head: int, opens: frozenset[int]) -> bool:
    """Whether the noun phrase that ends at a token opens its clause, and is nobody's object nor a preposition's:
    "[The bridge] *closes* on Monday", not "in [news] reports on Monday"."""
    first = head
    while first > 0 and first not in opens and tags[first - 1] in _IN_PHRASE:
        first -= 1
    alone = first == 0 or first in opens or tags[first - 1] in _CLAUSE_ENDS - {TO}
    return alone and tags[first] == DETERMINER


_IN_PHRASE = frozenset((NOUN, NAME, ADJECTIVE, NUMBER, DETERMINER, POSSESSIVE, NOUN_OR_VERB))
_ENDS_PHRASE = frozenset((MARK, PREPOSITION, CONJUNCTION, POSSESSIVE))
