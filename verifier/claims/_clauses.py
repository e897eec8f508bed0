"""Where a stretch of a sentence has its main verb, and whether it was cut where a clause ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from verifier.article import Span
from verifier.claims._reading import Reading
from verifier.english import closed, grammar, numbers
from verifier.english.inflection import Form
from verifier.reading import tags
from verifier.reading._sentence import DASHES, VERBAL

_BREAKS = DASHES | {",", ";", ":", "(", ")"}
_OPENS_A_TAIL = frozenset((tags.PREPOSITION, tags.SUBORDINATOR, tags.NUMBER, tags.NAME, tags.ADVERB, tags.TO))
_OBJECTS = frozenset((tags.NAME, tags.DETERMINER, tags.PRONOUN))
_DOES = VERBAL | {tags.NOUN_OR_VERB}


def main_verb(reading: Reading, tokens: Sequence[int]) -> bool:
    """Whether a finite verb stands in these tokens that is no infinitive's and no relative or subordinate clause's."""
    tagged, lows = reading.analysis.tags, reading.analysis.words.lows
    i, stop = (tokens[0], tokens[-1] + 1) if tokens else (0, 0)
    if i < stop and lows[i] == "that":
        i += 1  # "said [that the plan was dead]"
    if i < stop and tagged[i] == tags.PREPOSITION:
        comma = next((j for j in range(i, stop) if lows[j] == ","), None)  # "In a note sent on Monday, ..."
        if comma is None and stop < len(lows) and lows[stop] == "," and _only_hung(reading, range(i, stop)):
            return False  # "In a note sent on Monday"
        i = i if comma is None else comma
    while i < stop:
        if (tagged[i] == tags.SUBORDINATOR and (lows[i] != "that" or tagged[i - 1] != tags.PREPOSITION)) or (
            lows[i] in closed.RELATIVES_OF_A_SUBJECT
        ):  # "of that vote" opens nothing
            i = _past_clause(reading, i, stop)
        elif tagged[i] == tags.PREPOSITION and i > tokens[0] and lows[i] in closed.SUBORDINATE:
            i = _past_clause(reading, i, stop)  # "victory *after* voters turned on it"
        elif _counted(reading, i) or _hung(reading, i):
            i += 1
        elif tagged[i] == tags.TO:
            i += 2 if i + 1 < stop and tagged[i + 1] != tags.ADVERB else 3
        elif tagged[i] in _DOES and not lows[i].endswith("ing"):  # "being"
            return True
        else:
            i += 1
    return False


def _only_hung(reading: Reading, tokens: range) -> bool:
    """Whether every verb among these tokens can be a participle that hangs on a noun."""
    tagged, lows = reading.analysis.tags, reading.analysis.words.lows
    acting = [i for i in tokens if tagged[i] in VERBAL]
    forms = {i: tags.verb_forms().get(lows[i], 0) for i in acting}
    finite = (i for i in acting if forms[i] & Form.BASE and tagged[i + 1] in _OBJECTS)  # "the ferry [hit] Ann Lee"
    return not any(finite) and all(tagged[i] == tags.VERB and forms[i] & Form.PARTICIPLE for i in acting)


def _counted(reading: Reading, i: int) -> bool:
    """ "nine [counts] of theft": what could be a verb is what a number counts."""
    tagged, before = reading.analysis.tags, reading.analysis.words.low(i - 1)
    return tagged[i] == tags.NOUN_OR_VERB and (tagged[i - 1] == tags.NUMBER or before in numbers.COUNTS)


def _hung(reading: Reading, i: int) -> bool:
    """ "a rise in profit, [helped] by the heat": a participle that tells more of what stands before the comma."""
    tagged, lows = reading.analysis.tags, reading.analysis.words.lows
    done = tagged[i] == tags.VERB and tags.verb_forms().get(lows[i], 0) & Form.PARTICIPLE
    return bool(done) and i + 1 < len(lows) and lows[i - 1] == "," and lows[i + 1] == "by"


def told(reading: Reading, tokens: Sequence[int]) -> bool:
    """Whether anything among these tokens can be a verb at all."""
    known, lows = tags.verb_forms(), reading.analysis.words.lows
    return any(reading.analysis.tags[i] in _DOES or lows[i] in known for i in tokens)


def _past_clause(reading: Reading, opener: int, stop: int) -> int:
    """The token behind a clause that hangs on another: at the next break, or where a second verb goes on with the main
    clause ("patients who got it [fared] well")."""
    tagged, lows = reading.analysis.tags, reading.analysis.words.lows
    restrictive = lows[opener] in closed.RELATIVE_SUBJECTS and opener > 0 and lows[opener - 1] not in _BREAKS
    i, verbs = opener + 1, 0
    while i < stop and lows[i] not in _BREAKS:
        if tagged[i] in _DOES and tagged[i - 1] not in {*_DOES, tags.TO, tags.ADVERB, tags.DETERMINER}:
            verbs += 1
            if restrictive and verbs > 1 and tagged[i - 1] not in {tags.PRONOUN, tags.CONJUNCTION}:
                return i
        i += 1
    return i


def breaks(reading: Reading, token: int) -> bool:
    """Whether a clause may end before this token: at a mark, a joining word or one that opens a clause."""
    words = reading.analysis.words
    if token >= len(words):
        return True
    joins = words.lows[token] in grammar.CONJUNCTIONS or reading.analysis.tags[token] == tags.SUBORDINATOR
    return joins or reading.analysis.tags[token] == tags.MARK


def tail(reading: Reading, span: Span) -> Span:
    """The span with what follows in its clause before any mark ("endorsed the device [in March]"), where nobody else's
    words begin there."""
    analysis = reading.analysis
    words, tagged = analysis.words, analysis.tags
    sentence = analysis.article.sentence_at(span.start)
    inside = words.inside(span)
    if sentence is None or not inside:
        return span
    first, last = inside.stop, words.inside(sentence.span).stop
    i = first
    while i < last and tagged[i] not in {tags.MARK, tags.CONJUNCTION}:
        i += 1
    if i == first or (tagged[first] not in _OPENS_A_TAIL):
        return span
    whole = Span(span.start, words.ends[i - 1])
    said = bisect_left(reading.cues, span.end)
    return span if said < len(reading.cues) and reading.cues[said] < whole.end else whole


def groups(reading: Reading, spans: Iterable[Span]) -> int:
    """How many finite verbs stand in the spans, an auxiliary and its verb counted once."""
    tagged = reading.analysis.tags
    return sum(
        tagged[i] in VERBAL and tagged[i - 1] not in {*VERBAL, tags.TO, tags.ADVERB}
        for span in spans
        for i in reading.analysis.words.inside(span)
    )
