"""Whether a statement tells a deed, which can be looked up, or what somebody makes of things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from verifier.english import closed, cues, grammar, negation
from verifier.english.inflection import Form
from verifier.reading import tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading
from verifier.reading.words import Words

Told = Literal["deed", "ahead", "view"]


def told(words: Words, tagged: list[str], stretches: Iterable[range]) -> Told:
    """What the main verb of a statement tells: a deed ("had sold the quay"); what
    may, should or will be; or how somebody sees it ("was unfair", "wanted it", "a mistake")."""
    for inside in stretches:
        r = Reading(words, tagged, inside.start, inside.stop)
        verb = _main(r)
        if verb is not None:
            ahead = r.low(verb) in grammar.MODALS or r.tag(verb) == tags.CONTRACTED
            return "ahead" if ahead else "deed" if _done(r, verb) else "view"
    return "view"


def _main(r: Reading) -> int | None:
    """The first word of the main clause's verb: past what hangs before it, and past relative clauses."""
    i, relatives = _past_hung(r), 0
    while i < r.last:
        if i > r.first and r.low(i) in closed.RELATIVES and r.tag(i - 1) in _HAS_A_CLAUSE:
            relatives += 1
        elif r.tag(i) in VERBAL and not _is_no_verb_of_its_own(r, i):
            if not relatives:
                return i
            relatives -= 1
            i = _group(r, i).stop
            continue
        i += 1
    return None


def _is_no_verb_of_its_own(r: Reading, i: int) -> bool:
    """ "[To] sell", "the posters [used] by the party": a part of another's phrase."""
    return r.tag(i - 1) == tags.TO or (r.low(i + 1) == "by" and r.tag(i - 1) in NOMINAL and r.tag(i) == tags.VERB)


_HAS_A_CLAUSE = frozenset((tags.NOUN, tags.NAME, tags.NUMBER, tags.NOUN_OR_VERB, tags.MARK))


def _past_hung(r: Reading) -> int:
    """Behind what opens a statement, and a clause that hangs in front of it: "that if the quay is sold, [...]"."""
    first = r.first
    while first < r.last and (r.low(first) == "that" or not r.low(first)[0].isalnum()):
        first += 1
    if r.low(first) not in closed.HANGS_IN_FRONT | {"as"}:
        return first
    return next((i + 1 for i in range(first, r.last) if r.low(i) == ","), r.last)


def _group(r: Reading, first: int) -> range:
    """The words of a verb group: "has never been sold"."""
    end = first + 1
    while r.tag(end) in _IN_A_GROUP:
        end += 1
    return range(first, end)


_IN_A_GROUP = frozenset((tags.VERB, tags.PARTICIPLE, tags.AUXILIARY, tags.ADVERB, tags.ING))


def _done(r: Reading, verb: int) -> bool:
    low = r.low(verb)
    rest = [i for i in _group(r, verb) if i > verb and r.tag(i) != tags.ADVERB]
    if low in grammar.DO:
        return low.startswith("did")
    if low in grammar.HAVE:
        return any(_acts(r, i) for i in rest)
    if low in grammar.BE:
        return _befalls(r, verb, rest)
    form = tags.verb_forms().get(low, Form.PAST if low.endswith("ed") else 0)
    return bool(form & Form.PAST) and not form & Form.BASE and _acts(r, verb)


def _befalls(r: Reading, verb: int, rest: list[int]) -> bool:
    """ "Was sold", "was selling", "was in the room": not "was unfair", nor what is so today."""
    if not r.low(verb).startswith(("was", "were")):
        return False
    return any(_acts(r, i) for i in rest) or (not rest and r.tag(verb + 1) == tags.PREPOSITION)


def _acts(r: Reading, i: int) -> bool:
    """Whether a verb tells a deed: not that something is or seems so, nor what somebody thinks or wants."""
    low = r.low(i)
    if low in grammar.BE or low in grammar.HAVE or low in negation.OF_IMPRESSIONS:
        return False
    cue = cues.verbs().get(low)
    return cue is None or cue.verb.kind in ("say", "show")
