"""Vagueness: whether a source is somebody whom a fact-checker could ring up.

A source is *named* where the words point at somebody or some body (a person, a ministry, the police, "the company");
*described* where they withhold the name but say whose mouth it is ("a senior Treasury official"); *vague* where they
could be anybody ("critics", "some in America", "sources").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from verifier.article import Span
from verifier.english import closed, people, saying
from verifier.reading.words import Words

Vagueness = Literal["named", "described", "vague"]


def of(words: Words, mention: Span) -> Vagueness:
    """How well the words of a mention let a reader find its source."""
    inside = words.inside(mention)
    first = inside.start + (words.lows[inside.start : inside.start + 1] in (["and"], ["but"]))
    found = of_phrase(words.forms[first : inside.stop])
    behind = words.lows[inside.stop : inside.stop + _BEHIND]
    if found == "vague" and behind[:1] == ["who"] and "anonymity" in behind:
        return "described"
    return "described" if found == "named" and _withheld(words, range(first, inside.stop)) else found


def _withheld(words: Words, phrase: range) -> bool:
    """Whether the phrase says itself that the name is kept back: "a clerk who asked not to be named", "who did not want
    to give her name"."""
    who = next((i for i in phrase if words.lows[i] == "who"), None)
    if who is None or words.forms[who - 1][0].isupper():
        return False
    clause = words.lows[who : phrase.stop]
    denied = not saying.WITHHOLDS.isdisjoint(clause)
    return "anonymity" in clause or (denied and not saying.NAMED.isdisjoint(clause))


_BEHIND = 10  # words in which a source may be said to withhold its name


def is_vague(words: Words, mention: Span) -> bool:
    """Whether the mention is a source nobody could ring up, described or not."""
    return of(words, mention) != "named"


def of_phrase(forms: Sequence[str]) -> Vagueness:
    """The same for the words of a noun phrase, in their order ("some", "in", "America")."""
    lows = [f.lower() for f in forms]
    head = _head(lows) if lows else -1
    mark = max((i for i in range(head + 1) if lows[i] in {"'s", "’s"}), default=-1)
    if mark < 0:
        return _of_plain(forms)
    # "The country's trading partners": what stands before the mark is somebody else. One of a kind is named by it
    # ("the mayor's aide"), a circle is not ("the mayor's critics").
    rest = _of_plain(forms[mark + 1 :])
    return rest if rest == "vague" and lows[head].endswith("s") else "named"


def _of_plain(forms: Sequence[str]) -> Vagueness:
    lows = [f.lower() for f in forms]
    if not lows or not any(low.isalpha() for low in lows) or (lows[-1] == "others" and "and" in lows):
        return "named"
    if lows[0] == "one" and lows[1:3] == ["of", "the"]:
        return "described" if lows[_head(lows[3:]) + 3] in people.ROLES else "named"
    head = _head(lows)
    if not saying.NAMELESS.isdisjoint(lows[: head + 1]) and lows[head] in people.ROLES:
        return "vague" if lows[head] in {"source", "sources"} and head < 2 and len(lows) < 4 else "described"
    if lows[0] in closed.DEFINITE:
        return "named"
    if head == 0 and lows[0] in closed.SOME:
        return _of_some(lows)
    return _of_anybody(forms, lows, head) if lows[head] in people.ANYBODY else _of_role(lows, head)


def _head(lows: Sequence[str]) -> int:
    """The last word of the phrase before a preposition, a comma or a relative pronoun: its head noun, mostly."""
    for i, low in enumerate(lows):
        if i and (low in closed.RESTRICTS or low in {",", "("} or low in saying.CLOSE_TO):
            return i - 1
    return len(lows) - 1


def _of_some(lows: Sequence[str]) -> Vagueness:
    """ "Some", "many in the party", "several of those": unknown, unless told of whom they are a part."""
    if len(lows) > 1 and lows[1] == "of" and lows[2:3] and lows[2] in closed.OF_THEM:
        return "named"
    return "vague"


def _of_anybody(forms: Sequence[str], lows: Sequence[str], head: int) -> Vagueness:
    """ "Critics", "a source", "independent experts": vague, but described once the phrase says how they know."""
    if not saying.HOW_IT_KNOWS.isdisjoint(lows[head + 1 :]):
        return "described"
    if head > 0 and lows[head] in people.SOURCES and lows[head - 1] in people.QUALITIES:
        return "described"
    if any(f[:1].isupper() and f.lower() not in people.QUALITIES for f in forms[1:]) or (
        forms[0][:1].isupper() and head > 0 and lows[0] not in people.QUALITIES | closed.SOME | closed.ONE_OF_THEM
    ):
        return "described"  # "a Goldman Sachs analyst", "critics of the mayor in Boston"
    return "vague"


def _of_role(lows: Sequence[str], head: int) -> Vagueness:
    noun = lows[head]
    if lows[0] == "one" and head > 0 and (noun in people.ONE_OF_A_CROWD or noun in people.NOUNS):
        return "described"  # "one guest at the table"
    if noun in people.ROLES and lows[0] in closed.ONE_OF_THEM:
        # "An aide", "one official": a name is withheld. A spokesman speaks for a body and is none of these.
        return "described"
    if noun in people.ROLES and not saying.HOW_IT_KNOWS.isdisjoint(lows[head + 1 :]):
        return "described"
    if noun in people.CIRCLES or noun in people.ROLES:
        if lows[0] in closed.SOME:
            return "vague"
        if noun == "partners" and head > 0 and lows[head - 1] in {"trading", "trade"}:
            return "vague"  # whole countries, none of them named
    return "named"
