"""What each date in the article dates: the words around it, and the event among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from verifier.article import Article, Sentence
from verifier.english import calendar, closed
from verifier.english.events import ELSEWHERE, OTHERS, POINTING
from verifier.english.saying import ON_A_DAY
from verifier.reading import _scene
from verifier.reading._model import DateMention
from verifier.reading.event_words import deed, events, general
from verifier.reading.matching import SentenceIndex, key
from verifier.reading.words import Words

_PUT_OFF = "put off"
"""What marks a day on which it was to be, once."""
_OPENING = events(key("open"))


_LIST = 1_000
"""Dates from which on an article is a list of them, in which nothing is told twice."""


class Dated(NamedTuple):
    """A date with what it dates.

    ``near`` are the keys of its own clause, ``wide`` those of its sentence, ``events`` the events named in the
    clause. ``definite`` marks a phrase that points back at something known ("Friday's ruling"); ``saying`` a date
    that only says when somebody spoke; ``limit`` one that bounds its event; ``pointed`` one whose
    event has a determiner ("his remarks on Friday"); ``label`` one that tells apart what it stands before ("the 2012
    election"); ``marks`` are the words that tell the event from others of its kind; ``ahead`` one
    still to come, ``past`` one told in the past tense.
    """

    mention: DateMention
    sentence: Sentence
    near: frozenset[str]
    wide: frozenset[str]
    events: frozenset[str]
    definite: bool
    saying: bool
    limit: bool
    pointed: bool
    label: bool
    marks: frozenset[str]
    ahead: bool
    past: bool
    verbs: frozenset[str]
    """The keys of the verbs in the past tense."""
    kinds: frozenset[str]
    """The events, also those of words that name many kinds ("the incident")."""
    deed: frozenset[str]
    """Names for what its verb tells; nothing where that could be told of anything."""
    acts: frozenset[str]
    """The events that its verb names."""
    called: frozenset[str]
    """The same as ``deed`` for the noun beside it."""
    referred: frozenset[str]
    """What of all this a noun with a determiner names: it points at an event told elsewhere."""
    attached: bool
    """Whether such a noun stands right beside the date, so that the clause's verb may tell something else."""
    nameless: bool
    """Whether who does it is told without a name ("the mayor of Tarrow")."""
    doers: frozenset[str]
    done_to: frozenset[str]
    """Who does what the verb tells, and to whom or what: the keys before it and after it."""
    figures: frozenset[str]
    names: frozenset[str]
    sites: frozenset[str]
    """The keys of the names in the clause, and of those among them that a preposition makes the place."""
    told: tuple[int, ...]
    """The tokens that name the events."""
    alone: bool
    """Whether no other date shares the sentence."""


class Story(NamedTuple):
    """The dated events of one article, in the order of the text."""

    dated: tuple[Dated, ...] = ()


def gather(
    article: Article, words: Words, dates: tuple[DateMention, ...], keys: list[str], topics: SentenceIndex
) -> Story:
    """The dates that can be compared with each other, each with what it dates; none of an article that is a list."""
    if len(dates) > _LIST:
        return Story()
    chosen = list(_chosen(article, words, dates))
    held = Counter(s.index for _, s in chosen)
    text = _Text(words, keys, frozenset(i for m in dates for i in words.inside(m.span)))
    dated = (
        _dated(text, m, s, _scene.subject(topics.contents[s.index]) if held[s.index] == 1 else None) for m, s in chosen
    )
    return Story(tuple(dated))


class _Text(NamedTuple):
    """The article's tokens; ``taken`` are those of all dates."""

    words: Words
    keys: list[str]
    taken: frozenset[int]


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
        if _exact(article, mention) and (
            not _joined(words, mention, starts, ends) or _begins_range(words, mention, starts)
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


def _dated(text: _Text, mention: DateMention, sentence: Sentence, wide: frozenset[str] | None) -> Dated:
    """What one date dates; ``wide`` is the sentence's content where no other date shares the sentence."""
    words, keys, lows = text.words, text.keys, text.words.lows
    first, last = words.at(mention.span.start), words.at(mention.span.end - 1)
    inside = words.inside(sentence.span)
    if last + 2 < inside.stop and lows[last + 1] in calendar.PARTS_OF_DAY and lows[last + 2] in {"'s", "’s"}:
        last += 1  # "Monday night's debate"
    before = lows[first - 1] if first > inside.start else ""
    after = lows[last + 1] if last + 1 < inside.stop else ""
    modifier = after in {"'s", "’s"} or (
        before in closed.DETERMINERS_AND_POSSESSIVES and bool(after) and bool(keys[last + 1])
    )
    if modifier:
        start = last + 2 if after in {"'s", "’s"} else last + 1
        clause = range(start, _scene.phrase_end(lows, start, inside.stop))
    else:
        clause = _without_the_speaker(lows, last, _scene.clause_of(lows, first, last, inside))
    near = _scene.subject(keys[i] for i in clause)
    scene = _scene.Scene(words, keys, clause, range(first, last + 1))
    told = _scene.told(scene, range(clause.start, _scene.run_end(scene)) if modifier else clause)
    verbs = [i for i in clause if _scene.is_past(words, i) and lows[i] not in ON_A_DAY]
    verb = None if modifier else _scene.verb(scene)
    nouns = _scene.nouns(scene, told, modifier=modifier)
    pointing = [i for i in nouns if modifier or _scene.points(scene, i)]
    called = frozenset(tag for i in nouns for tag in deed(keys[i]))
    doers, done_to = _scene.sides(scene, verb)
    acts = _scene.acts(scene, verb, doers)
    begins = lows[first - 1] == "from" and after in calendar.UNTIL and last + 2 in text.taken
    if begins:
        acts = _OPENING
    attached = bool(pointing) and max(pointing) >= first - 2
    told_before = any(i < first for i in verbs)
    naming = [i for i in told if not general(keys[i]) or (i in pointing and lows[i] == words.forms[i])]
    beside = lows[max(inside.start, first - 3) : first]
    reach = 1 if modifier else 3
    apart = {lows[j] for i in (first, *told) for j in range(max(inside.start, i - reach), i)} | {after}
    apart |= ELSEWHERE.intersection(lows[j] for i in told for j in range(i + 1, min(clause.stop, i + 5)))
    if _scene.is_put_off(scene):
        apart.add(_PUT_OFF)
    return Dated(
        mention=mention,
        sentence=sentence,
        near=near,
        wide=near if wide is None else wide,
        events=frozenset(e for i in told if not general(keys[i]) for e in _scene.event_at(lows, keys, i)),
        definite=modifier and mention.unit == "day" and before not in {"a", "an"},
        saying=not modifier and not ON_A_DAY.isdisjoint(beside) and not _is_told_of(lows, pointing),
        limit=before in calendar.BOUNDING and not modifier and not begins,
        pointed=any(lows[j] in POINTING for i in told for j in range(max(inside.start, i - 2), i)),
        marks=frozenset((OTHERS | {_PUT_OFF}) & apart),
        label=(modifier and mention.unit != "day") or mention.turn == "next",
        ahead=any(_scene.is_ahead(lows, i) for i in clause[:-1] if i < first or not told_before),
        past=any(not attached or i < first for i in verbs),
        verbs=_scene.subject(keys[i] for i in verbs),
        figures=frozenset(lows[i] for i in clause if lows[i][0].isdigit() and i not in text.taken),
        names=frozenset(keys[i] for i in clause if keys[i] in near and _scene.is_name(words, i, inside.start)),
        sites=frozenset(keys[i] for i in clause if keys[i] in near and _scene.is_site(words, i)),
        told=tuple(told),
        alone=wide is not None,
        kinds=_OPENING if begins else _scene.kinds(scene, naming) | acts,
        deed=_scene.deeds(scene, verb),
        acts=acts,
        called=called,
        referred=_scene.kinds(scene, pointing) | (called if attached else frozenset()),
        attached=attached,
        nameless=verb is not None and _scene.is_nameless(scene, verb),
        doers=doers,
        done_to=done_to,
    )


def _without_the_speaker(lows: list[str], date: int, clause: range) -> range:
    """The clause up to the comma behind which somebody is said to say it (", the mayor, Ann Lee, said")."""
    comma = next((i for i in range(date + 1, clause.stop) if lows[i] == ","), None)
    if comma is None or ON_A_DAY.isdisjoint(lows[comma + 1 : clause.stop]):
        return clause
    return range(clause.start, comma)


def _is_told_of(lows: list[str], pointing: list[int]) -> bool:
    """Whether what is announced, not who announces it, stands before the verb of saying ("the ban announced on")."""
    return any(low in ON_A_DAY for i in pointing for low in lows[i + 1 : i + 2])
