"""Sources nobody could ring up (Q002)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from verifier.article import Span
from verifier.english import closed, grammar, people, saying, verbs
from verifier.reading import Analysis, vagueness
from verifier.reading._model import Attribution
from verifier.reading.vagueness import Vagueness
from verifier.reading.words import Words
from verifier.rules import _circles, _facts
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule

_POSSESSIVES = frozenset(["'s", "’s"])
_REACH = 6  # words a circle may be narrowed by before its verb ("some in the governing party now worry")


@rule(
    "Q002",
    "vague-source",
    "warning",
    what="Something said or believed by a source nobody could ring up: critics, experts, some, many, sources. A "
    "warning where it tells a deed or a figure, which then rests on that source alone. A note where the source is "
    "described and not named, and where it gives a view: how things are or should be, what may come of them, what a "
    "circle thinks or tells of itself, what somebody's camp says.",
    why="A fact whose source cannot be found cannot be checked, and unnamed circles are easily invented. A view can be "
    "no more than a note: there is nothing to look up.",
    fires=(
        "Dam plan stalls\n\nCritics say the dam will flood the valley.",
        "Dam plan stalls\n\nThe dam is late and some in the capital worry that it may never open.",
        "Dam plan stalls\n\nThe dam will never open, according to sources.",
        "Dam plan stalls\n\nThe country's trading partners say the dam breaks the treaty.",
        "Dam plan stalls\n\nMany believe the dam is doomed.",
        "Dam plan stalls\n\nThe dam is doomed, independent experts have long warned.",
        "Dam plan stalls\n\nIt is understood that the bank has left the project.",
        "Dam plan stalls\n\nSources close to the builder said the dam was late.",
        "Dam plan stalls\n\nA union official who asked not to be named said the dam was late.",
        "Dam plan stalls\n\nStudies have shown that dams drown valleys.",
        "Dam plan stalls\n\nThe builder is said to have left the country.",
    ),
    passes=(
        "Dam plan stalls\n\nThe farmers' critics, led by Ana Silva, say the dam will flood the valley.",
        "Dam plan stalls\n\nPolice said the road was closed. The company said so too. Officials said nothing.",
        "Dam plan stalls\n\n“Some say it will never open,” Ana Silva said.",
        "Dam plan stalls\n\nSome of the money is gone. Many people left. Critics of the dam gathered on Sunday.",
        "Dam plan stalls\n\nAna Silva told analysts on a call that the dam would be late.",
        "Dam plan stalls\n\nAnother critic, Ana Silva, said the dam would flood the valley.",
        "Dam plan stalls\n\nThe builder owes farmers money, many of whom say they will sue.",
        "Dam plan stalls\n\nCritics, among them the mayor, Ana Silva, say the dam will flood the valley.",
        "Dam plan stalls\n\nOpponents say the dam will flood the valley. They include Ana Silva and two priests.",
        "Dam plan stalls\n\nSome town clerks said the roll was wrong. “We made mistakes,” recorder Ana Silva said.",
        "Dam plan stalls\n\nWhat some wrongly call a dam is a wall.",
        "Dam plan stalls\n\nNew research by the Dam Institute shows that the valley is dry.",
        "Dam plan stalls\n\nFew people believe the dam will open. Critics would say it cannot.",
        "Dam plan stalls\n\nThe experts said their report was ready. Six of the experts said no.",
        "Dam plan stalls\n\nThe cracks are causing some worry in the valley.",
        "Dam plan stalls\n\nAna Silva and her supporters say the dam will flood the valley.",
        "Dam plan stalls\n\nIn the survey 62 percent were against the dam. Most said it was too dear.",
    ),
)
def vague(analysis: Analysis) -> Iterator[Problem]:
    """One finding a source; where the same words are the source again, they are shown with it."""
    quoted = Quoted.of(analysis)
    found: dict[tuple[str, Vagueness], list[_Mention]] = {}
    for mention in sorted(_mentions(analysis), key=lambda one: (one.span, one.kind)):
        span, kind = mention.span, mention.kind
        paragraph = analysis.article.paragraph_at(span.start)
        if _circles.is_told(analysis, span, nameless=kind == "vague") or _named(analysis, span):
            continue
        if span.start not in quoted and paragraph and paragraph.kind == "body":
            head = analysis.words.lows[_head(analysis.words, span)]
            found.setdefault((head, kind), []).append(mention)
    for (_, kind), mentions in found.items():
        first = mentions[0].span
        shown = " ".join(first.of(analysis.article.plain).split())
        stated = kind == "vague" and any(one.fact() and not _of_a_camp(analysis.words, one.span) for one in mentions)
        yield Problem(
            spans=(first,),
            message=f'"{shown}" is a source nobody could ring up.'
            if kind == "vague"
            else f'"{shown}" describes the source without a name.',
            question="Who exactly, and how would they know?",
            related=tuple((one.span, "again") for one in mentions[1:]),
            severity=None if stated else "info",
        )


def _named(analysis: Analysis, span: Span) -> bool:
    """Whether the words are a name or stand beside one as what its bearer is: "another friend, Ana Silva", "Ana Silva,
    a supporter of the mayor, said"."""
    words, names = analysis.words, analysis.names
    inside = words.inside(span)
    if any("," in words.lows[inside.start : words.at(m.bare.start)] for m in names.within(span)):
        return True
    if len(inside) > 1 and any(m.bare == span for m in names.within(span)):
        return True  # "Business Insider"
    sentence = analysis.article.sentence_at(span.start)
    if sentence is None or words.low(inside.start - 1) != ",":
        return False
    before = [*names.within(Span(sentence.span.start, words.starts[inside.start - 1]))][-1:]
    opens = [m for m in before if not words.low(words.at(m.span.start) - 1)[-1:].isalnum()]
    behind = [words.lows[words.at(m.bare.end - 1) + 1] for m in opens if names.of(m).kind == "person"]
    return behind in ([","], ["("])


class _Mention(NamedTuple):
    """A source as it is written, and what tells whether it states a fact there, which could be looked up: that is asked
    until one of many does."""

    span: Span
    kind: Vagueness
    fact: Callable[[], bool]


def _of_a_camp(words: Words, span: Span) -> bool:
    """ "His supporters", "many of her critics", "the mayor's opponents": whoever they are, they speak for a side."""
    inside = words.inside(span)
    head = _head(words, span)
    if words.lows[head] in closed.VAGUE_QUANTIFIERS:  # "many of his endorsers"
        head = inside.stop - 1
    camp = words.lows[head] in people.ANYBODY - people.SOURCES
    return camp and not closed.OWNERS.isdisjoint(words.lows[inside.start : head])


def _head(words: Words, span: Span) -> int:
    inside = words.inside(span)
    for i in inside:
        if i > inside.start and (words.lows[i] in closed.LINKS or words.lows[i] in saying.NARROWS):
            return i - 1
    return inside.stop - 1


def _mentions(analysis: Analysis) -> Iterator[_Mention]:
    """The sources of attributions, and subjects of saying and believing that no attribution holds, but for those that
    are named: most are, and what they state need not be asked."""
    words = analysis.words
    taken: set[int] = set()
    for attribution in analysis.attributions:
        source = attribution.source
        if source is None or source.basis == "pronoun":
            continue
        inside = words.inside(source.mention)
        taken.update(inside)
        if _cites(analysis, attribution, inside) and (kind := vagueness.of(words, source.mention)) != "named":
            cue = words.inside(attribution.cue) if attribution.cue else range(0)
            content = [words.inside(one) for one in attribution.content]
            fact = partial(_facts.states, analysis, inside, cue, content, quoted=attribution.kind == "direct")
            yield _Mention(source.mention, kind, fact)
    for head in (people.UNNAMED | closed.VAGUE_QUANTIFIERS) & words.places.keys():
        for i in words.places[head]:
            if i in taken:
                continue
            found = _subject(words, i)
            span = found[0] if found else _after_according(words, i)
            if span is not None and (kind := vagueness.of(words, span)) != "named":
                yield _Mention(span, kind, partial(_rest_states, analysis, span, found))
    for span in (*_impersonal(words), *_bare_sources(words)):
        yield _Mention(span, "vague", partial(_facts.rumoured, analysis, words.inside(span).stop))


def _rest_states(analysis: Analysis, span: Span, found: tuple[Span, int, int] | None) -> bool:
    """Whether the rest of its sentence tells a fact: behind the verb of saying, or before "according to"."""
    words, sentence = analysis.words, analysis.article.sentence_at(span.start)
    if sentence is None:
        return False
    inside = words.inside(span)
    whole = words.inside(sentence.span)
    if found is None:
        return _facts.states(analysis, inside, range(0), [range(whole.start, inside.start)])
    behind = range(found[2], whole.stop)
    ends = words.lows[found[2] : found[2] + 1] in ([","], ["."])  # "The quay was sold, critics say."
    return _facts.states(analysis, inside, range(*found[1:]), [range(whole.start, inside.start) if ends else behind])


def _impersonal(words: Words) -> Iterator[Span]:
    """ "It is understood that ...": somebody understands, and nobody is named."""
    for verb in saying.IMPERSONAL & words.places.keys():
        for i in words.places[verb]:
            if words.lows[max(0, i - 2) : i] in (["it", "is"], ["it", "was"]) and words.lows[i + 1 : i + 2] == ["that"]:
                yield words.span(i - 2, i)


def _bare_sources(words: Words) -> Iterator[Span]:
    """ "Studies have shown that", "according to reports": nobody says whose, not even in an adjective."""
    for noun in saying.BARE_SOURCES & words.places.keys():
        for i in words.places[noun]:
            end = i + 1
            while words.lows[end : end + 1] and words.lows[end] in saying.BETWEEN:
                end += 1
            behind = words.lows[end : end + 1]
            cited = words.lows[max(0, i - 2) : i] == ["according", "to"] and behind in ([","], ["."])
            new_line = i == 0 or words.starts[i] - words.ends[i - 1] > 1
            before = "" if new_line else words.lows[i - 1]
            opens = not before[:1].isalnum() and before not in closed.AFTER_AN_OWNER
            if cited or (opens and behind and behind[0] in saying.SHOWS):
                yield words.span(i, i)
    for verb in saying.RUMOURED & words.places.keys():
        for i in words.places[verb]:
            if words.lows[i - 1 : i] and words.lows[i - 1] in saying.IS_SAID and words.lows[i + 1 : i + 2] == ["to"]:
                yield words.span(i - 1, i + 1)


def _cites(analysis: Analysis, attribution: Attribution, mention: range) -> bool:
    """Whether somebody unnamed says something: a word of saying, and no name right behind ("a critic, Ana Silva")."""
    words = analysis.words
    if not mention or words.lows[mention.start] in closed.NOBODY or _part_of_known(words, mention):
        return False
    if not closed.OBJECT_RELATIVES.isdisjoint(words.lows[mention.start : mention.stop]):
        return False
    before = words.lows[mention.start - 1] if mention.start else ""
    if before in _SPOKEN_OF or (before == "and" and words.lows[mention.start] == "others"):
        return False
    cue = words.inside(attribution.cue) if attribution.cue else range(0)
    if not verbs.HYPOTHETICAL.isdisjoint(words.lows[mention.stop - 1 : cue.stop]):  # "critics would call it a wall"
        return False
    behind = words.forms[mention.stop : mention.stop + 3]
    if len(behind) == 3 and behind[0] == "," and behind[1].istitle() and behind[2][:1].isupper():
        return False
    return any(words.lows[i] in saying.SAY or words.lows[i] == "according" for i in cue)


_SPOKEN_OF = grammar.BE | closed.ARTICLES | {"what"}
"""Behind these a noun is not who says it."""


def _part_of_known(words: Words, mention: range) -> bool:
    """ "Some of the women": of people whom the article has told of before."""
    lows = words.lows[mention.start : mention.stop]
    if len(lows) < _PART or lows[1:3] != ["of", "the"]:
        return False
    return words.places[lows[-1]][0] < mention.start


_PART = 4  # words: "some of the women"


def _subject(words: Words, i: int) -> tuple[Span, int, int] | None:
    """The noun phrase around head ``i`` and the words of the verb of saying or believing behind it, if there is one."""
    lows = words.lows
    end = at = i + 1
    if at < len(lows) and lows[at] in closed.LINKS:
        if lows[at] == "of" and lows[at + 1 : at + 2] and lows[at + 1] in closed.AFTER_OF:
            return None
        while at < min(i + _REACH, len(lows)) and lows[at] not in saying.SAY and lows[at].isalpha():
            at += 1
        end = at
    while at < len(lows) and (lows[at] in saying.BETWEEN or lows[at].endswith("ly")):
        at += 1
    if at >= len(lows) or lows[at] not in saying.SAY or lows[at - 1] in closed.ARTICLES:  # "analysts on a call"
        return None
    if not closed.EXAMPLES.isdisjoint(lows[i + 1 : at]):
        return None
    while end > i + 1 and (lows[end - 1] in saying.BETWEEN or lows[end - 1].endswith("ly")):
        end -= 1
    first = _first(words, i)
    if first and lows[first - 1] == "what":  # "what some call a quay": a name for it
        return None
    if first == i and lows[i] in closed.VAGUE_QUANTIFIERS and first and lows[first - 1].endswith("ing"):
        return None  # "causing some worry": an object
    return None if lows[first] in closed.NOBODY else (words.span(first, end - 1), at, at + 1)


def _after_according(words: Words, i: int) -> Span | None:
    first = _first(words, i)
    if first >= 2 and words.lows[first - 2 : first] == ["according", "to"]:
        return words.span(first, i)
    return None


def _first(words: Words, i: int) -> int:
    """Where the noun phrase with head ``i`` begins: back over adjectives, names and possessives."""
    first = i
    while first > 0 and first > i - 5 and words.starts[first] - words.ends[first - 1] <= 1:
        form, low = words.forms[first - 1], words.lows[first - 1]
        if low in closed.DEFINITE_AND_POSSESSIVES:
            return first - 1
        belongs = low in closed.OPENERS or low in people.QUALITIES or low in _POSSESSIVES or form[0].isupper()
        # A possessor stands before its mark whatever it is ("the country's trading partners").
        if (not belongs and words.lows[first] not in _POSSESSIVES) or low in closed.CONJUNCTIONS:
            break
        first -= 1
    return first
