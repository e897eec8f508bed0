"""The clause at the end of a sentence that stands by itself: what comes before it is told whatever it says."""

from __future__ import annotations

from functools import lru_cache

from verifier.english import closed, cues, grammar
from verifier.english.inflection import Form
from verifier.reading import _tagging, tags, words
from verifier.reading._sentence import NOMINAL, VERBAL, Reading

_ENDS = frozenset(".!\"')”’")
_MORE = frozenset(",;:—–(")
_SUBJECT = NOMINAL | {tags.DETERMINER, tags.ADJECTIVE, tags.POSSESSIVE, tags.ADVERB, tags.PREPOSITION}
_LONGEST = 12
"""Words of a subject: a longer one is more likely misread."""


@lru_cache(maxsize=64)
def read(sentence: str) -> Reading:
    """A sentence by itself; ``sentence`` is its plain view."""
    split = words.split(sentence)
    return Reading(split, _tagging.tag(split), 0, len(split))


def says_nothing_of_it(r: Reading, at: int) -> bool:
    """Whether what stands from a token on says nothing about what stands before it: the end, or a clause of its own.
    Only what is sure counts."""
    rest = range(at, r.last)
    if all(r.low(i) in _ENDS for i in rest):
        return True
    if r.low(at) not in (",", ";") or not any(r.tag(i) in VERBAL for i in range(at)):
        return False  # what stands before it is no clause yet
    if any(cues.is_saying(r.low(i)) or r.low(i) in _MORE for i in rest[1:]):
        return False  # who says it, or by what, may be named at the end
    first = at + 1
    if r.low(at) == "," and r.low(first) in closed.RELATIVES_OF_A_SUBJECT:
        return True
    joined = r.low(first) in closed.COORDINATORS - {"or"}
    if r.low(at) == "," and not joined:
        return False
    return _own_clause(r, first + joined)


def _own_clause(r: Reading, first: int) -> bool:
    """Whether a clause with a subject of its own and a verb begins there: "[the quay] [closed] at noon"."""
    verb = first
    while verb < min(r.last, first + _LONGEST) and r.tag(verb) in _SUBJECT:
        verb += 1
    if r.tag(first) == tags.PRONOUN:
        verb = first + 1 if r.low(first) in grammar.SUBJECT_PRONOUNS else first
    if verb == first or r.tag(first) == tags.PREPOSITION:
        return r.tag(first) == tags.CONTRACTED
    forms = tags.verb_forms().get(r.low(verb), 0)
    return r.tag(verb) == tags.AUXILIARY or (r.tag(verb) == tags.VERB and bool(forms & (Form.PAST | Form.THIRD)))
