"""Attitudes: what somebody is for or against may be no statement ("supports [her]", "opposes [the policy]").

A noun that tells what is or would be done says something ("opposes [the closure]"), and so does whatever stands beside
a verb of saying.
"""

from __future__ import annotations

from verifier.article import Span
from verifier.english import closed, cues, grammar, titles
from verifier.reading import event_words, matching, tags
from verifier.reading._analysis import Analysis

_ACTING = frozenset((tags.VERB, tags.AUXILIARY, tags.CONTRACTED, tags.NOUN_OR_VERB, tags.TO))
_AROUND_A_NAME = grammar.DETERMINERS.union(titles.HONORIFICS) | closed.AFTER_AN_OWNER | {"and", "or"}
_STANDS_FOR_ANYTHING = closed.ANY_PRONOUN | closed.DEMONSTRATIVES
_POINTING = closed.DEFINITE_AND_POSSESSIVES | closed.DEFINITE_ONE | grammar.POSSESSIVES
_ALONE = 2
"""Words of a phrase that only takes up what was told: "the policy"."""


def says_nothing(analysis: Analysis, content: Span, cue: Span) -> bool:
    """Whether a content is only a pronoun, a name, or a noun that takes up what was told."""
    words = analysis.words
    if any(cues.is_saying(words.lows[i]) for i in words.inside(cue)):
        return False
    inside = [i for i in words.inside(content) if words.forms[i][0].isalnum() or words.lows[i] in closed.AFTER_AN_OWNER]
    named = {i for mention in analysis.names.within(content) for i in words.inside(mention.span)}
    plain = [i for i in inside if i not in named]
    if any(analysis.tags[i] in _ACTING or words.lows[i].endswith("ing") for i in plain):
        return False
    lows = [words.lows[i] for i in plain]
    if named:
        return all(low in _AROUND_A_NAME for low in lows)
    if all(low in _STANDS_FOR_ANYTHING for low in lows):
        return True
    return len(lows) == _ALONE and lows[0] in _POINTING and not event_words.events(matching.key(lows[1]))
