"""What each date in the article dates: the words around it, and the event among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verifier.article import Article, Sentence
from verifier.language._calendar import MONTHS, SHORT_MONTHS, WEEKDAYS, word_set
from verifier.language._model import DateMention
from verifier.language.event_words import event, phrase
from verifier.language.matching import SentenceIndex, key
from verifier.language.words import Words

_STOPS = word_set('. ; : ( ) — – -- ? ! " “ ” that when while because but whether if')
"""Where a clause ends, as far as marks and small words show it."""
_WALL = _STOPS | {"who", "which"}
"""The same, read on from the date: what comes before "which" is what the date may belong to."""
_BOUNDING = word_set(
    "since until till by before after through from between beyond than throughout during past around about ending as"
)
"""Words that set a date as a limit: the event lies somewhere on one side of it."""
_OTHERS = word_set(
    "another next second third fourth previous earlier again also later subsequent original initial other"
    " separate following annual every each usual not weekly daily monthly"
)
"""Words that tell one event from another of its kind."""
_ELSEWHERE = word_set("another other separate again similar unrelated")
"""The same, where they follow the event ("a ruling on a separate case")."""
_JOINING = word_set("and or to through - – — & until /")
_SAYING = word_set(
    "said told says added announced tweeted wrote reported posted stated argued insisted called suggested declared"
)
_POINTING = word_set("the his her its their our this that 's ’s")
_DETERMINERS = word_set("a an the his her its their our this that 's ’s")
_AHEAD = word_set("will 'll ’ll plans plan planned scheduled expected set due slated hopes intends")
_PAST = word_set(
    "was were had said told came went took made began left met held won lost died fell rose struck hit shot beat spoke"
    " broke drove flew gave got grew ran saw sent sold sought stood swore threw wrote built bought brought caught"
)
_LEFT, _RIGHT = 12, 14
"""Tokens on each side of a date that are taken for its clause, at most."""
_CLOCK = word_set(
    "morning afternoon evening night day week month year today yesterday tomorrow tonight time a.m. p.m. weekend hour"
    " early late"
)
_TIME = frozenset(key(word) for word in {*WEEKDAYS, *MONTHS, *SHORT_MONTHS, *_CLOCK})


@dataclass(frozen=True, slots=True)
class Dated:
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
    figures: frozenset[str]
    names: frozenset[str]
    """The keys of the names in the clause."""
    told: tuple[int, ...]
    """The tokens that name the events."""
    alone: bool
    """Whether no other date shares the sentence."""


@dataclass(frozen=True, slots=True)
class Story:
    """The dated events of one article, in the order of the text."""

    dated: tuple[Dated, ...] = ()


def gather(
    article: Article, words: Words, dates: tuple[DateMention, ...], keys: list[str], topics: SentenceIndex
) -> Story:
    """The dates that can be compared with each other, each with what it dates."""
    chosen = list(_chosen(article, words, dates))
    held = Counter(s.index for _, s in chosen)
    dated = (
        _dated(words, keys, m, s, _subject(topics.contents[s.index]) if held[s.index] == 1 else None) for m, s in chosen
    )
    return Story(tuple(dated))


def _subject(keys: Iterable[str]) -> frozenset[str]:
    """The keys that say what a sentence is about: no days, months, times or figures."""
    return frozenset(k for k in keys if k and k not in _TIME and not k[0].isdigit())


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
        if _exact(article, mention) and not _joined(words, mention, starts, ends):
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
    after = last + 2 < len(words) and words.lows[last + 1] in _JOINING and words.starts[last + 2] in starts
    return after or (first > 1 and words.lows[first - 1] in _JOINING and words.ends[first - 2] in ends)


def _dated(
    words: Words, keys: list[str], mention: DateMention, sentence: Sentence, wide: frozenset[str] | None
) -> Dated:
    """What one date dates; ``wide`` is the sentence's content where no other date shares the sentence."""
    first, last = words.at(mention.span.start), words.at(mention.span.end - 1)
    inside, lows = words.inside(sentence.span), words.lows
    before = lows[first - 1] if first > inside.start else ""
    after = lows[last + 1] if last + 1 < inside.stop else ""
    modifier = after in {"'s", "’s"} or (before in _DETERMINERS and bool(after) and bool(keys[last + 1]))
    if modifier:
        clause = range(last + 1, _phrase_end(lows, last + 1, inside.stop))
    else:
        clause = _clause(lows, first, last, inside)
    near = _subject(keys[i] for i in clause)
    told = _told(lows, keys, clause, range(first, last + 1))
    verbs = [i for i in clause if lows[i] in _PAST or (lows[i].endswith("ed") and words.forms[i] == lows[i])]
    beside = lows[max(inside.start, first - 3) : first]
    apart = {lows[j] for i in (first, *told) for j in range(max(inside.start, i - 3), i)} | {after}
    apart |= _ELSEWHERE.intersection(lows[j] for i in told for j in range(i + 1, min(clause.stop, i + 5)))
    return Dated(
        mention=mention,
        sentence=sentence,
        near=near,
        wide=near if wide is None else wide,
        events=frozenset(e for i in told if (e := _event_at(lows, keys, i))),
        definite=modifier and mention.unit == "day" and before not in {"a", "an"},
        saying=not modifier and not _SAYING.isdisjoint(beside),
        limit=before in _BOUNDING and not modifier,
        pointed=any(lows[j] in _POINTING for i in told for j in range(max(inside.start, i - 2), i)),
        marks=_OTHERS & apart,
        label=(modifier and mention.unit != "day") or mention.turn == "next",
        ahead=any(lows[i] in _AHEAD or (lows[i] in {"is", "are"} and lows[i + 1] == "to") for i in clause[:-1]),
        past=bool(verbs),
        verbs=_subject(keys[i] for i in verbs),
        figures=frozenset(lows[i] for i in clause if lows[i][0].isdigit() and not first <= i <= last),
        names=frozenset(
            keys[i] for i in clause if keys[i] in near and words.forms[i][0].isupper() and i != inside.start
        ),
        told=tuple(told),
        alone=wide is not None,
    )


def _told(lows: list[str], keys: list[str], clause: range, date: range) -> list[int]:
    """Where the event stands that a date belongs to: the two nearest told before it in its clause, else the nearest
    after it; and one in apposition ("on Friday night, the opening night")."""
    found = [i for i in range(date.start - 1, clause.start - 1, -1) if _event_at(lows, keys, i)][:2]
    for i in [i for i in range(max(date.stop, clause.start), clause.stop) if _event_at(lows, keys, i)][:1]:
        if not found or ({",", "the"} <= set(lows[date.stop : i]) and i - date.stop < 5):
            found.append(i)
    return found


def _event_at(lows: list[str], keys: list[str], at: int) -> str | None:
    """The event a token names; in two words, the verb names it ("stepped down", "opened fire")."""
    if at and keys[at] and phrase(keys[at - 1], lows[at]):
        return None
    return (phrase(keys[at], lows[at + 1]) if at + 1 < len(lows) else None) or event(keys[at])


def _phrase_end(lows: list[str], at: int, stop: int) -> int:
    """Where a noun phrase that begins here stops: at a mark, or after ten words."""
    end = at
    while end < min(stop, at + 10) and lows[end] not in _WALL and lows[end] != ",":
        end += 1
    return end


def _clause(lows: list[str], first: int, last: int, inside: range) -> range:
    """The tokens around a date up to the nearest clause ends."""
    start, end = first, last + 1
    while start > max(inside.start, first - _LEFT) and lows[start - 1] not in _STOPS and not _breaks(lows, start - 1):
        start -= 1
    while end < min(inside.stop, last + 1 + _RIGHT) and lows[end] not in _WALL and not _breaks(lows, end):
        end += 1
    return range(start, end)


def _breaks(lows: list[str], at: int) -> bool:
    """Whether a comma here begins another clause (", and beat Italy")."""
    return lows[at] == "," and lows[at + 1 : at + 2] in (["and"], ["but"], ["then"])
