"""What looks like a verb of saying and is a noun, and what is left of a statement that says nothing by itself."""

from __future__ import annotations

from verifier.english import closed, names, numbers, saying, verbs
from verifier.english.cues import CueForm
from verifier.english.inflection import Form
from verifier.reading import _noun_phrases, phrases, tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch


def is_one(r: Reading, cue: CueForm, i: int) -> bool:
    """Whether the word at ``i`` says nothing of whoever stands before it, though its tag is a verb's."""
    return _is_what_was_held(r, i) or _are_several(r, cue, i) or _tells_a_name(r, cue, i)


def _tells_a_name(r: Reading, cue: CueForm, i: int) -> bool:
    """ "a kind of book [known] as “quay lit”": a participle that nothing helps, of what bears the name."""
    return cue.form == Form.PARTICIPLE and r.tag(i - 1) in NOMINAL and r.low(i + 1) == "as"


def is_a_deed(r: Reading, source: Stretch) -> bool:
    """ "[making a pitch to the town], saying": what somebody does, and not who does it."""
    deed = r.tag(source.first) == tags.ING and r.low(source.first) not in closed.LIKE_PREPOSITIONS
    return deed and r.tag(source.first + 1) == tags.DETERMINER


def is_another(r: Reading, source: Stretch, verb: int) -> bool:
    """ "Fishers seeking help from [a fund] have said": one thing inside the subject, which is of several."""
    head = _noun_phrases.head(r.words, range(source.first, source.last + 1))
    one = tags.agrees(head, Form.THIRD) and head not in closed.SEVERAL
    inside = r.tag(source.first - 1) == tags.PREPOSITION and "and" not in r.words.lows[source.first : source.last]
    return one and inside and r.low(phrases.group_start(r, verb)) in verbs.OF_SEVERAL - {"do"}


def _is_what_was_held(r: Reading, i: int) -> bool:
    """ "told a Marlow [gathering] that": an article before a name makes a thing of the participle behind it."""
    first = i - 1
    while r.tag(first) == tags.NAME:
        first -= 1
    somebody = r.low(i - 1) in names.PARTISANS
    return r.tag(i) == tags.ING and first < i - 1 and r.low(first) in closed.ONE and not somebody


def _are_several(r: Reading, cue: CueForm, i: int) -> bool:
    """ "the four [states] that", "voters in swing [states]": a plural, where a verb would have no subject in the
    singular."""
    if cue.form != Form.THIRD or r.low(i) in verbs.NEVER_NOUN:
        return False
    if r.low(i - 1) in numbers.COUNTS or r.low(i - 1) == "dozen":
        return True
    first = i
    while r.tag(first - 1) in (tags.NOUN, tags.ADJECTIVE) and r.words.forms[first - 1].islower():
        first -= 1
    if first == i or r.tag(first - 1) != tags.PREPOSITION:
        return False
    head = first - 2
    return r.tag(head) not in NOMINAL or not tags.agrees(r.low(head), Form.THIRD)


def left_bare(r: Reading, content: Stretch) -> bool:
    """Whether what is left of what is said says nothing by itself: "to do", where "what he has threatened [to do]" has
    it before the cue, or that a name is kept back: "did not want [to be named]"."""
    if (
        r.tag(content.first) == tags.TO
        and r.low(content.first + 1) == "be"
        and r.low(content.first + 2) in saying.NAMED
    ):
        return True
    bare = r.low(content.last) == "do" and r.tag(content.last - 1) == tags.TO
    return bare and not any(r.tag(j) in VERBAL for j in range(content.first, content.last - 1))
