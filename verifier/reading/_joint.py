"""Two who speak as one: "Ann Lee and Otto Brandt said", of whom none is the speaker alone."""

from __future__ import annotations

from bisect import bisect_left

from verifier.article import Span
from verifier.english import closed, grammar, nouns, people, sayers, saying
from verifier.reading._model import NameMention, Names
from verifier.reading.words import Words

_NEAR = 12  # names looked at
_OPENS = closed.CLAUSE_MARKS | closed.BARS | saying.OPENS_BEFORE_THE_MAIN | grammar.ADVERBS | closed.BOTH
_OPENS |= closed.OPENS_WHAT_IS_SAID | closed.COORDINATORS | {"both", "“", '"', ".", "?", "!"}


class Joint:
    """The pairs of names of one article."""

    def __init__(self, words: Words, names: Names) -> None:
        self._words = words
        self._names = names
        self._starts = [m.bare.start for m in names.mentions]

    def pair(self, mention: Span) -> tuple[NameMention, NameMention] | None:
        """The two who are named where the words of a source are both names, or the second of them."""
        words, tokens = self._words, self._words.inside(mention)
        link = next((i for i in tokens if words.lows[i] == "and"), None)
        first = tokens.start
        while first < tokens.stop - 1 and words.lows[first] in _BEFORE:
            first += 1
        if link is not None:
            one, other = self._ending(link - 1), self._ending(tokens.stop - 1)
            whole = one is not None and words.starts[first] == one.span.start
        else:
            link = tokens.start - 1
            one, other = self._ending(link - 1), self._ending(tokens.stop - 1)
            whole = link > 1 and words.lows[link] == "and" and one is not None and self._opens(one)
        if one is None or other is None or not whole:
            return None
        behind = self._words.at(other.span.start)
        while behind - 1 > link and words.lows[behind - 1] in closed.ARTICLES:
            behind -= 1
        places = link in tokens and self._names.of(one).kind == self._names.of(other).kind == "place"
        alike = places or (self._may_speak(one) and self._may_speak(other))
        return (one, other) if behind == link + 1 and alike and one.entity != other.entity else None

    def opening(self, sentence: Span) -> list[NameMention]:
        """The people, two or more, whose names are the subject that opens a sentence that tells of no others: "[Ann Lee
        and Otto Brandt] came home"."""
        words, inside = self._words, self._words.inside(sentence)
        found: list[NameMention] = []
        for one in self._names.within(sentence):
            first = words.at(one.span.start)
            at = words.at(found[-1].bare.end - 1) + 1 if found else inside.start
            between = words.lows[at:first]
            listed = between in ([","], ["and"], [",", "and"]) if found else not between
            if self._names.of(one).kind != "person" or not listed or (found and "and" in words.lows[inside.start : at]):
                break
            found.append(one)
        joined = len(found) > 1 and "and" in words.lows[inside.start : words.at(found[-1].span.start)]
        rest = words.lows[words.at(found[-1].bare.end - 1) + 1 : inside.stop] if joined else []
        return found if joined and not any(map(_are_people, rest)) else []

    def names_two(self, mention: Span) -> bool:
        """Whether two people stand among the words, so that the last is not the speaker alone: "aides Ann and Otto"."""
        words, tokens = self._words, self._words.inside(mention)
        link = next((i for i in tokens if words.lows[i] == "and"), None)
        if link is None or not tokens.start < link < tokens.stop - 1:
            return False
        one, other = self._ending(link - 1), self._ending(tokens.stop - 1)
        if one is None or other is None or self._names.of(other).kind != "person":
            return False
        given = words.at(other.bare.start) == link + 1 and self._names.of(one).kind == "other"
        return self._names.of(one).kind == "person" or given

    def _ending(self, i: int) -> NameMention | None:
        """The name that ends with a token."""
        if i < 0:
            return None
        at = bisect_left(self._starts, self._words.ends[i]) - 1
        near = self._names.mentions[max(0, at - _NEAR) : at + 1]
        return next((m for m in reversed(near) if m.bare.end == self._words.ends[i]), None)

    def _opens(self, one: NameMention) -> bool:
        """Whether a name opens its clause: not "allies of [Lee] and Brandt", "a poll in [Ohio] and Iowa"."""
        before = self._words.at(one.span.start) - 1
        while before >= 0 and self._words.lows[before] in closed.ARTICLES:
            before -= 1
        if before < 0 or self._words.starts[before + 1] - self._words.ends[before] > 1:
            return True
        if self._words.lows[before] == "," and self._ending(before - 1) is not None:
            return False  # of three or more
        return self._words.lows[before] in _OPENS

    def _may_speak(self, one: NameMention) -> bool:
        return self._names.of(one).kind in ("person", "organisation", "outlet")


def _are_people(low: str) -> bool:
    """Whether a word is of several people, whom "they" behind it may mean: "crews", "neighbours"."""
    several = low.endswith("s") and low.removesuffix("s") in sayers.PEOPLE_AND_BODIES | people.ONE_OF_A_CROWD
    return several or low in nouns.PEOPLE


_BEFORE = closed.ARTICLES | {"both"}
