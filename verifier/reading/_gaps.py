"""The words around quotations: where the verb of saying stands before one, who says so, and what a credit is."""

from __future__ import annotations

from typing import NamedTuple

from verifier.article import Span
from verifier.english import closed, grammar, names, people, saying, titles
from verifier.reading import _introductions, _noun_phrases, _saying, _subjects
from verifier.reading._noun_phrases import CLOSING, COMMAS, DASHES, OPENING
from verifier.reading._subjects import NO_NOUNS
from verifier.reading.words import Words

_LONG = 400  # words of a quotation with which a sentence begins
REACH = 45  # words between a quotation and its cue
_SOON = 4  # words behind a verb within which it tells whence something comes


class Said(NamedTuple):
    """A cue and its subject, as indexes of tokens, both ends included."""

    cue: tuple[int, int]
    subject: tuple[int, int] | None


def cue_end(words: Words, j: int, end: int) -> int:
    """The last word of a cue of several: "went on", "pointed out"."""
    particle = words.lows[j + 1] if j + 1 < end else ""
    goes_on = particle == "on" and words.lows[j] in saying.GOES_ON
    return j + 1 if goes_on or particle in ("out", "back") else j


def before(words: Words, start: int, end: int) -> Said | None:
    """The cue in the words that lead up to a quotation: "He said: ", "She told the court that"."""
    i = end - 1
    colon = i >= start and words.forms[i] == ":"
    while i >= start and (words.forms[i] in COMMAS or words.lows[i] in (":", "that")):
        i -= 1
    if colon and (credit := _behind_a_dash(words, start, i)) is not None:
        return credit
    if i < end - 1 and words.forms[i + 1] == ",":
        i = _before_clause(words, start, i)
    start = _past_clause(words, start, i)
    found = _left_to_say(words, start, i) or _verb_before(words, start, i)
    if found is not None or not colon:
        return found
    introduced = _introductions.read(words, start, i)
    return Said(*introduced) if introduced is not None else None


def _left_to_say(words: Words, start: int, last: int) -> Said | None:
    """ "It was left to [Ann Lee] to *say* what all thought:"."""
    left = _subjects.falls_to(words, start, last + 1)
    verb = next((i + 1 for i in range(left[1], last) if words.lows[i] == "to"), None) if left is not None else None
    return Said((verb, verb), left) if verb is not None and _saying.is_verb(words.lows[verb]) else None


def _verb_before(words: Words, start: int, last: int) -> Said | None:
    """The nearest verb of saying, or what names a source, up to ``last``."""
    lowest = max(start, last - REACH)
    for j in range(last, lowest - 1, -1):
        width = _saying.phrase(words, j)
        if width and j + width <= last and not _is_an_aside(words, j, j + width, last):
            return Said((j, j + width - 1), (j + width, last))
        if words.lows[j] == "it" and j > lowest and words.lows[j - 1] in ("put", "puts"):
            return Said((j - 1, j), _subjects.subject_before(words, start, j - 1))
        if _saying.quotes(words, j) and (j == lowest or _saying.acts(words, j)):
            if _saying.passive(words, start, j):
                return Said((j, j), agent(words, j, last + 1))
            subject = _subjects.subject_before(words, start, j)
            if j < last and (subject is None or _follows_its_verb(words, j, last)):  # "Said Lee:", "..., says Lee:"
                subject = (j + 1, _noun_phrases.noun_phrase_end(words, j + 1, last + 1))
            return Said((j, cue_end(words, j, last + 1)), subject if subject and subject[0] <= subject[1] else None)
    return None


def _is_an_aside(words: Words, phrase: int, source: int, last: int) -> bool:
    """Whether a source stands between commas in a clause that goes on: "His last words, according to her, were:"."""
    end = _noun_phrases.noun_phrase_end(words, source, last + 1)
    return words.forms[phrase - 1] == "," and end < last and words.forms[end + 1] == ","


def _follows_its_verb(words: Words, verb: int, last: int) -> bool:
    """Whether whoever stands behind a verb that takes nobody as its object says it: "It went well, says [Lee]:", "The
    talks, says [the mayor], went well:"."""
    first = verb + 1
    apart = words.forms[verb - 1] == "," and words.lows[verb] in saying.ONLY_SAYING - saying.TELLS
    if not apart or not (words.forms[first][0].isupper() or words.lows[first] in closed.ONE_SPEAKER):
        return False
    end = _noun_phrases.noun_phrase_end(words, first, last + 1, stop_at_verbs=True)
    return end == last or (first <= end < last and words.forms[end + 1] == ",")


def _before_clause(words: Words, start: int, last: int) -> int:
    """The last token before a clause that hangs in front of what is said: "said that [while glad,] “we wait”"."""
    for i in range(last, start, -1):
        if words.forms[i] in COMMAS or words.lows[i] == "that":
            return last
        if words.lows[i] in closed.HANGS_IN_FRONT and words.lows[i - 1] == "that":
            return i - 2
    return last


def _past_clause(words: Words, start: int, last: int) -> int:
    """The first token of the main clause, where another opens the sentence: "When reporters asked, [Lee smiled:]",
    "Asked whether he would go, [he laughed:]"."""
    low = words.lows[start] if start <= last else ""
    if low not in saying.OPENS_BEFORE_THE_MAIN | grammar.PREPOSITIONS and not low.endswith("ing"):
        return start
    for i in range(start + 1, min(last - 1, start + REACH)):
        if words.forms[i] == "," and (
            words.forms[i + 1][0].isupper()
            or words.lows[i + 1] in saying.PRONOUNS
            or words.lows[i + 1] in grammar.DETERMINERS
            or _is_titled(words, i + 1, last)
        ):
            return i + 1
    return start


def _is_titled(words: Words, first: int, last: int) -> bool:
    """Whether a name with what its bearer is begins here: "[port director] Ann Lee"."""
    name = next((i for i in range(first, min(first + _SOON, last)) if words.forms[i][0].isupper()), first)
    return first < name and _role(words, first, last + 1)


def agent(words: Words, verb: int, end: int) -> tuple[int, int] | None:
    """Who says it to whom it is said: "he was told by [the judge]"; None where the passive names nobody."""
    if verb + 2 >= end or words.lows[verb + 1] != "by":
        return None
    return verb + 2, _noun_phrases.noun_phrase_end(words, verb + 2, end)


def _behind_a_dash(words: Words, start: int, last: int) -> Said | None:
    """The name between a heading's dash and its colon: "The quay is back - [Ann Lee and Otto Brandt]:"."""
    for i in range(last, max(start, last - _NAMED), -1):
        if _noun_phrases.is_dash(words, i):
            return Said((last + 1, last + 1), (i + 1, last)) if i < last else None
        if not words.forms[i][0].isupper() and words.lows[i] not in closed.TIES:
            return None
    return None


_NAMED = 8  # words of a name, or two, that a heading credits


def denied(words: Words, start: int, said: Said) -> bool:
    """Whether nobody says it: "nobody said", "no one would say", "not one of them said", "if you ask"."""
    first = said.subject[0] if said.subject is not None else said.cue[0]
    low, before = words.lows[first], words.lows[first - 1] if first > start else ""
    none_of_them = low == "not" and words.lows[first + 1] in closed.ONE
    supposed = before in closed.IN_CASE or _saying.supposes(words, start, said.cue[0])
    return low in closed.NO_ONE or low == "no" or none_of_them or supposed


def past_quotation(words: Words, start: int, cue: int) -> int:
    """The first token of the words that follow a quotation with which the sentence begins; else ``start``."""
    if start >= len(words) or words.forms[start] not in OPENING:
        return start
    end = next((i for i in range(start + 2, min(cue, start + _LONG)) if words.forms[i] in CLOSING), None)
    if end is None:
        return start
    end += 1
    return end + 1 if end < cue and words.forms[end] == "," else end


def signature(words: Words, start: int, end: int) -> Said | None:
    """ "― Ann Lee, Springfield": a dash and a name after a quotation, and nothing else."""
    if start + 1 >= end or words.forms[start] not in DASHES:
        return None
    name = start + 1
    stop = name
    while stop < end and (_in_a_name(words, stop) or _role(words, stop, end)):
        stop += 1
    if stop == name or not words.forms[name][0].isupper() or stop - name > 8:
        return None
    if stop < end and words.forms[stop] not in (",", "("):
        return None
    if any(_saying.is_verb(words.lows[i]) for i in range(name, end)):
        return None
    return Said((start, start), (name, _noun_phrases.trim(words, name, stop - 1)))


def _in_a_name(words: Words, i: int) -> bool:
    return words.forms[i][0].isupper() or words.lows[i] in names.INSIDE


def _role(words: Words, i: int, end: int) -> bool:
    """Whether a small word goes on with a title before a name: "Deputy [harbour master] Rune Holt"."""
    beyond = i
    while beyond < min(end, i + 3) and words.forms[beyond].islower() and words.lows[beyond] not in NO_NOUNS:
        beyond += 1
    last = words.lows[beyond - 1]
    role = last in titles.ROLES or last in people.NOUNS or last.endswith(people.ENDINGS)
    return i < beyond < end and words.forms[beyond][0].isupper() and role


def span_of(words: Words, tokens: tuple[int, int]) -> Span:
    """The characters of a run of tokens."""
    return words.span(*tokens)
