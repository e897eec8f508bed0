"""What looks like a verb of saying and is a noun, and what is left of a statement that says nothing by itself."""

from __future__ import annotations

from verifier.english import closed, grammar, names, negation, nouns, numbers, saying, titles, verbs
from verifier.english.cues import CueForm
from verifier.english.inflection import Form
from verifier.reading import _noun_phrases, phrases, tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch


def is_one(r: Reading, cue: CueForm, i: int) -> bool:
    """Whether the word at ``i`` says nothing of whoever stands before it, though its tag is a verb's."""
    return (
        _is_what_was_held(r, i)
        or _are_several(r, cue, i)
        or _tells_a_name(r, cue, i)
        or _is_no_reply(r, cue, i)
        or _hands_over(r, cue, i)
        or _says_who(r, i)
        or _is_a_title(r, i)
        or (cue.verb.lemma == "find" and r.low(i + 1) in closed.REFLEXIVES)  # "[found] themselves locked out"
    )


def _hands_over(r: Reading, cue: CueForm, i: int) -> bool:
    """ "[showed] her a scrap of cloth": somebody is shown a thing."""
    given = r.low(i + 1) in grammar.OBJECT_PRONOUNS or r.low(i + 1) == "her"
    return cue.verb.kind == "show" and given and (r.tag(i + 2) == tags.DETERMINER or r.tag(i + 2) == tags.NUMBER)


def _is_a_title(r: Reading, i: int) -> bool:
    """ "World darts [champion] Ann Lee": what somebody is, and nothing that darts do."""
    return r.low(i) in titles.ROLES and r.tag(i + 1) == tags.NAME and r.tag(i - 1) in (tags.NOUN, tags.NAME)


def _says_who(r: Reading, i: int) -> bool:
    """ "a man [calling] himself the spokesman": which man it is, and nothing that he states."""
    return r.tag(i) == tags.ING and r.tag(i - 1) == tags.NOUN and r.low(i + 1) in closed.REFLEXIVES


def _is_no_reply(r: Reading, cue: CueForm, i: int) -> bool:
    """ "did not [respond] to questions": silence is no statement."""
    if cue.verb.lemma not in saying.REPLIES_TO:
        return False
    return any(map(negation.says_not, r.words.lows[phrases.group_start(r, i) : i]))


def _tells_a_name(r: Reading, cue: CueForm, i: int) -> bool:
    """ "a kind of book [known] as “quay lit”": a participle that nothing helps, of what bears the name."""
    return cue.form == Form.PARTICIPLE and r.tag(i - 1) in NOMINAL and r.low(i + 1) == "as"


def is_a_deed(r: Reading, source: Stretch) -> bool:
    """ "[making a pitch to the town], saying": what somebody does, and not who does it."""
    deed = r.tag(source.first) == tags.ING and r.low(source.first) not in closed.LIKE_PREPOSITIONS
    return deed and r.tag(source.first + 1) == tags.DETERMINER


def is_a_verb(r: Reading, source: Stretch) -> bool:
    """ "[Preys] on our fears, and calls it late": a list of deeds, of whom it is not said."""
    alone = source.first == source.last == r.first and r.tag(r.first + 1) == tags.PREPOSITION
    acts = tags.verb_forms().get(r.low(r.first), 0) & Form.THIRD
    return alone and bool(acts) and r.low(r.first)[:-1] not in nouns.DOCUMENTS


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
    helped = any(r.tag(j) == tags.AUXILIARY for j in range(phrases.group_start(r, i), i))
    if helped or (
        r.low(i + 1) == "that" and r.tag(i + 2) == tags.AUXILIARY and r.low(i + 2) not in closed.AFTER_AN_OWNER
    ):
        return True  # "these are [states]", "[states] that have lost the most"
    first = i
    while r.tag(first - 1) in (tags.NOUN, tags.ADJECTIVE) and r.words.forms[first - 1].islower():
        first -= 1
    if first < i and _opens_a_plural(r, first, i):
        return True
    if first == i or r.tag(first - 1) != tags.PREPOSITION:
        return False
    head = first - 2
    return r.tag(head) not in NOMINAL or not tags.agrees(r.low(head), Form.THIRD)


def _opens_a_plural(r: Reading, first: int, i: int) -> bool:
    """Whether what stands before the words from ``first`` makes the one at ``i`` a plural: "raised new [doubts] that",
    "in 11 swing [states]", "to larger, more diverse [states]."."""
    tag, low = r.tag(first - 1), r.low(first - 1)
    counted = low in numbers.COUNTS - closed.ONE or _is_a_number_of_things(low)
    made = tag == tags.VERB or (tag == tags.ING and first - 2 >= r.first and r.tag(first - 2) == tags.MARK)
    compared = tag == tags.DETERMINER and low not in closed.BEFORE_A_SPEAKER
    return counted or made or (compared and r.tag(i + 1) == tags.MARK)


def _is_a_number_of_things(low: str) -> bool:
    """Whether digits count several; "²" is none, and of thousands of digits no number is made."""
    return low.isdecimal() and len(low) <= len(str(_YEARS)) and 1 < int(low) < _YEARS


_YEARS = 1900  # a larger number before a noun may be the year of one thing: "a 2011 email shows"


_UNNAMED = 10  # words of a request that a name be kept back


def left_bare(r: Reading, content: Stretch) -> bool:
    """Whether what is left of what is said says nothing by itself: "to do", where "what he has threatened [to do]" has
    it before the cue, or that a name is kept back: "did not want [to be named]"."""
    if (
        r.tag(content.first) == tags.TO
        and r.low(content.first + 1) == "be"
        and r.low(content.first + 2) in saying.NAMED
    ):
        return True
    lows = r.words.lows[content.first : content.last + 1]
    unnamed = "not" in lows and lows[0] == "that" and len(lows) <= _UNNAMED
    if not saying.NAMED.isdisjoint(lows) and (unnamed or len(lows) == 1):
        return True  # "asked [that her name not be used]", "requested [anonymity]"
    if content.first == content.last and r.tag(content.first) == tags.SUBORDINATOR:
        return True  # "reported [that], according to the log, ..."
    if content.first == content.last and r.low(content.first) in grammar.OBJECT_PRONOUNS | {"her"}:
        return True  # "endorsed [her]"
    bare = r.low(content.last) == "do" and r.tag(content.last - 1) == tags.TO
    return bare and not any(r.tag(j) in VERBAL for j in range(content.first, content.last - 1))
