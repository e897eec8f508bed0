"""Tags: what each word most likely is, read from tables, endings, capitals and neighbours in one walk.

Coarse on purpose. It answers what the statements ask: where does a clause have its subject and its verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from verifier.english import cues, inflection
from verifier.english import grammar as lex
from verifier.english.closed import ALWAYS_SUBORDINATORS, DEMONSTRATIVES, ONCE_SINCE, PLACES_IN, SEVERAL, STANDS_ALONE
from verifier.english.inflection import Form, forms
from verifier.english.verbs import NEVER_NOUN
from verifier.reading.words import Words

# One letter a tag, so that a sentence's tags are a string to look at.
DETERMINER, PRONOUN, PREPOSITION, TO, CONJUNCTION, SUBORDINATOR = "D", "R", "P", "T", "C", "S"
AUXILIARY, ADVERB, NOUN, NAME, NUMBER, ADJECTIVE = "X", "A", "N", "Q", "U", "J"
VERB, PARTICIPLE, ING = "V", "E", "G"  # finite or base; -ed or irregular participle with no subject; -ing
MARK, POSSESSIVE = ".", "'"
CONTRACTED = "Z"  # "she'll": subject and auxiliary in one
NOUN_OR_VERB = "?"  # "plans" in "Congress plans"

_BASE, _THIRD, _PASTS, _ING = Form.BASE, Form.THIRD, Form.PAST | Form.PARTICIPLE, Form.ING

_ENDINGS = (
    (("ly",), ADVERB),
    (inflection.OF_NOUNS, NOUN),
    (inflection.OF_ADJECTIVES, ADJECTIVE),
    (("ing",), ING),
    (("ed",), PARTICIPLE),
)


@cache
def verb_forms() -> dict[str, int]:
    """Every spelling that is a verb, and the forms it can be."""
    found: dict[str, int] = {}
    for lemma in lex.VERBS:
        for spelling, form in forms(lemma).items():
            found[spelling] = found.get(spelling, 0) | form
    for spelling, cue in cues.verbs().items():
        found[spelling] = found.get(spelling, 0) | cue.form
    for spelling, rows in cues.phrasal().items():
        found[spelling] = found.get(spelling, 0) | rows[0][2]
    return found


@cache
def _closed() -> dict[str, str]:
    """The closed classes; later rows win."""
    table: dict[str, str] = {}
    for tag, group in (
        (ADVERB, lex.ADVERBS),
        (DETERMINER, lex.DETERMINERS),
        (PRONOUN, lex.PRONOUNS),
        (SUBORDINATOR, lex.SUBORDINATORS),
        (PREPOSITION, lex.PREPOSITIONS),
        (CONJUNCTION, lex.CONJUNCTIONS),
        (AUXILIARY, lex.AUXILIARIES),
        (TO, {"to"}),
        (POSSESSIVE, {"'s", "’s"}),
        (SUBORDINATOR, ALWAYS_SUBORDINATORS),
        (DETERMINER, DEMONSTRATIVES),
        (ADJECTIVE, lex.ADJECTIVES),
        (CONTRACTED, lex.CONTRACTED),
        (NOUN, lex.NOUNS),
    ):
        for word in group:
            table[word] = tag
    return table


# After these a word that could be verb or noun is a noun ("the report", "his plans", "of claims", "new demands").
_NOUN_AFTER = frozenset((DETERMINER, PREPOSITION, POSSESSIVE, ADJECTIVE, NUMBER, ING))
# Before these it is a verb ("critics claim the", "polls show that", "officials fear it").
_BEFORE_THINGS = frozenset((DETERMINER, POSSESSIVE, ADJECTIVE))
_AFTER_THINGS = frozenset((PREPOSITION, SUBORDINATOR))
_OBJECT_FOLLOWS = frozenset((DETERMINER, PRONOUN, SUBORDINATOR, TO, ADVERB))


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
        ends = before in (DETERMINER, POSSESSIVE) and following in (MARK, AUXILIARY)  # "the meeting, ..."
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


def agrees(subject: str, form: int) -> bool:
    """Whether a subject in the plural stands before a base form, one in the singular before a third person."""
    several = (subject.endswith("s") and not subject.endswith(inflection.NO_PLURAL_ENDINGS)) or subject in lex.PLURALS
    return bool(form & (_BASE if several else _THIRD))


def _noun_or_verb(words: Words, i: int, before: str, form: int, following: str) -> str:
    """ "plans" after a noun: a verb where it agrees with the noun and what follows can be its complement."""
    low = words.lows[i]
    if low in NEVER_NOUN:
        return VERB
    if before in (ADVERB, MARK):
        told = (before == ADVERB and _after_subject(words, i)) or (
            following in _OBJECT_FOLLOWS and (before == ADVERB or form & _THIRD)
        )
        return VERB if told else NOUN_OR_VERB
    if before not in (NOUN, NAME, NOUN_OR_VERB):
        return NOUN
    named = before == NAME and bool(form & _THIRD)  # "the Times reports": a name's "s" is no plural
    if not named and not agrees(words.lows[i - 1], form):
        return VERB if following in _OBJECT_FOLLOWS and form & _BASE and _several(words, i) else NOUN
    if named and _has_verb_behind(words, i):
        return NOUN  # "HRB records show that"
    return VERB if following in _OBJECT_FOLLOWS or named else NOUN_OR_VERB


def _has_verb_behind(words: Words, i: int) -> bool:
    """Whether a plain verb with what it says follows: "records [show he] has", not "Lee plans [a show]"."""
    if i + 2 >= len(words) or words.forms[i + 1][0].isupper():
        return False
    form = verb_forms().get(words.lows[i + 1], 0)
    acts = form & Form.PAST and not form & _BASE
    if acts or words.lows[i + 1] in lex.AUXILIARIES:
        return True  # "some HRB figures declared that", "HRB rivals have"
    if not form & _BASE:
        return False
    if words.lows[i + 2] == ".":
        return True  # "the quay is safe, HRB reports show."
    return words.forms[i + 2][0].isupper() or _closed().get(words.lows[i + 2]) in (PRONOUN, SUBORDINATOR, DETERMINER)


def _after_subject(words: Words, i: int) -> bool:
    """Whether a pronoun or a name stands before the adverb before ``i``: "they even [plan] for it"."""
    named = i > 1 and words.forms[i - 2][0].isupper() and words.forms[i - 1].islower()
    return i > 1 and (named or words.lows[i - 2] in lex.SUBJECT_PRONOUNS)


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
    return head in SEVERAL or (common and head.isalpha() and agrees(head, _BASE))


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
    closed = _closed()
    for link in range(i - 2, max(0, i - _LINK), -1):
        told = closed.get(words.lows[link])
        if not words.forms[link][0].isalnum():
            return False
        if told == PREPOSITION:
            return words.lows[link - 1].isalpha() and agrees(words.lows[link - 1], _BASE)
        if told not in (None, DETERMINER, ADJECTIVE, NOUN):
            return False
    return False


_LINK = 8  # words of a phrase between a subject and its verb


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
            return _noun_or_verb(words, i, before, form, following)
        return _after_determiner(words, i, before, known, following)
    known = _open_class(shape, before == MARK)
    return known if known != PARTICIPLE and before != TO else _unknown(words, i, before, known)


def _following(words: Words, i: int) -> str:
    """The tag of a word as far as the closed classes and a form of the past tell it; a noun's where they do not."""
    if i >= len(words) or not (words.forms[i][0].isalnum() or words.lows[i] in _closed()):
        return MARK
    form = verb_forms().get(words.lows[i], 0)
    acts = form & Form.PAST and not form & _BASE and words.forms[i][0].islower()
    return _closed().get(words.lows[i], VERB if acts else NOUN)


def _after_determiner(words: Words, i: int, before: str, known: str, following: str) -> str:
    """A word that its table calls a noun or an adjective: behind "many" or "another" alone it is the verb."""
    low = words.lows[i]
    form = verb_forms()[low]
    alone = before == DETERMINER and words.lows[i - 1] in STANDS_ALONE
    if known == NOUN and low in NEVER_NOUN and (alone or before not in _A_SAY or not form & _BASE):
        return VERB  # "nearly a third say so", "another says"
    if known == NOUN and alone and form & _BASE and following in _OBJECT_FOLLOWS - {ADVERB}:
        return VERB  # "most believe that", "more call themselves"
    if known == ADJECTIVE and alone and (not low.endswith("ed") or following in _OBJECT_FOLLOWS):
        return VERB  # "many said so", "some accused him"
    return known


def _unknown(words: Words, i: int, before: str, known: str) -> str:
    """A word that no table holds, whose shape says ``known``: what stands about it can say that it is a verb."""
    if known != PARTICIPLE:
        republished = before == TO and known in (NOUN, ADJECTIVE) and _object(words, i)
        return VERB if republished else known  # "to republish the book"
    acts = before in (NAME, PRONOUN) or (before == ADVERB and _after_subject(words, i))
    # "Lee reprimanded him", "the mayor reprimanded a guard"
    return VERB if acts or (before in _BEFORE_ACTING and _object(words, i)) else known


def _object(words: Words, i: int) -> bool:
    return i + 1 < len(words) and _closed().get(words.lows[i + 1]) in (DETERMINER, PRONOUN)


_BEFORE_ACTING = frozenset((NOUN, MARK, ADVERB))
_A_SAY = frozenset((DETERMINER, POSSESSIVE, PREPOSITION))


def tag(words: Words, plain: frozenset[int] = frozenset(), named: frozenset[int] = frozenset()) -> list[str]:
    """The tag of every word; at the indexes in ``plain`` a capital says nothing: sentence openings, titles.

    ``named`` are the words of names that the article is known to hold, whatever they look like ("Carly").
    """
    closed = _closed()
    tags: list[str] = []
    lows, shapes = words.lows, words.forms
    count = len(lows)
    before = MARK
    for i, told in enumerate(map(closed.get, lows)):
        if told is None:
            known = NAME if i in named else _open(words, i, before, before == MARK or i in plain)
        elif told == POSSESSIVE and before in (PRONOUN, SUBORDINATOR):
            known = AUXILIARY
        elif told in _IN_A_NAME and i in named:
            known = NAME  # "Grant Green", "Ann Long"
        elif told == ADVERB and _backs(words, i, before):
            known = VERB
        elif lows[i] in ONCE_SINCE and _inside_a_group(lows, i, before):
            known = ADVERB
        elif lows[i] == "one" and i + 1 < count and shapes[i + 1][0].isalnum() and lows[i + 1] not in closed:
            known = NUMBER
        else:
            known = told
        tags.append(known)
        before = known
    for i in [i for i, known in enumerate(tags) if known == NOUN_OR_VERB]:
        if _only_verb(words, tags, i, plain):
            tags[i] = VERB
    return tags


_IN_A_NAME = frozenset((ADJECTIVE, ADVERB, NOUN))


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
