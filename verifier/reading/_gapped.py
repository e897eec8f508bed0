"""Statements that lack what stands before their words of saying: "[rules] <they> *say* [hurt farmers]".

In the examples the source stands in <angle brackets>, the cue in *asterisks*, the content in [square brackets].
"""

from __future__ import annotations

from verifier.english import closed, saying
from verifier.english import grammar as lex
from verifier.english.cues import CueForm, Kind
from verifier.english.inflection import Form
from verifier.reading import _complements, phrases, tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch
from verifier.reading._stated import Statement, statement, stretch


def read(r: Reading, cue: CueForm, i: int, source: Stretch | None) -> Statement | None:
    """What is said by ``source`` where the cue at ``i`` has no clause of its own behind it."""
    acts = r.tag(i + 1) in VERBAL or tags.verb_forms().get(r.low(i + 1), 0) & (Form.BASE | Form.THIRD)
    if source is None or not acts:
        return None
    group = Stretch(phrases.group_start(r, i), i)
    kind = cue.verb.kind
    return _beside(r, source, group, kind) or _what_it_was(r, source, group, kind) or _behind(r, source, group, kind)


def _behind(r: Reading, source: Stretch, group: Stretch, kind: Kind) -> Statement | None:
    """ "[rules] <they> *say* [hurt farmers]", "a gap [that] <experts> *say* [makes it moot]": the noun before is the
    subject of what is said about it."""
    before = source.first - 1
    relative = r.low(before) in closed.RELATIVES_TO_PEOPLE
    pronoun = r.tag(group.first - 1) == tags.PRONOUN and r.low(group.first - 1) in lex.SUBJECT_PRONOUNS
    if before <= r.first or (not relative and not (pronoun and r.tag(before) in NOMINAL)):
        return None
    told = stretch(r, group.last + 1, wide=False)
    thing = Stretch(before, before) if relative else Stretch(phrases.phrase_start(r, before), before)
    return statement(r, source, group, [thing, told], kind, nested=True) if told is not None else None


def _beside(r: Reading, source: Stretch, group: Stretch, kind: Kind) -> Statement | None:
    """ "It is [a move] <critics> *say* [would hurt farmers]": what is told of, and who tells it, stand side by side."""
    i = group.last
    if r.tag(i + 1) != tags.AUXILIARY or r.low(i) not in saying.ONLY_SAYING or r.tag(source.first) != tags.DETERMINER:
        return None
    last = source.last
    while r.tag(last) == tags.NAME:
        last -= 1
    if last == source.last and r.tag(last) == tags.NOUN and not tags.agrees(r.low(last), Form.THIRD):
        last -= 1
    if last in (source.first, source.last) or r.tag(last) != tags.NOUN:
        return None
    told = stretch(r, i + 1, wide=False)
    thing, who = Stretch(source.first, last), Stretch(last + 1, source.last)
    return statement(r, who, group, [thing, told], kind, nested=True) if told is not None else None


def _what_it_was(r: Reading, source: Stretch, group: Stretch, kind: Kind) -> Statement | None:
    """ "What <they> *say* is [that it was shut]"; "It amounts to what <they> *say* was [a robbery]": how they name it,
    not "what they say was a lie", which judges it."""
    if r.low(group.last + 1) not in lex.BE:
        return None
    at = group.last + 2
    clause = r.low(at) == "that"
    named = r.low(source.first - 1) == "what" and r.tag(source.first - 2) in (tags.PREPOSITION, tags.TO)
    if not clause and not (named and _complements.opens_phrase(r, at)):
        return None
    told = stretch(r, at, wide=clause)
    return statement(r, source, group, [told], kind, nested=True) if told is not None else None
