"""Marks that hold a name and no speech: the song “Harbour Lights”, under the slogan “Boats first”, of “Hamas”.

Newspapers set titles, slogans and names in the same marks as what somebody said. Where the words have the capitals of a
title, or stand beside the noun that they name, whoever the sentence is about has not said them.
"""

from __future__ import annotations

from verifier.english import closed, cues, grammar, inflection, nouns, people, saying, titles
from verifier.english.inflection import Form, forms
from verifier.reading import _saying, tags
from verifier.reading._model import Quotation
from verifier.reading.quotations import reads_like_a_title
from verifier.reading.words import Words

_NO_NOUNS = (
    grammar.PREPOSITIONS
    | grammar.DETERMINERS
    | grammar.ADVERBS
    | grammar.AUXILIARIES
    | grammar.PRONOUNS
    | grammar.CONJUNCTIONS
    | grammar.SUBORDINATORS
    | grammar.ADJECTIVES
)
NAMES_IT = frozenset(form for lemma in saying.NAMES_IT - {"say", "add"} for form in forms(lemma))
_NAMING = frozenset(form for lemma in saying.NAMES for form in forms(lemma))
_BEFORE_A_NOUN = grammar.DETERMINERS | closed.AFTER_AN_OWNER | grammar.ADJECTIVES
_SAYABLE = saying.UTTERANCES | nouns.DOCUMENTS
_SPOKEN_TO = nouns.GROUPS | titles.ROLES | people.NOUNS | people.CIRCLES | people.ROLES | nouns.PEOPLE
_NO_THINGS = _NO_NOUNS | _SPOKEN_TO | _SAYABLE


def is_one(words: Words, quotation: Quotation, cue: int) -> bool:
    """Whether a fragment names a thing, in what is credited by the verb at ``cue``. Behind one that gives its object a
    name or a verdict ("called him “Crooked Holt”") a title alone tells nothing."""
    if quotation.kind != "mixed":
        return False
    first, last = words.at(quotation.marks.start), words.at(quotation.marks.end - 1)
    plain = [form for form in words.forms[first + 1 : last] if form[0].isalnum()]
    if not plain or first < 2 or words.forms[last - 1] in ("?", "!"):
        return False
    known = cues.verbs().get(words.lows[cue])
    judges = words.lows[cue] in NAMES_IT or (known is not None and known.verb.kind == "judge")
    titled = words.lows[first - 1] in nouns.DOCUMENTS or (not judges and _has_a_place(words, first - 1))
    if titled and reads_like_a_title(plain):
        return True
    told = known is not None and cue < first and known.verb.takes & (cues.Takes.TOLD_THAT | cues.Takes.OBJECT_TO)
    return plain[0][0].isupper() and plain[0] != "I" and not told and is_a_thing(words, first - 1)


def is_called(words: Words, cue: int, first: int, subject: tuple[int, int]) -> bool:
    """Whether the verb is a participle that names its noun: "a film called “The Quay”", "a formula called the “old
    rate”", "the so-called “gang”"; not "what she calls “late”", "as Lee called the “old rate”".
    """
    if words.lows[cue] not in _NAMING or any(low not in closed.ARTICLES for low in words.lows[cue + 1 : first]):
        return False
    if words.low(cue - 1) == "-":
        return True
    if _saying.suffered(words, cue):
        return False
    bare = cue == first - 1 and words.lows[subject[0]] in closed.ONE
    known = cues.verbs().get(words.lows[cue])
    participle = subject[1] == cue - 1 and known is not None and bool(known.form & Form.PARTICIPLE)
    related = subject[0] > 0 and words.lows[subject[0] - 1] in closed.QUESTION
    return bare or (participle and not related and is_a_thing(words, subject[1]))


def gives_a_name(words: Words, cue: int, quotation: Quotation) -> bool:
    """Whether the name of somebody unnamed stands in the marks: "a man who [calls] himself “Lofty”", "a man they
    [called] “Lofty”"."""
    first = words.at(quotation.marks.start)
    to = first - 1 - (words.lows[first - 1] in closed.REFLEXIVES)
    return quotation.kind == "scare" and words.lows[cue] in _NAMING and cue == to


def is_named(words: Words, quotation: Quotation) -> bool:
    """Whether a participle right before the marks gives its noun this name, whoever speaks of it: "both oppose a
    formula called the “old rate”"."""
    first = words.at(quotation.marks.start)
    verb = first - 1
    while verb > 1 and words.lows[verb] in closed.ARTICLES:
        verb -= 1
    return verb > 0 and is_called(words, verb, first, (verb - 1, verb - 1))


def is_a_thing(words: Words, i: int) -> bool:
    """Whether the word before the marks is the noun that they name: "the song", "a slogan"; nobody who is spoken to."""
    low = words.lows[i]
    if not (words.forms[i].isalpha() and words.forms[i].islower()) or low in _NO_THINGS:
        return False
    if low.endswith(people.ENDINGS) or low.endswith(inflection.OF_ADJECTIVES) or low.endswith(("s", "ing", "ed")):
        return False
    return not tags.verb_forms().get(low) or words.low(i - 1) in _BEFORE_A_NOUN


def _has_a_place(words: Words, i: int) -> bool:
    """Whether the words before the marks are those before a name: "on", "the", "Dagen's"."""
    low = words.lows[i]
    return low in grammar.PREPOSITIONS or low in closed.ARTICLES or low in closed.AFTER_AN_OWNER
