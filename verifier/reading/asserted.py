"""Superlatives and accusations: what a writer must have from somebody, told as if it were plain to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from verifier.article import Article, Span
from verifier.english import (
    assertions,
    calendar,
    closed,
    grammar,
    inflection,
    names,
    negation,
    nouns,
    numbers,
    places,
)
from verifier.reading import _deeds, _noun_phrases
from verifier.reading.words import Words

Assertion = Literal["superlative", "accusation"]
_BREAKS = assertions.ENDS_A_DEED | assertions.ENDS_NOUN
_REACH, _NEAR = 9, 5
"""How many tokens after a superlative its scope can stand, and what belongs to one noun."""


def find(article: Article, words: Words) -> Iterator[tuple[Span, Assertion]]:
    """Each superlative and accusation, with what it is called; whether a source is named is for others to say."""
    return _in_one_paragraph(article, _plain(words))


def _plain(words: Words) -> list[tuple[Span, Assertion]]:
    return [*_superlatives(words), *_first_ever(words), *_accusations(words)]


def _in_one_paragraph(article: Article, found: Iterable[tuple[Span, Assertion]]) -> Iterator[tuple[Span, Assertion]]:
    """Those within which no paragraph ends: a headline has no stop."""
    for span, what in sorted(found):
        paragraph = article.paragraph_at(span.start)
        if paragraph is not None and paragraph.span.covers(span):
            yield span, what


def _superlatives(words: Words) -> Iterator[tuple[Span, Assertion]]:
    lows = words.lows
    for low in assertions.EXTREMES & words.places.keys():
        for at in words.places[low]:
            before = lows[max(at - 4, 0) : at]
            if "of" in before[-3:] or not before or before[-1] not in {"the", "'s", "’s"}:
                continue  # "one of the largest" claims little
            if _several(lows, at):
                continue
            last = _scope(words, at)
            owned = before[-1] != "the" and before[-2:-1] != [] and before[-2] in assertions.OWNERS
            if last or owned:
                yield words.span(at - 2 if owned else at - 1, last or at + 1), "superlative"


def _several(lows: list[str], at: int) -> bool:
    """Whether many share it: "the country's oldest plants"."""
    for low in lows[at + 1 : at + 5]:
        if not low[0].isalpha() or low in assertions.ENDS_NOUN:
            return False
        if low in nouns.PEOPLE or (len(low) > 3 and low[-1] == "s" and low[-2] not in "su'’i"):
            return True
    return not lows[at + 1 : at + 2]


def _scope(words: Words, at: int) -> int | None:
    """The last token of "in the country", "in the rich world", "in Spain" or "on record" soon after a superlative."""
    lows, forms = words.lows, words.forms
    for i in range(at + 1, min(at + 1 + _REACH, len(lows))):
        if lows[i] in assertions.ENDS_ITS_CLAUSE:
            return None
        for scope in assertions.SCOPES:
            if tuple(lows[i : i + len(scope)]) == scope:
                return i + len(scope) - 1
        if lows[i] != "in" or i + 1 >= len(lows):
            continue
        if forms[i + 1][0].isupper():
            return i + 1
        if lows[i + 1] == "the":
            return next((j for j in (i + 2, i + 3) if lows[j : j + 1] and lows[j] in assertions.OWNERS), None)
    return None


def _first_ever(words: Words) -> Iterator[tuple[Span, Assertion]]:
    lows = words.lows
    for at in words.places.get("first-ever", ()):
        if at and lows[at - 1] in {"the", "'s", "’s"}:
            yield words.span(at, at), "superlative"
    for at in words.places.get("ever", ()):
        if at > 1 and lows[at - 1] == "first" and lows[at - 2] == "the":
            yield words.span(at - 2, at), "superlative"


def _accusations(words: Words) -> Iterator[tuple[Span, Assertion]]:
    lows = words.lows
    for low, preposition in assertions.ACCUSED.items():
        for at in words.places.get(low, ()):
            if lows[at + 1 : at + 2] != [preposition]:
                continue
            crime = next((i for i in range(at + 2, min(at + 6, len(lows))) if lows[i] in assertions.CRIMES), None)
            around = lows[max(at - 8, 0) : at + 14]
            here = lows[_noun_phrases.sentence_start(words, max(at - 8, 0), at) : at + 14]
            if crime is not None and negation.OF_CHARGES.isdisjoint(here) and assertions.AUTHORITIES.isdisjoint(around):
                yield words.span(at, crime), "accusation"


def facts(article: Article, words: Words) -> Iterator[tuple[Span, Assertion]]:
    """All that a desk has to tick of these kinds: what :func:`find` gives, and what has a source in its sentence, or
    its kind said in other words: "accused the mayor of fraud", "the first woman to lead it", "its worst year since"."""
    said = {*_ranked(words), *_records(words), *_owned(words), *_accusing(words), *_alleging(words), *_wrongs(words)}
    return _in_one_paragraph(article, {*_plain(words), *said})


def _ranked(words: Words) -> Iterator[tuple[Span, Assertion]]:
    """What is singled out of its kind by a rank, where it is said of which kind, or since when."""
    for low in filter(_ranks, words.places):
        for at in words.places[low]:
            first = _determined(words, at)
            many = first is not None and words.low(first - 1) == "of" and words.low(first - 2) in assertions.ONE_OF_MANY
            last = None if first is None or many else _compared(words, at)
            if first is not None and last:
                yield words.span(first, last), "superlative"


def _ranks(low: str) -> bool:
    """Whether a word singles one out of its kind: "first", "widest", "third-worst", the "most" of "most expensive"."""
    last = low.rpartition("-")[2]
    return last in assertions.RANKED or low in assertions.BY_DEGREE or inflection.superlative(last)


def _of_degree(low: str) -> bool:
    """Whether a rank is by how much something is so, and not by when it came."""
    return _ranks(low) and low not in assertions.UNIQUE - assertions.EXTREMES


def _records(words: Words) -> Iterator[tuple[Span, Assertion]]:
    """ "A record 3,400 boats", "a record high"."""
    for at in words.places.get("record", ()):
        after = words.low(at + 1)
        if words.low(at - 1) in closed.ARTICLES and (after[:1].isdigit() or after in assertions.IN_RECORDS):
            yield words.span(at - 1, at + 1), "superlative"


def _determined(words: Words, at: int) -> int | None:
    """Where "the", "its" or "the second" before a rank begins; a name that owns it stays outside."""
    before = at - 1 - (words.low(at - 1) in numbers.ORDINAL_WORDS)
    low = words.low(before)
    if low == "the" or low in closed.POSSESSIVES_OF_OTHERS:
        return before
    return before + 1 if low in closed.AFTER_AN_OWNER else None


def _compared(words: Words, at: int) -> int | None:
    """The last token of what a rank is a rank among: "since 2008", "in ten years", "in the county", "woman to
    lead"."""
    for i in range(at + 1, min(at + 1 + _REACH, len(words))):
        low, after = words.lows[i], words.low(i + 1)
        if low in assertions.ENDS_A_DEED or negation.says_not(low):
            return None
        if low == "since" and after[:1].isalnum():
            return _since(words, i + 1)
        stretch = _stretch(words, i + 1) if low == "in" else None
        if stretch:
            return stretch
        around = _place_around(words, i + 1) if low == "in" and _of_degree(words.lows[at]) else None
        if around or (around := _scoped(words, i)):
            return around
        if low == "to" and words.lows[at] in assertions.UNIQUE:
            does = words.forms[i + 1 : i + 2] != [] and words.forms[i + 1][0].islower() and after not in closed.EMPTY
            return _done(words, i + 1) if does and at + 1 < i <= at + _NEAR and _deeds.somebody(words, i - 1) else None
    return None


def _scoped(words: Words, at: int) -> int | None:
    """The last token of "on record", "ever", "in history" where it begins here."""
    scopes = (scope for scope in assertions.SCOPES if tuple(words.lows[at : at + len(scope)]) == scope)
    return next((at + len(scope) - 1 for scope in scopes), None)


def _done(words: Words, verb: int) -> int:
    """The last token of a deed: "lead", "lead the council"."""
    if words.low(verb + 1) not in closed.ARTICLES | closed.POSSESSIVES_OF_OTHERS:
        return verb
    last = verb + 1
    while last < verb + _NEAR and words.low(last + 1)[:1].isalpha() and words.low(last + 1) not in _BREAKS:
        last += 1
    return last if last > verb + 1 else verb


def _since(words: Words, at: int) -> int:
    """The last token of "2008", "the spring floods", "Ada Holm"."""
    last = at + (words.lows[at] in closed.BEGINS_A_STATEMENT and words.low(at + 1)[:1].isalnum())
    while words.forms[last][0].isupper() and words.forms[last + 1 : last + 2] and words.forms[last + 1][0].isupper():
        last += 1
    return last


def _stretch(words: Words, at: int) -> int | None:
    """The last token of "ten years", "more than a decade", "nearly 20 months"."""
    for i in range(at, min(at + _NEAR, len(words))):
        low = words.lows[i]
        if low in calendar.SPANS or low in calendar.STRETCHES:
            return i
        if not (low[0].isdigit() or low in numbers.COUNTS or low in assertions.BEFORE_A_STRETCH):
            return None
    return None


def _place_around(words: Words, at: int) -> int | None:
    """The last token of "the county", "the whole town", "Port Ellery"."""
    if words.low(at) == "the":
        wide = names.PLACE_WORDS | assertions.OWNERS
        return next((i for i in (at + 1, at + 2) if words.low(i) in wide), None)
    last = at
    while words.forms[last + 1 : last + 2] and words.forms[last + 1][0].isupper():
        last += 1
    if words.forms[last : last + 1] and words.forms[last] in places.DEMONYMS and words.low(last + 1)[:1].isalpha():
        last += 1  # "in American history"
    named = words.forms[at : at + 1] != [] and words.forms[at][0].isupper()
    return last if named and words.low(at) not in calendar.WORDS_OF_A_DATE else None


def _owned(words: Words) -> Iterator[tuple[Span, Assertion]]:
    """ "The country's first judge"."""
    for low in assertions.UNIQUE & words.places.keys():
        for at in words.places[low]:
            if words.low(at - 1) not in closed.AFTER_AN_OWNER or words.low(at - 2) not in assertions.OWNERS:
                continue
            ends = (i for i in range(at + 1, min(at + _NEAR, len(words))) if not words.lows[i][0].isalpha())
            head = next((i - 1 for i in ends), at)
            noun = next((i - 1 for i in range(at + 1, head + 1) if words.lows[i] in assertions.ENDS_NOUN), head)
            if noun > at and _deeds.somebody(words, noun):
                yield words.span(at - 2, noun), "superlative"


def _accusing(words: Words) -> Iterator[tuple[Span, Assertion]]:
    """ "Accused the mayor of fraud", "was blamed for the deaths": from the verb to the end of the deed."""
    for verb, link in assertions.ACCUSING.items():
        for low in inflection.forms(verb).keys() & words.places.keys():
            for at in words.places[low]:
                before = words.lows[_noun_phrases.sentence_start(words, max(at - _REACH, 0), at) : at]
                if any(negation.says_not(one) or one in negation.OF_CHARGES for one in before):
                    continue
                joint = _joint(words, at, link)
                whom = joint and (_accuses(words, at, joint) if verb != "blame" else _blames(words, at, joint))
                last = _deed(words, joint + 1, verb) if joint and whom else None
                if last:
                    yield words.span(at, last), "accusation"


def _joint(words: Words, at: int, link: str) -> int | None:
    """The preposition between whom a verb accuses and of what."""
    for i in range(at + 1, min(at + 1 + _REACH + _NEAR, len(words))):
        if words.lows[i] in grammar.BE or (words.lows[i] in assertions.ENDS_A_DEED and words.lows[i] != ","):
            return None  # "suspects it was the work of": nobody is accused of anything
        if words.lows[i] == link:
            return i
    return None


def _accuses(words: Words, at: int, joint: int) -> bool:
    """Whether a verb accuses: "was accused of", "accused her of"; "its suspected role in" is none."""
    before = words.low(at - 1)
    if joint == at + 1:
        return words.lows[at].endswith("ed") or before == "to"
    return before not in closed.AFTER_AN_OWNER | closed.ARTICLES | closed.POSSESSIVES_OF_OTHERS


def _blames(words: Words, at: int, joint: int) -> bool:
    """Whether it is somebody who is blamed: what the storm is blamed for, it has not done."""
    whom = range(at + 1, joint)
    return _accuses(words, at, joint) and (
        not whom or any(words.lows[i] in closed.ANY_PRONOUN or _deeds.somebody(words, i) for i in whom)
    )


def _deed(words: Words, at: int, verb: str) -> int | None:
    """The last token of a deed that begins here; None where it is none."""
    most = min(at + _REACH, len(words))
    ends = (i for i in range(at, most) if words.lows[i] in assertions.ENDS_A_DEED)
    end = next(ends, most)
    crime = next((i for i in range(at, min(end, at + 4)) if words.lows[i] in assertions.CHARGED_WITH), None)
    if crime is not None:
        return crime
    if verb != assertions.ALLEGING:
        end = next((i for i in range(at + 1, end) if words.lows[i] in grammar.BE - {"being"}), end)
    while end > at and words.lows[end - 1] in closed.EMPTY:
        end -= 1
    return None if verb == "charge" or end == at else end - 1


def _alleging(words: Words) -> Iterator[tuple[Span, Assertion]]:
    """ "Alleges that the firm bribed officials": from the verb to the end of what is alleged."""
    for low in inflection.forms(assertions.ALLEGING).keys() & words.places.keys():
        for at in words.places[low]:
            clause = words.low(at + 1) == "that"
            told = clause or words.low(at + 1) in closed.BEGINS_A_STATEMENT
            if not told or words.low(at - 1) in closed.ARTICLES:
                continue
            last = _deed(words, at + 1 + clause, assertions.ALLEGING)
            if last:
                yield words.span(at, last), "accusation"


def _wrongs(words: Words) -> Iterator[tuple[Span, Assertion]]:
    return ((words.span(first, last), "accusation") for first, last in _deeds.done(words))
