"""What is attributed and states nothing: what is only asked, what is no more than a time, and who is only cited."""

from __future__ import annotations

from verifier.article import Span
from verifier.claims._clauses import groups, main_verb
from verifier.claims._reading import Reading
from verifier.english import closed, people, sayers, saying, statements
from verifier.reading import lying, tags
from verifier.reading._model import Attribution

_TWO = 2
"""Verbs that a condition and what follows from it have between them: "if he loses he will go"."""


def only_asked(reading: Reading, attribution: Attribution) -> bool:
    """Whether the words say what was asked, or what is still open: "asked whether ...", "tries to find out if ..."."""
    if attribution.quotations or attribution.cue is None:
        return False
    words = reading.analysis.words
    lows = [words.lows[i] for span in attribution.content for i in words.inside(span)]
    asks = any(words.lows[i] in statements.ASKING for i in words.inside(attribution.cue))
    if not lows or lows[0] == "whether" or (asks and lows[0] in statements.OF_A_QUESTION):
        return True
    told = words.lows[words.at(attribution.content[0].start) - 1] == "that"
    return lows[0] == "if" and not told and "," not in lows and groups(reading, attribution.content) < _TWO


def no_statement(reading: Reading, attribution: Attribution) -> bool:
    """Whether the words alone tell nothing: a time ("a sale that Lee announced [last month]"), or what a noun is about
    that somebody's sentence tells anyway ("accepted her offer [to help]")."""
    if attribution.quotations or attribution.cue is None or len(attribution.content) != 1:
        return False
    (content,) = attribution.content
    if any(d.span.covers(content) for d in lying.dates(reading.analysis, content)):
        return True
    words = reading.analysis.words
    if _answers(reading, content):
        return True
    cue, first = words.inside(attribution.cue), words.inside(content).start
    if words.lows[cue.stop - 1] in saying.QUOTES and _is_somebody(reading, content):
        return True
    if len(cue) != 1 or reading.analysis.tags[cue[0]] != tags.NOUN or attribution.source is None:
        return False
    owned = words.lows[cue[0] - 1] in closed.OWNERS or reading.analysis.tags[cue[0] - 1] == tags.POSSESSIVE
    return owned and (words.lows[first] in statements.BOUND or not main_verb(reading, words.inside(content)))


def _answers(reading: Reading, content: Span) -> bool:
    """Whether the words only take up what was asked or said before: "She [wasn’t], she says"."""
    tokens = reading.analysis.words.inside(content)
    return len(tokens) <= _SHORT and reading.analysis.tags[tokens[-1]] in {tags.AUXILIARY, tags.CONTRACTED}


_SHORT = 3
"""Words of an answer without a verb of its own."""


def _is_somebody(reading: Reading, content: Span) -> bool:
    """Whether the words only name who is cited: "the Herald said, citing [an official]"."""
    words = reading.analysis.words
    tokens = words.inside(content)
    named = reading.analysis.names.within(content)
    person = any(m.span.end == content.end and reading.analysis.names.of(m).kind == "person" for m in named)
    last = words.lows[tokens.stop - 1].removesuffix("s")
    return person or last in sayers.ONE_PERSON or last in people.SOURCES
