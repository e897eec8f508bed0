"""Who is able to say something: what stands where a subject stands need not be anybody.

A sum, a span of time and a plain thing say nothing, whatever the verb behind them ("the numbers are impressive,
considering ..."); a thing that holds words ("the ad urges", "a study found") does.
"""

from __future__ import annotations

from verifier.english import closed, nouns, numbers, people, sayers
from verifier.english import grammar as lex
from verifier.english.inflection import Form
from verifier.reading import _complements, phrases, tags
from verifier.reading._sentence import Reading
from verifier.reading._stated import Statement

_PARTS = (closed.STANDS_ALONE | closed.SEVERAL | closed.STANDS_FOR_A_NOUN).union(numbers.PARTS_IN_WORDS)
_SPEAKS_FOR_ITSELF = frozenset((tags.NAME, tags.PRONOUN, tags.CONTRACTED, tags.DETERMINER, tags.SUBORDINATOR))


def is_able(r: Reading, said: Statement) -> bool:
    """Whether the source of a statement can have made it; one without a source can."""
    if said.source is None or r.low(r.words.at(said.cue.start)) == "according":
        return True
    source = r.words.inside(said.source)
    first, last = source.start, source.stop - 1
    if first == last and r.low(first) in closed.RELATIVE_SUBJECTS - {"who"} and r.tag(first) == tags.SUBORDINATOR:
        return said.meant is not None and _holds_words(r, r.words.inside(said.meant))
    head = _head(r, source)
    low = r.low(head)
    if not r.words.forms[head][:1].islower() or r.tag(head) in _SPEAKS_FOR_ITSELF:
        return True
    if _is_time(low) or phrases.is_money(r, head):
        return False
    return _tells(r, said) or not _is_a_thing(r, low, range(head + 1, last + 1))


def _head(r: Reading, source: range) -> int:
    ends = (i for i in source if i > source.start and r.low(i) in closed.ENDS_HEAD)
    head = next(ends, source.stop) - 1
    done = (
        head > source.start
        and "by" in (r.low(head + 1), r.low(head + 2))
        and r.tag(head) in (tags.VERB, tags.PARTICIPLE)
    )
    return head - done  # "[analysts] polled by the Gazette"


def _holds_words(r: Reading, phrase: range) -> bool:
    """Whether what "that" takes up is a body, a document or several people: "an ad that urges", "voters that say"."""
    head = _head(r, phrase)
    low = r.low(head)
    return r.tag(head) == tags.NAME or not _is_a_thing(r, low, range(head + 1, phrase.stop))


def _is_time(low: str) -> bool:
    return low in lex.TIMES or low.removesuffix("s") in lex.TIMES


def _tells(r: Reading, said: Statement) -> bool:
    """Whether a whole statement is made, and not only a thing spoken of: "said [that it was over]"."""
    first = said.content[0]
    if first.start < said.cue.start or said.kind == "show":
        return True
    at = r.words.at(first.start)
    return r.low(at) in closed.OPENS_WHAT_IS_SAID or _complements.opens_clause(r, at)


_DOERS = ("er", "or")


def _only_sounds_like_one_who_does(low: str) -> bool:
    """Whether a noun ends as those of people who do something and comes of no verb: "cancer", "weather", no "voter"."""
    ending = next((ending for ending in _DOERS if low.endswith(ending)), None)
    root = low.removesuffix(ending or "")
    known = tags.verb_forms()
    return ending is not None and not any(form in known for form in (root, f"{root}e", root[:-1], f"{root}ate"))


def _is_a_thing(r: Reading, low: str, hung: range) -> bool:
    """Whether a noun in the singular is neither anybody, nor a body, nor holds words, nor is a part of such."""
    if low in _PARTS or low in lex.PLURALS or low in nouns.PLURAL_HEADS or tags.agrees(low, Form.BASE):
        return False
    if low in sayers.WITH_WORDS:
        return False
    if low.endswith((*people.ENDINGS, "ee")) and not _only_sounds_like_one_who_does(low):
        return False
    of_them = hung and r.low(hung.start) == "of" and any(r.low(i).endswith("s") or r.tag(i) == tags.NAME for i in hung)
    return not of_them
