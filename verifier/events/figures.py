"""The figures of an article as tellings: what each is of, by the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from verifier.article import Article, Span
from verifier.english import calendar, changes, closed, events, hedges, nouns, people
from verifier.events.places import Place, places
from verifier.events.telling import Slot
from verifier.reading import Analysis, matching, quantities, tags
from verifier.reading._model import Quantity

_REACH = 9
"""Tokens to each side that say what a value is of."""
_FRAME = 6
"""Words on each side that are compared as written."""
_MOVED, _COMPARED = 4, 6
"""Tokens before a value in which a word says that it rose to it, or fell from it by so much."""
MOVED = "moved"
"""The mark of such a value in ``FigureTelling.apart``."""
HEADLINE, LEAD, BODY = range(3)
"""Where a telling stands."""
_DEEP = 4
"""Sentences at the top of the article that sum it up: the headline, the standfirst, the lead."""

_ENDS_A_PHRASE = frozenset((tags.MARK, tags.VERB, tags.AUXILIARY, tags.CONJUNCTION, tags.SUBORDINATOR, tags.TO))

APART = frozenset(matching.key(w) or w for w in events.SETS_APART)
PEOPLE_APART = frozenset(matching.key(w) for w in people.KINDS.split())
_MOVES = frozenset(matching.key(w) for w in changes.UP | changes.DOWN)
_BARE = frozenset(changes.PARTICLES)
NO_MATTER = frozenset(matching.key(w) for w in nouns.NO_MATTER) | {"thing"}
"""Words that stand beside figures of every kind."""
_WHEN = {matching.key(w): place for place, names in enumerate(calendar.NAMES) for w in names.split()}
YEAR = len(calendar.NAMES)
"""The kind of the years in ``FigureTelling.when``."""
WEEKDAY = _WHEN[matching.key("monday")]
"""The kind of the days of the week in ``FigureTelling.when``."""


class FigureTelling(NamedTuple):
    """A figure in its surroundings: what every :class:`~verifier.events.telling.Telling` has, and more.

    ``noun`` is what a figure counts, or what became of the people it counts; ``before`` and ``after`` are the nearest
    word on each side, ``when`` the years, months, seasons and weekdays that date it. ``top`` is one in headline,
    standfirst or lead; ``source`` is who says it.

    ``company`` counts the values of its kind in the sentence, ``others`` are those beside it, ``fellows`` those of them
    that are of the same thing; ``variety`` counts the different values that the article gives of its thing, ``fewness``
    those with the same word behind. ``left`` and ``right`` are the words on either side as written, the nearest first.
    ``rank`` says whether it stands in the headline, in the lead or further down, ``alone`` whether no other of its kind
    stands in that paragraph, and ``fresh`` what its sentence brings in as new ("a fire"; in a headline, which has no
    articles, all of it).
    ``phrase`` are the words of the phrase that it opens ("40 miles of grey road"), its noun among them.
    ``entry`` counts the entries of a running report, each of which begins with the time of day it was written at; 0
    where there are none. ``supposed`` is a value that is given only for the case that something is so.
    """

    slot: Slot
    value: Quantity
    span: Span
    first: int
    last: int
    sentence: int
    paragraph: int
    kind: str
    noun: str
    near: frozenset[str]
    wide: frozenset[str]
    names: frozenset[str]
    before: str
    after: str
    apart: frozenset[str]
    when: frozenset[tuple[int, str]]
    company: int
    definite: bool
    top: bool
    source: str | None
    variety: int = 1
    fewness: int = 1
    others: frozenset[Decimal] = frozenset()
    fellows: frozenset[Decimal] = frozenset()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    rank: int = BODY
    alone: bool = False
    fresh: frozenset[str] = frozenset()
    entry: int = 0
    supposed: bool = False
    phrase: frozenset[str] = frozenset()


_CLOCK = re.compile(r"\W{0,3}(?:[01]?\d|2[0-4])[:.][0-5]\d(?:\s?(?:[ap]\.?m\b\.?|[A-Z]{2,4}\b))?(?!\d|[.,:]\d)\W")


def _entries(article: Article) -> list[int]:
    """The paragraphs with which the entries of a running report begin: those that open with a time of day.

    One alone is no running report.
    """
    found = [p.index for p in article.paragraphs if _CLOCK.match(f"{p.span.of(article.plain)[:40]} ")]
    return found if len(found) > 1 else []


class Teller:
    """Makes tellings of one article; what many of them need is worked out once."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        spans = [*(d.span for d in analysis.dates), *(q.span for q in analysis.quantities)]
        self._taken = frozenset(i for span in spans for i in analysis.words.inside(span))
        self._wide: dict[int, frozenset[str]] = {}
        self._brought_in: dict[int, frozenset[str]] = {}
        kinds = [p.kind for p in analysis.article.paragraphs]
        self._lead = kinds.index("body") if "body" in kinds else -1

    @cached_property
    def _named(self) -> set[int]:
        return {m.bare.start for m in self.analysis.names.mentions}

    @cached_property
    def _counted_things(self) -> dict[int, int]:
        return {i: q.span.start for q in self.analysis.quantities if q.noun for i in self._thing(q)}

    @cached_property
    def _entries(self) -> list[int]:
        return _entries(self.analysis.article)

    def _thing(self, quantity: Quantity) -> list[int]:
        """The token of the noun that a figure counts."""
        last, keys = self.analysis.words.at(quantity.span.end - 1), self.analysis.keys
        noun = matching.key(quantity.noun or "-")
        return [i for i in range(last + 1, min(last + 5, len(keys))) if keys[i] == noun][:1]

    def places(self) -> list[Place]:
        """Where the article's figures stand, and of what they are."""
        return places(self.analysis, self._taken)

    def telling(self, place: Place) -> FigureTelling:
        """A figure with what stands around it."""
        words, keys = self.analysis.words, self.analysis.keys
        quantity, first, last, inside, noun = place.value, place.first, place.last, place.inside, place.noun
        end = next((i for i in range(last + 1, min(last + 6, inside.stop)) if noun and keys[i] == noun), last)
        start = first
        while start > inside.start and words.lows[start - 1] in hedges.OF_FIGURES:
            start -= 1
        near = [*range(max(inside.start, start - _REACH), start), *range(last + 1, min(end + 1 + _REACH, inside.stop))]
        before = next((keys[i] for i in range(start - 1, max(inside.start, start - 4) - 1, -1) if keys[i]), "")
        after = next((keys[i] for i in range(end + 1, min(end + 5, inside.stop)) if keys[i]), "")
        wide, rank = self._content(place.sentence), self._rank(place.paragraph)
        apart = self._apart(near, quantities.dimension(quantity), quantity) - {noun}
        return FigureTelling(
            "figure",
            quantity,
            quantity.span,
            first,
            last,
            place.sentence,
            place.paragraph,
            place.kind,
            noun,
            frozenset(keys[i] for i in near if self._tells(i) and keys[i] != noun),
            wide - {noun},
            self._names(near, inside.start),
            before,
            after,
            apart | self._more(start, first, last) | self._moved(start, first),
            frozenset(
                (_WHEN.get(keys[i], YEAR), keys[i])
                for i in near
                if keys[i] in _WHEN or (words.lows[i].isdigit() and len(words.lows[i]) == 4)
            ),
            place.company,
            start > 0 and (words.lows[start - 1] in closed.POINTING_BACK or words.lows[start - 1] == "all"),
            place.sentence < _DEEP and place.paragraph < 3,
            None,
            others=place.others,
            fellows=place.fellows,
            left=tuple(words.lows[i] for i in range(first - 1, max(inside.start, first - _FRAME) - 1, -1)),
            right=tuple(words.lows[last + 1 : min(last + 1 + _FRAME, inside.stop)]),
            rank=rank,
            alone=place.alone,
            fresh=wide if rank == HEADLINE else self._fresh(inside),
            entry=bisect_right(self._entries, place.paragraph),
            supposed=self._supposed(inside, first),
            phrase=self._phrase(last, inside) | ({noun} if noun else frozenset()),
        )

    def _rank(self, paragraph: int) -> int:
        kind = self.analysis.article.paragraphs[paragraph].kind
        if kind == "headline":
            return HEADLINE
        return LEAD if kind == "standfirst" or paragraph == self._lead else BODY

    def _tells(self, token: int) -> bool:
        """Whether a token says what a value is of: it has a meaning and is part of no value."""
        key = self.analysis.keys[token]
        return bool(key) and token not in self._taken and key not in NO_MATTER and key not in _WHEN

    def _content(self, at: int) -> frozenset[str]:
        """What a sentence is about, its values left out."""
        if at not in self._wide:
            inside = self.analysis.words.inside(self.analysis.article.sentences[at].span)
            self._wide[at] = frozenset(self.analysis.keys[i] for i in inside if self._tells(i))
        return self._wide[at]

    def _names(self, tokens: list[int], start: int) -> frozenset[str]:
        words, keys = self.analysis.words, self.analysis.keys
        return frozenset(
            keys[i]
            for i in tokens
            if self._tells(i) and words.forms[i][0].isupper() and (i > start or words.starts[i] in self._named)
        )

    def _more(self, start: int, first: int, last: int) -> frozenset[str]:
        """What says right beside a figure that it is of others: "another 50", "12 other ships", "50 more"."""
        lows = self.analysis.words.lows
        beside = (*lows[start:first], *lows[last + 1 : last + 2])
        return frozenset(low for low in beside if low in events.ELSEWHERE) | (
            frozenset({"more"}) if lows[last + 1 : last + 2] == ["more"] else frozenset()
        )

    def _moved(self, start: int, first: int) -> frozenset[str]:
        """What says that a figure was another before, or since: "had risen to 50", "down 16 percent from the 50"."""
        lows, keys = self.analysis.words.lows, self.analysis.keys
        before = lows[max(start - 1, 0) : first]
        from_it = "from" in lows[max(first - 2, 0) : first]
        reach = _COMPARED if from_it else _MOVED
        verbs = range(max(start - reach, 0), start)
        moved = ("to" in before or from_it) and any(keys[i] in _MOVES or lows[i] in _BARE for i in verbs)
        return frozenset([MOVED]) if moved else frozenset()

    def _phrase(self, last: int, inside: range) -> frozenset[str]:
        """What the words behind a figure say that it is of, up to the next verb or mark."""
        after = range(last + 1, min(last + 1 + _FRAME, inside.stop))
        end = next((i for i in after if self.analysis.tags[i] in _ENDS_A_PHRASE), after.stop)
        return frozenset(self.analysis.keys[i] for i in range(after.start, end) if self._tells(i))

    def _supposed(self, inside: range, first: int) -> bool:
        """Whether it stands in what is only supposed: "if it grows to 50"."""
        return not closed.IN_CASE.isdisjoint(self.analysis.words.lows[inside.start : first])

    def _fresh(self, inside: range) -> frozenset[str]:
        """What a sentence brings in as new: the noun behind "a" or "an", adjectives left aside."""
        if inside.start in self._brought_in:
            return self._brought_in[inside.start]
        lows, kinds, keys = self.analysis.words.lows, self.analysis.tags, self.analysis.keys
        found = set[str]()
        for i in inside:
            if lows[i] in closed.ONE:
                after = range(i + 1, min(i + 4, inside.stop))
                found |= {keys[j] for j in after if kinds[j] == tags.NOUN and keys[j]}
        self._brought_in[inside.start] = frozenset(found)
        return self._brought_in[inside.start]

    def _apart(self, tokens: list[int], kind: str, quantity: Quantity) -> frozenset[str]:
        """The marks that set a figure apart, those left aside that another figure counts ("16 dead, four children")."""
        words, keys = self.analysis.words, self.analysis.keys
        counted = self._counted_things
        tokens = [i for i in tokens if counted.get(i, quantity.span.start) == quantity.span.start]
        marks = APART | PEOPLE_APART if kind in {"count", "%"} else APART
        found = {
            keys[i] or words.lows[i] for i in tokens if (keys[i] or words.lows[i]) in marks and words.forms[i].islower()
        }
        return frozenset(found)
