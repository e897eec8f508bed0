"""Whom an age stands for: "Ann Lee left the team. [The 46-year-old] said so"."""

from __future__ import annotations

from functools import cached_property

from verifier.article import Span
from verifier.english import closed, grammar, nouns, numbers, people, sayers
from verifier.reading._model import Entity, NameMention, Names
from verifier.reading.words import Words

_NOUN_WITHIN = 4  # words behind "a" in which its noun stands: "a missing hill walker"
_COUNTED = closed.ONE | numbers.COUNTS
_PEOPLE = sayers.ONE_PERSON | people.ONE_OF_A_CROWD | people.SEXES | people.KIN


class Ages:
    """The people of one article and the ages told behind their names."""

    def __init__(self, words: Words, names: Names) -> None:
        self._words = words
        self._names = names

    def bearer(self, described: Span, age: str) -> Entity | None:
        """The one person whom the article has named in full by then, if it tells no other age of that one and of
        nobody without a name: "[a man] was hurt, the mayor, Ann Lee, said. The 46-year-old ..." is the man."""
        if self._alone is None or not self._alone[0].bare.end <= described.start <= self._alone[1]:
            return None
        told = self._told
        fits = told == {age} if told else described.start < self._first_unnamed
        return self._names.entities[self._alone[0].entity] if fits else None

    @cached_property
    def _alone(self) -> tuple[NameMention, int] | None:
        """The first mention of the first person named in full, and where the next one is named."""
        whole = (e for e in self._names.entities if e.kind == "person" and " " in e.name and e.mentions)
        firsts = sorted((e.mentions[0] for e in whole), key=lambda m: m.bare.start)
        if not firsts:
            return None
        return firsts[0], firsts[1].bare.start if len(firsts) > 1 else self._words.ends[-1]

    @cached_property
    def _told(self) -> set[str]:
        """Every age told of that one."""
        mentions = self._names.entities[self._alone[0].entity].mentions if self._alone is not None else ()
        return {told for m in mentions if (told := self._age(m)) is not None}

    def _age(self, name: NameMention) -> str | None:
        """The age behind a name: "Ann Lee, [46], left", "Ann Lee ([46])"."""
        at = self._words.at(name.bare.end - 1) + 1
        told = self._words.low(at) in (",", "(") and self._words.low(at + 1) in people.TWO_DIGITS
        return self._words.low(at + 1) if told else None

    @cached_property
    def _first_unnamed(self) -> int:
        """Where the article first tells of somebody without a name; its end where it never does."""
        words = self._words
        found = (words.starts[i] for i in words.among(_COUNTED, Span(0, words.ends[-1])) if self._is_somebody(i))
        return next(found, words.ends[-1])

    def _is_somebody(self, i: int) -> bool:
        """Whether "a" or a number opens somebody who has not been told of: "a hill walker", "two boys"; not "Ann Lee,
        a walker", "was a walker"."""
        words, low = self._words, self._words.low
        apposed = low(i - 1) == "," and i > 1 and words.forms[i - 2][0].isupper()
        if apposed or low(i - 1) == "as" or low(i - 1) in grammar.BE:
            return False
        for j in range(i + 1, min(i + 1 + _NOUN_WITHIN, len(words))):
            if low(j) in closed.ENDS_HEAD or not low(j)[:1].isalpha():
                return False
            one = low(j).removesuffix("s")
            if low(j) in nouns.PEOPLE or one in _PEOPLE or one.endswith(people.ENDINGS):
                return True
        return False
