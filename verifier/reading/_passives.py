"""Statements whose cue is a passive: "[the plan] was *criticised* by <the council>"."""

from __future__ import annotations

from verifier.english import closed, cues, saying
from verifier.english import grammar as lex
from verifier.english.cues import CueForm, Takes
from verifier.english.inflection import Form
from verifier.reading import _clause_subjects, phrases, tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch
from verifier.reading._stated import Statement, statement, stretch


def stands(r: Reading, cue: CueForm, i: int, last: int) -> bool:
    """Whether the participle from ``i`` to ``last`` is a passive: "was criticised", "a fall forecast by"."""
    start = phrases.group_start(r, i)
    return with_be(r, start, i) or (start == i and (r.low(last + 1) == "by" or _asked_first(r, cue, i)))


def _asked_first(r: Reading, cue: CueForm, i: int) -> bool:
    """ "*Asked* whether the bridge was safe, Lee smiled", "When *asked* about it, she smiled": no "be"."""
    if not cue.verb.takes & Takes.TOLD_WH:
        return False
    opens = i == r.first or r.low(i - 1) in closed.BEFORE_A_FRONTED_CUE
    return opens and _question(r, i + 1) is not None


def read(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """What the passive attributes; nothing where it is "by nobody"."""
    if r.low(last + 1) == "by" and r.low(last + 2) in closed.NO_ONE:
        return None
    whole = with_be(r, phrases.group_start(r, i), i)
    if cue.verb.takes & Takes.TOLD_WH:
        asked = _asked(r, cue, i, whole=whole)
        return _passive(r, cue, i, last) if asked is None and whole else asked
    return _passive(r, cue, i, last) if whole else _reduced_passive(r, cue, i, last)


def _asked(r: Reading, cue: CueForm, i: int, *, whole: bool) -> Statement | None:
    """ "She was *asked* (by <reporters>) [whether the bridge was safe]": who is asked has said nothing."""
    agent = None
    at = i + 1
    if r.low(at) == "by" and (end := phrases.phrase_end(r, at + 1)) is not None:
        agent, at = Stretch(at + 1, end), end + 1
    first = _question(r, at)
    told = stretch(r, first, wide=whole and r.low(first) != "about") if first is not None else None
    if told is None:
        return None
    if not whole and (comma := next((j for j in range(told.first, told.last) if r.low(j) == ","), None)) is not None:
        told = Stretch(told.first, comma - 1)
    return statement(r, agent, Stretch(phrases.group_start(r, i), i), [told], cue.verb.kind)


def _question(r: Reading, at: int) -> int | None:
    """Where the question begins, past where and when it was asked."""
    for first in (at, phrases.skip_adjuncts(r, at)):
        if r.low(first) in closed.QUESTION or r.low(first) == "about":
            return first
    for j in range(at + 2, min(at + _SCENE, r.last)):
        if r.tag(j) in VERBAL or r.tag(j) == tags.MARK:
            break
        if r.low(j) in closed.OPENS_A_QUESTION and r.tag(j - 1) in NOMINAL and r.tag(at) == tags.PREPOSITION:
            return j  # "asked during a debate why"
    return None


_SCENE = 12  # words


def with_be(r: Reading, start: int, i: int) -> bool:
    """Whether a form of "be" in the verb's group makes a passive of its participle."""
    last = next((j for j in range(i - 1, start, -1) if r.tag(j) == tags.TO), start)  # "were quick to cast" is none
    return any(r.low(j) in lex.BE for j in range(last, i))


_SOMEBODY = frozenset((tags.NAME, tags.PRONOUN))


def _passive(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """ "[The plan] was *criticised* by <the council>", "It was *announced* [that the plan was dead]"."""
    start = phrases.group_start(r, i)
    patient = _clause_subjects.subject(r, i)
    if patient is None:
        return None
    if not closed.ANYONE.isdisjoint((r.low(patient.first), r.low(r.first))) and r.low(last + 1) == "to":
        return None  # "anyone with news of her is asked to ring"
    agent = None
    at = last + 1
    if r.low(at) == "by" and (end := phrases.phrase_end(r, at + 1)) is not None and not _means(r, at + 1, end):
        agent, at = Stretch(at + 1, end), end + 1
    if r.low(patient.first - 1) in closed.RELATIVE_SUBJECTS and r.tag(patient.first - 2) in NOMINAL:
        return None  # "a scheme that parliament is *expected* to approve": what is stated stands in front of it
    content = [] if r.low(patient.first) == "it" and patient.first == patient.last else [patient]
    more = _passive_complement(r, at)
    told = cue.verb.takes & Takes.TOLD_THAT and r.low(i) not in cues.adjectives()
    if more is not None and r.low(more.first) == "that" and told:
        content = []  # "the inquest was told that it was late"
    if more is not None:
        content.append(more)
    if not content or (agent is None and not (more is not None and _says_enough(r, cue, more.first))):
        return None
    sent_away = cue.verb.lemma in cues.SENDS_AWAY and r.tag(patient.first) in _SOMEBODY  # Lee was dismissed by the firm
    if more is None and (sent_away or cue.verb.lemma == "find" or not cue.verb.takes & _OF_A_THING):
        return None  # "the jars are held by museums", "a flare was seen by the crew"
    return statement(r, agent, Stretch(start, last), content, cue.verb.kind)


_OF_A_THING = Takes.OBJECT | Takes.QUOTE | Takes.OBJECT_OF
"""What a verb takes of which a thing alone can be the content: "the plan was criticised by the council"."""


def _means(r: Reading, first: int, last: int) -> bool:
    """Whether the word behind "by" tells how, and nobody: "quoted by name", "reached by phone"."""
    return first == last and r.tag(first) == tags.NOUN and not r.low(first).endswith("s")


def _says_enough(r: Reading, cue: CueForm, complement: int) -> bool:
    """Whether a passive without its agent attributes: "was told that", "is expected to"."""
    takes = cue.verb.takes
    of_it = (r.low(complement) == "of" and takes & Takes.OBJECT_OF) or (
        r.low(complement) == "as" and takes & Takes.OBJECT_AS
    )
    return bool(
        of_it
        or r.low(complement) == "that"
        or (r.low(complement) == "to" and (cue.verb.lemma in saying.RAISED or takes & Takes.OBJECT_TO))
    )


def _reduced_passive(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """ "slower than [a 10 percent fall] *forecast* by <the bank>": a participle that hangs on a noun, and its agent."""
    end = phrases.phrase_end(r, last + 2)
    if (
        end is None
        or not (cue.verb.lemma in saying.OF_FIGURES or cue.verb.takes & Takes.OBJECT)
        or r.tag(_past_adverb(r, i - 1)) not in NOMINAL
        or r.tag(last + 2) == tags.NUMBER
    ):
        return None
    noun = _past_adverb(r, i - 1)
    thing = Stretch(phrases.phrase_start(r, noun), noun)
    return statement(r, Stretch(last + 2, end), Stretch(i, last), [thing], cue.verb.kind)


def _past_adverb(r: Reading, i: int) -> int:
    return i - 1 if r.tag(i) == tags.ADVERB else i


def _passive_complement(r: Reading, at: int) -> Stretch | None:
    if r.low(at) == "that":
        return stretch(r, at, wide=True)
    if r.low(at) in ("of", "as") or (r.low(at) == "to" and _acts(r, at + 1)):
        return stretch(r, at, wide=False)
    return None


def _acts(r: Reading, i: int) -> bool:
    return r.tag(i) in AFTER_TO or bool(tags.verb_forms().get(r.low(i), 0) & Form.BASE)


AFTER_TO = frozenset((tags.VERB, tags.NOUN, tags.AUXILIARY, tags.ADVERB))
