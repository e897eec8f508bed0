"""Tags: what each word most likely is, read from tables, endings, capitals and neighbours in one walk.

Coarse on purpose. It answers what the statements ask: where does a clause have its subject and its verb.
"""

from __future__ import annotations

from functools import cache

from verifier.english import cues, inflection
from verifier.english import grammar as lex
from verifier.english.closed import ALWAYS_SUBORDINATORS, DEMONSTRATIVES
from verifier.english.inflection import Form, forms

# One letter a tag, so that a sentence's tags are a string to look at.
DETERMINER, PRONOUN, PREPOSITION, TO, CONJUNCTION, SUBORDINATOR = "D", "R", "P", "T", "C", "S"
AUXILIARY, ADVERB, NOUN, NAME, NUMBER, ADJECTIVE = "X", "A", "N", "Q", "U", "J"
VERB, PARTICIPLE, ING = "V", "E", "G"  # finite or base; -ed or irregular participle with no subject; -ing
MARK, POSSESSIVE = ".", "'"
CONTRACTED = "Z"  # "she'll": subject and auxiliary in one
NOUN_OR_VERB = "?"  # "plans" in "Congress plans"


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


def agrees(subject: str, form: int) -> bool:
    """Whether a subject in the plural stands before a base form, one in the singular before a third person."""
    several = (subject.endswith("s") and not subject.endswith(inflection.NO_PLURAL_ENDINGS)) or subject in lex.PLURALS
    return bool(form & (Form.BASE if several else Form.THIRD))


@cache
def closed_classes() -> dict[str, str]:
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
