"""Statements whose cue is a passive: "[the plan] was *criticised* by <the council>"."""

from __future__ import annotations

from verifier.english import grammar as lex
from verifier.english import saying
from verifier.english.cues import CueForm
from verifier.reading import phrases, tags
from verifier.reading._stated import Statement, statement, stretch
from verifier.reading.phrases import Reading, Stretch


def stands(r: Reading, i: int, last: int) -> bool:
    """Whether the participle from ``i`` to ``last`` is a passive: "was criticised", "a fall forecast by"."""
    start = phrases.group_start(r, i)
    return _with_be(r, start, i) or (start == i and r.low(last + 1) == "by")


def read(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """What the passive attributes."""
    whole = _with_be(r, phrases.group_start(r, i), i)
    return _passive(r, cue, i, last) if whole else _reduced_passive(r, cue, i, last)


def _with_be(r: Reading, start: int, i: int) -> bool:
    return any(r.low(j) in lex.BE for j in range(start, i))


def _passive(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """ "[The plan] was *criticised* by <the council>", "It was *announced* [that the plan was dead]"."""
    start = phrases.group_start(r, i)
    patient = phrases.subject(r, i)
    if patient is None:
        return None
    agent = None
    at = last + 1
    if r.low(at) == "by" and (end := phrases.phrase_end(r, at + 1)) is not None:
        agent, at = Stretch(at + 1, end), end + 1
    content = [] if r.low(patient.first) == "it" and patient.first == patient.last else [patient]
    more = _passive_complement(r, at)
    if more is not None:
        content.append(more)
    if not content or (agent is None and (more is None or r.low(more.first) != "that")):
        return None
    return statement(r, agent, Stretch(start, last), content, cue.verb.kind)


def _reduced_passive(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """ "slower than [a 10 percent fall] *forecast* by <the bank>": a participle that hangs on a noun, and its agent."""
    end = phrases.phrase_end(r, last + 2)
    if (
        end is None
        or cue.verb.lemma not in saying.OF_FIGURES
        or r.tag(i - 1) not in phrases.NOMINAL
        or r.tag(last + 2) == tags.NUMBER
    ):
        return None
    thing = Stretch(phrases.phrase_start(r, i - 1), i - 1)
    return statement(r, Stretch(last + 2, end), Stretch(i, last), [thing], cue.verb.kind)


def _passive_complement(r: Reading, at: int) -> Stretch | None:
    if r.low(at) == "that":
        return stretch(r, at, wide=True)
    if r.low(at) in ("of", "as") or (r.low(at) == "to" and r.tag(at + 1) in AFTER_TO):
        return stretch(r, at, wide=False)
    return None


AFTER_TO = frozenset((tags.VERB, tags.NOUN, tags.AUXILIARY, tags.ADVERB))
