"""What the article says around one of its figures or dates, and whether words of a source say the same.

A name, a verb, a time or what is counted that the words of a source lack makes theirs another statement, however alike
the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from verifier.article import Span
from verifier.english import calendar, cues, negation, nouns
from verifier.reading import Analysis, lying, matching, tags
from verifier.reading._model import DateMention, Quantity
from verifier.sources._clauses import Clause, segment, times
from verifier.sources._passages import SHARED

LEAST_WORDS = 2
"""Words with a meaning that make a statement."""
_SURE = 0.6
"""Share of the words of the shorter that a passage must share with a statement where it has not all of them."""
VERBS = frozenset((tags.VERB, tags.PARTICIPLE))
"""Tags of what is done."""
_OF_TIME = calendar.STRETCHES | calendar.SPANS | calendar.TURNS.keys() | calendar.WAYS.keys()
_TIMES = frozenset(map(matching.key, _OF_TIME))
_SPANS = frozenset(map(matching.key, calendar.SPANS | calendar.WAYS.keys()))
"""What two texts share by telling of time at all."""
_GROUPS = frozenset(map(matching.key, nouns.GROUPS))


class Statement:
    """What the article says around one of its values."""

    def __init__(self, analysis: Analysis, value: Quantity | DateMention, told: Span) -> None:
        self._analysis = analysis
        self.value = value
        words = analysis.words
        inside = words.inside(told)
        self.days = [d for d in lying.dates(analysis, told) if told.covers(d.span) and not d.span.overlaps(value.span)]
        figures = [q.span for q in lying.figures(analysis, told) if told.covers(q.span)]
        taken = {i for span in (value.span, *figures, *(d.span for d in self.days)) for i in words.inside(span)}
        first, last = words.at(value.span.start), words.at(value.span.end - 1)
        own = segment(words.lows, inside, range(first, last + 1))
        self._tokens = [i for i in inside if i not in taken and analysis.keys[i]]
        self.labels = frozenset(words.lows[i] for i in self._tokens if words.lows[i][0].isdigit())
        self._tokens = [i for i in self._tokens if words.lows[i][0].isalpha()]
        self._own = frozenset(i for i in self._tokens if i in own)
        self.verbs = frozenset(analysis.keys[i] for i in self._own if analysis.tags[i] in VERBS)
        if len(self._own) < LEAST_WORDS:
            self._own = frozenset(self._tokens)
        self.before, self.behind = words.lows[inside.start : first][::-1], words.lows[last + 1 : inside.stop]
        sentence = analysis.article.sentence_at(told.start)
        self._opens = words.inside(sentence.span if sentence else told).start
        self._named = {i for m in analysis.names.within(told) for i in words.inside(m.span)}
        self.denied = any(negation.denies(words.lows[i]) for i in own)
        days = [(words.inside(d.span), d) for d in self.days]
        self.clause = Clause(words.lows, range(first, last + 1), own, times(words.lows, own, days))

    @cached_property
    def own_keys(self) -> frozenset[str]:
        """Those of the figure's own clause."""
        return frozenset(self._analysis.keys[i] for i in self._own)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What it is compared by."""
        return frozenset(self._analysis.keys[i] for i in self._tokens)

    def told_by(self, keys: frozenset[str], lead: frozenset[str], how: Manner) -> bool:
        """Whether a passage with these keys, and those of what leads to it, says all or nearly all of it, and lacks
        none of what would make it another."""
        if how.we and self._tokens and self._analysis.words.low(self._tokens[0] - 1) == "the":
            keys |= {self._analysis.keys[self._tokens[0]]} & lead  # "we lent", behind "we come to the library"
        missing = [i for i in self._tokens if not self._is_in(i, keys, lead, how)]
        if any(self._tells_apart(i) for i in missing):
            return False
        shared = len((self.keys & keys) - calendar.WAYS.keys()) + any(self._is_we(i, how) for i in self._own)
        near = lead if how.points_back or how.answers else frozenset[str]()
        own = all(self._is_in(i, keys, near, how) or (self._is_counted(i) and i not in missing) for i in self._own)
        taken_up = how.points_back and len(self.keys) >= LEAST_WORDS and any(self._is_thing(i, keys) for i in self._own)
        if own and shared >= (1 if how.answers or taken_up else LEAST_WORDS):
            return len(self._tokens) - len(missing) >= _SURE * len(self._tokens)
        return shared >= SHARED and shared >= _SURE * min(len(self.keys), len(keys))

    @property
    def things(self) -> frozenset[str]:
        """What the figure's clause names."""
        return frozenset(self._analysis.keys[i] for i in self._own if self._analysis.tags[i] == tags.NOUN)

    @property
    def deeds(self) -> frozenset[str]:
        """What the figure's clause says was done; not that it was said."""
        done = (i for i in self._own if self._analysis.tags[i] in VERBS)
        return frozenset(self._analysis.keys[i] for i in done if not cues.is_saying(self._analysis.words.lows[i]))

    @property
    def qualified(self) -> Iterator[tuple[str, str]]:
        """The things of the figure's clause that an adjective tells from others: "the old bridge"."""
        for i in self._own:
            if self._analysis.tags[i] == tags.ADJECTIVE and i + 1 in self._own:
                yield self._analysis.keys[i], self._analysis.keys[i + 1]

    def lacks(self, keys: frozenset[str]) -> bool:
        """Whether these are without a name or a time that makes it another statement."""
        return any(self._analysis.keys[i] not in keys and self._is_of(i) for i in self._tokens)

    def _is_in(self, token: int, keys: frozenset[str], lead: frozenset[str], how: Manner) -> bool:
        key = self._analysis.keys[token]
        if key in keys or self._is_we(token, how):
            return True
        return key in lead and (how.answers or key not in _TIMES)

    def _tells_apart(self, token: int) -> bool:
        """Whether a word makes it another statement where it is lacking."""
        own = token in self._own and self._analysis.tags[token] in (*VERBS, tags.ADJECTIVE)
        return own or self._is_of(token) or (token in self._own and self._is_counted(token))

    def _is_thing(self, token: int, keys: frozenset[str]) -> bool:
        """Whether a word names a thing that a passage has, too: "its debt" of "the zoo's debt"."""
        return self._analysis.tags[token] == tags.NOUN and self._analysis.keys[token] in keys - _SPANS

    def _is_of(self, token: int) -> bool:
        """Whether a word says of whom or of when it is told."""
        form = self._analysis.words.forms[token]
        inside = token != self._opens and form[0].isupper()
        return inside or token in self._named or self._analysis.keys[token] in _TIMES

    def _is_counted(self, token: int) -> bool:
        """Whether a word is of the noun that a figure counts: "14 new teachers"."""
        last = self._analysis.words.at(self.value.span.end - 1)
        between = self._analysis.tags[last + 1 : token + 1]
        return token > last and all(tag in (tags.ADJECTIVE, tags.NOUN, tags.NUMBER) for tag in between)

    def _is_we(self, token: int, how: Manner) -> bool:
        """Whether a word is the body that a speaker calls "we": "the company", of which it is told."""
        if not how.we or self._analysis.keys[token] not in _GROUPS or self._analysis.words.low(token - 1) != "the":
            return False
        return token == self._tokens[0]


class Manner(NamedTuple):
    """How a passage hangs on what leads to it: it calls somebody "we", takes something up as "it", or answers."""

    we: bool
    points_back: bool
    answers: bool
