"""Full names: an entity's fullest form, with the title that stands before it there, whole or not at all."""

from __future__ import annotations

import re

from verifier.article import Span
from verifier.english import closed, inflection, names, people, titles
from verifier.english import grammar as lex
from verifier.english.inflection import Form
from verifier.reading import tags
from verifier.reading._model import Entity, NameMention
from verifier.reading.words import Words

_LONGEST_TITLE = 6  # words
_REACH = 5  # words that are looked at before a title
_CLOSED = lex.DETERMINERS | lex.PREPOSITIONS | lex.SUBORDINATORS | lex.CONJUNCTIONS | lex.AUXILIARIES | lex.PRONOUNS
_ONE = {title.rstrip(".") for title in titles.ROLES.union(titles.HONORIFICS)}
_NO_PART = (
    people.ANSWERS
    | _CLOSED
    | lex.ADVERBS
    | lex.TIMES
    | titles.HOW_LONG
    | closed.AFTER_AN_OWNER
    | closed.LIKE_PREPOSITIONS
    | {"to"}
)


def full_name(text: str, words: Words, entity: Entity) -> tuple[str, Span]:
    """The fullest form and where it stands, with the title that the article first gives it."""
    full = [m for m in entity.mentions if " ".join(m.bare.of(text).split()) == entity.name]
    for mention in full:
        if mention.title and is_title(mention.title):
            span = _with_whole_title(words, mention)
            if span is not None:
                return " ".join(span.of(text).split()), span
    first = full[0] if full else entity.mentions[0]
    return entity.name, first.bare


def with_office(words: Words, source: range, name: str) -> str:
    """The full name with what stands before it in a source and belongs to it: "[former] Guild Wizard Tom Poe", "[Holm
    journalist and] author Ann Lee"."""
    forms = name.split()
    at = next((i for i in source if words.forms[i : i + len(forms)] == forms), source.start)
    if at == source.start or at + len(forms) > source.stop:
        return name
    if words.lows[at - 1] in titles.PAST:
        return f"{words.forms[at - 1]} {name}"
    first = at - 2
    both = words.lows[at - 1] == "and" and words.lows[at] in titles.ROLES and words.forms[at].islower()
    if not both or first < source.start or words.lows[first] not in titles.ROLES:
        return name
    first = source.start + (words.lows[source.start] in closed.ARTICLES)
    return " ".join((*words.forms[first:at], name)) if all(f.isalpha() for f in words.forms[first:at]) else name


def is_title(title: str) -> bool:
    """Whether the words before a name are a title and nothing more: no clause, no "rival" has come along with it."""
    lows = title.lower().split()
    several = (
        lows[-1].rstrip(".").endswith("s")
        and lows[-1].rstrip(".").removesuffix("s") in _ONE
        and not titles.HONORIFICS.get(lows[-1])
    )  # "Sens. Lee and Holt", not "Mrs. Lee"
    if any(map(is_glued, title.split())):
        return False
    if several or lows[-1] in people.RELATIONS or len(lows) > _LONGEST_TITLE:
        return False
    return lows[0] not in closed.COORDINATORS and not any(low in closed.OPENS_A_CLAUSE for low in lows)


_GLUED = re.compile(r"[A-Z]{4,}[a-z]{3}")


def is_glued(form: str) -> bool:
    """Whether a word is two, of different lines of the page: "PRESSOhio"."""
    return _GLUED.search(form) is not None


def _with_whole_title(words: Words, mention: NameMention) -> Span | None:
    """The mention with all of its title ("[team] member Ann Lee"); None where it cannot be told where that begins."""
    first = start = words.at(mention.span.start)
    low = words.lows[first]
    if words.low(first - 1) in closed.ATTACHES and low not in titles.ROLES and low not in titles.MODIFIERS:
        return None if low not in titles.HONORIFICS else mention.span  # "Minister for [Trade Mr. Lee]"
    if _is_formal(words, start):
        return mention.span
    while first and start - first < _REACH and _is_noun(words, first - 1):
        first -= 1
    while first < start and words.lows[first].endswith(inflection.OF_ADJECTIVES) and words.forms[first].islower():
        first += 1
    cut = first and (_is_noun(words, first - 1) or (_is_participle(words, first - 1) and words.forms[first].islower()))
    if cut and first == start:
        return None
    return Span(words.starts[first], mention.span.end) if first < start else mention.span


def _is_formal(words: Words, start: int) -> bool:
    """Whether no word in small letters can belong to a title that begins so: "the reason [President Lee]", "to ask
    [former mayor Lee]", "very [liberal Senator Lee]"; "the reality [TV star Lee]" has one."""
    low, form = words.lows[start], words.forms[start]
    short = form.isupper() and words.forms[start + 1][0].islower()
    quality = low in names.PARTISANS or low.endswith(inflection.OF_ADJECTIVES)
    return (form[0].isupper() and not short) or low in titles.PAST or quality


def _is_participle(words: Words, i: int) -> bool:
    return words.lows[i].endswith(("ing", "ed")) and words.ends[i] + 1 == words.starts[i + 1]


def _is_noun(words: Words, i: int) -> bool:
    """Whether the word before a title can be part of it."""
    low, form = words.lows[i], words.forms[i]
    if (
        words.starts[i] == words.ends[i - 1]
        or not form.replace("-", "").isalpha()
        or low in _NO_PART
        or low.endswith(inflection.OF_NO_NOUN)
    ):
        return False
    if words.ends[i] + 1 != words.starts[i + 1]:  # a mark, or another line
        return False
    forms = tags.verb_forms().get(low, 0)
    finite = forms & (Form.PAST | Form.THIRD) or (forms & Form.BASE and _after_a_subject(words, i))
    return not (finite and form.islower())


def _after_a_subject(words: Words, i: int) -> bool:
    """Whether a base form is a verb by what stands before it: "to [support] Senator Lee", "fishers [back] Mr. Lee"."""
    while i and (words.lows[i - 1] in lex.ADVERBS or words.lows[i - 1].endswith("ly")):
        i -= 1  # "may generally [continue]"
    if not i:
        return True
    low = words.lows[i - 1]
    several = words.forms[i - 1].islower() and low.isalpha() and tags.agrees(low, Form.BASE) and low not in _CLOSED
    return low == "to" or low in lex.AUXILIARIES or low in lex.PRONOUNS or low in closed.RELATIVES or several
