"""Quoted fragments in running words that no statement holds: called the plan a "fraud", describes her as "unfit".

That words stand in marks says that they are somebody's; the nearest word of saying or judging before them in the
clause, with its subject, says whose.
"""

from __future__ import annotations

from typing import NamedTuple

from verifier.article import Article, Span
from verifier.english import closed, cues, grammar, nouns, saying, titles
from verifier.english.inflection import Form, forms
from verifier.reading import (
    _gaps,
    _in_words,
    _introductions,
    _named_things,
    _noun_or_verb,
    _noun_phrases,
    _saying,
    _subjects,
    tags,
)
from verifier.reading._model import Quotation
from verifier.reading.words import Words

_NAMES_IT = frozenset(form for lemma in saying.NAMES_IT for form in forms(lemma))
_BARS = closed.BARS
_COMPLETING = closed.COMPLETES | closed.ARTICLES
_REACH = 16  # words between the cue and the fragment
_AFTER = 25  # words that the clause may go on after it


class Fragment(NamedTuple):
    """A fragment with its clause as content."""

    content: Span
    cue: Span
    subject: Span | None


def find(article: Article, words: Words, quotation: Quotation) -> Fragment | None:
    """Whose words a fragment is, or None where nothing in its clause says so."""
    sentence = article.sentence_at(quotation.marks.start)
    if sentence is None:
        return None
    inside = words.inside(sentence.span)
    first = words.at(quotation.marks.start)
    told = _told(words, quotation, inside)
    if told is not None and told.subject is not None:
        return Fragment(quotation.marks, words.span(*told.cue), _gaps.span_of(words, told.subject))
    cue = _cue(words, inside.start, _past_relative(words, inside.start, first))
    if cue is None or _nobody(words, inside.start, cue) or _is_done_by_another(words, cue):
        return None
    if _saying.suffered(words, cue):
        tokens = _agent(words, cue, first, inside.stop)
    else:
        tokens = _subjects.subject_before(words, _gaps.past_quotation(words, inside.start, cue), cue)
    if tokens is None or not words.forms[tokens[0]][0].isalnum() or _anybody(words, tokens):
        return None
    if _named_things.is_called(words, cue, first, tokens) or _named_things.is_one(words, quotation, cue):
        return None
    start = next((i for i in range(cue + 1, first) if words.lows[i] == "that"), cue + 1)
    end = _end(words, words.at(quotation.marks.end - 1), inside.stop)
    return Fragment(Span(words.starts[start], words.ends[end]), words.span(cue, cue), _gaps.span_of(words, tokens))


def _told(words: Words, quotation: Quotation, inside: range) -> _gaps.Said | None:
    """What is put in nobody's sentence: "...", as the memo put it; in her words, "..."."""
    put = as_put(words, quotation, inside.stop)
    if put is not None:
        return _gaps.Said((put[1], put[1]), put[0])
    return _in_words.of(words, inside.start, words.at(quotation.marks.start))


def is_past_relative(words: Words, sentence: Span, quotation: Quotation) -> bool:
    """Whether a fragment goes on with the main clause behind a relative one, whatever the main verb is."""
    first = words.at(quotation.marks.start)
    return _past_relative(words, words.at(sentence.start), first) != first


def _past_relative(words: Words, start: int, first: int) -> int:
    """Where the main clause breaks off before ", which said so," when the fragment follows right after that comma, or
    what goes on with its verb ("as a")."""
    comma = first - 1
    while comma > start and words.lows[comma] in _COMPLETING:
        comma -= 1
    if comma <= start or words.forms[comma] != ",":
        return first
    for i in range(comma - 1, max(start, first - _REACH), -1):
        if words.forms[i] == ",":
            opens = i + 1 + (words.lows[i + 1] in grammar.PREPOSITIONS)  # ", in which she was said to"
            return i if words.lows[opens] in closed.RELATIVES_OF_A_SUBJECT else first
    return first


def _nobody(words: Words, start: int, cue: int) -> bool:
    """Whether the clause says that nobody says it, or puts it as a case: "nobody would call it", "if you ask"."""
    if words.lows[max(start, cue - 2) : cue] in (["did", "not"], ["does", "not"], ["do", "not"]) or (
        words.lows[cue - 1] == "never" or _saying.supposes(words, start, cue)
    ):
        return True
    for i in range(cue - 1, max(start - 1, cue - _REACH), -1):
        low = words.lows[i]
        not_one = low in ("no", "not") and words.lows[i + 1] == "one"
        if low in closed.NO_ONE | closed.ANYONE or not_one or low in ("if", "unless"):
            return True
        if words.forms[i] in _CLAUSE_ENDS:
            return False
    return False


def _is_done_by_another(words: Words, cue: int) -> bool:
    """ "Lee sang tunes loved by “late” crowds": the participle's subject is not the sentence's."""
    return words.lows[cue + 1] == "by" and not _saying.suffered(words, cue)


def _anybody(words: Words, tokens: tuple[int, int]) -> bool:
    """ "everybody calls him", "there was talk", "no clerk would say", "few call it": no one in particular."""
    low = words.lows[tokens[0]]
    nobody_named = tags.closed_classes().get(low) == tags.PRONOUN and low.endswith(("body", "one"))  # no "Malone"
    alone, verb = tokens[0] == tokens[1], words.low(tokens[1] + 1)
    ordered = verb.endswith("ing") and _noun_or_verb.is_an_order(words.forms[tokens[0]])  # "Try asking for “more”"
    acts = tags.verb_forms().get(low, 0) & Form.THIRD and verb in grammar.PREPOSITIONS
    acts = acts and low[:-1] not in nouns.DOCUMENTS  # "Preys on fears, and calls it “late”": of whom is not said
    return low in closed.NOBODY or (alone and (low == "there" or nobody_named or ordered or bool(acts)))


def _agent(words: Words, cue: int, first: int, stop: int) -> tuple[int, int] | None:
    """Who does it: "criticised by [the court] for", "called "a sham" by [Ann Lee]"; None where nobody is named."""
    by = next((i for i in range(cue + 1, min(stop, first + _AFTER)) if words.lows[i] == "by"), None)
    if by is None or by + 1 >= stop or any(words.forms[i] in _CLAUSE_ENDS for i in range(cue + 1, by)):
        return None
    last = next((i for i in range(by + 1, stop) if _ends_agent(words, i)), stop) - 1
    return (by + 1, last) if last > by else None


def _ends_agent(words: Words, i: int) -> bool:
    return not (words.forms[i][0].isalnum() or words.forms[i] in ("'s", "’s", "-", "&")) or (
        words.lows[i] in closed.ENDS_AN_AGENT
    )


def _cue(words: Words, start: int, first: int) -> int | None:
    known = cues.verbs()
    for i in range(first - 1, max(start, first - _REACH) - 1, -1):
        low = words.lows[i]
        if low in _BARS or (low in ("who", "whose") and words.forms[i - 1] == ","):
            return None
        judges = low in known and known[low].verb.kind in ("say", "judge")
        lower = words.forms[i][0].islower() and words.lows[i - 1] != "to"
        lower = lower and not (low in titles.ROLES and words.forms[i + 1][0].isupper())  # "darts champion Ann Lee"
        if lower and (judges or low in _NAMES_IT) and _saying.acts(words, i):
            return i
    return None


def _end(words: Words, last: int, stop: int) -> int:
    """The last token of the clause that the fragment stands in, with the fragments that are strung on it."""
    end = last
    for i in range(last + 1, min(stop, last + _AFTER)):
        if i <= end:
            continue
        form = words.forms[i]
        strung = _next_fragment(words, i, stop) if words.lows[i] in _STRINGS or end == i - 1 else None
        if strung is not None:
            end = strung
        elif i == last + 1 and words.forms[last - 1] == ",":
            break  # "Lee, citing “duties,” said the quay was shut"
        elif form in _CLAUSE_ENDS or _noun_phrases.ends_sentence(words, i, stop) or words.lows[i] in closed.NEW_CLAUSE:
            break
        else:
            end = i
    return end


_STRINGS = closed.COORDINATORS | {","}
_CLAUSE_ENDS = frozenset((",", ";", ":", "—", "--", "–"))
_OPENS = frozenset(('"', "“", "''", "``", "«"))
_CLOSES = frozenset(('"', "”", "''", "»"))


def _next_fragment(words: Words, i: int, stop: int) -> int | None:
    """The closing mark of a fragment that follows within a few words: ..., a "bully" and a "crook"."""
    opening = next((k for k in range(i, min(i + 4, stop)) if words.forms[k] in _OPENS), None)
    if opening is None:
        return None
    return next((k for k in range(opening + 1, min(opening + 40, stop)) if words.forms[k] in _CLOSES), None)


def as_put(words: Words, quotation: Quotation, stop: int) -> tuple[tuple[int, int], int] | None:
    """ "...", as the memo put it: the source and the cue after the fragment."""
    i = words.at(quotation.marks.end - 1) + 1
    if i < stop and words.forms[i] == ",":
        i += 1
    if i + 2 < stop and words.lows[i] in grammar.BE and words.lows[i + 1] == "how":
        return _sums_up(words, i, stop)
    if i + 2 < stop and words.lows[i] in grammar.BE:
        return _introductions.judged(words, i, stop)
    if i >= stop or words.lows[i] != "as":
        return None
    for k in range(i + 2, min(stop, i + 12)):
        said = _saying.is_verb(words.lows[k]) and _saying.acts(words, k)
        if words.lows[k] in ("put", "puts") or said or words.lows[k] in _NAMES_IT:
            return (i + 1, _before_a_habit(words, i + 1, k)), k
    return None


def _sums_up(words: Words, be: int, stop: int) -> tuple[tuple[int, int], int] | None:
    """ "..." is how [the mayor] sums it up."""
    for k in range(be + 3, min(stop, be + 12)):
        if words.forms[k] in _CLAUSE_ENDS - {","}:
            return None
        finite = tags.verb_forms().get(words.lows[k], 0) & _noun_phrases.FINITE or words.lows[k].endswith("s")
        if words.low(k + 1) == "it" and finite:
            last = _noun_phrases.noun_phrase_end(words, be + 2, k)
            return ((be + 2, last), k) if last >= be + 2 else None
    return None


def _before_a_habit(words: Words, first: int, cue: int) -> int:
    """The last word of the source before how often it said so: "as [my aunt] used to say"."""
    habit = words.lows[cue - 1] == "to" and cue - 3 >= first and tags.verb_forms().get(words.lows[cue - 2], 0)
    return cue - 3 if habit else cue - 1
