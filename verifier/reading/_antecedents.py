"""Antecedents: the noun phrase that a relative pronoun takes up.

It is the nearest phrase that the verb agrees with; "who" passes over places and things ("voters in [Ohio] who").
"""

from __future__ import annotations

from verifier.english import closed, inflection, people, verbs
from verifier.english import grammar as lex
from verifier.english.inflection import Form
from verifier.reading import phrases, tags
from verifier.reading._sentence import NOMINAL, Reading, Stretch

_CORE = NOMINAL | {tags.ADJECTIVE, tags.POSSESSIVE, tags.DETERMINER}
_LEVELS = 3  # phrases hung on phrases that are climbed


def of(r: Reading, source: Stretch) -> Stretch | None:
    """What "who", "that" or "which" stands for; None where it is no relative pronoun or nothing fits."""
    if source.first != source.last or r.low(source.first) not in closed.RELATIVES_TO_PEOPLE:
        return None
    last = source.first - 1
    if r.low(last) == ",":
        last -= 1
    if r.low(last) == "." and r.tag(last - 1) == tags.NAME:  # "Acme Inc., which"
        last -= 1
    for _ in range(_LEVELS):
        if last < r.first or not (r.tag(last) in NOMINAL or r.low(last) in closed.STANDS_ALONE):
            return None
        first = _core_start(r, last)
        if _fits(r, first, last, source.first):
            return _apposed(r, first, last, source.first) or Stretch(first, last)
        above = first - 1
        while above > r.first and r.tag(above) == tags.PREPOSITION:
            above -= 1
        if above == first - 1:
            return None
        last = above
    return None


def _apposed(r: Reading, first: int, last: int, pronoun: int) -> Stretch | None:
    """Who is called what the pronoun takes up: "[Ann Lee], a clerk *who* saw it"; None where nobody is."""
    hangs = last == pronoun - 1 and r.low(first) in closed.ONE and r.low(first - 1) == ","
    if not hangs or r.low(pronoun) != "who" or r.tag(first - 2) != tags.NAME:
        return None
    return Stretch(phrases.phrase_start(r, first - 2), first - 2)


def _core_start(r: Reading, last: int) -> int:
    """Where the phrase begins, nothing hung on it counted: "donors from [the country]", "[Lee and others]"."""
    i = last
    while i > r.first:
        low = r.low(i - 1)
        joined = low in ("and", "or", "&") and phrases.joins(r, i - 1)
        if joined or low == "-" or r.tag(i - 1) in _CORE:
            i -= 1
        else:
            break
    return i


def _fits(r: Reading, first: int, last: int, pronoun: int) -> bool:
    low = r.low(last)
    several = (
        low in closed.STANDS_ALONE
        or low in lex.PLURALS
        or (low.endswith("s") and not low.endswith(inflection.NO_PLURAL_ENDINGS))
    )
    several = several or any(r.low(j) == "and" for j in range(first, last))
    number = _number(r, pronoun + 1)
    if number is not None and number != several:
        return False
    if r.low(pronoun) != "who" or several:
        return True
    if r.tag(last) == tags.NAME:
        return r.low(first - 1) not in closed.WHERE or r.low(first - 1) == "of"
    beside = last == pronoun - 1 and r.low(first) in closed.ONE  # "a weaver who": whatever the tables hold
    return beside or low in people.NOUNS or low.endswith(people.ENDINGS)


def _number(r: Reading, i: int) -> bool | None:
    """Whether the verb is a plural one; None where its form does not tell."""
    while r.tag(i) == tags.ADVERB:
        i += 1
    low = r.low(i)
    if low in verbs.OF_ONE:
        return False
    if low in verbs.OF_SEVERAL:
        return True
    form = tags.verb_forms().get(low, 0)
    if r.tag(i) == tags.VERB and form in (Form.BASE, Form.THIRD):
        return form == Form.BASE
    return None
