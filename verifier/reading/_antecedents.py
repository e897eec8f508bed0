"""Antecedents: the noun phrase that a relative pronoun takes up.

It is the nearest phrase that the verb agrees with; "who" passes over places and things ("voters in [Ohio] who").
"""

from __future__ import annotations

from verifier.english import closed, inflection, nouns, people, sayers, saying, verbs
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
    end = last
    for _ in range(_LEVELS):
        if last < r.first or not (r.tag(last) in NOMINAL or r.low(last) in closed.STANDS_ALONE):
            return None
        first = _core_start(r, last)
        above = _above(r, first)
        over = above < first - 1 and _passed_over(r, above, Stretch(first, last), source)
        if _fits(r, first, last, source.first) and not over:
            return _apposed(r, first, source.first) or Stretch(_with_name(r, first, last), end)
        if above == first - 1:
            return None
        last = above
    return None


def _above(r: Reading, first: int) -> int:
    """The last word of what a phrase hangs on; the word before it where it hangs on nothing."""
    above = first - 1
    if r.low(above) == "," and r.tag(above - 1) == tags.NAME and r.tag(first) == tags.NAME:
        above = _core_start(r, above - 1) - 1  # "a fisher in Roanoke, Va., who"
        if r.low(above) not in closed.WHERE:
            return first - 1
    while above > r.first and r.tag(above) in (tags.PREPOSITION, tags.TO):
        above -= 1
    if above < first - 1 and r.low(above) in saying.PRIVY and r.tag(above - 1) in NOMINAL:
        above -= 1  # "a clerk [familiar with] the talks"
    return above


def _passed_over(r: Reading, above: int, near: Stretch, source: Stretch) -> bool:
    """Whether the pronoun takes up what the nearest phrase hangs on: "[a poll] by Holm University that", as a name
    needs no "that" to tell which is meant; "[one clerk] familiar with the talks, who"."""
    low, last = r.low(source.first), near.last
    if low == "that":
        return r.tag(last) == tags.NAME and last == source.first - 1 and r.tag(above) in NOMINAL
    if low != "who" or r.tag(last) == tags.NAME:
        return low == "who" and r.low(near.first - 1) == ","
    if last == source.first - 1 and r.low(near.first) in closed.ONE:
        return False  # "a letter to Ann Lee from [a man] who", whatever the tables hold
    people_ = _is_of_people(r, above) or r.low(above + 1) in saying.PRIVY
    return r.low(last) not in closed.STANDS_ALONE and not _is_of_people(r, last) and people_


def _is_of_people(r: Reading, i: int) -> bool:
    low = r.low(i)
    one = low.removesuffix("s")
    return r.tag(i) == tags.NAME or low in lex.PLURALS or low in nouns.PEOPLE or one in sayers.ONE_PERSON


def _with_name(r: Reading, first: int, last: int) -> int:
    """Where the phrase begins with the rest of a name whose last part it is: "[Fisher Workers of] America, which"."""
    if r.low(last + 1) != "," or r.tag(last) != tags.NAME or r.low(first - 1) not in _INSIDE_A_NAME:
        return first
    return _core_start(r, first - 2) if r.tag(first - 2) == tags.NAME else first


_INSIDE_A_NAME = frozenset(("of", "for"))


def _apposed(r: Reading, first: int, pronoun: int) -> Stretch | None:
    """Who is called what the pronoun takes up: "[Ann Lee], a clerk *who* saw it"; None where nobody is."""
    hangs = r.low(first) in closed.ONE and r.low(first - 1) == ","
    last = first - 2
    if r.low(last) in people.TWO_DIGITS and r.low(last - 1) == ",":
        last -= 2  # "[Ann Lee], 44, a clerk who"
    if not hangs or r.low(pronoun) != "who" or r.tag(last) != tags.NAME:
        return None
    name = last
    while name > r.first and r.tag(name - 1) == tags.NAME:
        name -= 1
    return Stretch(name, last)


def _core_start(r: Reading, last: int) -> int:
    """Where the phrase begins, nothing hung on it counted: "donors from [the country]", "[Lee and others]"."""
    i = last
    while i > r.first:
        low = r.low(i - 1)
        joined = low in ("and", "or", "&") and phrases.joins(r, i - 1)
        capital = i - 1 > r.first and r.words.forms[i - 1][0].isupper()
        named = capital and r.tag(i - 1) == tags.ADVERB and r.tag(i) == tags.NAME  # "the [First] Quay War"
        if joined or low == "-" or r.tag(i - 1) in _CORE or named:
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
    several = several or (r.low(first) not in closed.ONE and any(r.low(j) == "and" for j in range(first, last)))
    number = _number(r, pronoun + 1)
    if number is not None and number != several:
        return False
    if r.low(pronoun) != "who" or several:
        return True
    if r.tag(last) == tags.NAME:
        return r.low(first - 1) not in closed.WHERE or r.low(first - 1) == "of"
    # "a weaver who", "a weaver close to them, who": whatever the tables hold
    beside = (last == pronoun - 1 or r.low(last + 1) in saying.PRIVY) and r.low(first) in closed.ONE
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
