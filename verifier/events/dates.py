"""The dates of an article as tellings: what each dates, by the words of its clause and of its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Article, Sentence, Span
from verifier.english import calendar, closed, inflection
from verifier.english.events import ELSEWHERE, OTHERS, POINTING
from verifier.english.saying import ON_A_DAY
from verifier.events.telling import Slot
from verifier.reading import Analysis, _scene
from verifier.reading._model import DateMention
from verifier.reading.event_words import deed, events, general
from verifier.reading.matching import key
from verifier.reading.words import Words

_PUT_OFF = "put off"
"""What marks a day on which it was to be, once."""
_OPENING = events(key("open"))
_LIST = 1_000
"""Dates from which on an article is a list of them, in which nothing is told twice."""
_NONE: frozenset[str] = frozenset()


class DateTelling(NamedTuple):
    """A date with what it dates: what every :class:`~verifier.events.telling.Telling` has, and more.

    ``near`` are the words of its clause, ``wide`` those of its sentence where no other date shares it (``alone``).
    ``definite`` is a phrase that points back at something known ("Friday's ruling"); ``saying`` a date that only says
    when somebody spoke; ``limit`` one that bounds its event; ``pointed`` one whose event has a determiner ("his remarks
    on Friday"); ``label`` one that tells apart what it stands before ("the 2012 election"); ``ahead`` one still to
    come, ``past`` one told in the past tense.

    ``events`` are the events named in the clause, ``told`` the tokens that name them; ``kinds`` are the same with those
    of words that name many kinds ("the incident") and those that its verb names by who does it. ``verbs`` are the verbs
    in the past tense, ``deed`` names for what its verb tells (none where that could be told of anything), ``called``
    the same for the noun beside it. ``referred`` is what of all this a noun with a determiner names: it points at an
    event told elsewhere; ``attached`` says that such a noun stands right beside the date, so that the clause's verb may
    tell something else. ``doers`` and ``done_to`` are who does what the verb tells, and to whom or what; ``sites`` are
    the names that a preposition makes the place, ``figures`` the figures of the clause.

    What the rest of the article says of it is put beside it last (:func:`verifier.events.among.among`): ``lone`` is a
    day that is named nowhere else, ``settled`` what of ``referred`` is told elsewhere on that very day, ``returning``
    what of all it tells is told on so many days that it comes back; ``rare`` and ``common`` are the words of ``wide``
    that few and that many sentences hold. ``next_named`` are the words that come up first right after its sentence,
    ``known`` those of its ``names`` that an earlier sentence holds.
    """

    slot: Slot
    value: DateMention
    span: Span
    sentence: int
    paragraph: int
    near: frozenset[str]
    wide: frozenset[str]
    names: frozenset[str]
    apart: frozenset[str]
    definite: bool
    alone: bool
    saying: bool
    limit: bool
    pointed: bool
    label: bool
    ahead: bool
    past: bool
    attached: bool
    events: frozenset[str]
    told: tuple[int, ...]
    kinds: frozenset[str]
    verbs: frozenset[str]
    deed: frozenset[str]
    called: frozenset[str]
    referred: frozenset[str]
    doers: frozenset[str]
    done_to: frozenset[str]
    sites: frozenset[str]
    figures: frozenset[str]
    lone: bool = False
    settled: frozenset[str] = _NONE
    returning: frozenset[str] = _NONE
    rare: frozenset[str] = _NONE
    common: frozenset[str] = _NONE
    next_named: frozenset[str] = _NONE
    known: frozenset[str] = _NONE


def dates(analysis: Analysis) -> list[DateTelling]:
    """The dates that can be compared with each other, each with what it dates; none of an article that is a list."""
    if len(analysis.dates) > _LIST:
        return []
    chosen = list(_chosen(analysis.article, analysis.words, analysis.dates))
    held = Counter(s.index for _, s in chosen)
    teller = _Teller(analysis)
    return [teller.telling(mention, sentence, alone=held[sentence.index] == 1) for mention, sentence in chosen]


def _chosen(article: Article, words: Words, dates: tuple[DateMention, ...]) -> Iterator[tuple[DateMention, Sentence]]:
    starts, ends = {m.span.start for m in dates}, {m.span.end for m in dates}
    for mention in dates:
        paragraph = article.paragraph_at(mention.span.start)
        sentence = article.sentence_at(mention.span.start)
        if paragraph is None or sentence is None or paragraph.kind in {"dateline", "byline", "skip"}:
            continue
        if not sentence.span.covers(mention.span) or mention.span == paragraph.span:
            continue
        if article.dateline and article.dateline.covers(mention.span):
            continue
        if (
            _exact(article, mention)
            and not _of_every_week(words, mention)
            and (not _joined(words, mention, starts, ends) or _begins_range(words, mention, starts))
        ):
            yield mention, sentence


def _exact(article: Article, mention: DateMention) -> bool:
    """Whether the date names one day, month or year that others can be held against."""
    if mention.unit in {"week", "decade"} or mention.last_day:
        return False
    if not mention.relative:
        return True
    today = mention.span.of(article.plain).lower() in {"today", "tonight"}
    return mention.unit == "day" and mention.earliest is not None and not today


def _of_every_week(words: Words, mention: DateMention) -> bool:
    """Whether a day stands before what comes back with it: "keep [Saturday] lessons"; not "on Saturday lessons begin",
    "Saturday's lessons"."""
    first, last = words.at(mention.span.start), words.at(mention.span.end - 1)
    if first != last or mention.weekday is None or mention.relative or not 0 < first < len(words) - 1:
        return False
    thing, before = words.forms[last + 1], words.lows[first - 1]
    several = (
        thing.islower()
        and thing.endswith("s")
        and len(thing) > _SHORT
        and not thing.endswith(inflection.NO_PLURAL_ENDINGS)
    )
    return several and before not in calendar.BEFORE_A_DAY and before not in ON_A_DAY and before[0].isalpha()


_SHORT = 4


def _joined(words: Words, mention: DateMention, starts: set[int], ends: set[int]) -> bool:
    """Whether the date is one of a pair or a range ("Thursday and Friday", "from May to July")."""
    first, last = words.at(mention.span.start), words.at(mention.span.end - 1)
    after = last + 2 < len(words) and words.lows[last + 1] in calendar.JOINING and words.starts[last + 2] in starts
    return after or (first > 1 and words.lows[first - 1] in calendar.JOINING and words.ends[first - 2] in ends)


def _begins_range(words: Words, mention: DateMention, starts: set[int]) -> bool:
    """Whether a day is the first of a range ("runs from May 3 to July 1"): something opens on it."""
    first, last = words.at(mention.span.start), words.at(mention.span.end - 1)
    to = last + 2 < len(words) and words.lows[last + 1] in calendar.UNTIL and words.starts[last + 2] in starts
    return to and mention.unit == "day" and first > 0 and words.lows[first - 1] == "from"


class _Around(NamedTuple):
    """A date in its sentence: its first and last token, the words right before and behind it ("" at the ends), and
    whether it stands before what it dates ("Friday's ruling", "the 2012 election")."""

    first: int
    last: int
    inside: range
    before: str
    after: str
    modifier: bool


class _Teller:
    """Makes tellings of the dates of one article."""

    def __init__(self, analysis: Analysis) -> None:
        self.words, self.keys, self.topics = analysis.words, analysis.keys, analysis.topics
        self.taken = frozenset(i for m in analysis.dates for i in self.words.inside(m.span))

    def telling(self, mention: DateMention, sentence: Sentence, *, alone: bool) -> DateTelling:
        """What one date dates; ``alone`` says that no other date shares its sentence."""
        words, keys, lows = self.words, self.keys, self.words.lows
        at = self._around(mention, sentence)
        clause = self._clause(at)
        near = _scene.subject(keys[i] for i in clause)
        scene = _scene.Scene(words, keys, clause, range(at.first, at.last + 1))
        told = _scene.told(scene, range(clause.start, _scene.run_end(scene)) if at.modifier else clause)
        verbs = [i for i in clause if _scene.is_past(words, i) and lows[i] not in ON_A_DAY]
        verb = None if at.modifier else _scene.verb(scene)
        nouns = _scene.nouns(scene, told, modifier=at.modifier)
        pointing = [i for i in nouns if at.modifier or _scene.points(scene, i)]
        attached = bool(pointing) and max(pointing) >= at.first - 2
        called = frozenset(tag for i in nouns for tag in deed(keys[i]))
        doers, done_to = _scene.sides(scene, verb)
        begins = at.before == "from" and at.after in calendar.UNTIL and at.last + 2 in self.taken
        acts = _OPENING if begins else _scene.acts(scene, verb, doers)
        told_before = any(i < at.first for i in verbs)
        naming = [i for i in told if not general(keys[i]) or (i in pointing and lows[i] == words.forms[i])]
        return DateTelling(
            slot="date",
            value=mention,
            span=mention.span,
            sentence=sentence.index,
            paragraph=sentence.paragraph,
            near=near,
            wide=_scene.subject(self.topics.contents[sentence.index]) if alone else near,
            names=frozenset(keys[i] for i in clause if keys[i] in near and _scene.is_name(words, i, at.inside.start)),
            apart=self._apart(at, scene, told),
            definite=at.modifier and mention.unit == "day" and at.before not in {"a", "an"},
            alone=alone,
            saying=self._is_saying(at, pointing),
            limit=at.before in calendar.BOUNDING and not at.modifier and not begins,
            pointed=any(lows[j] in POINTING for i in told for j in range(max(at.inside.start, i - 2), i)),
            label=(at.modifier and mention.unit != "day") or mention.turn == "next",
            ahead=any(_scene.is_ahead(lows, i) for i in clause[:-1] if i < at.first or not told_before),
            past=any(not attached or i < at.first for i in verbs),
            attached=attached,
            events=frozenset(e for i in told if not general(keys[i]) for e in _scene.event_at(lows, keys, i)),
            told=tuple(told),
            kinds=_OPENING if begins else _scene.kinds(scene, naming) | acts,
            verbs=_scene.subject(keys[i] for i in verbs),
            deed=_scene.deeds(scene, verb),
            called=called,
            referred=_scene.kinds(scene, pointing) | (called if attached else _NONE),
            doers=doers,
            done_to=done_to,
            sites=frozenset(keys[i] for i in clause if keys[i] in near and _scene.is_site(words, i)),
            figures=frozenset(lows[i] for i in clause if lows[i][0].isdigit() and i not in self.taken),
        )

    def _around(self, mention: DateMention, sentence: Sentence) -> _Around:
        words, lows = self.words, self.words.lows
        inside = words.inside(sentence.span)
        first, last = words.at(mention.span.start), words.at(mention.span.end - 1)
        if last + 2 < inside.stop and lows[last + 1] in calendar.PARTS_OF_DAY and lows[last + 2] in {"'s", "’s"}:
            last += 1  # "Monday night's debate"
        before = lows[first - 1] if first > inside.start else ""
        after = lows[last + 1] if last + 1 < inside.stop else ""
        modifier = after in {"'s", "’s"} or (
            before in closed.DETERMINERS_AND_POSSESSIVES and bool(after) and bool(self.keys[last + 1])
        )
        return _Around(first, last, inside, before, after, modifier)

    def _clause(self, at: _Around) -> range:
        lows = self.words.lows
        if not at.modifier:
            clause = _scene.clause_of(lows, at.first, at.last, at.inside)
            return _without_the_speaker(lows, at.last, self._past_a_relative(clause, at.first))
        start = at.last + 2 if at.after in {"'s", "’s"} else at.last + 1
        return range(start, _scene.phrase_end(lows, start, at.inside.stop))

    def _past_a_relative(self, clause: range, date: int) -> range:
        """The clause without a relative one in its subject that has a date of its own: "boats that sailed on Sunday
        [left on Monday]"."""
        other = next((i for i in range(date - 1, clause.start, -1) if i in self.taken), clause.start)
        relative = not closed.RELATIVE_SUBJECTS.isdisjoint(self.words.lows[max(clause.start - 1, 0) : other])
        return range(other + 1, clause.stop) if relative else clause

    def _apart(self, at: _Around, scene: _scene.Scene, told: list[int]) -> frozenset[str]:
        """The words that tell the event from others of its kind."""
        lows, start = self.words.lows, at.inside.start
        reach = 1 if at.modifier else 3
        found = {lows[j] for i in (at.first, *told) for j in range(max(start, i - reach), i)} | {at.after}
        found |= ELSEWHERE.intersection(lows[j] for i in told for j in range(i + 1, min(scene.clause.stop, i + 5)))
        marks = frozenset(OTHERS & found)
        return marks | {_PUT_OFF} if _scene.is_put_off(scene) else marks

    def _is_saying(self, at: _Around, pointing: list[int]) -> bool:
        """Whether the date only says when somebody spoke."""
        lows = self.words.lows
        beside = lows[max(at.inside.start, at.first - 3) : at.first]
        return not at.modifier and not ON_A_DAY.isdisjoint(beside) and not _is_told_of(lows, pointing)


def _without_the_speaker(lows: list[str], date: int, clause: range) -> range:
    """The clause up to the comma behind which somebody is said to say it (", the mayor, Ann Lee, said")."""
    comma = next((i for i in range(date + 1, clause.stop) if lows[i] == ","), None)
    if comma is None or ON_A_DAY.isdisjoint(lows[comma + 1 : clause.stop]):
        return clause
    return range(clause.start, comma)


def _is_told_of(lows: list[str], pointing: list[int]) -> bool:
    """Whether what is announced, not who announces it, stands before the verb of saying ("the ban announced on")."""
    return any(low in ON_A_DAY for i in pointing for low in lows[i + 1 : i + 2])
