"""Claims: every attributed statement, and every statement of fact that could be checked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from verifier.article import Sentence, Span
from verifier.language import Analysis
from verifier.language._model import Attribution, DateMention, NameMention, Quantity, Source

_PROSE = frozenset(["body", "standfirst"])
_CONNECTIVES = frozenset(
    ["and", "but", "or", "so", "yet", "however", "meanwhile", "moreover", "also", "still", "then", "nevertheless"]
    + ["nonetheless", "therefore", "instead", "furthermore", "additionally", "besides", "thus", "that", ","]
    + ["because", "although", "though", "while", "indeed", "of", "course", "in", "addition", "for", "example"]
)
_ALWAYS_LEADING = frozenset(["of", "in", "for"])
"""Words that are a connective only together with the one after them: "of course", "in addition", "for example"."""
_PHRASES = {("of", "course"), ("in", "addition"), ("for", "example"), ("for", "instance"), ("in", "fact")}
_OPINION = frozenset(
    [
        "should",
        "ought",
        "must",
        "hopefully",
        "perhaps",
        "maybe",
        "i",
        "me",
        "my",
        "seems",
        "seem",
        "arguably",
        "beautiful",
    ]
    + ["wonderful", "terrible", "awful", "amazing", "let", "feel", "believe", "hope", "think", "please"]
)
_PRONOUNS = {"he": "male", "she": "female"}
_LEAST = 4
"""A statement of fewer words than this says nothing that could be looked up."""
_REST = 7
"""What is left of a sentence around a statement of somebody else is a statement of its own from this many words."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with the words that carry it; ``attribution`` is None for the writer's own.

    ``text`` stands alone; ``values`` are the dates and figures inside.
    """

    text: str
    spans: tuple[Span, ...]
    attribution: Attribution | None
    values: tuple[DateMention | Quantity, ...]
    checkable: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """The article's values and names with their starts, so that those inside a span are found at once."""

    analysis: Analysis
    values: list[DateMention | Quantity]
    value_starts: list[int]
    name_starts: list[int]

    def values_in(self, spans: Iterable[Span]) -> tuple[DateMention | Quantity, ...]:
        found: list[DateMention | Quantity] = []
        for span in spans:
            at = bisect_left(self.value_starts, span.start)
            while at < len(self.values) and self.value_starts[at] < span.end:
                if span.covers(self.values[at].span):
                    found.append(self.values[at])
                at += 1
        return tuple(found)

    def names_in(self, span: Span) -> tuple[NameMention, ...]:
        mentions = self.analysis.names.mentions
        first, last = (bisect_left(self.name_starts, edge) for edge in span)
        return mentions[first:last]


def find(analysis: Analysis) -> tuple[Statement, ...]:
    """Every claim of the article, in the order of the text."""
    values: list[DateMention | Quantity] = [*analysis.dates, *analysis.quantities]
    values.sort(key=lambda v: v.span)
    names = [m.span.start for m in analysis.names.mentions]
    reading = _Reading(analysis, values, [v.span.start for v in values], names)
    found = [_attributed(reading, a) for a in analysis.attributions if a.content]
    found += _reported(reading)
    found.sort(key=lambda s: s.spans[0])
    return tuple(found)


def _attributed(reading: _Reading, attribution: Attribution) -> Statement:
    spans = attribution.content
    pieces = [reading.analysis.article.text[s.start : s.end] for s in spans]
    text = " ".join(" ".join(pieces).split())
    if attribution.kind != "direct":
        text = _alone(reading, spans[0], text, attribution.source)
    checkable = any(_checkable(reading, span) for span in spans)
    return Statement(text, spans, attribution, reading.values_in(spans), checkable)


def _reported(reading: _Reading) -> list[Statement]:
    """The writer's own statements of fact: sentences, or what stands in them around somebody else's statement."""
    article = reading.analysis.article
    taken = sorted(_taken(reading.analysis))
    found, at = [], 0
    for sentence in article.sentences:
        while at < len(taken) and taken[at].end <= sentence.span.start:
            at += 1
        if article.paragraphs[sentence.paragraph].kind not in _PROSE:
            continue
        inside = []
        for span in taken[at:]:
            if span.start >= sentence.span.end:
                break
            inside.append(span)
        own = _own(reading, sentence, inside)
        if own is not None and _checkable(reading, own):
            text = _alone(reading, own, " ".join(own.of(article.text).split()), None)
            found.append(Statement(text, (own,), None, reading.values_in([own]), checkable=True))
    return found


def _taken(analysis: Analysis) -> list[Span]:
    """What belongs to attributed statements and to quotations: said by others, or the words that say so."""
    taken = [q.marks for q in analysis.quotations if q.kind != "scare"]
    for attribution in analysis.attributions:
        taken += attribution.content
        if attribution.source is not None:
            taken.append(attribution.source.mention)
        if attribution.cue is not None:
            taken.append(attribution.cue)
    return taken


def _own(reading: _Reading, sentence: Sentence, inside: list[Span]) -> Span | None:
    """The part of a sentence that the writer says himself: all of it, or the longest stretch that is long enough."""
    if not inside:
        return sentence.span
    edges, at = [], sentence.span.start
    for span in inside:
        edges.append(Span(at, max(at, span.start)))
        at = max(at, span.end)
    edges.append(Span(at, max(at, sentence.span.end)))
    longest = max(edges, key=lambda s: s.end - s.start)
    words = reading.analysis.words
    tokens = words.inside(longest)
    first, last = tokens.start, tokens.stop - 1
    while first <= last and not words.forms[first][0].isalnum():
        first += 1
    while last >= first and not words.forms[last][-1].isalnum() and words.forms[last] not in {"%", ")", "."}:
        last -= 1
    while first < last and words.lows[first] in _CONNECTIVES:
        first += 1
    if last - first + 1 < _REST or not _begins(words.forms[first]):
        return None
    own = words.forms[first : last + 1]
    return words.span(first, last) if own.count("(") == own.count(")") and any(map(_acts, own)) else None


def _begins(form: str) -> bool:
    """Whether a word can begin a statement that was cut out of a sentence: a name, a number, an article, a pronoun."""
    return not form[0].islower() or form in _OPENING


_OPENING = frozenset(
    ["the", "a", "an", "this", "these", "those", "its", "their", "his", "her", "he", "she", "it", "they"]
)


def _checkable(reading: _Reading, span: Span) -> bool:
    """Whether a statement can be looked up: it holds a figure, a date, or something named that does something, and is
    neither a question nor somebody's view of things."""
    words = reading.analysis.words
    tokens = words.inside(span)
    if len(tokens) < _LEAST or words.forms[tokens.stop - 1] == "?":
        return False
    lows = words.lows[tokens.start : tokens.stop]
    if not _OPINION.isdisjoint(lows):
        return False
    return bool(reading.values_in([span])) or (bool(reading.names_in(span)) and any(map(_acts, lows)))


def _acts(low: str) -> bool:
    """Whether a word in lower case looks like a verb that tells what happened or is so."""
    return low in _VERBS or (len(low) > 4 and low.endswith("ed"))


_VERBS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "won",
        "lost",
        "made",
        "took",
        "gave",
        "held",
        "met",
        "left",
    ]
    + [
        "led",
        "became",
        "began",
        "came",
        "went",
        "ran",
        "fell",
        "rose",
        "grew",
        "sold",
        "bought",
        "paid",
        "spent",
        "sent",
    ]
    + [
        "expects",
        "plans",
        "wants",
        "seeks",
        "meets",
        "agrees",
        "calls",
        "gets",
        "makes",
        "takes",
        "would",
        "can",
        "does",
    ]
    + ["built", "found", "shot", "hit", "cut", "put", "set", "wrote", "broke", "won", "beat", "owns", "leads"]
)


def _alone(reading: _Reading, span: Span, text: str, source: Source | None) -> str:
    """The statement's words so that they stand alone: no leading connective, and a name for a pronoun where it is
    certain whom it means."""
    pieces = text.split(" ")
    while len(pieces) > _LEAST:
        low = pieces[0].lower().rstrip(",")
        if (low, pieces[1].lower().rstrip(",")) in _PHRASES:
            pieces = pieces[2:]
        elif low in _CONNECTIVES and low not in _ALWAYS_LEADING:
            pieces = pieces[1:]
        else:
            break
    gender = _PRONOUNS.get(pieces[0].lower())
    name = _meant(reading, span, gender, source) if gender else None
    if name:
        pieces[0] = name
    text = " ".join(pieces)
    return text[:1].upper() + text[1:]


def _meant(reading: _Reading, span: Span, gender: str, source: Source | None) -> str | None:
    """Whom "he" or "she" at the start means: the source of the statement, or the only person named just before."""
    names, article = reading.analysis.names, reading.analysis.article
    if source is not None:
        if source.vague or source.entity is None:
            return None
        known = names.entities[source.entity]
        return source.name if known.kind == "person" and known.gender in {None, gender} else None
    sentence = article.sentence_at(span.start)
    if sentence is None or sentence.index == 0:
        return None
    before = article.sentences[sentence.index - 1]
    people = {m.entity for m in reading.names_in(before.span) if names.of(m).kind == "person"}
    if len(people) != 1:
        return None
    person = names.entities[people.pop()]
    return person.name if person.gender in {None, gender} else None
